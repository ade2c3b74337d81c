import { describe, expect, it } from 'vitest'
import { afterWrongPin, noTries } from '#domain/access/pin-tries.ts'
import { pinFault, readPin } from '#domain/access/pin.ts'

describe('a PIN', () => {
  it.each([
    ['12345', { code: 'pin-too-short', least: 6 }],
    ['', { code: 'pin-too-short', least: 6 }],
    ['1234567890123', { code: 'pin-too-long', most: 12 }],
    ['12a456', { code: 'pin-not-digits' }],
    ['000000', { code: 'pin-all-same' }],
    ['77777777', { code: 'pin-all-same' }],
    ['123456', { code: 'pin-straight' }],
    ['987654', { code: 'pin-straight' }],
    ['567890', { code: 'pin-straight' }],
    ['890123', { code: 'pin-straight' }],
    ['210987', { code: 'pin-straight' }],
  ])('[KEY-51] %j is refused', (digits, fault) => {
    expect(pinFault(digits)).toEqual(fault)
    expect(readPin(digits)).toEqual({ ok: false, error: fault })
  })

  it.each(['480912', '19480912', '123457', '112233', '135790', '121212'])('[KEY-51] %j is allowed', (digits) => {
    expect(readPin(digits)).toEqual({ ok: true, value: digits })
  })

  it('[KEY-52] is the same in full-width digits, with spaces', () => {
    expect(readPin('４８０　９１２ ')).toEqual({ ok: true, value: '480912' })
  })
})

describe('tries of a PIN', () => {
  it('[KEY-53] the fifth wrong one in a row wipes the wrap', () => {
    const steps = [1, 2, 3, 4, 5, 6].reduce<ReturnType<typeof afterWrongPin>[]>((done) => [...done, afterWrongPin(done.at(-1)?.tries ?? noTries)], [])
    expect(steps.map(({ left }) => left)).toEqual([4, 3, 2, 1, 0, 0])
    expect(steps.map(({ mustWipe }) => mustWipe)).toEqual([false, false, false, false, true, true])
  })
})
