import { fingerprintOf, hashOfRoster } from '#domain/access/roster.ts'
import type { MinisignKey } from '#domain/access/keys.ts'
import { cardFaults } from '#domain/audit/card-facts.ts'
import { compareErasures, compareHeads, comparePrinted, type Compared, type ErasedEnd } from '#domain/audit/compared.ts'
import type { PrintedHead } from '#domain/log/printed-head.ts'
import { mayContinue } from '#domain/number/series.ts'
import { StationCard } from '#domain/station.ts'
import type { Disk } from '../disk/disk.ts'
import type { Place } from '../journal/second-journal.ts'
import { readSegment } from '../journal/segment.ts'
import { sha256OfText } from '../journal/frame.ts'
import { readPublicKey } from '../minisign.ts'
import { brokenLinks, journalFolders, readJournal, type JournalRead } from './journals.ts'
import { layoutOf } from './layout.ts'
import { lineageOf } from './lineage.ts'
import { readStored } from './stored.ts'

/** What is kept elsewhere and may contradict the folder. */
export type Witnesses = {
  /** Folder of the second journals, on its own device. */
  readonly second: Place | null
  readonly printed: readonly PrintedHead[]
  /** Heads out of a signed export, by journal. */
  readonly exported: readonly { readonly journal: string; readonly heads: readonly (readonly [number, string])[] }[]
  /** Path of the mark outside the folder, and this PC; null where that is not this station's own PC. */
  readonly mark: { readonly path: string; readonly machine: string } | null
  /** The key as paper has it; null: the one of the card's roster, whose fingerprint is on paper. */
  readonly stationKey: MinisignKey | null
}

export type Verified = { readonly journals: readonly JournalRead[]; readonly compared: readonly Compared[] }

/** Verifies a data folder: every journal by itself, then against the card and against everything kept elsewhere. Needs no key. */
export async function verifyStation(disk: Disk, data: string, witnesses: Witnesses): Promise<Verified> {
  const layout = layoutOf(data)
  const folders = [layout.stationJournal, ...(await disk.list(layout.incidents)).map((incident) => layout.incident(incident).journal)]
  const journals: JournalRead[] = []
  for (const folder of folders) {
    const read = await readJournal(disk, folder)
    const [first] = journals
    const isForeign = first !== undefined && read.report.header !== null && (read.report.header.realm !== first.report.header?.realm || read.report.header.station !== first.report.header.station)
    journals.push(isForeign ? foreign(read) : read)
  }
  const card = await readStored(disk, layout.card, StationCard)
  const erased = erasedIn(journals)
  const own = card.state === 'readable' ? card.value : null
  return {
    journals,
    compared: [
      ...journals.map(chain),
      ...journals.map((journal) => links(journal, journals)),
      ...journals.map((journal) => stationKey(journal, witnesses.stationKey ?? own?.roster.stationKey ?? null)),
      cardCompared(own, journals),
      ...(await mark(disk, own, journals, witnesses.mark)),
      ...(await second(witnesses.second, journals, erased)),
      ...witnesses.printed.map((printed) => comparePrinted(printed, journals, erased)),
      ...witnesses.exported.map(({ journal, heads }): Compared => (isGone(journal, erased, journals) ? { what: 'export', result: 'absent', journal, seq: 0 } : compareHeads('export', journal, heads, journals))),
      ...erasures(journals, erased),
    ],
  }
}

/** A journal of another realm or station among ours: it says nothing of ours, and that it is there is the finding. */
function foreign(read: JournalRead): JournalRead {
  const finding = { level: 'alarm', code: 'header-of-another-journal', segment: 1, offset: 0, seq: 0 } as const
  return { ...read, headsAt: new Map(), events: [], links: [], report: { ...read.report, frames: 0, entries: 0, findings: [finding] } }
}

function chain({ journal, seq, report }: JournalRead): Compared {
  const alarm = report.findings.find(({ level }) => level === 'alarm')
  return { what: 'chain', result: alarm === undefined ? 'agrees' : 'contradicts', journal, seq: alarm?.seq ?? seq }
}

function links(journal: JournalRead, all: readonly JournalRead[]): Compared {
  const [broken] = brokenLinks(journal, all)
  if (broken !== undefined) return { what: 'links', result: 'contradicts', journal: broken.other.journal, seq: broken.link.seq }
  return { what: 'links', result: journal.links.length === 0 ? 'absent' : 'agrees', journal: journal.journal, seq: journal.links.at(-1)?.seq ?? 0 }
}

