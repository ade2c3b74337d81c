import { flowsOf } from '#domain/fluid/flows.ts'
import { tokyoDateOf, type Instant } from '#domain/time.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import { heading, note, table, type Block } from './cut.ts'
import { infusedNote, isInfused } from './flow-values.ts'
import { blankWeek, flowWeek, type Over } from './flow-week.ts'
import type { SayForm } from './form-words.ts'
import { admittedOn } from './head.ts'
import { cell, type Grid } from './ink.ts'
import { strikesOf } from './medication.ts'
import type { Section } from './paper.ts'
import { actorOf, dayOf, numberedName, ofKind, timeOf } from './say.ts'
import { struckList } from './struck-list.ts'
import { isIn, shownWeek, weekOf, weeksOf } from './weeks.ts'

const overGrid: Grid = { name: '記載事項', hasHead: true, rowMm: 7, columns: [{ head: '月日', width: 6, isMiddle: true }, { head: '時刻', width: 6, isMiddle: true }, { head: '記載事項(表の欄に入らないもの)', width: 70 }, { head: '記載者', width: 18, pt: 7.5 }] }

/** F04: a calendar week a page, from the first value to the last; behind each what its squares have no room for. */
export function flowSheet(person: WardPerson, rows: readonly ChartRow[], now: Instant, say: SayForm, from: Instant | null): readonly Section[] {
  const since = admittedOn(person)
  const registered = person.row.registered === null ? null : tokyoDateOf(person.row.registered.at)
  const measured = [...ofKind(rows, 'vital-signs', 'fluid-measured', 'infusion-changed', 'transfusion-ended', 'order-done', 'stay-changed'), ...ofKind(rows, 'form').filter(({ entry }) => entry.body.definition === 'observations')]
  const weeks = measured.length === 0 ? [weekOf(now)] : weeksOf(measured.map(({ entry }) => entry.at))
  return weeks.map((week, n): Section => {
    const { week: page, over } = flowWeek(week, { rows, since, registered, now, say, from })
    const inWeek = rows.filter(({ entry }) => isIn(week, entry.at) && (entry.kind === 'vital-signs' || entry.kind === 'fluid-measured' || (entry.kind === 'form' && entry.body.definition === 'observations')))
    const isUnmeasured = page.days?.some(({ balance }) => balance.some(({ label }) => label.endsWith('*'))) ?? false
    return { period: `${shownWeek(week)} 第${n + 1}週`, blocks: [{ block: 'week', week: page }, ...overBlocks(over, isUnmeasured, flowsOf(rows).some((flow) => isIn(week, flow.at) && isInfused(flow))), ...struckList([...inWeek, ...strikesOf(rows, inWeek)], 'vital-signs', 'fluid-measured', 'form')] }
  })
}

export function blankFlowSheet(): readonly Section[] {
  return [{ period: '　　　年　　月　　日〜　　月　　日　第　　週', blocks: [{ block: 'week', week: blankWeek }] }]
}

function overBlocks(over: readonly Over[], isUnmeasured: boolean, hasInfused: boolean): readonly Block[] {
  const star = [...(isUnmeasured ? [note('* 測っていない出入りがある日の差引は、測ったものだけの差。')] : []), ...(hasInfused ? [note(infusedNote)] : [])]
  if (over.length === 0) return star
  return [heading('記載事項'), table(overGrid, over.map(({ at, text, row }) => [[cell(dayOf(at)), cell(timeOf(at)), cell(text), cell(row === null ? '' : numberedName(actorOf(row)))]])), ...star]
}
