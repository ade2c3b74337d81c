import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareZXingModule } from 'zxing-wasm/reader'
import { StationLetters, wardNumber } from '#domain/number/ward-number.ts'
import { readScan, type Knowing } from '#domain/scan/scanned.ts'
import { readPicture } from '#renderer/workers/read-picture.ts'
import { pictureOf } from '../scans/picture.ts'

beforeAll(async () => {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
})

const number = wardNumber('real', StationLetters.parse('AF'), 123)
const knowing: Knowing = {
  realm: 'real', whose: () => null, thisYear: 2026,
  rules: [{ what: 'patient', before: 'A', after: 'A', symbols: 'digits', least: 8, most: 8, check: 'none', isCheckPrinted: false }],
}

describe('a bar in a picture', () => {
  it('[SCAN-15] reads as the same bar does with a reader: NW-7, Code 128 and 39, GS1-128, DataMatrix, QR', async () => {
    const band = { ok: true, value: { kind: 'ward-number', number } }
    const drug = { ok: true, value: { kind: 'product', gs1: { gtin: '04912345678904', expires: '2026-12-31', lot: 'LOT7A' } } }
    const cases = [
      ['rationalizedCodabar', 'A00001234A', { ok: true, value: { kind: 'hospital-patient', number: '00001234', from: 'hospital' } }],
      ['code128', number, band], ['code39', number, band], ['qrcode', number, band], ['datamatrix', number, band],
      ['gs1-128', '(01)04912345678904(17)261231(10)LOT7A', drug], ['gs1datamatrix', '(01)04912345678904(17)261231(10)LOT7A', drug],
      ['gs1-128', '(8018)491234500000000013', { ok: true, value: { kind: 'hospital-patient', number: '491234500000000013', from: 'gs1' } }],
    ] as const
    for (const [symbology, text, meant] of cases) {
      const read = await readPicture(pictureOf(symbology, text))
      expect(read, symbology).toHaveLength(1)
      expect(readScan(read[0] ?? '', knowing), symbology).toMatchObject(meant)
    }
  })

  it('[SCAN-6] NW-7’s own check symbol is that of the bars others make', async () => {
    const [read = ''] = await readPicture(pictureOf('rationalizedCodabar', 'A12345A', { includecheck: true }))
    const rules = [{ what: 'patient', before: 'A', after: 'A', symbols: 'digits', least: 5, most: 5, check: 'nw7-mod16', isCheckPrinted: false } as const]
    expect(readScan(read, { ...knowing, rules })).toMatchObject({ ok: true, value: { number: '12345' } })
  })

  it('[SCAN-15] a picture without one holds none', async () => {
    expect(await readPicture(pictureOf('qrcode', number, {}, 0))).toEqual([])
  })
})
