import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSealedCode } from '#domain/access/code.ts'
import { instantOf, tokyoParts } from '#domain/time.ts'
import { clockOffset, correctedMs, isUnlikelyOffset, whyOf } from '#domain/incident/watch.ts'
import { confirmedOffset, emptyOpenDraft, ladderTold, missingAt, stageOf, witnessOf, type OpenDraft, type OpenFacts } from '#renderer/features/open/draft.ts'

const device = instantOf(Date.UTC(2026, 10, 18, 5, 50, 27)) // 14:50:27 in Japan
const code = makeSealedCode({ random: (length) => new Uint8Array(length).fill(77) }).split('-')
const notBefore = instantOf(Date.UTC(2026, 10, 1))
const draft: OpenDraft = { ...emptyOpenDraft, reason: 'earthquake', opener: { staffNumber: '204817', name: '佐藤 美咲', isListed: false }, profession: 'nurse', decidedBy: '副院長 森', clock: 'right', envelope: 1, code }
const minutes = (offset: ReturnType<typeof clockOffset>): number | string => (offset.ok ? offset.value / 60_000 : offset.error.code)

describe('the clock confirmed at the opening', () => {
  it('[SCR-8] the correction is whole minutes from what a person read off another clock', () => {
    expect(minutes(clockOffset(device, '11/18', '1453', notBefore))).toBe(3)
    expect(minutes(clockOffset(device, '11/18', '14:50', notBefore))).toBe(0)
    expect(minutes(clockOffset(device, '11/17', '２３時５０分', notBefore))).toBe(-15 * 60)
  })

  it('[SCR-8] whatever date and time is typed is what the corrected clock then shows', () => {
    const moment = fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, (typed) => {
        const { date, hhmm } = tokyoParts(instantOf(typed.getTime()))
        const offset = clockOffset(device, date, hhmm.replace(':', ''), notBefore)
        if (!offset.ok) throw new Error(offset.error.code)
        const shown = tokyoParts(instantOf(correctedMs(device, offset.value)))
        expect([shown.date, shown.hhmm]).toEqual([date, hhmm])
      }),
    )
  })

  it('[SCR-8] what is no time or no date is said to be none, and nothing is guessed', () => {
    expect(['', '2460', '9:5', '14', '99999'].map((typed) => minutes(clockOffset(device, '11/18', typed, notBefore)))).toEqual(Array(5).fill('not-a-time'))
    expect(['2/30', '13/1', 'きのう'].map((typed) => minutes(clockOffset(device, typed, '1453', notBefore)))).toEqual(Array(3).fill('not-a-date'))
  })

  it('[SCR-8] more than a day off is asked about once more', () => {
    expect(isUnlikelyOffset(24 * 3_600_000 + 60_000)).toBe(true)
    expect(isUnlikelyOffset(-3_600_000)).toBe(false)
  })

  it('[SCR-8] a clock that was said to be right is not corrected by what was typed before', () => {
    const typed: OpenDraft = { ...draft, dateTyped: '11/18', timeTyped: '1630' }
    expect(confirmedOffset(typed, device, notBefore)).toBe(0)
    expect(confirmedOffset({ ...typed, clock: 'wrong' }, device, notBefore)).toBe(100 * 60_000)
  })
})

