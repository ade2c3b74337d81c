import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Output, StationStatus } from '#domain/bridge.ts'
import { readStaffNumber, type StaffNumber } from '#domain/ids.ts'
import { canRead, csvMeanings, type CsvMapping } from '#domain/reference/csv-mapping.ts'
import type { FaultCount } from '#domain/reference/reference-fact.ts'
import { isOlder, type ListKind, type ReferenceKind, type ReferenceSource } from '#domain/reference/reference-set.ts'
import { readTakenAt, takenAtText } from '#domain/reference/taken-at.ts'
import { instantOf, type Instant } from '#domain/time.ts'
import { ImportCheck, type Asked, type MissingAnswer } from '../features/reference/import-check.tsx'
import { faultSays, ImportDone, ImportFile, ImportRefused, ImportRunning, type Running } from '../features/reference/import-steps.tsx'
import { ReferenceHome, type ListShown } from '../features/reference/reference-home.tsx'
import { words } from '../features/reference/words.ts'
import type { CsvSniff } from '../reference/read-csv.ts'
import type { OpenWard } from '../session/open-ward.ts'
import type { DocumentsState, ListState } from '../session/reference.ts'
import { giveUpImport, importReference, type ListImported, type ListImportFault } from '../session/reference-import.ts'
import { useWords } from '../ui/language.tsx'
import type { ImportProgress, ImportSource } from '../workers/reference-jobs.ts'
import { startReferenceWorker, type ReferenceWorker } from '../workers/reference-worker.ts'
import { usePorts } from './ports.ts'
import { useNow } from './use-now.ts'
import { useStoppedAt } from './use-stopped-at.ts'

type Cards = Output<'reference:cards'>
type Chosen = { readonly source: ReferenceSource; readonly files: readonly File[]; readonly csv: CsvSniff | null }

type Stop =
  | { readonly at: 'home' }
  | { readonly at: 'file'; readonly kind: ReferenceKind; readonly isLooking: boolean; readonly refused: string | null }
  | { readonly at: 'check'; readonly kind: ReferenceKind; readonly chosen: Chosen; readonly asked: Asked }
  | { readonly at: 'running'; readonly kind: ReferenceKind; readonly progress: Running }
  | { readonly at: 'done'; readonly imported: ListImported }
  | { readonly at: 'refused'; readonly kind: ReferenceKind; readonly sentence: string; readonly faults: FaultCount | null }

