import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { err, ok, type Result } from '#domain/result.ts'
import { codedTable } from './match-coded.ts'
import type { ColumnMap } from './match-map.ts'
import { parsedTable, type Encoding, type Places, type ReadTable } from './match-parsed.ts'

export type ReadList = ReadTable & { readonly encoding: Encoding }

/** What papaparse makes out how a table is written from: it looks at its first million signs. */
const beginning = 4 * 1024 * 1024

/** Reads a list of people: CSV or TSV with a head, in UTF-8 or CP932. Err: a sentence, which names no cell's content. */
export async function readList(path: string, map: ColumnMap): Promise<Result<ReadList, string>> {
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return err(`${path} cannot be read`)
  if (bytes.includes(0)) return err(`${path} is not a table of text`)
  // UTF-8 where the bytes are, else what Japanese systems on Windows write.
  const encoding: Encoding = isUtf8(bytes) ? 'UTF-8' : 'Shift_JIS (CP932)'
  const decoder = new TextDecoder(encoding === 'UTF-8' ? 'utf-8' : 'shift_jis')
  const { data: [head = []], meta } = Papa.parse<string[]>(decoder.decode(bytes.subarray(0, beginning)), { skipEmptyLines: 'greedy', preview: 1 })
  const names = head.map((cell) => cell.trim())
  const asked = [map.id, ...[...map.columns.values()].flat()]
  const missing = asked.filter((name) => !names.includes(name.trim()))
  if (missing.length > 0) return err(`${path} has no column ${missing.map((name) => `"${name}"`).join(', ')}; its columns are ${names.slice(0, 60).map((name) => `"${name}"`).join(', ')}`)
  const place = (name: string): number => names.indexOf(name.trim())
  const places: Places = { id: place(map.id), columns: new Map([...map.columns].map(([meaning, of]) => [meaning, of.map(place)])) }
  return ok({ encoding, ...(codedTable(bytes, meta, encoding, places) ?? parsedTable(decoder.decode(bytes), places)) })
}
