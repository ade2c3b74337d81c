import type { TriageCategory } from './category.ts'

/** When a line of a table holds of an answer. Borders are inclusive where they say "at". */
type Test =
  | { readonly is: string | boolean }
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly below: number }

/** One line of a decision table: of this sign, with this answer, this category. */
export type Line<Sign extends string, Code extends string> = { readonly code: Code; readonly of: Sign; readonly when: Test; readonly gives: TriageCategory }

/** A decision table as data. A changed threshold is another table with another id: entries name the one they were judged by. */
export type DecisionTable<Sign extends string, Code extends string> = {
  readonly id: string
  /** In the order they are asked; the first that holds decides. */
  readonly lines: readonly Line<Sign, Code>[]
  /** What must be answered, in the same order; one of the signs of a group is enough. */
  readonly asked: readonly (readonly Sign[])[]
  /** Values at which the published sources disagree about which side they fall on. */
  readonly borders: readonly { readonly of: Sign; readonly at: number }[]
  /** Under this age the table is not for the patient (design §8). */
  readonly childUnderYears: number
}

/** Null: not answered. Several signs seen are a list; an empty one says that they were looked for and not found. */
export type Answer = string | boolean | number | readonly string[] | null

/** What a table makes of the answers. */
export type Judged<Sign extends string, Code extends string> = {
  /** Null: no line decides, and not everything is answered. `none-of-these`: everything is, and nothing holds. */
  readonly gives: TriageCategory | 'none-of-these' | null
  /** The lines that hold and give it. */
  readonly why: readonly Code[]
  readonly borders: readonly Sign[]
  readonly missing: readonly (readonly Sign[])[]
}

/**
 * Reads a table. A missing answer gives no category, with one exception: a sign that alone means "immediate" decides I
 * whatever else is missing, because no later answer makes the patient less urgent. III and 0 need every question before
 * theirs answered, "none of these" all of them. Rules TRI-3, TRI-5.
 */
export function judge<Sign extends string, Code extends string>(
  { lines, asked, borders }: Pick<DecisionTable<Sign, Code>, 'lines' | 'asked' | 'borders'>,
  answers: Readonly<Record<Sign, Answer>>,
): Judged<Sign, Code> {
  const missing = asked.filter((group) => group.every((sign) => answers[sign] === null))
  const holding = lines.filter((line) => holds(line.when, answers[line.of]))
  const [first] = holding
  const place = asked.findIndex((group) => first !== undefined && group.includes(first.of))
  const isReached = first !== undefined && asked.slice(0, Math.max(0, place)).every((group) => !missing.includes(group))
  const gives = first !== undefined && isReached ? first.gives : holding.some((line) => line.gives === 'I') ? 'I' : missing.length === 0 ? 'none-of-these' : null
  return {
    gives,
    why: holding.filter((line) => line.gives === gives).map(({ code }) => code),
    borders: borders.filter(({ of, at }) => answers[of] === at).map(({ of }) => of),
    missing,
  }
}

function holds(when: Test, answer: Answer): boolean {
  if ('is' in when) return answer === when.is || (Array.isArray(answer) && answer.includes(when.is))
  if (typeof answer !== 'number') return false
  if ('atLeast' in when) return answer >= when.atLeast
  if ('atMost' in when) return answer <= when.atMost
  return answer < when.below
}
