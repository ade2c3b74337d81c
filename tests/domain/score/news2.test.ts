import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from '#domain/log/entry.ts'
import { jcsGrades } from '#domain/record/vital-signs.ts'
import { news2, news2Signs, type News2Sign } from '#domain/score/news2.ts'
import { noStartValues } from '#domain/triage/start.ts'
import { isSaidPregnant } from '#domain/triage/pregnancy.ts'
import { chartOf } from '#domain/view/chart.ts'
import { anEntry, anInstant, noVitalSigns, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const well = noVitalSigns({ respirationsPerMin: 16, spo2Percent: 98, oxygenLPerMin: 0, systolicMmHg: 120, pulsePerMin: 70, jcs: '0', temperatureC: 36.8 })
const adult = { years: 70, isPregnant: false }
const points = (sign: News2Sign, values: readonly number[]): readonly number[] => values.map((value) => {
  const scored = news2({ ...well, [sign]: value }, adult)
  return scored.ok ? scored.value.points[sign] : -1
})

describe('NEWS2', () => {
  test('[NEWS-1] each sign has the points of the table of 2017, at every border and one step beyond', () => {
    expect(points('respirationsPerMin', [0, 8, 9, 11, 12, 20, 21, 24, 25, 60])).toEqual([3, 3, 1, 1, 0, 0, 2, 2, 3, 3])
    expect(points('spo2Percent', [50, 91, 92, 93, 94, 95, 96, 100])).toEqual([3, 3, 2, 2, 1, 1, 0, 0])
    expect(points('oxygenLPerMin', [0, 0.5, 10])).toEqual([0, 2, 2])
    expect(points('systolicMmHg', [60, 90, 91, 100, 101, 110, 111, 219, 220])).toEqual([3, 3, 2, 2, 1, 1, 0, 0, 3])
    expect(points('pulsePerMin', [30, 40, 41, 50, 51, 90, 91, 110, 111, 130, 131])).toEqual([3, 3, 1, 1, 0, 0, 1, 1, 2, 2, 3])
    expect(points('temperatureC', [34, 35, 35.1, 36, 36.1, 38, 38.1, 39, 39.1])).toEqual([3, 3, 1, 1, 0, 0, 1, 1, 2])
    expect(jcsGrades.map((jcs) => { const scored = news2({ ...well, jcs }, adult); return scored.ok && scored.value.points.jcs })).toEqual([0, 3, 3, 3, 3, 3, 3, 3, 3, 3])
  })

  test('[NEWS-2] five is medium and seven high; less with one sign of three points is told apart', () => {
    const risk = (over: Partial<typeof well>): string | null => { const scored = news2({ ...well, ...over }, adult); return scored.ok ? `${scored.value.score} ${scored.value.risk}` : null }
    expect(risk({})).toBe('0 low')
    expect(risk({ jcs: 'I-1' })).toBe('3 low-medium')
    expect(risk({ pulsePerMin: 95, spo2Percent: 95, oxygenLPerMin: 1 })).toBe('4 low')
    expect(risk({ jcs: 'I-1', oxygenLPerMin: 2 })).toBe('5 medium')
    expect(risk({ jcs: 'I-1', oxygenLPerMin: 2, respirationsPerMin: 22 })).toBe('7 high')
  })

  test('[NEWS-3] with a sign missing, under 16 or of unknown age there is no score, and what is missing is named', () => {
    fc.assert(fc.property(fc.subarray([...news2Signs], { minLength: 1 }), (missing) => {
      const signs = { ...well, ...Object.fromEntries(missing.map((sign) => [sign, null])) }
      expect(news2(signs, adult)).toEqual({ ok: false, error: { code: 'incomplete', missing } })
    }))
    for (const years of [null, 0, 8, 15]) expect(news2(well, { years, isPregnant: false })).toEqual({ ok: false, error: { code: 'not-for-age' } })
    expect(news2(well, { years: 16, isPregnant: false }).ok).toBe(true)
  })

  test('[NEWS-4] where the record says pregnant, or possibly, there is no score; only a newer no takes it back', () => {
    expect(news2(well, { years: 30, isPregnant: true })).toEqual({ ok: false, error: { code: 'pregnant' } })
    let minute = 0
    const at = () => anInstant(`2026-11-20T09:${String((minute += 1)).padStart(2, '0')}:00.000Z`)
    const triaged = (pregnant: boolean): Entry => anEntry('triage-decided', { at: at(), body: { decided: 'III', overrideReason: '', place: '', organisation: '', job: 'nurse', tagNumber: '', tagReplaced: false, note: '', method: 'START', ruleSet: 'start-jp-1', values: { ...noStartValues, walks: true }, who: { years: 30, looksLikeChild: false, pregnant }, suggested: pregnant ? null : 'III' } })
    const form = (definition: string, pregnancy: string): Entry => anEntry('form', { at: at(), body: { definition, version: 1, values: { pregnancy } } })
    const said = (...entries: readonly Entry[]): boolean => isSaidPregnant(chartOf(patientId(1), inJournal(entries)).rows)
    expect([said(), said(triaged(false)), said(form('visit', 'unknown')), said(form('observations', 'yes'))]).toEqual([false, false, false, false])
    expect([said(triaged(true)), said(form('visit', 'possible')), said(form('imaging', 'yes'))]).toEqual([true, true, true])
    expect(said(triaged(true), triaged(false), form('visit', 'unknown'), anEntry('note'))).toBe(true)
    expect(said(triaged(true), form('imaging', 'no'))).toBe(false)
    expect(said(form('imaging', 'no'), triaged(true))).toBe(true)
    const wrong = triaged(true)
    expect(said(wrong, anEntry('entry-struck', { body: { struck: wrong.id, reason: '別の人' } }))).toBe(false)
  })
})
