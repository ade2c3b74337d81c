import { bedsInShort, mostBedText, readBeds } from '#domain/beds.ts'
import { bedsWords } from './beds-field.words.ts'
import { Field } from './field.tsx'
import { useWords } from './language.tsx'

/** The ward's beds as typed, and what they are read as. `isBlankFine`: a screen that begins empty does not open with a complaint. */
export function BedsField({ typed, onTyped, lines = 1, isBlankFine = false }: {
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly lines?: number
  readonly isBlankFine?: boolean
}) {
  const say = useWords(bedsWords)
  const beds = readBeds(typed)
  const isQuiet = isBlankFine && typed.trim() === ''
  return (
    <Field
      label={say.label} hint={say.hint} help={say.help} lines={lines} most={mostBedText} value={typed} onChange={onTyped}
      says={beds.ok ? { kind: 'good', words: say.good(bedsInShort(beds.value), beds.value.length) } : isQuiet ? null : { kind: 'bad', words: say.fault[beds.error.code] }}
    />
  )
}
