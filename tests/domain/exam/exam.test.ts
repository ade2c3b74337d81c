import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { criticalCall, criticalFormOf, emptyCritical, type CriticalForm } from '#domain/exam/critical-entry.ts'
import { flagSuggested, plainNumber } from '#domain/exam/range.ts'
import { emptyLine, emptyReport, examReport, mostLines, reportFormOf, type LineForm, type ReportForm } from '#domain/exam/report-entry.ts'
import { examsWaiting, resultsByTest, trendItems, trendOf } from '#domain/exam/results.ts'
import { emptySpecimen, specimenEntry, type SpecimenForm } from '#domain/exam/specimen-entry.ts'
import type { Entry } from '#domain/log/entry.ts'
import { chartOf, type ChartRow } from '#domain/view/chart.ts'
import { openItemsOf } from '#domain/view/open-items.ts'
import { wardOf } from '#domain/view/ward.ts'
import { anEntry, anInstant, entryId, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const desk = { patient: patientId(1), entry: entryId(9), order: null, at: null }
const rowsOf = (...entries: readonly Entry[]): readonly ChartRow[] => chartOf(patientId(1), inJournal(entries)).rows
const strike = (entry: Entry): Entry => anEntry('entry-struck', { body: { struck: entry.id, reason: '誤り' } })
const potassium: LineForm = { item: 'K', value: '6.8', unit: 'mEq/L', range: '3.5–5.0', flag: null }

describe('a specimen', () => {
  const take = (form: Partial<SpecimenForm>, labels: readonly string[] = []) => specimenEntry({ ...emptySpecimen, specimen: '静脈血', label: 'S-12', ...form }, { ...desk, labels })
  test('[EXM-1] is told by its label; none, or another tube’s, is told and saved', () => {
    expect(take({}, ['S-13'])).toMatchObject({ ok: true, value: { draft: { body: { specimen: '静脈血', label: 'S-12' } }, asks: [] } })
    expect(take({ label: '' })).toMatchObject({ value: { asks: ['no-label'] } })
    expect(take({}, ['ｓ-１２'])).toMatchObject({ value: { asks: ['label-again'] } })
    expect(take({ specimen: ' ', note: 'a\nb' })).toMatchObject({ ok: false, error: [{ field: 'specimen', code: 'specimen-missing' }, { field: 'note', code: 'text-has-line-breaks' }] })
  })
})

describe('a result', () => {
  const report = (form: Partial<ReportForm>) => examReport({ ...emptyReport, exam: '生化学', lines: [potassium], ...form }, desk)
  test('[EXM-2] is kept as it was said; empty lines are left out, half a line waits', () => {
    expect(report({ lines: [emptyLine, { ...potassium, value: '<0.3', flag: 'critical' }, emptyLine] })).toMatchObject({ ok: true, value: { draft: { body: { lines: [{ value: '<0.3', flag: 'critical' }] } } } })
    expect(report({ lines: [{ ...emptyLine, value: '5' }, { ...emptyLine, item: 'Na' }, { ...potassium, unit: 'a\u0000' }] })).toEqual({ ok: false, error: [{ field: 'line', line: 0, code: 'item-missing' }, { field: 'line', line: 1, code: 'value-missing' }, { field: 'line', line: 2, code: 'line-text' }] })
    expect(report({ exam: '', lines: [emptyLine] })).toMatchObject({ error: [{ code: 'exam-missing' }, { code: 'nothing-reported' }] })
    expect(report({ lines: [], findings: '右上葉に浸潤影' })).toMatchObject({ ok: true, value: { draft: { body: { lines: [], findings: '右上葉に浸潤影' } } } })
    expect(report({ lines: Array.from({ length: mostLines + 1 }, () => potassium) })).toMatchObject({ error: [{ code: 'too-many-lines' }] })
    const { body } = anEntry('exam-reported')
    expect(report(reportFormOf(body))).toMatchObject({ value: { draft: { body: { ...body, order: null } } } })
    expect(reportFormOf({ ...body, lines: [] }).lines).toEqual([emptyLine])
  })

  test.each([['6.8', '3.5–5.0', 'high'], ['3.1', '3.5-5.0', 'low'], ['4', '3.5〜5.0', null], ['５．１', '３．５～５．０', 'high'], ['0.4', '≦0.3', 'high'], ['0.3', '≦0.3', null], ['0.3', '<0.3', 'high'], ['59', '≧60', 'low'], ['60', '>60', 'low'], ['<0.3', '0-0.3', null], ['(-)', '(-)', null], ['6.8', '', null], ['6.8', '5.0-3.5', null]])('[EXM-3] %s in %s suggests %s', (value, range, flag) => {
    expect(flagSuggested(value, range)).toBe(flag)
  })

  test('[EXM-3] a suggestion is told and never recorded', () => {
    expect(report({})).toMatchObject({ ok: true, value: { draft: { body: { lines: [{ flag: null }] } }, asks: [{ line: 0, looks: 'high' }] } })
    expect(report({ lines: [{ ...potassium, flag: 'critical' }] })).toMatchObject({ value: { asks: [] } })
    expect(plainNumber('1.2.3')).toBeNull()
    const text = fc.constantFrom('6.8', '3', '<1', '(-)', '', '5.0', 'x')
    const flag = fc.constantFrom(null, 'low' as const, 'high' as const, 'abnormal' as const, 'critical' as const)
    fc.assert(fc.property(fc.array(fc.record({ item: fc.constantFrom('K', ''), value: text, unit: text, range: fc.constantFrom('3.5-5.0', '<5', ''), flag }), { maxLength: 6 }), (lines) => {
      const made = report({ lines })
      if (!made.ok) return
      const written = made.value.draft.body.lines
      const typed = lines.filter((line) => line.item !== '')
      expect(written).toEqual(typed)
    }), { numRuns: 300 })
  })
})

describe('a critical value', () => {
  const critical = anEntry('exam-reported', { id: entryId(1) })
  const call = (form: Partial<CriticalForm>) => criticalCall({ ...emptyCritical, caller: '検査室 佐藤', told: '試験 医師', readBack: true, ...form }, { patient: patientId(1), entry: entryId(9), result: entryId(1), at: null })
  test('[EXM-4] is told with who told whom, and waits for nobody then', () => {
    const made = call({ answer: '再検する' })
    if (!made.ok) throw new Error('all was said')
    expect(made.value.draft.body).toEqual({ result: entryId(1), caller: '検査室 佐藤', told: '試験 医師', readBack: true, answer: '再検する' })
    const called = anEntry('critical-called', { ...made.value.draft, at: anInstant() })
    expect(openItemsOf(inJournal([critical])).map(({ why }) => why)).toEqual(['uncalled'])
    expect(openItemsOf(inJournal([critical, called]))).toEqual([])
    expect(criticalFormOf(called.body)).toEqual({ caller: '検査室 佐藤', told: '試験 医師', readBack: true, answer: '再検する' })
  })

  test('[EXM-4] that was not read back is told and saved; nothing said of it is not', () => {
    expect(call({ readBack: false })).toMatchObject({ ok: true, value: { draft: { body: { readBack: false } }, asks: ['not-read-back'] } })
    expect(criticalCall(emptyCritical, { patient: patientId(1), entry: entryId(9), result: entryId(1), at: null })).toMatchObject({ error: [{ code: 'caller-missing' }, { code: 'told-missing' }, { code: 'read-back-not-said' }] })
  })
})

describe('results over time', () => {
  const at = (hour: string) => anInstant(`2026-11-20T${hour}:00:00.000Z`)
  const result = (n: number, hour: string, value: string, unit = 'mEq/L', exam = '生化学') => anEntry('exam-reported', { id: entryId(n), at: at(hour), body: { order: null, exam, specimen: '', lines: [{ item: n === 2 ? 'Ｋ' : 'K', value, unit, range: '', flag: n === 3 ? 'critical' : null }], findings: '' } })
  const [one, two, three] = [result(1, '01', '4.1'), result(2, '02', '<2'), result(3, '03', '6.8', 'mmol/L')]

  test('[EXM-5] stand by test, the newest first, and one item over time in its own units', () => {
    const rows = rowsOf(one, two, three, result(4, '00', '3.9', 'mEq/L', '血算'))
    expect(resultsByTest(rows).map(({ exam, reports }) => [exam, reports.map(({ row, isCritical, call }) => [row.entry.id, isCritical, call])])).toEqual([
      ['生化学', [[entryId(3), true, null], [entryId(2), false, null], [entryId(1), false, null]]],
      ['血算', [[entryId(4), false, null]]],
    ])
    expect(trendOf(rows, 'k').map(({ value, number, unit }) => [value, number, unit])).toEqual([['3.9', 3.9, 'mEq/L'], ['4.1', 4.1, 'mEq/L'], ['<2', null, 'mEq/L'], ['6.8', 6.8, 'mmol/L']])
    expect(trendItems(rows)).toEqual(['K'])
  })

  test('[EXM-5] what is struck is none, and a call is found with its result', () => {
    const called = anEntry('critical-called', { at: at('04'), body: { result: entryId(3), caller: '検査室', told: '医師', readBack: true, answer: '' } })
    expect(trendOf(rowsOf(one, strike(one), three), 'K')).toHaveLength(1)
    expect(resultsByTest(rowsOf(three, called))[0]?.reports[0]?.call?.entry.id).toBe(called.id)
    expect(resultsByTest(rowsOf(three, called, strike(called)))[0]?.reports[0]?.call).toBeNull()
  })

  test('[EXM-6] an order waits for its result and not longer', () => {
    const order = anEntry('order-given', { id: entryId(20), body: { ...anEntry('order-given').body, category: 'exam', term: 'once', text: '血算・生化学', medicine: null, times: [] } })
    const other = anEntry('order-given', { id: entryId(21) })
    const waiting = (...entries: readonly Entry[]) => examsWaiting(wardOf(inJournal([order, other, ...entries])).patients.get(patientId(1))?.care ?? [], rowsOf(order, other, ...entries)).map(({ order: { entry }, state }) => [entry, state])
    const taken = anEntry('specimen-taken', { body: { order: entryId(20), specimen: '静脈血', label: 'S-1', note: '' } })
    const reported = anEntry('exam-reported', { body: { ...anEntry('exam-reported').body, order: entryId(20) } })
    expect(waiting()).toEqual([[entryId(20), 'to-take']])
    expect(waiting(taken)).toEqual([[entryId(20), 'taken']])
    expect(waiting(taken, reported)).toEqual([])
    expect(waiting(reported, strike(reported))).toEqual([[entryId(20), 'to-take']])
    expect(waiting(anEntry('order-stopped', { body: { order: entryId(20), reason: '' } }))).toEqual([])
  })

  test('[EXM-6] an image waits for its result as a test does, and for no specimen', () => {
    const order = anEntry('order-given', { id: entryId(20), body: { ...anEntry('order-given').body, category: 'imaging', term: 'once', text: '胸部X線 1方向', medicine: null, times: [] } })
    const waiting = (...entries: readonly Entry[]) => examsWaiting(wardOf(inJournal([order, ...entries])).patients.get(patientId(1))?.care ?? [], rowsOf(order, ...entries)).map(({ order: { entry }, state }) => [entry, state])
    const done = anEntry('order-done', { body: { order: entryId(20), due: null, note: '' } })
    expect(waiting()).toEqual([[entryId(20), 'to-do']])
    expect(waiting(done)).toEqual([[entryId(20), 'taken']])
    expect(waiting(done, anEntry('exam-reported', { body: { ...anEntry('exam-reported').body, order: entryId(20), lines: [], findings: '肺炎像なし' } }))).toEqual([])
  })
})
