import type { BodyOf } from '#domain/log/kinds.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { heading, noCells, table, type Block } from './cut.ts'
import { cell, para, type Entry, type Grid } from './ink.ts'
import type { Section } from './paper.ts'
import { dayAndTime, marksOf, numberedName, periodOf, toldOf, type Told } from './say.ts'
import { writtenLines, type SayForm } from './form-words.ts'
import { versionParas } from './versions.ts'

const fieldGrid: Grid = { name: '様式の記録', hasHead: false, isRuled: true, rowMm: 7, columns: [{ head: '', width: 26, isLabel: true, isRepeated: true }, { head: '', width: 74, pt: 9 }] }
const penGrid: Grid = { name: '手書き', hasHead: true, rowMm: 9, columns: [{ head: '項目', width: 26 }, { head: '記録', width: 54 }, { head: '署名・日時', width: 20 }] }

/** Other sheets tell these. */
const elsewhere = new Set(['observations', 'soap', 'dar'])

/** F20: records of any form, one under the other; `only`: of one definition, or of one record. */
export function formSheet(rows: readonly ChartRow[], say: SayForm, only: FormOnly): readonly Section[] {
  const told = toldOf(rows).filter(({ versions: [first] }) => first !== undefined && first.entry.kind === 'form' && isAsked(first.entry.body, first.entry.id, only))
  return [{ period: periodOf(told.map(({ last }) => last.entry.at)), blocks: [...told.flatMap((one) => recordBlocks(one, say)), heading('手書き追記'), table(penGrid, [], { least: 3, fills: true, mm: 9, cells: noCells })] }]
}

export type FormOnly = { readonly definition: string | null; readonly record: string | null }

function isAsked({ definition }: BodyOf<'form'>, id: string, only: FormOnly): boolean {
  if (only.record !== null) return id === only.record
  return only.definition === null ? !elsewhere.has(definition) : definition === only.definition
}

function recordBlocks(told: Told, say: SayForm): readonly Block[] {
  const { versions, last } = told
  const [first = last] = versions
  if (first.entry.kind !== 'form') return []
  const title = heading(say(first.entry.body).title.ja, `${dayAndTime(first.entry.at)} ${numberedName(first.entry.by)}`)
  const author: Entry = [[cell('記載'), [para(`${dayAndTime(first.entry.at)} ${numberedName(first.entry.by)}`), ...marksOf(first).map((mark) => para(mark, 'small'))]]]
  if (versions.length > 1 || first.struck !== null) return [title, table(fieldGrid, [author, [[cell('記録'), versionParas(told, (row) => wordsOf(row, say))]]])]
  return [title, table(fieldGrid, [author, ...writtenLines(first.entry.body, say).map(({ label, text }): Entry => [[cell(label.ja), text.ja.split('\n').map((line) => para(line))]])])]
}

function wordsOf({ entry }: ChartRow, say: SayForm): readonly string[] {
  return entry.kind !== 'form' ? [] : writtenLines(entry.body, say).flatMap(({ label, text }) => `${label.ja}: ${text.ja}`.split('\n'))
}
