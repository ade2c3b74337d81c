import type { EntryId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import type { Words } from '../patient/wareki.ts'
import { careCells, type CareCell, type CareKind } from './care-cells.ts'

/** One field of a record of care in both languages. */
export type CareSaid = { readonly name: string; readonly label: Words; readonly text: Words }

/** What a record of care says, field by field in its order; fields with nothing to say are left out. `placeOf`: a record's number where it is read. */
export function sayCare(entry: Pick<Entry<CareKind>, 'kind' | 'body'>, placeOf: (id: EntryId) => number | null): readonly CareSaid[] {
  const cells = careCells[entry.kind] as readonly CareCell<unknown>[] // the row of this entry's own kind takes this entry's own body
  return cells.flatMap(({ name, words, said, of }): readonly CareSaid[] => {
    const other = of === null ? null : of(entry.body)
    const text = other === null ? said(entry.body) : placed(placeOf(other))
    return text === null ? [] : [{ name, label: words, text }]
  })
}

function placed(place: number | null): Words | null {
  return place === null ? null : { ja: `№${place}`, en: `№${place}` }
}
