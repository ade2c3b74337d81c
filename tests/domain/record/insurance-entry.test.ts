import { describe, expect, test } from 'vitest'
import { decide } from '#domain/log/entry.ts'
import { asksOf, emptyInsurance, insuranceEntry, insuranceFormOf, type InsuranceForm, type InsuranceIssue } from '#domain/record/insurance-entry.ts'
import { InsuranceKind } from '#domain/record/insurance.ts'
import { chartOf } from '#domain/view/chart.ts'
import { newestFact } from '#domain/view/facts.ts'
import { wardOf } from '#domain/view/ward.ts'
import { aHand, aHash, anEntry, anInstant, aPatient, aStanding, entryId, patientId } from '#tests/builders.ts'

const desk = { patient: patientId(1), entry: entryId(7) }
const form = (over: Partial<InsuranceForm>): InsuranceForm => ({ ...emptyInsurance, kind: 'unknown', ...over })
const made = (over: Partial<InsuranceForm>) => insuranceEntry(form(over), desk)
const issues = (over: Partial<InsuranceForm>): readonly InsuranceIssue[] => {
  const read = made(over)
  return read.ok ? [] : read.error
}

describe('insurance without a card', () => {
  test("[INS-1] Without a card the kind of insurance is enough; what the insurer is found by, a workplace, a union or an address, is asked for and told when it is missing, and its lack is in nobody's way.", () => {
    expect(issues({ kind: null })).toEqual([{ field: 'kind', code: 'kind-missing' }])
    for (const kind of InsuranceKind.options) {
      const read = made({ kind })
      expect(read, kind).toMatchObject({ ok: true, value: { id: entryId(7), kind: 'insurance-stated', patient: patientId(1), body: { kind, workplace: '', insurer: '' } } })
      expect(read.ok && decide(read.value, aStanding(), { head: aHash(), n: 1 }, aHand()).ok, kind).toBe(true)
    }
    expect(asksOf(form({ kind: 'employee' }))).toEqual(['workplace', 'phone'])
    expect(asksOf(form({ kind: 'national-union', phone: '090' }))).toEqual(['union'])
    expect(asksOf(form({ kind: 'national', address: ' 　' }))).toEqual(['address', 'phone'])
    expect(asksOf(form({ kind: 'late-elderly', address: '灯町1-2-3', phone: '090' }))).toEqual([])
    expect(asksOf(form({ kind: 'employee', insurer: '33120015', phone: '090' }))).toEqual([])
    expect(asksOf(form({ kind: 'none' }))).toEqual([])
    // What stands in the box of another kind is not written, and what was typed is written as it was.
    expect(made({ kind: 'national', workplace: '灯製作所', address: ' 灯町 ' })).toMatchObject({ ok: true, value: { body: { workplace: '', address: ' 灯町 ' } } })
    expect(made({ kind: 'employee', workplace: '㈱灯 製作所' })).toMatchObject({ ok: true, value: { body: { workplace: '㈱灯 製作所' } } })
  })

  test('[INS-2] An insurer’s number has 6 or 8 digits with a check digit that agrees, and a branch has two; anything else is refused by field with a code and stays in its box.', () => {
    // 3312001 → 5 stands in the ministry's own rule for the check digit.
    for (const insurer of ['33120015', '３３１２００１５', '33-12-001-5', '']) expect(made({ insurer }), insurer).toMatchObject({ ok: true, value: { body: { insurer: insurer === '' ? '' : '33120015' } } })
    for (const insurer of ['3312001', '331200150', 'ABCDEF', '12345']) expect(issues({ insurer }), insurer).toEqual([{ field: 'insurer', code: 'insurer-length' }])
    for (const insurer of ['33120014', '33120051', '43120015']) expect(issues({ insurer }), insurer).toEqual([{ field: 'insurer', code: 'insurer-check-digit' }])
    expect(made({ branch: '０５' })).toMatchObject({ ok: true, value: { body: { branch: '05' } } })
    for (const branch of ['5', '005', 'ア']) expect(issues({ branch }), branch).toEqual([{ field: 'branch', code: 'branch-two-digits' }])
    expect(issues({ kind: null, symbol: 'い\nろ', number: '\u0000', insurer: '1', branch: '1' }).map(({ field, code }) => `${field} ${code}`)).toEqual([
      'kind kind-missing', 'symbol text-has-line-breaks', 'number text-has-control-characters', 'insurer insurer-length', 'branch branch-two-digits',
    ])
  })

  test('[INS-3] A My Number is refused in every box of the form.', () => {
    for (const typed of ['123456789018', '1234 5678 9018', '１２３４-５６７８-９０１８', '番号 123456789018'])
      for (const field of ['workplace', 'address', 'phone', 'symbol', 'number'] as const) expect(issues({ [field]: typed }), `${field} ${typed}`).toContainEqual({ field, code: 'my-number' })
    expect(issues({ insurer: '1234 5678 9018' })).toEqual([{ field: 'insurer', code: 'my-number' }])
    // Twelve digits that are none: a wrong check digit, a telephone abroad, a longer number.
    for (const typed of ['123456789012', '+123456789018', '91234567890180', '100-0001 灯町1-2-3']) expect(issues({ phone: typed }), typed).toEqual([])
  })

  test('[INS-4] A reason for not paying is what the patient says, as many as apply, without a certificate; what is said later counts, and what was said before stays in the chart.', () => {
    expect(made({ waivers: ['house-damaged', 'job-lost'] })).toMatchObject({ ok: true, value: { body: { waivers: ['house-damaged', 'job-lost'] } } })
    const said = (minute: string, waivers: InsuranceForm['waivers']) => anEntry('insurance-stated', { id: entryId(Number(minute)), at: anInstant(`2026-11-20T08:${minute}:00.000Z`), body: { ...emptyInsurance, kind: 'national', waivers: [...waivers] } })
    const records = [aPatient(), said('10', ['job-lost']), said('20', [])].map((entry, index) => ({ seq: index + 1, entry }))
    const row = wardOf(records).patients.get(patientId(1))
    if (row === undefined) throw new Error('There is a patient')
    expect(insuranceFormOf(newestFact(row, 'insurance-stated')?.body ?? null).waivers).toEqual([])
    expect(chartOf(patientId(1), records).rows.filter(({ entry }) => entry.kind === 'insurance-stated')).toHaveLength(2)
    expect(insuranceFormOf(null)).toEqual(emptyInsurance)
  })
})
