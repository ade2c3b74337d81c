import { endMaintenance } from './maintenance.ts'
import { keepMark, type Station } from './station.ts'

/** Tells both journals that the station was locked, with a signed checkpoint. The window is gone already. */
export async function lockStation(station: Station, why: 'asked' | 'idle' | 'suspend' | 'crash' | 'shutdown'): Promise<void> {
  await endMaintenance(station, 'locked')
  await station.incident?.journal.record({ event: 'locked', why })
  await station.incident?.journal.checkpoint('locked')
  await keepMark(station)
}
