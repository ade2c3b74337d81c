import { z } from 'zod'
import { mostName, typedText } from '../text.ts'

const name = typedText(mostName)

/** Two words of the phonetic list (alias.ts): how an unidentified patient is called until known, and found for ever. */
export const Alias = z.tuple([z.string().min(1).max(20), z.string().min(1).max(20)])
export type Alias = z.infer<typeof Alias>

/**
 * What a patient is called. A known patient may have only a part (a surname on a tag, kana by voice);
 * an unknown one has an alias and never an invented name.
 */
export const Naming = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('known'), family: name, given: name, familyKana: name, givenKana: name })
    .refine((known) => [known.family, known.given, known.familyKana, known.givenKana].some((part) => part.trim() !== '')),
  z.object({ kind: z.literal('unknown'), alias: Alias }),
])
export type Naming = z.infer<typeof Naming>

/** The one line a list shows. An alias is marked ◇ everywhere, also on paper. */
export function shownName(naming: Naming): string {
  if (naming.kind === 'unknown') return `◇ ${naming.alias[0]} ${naming.alias[1]}`
  const kanji = [naming.family, naming.given].filter((part) => part.trim() !== '').join(' ')
  return kanji === '' ? shownKana(naming) : kanji
}

/** Kana over the name; empty when not known. */
export function shownKana(naming: Naming): string {
  if (naming.kind === 'unknown') return ''
  return [naming.familyKana, naming.givenKana].filter((part) => part.trim() !== '').join(' ')
}
