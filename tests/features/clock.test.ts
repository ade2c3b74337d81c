import { describe, expect, it } from 'vitest'
import { StaffNumber } from '#domain/ids.ts'
import { instantOf } from '#domain/time.ts'
import { confirmClock, emptyClockDraft, type ClockDraft } from '#renderer/features/clock/draft.ts'

const nurse = StaffNumber.parse('N-104')
const about = { device: instantOf(Date.UTC(2026, 10, 18, 5, 50, 27)), notBefore: instantOf(Date.UTC(2026, 10, 1)), isDoubted: false }
const confirm = (over: Partial<ClockDraft>, isDoubted = false) => confirmClock({ ...emptyClockDraft, ...over }, nurse, { ...about, isDoubted })

describe('a later look at the clock', () => {
  it('[CLOCK-7] is by two different people, or alone with a reason', () => {
    expect(confirm({})).toEqual({ ok: false, error: 'clock' })
    expect(confirm({ clock: 'wrong', timeTyped: '14' })).toEqual({ ok: false, error: 'time' })
    expect(confirm({ clock: 'right' })).toEqual({ ok: false, error: 'who' })
    expect(confirm({ clock: 'right', who: 'two' })).toEqual({ ok: false, error: 'second' })
    expect(confirm({ clock: 'right', who: 'two', second: ' n-104' })).toEqual({ ok: false, error: 'same' })
    expect(confirm({ clock: 'right', who: 'alone', aloneBecause: ' ' })).toEqual({ ok: false, error: 'reason' })
    expect(confirm({ clock: 'right', who: 'two', second: 'Ｎ-200', aloneBecause: '前に書いた' })).toEqual({ ok: true, value: { offsetMs: 0, why: 'checked', second: 'N-200', aloneBecause: '' } })
    expect(confirm({ clock: 'utc', who: 'alone', aloneBecause: '夜勤で1人' })).toEqual({ ok: true, value: { offsetMs: 9 * 3_600_000, why: 'utc', second: null, aloneBecause: '夜勤で1人' } })
  })

  it('[CLOCK-7] keeps that the clock had jumped', () => {
    expect(confirm({ clock: 'wrong', timeTyped: '1620', who: 'two', second: 'N-200' }, true)).toMatchObject({ ok: true, value: { offsetMs: 90 * 60_000, why: 'jumped' } })
    expect(confirm({ clock: 'right', who: 'two', second: 'N-200' }, true)).toMatchObject({ ok: true, value: { why: 'checked' } })
  })
})
