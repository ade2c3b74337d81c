import fc from 'fast-check'
import { parse, unparse } from 'papaparse'
import { describe, expect, it } from 'vitest'
import { guessMapping } from '#domain/reference/csv-mapping.ts'
import { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { readCsv, sniffCsv } from '#renderer/reference/read-csv.ts'
import { recordsOf } from '#renderer/reference/records.ts'
import { cp932, csv, faultsOf, gathered, idsOf, joined, taken, today, utf8 } from './bytes.ts'

const head = '患者ID,氏名,生年月日\n'
const read = (text: string): ReturnType<typeof csv> => csv(utf8(text))

/** A file of any size that is made as it is read, as a disk would give it; keeps nothing. */
function longLine(before: Uint8Array, after: Uint8Array, size: number): Blob {
  const slice = (from: number, to: number): Blob => {
    const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from)).fill(0x78)
    if (from < before.length) bytes.set(before.subarray(from, from + bytes.length))
    for (let at = Math.max(0, size - after.length - from); at < bytes.length; at += 1) bytes[at] = after[from + at - (size - after.length)] ?? 0
    return new Blob([bytes])
  }
  return { size, slice } as Blob // what the readers use of one
}

describe('a CSV of a million rows, or of one', () => {
  // How little memory it takes is asked of a real file of 1 GB, in a process that does nothing else: hostile-files.prove.ts.
  it('[REF-4] a line of 220 MB is one fault, and the lines around it are patients', async () => {
    const file = longLine(utf8(`${head}1,架空,\n`), utf8('\n3,仮谷,\n'), 220_000_000)
    const found = await gathered(readCsv(file, { encoding: 'utf-8', delimiter: ',', mapping: guessMapping(['患者ID', '氏名', '生年月日']) }, { today }))
    expect(faultsOf(found)).toEqual(['3 row-too-long'])
    expect(idsOf(found)).toEqual(['1', '3'])
  })

  it('[REF-4] a quote that never closes costs its own line, however much comes after it', async () => {
    const rows = [...Array(60_000).keys()].map((n) => `${n + 100000},架空　花子,19500304\n`).join('')
    expect(faultsOf(await read(`${head}1,"架空,\n${rows}`))).toEqual(['2 quote-unclosed'])
    expect(taken(await read(`${head}1,"架空,\n${rows}`)).patients).toBe(60_000)
    expect(faultsOf(await read(`${head}1,"架空,\n2,仮谷,\n`))).toEqual(['2 quote-unclosed'])
    expect(idsOf(await read(`${head}1,"架空,\n2,仮谷,\n`))).toEqual(['2'])
  })

  it('[REF-4] quotes at the beginning of every line end in faults', async () => {
    const found = taken(await read(`${head}1,架空,\n${'"a\n'.repeat(1_000_000)}`))
    expect(found.faults.total).toBeGreaterThan(300_000)
  })

  it('[REF-4] quotes hold delimiters, quotes and line ends, wherever a slice ends', async () => {
    const rows = [...Array(9000).keys()].map((n) => [String(n + 1), `"架""空,\n${'あ'.repeat(1 + (n % 50))}"`, '']).map((cells) => cells.join(',')).join('\r\n')
    const found = taken(await read(`${head}${rows}\r\n`))
    expect(found.faults.byCode).toEqual({ 'text-has-control-characters': 9000 })
    expect(faultsOf(found)[0]).toBe('2 text-has-control-characters')
  })

  it('[REF-4] records are those of the CSV parser on the whole text, whatever the quotes', async () => {
    const soup = fc.array(fc.constantFrom('"', '""', ',', '\n', 'a', ' ', '架', '"x"', '",', '"\n'), { maxLength: 60 }).map((parts) => parts.join(''))
    await fc.assert(fc.asyncProperty(soup, async (text) => {
      const whole = parse<string[]>(text, { delimiter: ',', newline: '\n' })
      fc.pre(whole.errors.every(({ type }) => type !== 'Quotes'))
      const cells: (readonly string[])[] = []
      for await (const { records } of recordsOf(new Blob([text]), 'utf-8', ',')) cells.push(...records.map((record) => record.cells))
      expect(cells).toEqual(whole.data.filter((row) => row.some((cell) => cell.trim() !== '')))
    }), { numRuns: 300 })
  })

  it('[REF-5] a file that ends within a character, a quote or a row says so of its last row', async () => {
    const whole = utf8(`${head}1,架空,19500304\n2,仮谷,1950`)
    for (const cut of [utf8(`${head}1,架空,\n2,仮`).subarray(0, -1), utf8(`${head}1,架空,\n2,"仮谷`), utf8(`${head}1,架空,\n2,仮谷`)]) {
      expect(faultsOf(await csv(Uint8Array.from(cut)))).toEqual(['3 cut-off'])
      expect(idsOf(await csv(Uint8Array.from(cut)))).toEqual(['1'])
    }
    expect(faultsOf(await csv(cp932(`${head}1,架空,\n2,仮谷`).subarray(0, -1) as never))).toEqual(['3 cut-off'])
    expect(idsOf(await csv(whole))).toEqual(['1', '2'])
  })

  it('[REF-4] line ends of any kind and mixed, marks in the middle, empty lines and any delimiter', async () => {
    expect(idsOf(await read('患者ID,氏名\r1,架空\r2,仮谷\r'))).toEqual(['1', '2'])
    expect(idsOf(await read('患者ID,氏名\r\n1,架空\n2,仮谷\r3,某\n'))).toEqual(['1', '2', '3'])
    expect(idsOf(await read('\uFEFF患者ID\t氏名\n1\t架空\n\uFEFF2\t仮谷\n'))).toEqual(['1', '2'])
    expect(faultsOf(await read('患者ID;氏名\n\n1;架空\n;\n;仮谷\n'))).toEqual(['5 id-missing'])
  })

  it('[REF-6] what is empty, only a head, or thousands of columns wide is refused with a code', async () => {
    expect(await Promise.all(['', ' \n\n', '患者ID,氏名\n', `${'x,'.repeat(2000)}x\n1\n`].map(read))).toEqual(['file-empty', 'no-rows', 'no-rows', 'too-many-columns'])
  })

  it('[REF-6] any bytes end in patients and faults or a code, and no fault holds what was in the file', async () => {
    const mark = '架空秘密'
    const line = fc.array(fc.oneof(fc.constantFrom(mark, '0001', '"', '=1', '19500304', '男', '\u0000', '\uFEFF', 'x'.repeat(400)), fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 6 }).map((cells) => cells.join(','))
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 600 }).map((raw) => Uint8Array.from(raw)),
      fc.array(line, { maxLength: 20 }).map((lines) => utf8(`患者ID,氏名,性別,生年月日\n${lines.join('\n')}`)),
      fc.tuple(fc.array(line, { maxLength: 5 }), fc.uint8Array({ maxLength: 50 })).map(([lines, raw]) => joined(cp932(`患者ID,氏名\n${lines.join('\n')}`), raw)),
    )
    await fc.assert(fc.asyncProperty(bytes, async (raw) => {
      const found = await csv(raw)
      if (typeof found === 'string') return
      for (const fault of found.faults.listed) {
        expect(Object.keys(fault).toSorted()).toEqual(['code', 'place'])
        expect(JSON.stringify(fault)).toMatch(/^\{"code":"[a-z-]+","place":\{"file":1,"row":\d+\}\}$/)
      }
      for (const patient of found.inOrder()) expect(ReferencePatient.safeParse(patient).success).toBe(true)
    }), { numRuns: 400 })
  })

  it('[REF-7] faults are counted without end and the first thousand listed', async () => {
    const found = taken(await read(`${head}${',架空,\n'.repeat(5000)}9,仮谷,\n`))
    expect(found.faults).toMatchObject({ total: 5000, byCode: { 'id-missing': 5000 } })
    expect(found.faults.listed).toHaveLength(1000)
    expect(idsOf(found)).toEqual(['9'])
  })

  it('[REF-6] a table written as CSV reads back, and says how far it has come', async () => {
    const rows = [...Array(3000).keys()].map((n) => ({ 患者ID: String(n).padStart(7, '0'), 氏名: '架空 花子', 病棟: '3東', 病床: '301' }))
    const file = new Blob([unparse(rows)])
    const sniff = await sniffCsv(file)
    expect(sniff).toMatchObject({ ok: true, value: { head: ['患者ID', '氏名', '病棟', '病床'], isKept: false, delimiter: ',' } })
    if (!sniff.ok) return
    expect(sniff.value.sample).toHaveLength(20)
    let far = 0
    for await (const { readBytes } of readCsv(file, sniff.value, { today })) {
      expect(readBytes).toBeGreaterThanOrEqual(far)
      far = readBytes
    }
    expect(far).toBe(file.size)
    const stopped = readCsv(file, sniff.value, { today, signal: AbortSignal.abort('stopped') })
    await expect(stopped.next()).rejects.toBe('stopped')
  })

  it('[REF-6] a medium pulled out while it is read is a fault of the file', async () => {
    const gone = { size: 100, slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }) } as unknown as Blob // what the readers use of one
    expect(await csv(Object.setPrototypeOf(gone, Blob.prototype) as Blob)).toBe('file-unreadable') // a Blob to the test, as a stick would be
    expect(faultsOf(await gathered(readCsv(gone, { encoding: 'utf-8', delimiter: ',', mapping: guessMapping(['ID', '氏名']) }, { today })))).toEqual(['file 1 file-unreadable'])
  })
})
