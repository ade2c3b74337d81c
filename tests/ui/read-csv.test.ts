import fc from 'fast-check'
import { unparse } from 'papaparse'
import { describe, expect, it } from 'vitest'
import { readCsv } from '#renderer/features/plan/read-csv.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const codeOf = (bytes: Uint8Array): string => {
  const read = readCsv(bytes)
  return read.ok ? read.value.encoding : read.error.code
}
/** 職員番号,氏名 CR LF N-1,仮谷 as a Japanese spreadsheet writes it. */
const cp932 = Uint8Array.from([0x90, 0x45, 0x88, 0xf5, 0x94, 0xd4, 0x8d, 0x86, 0x2c, 0x8e, 0x81, 0x96, 0xbc, 0x0d, 0x0a, 0x4e, 0x2d, 0x31, 0x2c, 0x89, 0xbc, 0x92, 0x4a])

describe('a table from a file of unknown origin', () => {
  it('[PLAN-6] UTF-8 with and without a mark, and what Japanese spreadsheets write, read as the same table', () => {
    const plain = readCsv(utf8('職員番号,氏名\r\nN-1,仮谷'))
    expect(plain).toMatchObject({ ok: true, value: { encoding: 'UTF-8', head: ['職員番号', '氏名'], rows: [{ number: 2, cells: ['N-1', '仮谷'], isCut: false }] } })
    expect(readCsv(utf8('\ufeff職員番号,氏名\r\nN-1,仮谷'))).toEqual(plain)
    expect(readCsv(cp932)).toEqual({ ok: true, value: { ...(plain.ok ? plain.value : {}), encoding: 'Shift_JIS' } })
  })

  it('[PLAN-6] empty lines count and are no rows; quotes hold commas and new lines', () => {
    expect(readCsv(utf8('職員番号;氏名\n\nN-1;"仮谷;\n和子"\n ; \nN-2;架空\n'))).toMatchObject({ ok: true, value: { rows: [{ number: 3, cells: ['N-1', '仮谷;\n和子'] }, { number: 5, cells: ['N-2', '架空'] }] } })
  })

  it('[PLAN-6] a file that ends within a character or a quote says so of its last row', () => {
    const whole = utf8('職員番号,氏名\nN-1,仮谷\nN-2,架空')
    for (const cut of [whole.subarray(0, -1), utf8('職員番号,氏名\nN-1,仮谷\nN-2,"架空'), Uint8Array.from([...cp932.subarray(0, 15), 0x4e, 0x2c, 0x41, 0x0a, ...cp932.subarray(15, -1)])]) {
      const read = readCsv(cut)
      expect(read.ok && read.value.rows.map(({ isCut }) => isCut)).toEqual([false, true])
    }
  })

  it('[PLAN-6] what is empty, no text, only a head, too long or too wide is told apart', () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, 0x4e, 0x00, 0x2c, 0x00])
    const broken = Uint8Array.from([0xef, 0xbb, 0xbf, 0x41, 0xff, 0x0a, 0x42])
    expect([new Uint8Array(), utf8(' \n\n'), utf16, broken, utf8('氏名\n'), utf8(`a\n${'b\n'.repeat(20_001)}`), utf8(`${'x,'.repeat(200)}\nb`)].map(codeOf)).toEqual([
      'file-empty', 'file-empty', 'not-text', 'not-text', 'no-rows', 'too-many-rows', 'too-many-columns',
    ])
  })

  it('[PLAN-6] one line of a megabyte, NUL bytes and unpaired quotes end in rows or in a code', () => {
    expect(codeOf(utf8('x'.repeat(1024 * 1024)))).toBe('no-rows')
    expect(codeOf(utf8(`a\n${'y,'.repeat(512 * 1024)}`))).toBe('UTF-8')
    expect(codeOf(new Uint8Array(1024 * 1024))).toBe('no-rows')
    expect(codeOf(utf8(`a\n${'"'.repeat(100_001)}`))).toBe('UTF-8')
  })

  it('[PLAN-6] a table written as CSV reads back cell by cell', () => {
    const cell = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '' && !/[\r\ufeff]/.test(text))
    fc.assert(fc.property(fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 })), (table) => {
      const read = readCsv(utf8(unparse(table, { quotes: true })))
      expect(read.ok && [read.value.head, ...read.value.rows.map(({ cells }) => cells)]).toEqual(table)
    }))
  })

  it('[PLAN-6] any bytes are read or refused with a code', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => typeof codeOf(bytes) === 'string'))
  })
})
