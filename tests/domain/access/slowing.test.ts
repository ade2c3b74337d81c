import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterWrongCode, delaySeconds, mayTry, notSlowed, readSlowing, waitSeconds, type MonoNow, type Slowing } from '#domain/access/slowing.ts'

const at = (boot: string, monoMs: number): MonoNow => ({ boot, monoMs })
const wrong = (times: number, now: MonoNow): Slowing => Array.from({ length: times }).reduce<Slowing>((state) => afterWrongCode(state, now), notSlowed)

describe('waiting after wrong codes', () => {
  it('[KEY-60] grows 1, 2, 4, 8, 16, then stays at 30 seconds', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 7, 5000].map((times) => waitSeconds(wrong(times, at('b', 1000)), at('b', 1000)))
    expect(waits).toEqual([0, 1, 2, 4, 8, 16, 30, 30, 30])
  })

  it('[KEY-60] lets the first code be tried at once, and the next when the wait is over', () => {
    expect(mayTry(notSlowed, at('b', 0))).toEqual({ ok: true, value: null })
    const state = wrong(3, at('b', 10_000))
    expect(mayTry(state, at('b', 10_001))).toEqual({ ok: false, error: { code: 'wait', seconds: 4 } })
    expect(mayTry(state, at('b', 13_001))).toEqual({ ok: false, error: { code: 'wait', seconds: 1 } })
    expect(mayTry(state, at('b', 14_000))).toEqual({ ok: true, value: null })
  })

  it('[KEY-61] takes nothing but the boot and its monotonic clock: the stored state holds no wall time', () => {
    const state = wrong(6, at('b', 500))
    expect(state).toEqual({ wrongInARow: 6, lastWrongMono: 500, boot: 'b' })
    expect(waitSeconds(state, at('b', 100))).toBe(30) // even a clock that cannot be does not make it longer
  })

  it('[KEY-62] owes the whole wait again after a restart, from the beginning of the new boot', () => {
    const state = wrong(6, at('first', 9_000_000))
    expect(waitSeconds(state, at('first', 9_029_000))).toBe(1)
    expect(waitSeconds(state, at('second', 0))).toBe(30)
    expect(waitSeconds(state, at('second', 12_000))).toBe(18)
    expect(waitSeconds(state, at('second', 30_000))).toBe(0)
  })

  it('[KEY-63] allows a try within 30 seconds from any state', () => {
    const states = fc.record({ wrongInARow: fc.nat(), lastWrongMono: fc.double({ min: 0, max: 1e12, noNaN: true }), boot: fc.constantFrom('', 'a', 'b') })
    fc.assert(
      fc.property(states, fc.nat(), fc.constantFrom('a', 'b'), (state, monoMs, boot) => {
        const now = at(boot, state.boot === boot ? state.lastWrongMono + monoMs : monoMs)
        const seconds = waitSeconds(state, now)
        expect(seconds).toBeGreaterThanOrEqual(0)
        expect(seconds).toBeLessThanOrEqual(30)
        expect(waitSeconds(state, at(boot, now.monoMs + 30_000))).toBe(0)
      }),
    )
  })

  it.each([undefined, null, '', {}, { wrongInARow: -1, lastWrongMono: 0, boot: '' }, { wrongInARow: 1, lastWrongMono: Number.NaN, boot: 'b' }])(
    '[KEY-64] counts a lost or damaged state (%j) as the longest wait',
    (stored) => {
      expect(waitSeconds(readSlowing(stored), at('b', 0))).toBe(30)
      expect(waitSeconds(readSlowing(stored), at('b', 30_000))).toBe(0)
    },
  )

  it('[KEY-64] keeps a state that is whole', () => {
    const state = wrong(2, at('b', 77))
    expect(readSlowing(JSON.parse(JSON.stringify(state)))).toEqual(state)
    expect(delaySeconds(2)).toBe(2)
  })
})
