import { describe, expect, test } from 'vitest'
import type { TriageCategory } from '#domain/triage/category.ts'
import { AnatomicalSign, Mechanism, noPatValues, patJp1, Vulnerable, type PatValues } from '#domain/triage/pat.ts'
import { suggestByPat, type TriagedWho } from '#domain/triage/suggest.ts'
import { jcsGrades } from '#domain/record/vital-signs.ts'

const adult: TriagedWho = { years: 40, looksLikeChild: false, pregnant: false }
/** Everything answered, nothing wrong. */
const well: PatValues = { ...noPatValues, jcs: '0', respirationsPerMin: 18, pulsePerMin: 80, systolicMmHg: 120, spo2Percent: 97, temperatureC: 36.5, shock: false, anatomy: [] }
const pat = (over: Partial<PatValues>) => suggestByPat({ ...well, ...over }, adult)
const border = (of: string) => [{ code: 'border', of }]

describe('PAT', () => {
  test('[TRI-4] SBP 89 → I, 90 → hint; SpO2 89 → I; JCS 10 → I', () => {
    expect(pat({ systolicMmHg: 89 })).toMatchObject({ suggested: 'I', why: ['systolic-low'], hints: [] })
    expect(pat({ systolicMmHg: 90 })).toMatchObject({ suggested: 'II', hints: border('systolicMmHg') })
    expect(pat({ spo2Percent: 89 }).suggested).toBe('I')
    expect(pat({ jcs: 'II-10' }).suggested).toBe('I')
  })

  const thresholds: readonly (readonly [keyof PatValues, number, readonly [TriageCategory, TriageCategory, TriageCategory], isBorder: boolean])[] = [
    ['gcs', 8, ['I', 'I', 'II'], false],
    ['respirationsPerMin', 9, ['I', 'I', 'II'], false],
    ['respirationsPerMin', 30, ['II', 'I', 'I'], false],
    ['pulsePerMin', 50, ['I', 'II', 'II'], true],
    ['pulsePerMin', 120, ['II', 'I', 'I'], false],
    ['systolicMmHg', 90, ['I', 'II', 'II'], true],
    ['systolicMmHg', 200, ['II', 'I', 'I'], true],
    ['spo2Percent', 90, ['I', 'II', 'II'], true],
  ]
  test.each(thresholds)('[TRI-6] %s at %i, one below and one above: %j, marked as a border: %s', (name, at, expected, isBorder) => {
    const seen = [-1, 0, 1].map((step) => pat({ [name]: at + step }))
    expect(seen.map(({ suggested }) => suggested)).toEqual(expected)
    expect(seen.map(({ hints }) => hints)).toEqual([[], isBorder ? border(name) : [], []])
  })

  test('[TRI-4] 35.0 ℃ is cold, 35.1 is not, and every grade of consciousness of two digits or more is red', () => {
    expect([34.9, 35, 35.1].map((temperatureC) => pat({ temperatureC }).suggested)).toEqual(['I', 'I', 'II'])
    expect(jcsGrades.map((jcs) => pat({ jcs }).suggested)).toEqual(['II', 'II', 'II', 'II', 'I', 'I', 'I', 'I', 'I', 'I'])
    expect(pat({ jcs: null, gcs: 15 }).suggested).toBe('II')
    expect(pat({ jcs: '0', gcs: 8 }).suggested).toBe('I')
    expect(pat({ shock: true })).toMatchObject({ suggested: 'I', why: ['shock'] })
  })

  test.each(AnatomicalSign.options)('[TRI-4] %s alone is red, with nothing else answered too', (sign) => {
    expect(pat({ anatomy: [sign] })).toMatchObject({ suggested: 'I', why: [sign] })
    expect(suggestByPat({ ...noPatValues, anatomy: [sign] }, adult)).toMatchObject({ suggested: 'I', why: [sign] })
  })

  test('[TRI-4] cardiac arrest is black, whatever else stands beside it', () => {
    expect(pat({ cardiacArrest: true }).suggested).toBe('0')
    expect(suggestByPat({ ...noPatValues, cardiacArrest: true, anatomy: ['amputation'] }, adult)).toMatchObject({ suggested: '0', why: ['cardiac-arrest'], missing: [] })
  })

  test('[TRI-5] one answer missing gives no suggestion; one immediate sign gives I whatever is missing', () => {
    for (const name of ['jcs', 'respirationsPerMin', 'pulsePerMin', 'systolicMmHg', 'spo2Percent', 'temperatureC', 'shock', 'anatomy'] as const) {
      const lacking = pat({ [name]: null })
      expect([name, lacking.suggested, lacking.missing.length]).toEqual([name, null, 1])
      expect([name, pat({ [name]: null, ...(name === 'systolicMmHg' ? { pulsePerMin: 130 } : { systolicMmHg: 80 }) }).suggested]).toEqual([name, 'I'])
    }
    expect(suggestByPat(noPatValues, adult)).toMatchObject({ suggested: null, why: [], missing: patJp1.asked })
  })

  test('[TRI-5] every subset of answers, each missing, well or alarming, is null, II or I by that rule alone', () => {
    const sick: PatValues = { ...well, jcs: 'III-100', respirationsPerMin: 8, pulsePerMin: 40, systolicMmHg: 70, spo2Percent: 80, temperatureC: 33, shock: true, anatomy: ['flail-chest'] }
    const names = ['jcs', 'respirationsPerMin', 'pulsePerMin', 'systolicMmHg', 'spo2Percent', 'temperatureC', 'shock', 'anatomy'] as const
    const wrong: unknown[] = []
    for (let code = 0; code < 3 ** names.length; code += 1) {
      const states = names.map((_, place) => Math.floor(code / 3 ** place) % 3)
      const values = Object.fromEntries(names.map((name, place) => [name, states[place] === 0 ? null : states[place] === 1 ? well[name] : sick[name]]))
      const expected = states.includes(2) ? 'I' : states.includes(0) ? null : 'II'
      if (suggestByPat({ ...noPatValues, ...values }, adult).suggested !== expected) wrong.push(values)
    }
    expect(wrong).toEqual([])
  })

  test('[TRI-4] without a sign red and yellow become II, and green stays III', () => {
    expect((['I', 'II', null] as const).map((before) => pat({ before }).suggested)).toEqual(['II', 'II', 'II'])
    expect(pat({ before: 'III' })).toMatchObject({ suggested: 'III', why: ['stays-green'], hints: [] })
    expect(pat({ before: 'III', systolicMmHg: 80 }).suggested).toBe('I')
  })

  test('[TRI-8] how it happened and to whom are said as hints and never change the suggestion', () => {
    for (const mechanism of Mechanism.options) {
      expect(pat({ before: 'III', mechanisms: [mechanism] })).toMatchObject({ suggested: 'III', hints: [{ code: 'mechanism-may-raise' }] })
      expect(pat({ mechanisms: [mechanism] })).toMatchObject({ suggested: 'II', hints: [] })
    }
    for (const one of Vulnerable.options) expect(pat({ before: 'III', vulnerable: [one] })).toMatchObject({ suggested: 'III', hints: [{ code: 'vulnerable-may-raise' }] })
  })

  test('[TRI-7] children and pregnancy get none, an unknown age a note', () => {
    for (const who of [{ years: 7 }, { looksLikeChild: true }]) expect(suggestByPat({ ...well, systolicMmHg: 60 }, { ...adult, ...who })).toMatchObject({ suggested: null, why: ['child'] })
    expect(suggestByPat({ ...well, systolicMmHg: 60 }, { ...adult, pregnant: true })).toMatchObject({ suggested: null, why: ['pregnant'] })
    expect(suggestByPat(well, { ...adult, years: null })).toMatchObject({ suggested: 'II', hints: [{ code: 'age-unknown' }] })
  })
})
