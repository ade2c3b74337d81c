import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSealedCode } from '#domain/access/code.ts'
import { instantOf, tokyoParts } from '#domain/time.ts'
import { clockOffset, correctedMs, isUnlikelyOffset } from '#renderer/features/open/clock-offset.ts'
import { confirmedOffset, emptyOpenDraft, missingAt, type OpenDraft } from '#renderer/features/open/draft.ts'

const device = instantOf(Date.UTC(2026, 10, 18, 5, 50, 27)) // 14:50:27 in Japan
const code = makeSealedCode({ random: (length) => new Uint8Array(length).fill(77) }).split('-')
const draft: OpenDraft = { ...emptyOpenDraft, reason: 'earthquake', name: '佐藤 美咲', staffNumber: '204817', profession: 'nurse', decidedBy: '副院長 森', clock: 'right', envelope: 1, code }
const minutes = (offset: ReturnType<typeof clockOffset>): number | string => (offset.ok ? offset.value / 60_000 : offset.error.code)

describe('the clock confirmed at the opening', () => {
  it('[SCR-8] the correction is whole minutes from what a person read off another clock', () => {
    expect(minutes(clockOffset(device, '11/18', '1453'))).toBe(3)
    expect(minutes(clockOffset(device, '11/18', '14:50'))).toBe(0)
    expect(minutes(clockOffset(device, '11/17', '２３時５０分'))).toBe(-15 * 60)
  })

  it('[SCR-8] whatever date and time is typed is what the corrected clock then shows', () => {
    const moment = fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, (typed) => {
        const { date, hhmm } = tokyoParts(instantOf(typed.getTime()))
        const offset = clockOffset(device, date, hhmm.replace(':', ''))
        if (!offset.ok) throw new Error(offset.error.code)
        const shown = tokyoParts(instantOf(correctedMs(device, offset.value)))
        expect([shown.date, shown.hhmm]).toEqual([date, hhmm])
      }),
    )
  })

  it('[SCR-8] what is no time or no date is said to be none, and nothing is guessed', () => {
    expect(['', '2460', '9:5', '14', '99999'].map((typed) => minutes(clockOffset(device, '11/18', typed)))).toEqual(Array(5).fill('not-a-time'))
    expect(['', '2/30', '13/1', 'きのう'].map((typed) => minutes(clockOffset(device, typed, '1453')))).toEqual(Array(4).fill('not-a-date'))
  })

  it('[SCR-8] more than a day off is asked about once more', () => {
    expect(isUnlikelyOffset(24 * 3_600_000 + 60_000)).toBe(true)
    expect(isUnlikelyOffset(-3_600_000)).toBe(false)
  })

  it('[SCR-8] a clock that was said to be right is not corrected by what was typed before', () => {
    const typed: OpenDraft = { ...draft, dateTyped: '11/18', timeTyped: '1630' }
    expect(confirmedOffset(typed, device)).toBe(0)
    expect(confirmedOffset({ ...typed, clock: 'wrong' }, device)).toBe(100 * 60_000)
  })
})

describe('what an opening waits for', () => {
  const at = (step: Parameters<typeof missingAt>[0], change: Partial<OpenDraft> = {}, wait = 0) => missingAt(step, { ...draft, ...change }, device, { kind: 'not-tried' }, wait)

  it('[SCR-10] a code is not tried before all its groups agree, nor before the wait is over', () => {
    expect(at('code')).toBeNull()
    expect(at('code', { code: [...code.slice(0, 3), 'AAAAA'] })).toEqual({ what: 'groups', left: 1 })
    expect(at('code', {}, 4)).toEqual({ what: 'wait', seconds: 4 })
    expect(at('code', { envelope: null })).toEqual({ what: 'envelope' })
    expect(missingAt('code', draft, device, { kind: 'trying' }, 0)).toEqual({ what: 'trying' })
  })

  it('[SCR-10] nobody opens without saying why, who, on whose decision and by which clock', () => {
    expect(at('reason', { reason: null })).toEqual({ what: 'reason' })
    expect(at('people', { name: ' ' })).toEqual({ what: 'name' })
    expect(at('people', { staffNumber: '20 48' })).toEqual({ what: 'staff-number' })
    expect(at('people', { profession: null })).toEqual({ what: 'profession' })
    expect(at('people', { decidedBy: '' })).toEqual({ what: 'decider' })
    expect(at('clock', { clock: null })).toEqual({ what: 'clock' })
    expect(at('clock', { clock: 'wrong', timeTyped: '14' })).toEqual({ what: 'time' })
  })

  it('[SCR-10] the PIN is typed twice alike, in either width', () => {
    expect(at('pin', { pin: '482915', pinAgain: '４８２９１５' })).toBeNull()
    expect(at('pin', { pin: '482915', pinAgain: '482916' })).toEqual({ what: 'pin-again' })
    expect(at('pin', { pin: '123456', pinAgain: '123456' })).toEqual({ what: 'pin' })
  })
})
