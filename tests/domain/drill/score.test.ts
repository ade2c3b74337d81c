import { describe, expect, it } from 'vitest'
import { drillCards } from '#domain/drill/cards.ts'
import { DrillLog } from '#domain/drill/drill-log.ts'
import { sampleWard } from '#domain/drill/sample-ward.ts'
import { sampleAuthor, scoreOf } from '#domain/drill/score.ts'
import type { PublicEvent } from '#domain/log/public-event.ts'
import { noBlanks } from '#domain/number/blank.ts'
import { registration } from '#domain/patient/register.ts'
import { CalendarDate, instantOf } from '#domain/time.ts'
import { aNurse, aPatient, anEntry, entryId, letters, patientId } from '#tests/builders.ts'

const startedMs = Date.UTC(2026, 10, 20, 1, 0)
const at = (seconds: number) => instantOf(startedMs + seconds * 1000)
const told = (seconds: number, event: PublicEvent) => ({ wallMs: startedMs + seconds * 1000, event })
const nurse = aNurse().staffNumber

describe('the score of a drill', () => {
  it('[DRILL-5] seconds to each task, of people and not of the sample ward', () => {
    const score = scoreOf({
      startedMs,
      entries: [
        aPatient({}, { by: sampleAuthor, at: at(41), recordedAt: at(41), patient: patientId(1) }),
        anEntry('vital-signs', { by: sampleAuthor, at: at(42), recordedAt: at(42), patient: patientId(1) }),
        aPatient({ naming: { kind: 'unknown', alias: ['ラジオ', 'テガミ'] } }, { at: at(95), recordedAt: at(95), patient: patientId(2) }),
        anEntry('vital-signs', { at: at(80), recordedAt: at(140), patient: patientId(2) }),
      ],
      events: [told(20, { event: 'code-refused', envelope: 1, wrongInARow: 1, waitSeconds: 1 }), told(40, { event: 'envelope-opened', envelope: 1, incident: anEntry('note').incident, staffNumber: nurse, reasonCode: 'earthquake' }), told(200, { event: 'locked', why: 'idle' }), told(205, { event: 'unlock-tried', staffNumber: nurse, left: 4 }), told(206, { event: 'unlock-tried', staffNumber: nurse, left: 4 }), told(207, { event: 'unlocked', staffNumber: nurse, by: 'pin' })],
    })
    const seconds = Object.fromEntries(score.tasks.map(({ task, seconds: taken }) => [task, taken]))
    expect(seconds).toEqual({ opened: 40, 'first-patient': 95, 'unknown-patient': 95, 'first-vitals': 140, 'first-allergy': null, 'first-note': null, 'locked-and-back': 207 })
    const times = Object.fromEntries(score.mistakes.map(({ mistake, times: counted }) => [mistake, counted]))
    expect(times).toEqual({ 'wrong-code': 1, 'wrong-pin': 1, struck: 0, 'allergy-not-asked': 1, 'vitals-not-taken': 0, 'idle-lock': 1 })
    expect(score.participants).toEqual([aNurse()])
  })

  it('[DRILL-5] a drill in which nothing was done has a score, too, and it can be kept', () => {
    const score = scoreOf({ startedMs, entries: [], events: [] })
    expect(score.tasks.every(({ seconds }) => seconds === null)).toBe(true)
    expect(DrillLog.safeParse({ v: 1, card: 'station-fails', startedAt: at(0), endedAt: at(60), ...score, findings: [] }).success).toBe(true)
  })

  it('[DRILL-6] the sample ward registers in the beds there are', () => {
    for (const beds of [[], ['301'], ['301', '302', '303', '304', '305']]) {
      const ward = sampleWard(beds)
      expect(ward.length).toBe(Math.max(1, Math.min(4, beds.length)))
      let series = { realm: 'drill' as const, letters: letters(), given: 0, used: [] }
      for (const [index, { form }] of ward.entries()) {
        const made = registration(form, { entry: entryId(index + 1), patient: patientId(index + 1), alias: ['', ''], aliasesGiven: [], series, blanks: noBlanks(series), today: CalendarDate.parse('2026-11-20'), at: null })
        expect(made.ok && made.value.draft.body.bed).toBe(beds[index] ?? null)
        expect(made.ok && made.value.draft.body.number).toMatch(/^T/)
        if (made.ok) series = { ...made.value.series, realm: 'drill', used: [] }
      }
    }
  })

  it('[DRILL-5] every card says what to do, and one is that the station itself fails', () => {
    expect(new Set(drillCards.map(({ id }) => id)).size).toBe(drillCards.length)
    expect(drillCards.every(({ tasks }) => tasks.length >= 3)).toBe(true)
    expect(drillCards.map(({ id }) => id)).toContain('station-fails')
  })
})
