import { z } from 'zod'
import { FormExtended } from '../form/hospital-field.ts'
import { definitionFor } from '../form/hospital-fields.ts'
import type { Sha256 } from '../ids.ts'
import { offsetAt, type ClockOffsets } from '../incident/clock.ts'
import type { Draft, Entry } from '../log/entry.ts'
import { Origin } from './imported.ts'

/** A record on its way from one station to another, as it was written and where. `form`: what that hospital calls its own fields in it. */
export const Carried = z.object({ origin: Origin, entry: z.record(z.string(), z.unknown()), form: FormExtended.nullable().default(null).catch(null) })
export type Carried = z.infer<typeof Carried>

/** The station a record leaves. */
export type Carrier = Pick<Origin, 'station' | 'letters' | 'incident'>

/** A record of this station, or one that came from another, on its way out. */
export function carriedOf(seq: number, entry: Entry, { station, letters, incident }: Carrier, { clock, forms }: { readonly clock: ClockOffsets; readonly forms: readonly FormExtended[] }): Carried {
  if (entry.kind === 'entry-imported') return { origin: entry.body.origin, entry: entry.body.entry, form: entry.body.form }
  return { origin: { station, letters, incident, seq, clockOffsetMs: offsetAt(clock, seq) }, entry: { ...entry }, form: entry.kind === 'form' ? definitionFor(entry.body, forms) : null }
}

/** The record as an entry of this journal, under its own id. */
export function draftOf({ origin, entry, form }: Carried, { id, patient }: Pick<Draft<'entry-imported'>, 'id' | 'patient'>, file: Sha256): Draft<'entry-imported'> {
  return { id, kind: 'entry-imported', patient, at: null, body: { origin, file, entry, form, photo: null } }
}
