import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Birth } from '#domain/patient/birth.ts'
import { readBirthText } from '#domain/patient/birth-text.ts'
import { ageOn, ageWords, eras, shownAge, shownBirth, wareki } from '#domain/patient/wareki.ts'
import { CalendarDate } from '#domain/time.ts'

const day = (text: string): CalendarDate => CalendarDate.parse(text)
const today = day('2026-11-22')
const read = (typed: string): unknown => {
  const result = readBirthText(typed, today)
  if (!result.ok) return result.error.code
  const { birth } = result.value
  return birth.kind === 'day' ? birth.on : birth.kind === 'month' ? birth.month : birth.kind === 'year' ? birth.year : birth.kind
}
const flagged = (typed: string): unknown => {
  const result = readBirthText(typed, today)
  return result.ok ? result.value.outsideEra : result.error.code
}

describe('a typed birth date', () => {
  test.each([
    's25.3.4', 'S25/3/4', 's25-3-4', 's25 3 4', 's 25 3 4', 's.25.3.4', 's25.03.04', 'ｓ２５．３．４', 'Ｓ２５／３／４', 's250304', 'S 250304', 'ｓ２５０３０４',
    '昭25.3.4', '昭和25年3月4日', '昭和25年03月04日', '昭和２５年３月４日', '昭和 25年 3月 4日', '昭和25/3/4', '昭和250304', '㍼25年3月4日',
    '19500304', '１９５００３０４', '1950-3-4', '1950/03/04', '1950.3.4', '1950 3 4', '1950年3月4日', '1950−3−4', '1950ー3ー4', '1950・3・4', '1950。3。4', ' 1950-03-04 ', '1950年3月4',
  ])('[PAT-1] a birth date is read however the ward writes it: %s', (typed) => {
    expect(read(typed)).toBe('1950-03-04')
  })

  test.each([
    ['m45.7.29', '1912-07-29'], ['明治45年7月29日', '1912-07-29'], ['t1.7.30', '1912-07-30'], ['大正元年7月30日', '1912-07-30'], ['大15.12.24', '1926-12-24'],
    ['s1.12.25', '1926-12-25'], ['昭和元年12月25日', '1926-12-25'], ['s64.1.7', '1989-01-07'], ['h1.1.8', '1989-01-08'], ['平成元年1月8日', '1989-01-08'],
    ['平元.1.8', '1989-01-08'], ['h31.4.30', '2019-04-30'], ['r1.5.1', '2019-05-01'], ['令和元年5月1日', '2019-05-01'], ['㋿元年5月1日', '2019-05-01'], ['r081122', '2026-11-22'],
  ])('[PAT-1] every era is read by letter, short and full name, and 元: %s', (typed, on) => {
    expect(read(typed)).toBe(on)
    expect(flagged(typed)).toBe(false)
  })

  test.each(['s2534', 's25034', 's2503041', '195003', '1950304', '25.3.4', '250304', 's1950.3.4', '3250304', '1950..3', '1950-3-', 's', '昭和', '昭和年3月', '1950年3日', '昭和二十五年', '3/4/1950', '1950-3-4-5', '八月', 'abc', '--', '🎂', '__proto__', '元.3.4', 'x25.3.4', '1e3', '-1950'])(
    '[PAT-2] what is incomplete or could be read in two ways is refused, not guessed: %s',
    (typed) => {
      expect(read(typed)).toBe('birth-not-understood')
    },
  )

  test.each(['s25.2.30', 's25.2.29', '1900-2-29', '19500230', '1950-13-1', '1950-0-4', '1950-3-0', '1950-13', 's25.4.31', 's0.3.4', 's000304', '0000-1-1'])(
    '[PAT-3] a day the calendar does not have is refused, never moved: %s',
    (typed) => {
      expect(read(typed)).toBe('no-such-day')
    },
  )

  test.each([['s27.2.29', '1952-02-29'], ['20000229', '2000-02-29'], ['h12.2.29', '2000-02-29']])('[PAT-3] the 29th of February is read in leap years: %s', (typed, on) => {
    expect(read(typed)).toBe(on)
  })

  test.each<[string, unknown]>([
    ['s25', 1950], ['昭和25年', 1950], ['s元', 1926], ['1950', 1950], ['1950年', 1950], ['s25.3', '1950-03'], ['昭和25年3月', '1950-03'], ['1950-3', '1950-03'], ['1950/03', '1950-03'], ['1950年3月', '1950-03'],
    ['', 'unknown'], ['　', 'unknown'], ['不明', 'unknown'], ['不詳', 'unknown'],
  ])('[PAT-4] an unknown day or month stays unknown: %s', (typed, birth) => {
    expect(read(typed)).toBe(birth)
  })

  test.each([
    ['昭和64年1月8日', '1989-01-08'], ['h1.1.7', '1989-01-07'], ['h31.5.1', '2019-05-01'], ['r1.4.30', '2019-04-30'], ['t15.12.25', '1926-12-25'], ['s1.12.24', '1926-12-24'], ['m45.7.30', '1912-07-30'], ['s99.1.1', '2024-01-01'],
  ])('[PAT-5] a date outside its era is flagged and not changed: %s', (typed, on) => {
    expect(read(typed)).toBe(on)
    expect(flagged(typed)).toBe(true)
  })

  test.each<[string, boolean]>([['s64', false], ['s64.1', false], ['s64.2', true], ['h1', false], ['h31', false], ['h31.4', false], ['h31.5', true], ['h32', true], ['r1', false], ['r1.4', true], ['s1.11', true], ['1989-1-8', false]])(
    '[PAT-5] a month or year is outside its era only when no day of it is inside: %s',
    (typed, outside) => {
      expect(flagged(typed)).toBe(outside)
    },
  )

  test('[PAT-6] the first day that is read is 1868-10-23, 明治元年10月23日', () => {
    expect(read('1868-10-23')).toBe('1868-10-23')
    expect(wareki(day('1868-10-23'))).toBe('明治元年10月23日')
    expect(['1868-10-22', 'm1.10.22', 'm1.1.1', '1867', '1868-9', '18680101', '0001-1-1'].map(read)).toEqual(Array.from({ length: 7 }, () => 'before-meiji'))
    expect([read('1868'), read('1868-10'), read('m1')]).toEqual([1868, '1868-10', 1868])
  })

  test('[PAT-7] a birth after today is refused with the date as typed', () => {
    expect(readBirthText('2100', today)).toEqual({ ok: false, error: { code: 'born-later', bornOn: '2100' } })
    expect(readBirthText('r8.11.23', today)).toEqual({ ok: false, error: { code: 'born-later', bornOn: '2026-11-23' } })
    expect(readBirthText('2026-12', today)).toEqual({ ok: false, error: { code: 'born-later', bornOn: '2026-12' } })
    expect([read('2026-11-22'), read('2026-11'), read('2026')]).toEqual(['2026-11-22', '2026-11', 2026])
    expect(read('h99.1.1')).toBe('born-later')
  })

  test('[PAT-8] what was understood is shown with era, date and age', () => {
    const shown = (typed: string): unknown => {
      const result = readBirthText(typed, today)
      return result.ok ? result.value.shown : result.error
    }
    expect(shown('s25.3.4')).toEqual({ ja: '昭和25年3月4日（1950-03-04、76歳）', en: '1950-03-04 (Showa 25, 76 y)' })
    expect(shown('昭和64年1月8日')).toEqual({ ja: '平成元年1月8日（1989-01-08、37歳）', en: '1989-01-08 (Heisei 1, 37 y)' })
    expect(shown('1950')).toEqual({ ja: '昭和25年（1950年、75〜76歳）', en: '1950 (Showa 25, 75–76 y)' })
    expect(shown('1989')).toEqual({ ja: '昭和64年・平成元年（1989年、36〜37歳）', en: '1989 (Showa 64 / Heisei 1, 36–37 y)' })
    expect(shown('s25.3')).toEqual({ ja: '昭和25年3月（1950-03、76歳）', en: '1950-03 (Showa 25, 76 y)' })
    expect(shown('r8.11')).toMatchObject({ ja: '令和8年11月（2026-11、0日〜21日）' })
    expect(shown('')).toEqual({ ja: '生年月日不明', en: 'birth date unknown' })
    expect(shownBirth({ kind: 'estimated-age', years: 50 }, today)).toEqual({ ja: '生年月日不明（推定50歳）', en: 'birth date unknown (about 50 y)' })
  })

  test('[PAT-10] every day since 1868-10-23, written in its era, reads back to the same day inside its era', () => {
    const days = fc.integer({ min: 0, max: 57_000 }).map((n) => day(new Date(Date.UTC(1868, 9, 23) + n * 86_400_000).toISOString().slice(0, 10)))
    fc.assert(
      fc.property(days.filter((on) => on <= today), (on) => {
        const text = wareki(on) ?? ''
        expect(readBirthText(text, today)).toMatchObject({ ok: true, value: { birth: { kind: 'day', on }, outsideEra: false } })
        expect(readBirthText(on.replaceAll('-', ''), today)).toMatchObject({ ok: true, value: { birth: { kind: 'day', on } } })
      }),
      { numRuns: 1_000 },
    )
  })

  test('[PAT-10] on both sides of every era border the day is written in the right era', () => {
    const borders = eras.slice(1).map(({ first }) => {
      const before = day(new Date(Date.parse(`${first}T00:00:00.000Z`) - 86_400_000).toISOString().slice(0, 10))
      return [wareki(before), wareki(day(first))]
    })
    expect(borders).toEqual([
      ['明治45年7月29日', '大正元年7月30日'],
      ['大正15年12月24日', '昭和元年12月25日'],
      ['昭和64年1月7日', '平成元年1月8日'],
      ['平成31年4月30日', '令和元年5月1日'],
    ])
    expect(wareki(day('1868-10-22'))).toBeNull()
  })

  test('[PAT-11] hostile text is refused with a code and never throws', () => {
    expect(read('1'.repeat(10_000_000))).toBe('text-too-long')
    expect(read('1950\u0000')).toBe('text-has-control-characters')
    expect(read('\ud800')).toBe('text-is-broken')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[mtshr明昭平元年月日0-9./\- ]{0,14}$/)), (typed) => {
        const result = readBirthText(typed, today)
        if (result.ok) expect(Birth.safeParse(result.value.birth).success).toBe(true)
        else expect(result.error.code).toMatch(/^[a-z-]+$/)
      }),
      { numRuns: 500 },
    )
  })
})

