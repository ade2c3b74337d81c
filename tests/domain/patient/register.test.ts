import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '#domain/export/csv-columns.ts'
import { identityOf } from '#domain/identity/identity.ts'
import { decide, readEntry } from '#domain/log/entry.ts'
import { noBlanks } from '#domain/number/blank.ts'
import { newSeries } from '#domain/number/series.ts'
import { lastCount, wardNumber } from '#domain/number/ward-number.ts'
import { shownName } from '#domain/patient/naming.ts'
import { emptyForm, registration, type RegistrationDesk, type RegistrationField, type RegistrationForm } from '#domain/patient/register.ts'
import { CalendarDate } from '#domain/time.ts'
import { chartOf } from '#domain/view/chart.ts'
import { isRegistered } from '#domain/view/ward-lists.ts'
import { wardOf } from '#domain/view/ward.ts'
import { aHand, aHash, anEntry, aStanding, entryId, letters, patientId } from '#tests/builders.ts'

function aDesk(over: Partial<RegistrationDesk> = {}): RegistrationDesk {
  return {
    entry: entryId(1), patient: patientId(1), alias: ['ラジオ', 'テガミ'], aliasesGiven: [], series: newSeries('real', letters('AF')), blanks: noBlanks({ realm: 'real', letters: letters('AF') }),
    today: CalendarDate.parse('2026-11-22'), at: null, ...over,
  }
}

const fill = (over: Partial<RegistrationForm>): RegistrationForm => ({ ...emptyForm, ...over })
const register = (over: Partial<RegistrationForm>, desk: Partial<RegistrationDesk> = {}): ReturnType<typeof registration> => registration(fill(over), aDesk(desk))

/** The body of a registration that must have come about. */
function bodyOf(over: Partial<RegistrationForm>, desk: Partial<RegistrationDesk> = {}): Extract<ReturnType<typeof registration>, { ok: true }>['value']['draft']['body'] {
  const result = register(over, desk)
  if (!result.ok) throw new Error(result.error.map(({ field, code }) => `${field}: ${code}`).join(', '))
  return result.value.draft.body
}

function issuesOf(over: Partial<RegistrationForm>, desk: Partial<RegistrationDesk> = {}): readonly (readonly [RegistrationField, string])[] {
  const result = register(over, desk)
  return result.ok ? [] : result.error.map(({ field, code }) => [field, code] as const)
}

