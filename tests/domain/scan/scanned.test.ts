import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSealedCode } from '#domain/access/code.ts'
import { StaffNumber } from '#domain/ids.ts'
import { StationLetters, wardNumber } from '#domain/number/ward-number.ts'
import { realms } from '#domain/realm.ts'
import { signOf, readInBoth, type ReaderKey, type ReaderLayout } from '#domain/scan/key-text.ts'
import { groupSeparator } from '#domain/scan/gs1.ts'
import { readScan, readTyped, type Knowing } from '#domain/scan/scanned.ts'
import { plainRule } from './rules.ts'

const nurse = StaffNumber.parse('N-1042')
const knowing: Knowing = { realm: 'real', rules: [], whose: (text) => (text === '4912345678904' ? nurse : null), thisYear: 2026 }
const letters = StationLetters.parse('AF')
const code = makeSealedCode({ random: (length) => new Uint8Array(length).fill(31) })

describe('what a scan means', () => {
  it('[SCAN-4] a ward number, an envelope’s code and a badge are each told from the text alone', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999 }), fc.boolean(), (count, isBare) => {
      const number = wardNumber('real', letters, count)
      expect(readScan(isBare ? number.replaceAll('-', '').toLowerCase() : `]Q1${number}`, knowing)).toEqual({ ok: true, value: { kind: 'ward-number', number } })
    }))
    expect(readScan(code, knowing)).toEqual({ ok: true, value: { kind: 'envelope-code', code } })
    expect(readScan('4912345678904', knowing)).toEqual({ ok: true, value: { kind: 'badge', staffNumber: nurse } })
  })

  it('[REALM-8] [SCAN-5] a number of another realm is named as such and opens nobody', () => {
    for (const realm of realms) {
      for (const other of realms) {
        const read = readScan(wardNumber(other, letters, 123), { ...knowing, realm })
        if (other === realm) expect(read).toMatchObject({ ok: true })
        else expect(read).toEqual({ ok: false, error: { code: 'other-realm', realm: other } })
      }
    }
  })

  it('[SCAN-6] a misread number is refused as what it would be', () => {
    const number = wardNumber('real', letters, 123)
    const wrong = `${number.slice(0, -1)}${(Number(number.slice(-1)) + 1) % 10}`
    expect(readScan(wrong, knowing)).toEqual({ ok: false, error: { code: 'check-symbol', of: 'ward-number' } })
    const rules = [{ ...plainRule, check: 'luhn', isCheckPrinted: true, least: 11, most: 11 } as const]
    expect(readScan('79927398713', { ...knowing, rules })).toEqual({ ok: true, value: { kind: 'hospital-patient', number: '79927398713', from: 'hospital' } })
    expect(readScan('79927398714', { ...knowing, rules })).toEqual({ ok: false, error: { code: 'check-symbol', of: 'hospital-patient' } })
  })

  it('[SCAN-7] a hospital’s number and a triage tag’s are read by its rules, zeros and all; two meanings are said', () => {
    const rules = [{ ...plainRule, before: 'A', after: 'A' }, { ...plainRule, what: 'triage-tag', before: 'TT', least: 4, most: 6 } as const]
    expect(readScan('A00001234A', { ...knowing, rules })).toEqual({ ok: true, value: { kind: 'hospital-patient', number: '00001234', from: 'hospital' } })
    expect(readScan('TT00412', { ...knowing, rules })).toEqual({ ok: true, value: { kind: 'triage-tag', number: '00412' } })
    const alike = [{ ...plainRule, least: 13, most: 13 }]
    expect(readScan('4912345678904', { ...knowing, rules: alike })).toEqual({ ok: false, error: { code: 'two-meanings', kinds: ['badge', 'hospital-patient'] } })
    expect(readScan('A00001234A', { ...knowing, rules: [rules[0] ?? plainRule, rules[0] ?? plainRule] })).toMatchObject({ ok: true })
  })

  it('[SCAN-8] a GS1 bar is read element by element, with or without its mark', () => {
    const drug = `]C101049123456789041726120010LOT7A${groupSeparator}21S-99`
    expect(readScan(drug, knowing)).toEqual({ ok: true, value: { kind: 'product', gs1: { gtin: '04912345678904', expires: '2026-12-31', lot: 'LOT7A', serial: 'S-99', serviceRelation: null } } })
    expect(readScan('010491234567890417261231', knowing)).toMatchObject({ ok: true, value: { kind: 'product', gs1: { expires: '2026-12-31' } } })
    expect(readScan('8018491234500000000013', knowing)).toEqual({ ok: true, value: { kind: 'hospital-patient', number: '491234500000000013', from: 'gs1' } })
    expect(readScan(']C18018491234500000000014', knowing)).toEqual({ ok: false, error: { code: 'check-symbol', of: 'gs1' } })
    expect(readScan(']d20104912345678904999', knowing)).toMatchObject({ ok: false, error: { code: 'unknown' } })
    expect(readScan(']C1', knowing)).toEqual({ ok: false, error: { code: 'empty' } })
    expect(readScan(`]C1010491234567890417510${groupSeparator}`, knowing)).toMatchObject({ ok: false })
    expect(readScan(']C101049123456789041775130110X', knowing)).toMatchObject({ ok: true, value: { gs1: { expires: null, lot: 'X' } } })
    expect(readScan(']C101049123456789041780010110X', { ...knowing, thisYear: 2079 })).toMatchObject({ ok: true, value: { gs1: { expires: '2080-01-01' } } })
  })

  it('[SCAN-16] a number typed from under a bar means what the bar does, start and stop letters or not', () => {
    const rules = [{ ...plainRule, before: 'A', after: 'A' }, { ...plainRule, least: 9, most: 9, check: 'nw7-mod16', before: 'B', after: 'B' } as const]
    const patient = (number: string) => ({ ok: true, value: { kind: 'hospital-patient', number, from: 'hospital' } })
    expect(readTyped('００００１２３４ ', { ...knowing, rules })).toEqual(patient('00001234'))
    expect(readTyped('A00001234A', { ...knowing, rules })).toEqual(patient('00001234'))
    expect(readTyped('123456789', { ...knowing, rules })).toEqual(patient('123456789'))
    expect(readTyped('1234', { ...knowing, rules })).toEqual({ ok: false, error: { code: 'unknown', length: 4 } })
    expect(readTyped('00001234', { ...knowing, rules: [...rules, { ...plainRule, what: 'triage-tag', before: 'T' }] })).toMatchObject({ ok: false, error: { code: 'two-meanings' } })
  })

  it('[SCAN-9] whatever else was scanned ends in a code, and the fault never holds its text', () => {
    expect(readScan('', knowing)).toEqual({ ok: false, error: { code: 'empty' } })
    expect(readScan('x'.repeat(501), knowing)).toEqual({ ok: false, error: { code: 'too-long' } })
    expect(readScan('架空 花子 1950', knowing)).toEqual({ ok: false, error: { code: 'unknown', length: 10 } })
    fc.assert(fc.property(fc.string({ maxLength: 60, unit: 'binary' }), (text) => {
      const read = readScan(`名${text}`, knowing)
      return !read.ok && !JSON.stringify(read.error).includes('名')
    }))
  })
})