/** Whoever has the disk and not the key can still write a whole journal under a key of his own. */
function stationKey({ journal, report }: JournalRead, known: MinisignKey | null): Compared {
  const key = known === null ? null : readPublicKey(known)
  if (key?.ok !== true) return { what: 'station-key', result: 'absent', journal, seq: 0 }
  return { what: 'station-key', result: report.header?.stationKey === Buffer.from(key.value.key).toString('hex') ? 'agrees' : 'contradicts', journal, seq: 0 }
}

function cardCompared(card: StationCard | null, journals: readonly JournalRead[]): Compared {
  const station = journals.find(({ journal }) => journal === 'station')
  const about = { what: 'card', journal: 'station', seq: 0 } as const
  if (station === undefined) return { ...about, result: 'absent' }
  if (card === null) return { ...about, result: station.events.some(({ event }) => event === 'station-prepared') ? 'contradicts' : 'absent' }
  const header = station.report.header
  const isOwn = header?.station === card.station && header.realm === card.realm && card.roster.station === card.station && card.roster.realm === card.realm
  const fingerprint = fingerprintOf(hashOfRoster(card.roster, sha256OfText))
  return { ...about, result: isOwn && cardFaults(card, fingerprint, station.events).length === 0 ? 'agrees' : 'contradicts' }
}

async function mark(disk: Disk, card: StationCard | null, journals: readonly JournalRead[], place: Witnesses['mark']): Promise<readonly Compared[]> {
  if (card === null || place === null) return []
  const lineage = await lineageOf(disk, place.path, card.station, place.machine, (journal, seq, head) => Promise.resolve(journals.find((one) => one.journal === journal)?.headsAt.get(seq) === head))
  return [{ what: 'mark', result: mayContinue(lineage) ? 'agrees' : 'contradicts', journal: '', seq: 0 }]
}

/** Records that were erased, as the station journal tells. */
export function erasedIn(journals: readonly JournalRead[]): readonly ErasedEnd[] {
  return journals.flatMap(({ journal, events }) => (journal !== 'station' ? [] : events.flatMap((event) => (event.event === 'incident-erased' ? [{ incident: event.incident, seq: event.end.seq }] : []))))
}

/** What the station journal declared and does not find beside it, without an erasure that says so; and what is back after one. */
export function erasures(journals: readonly JournalRead[], erased: readonly ErasedEnd[]): readonly Compared[] {
  const declared = journals.flatMap(({ journal, events }) => (journal !== 'station' ? [] : events.flatMap((event) => (event.event === 'incident-declared' ? [event.incident] : []))))
  return compareErasures(declared, erased, new Set(journals.map(({ journal }) => journal)))
}

function isGone(journal: string, erased: readonly ErasedEnd[], journals: readonly JournalRead[]): boolean {
  return erased.some(({ incident }) => incident === journal) && !journals.some((one) => one.journal === journal)
}

/** The second journal may lag; what it has must be in the first. What it set aside is looked at as far as the station had signed it. */
async function second(place: Place | null, journals: readonly JournalRead[], erased: readonly ErasedEnd[]): Promise<readonly Compared[]> {
  if (place === null) return [{ what: 'second-journal', result: 'absent', journal: '', seq: 0 }]
  const found: Compared[] = []
  for (const folder of await journalFolders(place.disk, place.folder)) {
    const copy = await readJournal(place.disk, folder)
    if (isGone(copy.journal, erased, journals)) {
      found.push({ what: 'erasure', result: 'contradicts', journal: copy.journal, seq: 0 }) // erased here, and still to be read there
      continue
    }
    found.push(compareHeads('second-journal', copy.journal, copy.headsAt, journals))
    for (const heads of await setAside(place.disk, `${folder}/aside`)) found.push(compareHeads('second-journal', copy.journal, heads, journals))
  }
  return found.length === 0 ? [{ what: 'second-journal', result: 'absent', journal: '', seq: 0 }] : found
}

/** Heads of what a second journal once set aside because it differed: up to the last signature, which was promised. */
async function setAside(disk: Disk, folder: string): Promise<readonly (readonly (readonly [number, string])[])[]> {
  return Promise.all((await disk.list(folder)).map(async (name) => {
    const { frames } = readSegment(await disk.read(`${folder}/${name}`))
    const signed = frames.findLast(({ kind }) => kind === 'checkpoint')?.seq ?? 0
    return frames.filter(({ seq }) => seq <= signed).map(({ seq, hash }) => [seq, hash] as const)
  }))
}