describe('registration without the front desk', () => {
  test('[PAT-16] an empty form registers an unknown patient with an alias and the next number', () => {
    const result = registration(emptyForm, aDesk())
    expect(result).toMatchObject({
      ok: true,
      value: {
        draft: {
          id: entryId(1), kind: 'patient-registered', patient: patientId(1), at: null,
          body: { number: wardNumber('real', letters('AF'), 1), naming: { kind: 'unknown', alias: ['ラジオ', 'テガミ'] }, sex: 'unknown', birth: { kind: 'unknown' }, bed: null, features: '' },
        },
        asks: [],
      },
    })
    expect(shownName(bodyOf({}).naming)).toBe('◇ ラジオ テガミ')
  })

  test('[PAT-16] "unknown" may be ticked, and white space is not a name', () => {
    expect(bodyOf({ unknown: true, family: ' ', givenKana: '　' }).naming.kind).toBe('unknown')
    expect(bodyOf({ bed: '  ' }).bed).toBeNull()
  })

  test.each(['family', 'given', 'familyKana', 'givenKana'] as const)('[PAT-17] one part of a name is enough to be known: %s', (field) => {
    expect(bodyOf({ [field]: '佐藤' }).naming).toEqual({ kind: 'known', family: '', given: '', familyKana: '', givenKana: '', [field]: '佐藤' })
  })

  test.each(['\uFA19田', '𠮷田', '髙﨑', '👨‍👩‍👧', '\u200Fمريم', '__proto__', 'constructor', '<b>佐藤</b>', "'; DROP TABLE patients; --", '=1+1', ' 佐藤 ', 'e\u0301', 'ﾊﾝｶｸ', '%s%n', '\u202Eoverride', 'a'.repeat(100)])(
    '[PAT-18] what was typed is kept byte for byte, from form to entry: %s',
    (typed) => {
      const result = register({ family: typed, given: typed, familyKana: typed, givenKana: typed, bed: typed, features: typed })
      if (!result.ok) throw new Error('refused')
      const entry = decide(result.value.draft, aStanding(), { head: aHash(), n: 1 }, aHand())
      const read = entry.ok ? readEntry(JSON.parse(JSON.stringify(entry.value))) : entry
      expect(read).toMatchObject({
        ok: true,
        value: { body: { naming: { kind: 'known', family: typed, given: typed, familyKana: typed, givenKana: typed }, bed: typed, features: typed } },
      })
    },
  )

  test.each<[string, string]>([
    ['a'.repeat(10_000_000), 'text-too-long'], ['a\u0000', 'text-has-control-characters'], ['\u001b[2J', 'text-has-control-characters'], ['\u0085', 'text-has-control-characters'], ['\ud800', 'text-is-broken'], ['𠮷'.slice(1), 'text-is-broken'], ['一\n二', 'text-has-line-breaks'], ['一\t二', 'text-has-line-breaks'],
  ])('[PAT-19] text that cannot be kept is refused by field (%#)', (typed, code) => {
    for (const field of ['family', 'given', 'familyKana', 'givenKana', 'bed'] as const) expect(issuesOf({ [field]: typed })).toContainEqual([field, code])
  })

  test('[PAT-19] notes about features may have lines and be long, up to their limit', () => {
    expect(bodyOf({ features: '一行目\n二行目\t続き' }).features).toBe('一行目\n二行目\t続き')
    expect(issuesOf({ features: 'a'.repeat(20_001) })).toEqual([['features', 'text-too-long']])
    expect(issuesOf({ features: '\u0007' })).toEqual([['features', 'text-has-control-characters']])
  })

  test('[PAT-19] everything in the way is said at once, each by its field', () => {
    expect(issuesOf({ family: '\ud800', birthText: 's25.2.30', estimatedAge: 'x', sex: '男', bed: '\u0001' }).map(([field]) => field).toSorted()).toEqual(['bed', 'birthText', 'estimatedAge', 'family', 'sex'])
    expect(issuesOf({ birthText: '1'.repeat(10_000_000) })).toEqual([['birthText', 'text-too-long']])
    expect(issuesOf({ estimatedAge: '1'.repeat(10_000_000) })).toEqual([['estimatedAge', 'text-too-long']])
  })

  test('[PAT-19] whatever is typed, the form is registered as an entry that reads, or refused with codes; it never throws', () => {
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom('', ' ', '__proto__', '\ud800', 's25.3.4', '50', 'male'))
    fc.assert(
      fc.property(fc.record({ family: typed, given: typed, familyKana: typed, givenKana: typed, unknown: fc.boolean(), birthText: typed, estimatedAge: typed, sex: typed, bed: typed, features: typed, blank: typed, isTransfer: fc.boolean(), cameFrom: typed, sentBy: typed, otherNumber: typed, letter: fc.constantFrom('yes' as const, 'no' as const, '' as const) }), (form) => {
        const result = registration(form, aDesk())
        if (!result.ok) expect(result.error.every(({ code }) => /^[a-z-]+$/.test(code))).toBe(true)
        else expect(decide(result.value.draft, aStanding(), { head: aHash(), n: 1 }, aHand()).ok).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('[PAT-20] a name together with "unknown" is asked about, and neither is dropped', () => {
    expect(issuesOf({ family: '佐藤', unknown: true })).toEqual([['unknown', 'named-and-unknown']])
  })

  test.each<[string, number]>([['50', 50], ['５０', 50], ['50歳', 50], ['0', 0], [' 7 才', 7], ['130', 130]])('[PAT-21] an estimated age is kept as an age, not as a birth date: %s', (typed, years) => {
    expect(bodyOf({ estimatedAge: typed }).birth).toEqual({ kind: 'estimated-age', years })
  })

  test.each(['131', '-1', '5.5', '50代', '五十', '1e2', 'x'])('[PAT-21] an age that is not plain years is refused: %s', (typed) => {
    expect(issuesOf({ estimatedAge: typed })).toEqual([['estimatedAge', 'age-not-understood']])
  })

  test('[PAT-21] a birth date and an estimated age together are asked about; "不明" and an age are not', () => {
    expect(issuesOf({ birthText: '1950', estimatedAge: '76' })).toEqual([['estimatedAge', 'birth-and-age']])
    expect(bodyOf({ birthText: '不明', estimatedAge: '76' }).birth).toEqual({ kind: 'estimated-age', years: 76 })
  })

  test('[PAT-22] the number is the next of the series, and the series moves with the registration only', () => {
    const series = newSeries('real', letters('AF'))
    const first = registration(emptyForm, aDesk({ series }))
    if (!first.ok) throw new Error('refused')
    expect(series.given).toBe(0)
    const second = registration(emptyForm, aDesk({ series: first.value.series }))
    expect(second).toMatchObject({ ok: true, value: { draft: { body: { number: wardNumber('real', letters('AF'), 2) } } } })
  })

  test('[PAT-22] without a number left there is no registration, and the code says why', () => {
    expect(issuesOf({}, { series: { ...newSeries('real', letters('AF')), given: lastCount } })).toEqual([['number', 'series-used-up']])
  })

  test('[PAT-23] an alias another patient got meanwhile is refused; a known patient needs none', () => {
    expect(issuesOf({}, { aliasesGiven: [['テガミ', 'ラジオ']] })).toEqual([['alias', 'alias-taken']])
    expect(bodyOf({ family: '佐藤' }, { aliasesGiven: [['テガミ', 'ラジオ']] }).naming.kind).toBe('known')
  })

  test('[PAT-24] a birth date outside its era is registered as typed and asked about', () => {
    expect(register({ birthText: '昭和64年1月8日' })).toMatchObject({ ok: true, value: { asks: ['outside-era'], draft: { body: { birth: { kind: 'day', on: '1989-01-08' } } } } })
    expect(register({ birthText: '昭和64年1月7日' })).toMatchObject({ ok: true, value: { asks: [] } })
    expect(issuesOf({ birthText: '2100' })).toEqual([['birthText', 'born-later']])
  })

  test('[PAT-19] the sex is one of the list', () => {
    expect(bodyOf({ sex: 'female' }).sex).toBe('female')
    expect(issuesOf({ sex: '女' })).toEqual([['sex', 'sex-not-in-list']])
  })

  test("[PAT-28] Whoever another hospital sent is registered as a transfer in with where from, by whom, that hospital's number as text and whether a letter came along; none of it is mandatory, all of it stands in the chart and the export, and that number is never taken for one of this hospital's.", () => {
    const sent = { isTransfer: true, cameFrom: '灯市立 3階西', sentBy: '森 一郎', otherNumber: '00481207', letter: 'yes' as const }
    expect(bodyOf(sent)).toMatchObject({ way: 'transfer-in', arrival: { from: '灯市立 3階西', sentBy: '森 一郎', otherNumber: '00481207', letter: true } })
    expect(bodyOf({ isTransfer: true })).toMatchObject({ way: 'transfer-in', arrival: { from: '', sentBy: '', otherNumber: '', letter: null } })
    expect(bodyOf({ ...sent, isTransfer: false })).toMatchObject({ way: 'form', arrival: null })
    expect(issuesOf({ ...sent, cameFrom: '二\n行', sentBy: 'あ'.repeat(101), otherNumber: '\u0000' })).toEqual([['cameFrom', 'text-has-line-breaks'], ['sentBy', 'text-too-long'], ['otherNumber', 'text-has-control-characters']])
    expect(issuesOf({ ...sent, isTransfer: false, cameFrom: '二\n行' })).toEqual([])
    const entry = anEntry('patient-registered', { body: bodyOf(sent) })
    const records = [{ seq: 1, entry }]
    const row = wardOf(records).patients.get(patientId(1))
    expect(chartOf(patientId(1), records).rows[0]?.entry.body).toMatchObject({ arrival: { from: '灯市立 3階西' } })
    expect(row !== undefined && isRegistered(row) ? identityOf(row).hospitalId : 'nobody').toBeNull()
    const cells = columnsOf('patient-registered').map(({ name, cell }) => `${name} ${String(cell(bodyOf(sent)))}`)
    expect(cells).toEqual(expect.arrayContaining(['cameFrom 灯市立 3階西', 'sentBy 森 一郎', 'otherNumber 00481207', 'letter yes']))
    // A registration of before there was such a thing reads as one of nobody sent.
    const { arrival, ...before } = bodyOf(sent)
    expect(arrival).not.toBeNull()
    expect(readEntry({ ...entry, body: before })).toMatchObject({ ok: true, value: { body: { arrival: null } } })
  })
})
