import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBlank, mostSetAside, numberFromBlank, numbersOf, setAside, type Blanks } from '#domain/number/blank.ts'
import { newSeries, nextNumber } from '#domain/number/series.ts'
import { voidBlanks, type VoidForm } from '#domain/number/void-blanks.ts'
import { wardNumber } from '#domain/number/ward-number.ts'
import { emptyForm, registration } from '#domain/patient/register.ts'
import { CalendarDate } from '#domain/time.ts'
import { blanksOf } from '#domain/view/bands.ts'
import { decodeSnapshot, encodeSnapshot } from '#domain/view/snapshot.ts'
import { seriesAfter } from '#domain/view/ward-lists.ts'
import { wardOf } from '#domain/view/ward.ts'
import { aHash, aNumber, anEntry, aPatient, entryId, letters, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const series = newSeries('real', letters())
const blanks = (over: Partial<Blanks> = {}): Blanks => ({ realm: 'real', letters: letters(), setAside: [{ letters: letters(), first: 7, last: 12 }], voided: [], used: new Set(), ...over })

test('[BAND-7] Numbers are set aside by an entry before they are printed, and neither a registration nor another blank gets one of them.', () => {
  // Turns of registering (false) and setting aside (a count), as entries of one journal.
  fc.assert(fc.property(fc.array(fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 9 })), { maxLength: 40 }), (turns) => {
    let view = wardOf([])
    const given: string[] = []
    for (const [at, many] of turns.entries()) {
      const now = seriesAfter(view, series)
      const next = many === null ? nextNumber(now) : setAside(now, many)
      if (!next.ok) throw new Error(next.error.code)
      const entry = 'number' in next.value ? aPatient({ number: next.value.number }, { patient: patientId(at + 1) }) : anEntry('numbers-set-aside', { patient: null, body: next.value })
      given.push(...('number' in next.value ? [next.value.number] : numbersOf(next.value, 'real')))
      view = wardOf([{ seq: at + 1, entry }], view)
    }
    expect(new Set(given).size).toBe(given.length)
  }))
})

test('[BAND-7] of letters that are nearly used up none is set aside beyond the last', () => {
  expect(setAside({ ...series, given: 99_990 }, 9)).toMatchObject({ ok: true, value: { first: 99_991, last: 99_999 } })
  expect(setAside({ ...series, given: 99_990 }, 10)).toEqual({ ok: false, error: { code: 'series-used-up', letters: letters() } })
  for (const many of [0, 1.5, mostSetAside + 1]) expect(() => setAside(series, many)).toThrow()
})

test('[BAND-8] The number of a pre-printed band is accepted when it was set aside on this station’s letters and realm and nobody carries it; anything else is refused with a code.', () => {
  for (const count of [7, 12]) expect(numberFromBlank(` ${aNumber(count).toLowerCase().replaceAll('-', '')} `, blanks())).toEqual({ ok: true, value: aNumber(count) })
  const refused: readonly (readonly [string, Partial<Blanks>, string])[] = [
    [aNumber(6), {}, 'not-a-blank'], [aNumber(13), {}, 'not-a-blank'], [aNumber(7), { setAside: [] }, 'not-a-blank'],
    [aNumber(7), { setAside: [{ letters: letters('HK'), first: 7, last: 12 }] }, 'not-a-blank'],
    [aNumber(8), { used: new Set([aNumber(8)]) }, 'blank-used'],
    [wardNumber('drill', letters(), 8), {}, 'number-of-other-realm'], [wardNumber('real', letters('HK'), 8), {}, 'number-of-other-station'],
    ['', {}, 'not-a-ward-number'], ['山田 花子', {}, 'not-a-ward-number'], [aNumber(8).replace(/\d$/, (check) => String((Number(check) + 1) % 10)), {}, 'check-digit'],
  ]
  for (const [typed, over, code] of refused) expect(numberFromBlank(typed, blanks(over)), typed).toEqual({ ok: false, error: { code } })
})

test('[BAND-8] a blank that a patient of this ward carries is used', () => {
  const view = wardOf(inJournal([anEntry('numbers-set-aside', { patient: null, body: { letters: letters(), first: 1, last: 6 } }), aPatient({ number: aNumber(3) })]))
  const here = blanksOf(view, series)
  expect([2, 3, 4].map((count) => numberFromBlank(aNumber(count), here).ok)).toEqual([true, false, true])
  expect([6, 7].map((count) => isBlank(aNumber(count), view.setAside))).toEqual([true, false])
})

