import type { StationStatus } from '#domain/bridge.ts'
import { saveCard } from './card.ts'
import { endIncident } from './life-handlers.ts'
import { closeStation, openStation, statusOf, type Station } from './station.ts'

/** A drill that nobody ends is over after this long: the station of the real ward must never be found in a drill. */
export const drillMinutes = 240

/** Whom the window talks to: the drill's station while one runs, else the real one. */
export function atWork(station: Station): Station {
  return station.drill?.station ?? station
}

/** The drill's own station, in its own folder: nothing of it lies where the real one looks. Null when its folder cannot be used. */
export async function openDrill({ ports, layout }: Station): Promise<Station | null> {
  const drill = await openStation({ ...ports, second: null, markPath: layout.drillMark, ballastBytes: 0 }, layout.drill, 'drill')
  return 'code' in drill ? null : drill
}

/** A program that was killed in a drill comes back in it: the banner says what it is, and 「本番です」 leads out. False: its folder is gone. */
export async function resumeDrill(station: Station): Promise<boolean> {
  if (station.card?.phase !== 'drill') return true
  const drill = await openDrill(station).catch(() => null)
  if (drill === null) return false
  station.drill = { station: drill, card: 'resumed', startedMs: station.ports.clock.wallMs(), startedMono: station.ports.clock.monoMs() }
  return true
}

/** The status of whoever is at work, and what the real station knows of its drills. */
export async function statusWithDrill(station: Station): Promise<StationStatus> {
  const { drill, ports, layout, look } = station
  const status = await statusOf(atWork(station))
  const isPrepared = (await ports.disk.size(`${layout.drill}/station.json`)) !== null
  if (drill === null) return { ...status, drill: { isPrepared, running: null } }
  const minutes = (ports.clock.monoMs() - drill.startedMono) / 60_000
  return { ...status, look, drill: { isPrepared, running: { card: drill.card, startedMs: drill.startedMs, minutesLeft: Math.max(0, Math.ceil(drillMinutes - minutes)) } } }
}

/** Is the drill's time over? Looked at from time to time by the process. */
export function isDrillOver(station: Station): boolean {
  return station.drill !== null && station.ports.clock.monoMs() - station.drill.startedMono >= drillMinutes * 60_000
}

/** The drill's ward is closed and its station ready for the next one; its records stay in its own folder until then. */
export async function leaveDrill(station: Station): Promise<void> {
  const drill = station.drill?.station
  if (drill === undefined) return
  station.drill = null
  if (drill.incident !== null) {
    await drill.incident.journal.record({ event: 'incident-closed', incident: drill.incident.id })
    await endIncident(drill, drill.incident)
  }
  if (drill.card !== null) await saveCard(drill, { ...drill.card, phase: 'sealed', incident: null, opened: [] })
  // From here on its envelope counts as unopened: the same one serves the next drill.
  if (drill.card !== null) await drill.base?.journal.record({ event: 'station-sealed', rosterEpoch: drill.card.roster.epoch, by: null })
  await closeStation(drill)
}

