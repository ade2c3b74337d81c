import { isUtf8 } from 'node:buffer'
import { open, type FileHandle } from 'node:fs/promises'
import Papa from 'papaparse'
import { err, ok, type Result } from '#domain/result.ts'
import { codedTable } from './match-coded.ts'
import type { ColumnMap } from './match-map.ts'
import { parsedTable, type Encoding, type Places, type ReadTable } from './match-parsed.ts'
import { Pieces } from './match-pieces.ts'

export type ReadList = ReadTable & { readonly encoding: Encoding }

/** What papaparse makes out how a table is written from: it looks at its first million signs. */
const beginning = 4 * 1024 * 1024

/** Reads a list of people: CSV or TSV with a head, in UTF-8 or CP932. Err: a sentence, which names no cell's content. */
export async function readList(path: string, map: ColumnMap): Promise<Result<ReadList, string>> {
  const file = await open(path).catch(() => null)
  if (file === null) return err(`${path} cannot be read`)
  try {
    return await listOf(path, file, map)
  } catch (thrown) {
    if (!(thrown instanceof Error && 'errno' in thrown)) throw thrown // a bug of ours, not the disk
    return err(`${path} cannot be read`)
  } finally {
    await file.close()
  }
}

async function listOf(path: string, file: FileHandle, map: ColumnMap): Promise<Result<ReadList, string>> {
  const { size } = await file.stat()
  const start = Buffer.alloc(Math.min(size, beginning))
  const first = start.subarray(0, (await file.read(start, 0, start.length, 0)).bytesRead)
  if (first.includes(0)) return err(`${path} is not a table of text`)
  const likely = encodingOf(size > first.length ? first.subarray(0, first.lastIndexOf(0x0a) + 1) : first)
  const { data: [head = []], meta } = Papa.parse<string[]>(decoderOf(likely).decode(first), { skipEmptyLines: 'greedy', preview: 1 })
  const names = head.map((cell) => cell.trim())
  const asked = [map.id, ...[...map.columns.values()].flat()]
  const missing = asked.filter((name) => !names.includes(name.trim()))
  if (missing.length > 0) return err(`${path} has no column ${missing.map((name) => `"${name}"`).join(', ')}; its columns are ${names.slice(0, 60).map((name) => `"${name}"`).join(', ')}`)
  const place = (name: string): number => names.indexOf(name.trim())
  const places: Places = { id: place(map.id), columns: new Map([...map.columns].map(([meaning, of]) => [meaning, of.map(place)])) }

  const read = new Pieces(async (into, offset, length, position) => (await file.read(into, offset, length, position)).bytesRead, size)
  const coded = await codedTable(read, meta, likely, places)
  if (typeof coded === 'object') return ok({ encoding: likely, ...coded })
  const bytes = await file.readFile() // from the beginning: what was read until now was read by place
  const encoding = encodingOf(bytes)
  return ok({ encoding, ...parsedTable(decoderOf(encoding).decode(bytes), places) })
}

/** UTF-8 where the bytes are, else what Japanese systems on Windows write. */
const encodingOf = (bytes: Buffer): Encoding => (isUtf8(bytes) ? 'UTF-8' : 'Shift_JIS (CP932)')
const decoderOf = (encoding: Encoding): InstanceType<typeof TextDecoder> => new TextDecoder(encoding === 'UTF-8' ? 'utf-8' : 'shift_jis')
