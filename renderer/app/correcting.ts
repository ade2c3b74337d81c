import type { EntryId, PatientId } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import type { ChartWay, Kind } from '#domain/log/kinds.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { Place } from '../session/session.ts'

type Back = { readonly patient: PatientId; readonly correcting: EntryId; readonly from: Place }

/** The form a record was written with; a kind without one is struck and written anew. */
const editors: { readonly [K in Kind]?: (entry: Entry<K>, back: Back) => Place } = {
  form: ({ body }, back) => ({ at: 'form', definition: body.definition, ...back }),
  'order-given': (_, { patient, correcting, from }) => ({ at: 'order', act: { is: 'correct', order: correcting }, patient, from }),
  'medicine-given': (_, { patient, correcting, from }) => ({ at: 'medicine', act: { is: 'correct', dose: correcting }, patient, from }),
  'blood-type-stated': (_, { patient, correcting }) => ({ at: 'transfusion', act: 'blood-type', of: null, patient, correcting }),
  'transfusion-started': (_, { patient, correcting }) => ({ at: 'transfusion', act: 'start', of: null, patient, correcting }),
  'transfusion-watched': ({ body }, { patient, correcting }) => ({ at: 'transfusion', act: 'watch', of: body.bag, patient, correcting }),
  'transfusion-ended': ({ body }, { patient, correcting }) => ({ at: 'transfusion', act: 'end', of: body.bag, patient, correcting }),
  'specimen-taken': (_, { patient, correcting }) => ({ at: 'exam', act: 'specimen', of: null, patient, correcting }),
  'exam-reported': (_, { patient, correcting }) => ({ at: 'exam', act: 'report', of: null, patient, correcting }),
  'critical-called': ({ body }, { patient, correcting }) => ({ at: 'exam', act: 'call', of: body.result, patient, correcting }),
  'fluid-measured': (_, { patient, correcting }) => ({ at: 'fluid', patient, correcting }),
}

/** Where a record is said right: in a dialog over the chart, or in its form. Null: nowhere, as of what another station wrote. */
export function correctingPlace({ entry, origin }: ChartRow, via: ChartWay): Place | 'dialog' | null {
  if (origin !== null || entry.patient === null) return null
  if (entry.kind === 'vital-signs' || entry.kind === 'note') return 'dialog'
  const editor = editors[entry.kind] as ((one: Entry, back: Back) => Place) | undefined // the row of this entry's own kind
  return editor?.(entry, { patient: entry.patient, correcting: entry.id, from: { at: 'chart', patient: entry.patient, via } }) ?? null
}
