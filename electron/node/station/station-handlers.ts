import { err, ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import { machineFindings } from '#domain/inventory/machine-check.ts'
import { sha256 } from '../journal/frame.ts'
import { saveCard } from './card.ts'
import { notNow, type Handling } from './handling.ts'
import { writeStored } from './stored.ts'
import { inspectStation, keepMark, statusOf, type Station } from './station.ts'

type Names = 'station:status' | 'station:checks' | 'station:look' | 'station:letters' | 'station:reserve'

/** What the station is, and its numbers: everything that needs no incident and no code. */
export function stationHandlers({ station, around, open }: Handling): Pick<Handlers, Names> {
  const { disk } = station.ports
  const status: Handlers['station:status'] = async () => ok(await statusOf(station))
  return {
    'station:status': status,
    'station:checks': async () => {
      const reports = await inspectStation(station)
      const findings = reports.flatMap(({ report }) => report.findings.map((finding) => ({ ...finding, journal: report.header?.incident ?? 'station' })))
      const machine = [...(await around.machineChecks())]
      if (station.base !== null) await station.base.journal.record({ event: 'seal-checked', findings: [...new Set([...findings.filter((finding) => finding.level === 'alarm').map((finding) => finding.code), ...machineFindings(machine)])].slice(0, 50), by: null })
      return ok({ findings, machine, wholeAccounts: await wholeAccounts(station), entries: sum(reports.map(({ report }) => report.entries)), frames: sum(reports.map(({ report }) => report.frames)) })
    },
    'station:look': async (look) => {
      station.look = look
      if (station.base !== null) await writeStored(disk, station.layout.look, look)
      return ok(undefined)
    },
    'station:letters': async ({ letters }) => {
      const { card, base } = station
      if (card === null || base === null || card.usedLetters.includes(letters)) return notNow
      await base.journal.record({ event: 'letters-taken', letters, why: card.lettersInDoubt ? 'restored' : 'used-up' })
      await saveCard(station, { ...card, profile: { ...card.profile, letters }, usedLetters: [...card.usedLetters, letters], lettersInDoubt: false, reservedCount: 0 })
      await keepMark(station)
      return ok(await statusOf(station))
    },
    'station:reserve': async ({ upTo }) => {
      const { card, base } = station
      if (card === null || base === null || open() === null || card.lettersInDoubt) return notNow
      if (upTo <= card.reservedCount) return ok(await statusOf(station))
      // Journal, mark, card, and only then the entry that carries the number: an older copy of this folder is known by it.
      const told = await base.journal.record({ event: 'numbers-reserved', letters: card.profile.letters, upTo })
      if (!told.ok) return err({ code: 'not-saved', cause: told.error.code })
      await keepMark(station)
      await saveCard(station, { ...card, reservedCount: upTo })
      return ok(await statusOf(station))
    },
  }
}

/** Account files that are as they were written. */
async function wholeAccounts({ ports, layout, card }: Station): Promise<number> {
  const whole = await Promise.all((card?.accountFiles ?? []).map(async (file) => {
    const path = layout.account(file.envelope)
    return (await ports.disk.size(path)) !== null && sha256(await ports.disk.read(path)) === file.sha256
  }))
  return whole.filter(Boolean).length
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
