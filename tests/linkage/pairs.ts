import { codedList, type CodedList } from '#domain/linkage/coded.ts'
import { nobody, type ListedPerson } from '#domain/linkage/lists.ts'
import { matchLists, type Match } from '#domain/linkage/match.ts'
import { CalendarDate } from '#domain/time.ts'

export const today = CalendarDate.parse('2026-11-27')

export const listed = (over: Partial<ListedPerson>): ListedPerson => ({ ...nobody, ...over })

export function listOf(people: readonly ListedPerson[]): CodedList {
  return codedList({ count: people.length, at: (row) => people[row] ?? nobody })
}

export function matched(asking: readonly ListedPerson[], searched: readonly ListedPerson[], floor = 0): readonly Match[] {
  return matchLists(listOf(asking), listOf(searched), { today, floor }) ?? []
}

/** Pairwise precision, recall and their harmonic mean. */
export function judged(pairs: readonly Match[], isTrue: (match: Match) => boolean, truths: number): { readonly precision: number; readonly recall: number; readonly f1: number } {
  const right = pairs.filter(isTrue).length
  const [precision, recall] = [right / Math.max(1, pairs.length), right / truths]
  return { precision, recall, f1: (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall) }
}
