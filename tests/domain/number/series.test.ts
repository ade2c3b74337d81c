import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterNumber, mayContinue, newSeries, nextNumber, takeLetters, type Lineage, type Series } from '#domain/number/series.ts'
import { lastCount, wardNumber } from '#domain/number/ward-number.ts'
import { letters } from '#tests/builders.ts'

const whole: Lineage = { machine: 'same', tide: 'agrees', restored: false }

function give(series: Series, times: number): { readonly numbers: readonly string[]; readonly series: Series } {
  const numbers: string[] = []
  let now = series
  for (let time = 0; time < times; time += 1) {
    const next = nextNumber(now)
    if (!next.ok) throw new Error(next.error.code)
    numbers.push(next.value.number)
    now = next.value.series
  }
  return { numbers, series: now }
}

describe('the series of a station', () => {
  test('[NUM-4] a folder goes on counting only on the same machine, with the mark agreeing, not restored', () => {
    const lineages = (['same', 'other'] as const).flatMap((machine) =>
      (['agrees', 'journal-is-behind', 'absent'] as const).flatMap((tide) => [true, false].map((restored): Lineage => ({ machine, tide, restored }))),
    )
    expect(lineages.filter(mayContinue)).toEqual([whole])
  })

  test('[NUM-5] letters once used are refused, whichever of the past they were', () => {
    const first = newSeries('real', letters('AF'))
    const second = takeLetters(first, letters('HK'))
    if (!second.ok) throw new Error(second.error.code)
    expect(takeLetters(second.value, letters('AF'))).toEqual({ ok: false, error: { code: 'letters-used', letters: 'AF' } })
    expect(takeLetters(second.value, letters('HK'))).toEqual({ ok: false, error: { code: 'letters-used', letters: 'HK' } })
  })

  test('[NUM-5] letters that stand in a number of the journal are used, even if the record of taking them is lost', () => {
    const restored = afterNumber(newSeries('real', letters('AF')), wardNumber('real', letters('HK'), 7))
    expect(takeLetters(restored, letters('HK')).ok).toBe(false)
    expect(nextNumber(restored)).toMatchObject({ ok: true, value: { number: wardNumber('real', letters('AF'), 1) } })
  })

  test('[NUM-5] new letters start again at 1', () => {
    const taken = takeLetters(give(newSeries('real', letters('AF')), 5).series, letters('HK'))
    if (!taken.ok) throw new Error(taken.error.code)
    expect(give(taken.value, 1).numbers).toEqual([wardNumber('real', letters('HK'), 1)])
  })

  test('[NUM-6] a number seen in the journal is never given again, in whatever order the journal is read', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Array.from({ length: 50 }, (_, n) => n + 1)), (counts) => {
        const seen = counts.map((count) => wardNumber('real', letters('AF'), count))
        const series = seen.reduce(afterNumber, newSeries('real', letters('AF')))
        const { numbers } = give(series, 60)
        expect(numbers.filter((number) => seen.some((one) => one === number))).toEqual([])
        expect(new Set(numbers).size).toBe(numbers.length)
      }),
    )
  })

  test('[NUM-6] reading the journal a second time changes nothing', () => {
    const { numbers, series } = give(newSeries('real', letters('AF')), 20)
    expect(numbers.reduce(afterNumber, series)).toEqual(series)
  })

  test('[NUM-6] numbers of a drill and text that is no number do not move the real series', () => {
    const series = give(newSeries('real', letters('AF')), 3).series
    expect(afterNumber(series, wardNumber('drill', letters('AF'), 900))).toEqual(series)
    expect(afterNumber(series, 'D-AF-00900-0 ではない')).toEqual(series)
  })

  test('[NUM-8] after 99999 the station asks for new letters instead of counting on', () => {
    const full = afterNumber(newSeries('real', letters('AF')), wardNumber('real', letters('AF'), lastCount))
    expect(nextNumber(full)).toEqual({ ok: false, error: { code: 'series-used-up', letters: 'AF' } })
    const taken = takeLetters(full, letters('HK'))
    expect(taken.ok && nextNumber(taken.value).ok).toBe(true)
  })
})
