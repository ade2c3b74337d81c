import { shownMoment } from '#domain/export/words.ts'
import type { FormValue } from '#domain/form/value.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { heading, note, noCells, table, type Block } from './cut.ts'
import { cell, para, type Cell, type Entry, type Grid, type Para } from './ink.ts'
import type { Section } from './paper.ts'
import { dayOf, holds, marksOf, ofKind, periodOf, timeOf, toldOf, type Told } from './say.ts'
import { shownValue, writtenLines, type SayForm } from './form-words.ts'
import { versionParas } from './versions.ts'

const columns = [
  { head: '月日', width: 7.69, pt: 9, isMiddle: true, isRepeated: true }, { head: '時刻', width: 7.14, pt: 9, isMiddle: true, isRepeated: true }, { head: '#', width: 6.04, pt: 9, isMiddle: true },
  { head: '区分', width: 4.95, pt: 9, isMiddle: true }, { head: '記録内容', width: 59.89, pt: 9 }, { head: '記載者', width: 14.29, pt: 7.5, isTop: true, isRepeated: true },
] as const
const noteGrid: Grid = { name: '看護記録', hasHead: true, isRuled: true, rowMm: 8, columns }
const penGrid: Grid = {
  name: '手書き追記', hasHead: true, rowMm: 8,
  columns: [...columns.slice(0, 4), { head: '記録内容(黒ボールペン。誤りは二重線+日時+署名)', width: 51.1 }, { head: '署名', width: 13.19 }, { head: '入力済', width: 9.9 }],
}

/** Fields of the two forms of a nursing note, each with its letter. */
const letters = { soap: [['S', 'subjective'], ['O', 'objective'], ['A', 'assessment'], ['P', 'plan']], dar: [['D', 'data'], ['A', 'action'], ['R', 'response']] } as const
type NoteForm = keyof typeof letters
const isNoteForm = (definition: string): definition is NoteForm => definition in letters

/** F08: notes, SOAP and focus notes and hand-overs in their order, each with everything that was struck of it; then ruled for the pen. */
export function nursingNote(rows: readonly ChartRow[], say: SayForm): readonly Section[] {
  const notes = ofKind(rows, 'note', 'form', 'hand-over-signed', 'entry-imported').filter(({ entry }) => entry.kind !== 'form' || isNoteForm(entry.body.definition))
  const told = toldOf(rows).filter(({ versions: [first] }) => notes.some((one) => one === first))
  const used = new Set(notes.filter(holds).map(({ entry }) => (entry.kind === 'form' ? entry.body.definition : 'note')))
  const problems = [...new Set(notes.filter(holds).flatMap(({ entry }) => (entry.kind === 'form' ? [problemOf(entry.body.values).whole] : [])).filter((one) => one !== ''))]
  const blocks: readonly Block[] = [
    heading('プロブレム', '様式', [{ word: 'SOAP', isTicked: used.has('soap') }, { word: '経時', isTicked: used.has('note') }, { word: 'フォーカス(DAR)', isTicked: used.has('dar') }]),
    ...(problems.length === 0 ? [] : [note(problems.join('　'))]),
    ...(told.length === 0 ? [] : [table(noteGrid, told.map((one) => entryOf(one, say)))]),
    heading('手書き追記', '印刷後に書くときは1記事ごとに月日・時刻・区分・署名。後で端末へ入力した人が「入力済」に時刻と名前を書く'),
    table(penGrid, [], { least: 3, fills: true, mm: 8, cells: noCells }),
  ]
  return [{ period: periodOf(told.flatMap(({ versions }) => versions.map(({ entry }) => entry.at))), blocks }]
}

