import { FileText, FolderOpen } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import type { FaultCount } from '#domain/reference/reference-fact.ts'
import type { ReferenceCard, ReferenceKind } from '#domain/reference/reference-set.ts'
import type { Instant } from '#domain/time.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useWords, type Spoken } from '#renderer/ui/language.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { ReferenceAge } from '#renderer/ui/reference-age.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { words } from './words.ts'
import css from './reference.module.css'

/** First stop: which file. The page reads what a person chooses here and no other file of the PC. */
export function ImportFile({ kind, isLooking, refused, onFiles, onBack }: {
  readonly kind: ReferenceKind
  readonly isLooking: boolean
  /** Why the file chosen before cannot be used. */
  readonly refused: string | null
  readonly onFiles: (files: readonly File[]) => void
  readonly onBack: () => void
}) {
  const all = useWords(words)
  const say = all.file
  const isFolder = kind === 'documents'
  const offBecause = isLooking ? say.looking : null
  const chosen = (files: FileList | null): void => {
    if (files !== null && files.length > 0) onFiles([...files])
  }
  return (
    <Screen label={all.label} pace="spacious" keys={{ onBack }} foot={<Button keys={['Esc']} onPress={onBack}>{all.back}</Button>}>
      <div className={css['page']}>
        <div>
          <h2 className={css['title']}>{say.title[kind]}</h2>
          <p className={css['lead']}>{say.lead}</p>
        </div>
        {refused !== null && <Banner look="warn">{refused} {all.refused.same}</Banner>}
        <div className={css['ways']}>
          {!isFolder && (
            <>
              <FileTrigger allowsMultiple onSelect={chosen}><Button icon={FileText} autoFocus onPress={() => undefined} offBecause={offBecause}>{say.chooseFile}</Button></FileTrigger>
              <span>{say.fileNote}</span>
            </>
          )}
          <FileTrigger acceptDirectory onSelect={chosen}><Button icon={FolderOpen} autoFocus={isFolder} onPress={() => undefined} offBecause={offBecause}>{say.chooseFolder}</Button></FileTrigger>
          <span>{isFolder ? say.documentsNote : say.folderNote}</span>
        </div>
        {isFolder && <Banner look="info" isAnnounced={false}>{say.pdfNote}</Banner>}
      </div>
    </Screen>
  )
}

export type Running = { readonly at: 'reading' | 'sealing'; readonly done: number; readonly of: number; readonly rows: number; readonly faults: number; readonly secondsLeft: number | null }

export function ImportRunning({ kind, progress, onStop }: { readonly kind: ReferenceKind; readonly progress: Running; readonly onStop: () => void }) {
  const all = useWords(words)
  const say = all.run
  const isReading = progress.at === 'reading'
  const mib = (bytes: number): number => Math.round(bytes / 1024 / 1024)
  return (
    <Screen label={all.label} pace="spacious" keys={{ onBack: onStop }}>
      <div className={css['page']}>
        <div>
          <h2 className={css['title']}>{say.title}</h2>
          <p className={css['lead']}>{say.lead}</p>
        </div>
        <Progress
          what={isReading ? `${say.reading} ${(kind === 'documents' ? say.files : say.rows)(progress.rows.toLocaleString('en-US'))}` : say.sealing}
          done={isReading ? mib(progress.done) : progress.done}
          of={isReading ? mib(progress.of) : progress.of}
          unit={isReading ? 'MB' : say.people}
          secondsLeft={progress.secondsLeft}
          onStop={onStop}
        />
      </div>
    </Screen>
  )
}

export function ImportDone({ card, faults, pdfs, stoppedAt, now, onFinish }: { readonly card: ReferenceCard; readonly faults: FaultCount; readonly pdfs: number; readonly stoppedAt: Instant | null; readonly now: Instant; readonly onFinish: () => void }) {
  const all = useWords(words)
  const say = all.done
  const isFolder = card.kind === 'documents'
  return (
    <Screen label={all.label} pace="spacious" keys={{ onSave: onFinish, onBack: onFinish }} foot={<FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} onPress={onFinish} autoFocus>{say.finish}</Button></FootEnd>}>
      <div className={css['page']}>
        <div>
          <h2 className={css['title']}>{say.title}</h2>
          <p className={css['lead']}>{isFolder ? say.replacedDocuments(card.documents.toLocaleString('en-US')) : say.replaced(card.patients.toLocaleString('en-US'))} <b><ReferenceAge takenAt={card.takenAt} stoppedAt={stoppedAt} now={now} /></b></p>
        </div>
        {pdfs > 0 && <Banner look="warn">{say.pdfs(pdfs.toLocaleString('en-US'))}</Banner>}
        {faults.total === 0 ? <Banner look="ok">{isFolder ? say.allTaken : say.noFaults}</Banner> : <Faults faults={faults} isFolder={isFolder} />}
      </div>
    </Screen>
  )
}

export function ImportRefused({ kind, sentence, faults, onAgain, onBack }: { readonly kind: ReferenceKind; readonly sentence: string; readonly faults: FaultCount | null; readonly onAgain: () => void; readonly onBack: () => void }) {
  const all = useWords(words)
  const say = all.refused
  return (
    <Screen label={all.label} pace="spacious" keys={{ onBack, onSave: onAgain }} foot={<><Button keys={['Esc']} onPress={onBack}>{all.back}</Button><FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} autoFocus onPress={onAgain}>{say.again}</Button></FootEnd></>}>
      <div className={css['page']}>
        <h2 className={css['title']}>{say.title}</h2>
        <Banner look="warn">{sentence} {say.same}</Banner>
        {faults !== null && faults.total > 0 && <Faults faults={faults} isFolder={kind === 'documents'} />}
      </div>
    </Screen>
  )
}

/** How many of each reason, and the rows themselves as text that can be selected and copied; nothing of a patient stands in it. */
function Faults({ faults, isFolder }: { readonly faults: FaultCount; readonly isFolder: boolean }) {
  const all = useWords(words)
  const say = all.done
  const lines = faults.listed.map(({ code, place }) => `${place.file > 1 || place.row === null ? `${say.inFile(place.file)}　` : ''}${place.row === null ? '' : `${say.row(place.row)}　`}${faultSays(code, all)}`)
  const more = faults.total - faults.listed.length
  return (
    <Section title={(isFolder ? say.notTaken : say.faults)(faults.total.toLocaleString('en-US'))} note={say.faultsNote}>
      <dl className={css['counts']}>
        {Object.entries(faults.byCode).map(([code, count]) => [<dt key={`${code} t`}>{faultSays(code, all)}</dt>, <dd key={code}><b>{count.toLocaleString('en-US')}</b></dd>])}
      </dl>
      <textarea className={css['faults']} readOnly aria-label={isFolder ? say.notTakenList : say.list} rows={10} value={[...lines, ...(more > 0 ? [say.more(more.toLocaleString('en-US'))] : [])].join('\n')} />
    </Section>
  )
}

/** A reason in words; one that a later reader adds is still told. */
export function faultSays(code: string, say: Spoken<typeof words>): string {
  const known: Readonly<Record<string, string>> = say.fault
  return known[code] ?? say.unknownFault
}
