import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { saysOfAgain, saysOfPassphrase } from './says.ts'
import { words } from './words.ts'
import css from './maintenance.module.css'

export type Typed = { readonly first: string; readonly again: string }
export const nothingTyped: Typed = { first: '', again: '' }

/** A passphrase being chosen, typed twice: nobody can read the dots. */
export function PassphraseFields({ typed, onTyped, isFirst = true }: { readonly typed: Typed; readonly onTyped: (typed: Typed) => void; readonly isFirst?: boolean }) {
  const say = useWords(words)
  return (
    <div className={css['fields']}>
      <Field label={say.passphrase} hint={say.passphraseHint} kind="secret" autoFocus={isFirst} value={typed.first} onChange={(first) => onTyped({ ...typed, first })} says={saysOfPassphrase(typed.first, say)} />
      <Field label={say.again} kind="secret" value={typed.again} onChange={(again) => onTyped({ ...typed, again })} says={saysOfAgain(typed.first, typed.again, say)} />
    </div>
  )
}
