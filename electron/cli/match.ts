import { readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { matchLists, matchWithin, type Match } from '#domain/linkage/match.ts'
import type { Words } from '#domain/patient/wareki.ts'
import { saysHold } from '#domain/linkage/class.ts'
import { tokyoDateOf, instantOf } from '#domain/time.ts'
import { causeOf } from '../node/disk/disk.ts'
import { readList, type ReadList } from './match-list.ts'
import { readMaps } from './match-map.ts'
import { understood, type Outcome } from './output.ts'

export type MatchRequest = { readonly a: string; readonly b: string; readonly map: string; readonly out: string; readonly onRows: (read: number, of: number) => void }

/**
 * Who of list A is who of list B, or, with one list twice, who stands in it twice: a table of pairs with the ids of both, the odds
 * as a base-2 logarithm (0: as likely as not; 10: a thousand to one) and the class. A proposal for two people to decide on, never a
 * merge. Rule MATCH-8.
 */
export async function matchFiles({ a, b, map, out, onRows }: MatchRequest): Promise<Outcome> {
  const refuse = (line: string): Outcome => understood(false, [line, 'Nothing was written.'])
  const text = await readFile(map, 'utf8').catch(() => null)
  if (text === null) return refuse(`${map} cannot be read`)
  const maps = readMaps(text)
  if (!maps.ok) return refuse(maps.error)
  const listA = await readList(a, maps.value.a)
  if (!listA.ok) return refuse(listA.error)
  const isOneList = await isSameFile(a, b)
  const listB = isOneList ? listA : await readList(b, maps.value.b)
  if (!listB.ok) return refuse(listB.error)

  const options = { today: tokyoDateOf(instantOf(Date.now())), onRows: (read: number, of: number) => (onRows(read, of), true) }
  const matches = (isOneList ? matchWithin(listA.value.people, options) : matchLists(listA.value.people, listB.value.people, options)) ?? []
  const written = await writeWhole(out, tableOf(matches, listA.value, listB.value))
  if (written !== null) return refuse(`${out}: the disk answered ${written}`)
  return understood(true, [
    ...(isOneList ? [listLine('One list', a, listA.value)] : [listLine('A', a, listA.value), listLine('B', b, listB.value)]),
    `${matches.length} pairs in ${out}: ${matches.filter((match) => match.class === 'likely').length} likely, ${matches.filter((match) => match.class === 'review').length} to review. No pair is a merge: two people decide each.`,
    ...whyReviewed(matches),
  ])
}

const isSameFile = async (a: string, b: string): Promise<boolean> => a === b || (await realpath(a).catch(() => a)) === (await realpath(b).catch(() => b))

function listLine(name: string, path: string, { people: { count }, encoding, withoutId }: ReadList): string {
  return `${name}: ${path}, ${count} rows, ${encoding}${withoutId === 0 ? '' : `; ${withoutId} rows without an id were passed over`}`
}

function whyReviewed(matches: readonly Match[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const hold of matches.flatMap((match) => match.holds)) {
    const { en }: Words = saysHold(hold)
    counts.set(en, (counts.get(en) ?? 0) + 1)
  }
  return [...counts].toSorted(([, one], [, two]) => two - one).map(([why, count]) => `  ${count} to review: ${why}`)
}

function tableOf(matches: readonly Match[], a: ReadList, b: ReadList): string {
  const lines = matches.map((match) => [cell(a.idAt(match.asking)), cell(b.idAt(match.searched)), match.scored.total.toFixed(2), match.class].join(','))
  return ['id_a,id_b,score,class', ...lines].map((line) => `${line}\r\n`).join('')
}

/** An id as it came, quoted where a comma or a quote is part of it. */
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** All of the table or nothing of it; null: written. */
async function writeWhole(path: string, text: string): Promise<string | null> {
  const beside = `${path}.partial`
  try {
    await writeFile(beside, text, { mode: 0o600, flush: true })
    await rename(beside, path)
    return null
  } catch (thrown) {
    await rm(beside, { force: true })
    return causeOf(thrown)
  }
}
