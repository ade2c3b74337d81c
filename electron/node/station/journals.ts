import type { NamedHeads } from '#domain/audit/compared.ts'
import { PublicEvent } from '#domain/log/public-event.ts'
import type { Disk } from '../disk/disk.ts'
import { parse } from '../journal/checkpoint.ts'
import { inspectJournal, type JournalReport } from '../journal/inspect.ts'
import { segmentNumbers } from '../journal/segment.ts'
import { checkSignature } from '../signing-key.ts'

type Linked = Extract<PublicEvent, { event: 'journal-linked' }>

/** A journal read whole: what is wrong with it, its heads, and its public events in order. */
export type JournalRead = NamedHeads & {
  readonly folder: string
  readonly report: JournalReport
  readonly events: readonly PublicEvent[]
  readonly links: readonly Linked[]
  /** The last frame that the station signed. */
  readonly signedTo: number
}

/** The folder itself, or the journals of a data folder: station/, incidents/<id>/journal. */
export async function journalFolders(disk: Disk, path: string): Promise<readonly string[]> {
  const found: string[] = []
  const look = async (folder: string, depth: number): Promise<void> => {
    const names = await disk.list(folder).catch(() => [])
    if (segmentNumbers(names).length > 0) found.push(folder)
    else if (depth > 0) for (const name of names.filter((entry) => !entry.includes('.'))) await look(`${folder}/${name}`, depth - 1)
  }
  await look(path, 4)
  return found
}

export async function readJournal(disk: Disk, folder: string): Promise<JournalRead> {
  const headsAt = new Map<number, string>()
  const events: PublicEvent[] = []
  let signedTo = 0
  const report = await inspectJournal(disk, folder, checkSignature, (frame) => {
    headsAt.set(frame.seq, frame.hash)
    if (frame.kind === 'checkpoint') signedTo = frame.seq
    const event = frame.kind === 'public' ? PublicEvent.safeParse(parse(frame.body)) : null
    if (event?.success === true) events.push(event.data)
  })
  const links = events.filter((event): event is Linked => event.event === 'journal-linked')
  return { folder, journal: report.header?.incident ?? 'station', seq: report.seq, report, headsAt, events, links, signedTo }
}

/** What journals say of each other: each link that the other journal does not hold any more. */
export function brokenLinks(journal: JournalRead, all: readonly JournalRead[]): readonly { readonly link: Linked; readonly other: JournalRead }[] {
  return journal.links.flatMap((link) => {
    const mine = journal.report.header
    const other = all.find((one) => one.journal === link.journal && one.report.header !== null && one.report.header.station === mine?.station && one.report.header.realm === mine.realm)
    return other === undefined || link.seq === 0 || other.headsAt.get(link.seq) === link.head ? [] : [{ link, other }]
  })
}
