import Papa from 'papaparse'
import { codedList, type CodedList } from '#domain/linkage/coded.ts'
import { nobody, type ListedPerson } from '#domain/linkage/lists.ts'

/** Where in a row each meaning stands. */
export type Places = { readonly id: number; readonly columns: ReadonlyMap<keyof ListedPerson, readonly number[]> }
export type Encoding = 'UTF-8' | 'Shift_JIS (CP932)'

export type ReadTable = {
  readonly people: CodedList
  readonly idAt: (row: number) => string
  /** Rows that were passed over because they name no id. */
  readonly withoutId: number
}

/** The table by papaparse, whatever is in it. Rule MATCH-9. */
export function parsedTable(text: string, places: Places): ReadTable {
  const [, ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' }).data
  const kept = rows.filter((row) => (row[places.id] ?? '').trim() !== '')
  const at = (row: number): ListedPerson => {
    const cells = kept[row] ?? []
    const person: { -readonly [Meaning in keyof ListedPerson]: string } = { ...nobody }
    for (const [meaning, of] of places.columns) person[meaning] = of.map((place) => (cells[place] ?? '').trim()).filter((cell) => cell !== '').join(' ')
    return person
  }
  return { people: codedList({ count: kept.length, at }), idAt: (row) => (kept[row]?.[places.id] ?? '').trim(), withoutId: rows.length - kept.length }
}
