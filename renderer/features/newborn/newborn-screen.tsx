import { useState } from 'react'
import { newborn, type NewbornDesk, type NewbornForm } from '#domain/patient/newborn.ts'
import type { Draft } from '#domain/log/entry.ts'
import { numberOf } from '#domain/patient/register.ts'
import { mostName } from '#domain/text.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { NumberToGive } from '#renderer/ui/number-to-give.tsx'
import { PatientName } from '#renderer/ui/patient-name.tsx'
import { RowLine } from '#renderer/ui/patient-line.tsx'
import { patientWords } from '#renderer/ui/patient-words.ts'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { useBlank } from '#renderer/ui/use-blank.ts'
import { words } from './words.ts'
import css from './newborn.module.css'

const orders = [['', 'o'], ['1', 'o1'], ['2', 'o2'], ['3', 'o3'], ['4', 'o4']] as const

/** A child of a patient here: everything but the sex is known already. */
export function NewbornScreen({ mother, form, onForm, desk, saved, onSave, onBack }: {
  readonly mother: KnownRow
  readonly form: NewbornForm
  readonly onForm: (form: NewbornForm) => void
  readonly desk: NewbornDesk
  readonly saved: Saved
  readonly onSave: (draft: Draft<'patient-registered'>) => void
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const sexWords = useWords(patientWords).sex
  const texts = useWords(textFaultWords)
  const [isTried, setTried] = useState(false)
  const decided = newborn(mother, form, desk)
  const numbered = numberOf(form.blank, desk)
  const blank = useBlank(form.blank)
  // What is wrong with the number of a band its own box says.
  const issues = decided.ok || !isTried ? [] : decided.error.flatMap((issue) => (issue.field === 'blank' ? [] : [issue]))
  const save = (): void => {
    setTried(true)
    if (decided.ok && !blank.isMissing && saved.kind !== 'saving') onSave(decided.value.draft)
  }
  const sentence = (issue: (typeof issues)[number]): string => {
    switch (issue.code) {
      case 'text-too-long':
      case 'text-has-control-characters':
      case 'text-is-broken':
        return textFaultSentence(issue, texts)
      case 'born-later':
      case 'birth-day-needed':
      case 'name-too-long':
      case 'text-has-line-breaks':
        return say.fault[issue.code]
      case 'birth-not-understood':
      case 'no-such-day':
      case 'before-meiji':
        return say.fault.birth
      case 'letters-used':
      case 'series-used-up':
      case 'new-letters-needed':
        return say.fault.numbers
    }
  }
  const says = (field: (typeof issues)[number]['field']): FieldSays | null => {
    const issue = issues.find((one) => one.field === field)
    return issue === undefined ? null : { kind: 'bad', words: sentence(issue) }
  }
  const other = issues.find(({ field }) => field === 'mother' || field === 'number')
  return (
    <Screen
      label={say.title}
      pace="spacious"
      keys={{ onSave: save, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootEnd>
            <SavedState saved={saved} />
            <Button look="primary" keys={['Ctrl', 'Enter']} onPress={save}>{say.save}</Button>
          </FootEnd>
        </>
      }
    >
      <div className={css['page']}>
        <Section title={say.title} note={say.mother}>
          <RowLine row={mother} today={desk.today} />
        </Section>
        <NumberToGive
          label={say.number} number={numbered.ok ? numbered.value.number : null} end={decided.ok ? <b className={css['called']}><PatientName naming={decided.value.draft.body.naming} /></b> : null}
          blank={blank} typed={form.blank} onTyped={(typed) => onForm({ ...form, blank: typed })} blanks={desk.blanks} isAsked={isTried}
        />
        {other !== undefined && <Banner look="danger">{sentence(other)}</Banner>}
        <Choice label={say.sex} options={(['male', 'female', 'unknown'] as const).map((value) => ({ value, label: sexWords[value] }))} value={form.sex === 'other' ? null : form.sex} onChange={(sex) => onForm({ ...form, sex })} autoFocus />
        <Choice
          label={say.order} options={orders.map(([, key]) => ({ value: key, label: say.orders[key] }))} value={orders.find(([order]) => order === form.order)?.[1] ?? 'o'}
          onChange={(key) => onForm({ ...form, order: orders.find(([, one]) => one === key)?.[0] ?? '' })}
        />
        <div className={css['pair']}>
          <Field label={say.birth} hint={say.birthHint} value={form.birthText} onChange={(birthText) => onForm({ ...form, birthText })} most={mostName} says={says('birthText')} />
          <Field label={say.bed} value={form.bed} onChange={(bed) => onForm({ ...form, bed })} most={mostName} says={says('bed')} />
        </div>
      </div>
    </Screen>
  )
}
