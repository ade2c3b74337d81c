import { describe, expect, it, vi } from 'vitest'
import { isWholePdf } from '#renderer/reference/whole-pdf.ts'
import { standInsOf, type WorkerFonts } from '#renderer/workers/pdf-fonts.ts'
import { mostPages, openPdf, type PdfFile } from '#renderer/workers/pdf-file.ts'
import type { Bytes } from './bytes.ts'
import { drugList, lockedPdf, pages } from './pdf-bytes.ts'

/** The library itself on real bytes; only what draws is a browser's and is told by the journeys. */
async function opened(bytes: Bytes): Promise<PdfFile> {
  const file = await openPdf(bytes)
  if (!file.ok) throw new Error(file.error.code)
  return file.value
}
const wordsOf = async (bytes: Bytes, page = 1): Promise<string | undefined> => (await (await opened(bytes)).read(page))?.text
const list = ['薬剤一覧　髙橋 和子', '架空錠 5mg　1錠　朝食後']

describe('a PDF', () => {
  it.each([['MS-Gothic', '90ms-RKSJ-H'], ['MS-PMincho', 'UniJIS-UTF16-H'], ['HeiseiMin-W3', 'UniJIS-UCS2-H']] as const)('[REF-53] in %s with the table %s says in Japanese what it says, and is whole', async (name, encoding) => {
    const bytes = drugList([list, ['2ページ目']], { name, encoding })
    const { opened: told, read } = await opened(bytes)
    expect(told).toEqual({ pages: [{ width: 595, height: 842 }, { width: 595, height: 842 }], of: 2, isWhole: true })
    expect(await read(1)).toEqual({ text: list.join('\n').replaceAll('　', ' '), isPartial: false })
    expect(await read(2)).toEqual({ text: '2ページ目', isPartial: false })
    expect(await read(3)).toBeNull()
  })

  it('[REF-53] that needs a password, is none, or holds no page is refused by its reason', async () => {
    const refused = async (bytes: Bytes): Promise<string> => {
      const file = await openPdf(bytes)
      return file.ok ? 'opened' : file.error.code
    }
    expect(await refused(lockedPdf())).toBe('locked')
    expect(await refused(Uint8Array.from(Buffer.from('%PDF-1.7\n')))).toBe('damaged')
    expect(await refused(Uint8Array.from(Buffer.from(`%PDF-1.7\n${'x'.repeat(5000)}`)))).toBe('damaged')
    expect(await refused(drugList([]))).toBe('damaged')
    expect(await refused(drugList([list]))).toBe('opened')
  })

  it('[REF-54] of three hundred pages tells how many it has and shows the first two hundred', async () => {
    const { opened: { pages: sizes, of, isWhole }, read } = await opened(drugList(Array.from({ length: 300 }, (_, page) => [`${page + 1}枚目`])))
    expect([sizes.length, of, isWhole]).toEqual([mostPages, 300, true])
    expect((await read(mostPages))?.text).toBe('200枚目')
    expect(await read(mostPages + 1)).toBeNull()
  })

  it('[REF-54] cut off anywhere is refused or told to be not whole, however much of it can still be read', async () => {
    const whole = drugList(Array.from({ length: 5 }, (_, page) => [`${page + 1}枚目`, ...list]))
    const states = new Set<string>()
    for (const length of [...Array.from({ length: 19 }, (_, share) => Math.floor((whole.length * (share + 1)) / 20)), whole.length - 20, whole.length - 8]) {
      const file = await openPdf(whole.slice(0, length))
      states.add(file.ok ? `opened ${file.value.opened.isWhole}` : file.error.code)
    }
    expect([...states].toSorted()).toEqual(['damaged', 'opened false'])
    expect([isWholePdf(whole), isWholePdf(whole.slice(0, -8)), isWholePdf(whole.map((byte, at) => (at > 100 && at < whole.length - 200 ? 0 : byte)))]).toEqual([true, false, false])
  })

  it('[REF-54] with a page that cannot be read to its end tells that this page is not all there, and of no other', async () => {
    const { read } = await opened(pages(['BT /F1 14 Tf (first) Tj ET', 'BT (without a font) Tj ET'], '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'))
    expect([await read(1), (await read(2))?.isPartial]).toEqual([{ text: 'first', isPartial: false }, true])
  })

  it('[REF-53] names of fonts that are not in the file are drawn with the app’s own', async () => {
    const offered = new Set<unknown>()
    const asked: string[] = []
    const face = vi.fn<() => void>()
    vi.stubGlobal('FontFace', face)
    const someFonts = { add: (each: unknown) => void offered.add(each), load: (font: string, text?: string) => Promise.resolve(asked.push(`${font} ${text}`) > 0 ? [face] : []) } as unknown as WorkerFonts // a browser's
    const { load, fontOf } = standInsOf(someFonts)
    expect(fontOf('normal bold 14px "g_d0_f1", monospace')).toBe('normal bold 14px "g_d0_f1", "faces 0", "BIZ UDGothic", monospace')
    const missing = [{ like: 'serif', isBold: true, text: '薬' }]
    expect([await load(missing), await load(missing)]).toEqual([true, false])
    expect(asked).toEqual(['bold 16px "BIZ UDPGothic" 薬', 'bold 16px "BIZ UDPGothic" 薬'])
    expect(fontOf('normal normal 9px "g_d0_f1", serif')).toBe('normal normal 9px "g_d0_f1", "faces 1", "BIZ UDPGothic", serif')
    expect(fontOf('10px BIZ')).toBe('10px BIZ')
    expect(offered.size).toBe(496) // every piece of two families in two weights
  })

  it('[REF-53] with Latin letters alone is read as well', async () => {
    expect(await wordsOf(pages(['BT /F1 14 Tf 60 780 Td (Drug list) Tj ET'], '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'))).toBe('Drug list')
  })
})