describe('a clock with an empty battery, and one in UTC', () => {
  const dead = instantOf(Date.UTC(2010, 0, 1, 0, 3))

  it('[CLOCK-2] at its beginning the time alone is enough: the day is the first one possible', () => {
    const known = instantOf(Date.UTC(2026, 10, 18, 5, 50))
    const offset = clockOffset(dead, '', '1453', known)
    if (!offset.ok) throw new Error(offset.error.code)
    const shown = tokyoParts(instantOf(correctedMs(dead, offset.value)))
    expect([shown.date, shown.hhmm]).toEqual(['2026-11-18', '14:53'])
    const next = clockOffset(dead, '11/20', '0905', known)
    if (!next.ok) throw new Error(next.error.code)
    expect(tokyoParts(instantOf(correctedMs(dead, next.value))).date).toBe('2026-11-20')
  })

  it('[CLOCK-6] why the clock was corrected is kept, and one key takes nine whole hours', () => {
    const form = { clock: 'wrong', dateTyped: '', timeTyped: '1453' } as const
    expect(whyOf({ ...form, clock: 'right' }, device, notBefore)).toBe('checked')
    expect(whyOf(form, device, notBefore)).toBe('off')
    expect(whyOf(form, dead, notBefore)).toBe('dead-battery')
    expect(whyOf({ ...form, clock: 'utc' }, device, notBefore)).toBe('utc')
    expect(confirmedOffset({ ...draft, clock: 'utc' }, device, notBefore)).toBe(9 * 3_600_000)
    expect(confirmedOffset({ ...draft, clock: 'utc-ahead' }, device, notBefore)).toBe(-9 * 3_600_000)
  })
})

describe('what an opening waits for', () => {
  const facts: OpenFacts = { device, notBefore, answer: { kind: 'not-tried' }, waitSeconds: 0, retired: [4] }
  const at = (step: Parameters<typeof missingAt>[0], change: Partial<OpenDraft> = {}, waitSeconds = 0) => missingAt(step, { ...draft, ...change }, { ...facts, waitSeconds })

  it('[SCR-10] a code is not tried before all its groups agree, nor before the wait is over', () => {
    expect(at('code')).toBeNull()
    expect(at('code', { code: [...code.slice(0, 3), 'AAAAA'] })).toEqual({ what: 'groups', left: 1 })
    expect(at('code', {}, 4)).toEqual({ what: 'wait', seconds: 4 })
    expect(at('code', { envelope: null })).toEqual({ what: 'envelope' })
    expect(missingAt('code', draft, { ...facts, answer: { kind: 'trying' } })).toEqual({ what: 'trying' })
  })

  it('[SCR-10] nobody opens without saying why, who, on whose decision and by which clock', () => {
    expect(at('reason', { reason: null })).toEqual({ what: 'reason' })
    expect(at('people', { opener: { ...draft.opener, name: ' ' } })).toEqual({ what: 'name' })
    expect(at('people', { opener: { ...draft.opener, staffNumber: '20 48' } })).toEqual({ what: 'staff-number' })
    expect(at('people', { profession: null })).toEqual({ what: 'profession' })
    expect(at('people', { decidedBy: '' })).toEqual({ what: 'decider' })
    expect(at('clock', { clock: null })).toEqual({ what: 'clock' })
    expect(at('clock', { clock: 'wrong', timeTyped: '14' })).toEqual({ what: 'time' })
  })

  it('[LADDER-2] the suggested stage is taken until a person decides otherwise, and both are kept', () => {
    expect(stageOf(draft)).toBe(3)
    const usable = { ...draft.ladder, reading: 'can', entry: 'can' } as const
    expect(stageOf({ ladder: usable, stage: null })).toBe(1)
    expect(ladderTold({ ...draft, ladder: usable, stage: 3 })).toEqual({ answers: usable, suggested: 1, chosen: 3 })
    expect(at('ladder')).toBeNull()
  })

  it('[GLASS-10] a witness is another person with number and name, or nobody', () => {
    const witness = (staffNumber: string, name: string) => ({ witness: { staffNumber, name, isListed: false } })
    expect(witnessOf(draft)).toBeNull()
    expect(at('people', witness('198802', ''))).toEqual({ what: 'witness-name' })
    expect(at('people', witness('', '山﨑 直子'))).toEqual({ what: 'witness-number' })
    expect(at('people', witness('204817', '佐藤 美咲'))).toEqual({ what: 'witness-same' })
    expect(at('people', witness('１９８８０２', '山﨑 直子'))).toBeNull()
    expect(witnessOf({ ...draft, ...witness('１９８８０２', '山﨑 直子') })).toEqual({ staffNumber: '198802', name: '山﨑 直子' })
  })

  it('[GLASS-12] a retired envelope can be chosen, and is refused before its code is tried', () => {
    expect(at('code', { envelope: 4 })).toEqual({ what: 'retired' })
  })
})
