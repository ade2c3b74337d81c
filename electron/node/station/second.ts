import type { IncidentId, StationId } from '#domain/ids.ts'
import { entriesAhead, secondJournal, type Place } from '../journal/second-journal.ts'
import type { IncidentStore } from './incident.ts'
import type { Station, StationBase } from './station.ts'

/**
 * The incident's journal on the second device. What only the second holds (the first was damaged or replaced)
 * is appended to the first again, with an alarm, before the second is made to follow it. Runs beside the
 * work: a slow or missing device never delays the ward.
 */
export async function followOnSecond(station: Station, store: IncidentStore): Promise<void> {
  const { base } = station
  const second = secondPlace(station, store.id)
  if (second === null || base === null) return
  const ahead = await entriesAhead(second, { realm: station.realm, station: base.id, incident: store.id }, store.journal.has).catch(() => []) // a device that cannot be read is told by its lag
  for (const sealed of ahead) await store.journal.append(sealed)
  if (ahead.length > 0) {
    station.alarms.add('second-journal-ahead')
    await store.journal.record({ event: 'entries-reappended', from: 'second-journal', entries: ahead.slice(0, 500).map(({ id }) => id), total: ahead.length })
  }
  station.second = secondJournal({ disk: station.ports.disk, folder: store.layout.journal }, second, store.journal.end().seq)
}

/** The station's own journal there, too: it holds no ciphers, so nothing is put back from it, and what differs is set aside as evidence. */
export function followStationOnSecond(station: Station, base: StationBase): void {
  const { second } = station.ports
  if (second === null) return
  station.secondStation = secondJournal({ disk: station.ports.disk, folder: station.layout.stationJournal }, { disk: second.disk, folder: secondStationFolder(second.folder, base.id) }, base.journal.end().seq)
}

export function secondStationFolder(folder: string, station: StationId): string {
  return `${folder}/stations/${station}`
}

/** How far behind both are together, and why. */
export function secondStatus({ second, secondStation }: Station): { readonly behind: number; readonly cause: string | null } {
  const both = [second, secondStation].flatMap((one) => one?.status() ?? [])
  return { behind: both.reduce((sum, { behind }) => sum + behind, 0), cause: both.find(({ cause }) => cause !== null)?.cause ?? null }
}

/** Where the second device keeps this incident's journal; null when there is none. */
export function secondPlace(station: Station, incident: IncidentId): Place | null {
  const { second } = station.ports
  return second === null ? null : { disk: second.disk, folder: `${second.folder}/incidents/${incident}/journal` }
}
