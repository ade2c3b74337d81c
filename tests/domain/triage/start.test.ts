import { describe, expect, test } from 'vitest'
import type { TriageCategory } from '#domain/triage/category.ts'
import { noStartValues, startJp1, StartValues } from '#domain/triage/start.ts'
import { leastYears, suggestByStart, type TriagedWho } from '#domain/triage/suggest.ts'
import { CalendarDate } from '#domain/time.ts'

const adult: TriagedWho = { years: 40, looksLikeChild: false, pregnant: false }
const start = (over: Partial<StartValues>) => suggestByStart({ ...noStartValues, ...over }, adult)
/** Everything answered, nothing wrong. */
const well: StartValues = { ...noStartValues, walks: false, breathing: 'yes', respirationsPerMin: 20, radialPulse: 'palpable', obeys: true }

describe('START', () => {
  test('[TRI-2] walk → III; RR 30 → I, 29 and 10 → next, 9 → I; no pulse → I; no order → I; else II; airway restart → I; none → 0', () => {
    const gives = (over: Partial<StartValues>): TriageCategory | null => start({ ...well, ...over }).suggested
    expect(start({ walks: true }).suggested).toBe('III')
    expect([30, 29, 10, 9].map((respirationsPerMin) => gives({ respirationsPerMin }))).toEqual(['I', 'II', 'II', 'I'])
    expect(gives({ radialPulse: 'absent' })).toBe('I')
    expect(gives({ obeys: false })).toBe('I')
    expect(gives({})).toBe('II')
    expect(start({ walks: false, breathing: 'after-airway' }).suggested).toBe('I')
    expect(start({ walks: false, breathing: 'none' }).suggested).toBe('0')
    expect(gives({ shock: true })).toBe('I')
    expect(gives({ radialPulse: null, capillaryRefillS: 1 })).toBe('II')
    expect(gives({ radialPulse: null, capillaryRefillS: 3 })).toBe('I')
  })

  test('[TRI-2] every count of respirations there is falls on its side of 10 and 30', () => {
    for (let respirationsPerMin = 0; respirationsPerMin <= 120; respirationsPerMin += 1) {
      const { suggested, why } = start({ ...well, respirationsPerMin })
      expect([respirationsPerMin, suggested, why]).toEqual([respirationsPerMin, ...(respirationsPerMin >= 30 ? ['I', ['respirations-high']] : respirationsPerMin < 10 ? ['I', ['respirations-low']] : ['II', ['none-of-these']])])
    }
  })

  test('[TRI-2] the key of a band says the same as a count within it, and a count outranks it', () => {
    for (const [respirations, count] of [['low', 9], ['low', 0], ['middle', 10], ['middle', 29], ['high', 30], ['high', 120]] as const) {
      expect(start({ ...well, respirationsPerMin: null, respirations }).suggested).toBe(start({ ...well, respirationsPerMin: count }).suggested)
      expect(start({ ...well, respirations, respirationsPerMin: 20 }).suggested).toBe('II')
    }
  })

  test('[TRI-3] every combination of answers, the missing ones too, gives what the flow on paper gives', () => {
    const walks = [null, true, false] as const
    const breathing = [null, 'yes', 'after-airway', 'none'] as const
    const counts = [null, 9, 10, 11, 28, 29, 30, 31] as const
    const bands = [null, 'low', 'middle', 'high'] as const
    const pulses = [null, 'palpable', 'absent'] as const
    const refills = [null, 0, 1, 2, 3, 5] as const
    const shocks = [null, true] as const
    const wrong: StartValues[] = []
    let seen = 0
    for (const one of walks) for (const two of breathing) for (const count of counts) for (const band of bands) for (const pulse of pulses) for (const refill of refills) for (const shock of shocks) for (const obeys of walks) {
      const values: StartValues = { walks: one, breathing: two, respirationsPerMin: count, respirations: band, radialPulse: pulse, capillaryRefillS: refill, shock, obeys }
      seen += 1
      if (suggestByStart(values, adult).suggested !== onPaper(values)) wrong.push(values)
    }
    expect(wrong).toEqual([])
    expect(seen).toBe(3 * 4 * 8 * 4 * 3 * 6 * 2 * 3)
  })

  test('[TRI-3] what is missing is named until it is no longer needed', () => {
    expect(start({}).missing).toEqual(startJp1.asked)
    expect(start({ walks: true }).missing).toEqual([])
    expect(start({ walks: false, breathing: 'yes' }).missing).toEqual([['respirationsPerMin', 'respirations'], ['radialPulse', 'capillaryRefillS', 'shock'], ['obeys']])
  })

  test('[TRI-6] a refill of exactly 2 s is slow and marked as a border; 1 and 3 are not marked', () => {
    const refill = (capillaryRefillS: number) => start({ ...well, radialPulse: null, capillaryRefillS })
    expect([1, 2, 3].map((seconds) => refill(seconds).suggested)).toEqual(['II', 'I', 'I'])
    expect([1, 2, 3].map((seconds) => refill(seconds).hints)).toEqual([[], [{ code: 'border', of: 'capillaryRefillS' }], []])
  })

  test('[TRI-8] who walks with a sign that alone means red is green, and the sign is said', () => {
    expect(start({ walks: true, respirationsPerMin: 32 })).toMatchObject({ suggested: 'III', hints: [{ code: 'walks-with-immediate-sign' }] })
    expect(start({ walks: true }).hints).toEqual([])
  })

  test('[TRI-7] children under 8 and pregnancy get no suggestion, whatever was seen; who is 8 does', () => {
    const red: StartValues = { ...well, obeys: false }
    const of = (who: Partial<TriagedWho>) => suggestByStart(red, { ...adult, ...who })
    for (const years of [0, 1, 7]) expect(of({ years })).toMatchObject({ suggested: null, why: ['child'], hints: [] })
    expect(of({ years: 8 }).suggested).toBe('I')
    expect(of({ looksLikeChild: true })).toMatchObject({ suggested: null, why: ['child'] })
    expect(of({ pregnant: true })).toMatchObject({ suggested: null, why: ['pregnant'] })
  })

  test('[TRI-7] an unknown age is no child’s: the suggestion comes with a note', () => {
    expect(suggestByStart({ ...well, obeys: false }, { ...adult, years: null })).toMatchObject({ suggested: 'I', hints: [{ code: 'age-unknown' }] })
    expect(suggestByStart(well, { years: null, looksLikeChild: true, pregnant: false })).toMatchObject({ suggested: null, why: ['child'] })
  })

  test('[TRI-7] of a birth known in part the lowest age counts', () => {
    const on = CalendarDate.parse('2026-11-20')
    expect(leastYears({ kind: 'day', on: CalendarDate.parse('2018-11-20') }, on)).toBe(8)
    expect(leastYears({ kind: 'day', on: CalendarDate.parse('2018-11-21') }, on)).toBe(7)
    expect(leastYears({ kind: 'month', month: '2018-11' }, on)).toBe(7)
    expect(leastYears({ kind: 'year', year: 2018 }, on)).toBe(7)
    expect(leastYears({ kind: 'year', year: 2026 }, on)).toBe(0)
    expect(leastYears({ kind: 'estimated-age', years: 7 }, on)).toBe(7)
    expect(leastYears({ kind: 'unknown' }, on)).toBeNull()
  })
})

/** The flow chart, told as a person walks through it (domain facts §2.2), with the rule for missing answers. */
function onPaper(values: StartValues): TriageCategory | null {
  const count = values.respirationsPerMin
  const band = count === null ? values.respirations : count >= 30 ? 'high' : count < 10 ? 'low' : 'middle'
  const isRed = values.breathing === 'after-airway' || band === 'high' || band === 'low' || values.radialPulse === 'absent' || (values.capillaryRefillS ?? 0) >= 2 || values.shock === true || values.obeys === false
  if (values.walks === true) return 'III'
  if (values.walks === false && values.breathing === 'none') return '0'
  if (isRed) return 'I'
  const isCirculationSeen = values.radialPulse !== null || values.capillaryRefillS !== null
  return values.walks !== null && values.breathing === 'yes' && band !== null && isCirculationSeen && values.obeys !== null ? 'II' : null
}
