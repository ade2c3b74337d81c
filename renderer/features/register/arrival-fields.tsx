import type { RegistrationForm } from '#domain/patient/register.ts'
import { mostLine, mostName } from '#domain/text.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { words } from './words.ts'
import css from './register.module.css'

/** Where somebody comes from whom another hospital sent. Every box may stay empty. */
export function ArrivalFields({ form, onForm, saysOf }: {
  readonly form: RegistrationForm
  readonly onForm: (form: RegistrationForm) => void
  readonly saysOf: (field: 'cameFrom' | 'sentBy' | 'otherNumber') => FieldSays | null
}) {
  const say = useWords(words).arrival
  return (
    <Section title={say.title} level={3} end={<Button size="small" look="quiet" onPress={() => onForm({ ...form, isTransfer: false })}>{say.none}</Button>}>
      <div className={css['arrival']}>
        <Field label={say.from} value={form.cameFrom} onChange={(cameFrom) => onForm({ ...form, cameFrom })} most={mostLine} says={saysOf('cameFrom')} autoFocus={form.cameFrom === ''} />
        <Field label={say.sentBy} hint={say.sentByHint} value={form.sentBy} onChange={(sentBy) => onForm({ ...form, sentBy })} most={mostName} says={saysOf('sentBy')} />
        <Field label={say.otherNumber} value={form.otherNumber} onChange={(otherNumber) => onForm({ ...form, otherNumber })} most={mostName} says={saysOf('otherNumber')} />
        <Choice
          label={say.letter} look="bare" options={[{ value: 'yes' as const, label: say.yes }, { value: 'no' as const, label: say.no }]} value={form.letter === '' ? null : form.letter}
          onChange={(letter) => onForm({ ...form, letter })}
        />
      </div>
    </Section>
  )
}
