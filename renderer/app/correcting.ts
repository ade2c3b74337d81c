import type { EntryId, PatientId } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import type { ChartWay, Kind } from '#domain/log/kinds.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { Place } from '../session/session.ts'

type Back = { readonly patient: PatientId; readonly correcting: EntryId; readonly from: Place }

/** The form a record was written with; a kind without one is struck and written anew. */
const editors: { readonly [K in Kind]?: (entry: Entry<K>, back: Back) => Place } = {
  form: ({ body }, back) => ({ at: 'form', definition: body.definition, ...back }),
}

/** Where a record is said right: in a dialog over the chart, or in its form. Null: nowhere, as of what another station wrote. */
export function correctingPlace({ entry, origin }: ChartRow, via: ChartWay): Place | 'dialog' | null {
  if (origin !== null || entry.patient === null) return null
  if (entry.kind === 'vital-signs' || entry.kind === 'note') return 'dialog'
  const editor = editors[entry.kind] as ((one: Entry, back: Back) => Place) | undefined // the row of this entry's own kind
  return editor?.(entry, { patient: entry.patient, correcting: entry.id, from: { at: 'chart', patient: entry.patient, via } }) ?? null
}
