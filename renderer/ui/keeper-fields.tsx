import { mostName } from '#domain/text.ts'
import { Field } from './field.tsx'
import { keeperWords } from './keeper-words.ts'
import { useWords } from './language.tsx'
import css from './keeper-fields.module.css'

/** Who does this, as typed: while sealed nobody is at work, and every change still has a name and a number. */
export type KeeperTyped = { readonly name: string; readonly staffNumber: string }
export const nobodyTyped: KeeperTyped = { name: '', staffNumber: '' }

export function KeeperFields({ typed, onTyped, autoFocus = false }: { readonly typed: KeeperTyped; readonly onTyped: (typed: KeeperTyped) => void; readonly autoFocus?: boolean }) {
  const say = useWords(keeperWords)
  return (
    <div className={css['fields']}>
      <Field label={say.name} most={mostName} autoFocus={autoFocus} value={typed.name} onChange={(name) => onTyped({ ...typed, name })} />
      <Field label={say.staffNumber} most={16} width={16} value={typed.staffNumber} onChange={(staffNumber) => onTyped({ ...typed, staffNumber })} />
    </div>
  )
}
