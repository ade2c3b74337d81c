import { z } from 'zod'
import { StaffNumber } from '../ids.ts'
import { mostLine, mostName, typedText } from '../text.ts'

/** Somebody else who looked at the same thing at the same time, by name and badge. */
export const Second = z.object({ staffNumber: StaffNumber, name: typedText(mostName).min(1) })
export type Second = z.infer<typeof Second>

/**
 * An act that wants two people: the second one, or why there was none. Alone it is saved at once and stays an open item until
 * somebody else countersigns (design, rule of care).
 */
export const ByTwo = z.union([z.object({ second: Second }), z.object({ aloneBecause: typedText(mostLine).min(1) })])
export type ByTwo = z.infer<typeof ByTwo>

/** Null: two people did it. */
export function aloneBecause(byTwo: ByTwo): string | null {
  return 'aloneBecause' in byTwo ? byTwo.aloneBecause : null
}

export function shownSecond(byTwo: ByTwo): string {
  return 'second' in byTwo ? `${byTwo.second.name}（${byTwo.second.staffNumber}）` : ''
}
