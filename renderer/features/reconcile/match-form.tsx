import { useState } from 'react'
import { emptyMatch, type MatchForm, type MatchIssue } from '#domain/reconcile/decide-match.ts'
import { mostLine, mostName } from '#domain/text.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import type { FieldSays } from '#renderer/ui/field.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useSubmitKeys } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { SecondPerson } from '#renderer/ui/second-person.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { words } from './words.ts'
import css from './reconcile.module.css'

/** What two people settle on. Nothing is chosen before they do; the number of the one they look at is filled in. */
export function MatchDecisionForm({ hospitalId, second, onSecond, secondName, saved, onDecide }: {
  /** Of the candidate they look at; empty: none. */
  readonly hospitalId: string
  readonly second: string
  readonly onSecond: (typed: string) => void
  readonly secondName: string | null
  readonly saved: Saved
  /** What was in the way; empty when it was saved. */
  readonly onDecide: (form: MatchForm) => readonly MatchIssue[]
}) {
  const say = useWords(words).match
  const [form, setForm] = useState<MatchForm>({ ...emptyMatch, hospitalId })
  const [issues, setIssues] = useState<readonly MatchIssue[]>([])
  const says = (field: MatchIssue['field']): FieldSays | null => {
    const issue = issues.find((one) => one.field === field)
    const faults: Readonly<Record<string, string>> = say.fault
    return issue === undefined ? null : { kind: 'bad', words: faults[issue.code] ?? say.fault.text }
  }
  const act = (): void => setIssues(onDecide(form))
  return (
    <Section title={say.decide}>
      <div className={css['form']} {...useSubmitKeys({ onSave: act })}>
        <Choice
          label={say.decision} autoFocus={hospitalId !== ''} options={(['same', 'new', 'unsure'] as const).map((value) => ({ value, label: say[value] }))}
          value={form.decision === 'same' || form.decision === 'new' || form.decision === 'unsure' ? form.decision : null} onChange={(decision) => setForm({ ...form, decision })} says={says('decision')}
        />
        <div className={css['pair']}>
          <Field label={say.number} value={form.hospitalId} onChange={(typed) => setForm({ ...form, hospitalId: typed })} most={mostName} isOff={form.decision === 'unsure'} says={says('hospitalId')} help={form.decision === 'new' ? say.idHint : null} />
          <Field label={say.reason} hint={say.reasonHint} value={form.reason} onChange={(reason) => setForm({ ...form, reason })} most={mostLine} says={says('reason')} />
        </div>
        <SecondPerson two={form} onTwo={(two) => setForm({ ...form, ...two })} typed={second} onTyped={onSecond} name={secondName} says={says('second')} />
        <div className={css['acts']}><Button look="primary" keys={['Ctrl', 'Enter']} onPress={act}>{say.act}</Button><SavedState saved={saved} /></div>
      </div>
    </Section>
  )
}
