import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDevice, corrected, correctedEntry, firstAfter, judgeClock, offsetAt, standsAtBirth, withClock, type ClockOffsets } from '#domain/incident/clock.ts'
import { chartOf, isLate } from '#domain/view/chart.ts'
import { wardOf } from '#domain/view/ward.ts'
import { instantOf, millisecondsOf, tokyoParts, type Instant } from '#domain/time.ts'
import { anEntry, aPatient, noVitalSigns } from '../../builders.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const year = 365.25 * day
const built = instantOf(Date.UTC(2026, 10, 1))
const truth = Date.UTC(2026, 10, 18, 5, 50) // 14:50 in Japan
/** The verdict on a device that is off by so much, when the watch says 14:50. */
const verdict = (deviceIsOffBy: number): ReturnType<typeof judgeClock> => judgeClock(instantOf(truth + deviceIsOffBy), -deviceIsOffBy, built)

describe('a clock compared with a watch', () => {
  it.each<[string, number, ReturnType<typeof judgeClock>['kind']]>([
    ['a second slow', -second, 'right'],
    ['a second fast', second, 'right'],
    ['59 seconds slow', -59 * second, 'right'],
    ['a minute slow', -minute, 'off'],
    ['a quarter of an hour fast', 15 * minute, 'off'],
    ['nine hours slow', -9 * hour, 'utc'],
    ['nine hours and three minutes slow, as read off a watch', -9 * hour - 3 * minute, 'utc'],
    ['nine hours and six minutes slow', -9 * hour - 6 * minute, 'off'],
    ['nine hours fast', 9 * hour, 'utc-ahead'],
    ['eight hours slow', -8 * hour, 'off'],
    ['a day fast', day, 'off'],
    ['a year fast', year, 'off'],
    ['50 years fast', 50 * year, 'off'],
    ['a month slow', -30 * day, 'dead-battery'],
    ['a year slow', -year, 'dead-battery'],
    ['50 years slow', -50 * year, 'dead-battery'],
  ])('[CLOCK-1] %s is told for what it is', (_, offBy, kind) => {
    expect(verdict(offBy).kind).toBe(kind)
  })

  it('[CLOCK-1] a clock in UTC is corrected by nine whole hours, whatever the second of the reading', () => {
    fc.assert(fc.property(fc.integer({ min: -5 * minute, max: 5 * minute }), (reading) => {
      expect(verdict(-9 * hour + reading)).toEqual({ kind: 'utc', offsetMs: 9 * hour })
      expect(verdict(9 * hour + reading)).toEqual({ kind: 'utc-ahead', offsetMs: -9 * hour })
    }))
  })

  it.each(['1970-01-01T00:00:30Z', '1980-01-04T00:00:00Z', '2000-01-01T00:00:10Z', '2010-06-30T00:00:00Z', '2026-10-30T23:59:59Z', '1999-12-31T23:00:00Z'])(
    '[CLOCK-1] a clock that stands at %s has lost its battery',
    (at) => expect(standsAtBirth(instantOf(Date.parse(at)), built)).toBe(true),
  )

  it.each(['2026-10-31T01:00:00Z', '2026-11-18T05:50:00Z', '2035-01-01T00:00:00Z', '2099-12-31T23:59:59Z'])(
    '[CLOCK-1] a clock that shows %s may be right',
    (at) => expect(standsAtBirth(instantOf(Date.parse(at)), built)).toBe(false),
  )

  it('[CLOCK-2] with an empty battery a typed time means the first such moment after the last one known', () => {
    const known = instantOf(Date.UTC(2026, 10, 18, 5, 50)) // 14:50
    const shown = (hhmm: string): string => `${tokyoParts(firstAfter(known, hhmm)).date} ${tokyoParts(firstAfter(known, hhmm)).hhmm}`
    expect(shown('14:53')).toBe('2026-11-18 14:53')
    expect(shown('14:50')).toBe('2026-11-18 14:50')
    expect(shown('14:49')).toBe('2026-11-19 14:49')
    expect(shown('00:10')).toBe('2026-11-19 00:10')
    fc.assert(fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hours, minutes) => {
      const hhmm = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
      const meant = millisecondsOf(firstAfter(known, hhmm)) - millisecondsOf(known)
      return meant >= 0 && meant < day && tokyoParts(firstAfter(known, hhmm)).hhmm === hhmm
    }))
  })
})

