import { sayCare } from '#domain/export/say-care.ts'
import { isCare } from '#domain/export/care-cells.ts'
import { kinds, type Kind } from '#domain/log/kinds.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { shownVital, vitalNames } from '#domain/record/vital-fields.ts'
import { heading, table, type Block } from './cut.ts'
import { cell, para, type Entry, type Grid } from './ink.ts'
import { dayOf, timeOf, toldOf, type Told } from './say.ts'
import { shownValue } from './form-words.ts'
import { versionParas } from './versions.ts'

const upright: Grid = {
  name: '訂正・取消した記録', hasHead: true, rowMm: 8,
  columns: [{ head: '月日', width: 8, isMiddle: true, isRepeated: true }, { head: '時刻', width: 8, isMiddle: true, isRepeated: true }, { head: '種類', width: 14 }, { head: '記録(二重線)と訂正', width: 54 }, { head: '記載者', width: 16, pt: 7.5, isTop: true, isRepeated: true }],
}

/** What was struck of these kinds, where the sheet itself has squares too small for it. */
export function struckList(rows: readonly ChartRow[], ...of: readonly Kind[]): readonly Block[] {
  const told = toldOf(rows).filter(({ versions }) => versions.some(({ entry, struck }) => struck !== null && of.includes(entry.kind)))
  return told.length === 0 ? [] : [heading('訂正・取消した記録', '元の記録は読めるように残す'), table(upright, told.map((one): Entry => {
    const [first = one.last] = one.versions
    return [[cell(dayOf(first.entry.at)), cell(timeOf(first.entry.at)), cell(kinds[first.entry.kind].label.ja), versionParas(one, (row) => versionWords(one, row)), [para(first.entry.by.name), para(first.entry.by.staffNumber)]]]
  }))]
}

/** Its words; one that was written anew because the record it belongs to was corrected says the same, and that is said. */
function versionWords({ versions }: Told, row: ChartRow): readonly string[] {
  const [words, before] = [recordWords(row), versions[versions.indexOf(row) - 1]]
  return before !== undefined && before.entry.at === row.entry.at && recordWords(before).join('\n') === words.join('\n') ? ['内容は同じ'] : words
}

/** All words of a record of care, of a form or of vital signs in one line, field by field. */
export function recordWords({ entry }: ChartRow): readonly string[] {
  if (isCare(entry.kind)) return [sayCare(entry as Parameters<typeof sayCare>[0], () => null).map(({ label, text }) => `${label.ja} ${text.ja}`).join('、')] // its kind was looked at
  if (entry.kind === 'vital-signs') {
    const { body } = entry
    return [[...vitalNames.flatMap((name) => { const value = body[name]; return value === null ? [] : [`${name === 'jcs' ? '' : `${vitalWords[name]} `}${shownVital(name, value).ja}`] }), body.remark].filter((text) => text !== '').join('、')]
  }
  if (entry.kind === 'form') return Object.entries(entry.body.values).map(([name, value]) => `${name} ${shownValue(value)}`)
  return [kinds[entry.kind].label.ja]
}

const vitalWords = { temperatureC: '体温', pulsePerMin: '脈拍', systolicMmHg: '収縮期', diastolicMmHg: '拡張期', respirationsPerMin: '呼吸', spo2Percent: 'SpO2', oxygenLPerMin: '酸素' } as const
