import { err, ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import { writeWhole } from '../disk/disk.ts'
import { sha256 } from '../journal/frame.ts'
import { move, notNow, type Handling } from './handling.ts'
import { writeStored } from './stored.ts'
import { beginStation, inspectStation, keepMark, saveCard, statusOf, type Station } from './station.ts'

type Names = 'station:status' | 'station:checks' | 'station:begin' | 'station:prepare' | 'station:seal' | 'station:look' | 'station:officer-test' | 'station:letters' | 'station:reserve'

/** What the station is, set-up, and its numbers: everything that needs no incident and no code. */
export function stationHandlers({ station, around, open }: Handling): Pick<Handlers, Names> {
  const { disk } = station.ports
  const status: Handlers['station:status'] = async () => ok(await statusOf(station))
  return {
    'station:status': status,
    'station:checks': async () => {
      const reports = await inspectStation(station)
      const findings = reports.flatMap(({ report }) => report.findings.map((finding) => ({ ...finding, journal: report.header?.incident ?? 'station' })))
      const memory = [...(await around.memoryFindings())]
      if (station.base !== null) await station.base.journal.record({ event: 'seal-checked', findings: [...new Set([...findings.filter((finding) => finding.level === 'alarm').map((finding) => finding.code), ...memory])].slice(0, 50), by: null })
      return ok({ findings, memory, wholeAccounts: await wholeAccounts(station), entries: sum(reports.map(({ report }) => report.entries)), frames: sum(reports.map(({ report }) => report.frames)) })
    },
    'station:begin': async () => {
      const base = await beginStation(station)
      return ok({ station: base.id, realm: station.realm, stationKey: base.key.minisignKey })
    },
    'station:prepare': async ({ profile, roster, fingerprint, accounts }) => {
      const { base, card } = station
      if (base === null || (card !== null && card.phase !== 'new') || roster.station !== base.id || roster.realm !== station.realm) return notNow
      await disk.makeFolder(station.layout.accounts)
      for (const { envelope, file } of accounts) await writeWhole(disk, station.layout.account(envelope), file.bytes)
      const accountFiles = accounts.map(({ envelope, file }) => ({ envelope, sha256: file.sha256 }))
      await saveCard(station, { v: 1, station: base.id, realm: station.realm, phase: 'new', profile, roster, accountFiles, opened: [], incident: null, retired: [], reservedCount: 0, usedLetters: [profile.letters], clockOffsetMs: card?.clockOffsetMs ?? 0, clockInDoubt: card?.clockInDoubt ?? false, lettersInDoubt: false })
      await base.journal.record({ event: 'station-prepared', letters: profile.letters, rosterEpoch: roster.epoch, rosterFingerprint: fingerprint })
      return ok(await statusOf(station))
    },
    'station:seal': () => move(station, 'seal', {}, async (base, card) => {
      await base.journal.record({ event: 'station-sealed', rosterEpoch: card.roster.epoch })
      await base.journal.checkpoint('locked')
    }),
    'station:look': async (look) => {
      station.look = look
      if (station.base !== null) await writeStored(disk, station.layout.look, look)
      return ok(undefined)
    },
    'station:officer-test': async ({ bytes }) => {
      const folder = await around.chooseFolder()
      if (folder === null) return ok({ path: null })
      await disk.makeFolder(folder)
      const path = `${folder}/tomoshibi-officer-test.age`
      await writeWhole(disk, path, bytes)
      return ok({ path })
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
