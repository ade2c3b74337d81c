import { describe, expect, test } from 'vitest'
import { emptyKnown, registerKnown, type KnownDesk, type KnownForm } from '#domain/identity/register-known.ts'
import { noBlanks } from '#domain/number/blank.ts'
import { newSeries } from '#domain/number/series.ts'
import type { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { ReferenceSetId } from '#domain/reference/reference-set.ts'
import { CalendarDate } from '#domain/time.ts'
import { registeredPatients } from '#domain/view/ward-lists.ts'
import { wardOf } from '#domain/view/ward.ts'
import { anEntry, anInstant, aNumber, aPatient, entryId, letters, patientId, testId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const hanako: ReferencePatient = {
  hospitalId: '00481207', family: '髙橋', given: '花子', familyKana: 'タカハシ', givenKana: 'ハナコ', sex: 'female', birth: { kind: 'day', on: CalendarDate.parse('1948-05-03') }, phone: '',
  stay: null, allergies: [{ substance: 'ペニシリン', note: '発疹' }],
}
const series = newSeries('real', letters())
const desk = (over: Partial<KnownDesk> = {}): KnownDesk => ({
  entry: entryId(1), patient: patientId(1), claim: entryId(2), allergy: entryId(3), alias: ['ドングリ', 'ヨット'], series, blanks: noBlanks(series), today: CalendarDate.parse('2026-11-20'),
  from: { set: ReferenceSetId.parse(testId(77)), takenAt: anInstant() }, source: '参照データ 11/20 07:40', isNameAlike: false, rows: [], ...over,
})
const known = (form: Partial<KnownForm>, over: Partial<KnownDesk> = {}, patient = hanako) => registerKnown(patient, { ...emptyKnown, ...form }, desk(over))

describe('somebody of the hospital’s list', () => {
  test('[BAND-12] who wears a pre-printed band keeps its number; one that was never printed here is told and registers nobody', () => {
    const blanks = { ...noBlanks(series), setAside: [{ letters: letters(), first: 7, last: 8 }] }
    expect(known({ how: 'band-or-card', blank: aNumber(7) }, { blanks })).toMatchObject({ ok: true, value: { drafts: [{ body: { number: aNumber(7) } }, {}, {}], series } })
    expect(known({ how: 'band-or-card', blank: aNumber(9) }, { blanks })).toEqual({ ok: false, error: [{ field: 'blank', code: 'not-a-blank' }] })
  })

  test('[WHO-14] is registered with the number, the list and how it is known that this is them; an allergy of the list comes along', () => {
    expect(known({ how: 'band-or-card', bed: '301' })).toMatchObject({
      ok: true,
      value: {
        drafts: [
          { id: entryId(1), kind: 'patient-registered', body: { number: 'D-AF-00001-3', naming: { family: '髙橋', given: '花子' }, birth: { on: '1948-05-03' }, bed: '301', way: 'hospital-list' } },
          { id: entryId(2), kind: 'identity-claimed', body: { hospitalId: '00481207', how: 'band-or-card', from: { set: testId(77) } } },
          { id: entryId(3), kind: 'allergy-stated', body: { state: 'present', substances: [{ substance: 'ペニシリン', reaction: '発疹' }], source: '参照データ 11/20 07:40' } },
        ],
      },
    })
    expect(known({})).toEqual({ ok: false, error: [{ field: 'how', code: 'how-not-said' }] })
  })

  test('[WHO-14] that the list names no allergy is not taken for none', () => {
    for (const allergies of [null, []]) expect(known({ how: 'document' }, {}, { ...hanako, allergies })).toMatchObject({ ok: true, value: { drafts: [{ kind: 'patient-registered' }, { kind: 'identity-claimed' }] } })
  })

  test('[WHO-15] where a name is like another’s the birth date is asked of the patient, and one that differs is refused', () => {
    expect(known({ how: 'patient-said' }, { isNameAlike: true })).toEqual({ ok: false, error: [{ field: 'birthText', code: 'birth-not-said' }] })
    expect(known({ how: 'patient-said', birthText: 's23.5.4' }, { isNameAlike: true })).toEqual({ ok: false, error: [{ field: 'birthText', code: 'birth-differs' }] })
    expect(known({ how: 'patient-said', birthText: 's23.5.3' }, { isNameAlike: true }).ok).toBe(true)
    // Also where nobody else is called so: what was typed is not passed over.
    expect(known({ how: 'patient-said', birthText: '19480504' })).toEqual({ ok: false, error: [{ field: 'birthText', code: 'birth-differs' }] })
  })

  test('[WHO-16] a number of the hospital’s that is on this ward already is not registered a second time', () => {
    const rows = registeredPatients(wardOf(inJournal([aPatient({ number: aNumber(7) }), anEntry('identity-claimed', { body: { ...anEntry('identity-claimed').body, hospitalId: '00481207' } })])))
    expect(known({ how: 'document' }, { rows })).toEqual({ ok: false, error: [{ field: 'known', code: 'already-here', number: aNumber(7) }] })
    expect(known({ how: 'document' }, { rows }, { ...hanako, hospitalId: '481207' }).ok).toBe(true)
  })
})
