import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFhir } from '#renderer/reference/read-fhir.ts'
import { faultsOf, gathered, named, today, utf8 } from './bytes.ts'

const representation = (valueCode: string) => [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation', valueCode }]
const person = {
  resourceType: 'Patient',
  id: 'p1',
  identifier: [{ system: 'urn:oid:1.2.3', value: 'X9', type: { coding: [{ code: 'MR' }] } }, { system: 'urn:oid:1.2.392.100495.20.3.51.11312345670', value: '00000010' }],
  name: [
    { use: 'usual', text: 'カクウ ハナコ', family: 'カクウ', given: ['ハナコ'], extension: representation('SYL') },
    { use: 'usual', text: '架空 花子', family: '架空', given: ['花子'], extension: representation('IDE') },
  ],
  gender: 'female',
  birthDate: '1950-03-04',
  telecom: [{ system: 'email', value: 'x@example.org' }, { system: 'phone', value: '03-0000-0000' }],
}
const stay = {
  resourceType: 'Encounter', status: 'in-progress', class: { code: 'IMP' }, subject: { reference: 'Patient/p1' }, period: { start: '2026-11-20T09:00:00+09:00' },
  location: [{ location: { display: '3東' }, physicalType: { coding: [{ code: 'wa' }] } }, { location: { display: '301-2' }, physicalType: { coding: [{ code: 'bd' }] } }],
}
const allergy = { resourceType: 'AllergyIntolerance', patient: { reference: 'https://his.example/fhir/Patient/p1' }, code: { coding: [{ code: '1', display: 'ペニシリン' }] }, reaction: [{ manifestation: [{ text: '発疹' }] }] }
const files = (...lines: readonly (readonly unknown[])[]) => lines.map((resources, at) => named(`${at}.ndjson`, utf8(resources.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n'))))
const read = (...lines: readonly (readonly unknown[])[]) => gathered(readFhir(files(...lines), { today }))

describe('FHIR NDJSON', () => {
  it('[REF-23] the hospital\'s own number first, names by their representation', async () => {
    expect([...(await read([person])).inOrder()]).toEqual([{ hospitalId: '00000010', family: '架空', given: '花子', familyKana: 'カクウ', givenKana: 'ハナコ', sex: 'female', birth: { kind: 'day', on: '1950-03-04' }, phone: '03-0000-0000', stay: null, allergies: null }])
    expect([...(await read([{ ...person, identifier: [{ value: 'A1' }, { value: 'X9', type: { coding: [{ code: 'MR' }] } }], name: [{ text: '架空花子' }], birthDate: '1950' }])).inOrder()]).toMatchObject([{ hospitalId: 'X9', family: '架空花子', given: '', familyKana: '', birth: { kind: 'year', year: 1950 } }])
  })

  it('[REF-24] stays and allergies find their patient in any order of lines and files', async () => {
    const whole = [{ hospitalId: '00000010', stay: { ward: '3東', bed: '301-2', admittedOn: '2026-11-20' }, allergies: [{ substance: 'ペニシリン', note: '発疹' }] }]
    for (const order of [[[person, stay, allergy]], [[allergy], [stay], [person]], [[stay, person], [allergy]]]) expect([...(await read(...order)).inOrder()]).toMatchObject(whole)
    const finished = { ...stay, status: 'finished', period: { start: '2026-11-01', end: '2026-11-10' } }
    expect([...(await read([person, finished, stay])).inOrder()]).toMatchObject(whole.map(({ hospitalId, stay: lying }) => ({ hospitalId, stay: lying })))
    expect([...(await read([person, { ...stay, period: { start: '2026-10-01' } }, finished])).inOrder()]).toMatchObject([{ stay: null }])
    expect(faultsOf(await read([person, { ...stay, subject: { reference: 'Patient/nobody' } }]))).toEqual(['2 reference-unknown'])
  })

  it('[REF-24] refuted allergies and outpatient visits say nothing; no known allergy says none', async () => {
    const quiet = await read([person, { ...stay, class: { code: 'AMB' } }, { ...allergy, verificationStatus: { coding: [{ code: 'refuted' }] } }])
    expect([...quiet.inOrder()]).toMatchObject([{ stay: null, allergies: null }])
    expect([...(await read([person, { ...allergy, code: { coding: [{ code: '716186003' }] } }])).inOrder()]).toMatchObject([{ allergies: [] }])
  })

  it('[REF-25] a bad line is named by its number, the others are read', async () => {
    const found = await read(['', person, '{"resourceType":', '[]', { ...person, id: 5 }, { ...person, id: 'p2', identifier: [] }, `{"x":"${'y'.repeat(1_200_000)}"}`, '{"resourceType":"Pat'])
    expect(faultsOf(found)).toEqual(['3 not-understood', '4 not-understood', '5 not-understood', '6 id-missing', '7 row-too-long', '8 cut-off'])
    expect(found.patients).toBe(1)
  })

  it('[REF-21] other resources are counted by their kind, and an unknown kind by none of its own', async () => {
    expect((await read([person, { resourceType: 'Observation' }, { resourceType: 'YamadaTaro' }])).others).toEqual({ Observation: 1, 'other-resource': 1 })
  })

  it('[REF-6] any JSON in any field ends in patients, faults or counts', async () => {
    const field = fc.constantFrom('id', 'identifier', 'name', 'gender', 'birthDate', 'telecom', 'status', 'class', 'subject', 'period', 'location', 'code', 'reaction', 'patient')
    await fc.assert(fc.asyncProperty(fc.constantFrom(person, stay, allergy), field, fc.jsonValue(), async (base, name, value) => {
      const found = await read([person, { ...base, [name]: value }])
      expect(found.patients).toBeLessThanOrEqual(2)
      for (const fault of found.faults.listed) expect(Object.keys(fault).toSorted()).toEqual(['code', 'place'])
    }), { numRuns: 200 })
  })
})
