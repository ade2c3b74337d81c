import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { nobody, type ListedPerson, type ListSource } from '#domain/linkage/lists.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { ColumnMap } from './match-map.ts'

export type ReadList = ListSource & {
  readonly idAt: (row: number) => string
  readonly encoding: 'UTF-8' | 'Shift_JIS (CP932)'
  /** Rows that were passed over because they name no id. */
  readonly withoutId: number
}

/** Reads a list of people: CSV or TSV with a head, in UTF-8 or CP932. Err: a sentence, which names no cell's content. */
export async function readList(path: string, map: ColumnMap): Promise<Result<ReadList, string>> {
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return err(`${path} cannot be read`)
  const { text, encoding } = decoded(bytes)
  if (text.includes('\u0000')) return err(`${path} is not a table of text`)
  const parsed = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' })
  const [head = [], ...rows] = parsed.data
  const names = head.map((cell) => cell.trim())
  const asked = [map.id, ...[...map.columns.values()].flat()]
  const missing = asked.filter((name) => !names.includes(name.trim()))
  if (missing.length > 0) return err(`${path} has no column ${missing.map((name) => `"${name}"`).join(', ')}; its columns are ${names.slice(0, 60).map((name) => `"${name}"`).join(', ')}`)
  const place = (name: string): number => names.indexOf(name.trim())
  const idPlace = place(map.id)
  const columns = [...map.columns].map(([meaning, of]) => [meaning, of.map(place)] as const)
  const kept = rows.filter((row) => (row[idPlace] ?? '').trim() !== '')
  return ok({
    count: kept.length,
    at: (row) => {
      const cells = kept[row] ?? []
      const person: { -readonly [Meaning in keyof ListedPerson]: string } = { ...nobody }
      for (const [meaning, places] of columns) person[meaning] = places.length === 1 ? (cells[places[0] ?? 0] ?? '').trim() : places.map((at) => (cells[at] ?? '').trim()).filter((cell) => cell !== '').join(' ')
      return person
    },
    idAt: (row) => (kept[row]?.[idPlace] ?? '').trim(),
    encoding,
    withoutId: rows.length - kept.length,
  })
}

/** UTF-8 where the bytes are, else what Japanese systems on Windows write. */
function decoded(bytes: Uint8Array): { readonly text: string; readonly encoding: ReadList['encoding'] } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return { text: new TextDecoder('shift_jis').decode(bytes), encoding: 'Shift_JIS (CP932)' }
  }
}
