import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSchemes, checkSymbolOf } from '#domain/scan/check-symbol.ts'

const bare = { before: '', after: '' }

describe('check symbols', () => {
  it('[SCAN-6] agree with numbers from outside', () => {
    expect(checkSymbolOf('mod10-w3', '490123456789', bare)).toBe('4') // the JAN everybody prints as an example
    expect(checkSymbolOf('mod10-w3', '978030640615', bare)).toBe('7') // ISBN-13 of the standard
    expect(checkSymbolOf('luhn', '7992739871', bare)).toBe('3') // ISO/IEC 7812's usual example
    expect(checkSymbolOf('luhn', '453201511283036', bare)).toBe('6')
    expect(checkSymbolOf('mod11', '12345678901', bare)).toBe('8') // the Individual Number shown as a sample
    expect(checkSymbolOf('7dr', '1234567', bare)).toBe('5') // an air waybill's serial
    expect(checkSymbolOf('damm', '572', bare)).toBe('4')
    // 16 + 1+2+3+4+5 + 16 = 47, and 1 makes 48
    expect(checkSymbolOf('nw7-mod16', '12345', { before: 'A', after: 'A' })).toBe('1')
    expect(checkSymbolOf('nw7-mod16', '12348', { before: 'a', after: 'b' })).toBe('/') // 51, and 13 makes 64
  })

  it('[SCAN-6] catch every single wrong digit, by whichever scheme but those that are known not to', () => {
    const digits = fc.stringMatching(/^[0-9]{2,12}$/)
    for (const scheme of checkSchemes) {
      if (scheme === 'none') continue
      const around = scheme === 'nw7-mod16' ? { before: 'A', after: 'A' } : bare
      fc.assert(fc.property(digits, fc.nat(11), fc.integer({ min: 1, max: 9 }), (payload, at, more) => {
        const place = at % payload.length
        const wrong = payload.slice(0, place) + String((Number(payload[place]) + more) % 10) + payload.slice(place + 1)
        const isKnownGap = (scheme === '7dr' && Math.abs(Number(payload[place]) - Number(wrong[place])) === 7) || scheme === 'mod11' // 0 and 1 share a digit with 10 and 11
        return isKnownGap || checkSymbolOf(scheme, payload, around) !== checkSymbolOf(scheme, wrong, around)
      }))
    }
  })

  it('[SCAN-6] know no symbol for what their digits are not', () => {
    for (const scheme of checkSchemes) expect(checkSymbolOf(scheme, '12x4', bare)).toBeNull()
    expect(checkSymbolOf('nw7-mod16', '12345', bare)).toBeNull()
    expect(checkSymbolOf('none', '12345', bare)).toBeNull()
  })
})
