import type { Birth } from '../patient/birth.ts'

/** What a patient is found by. */
export type SearchText = {
  /** Hospital IDs and emergency numbers, as they are written. */
  readonly ids: readonly string[]
  /** Family and given name with a space between, as typed; so is the kana. Either may be empty. */
  readonly kanji: string
  readonly kana: string
  readonly birth: Birth
  readonly bed: string
}

/** Many patients by row, read once from the first to the last. */
export type SearchSource = {
  readonly count: number
  readonly at: (row: number) => SearchText
}

/**
 * How well a patient answers what was typed, best first: a whole number; a whole name, part of a name, birth date or bed;
 * the beginning of one of them; any piece of a name, or a birth date that may be meant.
 */
export const matchLevels = { number: 0, exact: 1, prefix: 2, part: 3, none: 4 } as const
