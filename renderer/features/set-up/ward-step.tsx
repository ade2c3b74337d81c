import { wardNumber } from '#domain/number/ward-number.ts'
import { mostName } from '#domain/text.ts'
import { BedsField } from '#renderer/ui/beds-field.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useWords, type Spoken } from '#renderer/ui/language.tsx'
import { readLetters } from './draft.ts'
import type { StepProps } from './set-up.tsx'
import { words } from './words.ts'
import css from './steps.module.css'

/** Four fields; the bed list is made from a count. */
export function WardStep({ draft, onDraft }: StepProps) {
  const say = useWords(words).ward
  return (
    <div className={css['fields']}>
      <Field label={say.hospital} value={draft.hospital} most={mostName} onChange={(hospital) => onDraft({ ...draft, hospital })} autoFocus />
      <Field label={say.ward} value={draft.ward} most={mostName} onChange={(ward) => onDraft({ ...draft, ward })} />
      <Field
        label={say.letters} hint={say.lettersHint} help={say.lettersHelp} value={draft.letters} most={2} width={6}
        onChange={(letters) => onDraft({ ...draft, letters })} says={saysOfLetters(draft.letters, say)}
      />
      <BedsField isBlankFine typed={draft.beds} onTyped={(beds) => onDraft({ ...draft, beds })} />
    </div>
  )
}

function saysOfLetters(typed: string, say: Spoken<typeof words.ward>): FieldSays | null {
  if (typed.trim().length < 2) return null
  const letters = readLetters(typed)
  if (letters === null) return { kind: 'bad', words: say.lettersBad }
  return { kind: 'good', words: say.lettersGood(wardNumber('real', letters, 1)) }
}
