import type { IncidentId } from '#domain/ids.ts'
import { entriesAhead, secondJournal, type Place } from '../journal/second-journal.ts'
import type { IncidentStore } from './incident.ts'
import type { Station } from './station.ts'

/**
 * The incident's journal on the second device. What only the second holds (the first was damaged or replaced)
 * is appended to the first again, with an alarm, before the second is made to follow it. Runs beside the
 * work: a slow or missing device never delays the ward.
 */
export async function followOnSecond(station: Station, store: IncidentStore): Promise<void> {
  const second = secondPlace(station, store.id)
  if (second === null) return
  const ahead = await entriesAhead(second, store.journal.has).catch(() => []) // a device that cannot be read is told by its lag
  for (const sealed of ahead) await store.journal.append(sealed)
  if (ahead.length > 0) {
    station.alarms.add('second-journal-ahead')
    await store.journal.record({ event: 'entries-reappended', from: 'second-journal', entries: ahead.slice(0, 500).map(({ id }) => id), total: ahead.length })
  }
  station.second = secondJournal({ disk: station.ports.disk, folder: store.layout.journal }, second, store.journal.end().seq)
}

/** Where the second device keeps this incident's journal; null when there is none. */
export function secondPlace(station: Station, incident: IncidentId): Place | null {
  const { second } = station.ports
  return second === null ? null : { disk: second.disk, folder: `${second.folder}/incidents/${incident}/journal` }
}
