import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noBlanks } from '#domain/number/blank.ts'
import { newSeries } from '#domain/number/series.ts'
import { readWardNumber } from '#domain/number/ward-number.ts'
import { ageBands, emptyIntake, massIntake, toComplete, type MassIntakeDesk, type MassIntakeForm } from '#domain/patient/mass-intake.ts'
import { CalendarDate } from '#domain/time.ts'
import { TriageCategory } from '#domain/triage/category.ts'
import { registeredPatients } from '#domain/view/ward-lists.ts'
import { triageOf, wardOf } from '#domain/view/ward.ts'
import { anEntry, aNumber, aPatient, entryId, letters, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const desk = (over: Partial<MassIntakeDesk> = {}): MassIntakeDesk => ({
  entry: entryId(1), patient: patientId(1), triageEntry: entryId(2), alias: ['ドングリ', 'ヨット'], aliasesGiven: [], series: newSeries('real', letters()), blanks: noBlanks({ realm: 'real', letters: letters() }), today: CalendarDate.parse('2026-11-20'), at: null,
  post: { place: '救急外来', organisation: '灯病院', job: 'nurse' }, ...over,
})
const made = (form: Partial<MassIntakeForm>, over: Partial<MassIntakeDesk> = {}) => massIntake({ ...emptyIntake, ...form }, desk(over))

describe('many at once', () => {
  test('[MASS-1] the colour alone registers a patient with number, alias and triage; without it nothing is registered', () => {
    expect(made({ category: 'II' })).toMatchObject({
      ok: true,
      value: {
        registered: { patient: patientId(1), body: { number: 'D-AF-00001-3', naming: { kind: 'unknown', alias: ['ドングリ', 'ヨット'] }, sex: 'unknown', birth: { kind: 'unknown' }, bed: null, way: 'mass-intake' } },
        triaged: { patient: patientId(1), body: { method: 'tag', decided: 'II', tagNumber: '', place: '救急外来' } },
      },
    })
    expect(made({ tagNumber: 'T-0312', sex: 'male', band: 3 })).toEqual({ ok: false, error: [{ field: 'category', code: 'category-missing' }] })
  })

  test('[MASS-2] an age as it looks is kept as a span, never as a birth date or a year', () => {
    for (const [place, band] of ageBands.entries()) expect(made({ category: 'I', band: place })).toMatchObject({ ok: true, value: { registered: { body: { birth: band } } } })
    expect(ageBands.map(({ from, to }) => [from, to])).toEqual([[0, 0], [1, 14], [15, 39], [40, 64], [65, 79], [80, null]])
    // No age falls between two bands, and none into two.
    for (let years = 0; years <= 130; years += 1) expect(ageBands.filter(({ from, to }) => years >= from && (to === null || years <= to))).toHaveLength(1)
  })

  test('[MASS-1] whatever is typed as a tag number is kept as typed or refused with a code, and each casualty gets the next number', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 130 }), fc.constantFrom(...TriageCategory.options), fc.integer({ min: 0, max: 500 }), (tagNumber, category, given) => {
      const one = made({ category, tagNumber }, { series: { ...newSeries('real', letters()), given } })
      if (!one.ok) {
        expect(one.error.every(({ field }) => field === 'tagNumber')).toBe(true)
        return
      }
      expect(one.value.triaged.body.tagNumber).toBe(tagNumber)
      const number = readWardNumber(one.value.registered.body.number)
      expect(number.ok && number.value.count).toBe(given + 1)
      expect(one.value.series.given).toBe(given + 1)
    }))
  })

  test('[MASS-3] what is still to be written is listed until it is written: death to confirm, name, age, sex, bed', () => {
    const row = (...entries: Parameters<typeof inJournal>[0]) => {
      const [first] = registeredPatients(wardOf(inJournal(entries)))
      if (first === undefined) throw new Error('registered above')
      return toComplete(first, triageOf(first))
    }
    const came = aPatient({ number: aNumber(1), naming: { kind: 'unknown', alias: ['ドングリ', 'ヨット'] }, sex: 'unknown', way: 'mass-intake' })
    const black = anEntry('triage-decided', { body: { ...anEntry('triage-decided').body, decided: '0', suggested: null } })
    expect(row(came)).toEqual(['name', 'age', 'sex', 'bed'])
    expect(row(came, black)).toEqual(['death', 'name', 'age', 'sex', 'bed'])
    expect(row(came, black, anEntry('death-confirmed'))).toEqual(['name', 'age', 'sex', 'bed'])
    expect(row(came, anEntry('patient-described'))).toEqual(['name', 'bed'])
    expect(row(came, anEntry('patient-described'), anEntry('identity-claimed'), anEntry('patient-moved'))).toEqual([])
  })

  test("[BAND-12] many at once a band that is worn already gives its number, and one that is refused registers nobody", () => {
    const blanks = { ...noBlanks({ realm: 'real', letters: letters() }), setAside: [{ letters: letters(), first: 7, last: 12 }], used: new Set([aNumber(8)]) }
    const series = { ...newSeries('real', letters()), given: 12 }
    expect(made({ category: 'I', blank: aNumber(9) }, { blanks, series })).toMatchObject({ ok: true, value: { registered: { body: { number: aNumber(9), way: 'mass-intake' } }, series } })
    expect(made({ category: 'I', blank: aNumber(8) }, { blanks, series })).toEqual({ ok: false, error: [{ field: 'blank', code: 'blank-used' }] })
    expect(made({ category: 'I' }, { blanks, series })).toMatchObject({ ok: true, value: { registered: { body: { number: aNumber(13) } } } })
  })
})
