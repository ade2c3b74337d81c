import { describe, expect, it } from 'vitest'
import { plainPlan } from '#domain/plan/hospital-plan.ts'
import { draftOf, emptyContact, emptyDeclarer, planWith, profileOf, settled, unsavedParts } from '#renderer/features/plan/draft.ts'

const profile = { hospital: '架空病院', ward: '3階西', beds: ['301', '302'] }
const draft = draftOf(plainPlan, profile)
const faultOf = (outcome: ReturnType<typeof planWith> | ReturnType<typeof profileOf>): unknown => (outcome.ok ? null : outcome.error)

describe('the plan while it is changed', () => {
  it('[PLAN-7] what is saved and drafted again is the same', () => {
    for (const part of ['criteria', 'declarers', 'return-steps', 'contacts', 'intervals', 'scanning', 'phrases', 'identifier-system'] as const) expect(planWith(part, plainPlan, draft)).toEqual({ ok: true, value: plainPlan })
    expect(profileOf(draft)).toEqual({ ok: true, value: profile })
  })

  it('[PLAN-7] a half-filled row is named, an empty one is left out', () => {
    expect(faultOf(planWith('declarers', plainPlan, { ...draft, declarers: [emptyDeclarer, { ...emptyDeclarer, duty: '副院長' }] }))).toEqual({ code: 'row-name', row: 2 })
    expect(faultOf(planWith('declarers', plainPlan, { ...draft, declarers: [{ ...emptyDeclarer, name: '架空 太郎', staffNumber: 'D 1' }] }))).toEqual({ code: 'row-number', row: 1 })
    expect(faultOf(planWith('contacts', plainPlan, { ...draft, contacts: [{ ...emptyContact, who: '守衛室' }] }))).toEqual({ code: 'row-reach', row: 1 })
    expect(planWith('contacts', plainPlan, { ...draft, contacts: [emptyContact, { who: '守衛室', reach: '内線 7000', note: '' }] })).toMatchObject({ ok: true, value: { contacts: [{ who: '守衛室' }] } })
    expect(planWith('declarers', plainPlan, { ...draft, declarers: [{ ...emptyDeclarer, name: '架空 太郎', staffNumber: ' Ｄ-1' }] })).toMatchObject({ ok: true, value: { declarers: [{ staffNumber: 'D-1' }] } })
  })

  it('[FHIR-17] a system of patient numbers is kept as it is read, and a bad one is told apart', () => {
    expect(planWith('identifier-system', plainPlan, { ...draft, identifierSystem: ' urn:oid:2.16.840.1.99 ' })).toEqual({ ok: true, value: { ...plainPlan, identifierSystem: '2.16.840.1.99' } })
    expect(planWith('identifier-system', { ...plainPlan }, draft)).toEqual({ ok: true, value: plainPlan })
    expect(['病院', '1.2.392.100495.20.3.51.1'].map((identifierSystem) => faultOf(planWith('identifier-system', plainPlan, { ...draft, identifierSystem })))).toEqual([{ code: 'no-system' }, { code: 'institution-code' }])
  })

  it('[PLAN-7] only the part that is saved changes', () => {
    const typed = { ...draft, criteria: { blackout: '停電' }, returnSteps: ['終えた', ' '], sealCheckDays: '９０' }
    expect(planWith('criteria', plainPlan, typed)).toEqual({ ok: true, value: { ...plainPlan, criteria: { blackout: '停電' } } })
    expect(planWith('return-steps', plainPlan, typed)).toEqual({ ok: true, value: { ...plainPlan, returnSteps: ['終えた'] } })
    expect(planWith('intervals', plainPlan, typed)).toEqual({ ok: true, value: { ...plainPlan, sealCheckDays: 90 } })
  })

  it('[PLAN-8] a part in which something is typed is named until it is saved', () => {
    const typed = { ...draft, contacts: [emptyContact, { who: '守衛室', reach: '内線 7000', note: '' }], ward: '3階東' }
    expect(unsavedParts(plainPlan, profile, draft)).toEqual([])
    expect(unsavedParts(plainPlan, profile, typed)).toEqual(['contacts', 'profile'])
    const saved = planWith('contacts', plainPlan, typed)
    const plan = saved.ok ? saved.value : plainPlan
    expect(unsavedParts(plan, profile, settled('contacts', plan, profile, typed))).toEqual(['profile'])
  })

  it('[PLAN-7] numbers outside their range, missing names, unreadable beds and characters nobody can print are told apart', () => {
    expect([
      planWith('intervals', plainPlan, { ...draft, sealCheckDays: '0' }), planWith('intervals', plainPlan, { ...draft, idleLockMinutes: '11' }),
      planWith('criteria', plainPlan, { ...draft, criteria: { blackout: '停\u0007電' } }),
      profileOf({ ...draft, hospital: ' ' }), profileOf({ ...draft, ward: '' }), profileOf({ ...draft, beds: '1,1' }), profileOf({ ...draft, ward: '\u0000' }),
    ].map(faultOf)).toEqual(['days', 'minutes', 'text', 'hospital', 'ward', 'beds', 'text'].map((code) => ({ code })))
  })
})
