import { expect, test } from 'vitest'
import { correctionOf } from '#domain/form/correction.ts'
import { lastValues } from '#domain/form/last-values.ts'
import { formEntry } from '#domain/form/read-form.ts'
import type { FormValues } from '#domain/form/value.ts'
import { decide, type Entry } from '#domain/log/entry.ts'
import { correctStart } from '#domain/record/correct-start.ts'
import { chartOf, type ChartRow } from '#domain/view/chart.ts'
import { aHand, aHash, anEntry, anImported, anInstant, aStanding, entryId, patientId } from '#tests/builders.ts'

const versions = [{ definition: 'observations', version: 2, fields: [{ name: 'own1', label: '下腿周囲', type: 'number' as const, unit: 'cm', least: 5, most: 80, options: [] }] }, { definition: 'observations', version: 3, fields: [] }]
const aForm = (values: FormValues, over: Partial<Entry<'form'>> = {}): Entry<'form'> => anEntry('form', { body: { definition: 'observations', version: 2, values }, ...over })
const rowsOf = (...entries: readonly Entry[]): readonly ChartRow[] => chartOf(patientId(1), entries.map((entry, index) => ({ seq: index + 1, entry }))).rows
const rowOf = (entry: Entry): ChartRow => {
  const [row] = rowsOf(entry)
  if (row === undefined) throw new Error('It stands in the chart')
  return row
}
const now = anInstant('2026-11-20T09:00:00.000Z')

test('[FORM-12] a correction begins with everything the record holds, in the version it was written with, and nothing of it is lost', () => {
  const old = aForm({ weightKg: 52.5, own1: 31, stoolBlood: false, gcsEye: '3', novel: 'x' })
  const correction = correctionOf(rowOf(old), versions)
  expect(correction).toMatchObject({ target: { id: old.id }, typed: { weightKg: '52.5', own1: '31', stoolBlood: 'no', gcsEye: '3' }, when: { typed: '11/20 16:24' }, carried: { novel: 'x' } })
  if (correction === null) return
  const again = formEntry(correction.shape, { ...correction.typed, weightKg: '25.5' }, { patient: patientId(1), entry: entryId(5), now, at: null, carried: correction.carried })
  expect(again).toMatchObject({ ok: true, value: { draft: { body: { version: 2, values: { ...old.body.values, weightKg: 25.5 } } } } })
})

test('[FORM-13] the line through the old record names the new one and the reason', () => {
  const old = aForm({ weightKg: 52.5 })
  const correction = correctionOf(rowOf(old), versions)
  if (correction === null) throw new Error('It can be corrected')
  const made = correctStart({ entry: correction.target, struck: false }, { id: entryId(5), kind: 'form', patient: old.patient ?? patientId(1), at: null, body: old.body }, '値を写し間違えた', [], () => entryId(6))
  if (!made.ok) throw new Error(made.error.code)
  const strike = decide(made.value[0].strike, aStanding(), { head: aHash(), n: 1 }, aHand())
  expect(strike).toMatchObject({ ok: true, value: { kind: 'entry-struck', patient: old.patient, body: { struck: old.id, reason: '値を写し間違えた', replacement: entryId(5) } } })
})

test('[FORM-13] what is struck, what another station wrote and what is no form of ours is not corrected', () => {
  const old = aForm({ weightKg: 52.5 })
  const [struck] = rowsOf(old, anEntry('entry-struck', { body: { struck: old.id, reason: '別の患者' } }))
  expect(struck === undefined ? null : correctionOf(struck, versions)).toBeNull()
  expect(correctionOf(rowOf(anImported(old)), versions)).toBeNull()
  expect(correctionOf(rowOf(anEntry('form')), versions)).toBeNull()
  expect(correctionOf(rowOf(anEntry('note')), versions)).toBeNull()
})

test('[FORM-14] beside a field stands what was last written in it, with its time; struck records and those of other stations say nothing', () => {
  const at = (hour: number): Partial<Entry<'form'>> => ({ at: anInstant(`2026-11-20T0${hour}:00:00.000Z`), recordedAt: anInstant(`2026-11-20T0${hour}:00:00.000Z`) })
  const wrong = aForm({ weightKg: 500 }, at(5))
  const rows = rowsOf(
    aForm({ weightKg: 52.5, heightCm: 160 }, at(3)), aForm({ weightKg: 53 }, at(1)), wrong, anEntry('entry-struck', { body: { struck: wrong.id, reason: '誤り' } }),
    anEntry('form', { body: { definition: 'care', version: 1, values: { weightKg: 1 } }, ...at(6) }), anImported(aForm({ weightKg: 99 }, at(7))),
  )
  expect([...lastValues(rows, 'observations')]).toEqual([['weightKg', { value: 52.5, at: at(3).at }], ['heightCm', { value: 160, at: at(3).at }]])
})
