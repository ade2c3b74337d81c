import { para, type Para } from './ink.ts'
import { dayAndTime, marksOf, nearTime, numberedName, type Told } from './say.ts'

/** The words of one version of a record, a line each. */
type WordsOf<Row> = (row: Row) => readonly string[]

/**
 * What stands in the cell of a record with everything that was said of it: the old words under two lines, then 【訂正 第n版】
 * with the right ones, who, when and why, and the old words again in plain type, because a struck 8 becomes a 3 on a copy.
 * One struck with nothing in its place says so. `isOver`: what holds is no longer to be followed, and stands under two lines
 * too. Rule CHARTP-6.
 */
export function versionParas({ versions, last }: Told, wordsOf: WordsOf<Told['last']>, isOver = false): readonly Para[] {
  const [first] = versions
  if (first === undefined) return []
  const isCrossed = (row: Told['last']): boolean => row.struck !== null || (isOver && row === last)
  return [
    ...wordsOf(first).map((words) => para(words, isCrossed(first) ? 'struck' : 'plain')),
    ...marksOf(first).map((mark) => para(mark, 'small')),
    ...versions.slice(1).flatMap((row, at) => [
      ...wordsOf(row).map((words, line) => para(words, isCrossed(row) ? 'struck' : 'fix', line === 0 ? `【訂正 第${at + 2}版】` : '')),
      ...marksOf({ ...row, late: false }).map((mark) => para(mark, 'fix-small')),
      ...strikeParas(versions[at], '訂正', rightTime(row)),
      ...oldParas(versions[at], at + 1, wordsOf),
    ]),
    ...(last.struck === null ? [] : [para('', 'fix', '【取消】'), ...strikeParas(last, '取消', null), ...oldParas(last, versions.length, wordsOf)]),
  ]
}

/** When it was, where that is what was said right; an order written right holds from its own moment on. */
function rightTime({ entry }: Told['last']): Told['last']['entry']['at'] | null {
  return entry.kind === 'order-given' ? null : entry.at
}

function strikeParas(row: Told['last'] | undefined, word: string, right: Told['last']['entry']['at'] | null): readonly Para[] {
  if (row === undefined || row.struck === null) return []
  const { at, by, onBehalfOf, reason } = row.struck
  const moved = right === null || dayAndTime(right) === dayAndTime(row.entry.at) ? '' : ` (正しい時刻 ${nearTime(right, row.entry.at)})`
  return [para(`${word} ${dayAndTime(at)} ${numberedName(onBehalfOf ?? by)}${onBehalfOf === null ? '' : ` 代行 ${numberedName(by)}`} 理由:${reason}${moved}`, 'fix-small')]
}

function oldParas(row: Told['last'] | undefined, version: number, wordsOf: WordsOf<Told['last']>): readonly Para[] {
  if (row === undefined) return []
  const said = wordsOf(row)
  return said.map((words, at) => para(`${at === 0 ? `旧(第${version}版):` : '　'}${words}`, 'fix-small'))
}
