import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReferenceFact } from '#domain/reference/reference-fact.ts'
import { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { gather } from '#renderer/reference/gather.ts'
import { CalendarDate } from '#domain/time.ts'

const blank: ReferencePatient = { hospitalId: '1', family: '架空', given: '花子', familyKana: '', givenKana: '', sex: 'female', birth: { kind: 'unknown' }, phone: '', stay: null, allergies: null }
const stay = { ward: '3東', bed: '1', admittedOn: CalendarDate.parse('2026-11-20') }
const row = (patient: Partial<ReferencePatient>, number = 2, at: string | null = null): ReferenceFact => ({ kind: 'patient', patient: { ...blank, ...patient }, at, place: { file: 1, row: number } })
const gathered = (...facts: readonly ReferenceFact[]) => {
  const gathering = gather()
  gathering.take({ facts, faults: [], others: {}, readBytes: 0, rows: 0 })
  return gathering.finish()
}

describe('what the readers found, put together', () => {
  it('[REF-15] two rows of one person are one patient, with what either says, and the later one is named', () => {
    const found = gathered(row({ allergies: [{ substance: '卵', note: '' }] }), row({ familyKana: 'カクウ', phone: '03', stay, allergies: [{ substance: '卵', note: '' }, { substance: 'そば', note: '' }] }, 7))
    expect([...found.inOrder()]).toEqual([{ ...blank, familyKana: 'カクウ', phone: '03', stay, allergies: [{ substance: '卵', note: '' }, { substance: 'そば', note: '' }] }])
    expect(found.faults.listed).toEqual([{ code: 'id-twice', place: { file: 1, row: 7 } }])
    expect(found).toMatchObject({ patients: 1, staying: 1, withAllergies: 1 })
  })

  it('[REF-15] an id of two people is nobody\'s, and every later row of it is named', () => {
    const found = gathered(row({}), row({ family: '仮谷' }, 5), row({}, 9), row({ hospitalId: '2' }, 10))
    expect([...found.inOrder()].map(({ hospitalId }) => hospitalId)).toEqual(['2'])
    expect(found.faults.listed).toEqual([{ code: 'id-of-two-people', place: { file: 1, row: 5 } }, { code: 'id-of-two-people', place: { file: 1, row: 9 } }])
    expect([found.has('1'), found.has('2'), found.patients]).toEqual([false, true, 1])
  })

  it('[REF-14] the newest word stands and is no fault', () => {
    for (const facts of [[row({ family: '旧姓' }, 1, '20250101'), row({}, 2, '20260101')], [row({}, 2, '20260101'), row({ family: '旧姓' }, 1, '20250101')]]) {
      const found = gathered(...facts)
      expect([...found.inOrder()]).toEqual([blank])
      expect(found.faults.total).toBe(0)
    }
  })

  it('[REF-26] patients come by id, whatever the order of facts, twice the same; unknown ids are counted', () => {
    const facts: readonly ReferenceFact[] = [
      ...['10', '9', '1', '00000000000000000010', 'B'].map((hospitalId, at) => row({ hospitalId }, at)),
      { kind: 'stay', hospitalId: '9', at: '2', stay }, { kind: 'stay', hospitalId: '9', at: '1', stay: null }, { kind: 'stay', hospitalId: '77', at: '1', stay },
      { kind: 'allergies', hospitalId: '1', allergies: [{ substance: '卵', note: '' }], place: { file: 1, row: 1 } }, { kind: 'allergies', hospitalId: '78', allergies: [], place: { file: 1, row: 1 } },
    ]
    fc.assert(fc.property(fc.shuffledSubarray([...facts], { minLength: facts.length }), (order) => {
      const found = gathered(...order)
      const patients = [...found.inOrder()]
      expect(patients.map(({ hospitalId }) => hospitalId)).toEqual(['00000000000000000010', '1', '10', '9', 'B'])
      expect(patients[3]?.stay).toEqual(stay)
      expect(patients[1]?.allergies).toEqual([{ substance: '卵', note: '' }])
      expect([...found.inOrder()]).toEqual(patients)
      expect(found).toMatchObject({ patients: 5, staying: 1, withAllergies: 1, ofUnknown: { stays: 1, allergies: 1 } })
    }))
  })

  it('[REF-26] what was put in comes out, whatever the texts, over many pages', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 }).filter((value) => value.isWellFormed())
    fc.assert(fc.property(fc.uniqueArray(fc.record({ hospitalId: fc.string({ minLength: 1, maxLength: 40 }), family: text, given: text, phone: text }), { selector: ({ hospitalId }) => hospitalId, maxLength: 50 }), (people) => {
      const found = [...gathered(...people.map((one) => row(one))).inOrder()]
      expect(found).toEqual(people.map((one) => ({ ...blank, ...one })).toSorted((one, other) => (one.hospitalId < other.hospitalId ? -1 : 1)))
    }))
    const many = [...gathered(...[...Array(60_000).keys()].map((n) => row({ hospitalId: String(n).padStart(8, '0'), family: 'あ'.repeat(50) }))).inOrder()]
    expect(many).toHaveLength(60_000)
    expect(many.every(({ hospitalId, family }, at) => Number(hospitalId) === at && family === 'あ'.repeat(50))).toBe(true)
  })
})
