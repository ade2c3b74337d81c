import type { Compared } from '#domain/audit/compared.ts'
import { readPrintedHead, headSymbols, printedHead, type PrintedHead } from '#domain/log/printed-head.ts'
import { realmLabel } from '#domain/realm.ts'
import type { Disk } from '../node/disk/disk.ts'
import type { Finding } from '../node/journal/inspect.ts'
import { erasedIn, erasures } from '../node/station/verify.ts'
import { brokenLinks, journalFolders, readJournal, type JournalRead } from '../node/station/journals.ts'
import { misunderstood, understood, type Outcome } from './output.ts'

/**
 * Verifies every journal at or under a folder: frames, chain, signatures, and what journals say of each
 * other. Needs no key. `head` is what is printed on a sheet of that time.
 */
export async function verifyJournals(disk: Disk, path: string, head: string | null): Promise<Outcome | null> {
  const folders = await journalFolders(disk, path)
  if (folders.length === 0) return null
  const printed = head === null ? null : readPrintedHead(head)
  if (printed !== null && !printed.ok) return misunderstood('That is not a printed head. It looks like: 1234 7K2MQ-8H3RD')
  const inspected: JournalRead[] = []
  for (const folder of folders) inspected.push(await readJournal(disk, folder))
  const linkLines = inspected.flatMap((journal) => brokenLinks(journal, inspected).map(({ link, other }) => `ALARM ${journal.folder} saw ${printedHead(link.seq, link.head)} in ${other.folder}, which now says otherwise: one of the two was changed or cut`))
  const headLines = printed === null ? [] : [againstPaper(printed.value, inspected)]
  const lostLines = lostRecords(inspected, `${path}/station`)
  const ok = inspected.every(({ report }) => report.findings.every((finding) => finding.level === 'note')) && linkLines.length === 0 && lostLines.every((line) => line.startsWith('ok')) && headLines.every((line) => line.startsWith('ok'))
  return understood(ok, [...inspected.flatMap(describe), ...linkLines, ...lostLines, ...headLines, ok ? 'ok: nothing is damaged, missing or changed' : 'NOT IN ORDER: see the lines above'])
}

function describe({ folder, report }: JournalRead): readonly string[] {
  const name = report.header === null ? 'journal without a readable header' : `${report.header.incident === null ? 'station journal' : 'incident journal'}, realm ${report.header.realm} (${realmLabel[report.header.realm].ja})`
  return [
    `${folder}: ${name}`,
    `  ${report.frames} frames, ${report.entries} sealed entries, end ${report.seq === 0 ? 'none' : printedHead(report.seq, report.head)}`,
    ...report.findings.map((finding) => `  ${finding.level === 'alarm' ? 'ALARM' : 'note '} ${words[finding.code]} (segment ${finding.segment}, byte ${finding.offset}${finding.seq > 0 ? `, frame ${finding.seq}` : ''})`),
  ]
}

/** Only of a whole data folder, and of its own station: a drill's station lies in it, too. */
function lostRecords(inspected: readonly JournalRead[], stationFolder: string): readonly string[] {
  const header = inspected.find(({ folder }) => folder === stationFolder)?.report.header ?? null
  if (header === null) return []
  const own = inspected.filter(({ report }) => report.header?.station === header.station && report.header.realm === header.realm)
  return erasures(own, erasedIn(own)).flatMap(erasureLine)
}

function erasureLine({ journal, result }: Compared): readonly string[] {
  if (result === 'absent') return []
  return [result === 'agrees' ? `ok: the record ${journal} was erased, and the station journal says so` : `ALARM the record ${journal} is not as the station journal says: gone without an erasure on record, or back after one`]
}

function againstPaper(printed: PrintedHead, all: readonly JournalRead[]): string {
  const shown = `${printed.seq} ${printed.symbols.slice(0, 5)}-${printed.symbols.slice(5)}`
  const longEnough = all.filter(({ headsAt }) => headsAt.has(printed.seq))
  const holds = longEnough.some(({ headsAt }) => headSymbols(headsAt.get(printed.seq) ?? '00') === printed.symbols)
  if (holds) return `ok: the printed head ${shown} is in the chain`
  return longEnough.length === 0 ? `ALARM no journal here reaches the printed head ${shown}: its end was cut off or the folder was rolled back` : `ALARM the printed head ${shown} is not in the chain: records before it were changed`
}

const words = {
  'segment-missing': 'a segment file is missing',
  'header-lost': 'both headers of a segment are damaged',
  'header-copy-damaged': 'one of the two headers is damaged; the other was used',
  'header-of-another-journal': 'a segment belongs to another journal',
  'frame-damaged': 'bytes are damaged; the frame there is lost here',
  'frames-missing': 'frames are missing before this place',
  'tail-damaged': 'bytes at the end are damaged or were never finished',
  'chain-broken': 'a frame does not follow the one before it',
  'checkpoint-false': 'a checkpoint is not signed by this station or does not agree with the chain',
  'frame-unreadable': 'a frame holds what this program does not write',
  'entry-twice': 'an entry stands in the journal twice',
  'segment-unused': 'a segment was begun and never used',
  'segment-unreadable': 'a file cannot be read as a segment',
  'never-acknowledged': 'bytes behind the end of a segment that nobody was told are saved',
  'in-quarantine': 'damaged bytes are kept in quarantine',
} as const satisfies Record<Finding['code'], string>
