import { numberFromBlank, type Blanks } from '#domain/number/blank.ts'
import { mostName } from '#domain/text.ts'
import css from './blank-field.module.css'
import { blankWords } from './blank-words.ts'
import { Button } from './button.tsx'
import { Field, type FieldSays } from './field.tsx'
import { useWords } from './language.tsx'

/** The number of the band that is worn already. What is wrong with it is said while the band is still at hand. */
export function BlankField({ typed, onTyped, blanks, isAsked, onAutomatic }: {
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly blanks: Blanks
  /** Somebody wanted to save: an empty box is told, too. */
  readonly isAsked: boolean
  readonly onAutomatic: () => void
}) {
  const say = useWords(blankWords)
  const read = numberFromBlank(typed, blanks)
  // Nine symbols make a number: before them nothing is wrong yet.
  const isWhole = typed.replace(/[^0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/g, '').length >= 9
  const says: FieldSays | null =
    read.ok ? null // the plate above shows the number that it is now
    : typed.trim() === '' ? (isAsked ? { kind: 'bad', words: say.missing } : null)
    : isWhole || isAsked ? { kind: 'bad', words: say.fault[read.error.code] }
    : null
  return (
    <div className={css['blank']}>
      <Field label={say.label} hint={say.hint} value={typed} onChange={onTyped} most={mostName} kind="code" says={says} autoFocus />
      <div className={css['back']}><Button size="small" look="quiet" onPress={onAutomatic}>{say.automatic}</Button></div>
    </div>
  )
}
