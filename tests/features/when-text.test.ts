import { describe, expect, it } from 'vitest'
import { asDevice, corrected } from '#domain/incident/clock.ts'
import { err, ok } from '#domain/result.ts'
import { instantOf, type Instant } from '#domain/time.ts'
import { hasDay, readWhen } from '#renderer/ui/when-text.ts'

/** A moment in Japan. */
const at = (year: number, month: number, day: number, hour: number, minute: number, second = 0): Instant => instantOf(Date.UTC(year, month - 1, day, hour - 9, minute, second))
const read = (typed: string, now: Instant, day: 'today' | 'yesterday' | null = null) => readWhen({ typed, day }, now)

describe('the time of a late entry', () => {
  const afternoon = at(2026, 11, 20, 16, 24, 30)

  it('an empty box means now', () => {
    expect(read(' ', afternoon)).toEqual(ok({ at: null }))
  })

  it.each(['15:10', '1510', '１５：１０', '15時10分', '15。10', '15.10'])('%s is ten past three today', (typed) => {
    expect(read(typed, afternoon)).toEqual(ok({ at: at(2026, 11, 20, 15, 10) }))
  })

  it('the minute that is running has come', () => {
    expect(read('16:24', afternoon)).toEqual(ok({ at: at(2026, 11, 20, 16, 24) }))
  })

  it('[CLOCK-8] 23:50 typed at ten past midnight asks whether yesterday is meant', () => {
    const midnight = at(2026, 11, 21, 0, 10)
    const yesterday = at(2026, 11, 20, 23, 50)
    expect(read('23:50', midnight)).toEqual(err({ code: 'not-yet', yesterday }))
    expect(read('23:50', midnight, 'today')).toEqual(err({ code: 'not-yet', yesterday }))
    expect(read('23:50', midnight, 'yesterday')).toEqual(ok({ at: yesterday }))
  })

  it('[CLOCK-8] it is asked by the corrected clock, and the entry holds the device’s time', () => {
    const offsetMs = 9 * 3_600_000
    const device = at(2026, 11, 20, 15, 10) // a clock in UTC: the watch says ten past midnight
    const yesterday = at(2026, 11, 20, 23, 50)
    expect(read('23:50', corrected(device, offsetMs))).toEqual(err({ code: 'not-yet', yesterday }))
    const meant = read('23:50', corrected(device, offsetMs), 'yesterday')
    expect(meant.ok && meant.value.at !== null && asDevice(meant.value.at, offsetMs)).toBe(at(2026, 11, 20, 14, 50))
  })

  it('yesterday of the first of a month is in the month before', () => {
    expect(read('8:00', at(2026, 3, 1, 9, 0), 'yesterday')).toEqual(ok({ at: at(2026, 2, 28, 8, 0) }))
  })

  it('a day written in front is taken, also across the turn of the year', () => {
    expect(read('11/18 14:40', afternoon)).toEqual(ok({ at: at(2026, 11, 18, 14, 40) }))
    expect(read('12/31 23:50', at(2027, 1, 1, 0, 10))).toEqual(ok({ at: at(2026, 12, 31, 23, 50) }))
    expect(hasDay('11/18 14:40')).toBe(true)
    expect(hasDay('14:40')).toBe(false)
  })

  it('a day that has not come is not taken for last year’s', () => {
    expect(read('11/21 08:00', afternoon)).toEqual(err({ code: 'day-not-yet' }))
  })

  it.each(['24:00', '12:60', '16:5', 'あとで', '2/30 10:00', '9'.repeat(500)])('%s is not understood, and not guessed', (typed) => {
    expect(read(typed, afternoon)).toEqual(err({ code: 'time-not-understood' }))
  })
})
