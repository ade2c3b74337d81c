import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterPress, noBurst, type ScanPress } from '#renderer/ui/badge-scan.ts'

/** Keys with the pause before each, in milliseconds. */
function read(keys: readonly (readonly [key: string, afterMs: number])[]): readonly string[] {
  let burst = noBurst
  let atMs = 1000
  const scanned: string[] = []
  for (const [key, afterMs] of keys) {
    atMs += afterMs
    const next = afterPress(burst, { key, atMs } satisfies ScanPress)
    burst = next.burst
    if (next.scanned !== null) scanned.push(next.scanned)
  }
  return scanned
}
const typed = (text: string, afterMs: number, enterMs = afterMs): readonly (readonly [string, number])[] => [...[...text].map((key) => [key, afterMs] as const), ['Enter', enterMs]]

describe('a badge', () => {
  it('[PEOPLE-1] is read when it comes as readers type: fast to the end, Enter included, whatever was typed before it', () => {
    for (const pause of [0, 1, 8, 20, 35]) expect(read(typed('A0012345', pause))).toEqual(['A0012345'])
    expect(read([['x', 200], ['y', 200], ['N', 400], ...typed('-1042', 5)])).toEqual(['N-1042'])
    expect(read([['Shift', 9], ['N', 1], ...typed('-1042', 5)])).toEqual(['N-1042'])
    expect(read([...typed('N-1042', 5), ...typed('D-0077', 5)])).toEqual(['N-1042', 'D-0077'])
  })

  it('[PEOPLE-1] typed by hand is never taken for one: no hand keeps four keys and Enter within 35 ms each', () => {
    const byHand = fc.array(fc.tuple(fc.constantFrom(...'0123456789ABCDN-'), fc.integer({ min: 0, max: 400 })), { minLength: 1, maxLength: 30 })
    fc.assert(fc.property(byHand, fc.integer({ min: 0, max: 400 }), (keys, enter) => {
      const fast = keys.slice(1).toReversed().findIndex(([, gap]) => gap > 35)
      const run = (fast === -1 ? keys.length - 1 : fast) + 1
      expect(read([...keys, ['Enter', enter]])).toEqual(enter <= 35 && run >= 4 ? [keys.slice(-run).map(([key]) => key).join('')] : [])
    }))
    expect(read(typed('N-1042', 60))).toEqual([])
    expect(read(typed('N-1042', 5, 90))).toEqual([])
    expect(read(typed('123', 5))).toEqual([])
  })

  it('[PEOPLE-1] is broken off by any other key, and ends somewhere', () => {
    expect(read([...[...'N-10'].map((key) => [key, 5] as const), ['Backspace', 5], ...typed('42', 5)])).toEqual([])
    expect(read(typed('9'.repeat(65), 2))).toEqual([])
  })
})
