import { IncidentId } from '#domain/ids.ts'
import type { SecondErased } from '#domain/erasure/erasure.ts'
import type { PublicEvent } from '#domain/log/public-event.ts'
import { folderOf, type Disk } from '../disk/disk.ts'
import { newestFirst } from './public-events.ts'
import type { Station } from './station.ts'

type Erased = Extract<PublicEvent, { event: 'incident-erased' }>
type Finished = Extract<PublicEvent, { event: 'erasure-finished' }>
export type Erasures = ReadonlyMap<IncidentId, { readonly told: Erased; readonly finished: Finished | null }>

/** Every erasure the station journal tells of, and how far the newest word on it says it came. */
export async function readErasures(disk: Disk, journal: string): Promise<Erasures> {
  const erasures = new Map<IncidentId, { told: Erased; finished: Finished | null }>()
  const finished = new Map<IncidentId, Finished>()
  for await (const { event } of newestFirst(disk, journal, null)) {
    if (event.event === 'erasure-finished' && !erasures.has(event.incident) && !finished.has(event.incident)) finished.set(event.incident, event)
    if (event.event === 'incident-erased' && !erasures.has(event.incident)) erasures.set(event.incident, { told: event, finished: finished.get(event.incident) ?? null })
  }
  return erasures
}

/**
 * Destroys a record, once the station journal has said so: what the window kept of it, the wraps of its key, everything else in its
 * folder, its copy on the second device. Cut anywhere, the next start does it again (`settleErasures`). Rule ERASE-7.
 */
export async function finishErasure(station: Station, incident: IncidentId): Promise<void> {
  const { disk, forgetCopies } = station.ports
  // Where another record is open the window's databases are that one's; this one's went at its lock.
  if (station.card?.incident === null) await forgetCopies()
  await removeWhole(disk, station.layout.incident(incident).folder)
  await tellFinished(station, incident)
}

async function tellFinished(station: Station, incident: IncidentId): Promise<void> {
  const secondJournal = await eraseOnSecond(station, incident)
  await station.base?.journal.record({ event: 'erasure-finished', incident, secondJournal })
  await station.base?.journal.checkpoint('closed')
}

/** The last goes first. */
const withWraps = ['journal/', 'reference/', 'restart/'] as const

/** Beginning with what opens the rest: restart codes, keys of lists, then the journal, whose segments carry the wrapped data key. */
async function removeWhole(disk: Disk, folder: string): Promise<void> {
  const rank = (path: string): number => withWraps.findIndex((first) => path.startsWith(first))
  const files = (await disk.tree(folder)).toSorted((one, other) => rank(other) - rank(one))
  const folders = new Set<string>()
  for (const path of files) {
    await disk.remove(`${folder}/${path}`)
    folders.add(folderOf(`${folder}/${path}`))
  }
  for (const one of folders) await disk.syncFolder(one)
  await disk.removeFolder(folder)
  await disk.syncFolder(folderOf(folder))
}

async function eraseOnSecond({ ports: { second } }: Station, incident: IncidentId): Promise<SecondErased> {
  if (second === null) return 'none'
  try {
    if ((await second.disk.size(second.folder)) === null) return 'unreachable'
    const folder = `${second.folder}/incidents/${incident}`
    if ((await second.disk.tree(folder)).length > 0) await removeWhole(second.disk, folder)
    return 'erased'
  } catch {
    return 'unreachable' // pulled out, or write-protected: the certificate says that it was not reached
  }
}

async function copiesOnSecond({ ports: { second } }: Station): Promise<ReadonlySet<string>> {
  if (second === null) return new Set()
  return new Set(await second.disk.list(`${second.folder}/incidents`).catch(() => []))
}

/** At every start: an erasure that was cut is finished, also on a second device that came back; one that was undone by hand is told. */
export async function settleErasures(station: Station): Promise<void> {
  const { base, card, layout, ports } = station
  if (base === null || card === null) return
  const here = new Set(await ports.disk.list(layout.incidents))
  const there = await copiesOnSecond(station)
  const others = [...here, ...there].filter((name) => name !== card.incident)
  if (others.length === 0 && card.phase !== 'closed') return
  for (const [incident, { finished }] of await readErasures(ports.disk, layout.stationJournal)) {
    try {
      if (finished === null) await finishErasure(station, incident)
      else if (here.has(incident)) station.alarms.add('erased-record-was-back')
      else if (there.has(incident) && finished.secondJournal !== 'erased') await tellFinished(station, incident)
      else if (there.has(incident)) station.alarms.add('erased-record-was-back')
    } catch {
      station.alarms.add('erasure-unfinished') // the disk refused: the next start tries again
    }
  }
}
