import { err, ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import { DrillLog } from '#domain/drill/drill-log.ts'
import { writeWhole } from '../disk/disk.ts'
import { sha256 } from '../journal/frame.ts'
import { saveCard } from './card.ts'
import { leaveDrill, openDrill, statusWithDrill } from './drill.ts'
import { move, notNow, type Around } from './handling.ts'
import { readStored } from './stored.ts'
import { beginStation, closeStation, type Station } from './station.ts'

type Names = 'drill:begin' | 'drill:prepare' | 'drill:start' | 'drill:end' | 'drill:logs'

/** Drills: another station takes this one's place in the window, and gives it back. `station` is always the real one. */
export function drillHandlers(station: Station, around: Pick<Around, 'lock'>): Pick<Handlers, Names> {
  const { disk } = station.ports
  /** Open between 'drill:begin' and 'drill:prepare' only. */
  let preparing: Station | null = null
  return {
    'drill:begin': async () => {
      if (station.card?.phase !== 'sealed') return notNow
      preparing ??= await openDrill(station)
      if (preparing === null) return err({ code: 'refused' })
      const base = await beginStation(preparing)
      return ok({ station: base.id, realm: preparing.realm, stationKey: base.key.minisignKey, epoch: (preparing.card?.roster.epoch ?? 0) + 1 })
    },
    'drill:prepare': async ({ roster, fingerprint, accounts }) => {
      const drill = preparing
      if (station.base === null || station.card === null || drill === null || drill.base === null) return notNow
      if (roster.station !== drill.base.id || roster.realm !== 'drill') return err({ code: 'refused' })
      await disk.makeFolder(drill.layout.accounts)
      for (const { envelope, file } of accounts) await writeWhole(disk, drill.layout.account(envelope), file.bytes)
      const accountFiles = accounts.map(({ envelope, file }) => ({ envelope, sha256: file.sha256 }))
      const { profile } = station.card
      await saveCard(drill, { v: 1, station: drill.base.id, realm: 'drill', phase: 'sealed', role: 'ward', profile, roster, accountFiles, opened: [], broken: [], incident: null, retired: [], voided: [], lastEnvelope: 0, reservedCount: drill.card?.reservedCount ?? 0, usedLetters: [profile.letters], clockOffsetMs: station.card.clockOffsetMs, clockInDoubt: station.card.clockInDoubt, lettersInDoubt: false })
      await station.base.journal.record({ event: 'drill-prepared', rosterFingerprint: fingerprint })
      preparing = null
      await closeStation(drill)
      return ok(await statusWithDrill(station))
    },
    'drill:start': async ({ staffNumber, card }) => {
      if (station.card?.phase !== 'sealed') return notNow
      // Begun and never finished: the window died on the way.
      if (preparing !== null) await closeStation(preparing)
      preparing = null
      const drill = await openDrill(station)
      if (drill?.card?.phase !== 'sealed') return err({ code: 'not-found' })
      // The ward's beds and name are those of today's card, not of the day the drill was prepared.
      await saveCard(drill, { ...drill.card, profile: { ...station.card.profile, letters: drill.card.profile.letters } })
      const started = await move(station, 'start-drill', {}, async (base) => {
        await base.journal.record({ event: 'drill-started', staffNumber, card })
      })
      if (!started.ok) return started
      station.drill = { station: drill, card, startedMs: station.ports.clock.wallMs(), startedMono: station.ports.clock.monoMs() }
      await around.lock('asked')
      return ok(undefined)
    },
    'drill:end': async ({ staffNumber, log }) => {
      if (station.card?.phase !== 'drill') return notNow
      await endDrill(station, log === null ? 'real' : 'finished', staffNumber, log)
      await around.lock('asked')
      return ok(undefined)
    },
    'drill:logs': async () => {
      const names = (await disk.list(station.layout.drillLogs)).filter((name) => name.endsWith('.json')).toSorted().toReversed()
      const stored = await Promise.all(names.slice(0, 100).map((name) => readStored(disk, `${station.layout.drillLogs}/${name}`, DrillLog)))
      return ok({ logs: stored.flatMap((log) => (log.state === 'readable' ? [log.value] : [])) })
    },
  }
}

/** Ends the drill: its ward is closed, its log kept beside the real station, and the real journal says so. */
export async function endDrill(station: Station, why: 'finished' | 'real' | 'time', staffNumber: Parameters<Handlers['drill:end']>[0]['staffNumber'], log: DrillLog | null): Promise<void> {
  // Whatever the drill's folder does, the real station comes back: nobody must be kept in a drill by a full disk.
  await leaveDrill(station).catch(() => station.alarms.add('drill-not-closed'))
  const bytes = log === null ? null : new TextEncoder().encode(`${JSON.stringify(log, null, 1)}\n`)
  if (bytes !== null && log !== null) {
    const { disk } = station.ports
    const path = `${station.layout.drillLogs}/${log.startedAt.replaceAll(/[^0-9]/g, '')}.json`
    await disk.makeFolder(station.layout.drillLogs).then(() => writeWhole(disk, path, bytes)).catch(() => station.alarms.add('drill-log-not-kept'))
  }
  const hash = bytes === null ? null : sha256(bytes)
  // The journal first: a full disk gives up its kept room for it, and then the card can be written, too.
  await station.base?.journal.record({ event: 'drill-ended', why, staffNumber, participants: (log?.participants ?? []).map((person) => person.staffNumber), findings: log?.findings.length ?? 0, log: hash })
  await move(station, 'end-drill', {}, () => Promise.resolve())
}
