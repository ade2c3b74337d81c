import { groupFault, type CodeForm } from '#domain/access/code.ts'
import { areSymbols, readSymbols } from '#domain/access/crockford.ts'

/** How a code is laid out on paper and on the screen: how many groups, and how many symbols in each, check symbol included. */
export const codeLayout = { sealed: { groups: 4, length: 5 }, restart: { groups: 2, length: 6 } } as const satisfies Record<
  CodeForm,
  { readonly groups: number; readonly length: number }
>

export type TypedGroups = {
  readonly groups: readonly string[]
  /** Which group the next key goes to. */
  readonly at: number
  /** Something was typed that no code contains, or that no group has room for; to be named in a sentence. */
  readonly strange: string | null
}

export function emptyCode(form: CodeForm): readonly string[] {
  return Array.from({ length: codeLayout[form].groups }, () => '')
}

/** The code as printed. What opens something is read from this text by the domain, not trusted from here. */
export function codeText(groups: readonly string[]): string {
  return groups.join('-')
}

export type GroupVerdict = 'open' | 'good' | 'bad'

export function groupVerdict(form: CodeForm, group: string, index: number): GroupVerdict {
  if (group.length < codeLayout[form].length) return 'open'
  return groupFault(form, index + 1, group) === null ? 'good' : 'bad'
}

/** How many groups still have to be typed or retyped. */
export function groupsLeft(form: CodeForm, groups: readonly string[]): number {
  return groups.filter((group, index) => groupVerdict(form, group, index) !== 'good').length
}

/**
 * Puts what stands in the box of group `index` into the groups. More symbols than a group holds flow on into the next
 * groups, so a code can be pasted or scanned into any box. What no code contains is left out and reported, so that a
 * wrong key is noticed at once and not at the end.
 */
export function typeIntoGroup(form: CodeForm, groups: readonly string[], index: number, text: string): TypedGroups {
  const { length } = codeLayout[form]
  const read = [...readSymbols(text)]
  const symbols = read.filter(areSymbols)
  // A key pressed on after a group that disagrees is no paste: it must neither be lost in the next group nor push this one on.
  const isOnePastWrong = symbols.length === length + 1 && groups[index]?.length === length && groupVerdict(form, groups[index], index) === 'bad'
  if (isOnePastWrong) return { groups, at: index, strange: null }
  const flows = symbols.length > length
  const room = flows ? (groups.length - index) * length : length
  const next = groups.map((group, at) => {
    if (at < index || (at > index && !flows)) return group
    const part = symbols.slice((at - index) * length, (at - index + 1) * length).join('')
    return at === index || part !== '' ? part : group
  })
  const strange = read.find((symbol) => !areSymbols(symbol)) ?? symbols[room] ?? null
  const reached = Math.min(index + Math.floor(symbols.length / length), groups.length - 1)
  return { groups: next, at: reached, strange }
}
