import type { Bundle } from '@medplum/fhirtypes'
import { describe, expect, it } from 'vitest'
import { anInput } from '#tests/export/fixture.ts'
import { allStruck, eachKind } from './each-kind.ts'
import { bundlesOf, fhirFilesOf } from './bundles.ts'
import { asked, faultsOf } from './validators.ts'

describe('the bundles of a ward that has a record of every kind', () => {
  it('[FHIR-2] pass the three validators, also when every record is struck', async () => {
    for (const entries of [eachKind(), allStruck(eachKind())]) {
      for (const [name, bundle] of await bundlesOf(anInput(entries))) expect(faultsOf(bundle), name).toEqual([])
    }
    for (const key of ['obs-6', 'obs-7', 'bdl-3', 'bdl-7', 'pat-1', 'ait-1', 'ait-2', 'mad-1', 'dom-3', 'per-1', 'qty-3', 'ref-1', 'att-1', 'tim-2']) expect([...asked]).toContain(key)
  })

  it('[FHIR-2] [FHIR-11] so do the traces', async () => {
    const lines = (await fhirFilesOf(anInput(eachKind()))).get('fhir/AuditEvent.ndjson')?.trim().split('\n') ?? []
    expect(lines.length).toBeGreaterThan(5)
    for (const line of lines) expect(faultsOf(JSON.parse(line) as Bundle)).toEqual([])
  })
})

describe('the validators', () => {
  const identifier = [{ system: 'https://tomoshibi.invalid', value: '1' }]
  const patient = { resourceType: 'Patient', identifier, gender: 'female', birthDate: '1950-03-04' }
  const seen = { resourceType: 'Observation', status: 'final', code: { text: '体温' }, valueQuantity: { value: 36.5, unit: 'Cel' } }
  const bundle = (resource: object, over: object = {}): Bundle => JSON.parse(JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry: [{ fullUrl: 'urn:uuid:01934f00-0000-7000-8000-000000000001', request: { method: 'POST', url: 'Patient' }, resource, ...over }] })) as Bundle // what is wrong with it is the point

  it('[FHIR-2] pass what is right', () => {
    expect([...faultsOf(bundle(patient)), ...faultsOf(bundle(seen))]).toEqual([])
  })

  it.each([
    ['an unknown property', { ...patient, shoeSize: 24 }, {}],
    ['an era in a birth date', { ...patient, birthDate: 'S25/3/4' }, {}],
    ['a code outside its value set', { ...patient, gender: 'M' }, {}],
    ['a status outside its value set', { ...seen, status: 'done' }, {}],
    ['no status', { ...seen, status: undefined }, {}],
    ['no code', { ...seen, code: undefined }, {}],
    ['a value and a reason for having none (obs-6)', { ...seen, dataAbsentReason: { text: '?' } }, {}],
    ['a value beside a component of the same code (obs-7)', { ...seen, code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] }, component: [{ code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] }, valueString: 'x' }] }, {}],
    ['a transaction without a request (bdl-3)', patient, { request: undefined }],
    ['a contact without a name (pat-1)', { ...patient, contact: [{ gender: 'male' }] }, {}],
    ['a period that ends before it begins (per-1)', { ...seen, effectivePeriod: { start: '2026-11-20T09:00:00+09:00', end: '2026-11-19T09:00:00+09:00' } }, {}],
    ['an allergy without its state (ait-1)', { resourceType: 'AllergyIntolerance', patient: { display: 'x' } }, {}],
    ['a contained resource nobody refers to (dom-3)', { ...seen, contained: [{ resourceType: 'Medication', id: 'm' }] }, {}],
  ])('[FHIR-2] refuse %s', (_, resource, over) => {
    expect(faultsOf(bundle(resource, over))).not.toEqual([])
  })
})
