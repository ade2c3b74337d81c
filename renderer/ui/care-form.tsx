import { useState, type ReactNode } from 'react'
import { checkText, mostLine } from '#domain/text.ts'
import { tokyoDateOf, type Instant } from '#domain/time.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { Button } from './button.tsx'
import type { CareDraft } from './care-draft.ts'
import { words } from './care-form.words.ts'
import { Field, Said } from './field.tsx'
import { useWords } from './language.tsx'
import { RowLine } from './patient-line.tsx'
import { SavedState, type Saved } from './saved-state.tsx'
import { FootEnd, FootNote, Screen } from './screen.tsx'
import { Section } from './section.tsx'
import { WhenBox } from './when-box.tsx'
import { readWhen } from './when-text.ts'
import css from './care-form.module.css'

/** What every form of care has around its fields. */
export type CareFormProps<Form> = {
  readonly row: PatientRow
  readonly now: Instant
  readonly draft: CareDraft<Form>
  readonly onDraft: (draft: CareDraft<Form>) => void
  /** It says an earlier record right: a reason is asked for. */
  readonly isCorrection: boolean
  readonly saved: Saved
  readonly onBack: () => void
  /** What others left half-written here. */
  readonly how: ReactNode
}

/**
 * One record of care on a screen of its own: the fields between their title and what is told, with the patient beside the
 * button. `issues`: how many things are in the way; they are shown, and counted, once somebody wanted to save.
 */
export function CareForm<Form>({ of, title, note = null, asks, issues, act = 'save', onSave, children }: {
  readonly of: CareFormProps<Form>
  readonly title: string
  readonly note?: ReactNode
  /** Told and not in the way, in sentences. */
  readonly asks: readonly string[]
  readonly issues: number
  readonly act?: 'save' | 'review'
  /** Somebody wants to save: the fields say what is in the way from now on. */
  readonly onSave: () => void
  readonly children: ReactNode
}) {
  const { row, now, draft, onDraft, isCorrection, saved, onBack, how } = of
  const say = useWords(words)
  const [isTried, setTried] = useState(false)
  const isReasoned = !isCorrection || (draft.reason.trim() !== '' && checkText(draft.reason, mostLine).ok)
  const count = issues + (isReasoned ? 0 : 1)
  const save = (): void => {
    setTried(true)
    if (saved.kind !== 'saving') onSave()
  }
  return (
    <Screen
      label={title}
      keys={{ onSave: save, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          {isTried && count > 0 && <FootNote><b>{say.lookAgain(count)}</b></FootNote>}
          <SavedState saved={saved} />
          <FootEnd>
            <RowLine row={row} today={tokyoDateOf(now)} />
            <Button look="primary" keys={['Ctrl', 'Enter']} onPress={save}>{act === 'review' ? say.review : isCorrection ? say.correct : say.save}</Button>
          </FootEnd>
        </>
      }
    >
      <div className={css['page']}>
        {how}
        <Section title={title} note={isCorrection ? say.correcting : note}>
          <div className={css['top']}>
            <WhenBox label={say.when} when={draft.when} onWhen={(when) => onDraft({ ...draft, when })} now={now} />
            {isCorrection && <Field label={say.reason} value={draft.reason} onChange={(reason) => onDraft({ ...draft, reason })} most={mostLine} says={isTried && draft.reason.trim() === '' ? { kind: 'bad', words: say.reasonMissing } : null} />}
          </div>
        </Section>
        {children}
        {asks.length > 0 && <ul className={css['asks']}>{asks.map((ask) => <li key={ask}><Said says={{ kind: 'ask', words: ask }} /></li>)}</ul>}
      </div>
    </Screen>
  )
}

/** The moment of a form and its reason; null: one of them is in the way. */
export function whenAndReason<Form>({ draft, isCorrection, now }: Pick<CareFormProps<Form>, 'draft' | 'isCorrection' | 'now'>): { readonly at: Instant | null } | null {
  const when = readWhen(draft.when, now)
  const isReasoned = !isCorrection || (draft.reason.trim() !== '' && checkText(draft.reason, mostLine).ok)
  return when.ok && isReasoned ? when.value : null
}
