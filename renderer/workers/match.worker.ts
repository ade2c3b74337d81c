import '../before-all.ts'
import { compareWithList, listedOfReference, type Compared } from '#domain/reconcile/candidates.ts'
import type { ListedPerson } from '#domain/linkage/lists.ts'
import { referenceTable, type ReferencePart } from '#domain/reference/reference-table.ts'
import type { CalendarDate } from '#domain/time.ts'

/** The ward's people, and the hospital's list as it lies in memory. */
export type MatchAsk = { readonly people: readonly ListedPerson[]; readonly parts: readonly ReferencePart[]; readonly today: CalendarDate }
export type MatchTell = { readonly tell: 'progress'; readonly read: number; readonly of: number } | { readonly tell: 'done'; readonly made: Compared | null }

const tell = (what: MatchTell): void => postMessage(what)

addEventListener('message', ({ data: { people, parts, today } }: MessageEvent<MatchAsk>) => {
  const { count, at } = referenceTable(parts)
  const made = compareWithList(people, { count, at: (row) => listedOfReference(at(row)) }, {
    today,
    onRows: (read, of) => {
      tell({ tell: 'progress', read, of })
      return true // whoever stops it ends the worker
    },
  })
  tell({ tell: 'done', made })
})