describe('the keys of a reader', () => {
  const press = (code: string, shift = false, ctrl = false, key = 'Process'): ReaderKey => ({ code, key, shift, ctrl })

  it('[SCAN-3] are read by their position: an input method, Num Lock, Caps Lock and the PC’s layout have no say', () => {
    const typed = (layout: ReaderLayout, keys: readonly ReaderKey[]): string => readInBoth(keys)[layout]
    expect(typed('us', [press('KeyD', true), press('Minus'), press('KeyA', true), press('Digit0'), press('Numpad7', false, false, 'Home')])).toBe('D-A07')
    expect(typed('us', [press('Semicolon', true, false, '+'), press('Equal', true, false, '~'), press('Digit6', true, false, '&'), press('Digit2', true, false, '"'), press('Quote', false, false, ':'), press('Slash')])).toBe(":+^@'/")
    expect(typed('jis', [press('Quote'), press('Semicolon', true), press('Equal'), press('BracketLeft'), press('Digit7', true), press('IntlYen', true), press('IntlRo', true)])).toBe(":+^@'|_")
    expect(signOf(press('', false, false, 'Q'), 'us')).toBe('Q')
    for (const code of ['ShiftLeft', 'ArrowUp', 'F1', 'Escape', 'CapsLock', 'NumLock']) expect(signOf(press(code), 'us')).toBeNull()
  })

  it('[SCAN-3] say the group separator as Ctrl and the closing bracket, or as F8; no other key with Ctrl is a sign', () => {
    expect([signOf(press('BracketRight', false, true), 'us'), signOf(press('Backslash', false, true), 'jis'), signOf(press('F8'), 'us')]).toEqual([groupSeparator, groupSeparator, groupSeparator])
    expect(signOf(press('KeyM', false, true), 'us')).toBeNull()
  })
})
