import { describe, expect, test } from 'vitest'
import { dammDigit } from '#domain/number/damm.ts'

const digits = (text: string): readonly number[] => [...text].map(Number)

describe('Damm check digit', () => {
  test.each([
    ['572', 4],
    ['9000001', 0],
    ['9000123', 9],
    ['90001234', 4],
    ['', 0],
  ])('[NUM-2] the check digit of %s is %i, as published elsewhere', (body, check) => {
    expect(dammDigit(digits(body))).toBe(check)
  })

  test('[NUM-2] the table is a totally anti-symmetric quasigroup with zeros on its diagonal', () => {
    const step = (interim: number, digit: number): number => {
      // From a start x, Damm of [p, digit] where Damm of [p] = interim: p is the digit that leads from 0 to interim.
      const p = Array.from({ length: 10 }, (_, n) => n).find((n) => dammDigit([n]) === interim)
      if (p === undefined) throw new Error('The first row reaches every digit')
      return dammDigit([p, digit])
    }
    const all = digits('0123456789')
    for (const c of all) {
      expect(step(c, c)).toBe(0)
      expect(new Set(all.map((digit) => step(c, digit))).size).toBe(10)
      for (const x of all) {
        for (const y of all) {
          if (x !== y) expect(step(step(c, x), y)).not.toBe(step(step(c, y), x))
        }
      }
    }
  })

  test('[NUM-2] only the digits 0 to 9 have a check digit', () => {
    expect(() => dammDigit([10])).toThrow()
    expect(() => dammDigit([-1])).toThrow()
    expect(() => dammDigit([1.5])).toThrow()
  })
})