function entryOf(told: Told, say: SayForm): Entry {
  const [first = told.last] = told.versions
  const { entry } = first
  const head: readonly Cell[] = [cell(dayOf(entry.at)), cell(timeOf(entry.at))]
  const author: Cell = [para(entry.by.name), para(entry.by.staffNumber)]
  const isPlain = told.versions.length === 1 && first.struck === null
  if (isPlain && entry.kind === 'form' && isNoteForm(entry.body.definition)) return formRows(first, entry.body, entry.body.definition, say, head, author)
  const problem = entry.kind === 'form' ? problemOf(entry.body.values).number : ''
  return [[...head, cell(problem), cell(letterOf(first)), versionParas(told, (row) => wordsOf(row, say)), author]]
}

/** One row a letter; number of the problem and author stand in the first. */
function formRows(row: ChartRow, body: BodyOf<'form'>, definition: NoteForm, say: SayForm, [day = [], time = []]: readonly Cell[], author: Cell): Entry {
  const { number, rest } = problemOf(body.values)
  const title: readonly Para[] = rest === '' ? [] : [para(rest, 'bold')]
  const said = partsOf(definition, body, say)
  const rows = (said.length === 0 ? [['', '(記載なし)'] as const] : said)
  return rows.map(([letter, text], at): readonly Cell[] => {
    const content = [...(at === 0 ? title : []), ...text.split('\n').map((line) => para(line)), ...(at === rows.length - 1 ? marksOf(row).map((mark) => para(mark, 'small')) : [])]
    return at === 0 ? [day, time, cell(number), cell(letter), content, author] : [[], [], [], cell(letter), content, []]
  })
}

type Values = Readonly<Record<string, FormValue>>

/** 「#1」 and what it is called. A focus is a problem too. */
function problemOf(values: Values): { readonly whole: string; readonly number: string; readonly rest: string } {
  const whole = [values['problem'], values['focus']].map((value) => shownValue(value ?? null)).filter((text) => text !== '').join(' ')
  const number = /^[##]?\s*(\d{1,2})(?!\d)/.exec(whole)
  return number === null ? { whole, number: '', rest: whole } : { whole, number: `#${number[1] ?? ''}`, rest: whole.slice(number[0].length).trim() }
}

/** Every value of a note with its letter; what the form has besides is said with its name. */
function partsOf(definition: NoteForm, body: BodyOf<'form'>, say: SayForm): readonly (readonly [string, string])[] {
  const named = letters[definition]
  const known = new Set<string>([...named.map(([, name]) => name), 'problem', 'focus'])
  return [
    ...named.map(([letter, name]) => [letter, shownValue(body.values[name] ?? null)] as const).filter(([, text]) => text !== ''),
    ...writtenLines(body, say).filter(({ name }) => !known.has(name)).map(({ label, text }) => ['他', `${label.ja}: ${text.ja}`] as const),
  ]
}

function letterOf({ entry }: ChartRow): string {
  if (entry.kind === 'form') return entry.body.definition === 'dar' ? 'DAR' : 'SOAP'
  return entry.kind === 'hand-over-signed' ? '申' : ''
}

/** All words of one record, a line each. */
function wordsOf({ entry }: ChartRow, say: SayForm): readonly string[] {
  if (entry.kind === 'note') return entry.body.text.split('\n')
  if (entry.kind === 'form') {
    const { definition, values } = entry.body
    if (!isNoteForm(definition)) return []
    return [problemOf(values).whole, ...partsOf(definition, entry.body, say).map(([letter, text]) => `${letter}) ${text}`)].filter((text) => text !== '').flatMap((text) => text.split('\n'))
  }
  if (entry.kind === 'hand-over-signed') {
    const { lastDose, nextDue, pumps, note: words, takenOverBy, takenOverAt } = entry.body
    return [`引き継ぎ: 最終投与 ${lastDose || '記載なし'} / 次の予定 ${nextDue || '記載なし'} / ポンプ ${pumps || '記載なし'}`, words, `受けた人 ${takenOverBy} ${shownMoment(takenOverAt)}`].filter((text) => text !== '').flatMap((text) => text.split('\n'))
  }
  return entry.kind === 'entry-imported' ? ['他の端末の記録(この版では読めない種類)'] : []
}
