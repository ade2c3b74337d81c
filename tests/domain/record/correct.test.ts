import { describe, expect, test } from 'vitest'
import { correctEntry } from '#domain/record/correct.ts'
import type { Draft } from '#domain/log/entry.ts'
import { chartOf, type ChartRow } from '#domain/view/chart.ts'
import { anEntry, anInstant, entryId, noVitalSigns, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const first = anEntry('vital-signs', { id: entryId(1), at: anInstant('2026-11-20T05:05:00.000Z'), body: noVitalSigns({ temperatureC: 36.2 }) })
const next = (n: number, temperatureC: number): Draft<'vital-signs'> => ({ id: entryId(n), kind: 'vital-signs', patient: patientId(1), at: null, body: noVitalSigns({ temperatureC }) })
const rowsOf = (...entries: Parameters<typeof inJournal>[0]): readonly ChartRow[] => chartOf(patientId(1), inJournal(entries)).rows

describe('a correction', () => {
  test('[COR-1] is a record of its own beside the struck one, of the same moment unless another was typed, with a reason', () => {
    const corrected = correctEntry(entryId(9), { entry: first, struck: false }, next(2, 38.2), '506-2の値を誤って入力')
    expect(corrected).toMatchObject({ ok: true, value: { next: { id: entryId(2), at: first.at }, strike: { kind: 'entry-struck', body: { struck: entryId(1), replacement: entryId(2), reason: '506-2の値を誤って入力' } } } })
    const moved = anInstant('2026-11-20T06:00:00.000Z')
    expect(correctEntry(entryId(9), { entry: first, struck: false }, { ...next(2, 38.2), at: moved }, '時刻の誤り')).toMatchObject({ value: { next: { at: moved } } })
    expect(correctEntry(entryId(9), { entry: first, struck: false }, next(2, 38.2), ' ')).toEqual({ ok: false, error: { code: 'reason-empty' } })
    expect(correctEntry(entryId(9), { entry: first, struck: true }, next(2, 38.2), '誤り')).toEqual({ ok: false, error: { code: 'already-struck' } })
  })

  test('[COR-2] says the same kind of thing of the same patient', () => {
    const note: Draft = { id: entryId(2), kind: 'note', patient: patientId(1), at: null, body: { text: '発熱' } }
    expect(correctEntry(entryId(9), { entry: first, struck: false }, note, '誤り')).toEqual({ ok: false, error: { code: 'other-kind' } })
    expect(correctEntry(entryId(9), { entry: first, struck: false }, { ...next(2, 38.2), patient: patientId(2) }, '誤り')).toEqual({ ok: false, error: { code: 'other-kind' } })
  })

  test('[COR-3] every version stays in the chart with its number and what it took the place of', () => {
    const second = anEntry('vital-signs', { ...next(2, 38.2), at: first.at })
    const third = anEntry('vital-signs', { ...next(3, 38.3), at: first.at })
    const strike = (of: number, by: number) => anEntry('entry-struck', { body: { struck: entryId(of), reason: '誤り', replacement: entryId(by) } })
    const rows = rowsOf(first, second, strike(1, 2), third, strike(2, 3)).filter(({ entry }) => entry.kind === 'vital-signs')
    expect(rows.map(({ entry, version, corrects, struck }) => ({ id: entry.id, version, corrects, replacement: struck?.replacement ?? null }))).toEqual([
      { id: entryId(1), version: 1, corrects: null, replacement: entryId(2) },
      { id: entryId(2), version: 2, corrects: entryId(1), replacement: entryId(3) },
      { id: entryId(3), version: 3, corrects: entryId(2), replacement: null },
    ])
  })

  test('[COR-3] cut off between the new version and the strike, both stand and nothing is lost; a strike that names nothing of the kind corrects nothing', () => {
    const second = anEntry('vital-signs', { ...next(2, 38.2), at: first.at })
    expect(rowsOf(first, second).map(({ version, struck }) => ({ version, struck }))).toEqual([{ version: 1, struck: null }, { version: 1, struck: null }])
    const note = anEntry('note', { id: entryId(4) })
    const strike = anEntry('entry-struck', { body: { struck: entryId(1), reason: '誤り', replacement: entryId(4) } })
    expect(rowsOf(first, note, strike).every(({ version, corrects }) => version === 1 && corrects === null)).toBe(true)
    const ring = [anEntry('entry-struck', { body: { struck: entryId(1), reason: '誤り', replacement: entryId(2) } }), anEntry('entry-struck', { body: { struck: entryId(2), reason: '誤り', replacement: entryId(1) } })]
    expect(rowsOf(first, second, ...ring).filter(({ entry }) => entry.kind === 'vital-signs').map(({ version }) => version)).toEqual([2, 2])
  })
})