describe('age', () => {
  test.each([
    ['1950-03-04', '2026-03-03', '75歳', '75 y'],
    ['1950-03-04', '2026-03-04', '76歳', '76 y'],
    ['2025-11-22', '2026-11-22', '1歳', '1 y'],
    ['2025-11-23', '2026-11-22', '11か月', '11 mo'],
    ['2026-10-22', '2026-11-22', '1か月', '1 mo'],
    ['2026-10-23', '2026-11-22', '30日', '30 d'],
    ['2026-11-22', '2026-11-22', '0日', '0 d'],
    ['2026-01-31', '2026-02-28', '28日', '28 d'],
    ['2026-01-31', '2026-03-01', '1か月', '1 mo'],
    ['2000-02-29', '2026-02-28', '25歳', '25 y'],
    ['2000-02-29', '2026-03-01', '26歳', '26 y'],
    ['2000-02-29', '2024-02-29', '24歳', '24 y'],
  ])('[PAT-9] age is said in years, under one year in months, under one month in days: %s on %s', (born, on, ja, en) => {
    const age = ageOn(day(born), day(on))
    expect(age === null ? null : ageWords(age)).toEqual({ ja, en })
  })

  test('[PAT-9] before the birth there is no age', () => {
    expect(ageOn(day('2026-11-23'), today)).toBeNull()
    expect(shownAge({ kind: 'day', on: day('2026-11-23') }, today).ja).toBe('年齢不明')
  })

  test('[PAT-9] of a year or month the age is a span, never the age of somebody born on the first', () => {
    expect(shownAge({ kind: 'year', year: 1950 }, today).ja).toBe('75〜76歳')
    expect(shownAge({ kind: 'year', year: 2025 }, today).ja).toBe('0〜1歳')
    expect(shownAge({ kind: 'year', year: 2026 }, today).ja).toBe('0日〜10か月')
    expect(shownAge({ kind: 'month', month: '1950-12' }, today).ja).toBe('75歳')
    expect(shownAge({ kind: 'estimated-age', years: 50 }, today).ja).toBe('推定50歳')
    expect(shownAge({ kind: 'unknown' }, today).ja).toBe('年齢不明')
  })

  test('[PAT-9] nobody grows younger from one day to the next', () => {
    const aDay = fc.integer({ min: 0, max: 57_000 }).map((n) => day(new Date(Date.UTC(1868, 9, 23) + n * 86_400_000).toISOString().slice(0, 10)))
    fc.assert(
      fc.property(aDay, aDay, (one, two) => {
        const [born, on] = one < two ? [one, two] : [two, one]
        const next = day(new Date(Date.parse(`${on}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10))
        const [now, later] = [ageOn(born, on), ageOn(born, next)]
        if (now === null || later === null) throw new Error('Born later')
        expect(later.days).toBe(now.days + 1)
        expect(later.months - now.months).toBeOneOf([0, 1])
        expect(now.years).toBe(Math.floor(now.months / 12))
      }),
    )
  })
})