/** The hospital's lists: what is here and of when, and the way a newer one comes in. The same while sealed and in the open ward. */
export function ReferencePlace({ status, open, by, onBack }: { readonly status: StationStatus & { readonly card: NonNullable<StationStatus['card']> }; readonly open: OpenWard | null; readonly by: StaffNumber | null; readonly onBack: () => void }) {
  const { bridge, hand } = usePorts()
  const say = useWords(words)
  const now = useNow()
  const [cards, setCards] = useReferenceCards()
  const stoppedAt = useStoppedAt(status)
  const states = useSyncExternalStore(open?.reference.subscribe ?? noChange, open?.reference.lists ?? noLists)
  const documents = useSyncExternalStore(open?.reference.subscribe ?? noChange, open?.reference.documents ?? noDocuments)
  const [stop, setStop] = useState<Stop>({ at: 'home' })
  const worker = useRef<ReferenceWorker | null>(null)
  const endWorker = (): void => {
    worker.current?.stop()
    worker.current = null
  }
  // A screen that goes away takes its import along: nothing of it has replaced anything yet.
  useEffect(() => () => {
    if (worker.current === null) return
    endWorker()
    void giveUpImport(bridge)
  }, [bridge])

  async function look(kind: ReferenceKind, files: readonly File[]): Promise<void> {
    setStop({ at: 'file', kind, isLooking: true, refused: null })
    const source = kind === 'documents' ? 'folder' : sourceOf(files)
    const asked: Asked = { when: takenAtText(fileTime(source === 'folder' ? files : files.slice(0, 1), now)), why: null, staffNumber: by ?? '' }
    const [file] = files
    if (source !== 'csv' || file === undefined) return setStop({ at: 'check', kind, chosen: { source, files, csv: null }, asked })
    const kept = await bridge.call('reference:mappings')
    worker.current ??= startReferenceWorker()
    const sniffed = await worker.current.sniff(file, kept.ok ? kept.value.mappings : []).catch(() => null)
    if (sniffed?.ok === true) setStop({ at: 'check', kind, chosen: { source, files: [file], csv: sniffed.value }, asked })
    else setStop({ at: 'file', kind, isLooking: false, refused: sniffed === null ? say.refused.codes['worker-failed'] : `${faultSays(sniffed.error, say)}。` })
  }

  async function run(kind: ReferenceKind, chosen: Chosen, { why }: Asked, takenAt: Instant, importer: StaffNumber): Promise<void> {
    const startedMs = performance.now()
    setStop({ at: 'running', kind, progress: { at: 'reading', done: 0, of: sizeOf(chosen.files), rows: 0, faults: 0, secondsLeft: null } })
    worker.current ??= startReferenceWorker()
    const mine = worker.current
    const onProgress = (progress: ImportProgress): void => setStop((before) => (before.at === 'running' ? { ...before, progress: runningOf(progress, before.progress, performance.now() - startedMs) } : before))
    const done = await importReference({ bridge, hand, worker: mine }, status, now, open?.keys ?? null, { kind, source: importSourceOf(chosen), takenAt, by: importer, why }, onProgress)
    if (worker.current !== mine) return // stopped meanwhile
    endWorker()
    if (!done.ok) return setStop({ at: 'refused', kind, sentence: sentenceOf(done.error, say), faults: 'faults' in done.error ? done.error.faults : null })
    setCards((before) => ({ ...before, cards: { ...before.cards, [kind]: done.value.card }, damaged: before.damaged.filter((one) => one !== kind) }))
    if (chosen.csv !== null && isWorthKeeping(chosen.csv.mapping)) await bridge.call('reference:keep-mapping', chosen.csv.mapping)
    setStop({ at: 'done', imported: done.value })
    void open?.reference.read()
  }

  function cancel(): void {
    endWorker()
    void giveUpImport(bridge)
    setStop({ at: 'home' })
  }

  switch (stop.at) {
    case 'home': {
      const mayImport = status.card.phase === 'sealed' || status.card.phase === 'open' || status.card.phase === 'reconciling'
      const shown = (kind: ListKind): ListShown => (open === null ? sealedShown(kind, cards) : openShown(kind, states[kind]))
      const folder = open === null ? sealedShown('documents', cards) : documentsShown(documents)
      return <ReferenceHome lists={{ patients: shown('patients'), census: shown('census'), documents: folder }} isOpen={open !== null} stoppedAt={stoppedAt} now={now} onImport={mayImport ? (kind) => setStop({ at: 'file', kind, isLooking: false, refused: null }) : null} onBack={onBack} />
    }
    case 'file':
      return <ImportFile kind={stop.kind} isLooking={stop.isLooking} refused={stop.refused} onFiles={(files) => void look(stop.kind, files)} onBack={() => setStop({ at: 'home' })} />
    case 'check': {
      const { kind, chosen, asked } = stop
      const takenAt = readTakenAt(asked.when, now)
      const present = cards.cards[kind]
      const olderThan = takenAt !== null && isOlder(present, takenAt) ? (present?.takenAt ?? null) : null
      const importer = readStaffNumber(asked.staffNumber)
      const missing: MissingAnswer | null = chosen.csv !== null && !canRead(chosen.csv.mapping) ? 'columns' : takenAt === null ? 'when' : olderThan !== null && asked.why === null ? 'why' : importer === null ? 'who' : null
      return (
        <ImportCheck
          looked={{ source: chosen.source, files: chosen.files.length, bytes: sizeOf(chosen.files), csv: chosen.csv }}
          asked={asked} takenAt={takenAt} olderThan={olderThan} isWhoAsked={by === null} missing={missing} stoppedAt={stoppedAt} now={now}
          onMapping={(mapping) => chosen.csv !== null && setStop({ ...stop, chosen: { ...chosen, csv: { ...chosen.csv, mapping, isKept: false } } })}
          onSource={chosen.source === 'csv' ? null : (source) => setStop({ ...stop, chosen: { ...chosen, source } })}
          onAsked={(next) => setStop({ ...stop, asked: next })}
          onRun={() => takenAt !== null && importer !== null && void run(kind, chosen, asked, takenAt, importer)}
          onBack={() => setStop({ at: 'file', kind, isLooking: false, refused: null })}
        />
      )
    }
    case 'running':
      return <ImportRunning kind={stop.kind} progress={stop.progress} onStop={cancel} />
    case 'done':
      return <ImportDone card={stop.imported.card} faults={stop.imported.faults} pdfs={stop.imported.pdfs} stoppedAt={stoppedAt} now={now} onFinish={() => setStop({ at: 'home' })} />
    case 'refused':
      return <ImportRefused kind={stop.kind} sentence={stop.sentence} faults={stop.faults} onAgain={() => setStop({ at: 'file', kind: stop.kind, isLooking: false, refused: null })} onBack={() => setStop({ at: 'home' })} />
  }
}

