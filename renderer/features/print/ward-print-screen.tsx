import { FileHeart, Printer } from 'lucide-react'
import { sheetForms } from '#domain/print/form.ts'
import type { PaperOut } from '#domain/view/paper-out.ts'
import type { Instant } from '#domain/time.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { nearMoment } from '#renderer/ui/moment.ts'
import { Progress } from '#renderer/ui/progress.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './print.module.css'

export type PackState =
  | { readonly stage: 'idle' }
  | { readonly stage: 'reading' | 'recording'; readonly done: number; readonly of: number; readonly secondsLeft: number | null }
  | { readonly stage: 'stopped' }
  | { readonly stage: 'failed' }
  | { readonly stage: 'done'; readonly documents: number }

const mostBlanks = 20
const mostOld = 12

/** How many blank sets, as typed; null: not a number from 0 to 20. */
export function readBlanks(typed: string): number | null {
  const text = typed.normalize('NFKC').trim()
  return /^\d{1,2}$/.test(text) && Number(text) <= mostBlanks ? Number(text) : null
}

/** The ward on paper in two presses, and what paper is old by now. */
export function WardPrintScreen({ people, blanks, onBlanks, state, old, nameOf, now, onPrint, onContinuity, onStop, onBack }: {
  readonly people: number
  readonly blanks: string
  readonly onBlanks: (blanks: string) => void
  readonly state: PackState
  readonly old: readonly PaperOut[]
  readonly nameOf: (paper: PaperOut) => string
  readonly now: Instant
  readonly onPrint: (blanks: number) => void
  readonly onContinuity: () => void
  readonly onStop: () => void
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const language = useLanguage()
  const sets = readBlanks(blanks)
  const isBusy = state.stage === 'reading' || state.stage === 'recording'
  const print = (): void => {
    if (sets !== null && !isBusy) onPrint(sets)
  }
  return (
    <Screen
      label={say.title}
      pace="spacious"
      keys={{ onSave: print, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{say.pack.people(people)}</FootNote>
          <FootEnd><Button look="primary" icon={Printer} keys={['Ctrl', 'Enter']} autoFocus onPress={print} offBecause={sets === null ? say.pack.blanksBad : isBusy ? say.pack[state.stage] : null}>{say.pack.print}</Button></FootEnd>
        </>
      }
    >
      <div className={css['page']}>
        <Section title={say.pack.title} note={say.pack.lead}>
          <Field label={say.pack.blanks} hint={say.pack.blanksHint} kind="digits" width={4} value={blanks} onChange={onBlanks} says={sets === null ? { kind: 'bad', words: say.pack.blanksBad } : null} />
          {isBusy && <Progress what={say.pack[state.stage]} done={state.done} of={state.of} unit={state.stage === 'reading' ? say.pack.people1 : say.pack.sheets1} secondsLeft={state.secondsLeft} onStop={state.stage === 'reading' ? onStop : null} />}
          {state.stage === 'stopped' && <Banner>{say.pack.stopped}</Banner>}
          {state.stage === 'failed' && <Banner look="danger">{say.pack.failed}</Banner>}
          {state.stage === 'done' && <Banner look="ok">{say.pack.done(state.documents)}</Banner>}
        </Section>
        <Section title={say.leave.title} note={say.leave.lead}>
          <div className={css['row']}><Button icon={FileHeart} offBecause={isBusy ? say.pack[state.stage] : null} onPress={onContinuity}>{say.leave.act}</Button></div>
        </Section>
        <Section title={say.old.title} note={String(old.length)}>
          {old.length === 0 ? <p>{say.old.none}</p> : (
            <ul className={css['old']}>
              {old.slice(0, mostOld).map((paper) => <li key={`${paper.patient} ${paper.form}`}><Written>{say.old.line(sheetForms[paper.form].label[language], nearMoment(paper.at, now), nameOf(paper))}</Written></li>)}
              {old.length > mostOld && <li>{say.old.more(old.length - mostOld)}</li>}
            </ul>
          )}
        </Section>
      </div>
    </Screen>
  )
}
