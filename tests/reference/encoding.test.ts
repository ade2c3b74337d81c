import { describe, expect, it } from 'vitest'
import { sniffCsv } from '#renderer/reference/read-csv.ts'
import { cp932, csv, faultsOf, idsOf, jis, joined, taken, utf16, utf8, type Bytes } from './bytes.ts'

const table = '患者ID,氏名,カナ,性別,生年月日\r\n0001,架空　花子,ｶｸｳ ﾊﾅｺ,女,S25.3.4\r\n0002,仮谷　一郎,ｶﾘﾔ ｲﾁﾛｳ,男,1961/12/9\r\n'
const encodingOf = async (bytes: Bytes): Promise<string> => {
  const read = await sniffCsv(new Blob([bytes]))
  return read.ok ? read.value.encoding : read.error
}

describe('a file of unknown origin', () => {
  it('[REF-1] the same table in every encoding is the same patients, with half-width kana as it was typed', async () => {
    const files = { 'utf-8': utf8(table), 'utf-16le': utf16(table, true), 'utf-16be': utf16(table, false), shift_jis: cp932(table) }
    const first = [...taken(await csv(utf8(`\uFEFF${table}`))).inOrder()]
    expect(first).toMatchObject([{ familyKana: 'ｶｸｳ', givenKana: 'ﾊﾅｺ', birth: { on: '1950-03-04' } }, { hospitalId: '0002' }])
    for (const [encoding, bytes] of Object.entries(files)) {
      expect(await encodingOf(bytes)).toBe(encoding)
      expect([...taken(await csv(bytes)).inOrder()]).toEqual(first)
    }
    // ISO-2022-JP as the hospitals' standard has it knows no half-width kana.
    expect([...taken(await csv(jis(table.replaceAll(/[ｦ-ﾟ]+/g, 'カナ')))).inOrder()]).toMatchObject([{ family: '架空', familyKana: 'カナ' }, { family: '仮谷' }])
    expect(await encodingOf(jis(table))).toBe('iso-2022-jp')
  })

  it('[REF-1] kana alone in CP932 is not taken for accented letters, and a long file of plain letters is read to its first kanji', async () => {
    expect(await encodingOf(joined(utf8('id,name\n1,'), cp932('ﾂｱ'), utf8('\n2,x\n')))).toBe('shift_jis')
    const plain = 'id,name\n' + [...Array(120_000).keys()].map((n) => `${n},name\n`).join('')
    expect(await encodingOf(joined(utf8(plain), cp932('9,架空\n')))).toBe('shift_jis')
    expect(await encodingOf(joined(utf8(plain), utf8('9,架空\n')))).toBe('utf-8')
  })

  it('[REF-2] bytes that belie their mark, or keep to nothing, are refused', async () => {
    for (const bytes of [joined([0xef, 0xbb, 0xbf] as never, cp932(table)), joined([0xff, 0xfe] as never, cp932(table)), joined([0xff, 0xfe] as never, utf8(table)), Uint8Array.from([...Array(4000).keys()].map((n) => 0x80 + ((n * 37) % 128)))]) {
      expect(await encodingOf(bytes)).toBe('not-text')
    }
  })

  it('[REF-2] a broken byte costs its own row, and the others are not read in another encoding', async () => {
    const rows = [...Array(40).keys()].map((n) => `${n + 10},架空　花子,カクウ ハナコ,女,\n`)
    const bytes = joined(utf8(`患者ID,氏名,カナ,性別,生年月日\n${rows.slice(0, 20).join('')}`), utf8('98,架'), [0xe7] as never, utf8('　花子,,女,\n'), utf8(rows.slice(20).join('')))
    expect(faultsOf(await csv(bytes))).toEqual(['22 text-is-broken'])
    expect(taken(await csv(bytes)).patients).toBe(40)
    const japanese = joined(cp932(`患者ID,氏名\n${'1,架空\n'}2,架`), [0x85, 0xff] as never, cp932('\n3,仮谷\n'))
    expect(faultsOf(await csv(japanese))).toEqual(['3 text-is-broken'])
    expect(idsOf(await csv(japanese))).toEqual(['1', '3'])
  })

  it('[REF-3] archives, workbooks, PDF and binaries with the name of a table are refused by their bytes', async () => {
    const zip = (name: string): Bytes => joined([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0] as never, new Uint8Array(20), utf8(name), new Uint8Array(2000))
    expect(await encodingOf(zip('bomb.csv'))).toBe('is-archive')
    expect(await encodingOf(zip('xl/workbook.xml'))).toBe('is-workbook')
    expect(await encodingOf(joined([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as never, new Uint8Array(600)))).toBe('is-workbook')
    expect(await encodingOf(joined([0x1f, 0x8b, 8] as never, new Uint8Array(60)))).toBe('is-archive')
    expect(await encodingOf(utf8('%PDF-1.7\n1,2,3\n'))).toBe('is-pdf')
    expect(await encodingOf(utf8('id,name\n1,\u0000\n'))).toBe('not-text')
    expect(await encodingOf(new Uint8Array())).toBe('file-empty')
  })
})
