import { FileText } from 'lucide-react'
import type { Naming } from '#domain/patient/naming.ts'
import type { PlainHtml } from '#domain/reference/plain-html.ts'
import type { Instant } from '#domain/time.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { PatientName } from '#renderer/ui/patient-name.tsx'
import { ReferenceAge } from '#renderer/ui/reference-age.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Written } from '#renderer/ui/written.tsx'
import type { PdfOpened } from '#renderer/workers/pdf-file.ts'
import type { PdfReader } from '#renderer/workers/pdf-reader.ts'
import { PdfView } from './pdf-view.tsx'
import { words as pdfWords } from './pdf-words.ts'
import { PlainPage } from './plain-page.tsx'
import { words } from './words.ts'
import css from './documents.module.css'

export type DocumentListed = { readonly document: number; readonly title: string; readonly kind: keyof typeof words.kind }

/** What of the chosen document can be shown. */
export type DocumentShown =
  | { readonly is: 'reading' | 'damaged' }
  | { readonly is: 'text'; readonly text: string; readonly isCut: boolean }
  | { readonly is: 'html'; readonly page: PlainHtml }
  | { readonly is: 'pdf'; readonly opened: PdfOpened; readonly reader: Pick<PdfReader, 'draw' | 'stop'> }
  | { readonly is: 'pdf-not'; readonly why: keyof typeof pdfWords.not }

/** What the hospital's system printed of one patient, beside its time: read, and never changed here. */
export function DocumentsScreen({ hospitalId, onList, listed, chosen, takenAt, stoppedAt, now, onChoose, onBack }: {
  readonly hospitalId: string
  /** Whose id it is, as the hospital's list says: beside the banner of the ward's own patient, a mistaken id is seen. */
  readonly onList: Extract<Naming, { kind: 'known' }> | null
  readonly listed: readonly DocumentListed[]
  readonly chosen: { readonly document: number; readonly shown: DocumentShown } | null
  readonly takenAt: Instant
  readonly stoppedAt: Instant | null
  readonly now: Instant
  readonly onChoose: (document: number) => void
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const title = listed.find(({ document }) => document === chosen?.document)?.title ?? null
  const age = <b><ReferenceAge takenAt={takenAt} stoppedAt={stoppedAt} now={now} /></b>
  return (
    <Screen label={say.label} keys={{ onBack }} foot={<Button keys={['Esc']} onPress={onBack}>{say.back}</Button>}>
      <div className={css['screen']}>
        <p className={css['whose']}>
          <span>{say.of(hospitalId)}</span>
          {onList !== null && <span>{say.onList} <PatientName naming={onList} /></span>}
          {age}
          <small>{say.readOnly}</small>
        </p>
        <div className={css['columns']}>
          <Section title={say.list} grows>
            <ul className={css['list']}>
              {listed.map(({ document, title: name, kind }, at) => (
                <li key={document}>
                  <Button icon={FileText} isOn={document === chosen?.document} autoFocus={at === 0} onPress={() => onChoose(document)}>
                    <Written>{name}</Written> <small>{say.kind[kind]}</small>
                  </Button>
                </li>
              ))}
            </ul>
          </Section>
          {chosen === null ? <p className={css['choose']}>{say.choose}</p> : (
            <Section title={<Written>{title}</Written>} note={age} grows><Shown shown={chosen.shown} label={title ?? ''} /></Section>
          )}
        </div>
      </div>
    </Screen>
  )
}

function Shown({ shown, label }: { readonly shown: DocumentShown; readonly label: string }) {
  const say = useWords(words)
  const sayOfPdf = useWords(pdfWords)
  switch (shown.is) {
    case 'reading':
      return <p>{say.reading}</p>
    case 'pdf':
      return <PdfView key={label} opened={shown.opened} reader={shown.reader} label={label} />
    case 'pdf-not':
      return <Banner look="danger">{sayOfPdf.not[shown.why]}</Banner>
    case 'damaged':
      return <Banner look="danger">{say.damaged}</Banner>
    case 'text':
    case 'html': {
      const isCut = shown.is === 'text' ? shown.isCut : shown.page.isCut
      return (
        <>
          {isCut && <Banner look="warn">{say.isCut}</Banner>}
          {shown.is === 'html' && <p className={css['note']}>{say.plain}</p>}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
          <div className={css['page']} lang="ja" tabIndex={0} role="group" aria-label={label}>
            {shown.is === 'text' ? <div className={css['typed']}>{shown.text}</div> : <PlainPage nodes={shown.page.nodes} />}
            {isCut && <p><b>{say.isCut}</b></p>}
          </div>
        </>
      )
    }
  }
}
