import type { StationCard } from '#domain/station.ts'
import type { Station } from './station.ts'
import { writeStored } from './stored.ts'

/** On the disk first: what this process believes of the station never runs ahead of what a restart would find. */
export async function saveCard(station: Station, card: StationCard): Promise<void> {
  await writeStored(station.ports.disk, station.layout.card, card)
  station.card = card
}
