import { z } from 'zod'
import { Sha256, StationId } from '#domain/ids.ts'
import type { Lineage } from '#domain/number/series.ts'
import { writeStored, readStored } from './stored.ts'
import type { Disk } from '../disk/disk.ts'

/**
 * The mark kept outside the data folder: on which PC the folder was last open, and how far its journals had
 * come. A folder that was copied elsewhere, put back or rolled back does not agree with it (NUM-4, VER-4).
 */
const Ended = z.object({ seq: z.number().int().min(0), head: Sha256 })
const Mark = z.object({ v: z.literal(1), station: StationId, machine: z.string(), stationJournal: Ended, incident: Ended.extend({ id: z.string() }).nullable() })
export type Mark = z.infer<typeof Mark>

/** Answers whether a journal ('station', or an incident's id) holds this head at this sequence. */
export type HasHead = (journal: string, seq: number, head: string) => Promise<boolean>

export async function lineageOf(disk: Disk, path: string, station: StationId, machine: string, hasHead: HasHead): Promise<Lineage> {
  const stored = await readStored(disk, path, Mark)
  if (stored.state !== 'readable' || stored.value.station !== station) return { machine: 'other', tide: 'absent', restored: false }
  const { stationJournal, incident } = stored.value
  const stationAgrees = stationJournal.seq === 0 || (await hasHead('station', stationJournal.seq, stationJournal.head))
  const incidentAgrees = incident === null || incident.seq === 0 || (await hasHead(incident.id, incident.seq, incident.head))
  return { machine: stored.value.machine === machine ? 'same' : 'other', tide: stationAgrees && incidentAgrees ? 'agrees' : 'journal-is-behind', restored: false }
}

export async function writeMark(disk: Disk, path: string, mark: Omit<Mark, 'v'>): Promise<void> {
  await writeStored(disk, path, { v: 1, ...mark })
}
