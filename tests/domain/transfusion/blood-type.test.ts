import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from '#domain/log/entry.ts'
import { labelKey } from '#domain/text.ts'
import { bloodTypeNow } from '#domain/transfusion/blood-type.ts'
import { bloodTypeEntry, bloodTypeFormOf, emptyBloodType, type BloodTypeForm } from '#domain/transfusion/blood-type-entry.ts'
import { Abo, BloodTypeSource, BloodTypeStated, Rh } from '#domain/transfusion/transfusion.ts'
import { anEntry, entryId, patientId } from '#tests/builders.ts'
import { rowOf } from './fixture.ts'

const said = (abo: Abo, source: BloodTypeSource, sample = '', rh: Rh = 'positive') => anEntry('blood-type-stated', { body: { type: { abo, rh }, source, sample } })
const now = (...entries: readonly Entry[]) => bloodTypeNow([rowOf(...entries)])
const nothing = bloodTypeNow([])

describe('the blood type now', () => {
  test('[TRF-1] is certain of two samples that agree, and of nothing less', () => {
    expect(nothing.is).toBe('unknown')
    expect(now(said('A', 'word')).is).toBe('stated')
    expect(now(said('A', 'sample', 'S-1')).is).toBe('stated')
    expect(now(said('A', 'word'), said('A', 'reference'), said('A', 'card'), said('A', 'sample', 'S-1')).is).toBe('stated')
    expect(now(said('A', 'sample', 'S-1'), said('A', 'sample', 'Ｓ－１')).is).toBe('stated') // the same tube, typed twice
    expect(now(said('A', 'sample', 'S-1'), said('A', 'sample', 'S-2'))).toMatchObject({ is: 'certain', type: { abo: 'A', rh: 'positive' } })
  })

  test('[TRF-1] whatever is said, it is certain only of two different labels and where nothing disagrees', () => {
    const one = fc.record({ abo: fc.constantFrom(...Abo.options), rh: fc.constantFrom(...Rh.options), source: fc.constantFrom(...BloodTypeSource.options), sample: fc.constantFrom('S-1', 's-1', 'S-2') })
    fc.assert(fc.property(fc.array(one, { maxLength: 8 }), (all) => {
      const is = all.length === 0 ? nothing : now(...all.map(({ abo, rh, source, sample }) => said(abo, source, sample, rh)))
      const types = new Set(all.map(({ abo, rh }) => `${abo}${rh}`))
      const labels = new Set(all.filter(({ source }) => source === 'sample').map(({ sample }) => labelKey(sample)))
      expect(is.is === 'certain').toBe(types.size === 1 && labels.size >= 2)
      expect(is.type === null).toBe(types.size !== 1)
      expect(is.said).toHaveLength(all.length)
    }), { numRuns: 200 })
  })

  test('[TRF-2] two registrations of one person are read together, and what differs offers no type', () => {
    const rows = [rowOf(said('A', 'sample', 'S-1')), rowOf(said('B', 'word'))]
    expect(bloodTypeNow(rows)).toMatchObject({ is: 'differs', type: null })
    expect(bloodTypeNow(rows).said.map(({ body, by }) => `${body.type.abo} ${by.name}`).toSorted()).toEqual(['A 試験 看護', 'B 試験 看護'])
    const wrong = said('B', 'word')
    expect(now(said('A', 'word'), wrong, anEntry('entry-struck', { body: { struck: wrong.id, reason: '聞き違い' } }))).toMatchObject({ is: 'stated', type: { abo: 'A' } })
  })
})

describe('a blood type that is said', () => {
  const enter = (form: Partial<BloodTypeForm>, of = nothing) => bloodTypeEntry({ ...emptyBloodType, abo: 'A', rh: 'positive', source: 'word', ...form }, { patient: patientId(1), entry: entryId(9), at: null, now: of })

  test('[TRF-3] is refused half said, and a sample without its label', () => {
    expect(bloodTypeEntry(emptyBloodType, { patient: patientId(1), entry: entryId(9), at: null, now: nothing })).toEqual({ ok: false, error: [{ field: 'abo', code: 'abo-missing' }, { field: 'rh', code: 'rh-missing' }, { field: 'source', code: 'source-missing' }] })
    expect(enter({ source: 'sample', sample: ' ' })).toMatchObject({ ok: false, error: [{ field: 'sample', code: 'sample-missing' }] })
    expect(enter({ sample: 'a\tb', source: 'sample' })).toMatchObject({ ok: false, error: [{ field: 'sample', code: 'text-has-line-breaks' }] })
    expect(enter({ sample: 'S-1' })).toMatchObject({ ok: true, value: { draft: { body: { sample: '' } }, asks: [] } })
  })

  test('[TRF-3] is told where another type or the same tube stands already', () => {
    const before = now(said('A', 'sample', 'S-1'))
    expect(enter({ abo: 'B' }, before)).toMatchObject({ value: { asks: ['differs'] } })
    expect(enter({ source: 'sample', sample: 's-1' }, before)).toMatchObject({ value: { asks: ['same-sample'] } })
    expect(enter({ source: 'sample', sample: 'S-2' }, before)).toMatchObject({ value: { asks: [] } })
  })

  test('[TRF-10] what was written fills the form, and says the same again', () => {
    const { body } = said('O', 'sample', 'S-3', 'negative')
    expect(enter(bloodTypeFormOf(body))).toMatchObject({ value: { draft: { body } } })
    expect(BloodTypeStated.safeParse(body).success).toBe(true)
  })
})