describe('corrected time', () => {
  const told = (offsetMs: number) => anEntry('incident-told', { body: { ...anEntry('incident-told').body, clockOffsetMs: offsetMs } })
  const confirmed = (offsetMs: number) => anEntry('clock-confirmed', { body: { offsetMs, why: 'checked', second: null, aloneBecause: '夜間で1人' } })
  const at = (utc: string): Instant => instantOf(Date.parse(utc))

  it('[CLOCK-3] is the device\'s time plus what was confirmed when the frame was written, in whatever order entries come', () => {
    const said = [{ seq: 1, entry: told(9 * hour) }, { seq: 40, entry: confirmed(9 * hour + minute) }, { seq: 90, entry: confirmed(0) }]
    for (const order of [said, said.toReversed()]) {
      let offsets: ClockOffsets = []
      for (const { seq, entry } of order) offsets = withClock(offsets, seq, entry)
      expect([0, 1, 39, 40, 89, 90, 1000].map((seq) => offsetAt(offsets, seq))).toEqual([0, 9 * hour, 9 * hour, 9 * hour + minute, 9 * hour + minute, 0, 0])
    }
  })

  it('[CLOCK-3] what a watch said comes back as it was typed, for any clock between a second and fifty years off', () => {
    const offsets = fc.constantFrom(...[second, minute, hour, 9 * hour, day, 30 * day, year, 10 * year, 50 * year].flatMap((off) => [off, -off]))
    fc.assert(fc.property(offsets, fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (offsetMs, moment) => {
      const watch = instantOf(moment.getTime())
      expect(corrected(asDevice(watch, offsetMs), offsetMs)).toBe(watch)
    }))
  })

  it('[CLOCK-3] the board and the chart show it, and what was written before a correction stays as it was', () => {
    const patient = aPatient({})
    if (patient.patient === null) throw new Error('a registration names its patient')
    const of = patient.patient
    const vitals = (device: string) => anEntry('vital-signs', { patient: of, at: at(device), recordedAt: at(device), body: noVitalSigns({ temperatureC: 37 }) })
    const records = [told(0), patient, vitals('2026-11-18T01:00:00Z'), confirmed(9 * hour), vitals('2026-11-18T02:00:00Z')].map((entry, index) => ({ seq: index + 1, entry }))
    const view = wardOf(records)
    expect(view.patients.get(of)?.vitals.sets.map((set) => set.at)).toContain('2026-11-18T11:00:00.000Z')
    const chart = chartOf(of, records, view.clock)
    expect(chart.rows.filter(({ entry }) => entry.kind === 'vital-signs').map(({ entry }) => entry.at)).toEqual(['2026-11-18T01:00:00.000Z', '2026-11-18T11:00:00.000Z'])
    expect(chart.mark).toEqual(chartOf(of, records).mark)
  })

  it('[CLOCK-4] a record is late by the corrected clock exactly when it is late by the watch', () => {
    const offsetMs = -50 * year
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), (minutesLate) => {
      const watch = { now: at('2026-11-18T06:00:00Z'), before: instantOf(Date.parse('2026-11-18T06:00:00Z') - minutesLate * minute) }
      const entry = anEntry('note', { at: asDevice(watch.before, offsetMs), recordedAt: asDevice(watch.now, offsetMs) })
      expect(isLate(correctedEntry(entry, 9, [{ seq: 1, offsetMs }]))).toBe(minutesLate >= 15)
    }))
  })
})
