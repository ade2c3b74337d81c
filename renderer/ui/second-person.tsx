import type { TypedTwo } from '#domain/record/by-two.ts'
import { mostLine, mostName } from '#domain/text.ts'
import { Choice } from './choice.tsx'
import { Field, type FieldSays } from './field.tsx'
import { useWords } from './language.tsx'
import { secondWords } from './second-person.words.ts'
import css from './second-person.module.css'

/** The second pair of eyes, by number or name; or one person alone, and why: that is saved at once and countersigned later. */
export function SecondPerson({ two, onTwo, typed, onTyped, name, says }: {
  readonly two: TypedTwo
  readonly onTwo: (two: TypedTwo) => void
  readonly typed: string
  readonly onTyped: (typed: string) => void
  /** Whom that names; null: nobody, or not yet. */
  readonly name: string | null
  readonly says: FieldSays | null
}) {
  const say = useWords(secondWords)
  return (
    <div className={css['second']}>
      <Choice
        label={say.label} look="joined" options={[{ value: 'two', label: say.two }, { value: 'alone', label: say.alone }]} value={two.isAlone ? 'alone' : 'two'}
        onChange={(value) => onTwo({ ...two, isAlone: value === 'alone' })}
      />
      {two.isAlone ? (
        <Field label={say.because} hint={say.becauseHint} value={two.aloneBecause} onChange={(aloneBecause) => onTwo({ ...two, aloneBecause })} most={mostLine} says={says} />
      ) : (
        <Field label={say.who} hint={say.whoHint} value={typed} onChange={onTyped} most={mostName} says={says} help={name === null ? null : <b>{say.found(name)}</b>} />
      )}
    </div>
  )
}
