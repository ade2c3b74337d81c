import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { codedFields, type CodedList } from '#domain/linkage/coded.ts'
import { codedTable } from '#electron/cli/match-coded.ts'
import { Pieces } from '#electron/cli/match-pieces.ts'
import { parsedTable, type Places, type ReadTable } from '#electron/cli/match-parsed.ts'

const places: Places = { id: 1, columns: new Map([['family', [0]], ['birthDate', [2]], ['identifier', [1]], ['address', [2, 3]], ['phone', [4]]] as const) }

/** In pieces of so many bytes. */
async function read(text: string, pieceBytes: number): Promise<ReadTable | string> {
  const { meta } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', preview: 1 })
  const bytes = Buffer.from(text)
  const pieces = new Pieces((into, offset, length, position) => Promise.resolve(bytes.copy(into, offset, position, position + length)), bytes.length, pieceBytes)
  return codedTable(pieces, meta, 'UTF-8', places)
}

const textsOf = (list: CodedList, row: number): readonly string[] => codedFields.map((field) => list[field].texts[list[field].codes[row] ?? 0] ?? '')
const said = ({ people, idAt, withoutId }: ReadTable): unknown => ({ withoutId, rows: Array.from({ length: people.count }, (_, row) => [idAt(row), people.phones[row], ...textsOf(people, row)]) })

const sign = fc.constantFrom('佐', '𠮷', 'ア', 'a', '7', '０', ' ', '\u3000', '-')
const plain = fc.string({ unit: sign, maxLength: 9 })
const row = (cell: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> => fc.array(cell, { maxLength: 7 })
const head = '姓,番号,生年月日,住所,電話,備考'

it.each([
  { shape: 'plain cells', cell: plain, isPlain: true },
  { shape: 'cells in quotes, with commas and ends of line in them', cell: fc.oneof(plain, fc.string({ unit: fc.oneof(sign, fc.constantFrom(',', '\n', '\r\n')), maxLength: 9 }).map((text) => `"${text}"`)), isPlain: true },
  { shape: 'cells with quotes anywhere', cell: fc.string({ unit: fc.oneof(sign, fc.constantFrom('"', '""', '\r')), maxLength: 9 }), isPlain: false },
])('[MATCH-9] a table of $shape says the same people by its bytes as by the CSV library, wherever its pieces end', async ({ cell, isPlain }) => {
  await fc.assert(fc.asyncProperty(fc.array(row(cell), { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean(), fc.integer({ min: 400, max: 900 }), async (rows, end, isEnded, isMarked, pieceBytes) => {
    const text = `${isMarked ? '\uFEFF' : ''}${[head.split(','), ...rows].map((cells) => cells.join(',')).join(end)}${isEnded ? end : ''}`
    const byBytes = await read(text, pieceBytes)
    if (isPlain) expect(byBytes).toBeTypeOf('object')
    if (typeof byBytes === 'object') expect(said(byBytes)).toEqual(said(parsedTable(text.replace('\uFEFF', ''), places)))
  }), { numRuns: 300 })
})

it('[MATCH-9] a table of many different words is numbered without a mistake', async () => {
  const rows = Array.from({ length: 9_000 }, (_, at) => `姓${at % 4_001},${at},19500304,${at * 7},090-${1_000 + (at % 9_000)}-0000,`)
  const text = `${head}\r\n${rows.join('\r\n')}\r\n`
  const byBytes = await read(text, 4096)
  expect(typeof byBytes === 'object' ? said(byBytes) : byBytes).toEqual(said(parsedTable(text, places)))
})

it('[MATCH-9] a table whose later part is not UTF-8, or a row of which is longer than a piece, is left to the CSV library', async () => {
  const { meta } = Papa.parse<string[]>(`${head}\n`, { preview: 1 })
  const bytes = Buffer.concat([Buffer.from(`${head}\n佐藤,1,,,,\n`.repeat(200)), Buffer.from([0x8d, 0x82, 0x2c, 0x32, 0x0a])])
  const pieces = new Pieces((into, offset, length, position) => Promise.resolve(bytes.copy(into, offset, position, position + length)), bytes.length, 512)
  expect(await codedTable(pieces, meta, 'UTF-8', places)).toBe('not-utf8')
  expect(await read(`${head}\n${'長'.repeat(400)},1,,,,\n`, 512)).toBe('not-plain')
})