/** What lies here, as the machine knows it without a key. */
export function useReferenceCards(): readonly [Cards, (change: (before: Cards) => Cards) => void] {
  const { bridge } = usePorts()
  const [cards, setCards] = useState<Cards>({ cards: { patients: null, census: null, documents: null }, damaged: [] })
  useEffect(() => void bridge.call('reference:cards').then((found) => found.ok && setCards(found.value)), [bridge])
  return [cards, setCards]
}

const noChange = () => () => undefined
const nothing = { patients: { is: 'none' }, census: { is: 'none' } } as const
const noLists = () => nothing
const none = { is: 'none' } as const
const noDocuments = () => none

function sealedShown(kind: ReferenceKind, { cards, damaged }: Cards): ListShown {
  return { kind, card: cards[kind], is: damaged.includes(kind) ? 'card-damaged' : cards[kind] === null ? 'none' : 'sealed', unowned: null }
}

function openShown(kind: ReferenceKind, state: ListState): ListShown {
  switch (state.is) {
    case 'none':
      return { kind, card: null, is: 'none', unowned: null }
    case 'reading':
      return { kind, card: state.card, is: 'reading', unowned: null }
    case 'here':
      return { kind, card: state.list.card, is: 'here', unowned: null }
    case 'unreadable':
      return { kind, card: state.card, is: state.why, unowned: null }
  }
}

function documentsShown(state: DocumentsState): ListShown {
  if (state.is !== 'here') return openShown('documents', state)
  const { card, whose } = state.documents
  return { kind: 'documents', card, is: whose.is === 'matching' ? 'reading' : 'here', unowned: whose.is === 'known' ? whose.owners.unowned : whose.is === 'no-list' ? 'no-list' : null }
}

/** Of many files the oldest: taken for newer than they are, they would be believed too long. */
function fileTime(files: readonly File[], now: Instant): Instant {
  return instantOf(files.reduce((oldest, { lastModified }) => Math.min(oldest, lastModified), Date.parse(now)))
}

/** By what was chosen: a folder is a storage, unless its files say otherwise. */
function sourceOf(files: readonly File[]): ReferenceSource {
  const [first] = files
  const isFolder = first !== undefined && first.webkitRelativePath !== ''
  const ends = (form: RegExp): boolean => files.some(({ name }) => form.test(name))
  if (ends(/\.(ndjson|json)$/i)) return 'fhir'
  if (ends(/\.hl7$/i)) return 'hl7'
  return isFolder ? 'ss-mix2' : 'csv'
}

function importSourceOf({ source, files, csv }: Chosen): ImportSource {
  const [file] = files
  if (source === 'csv' && csv !== null && file !== undefined) return { from: 'csv', file, how: { encoding: csv.encoding, delimiter: csv.delimiter, mapping: csv.mapping } }
  return { from: source === 'csv' ? 'hl7' : source, files: files.map((one) => ({ path: one.webkitRelativePath === '' ? one.name : one.webkitRelativePath, blob: one })) }
}

/** Only a head that names at least two of our meanings is one: the first row of a file without a head is a patient, and stays nowhere. */
function isWorthKeeping({ hasHead, columns }: CsvMapping): boolean {
  return hasHead && csvMeanings.filter((meaning) => columns[meaning] !== null).length >= 2
}

function sizeOf(files: readonly File[]): number {
  return files.reduce((sum, { size }) => sum + size, 0)
}

function runningOf(progress: ImportProgress, before: Running, elapsedMs: number): Running {
  if (progress.at === 'sealing') return { ...before, at: 'sealing', done: progress.done, of: progress.of, secondsLeft: null }
  const { readBytes, ofBytes, rows, faults } = progress
  const secondsLeft = elapsedMs < 1000 || readBytes === 0 ? null : (elapsedMs / 1000) * (ofBytes / readBytes - 1)
  return { at: 'reading', done: readBytes, of: ofBytes, rows, faults, secondsLeft }
}

function sentenceOf({ code }: ListImportFault, say: ReturnType<typeof useWords<typeof words>>): string {
  const codes: Readonly<Record<string, string>> = say.refused.codes
  if (code in say.fault) return `${faultSays(code, say)}。`
  return codes[code === 'not-saved' ? 'not-kept' : code] ?? say.refused.codes.other
}