test("[BAND-12] The number of a pre-printed band that is typed or scanned at a registration, one at a time or many at once, is the patient's number; the series stays where it is, and one that is refused is told by its field and registers nobody.", () => {
  const given = { ...series, given: 12 }
  const desk = { entry: entryId(1), patient: patientId(1), alias: ['ドングリ', 'ヨット'] satisfies [string, string], aliasesGiven: [], series: given, blanks: blanks({ used: new Set([aNumber(8)]) }), today: CalendarDate.parse('2026-11-20'), at: null }
  const register = (blank: string) => registration({ ...emptyForm, blank }, desk)
  expect(register(` ${aNumber(9).toLowerCase()} `)).toMatchObject({ ok: true, value: { draft: { body: { number: aNumber(9) } }, series: given } })
  expect(register(' 　')).toMatchObject({ ok: true, value: { draft: { body: { number: aNumber(13) } }, series: { given: 13 } } })
  for (const [typed, code] of [[aNumber(8), 'blank-used'], [aNumber(13), 'not-a-blank'], ['山田', 'not-a-ward-number'], ['', null]] as const)
    expect(register(typed).ok, typed).toBe(code === null)
  expect(register(aNumber(8))).toEqual({ ok: false, error: [{ field: 'blank', code: 'blank-used' }] })
})

test('[BAND-12] after a save that failed half-way the number is still that patient’s, and nobody else’s', () => {
  const view = wardOf(inJournal([anEntry('numbers-set-aside', { patient: null, body: { letters: letters(), first: 1, last: 6 } }), aPatient({ number: aNumber(3) }, { patient: patientId(5) })]))
  expect(numberFromBlank(aNumber(3), blanksOf(view, series, patientId(5))).ok).toBe(true)
  expect(numberFromBlank(aNumber(3), blanksOf(view, series, patientId(6))).ok).toBe(false)
  expect(seriesAfter(view, series).given).toBe(6)
})

test('[BAND-13] Pre-printed numbers that were lost or spoiled are declared void with a reason by an entry; from then on nobody gets one of them, whoever wears one keeps it, and they are listed as void.', () => {
  const form = (over: Partial<VoidForm>): VoidForm => ({ first: aNumber(8), last: aNumber(10), reason: 'lost', words: '', ...over })
  const here = blanks({ used: new Set([aNumber(9)]) })
  const voided = voidBlanks(form({}), here)
  expect(voided).toEqual({ ok: true, value: { body: { letters: letters(), first: 8, last: 10, reason: 'lost', words: '' }, many: 2 } })
  if (!voided.ok) return
  const view = wardOf(inJournal([
    anEntry('numbers-set-aside', { patient: null, body: { letters: letters(), first: 7, last: 12 } }), aPatient({ number: aNumber(9) }), anEntry('numbers-voided', { patient: null, body: voided.value.body }),
  ]))
  const after = blanksOf(view, series)
  expect([7, 8, 9, 10, 11].map((count) => numberFromBlank(aNumber(count), after)).map((read) => (read.ok ? 'given' : read.error.code))).toEqual(['given', 'blank-void', 'blank-used', 'blank-void', 'given'])
  expect(numberFromBlank(aNumber(8), after)).toEqual({ ok: false, error: { code: 'blank-void', reason: 'lost' } })
  expect(view.voided).toEqual([voided.value.body])
  expect(seriesAfter(view, series).given).toBe(12)
  // What the snapshot keeps of it is what the journal says.
  const read = decodeSnapshot(JSON.parse(JSON.stringify(encodeSnapshot(view, { seq: view.upToSeq, head: aHash() }))))
  expect(read.ok && read.value.view.voided).toEqual(view.voided)
})

test('[BAND-13] what a declaration lacks is said by its field, and nothing is void meanwhile', () => {
  const here = blanks({ used: new Set([aNumber(9)]), voided: [{ letters: letters(), first: 12, last: 12, reason: 'spoiled', words: '' }] })
  const issues = (over: Partial<VoidForm>) => {
    const read = voidBlanks({ first: aNumber(8), last: '', reason: 'lost', words: '', ...over }, here)
    return read.ok ? [] : read.error.map(({ field, code }) => `${field} ${code}`)
  }
  expect(issues({})).toEqual([])
  expect(issues({ first: '', last: '山', reason: null })).toEqual(['first not-a-ward-number', 'last not-a-ward-number', 'reason reason-missing'])
  expect(issues({ last: aNumber(7) })).toEqual(['last last-before-first'])
  expect(issues({ last: aNumber(13) })).toEqual(['last not-a-blank'])
  expect(issues({ first: aNumber(9) })).toEqual(['first none-left'])
  expect(issues({ first: aNumber(12) })).toEqual(['first none-left'])
  expect(issues({ reason: 'other' })).toEqual(['words words-empty'])
  expect(issues({ reason: 'other', words: '\u0000' })).toEqual(['words text-has-control-characters'])
})
