import { describe, expect, test } from 'vitest'
import { noBlanks } from '#domain/number/blank.ts'
import { newSeries } from '#domain/number/series.ts'
import { newborn, type NewbornDesk, type NewbornForm } from '#domain/patient/newborn.ts'
import { CalendarDate } from '#domain/time.ts'
import { registeredPatients, type KnownRow } from '#domain/view/ward-lists.ts'
import { wardOf } from '#domain/view/ward.ts'
import { aNumber, aPatient, entryId, letters, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const series = newSeries('real', letters())
const desk: NewbornDesk = { entry: entryId(1), patient: patientId(9), alias: ['ドングリ', 'ヨット'], series, blanks: noBlanks(series), today: CalendarDate.parse('2026-11-20') }
const form: NewbornForm = { sex: 'female', birthText: '', order: '', bed: '', blank: '' }
const mother = (over: Parameters<typeof aPatient>[0] = {}): KnownRow => registeredPatients(wardOf(inJournal([aPatient(over)])))[0] ?? never()
const never = (): never => {
  throw new Error('registered above')
}

describe('a child born on the ward', () => {
  test('[WHO-17] has its own number, its mother on record, her name with one word more, and today as birth date', () => {
    expect(newborn(mother(), form, desk)).toMatchObject({
      ok: true,
      value: { draft: { patient: patientId(9), body: { number: 'D-AF-00001-3', naming: { family: '灯', given: '花子ベビー', familyKana: 'トモシビ', givenKana: 'ハナコベビー' }, sex: 'female', birth: { kind: 'day', on: '2026-11-20' }, way: 'newborn', mother: patientId(1) } } },
    })
    expect(newborn(mother(), { ...form, order: '2', birthText: '20261119' }, desk)).toMatchObject({ ok: true, value: { draft: { body: { naming: { given: '花子ベビー2' }, birth: { on: '2026-11-19' } } } } })
  })

  test('[BAND-12] has the number of the band it wears already, and the series stays where it is; a used one is told and registers nobody', () => {
    const blanks = { ...noBlanks(series), setAside: [{ letters: letters(), first: 7, last: 8 }], used: new Set([aNumber(8)]) }
    expect(newborn(mother(), { ...form, blank: aNumber(7) }, { ...desk, blanks })).toMatchObject({ ok: true, value: { draft: { body: { number: aNumber(7) } }, series } })
    expect(newborn(mother(), { ...form, blank: aNumber(8) }, { ...desk, blanks })).toEqual({ ok: false, error: [{ field: 'blank', code: 'blank-used' }] })
  })

  test('[WHO-17] of a mother without a name it gets an alias of its own', () => {
    expect(newborn(mother({ naming: { kind: 'unknown', alias: ['ラジオ', 'テガミ'] } }), form, desk)).toMatchObject({ ok: true, value: { draft: { body: { naming: { kind: 'unknown', alias: ['ドングリ', 'ヨット'] } } } } })
  })

  test('[WHO-17] a birth that is no day, a day to come, and a name that would not fit are refused', () => {
    expect(newborn(mother(), { ...form, birthText: '2026' }, desk)).toEqual({ ok: false, error: [{ field: 'birthText', code: 'birth-day-needed' }] })
    expect(newborn(mother(), { ...form, birthText: '20261121' }, desk)).toMatchObject({ ok: false, error: [{ field: 'birthText', code: 'born-later' }] })
    expect(newborn(mother({ naming: { kind: 'known', family: '灯', given: '花'.repeat(100), familyKana: '', givenKana: '' } }), form, desk)).toEqual({ ok: false, error: [{ field: 'mother', code: 'name-too-long', most: 100 }] })
  })
})
