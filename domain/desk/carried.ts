import { z } from 'zod'
import { stableJson } from '../export/stable-json.ts'
import type { ExportedEntry } from '../export/input.ts'
import { FormExtended } from '../form/hospital-field.ts'
import { definitionFor } from '../form/hospital-fields.ts'
import { EntryId, PatientId, type IncidentId, type Sha256, type StationId } from '../ids.ts'
import { offsetAt, withClock, type ClockOffsets } from '../incident/clock.ts'
import { readEntry, type Draft, type Entry } from '../log/entry.ts'
import type { Kind } from '../log/kinds.ts'
import type { StationLetters } from '../number/ward-number.ts'
import { Realm } from '../realm.ts'
import { Origin } from '../transfer/imported.ts'

/** A record on its way from one station to another, as it was written and where. `form`: what that hospital calls its own fields in it. */
export const Carried = z.object({ origin: Origin, entry: z.record(z.string(), z.unknown()), form: FormExtended.nullable().default(null).catch(null) })
export type Carried = z.infer<typeof Carried>

/** What must be known of a record before it is taken in, also of a kind that this program cannot read. */
const Head = z.object({ id: EntryId, patient: PatientId.nullable(), realm: Realm, kind: z.string() })
type Head = z.infer<typeof Head>

export function headOf({ entry }: Carried): Head | null {
  const head = Head.safeParse(entry)
  return head.success && head.data.kind !== 'entry-imported' ? head.data : null
}

/**
 * Traces that belong to the station they were left at: no view of a desk is made of them, and they lie in that station's own
 * export. A signature counts for what was open there and answers for nothing here.
 */
const staysThere: ReadonlySet<Kind> = new Set<Kind>(['chart-opened', 'export-made', 'continuity-made', 'draft-taken-over', 'sheet-printed', 'check-signed', 'records-taken-in'])

/** What of an export a desk takes in: every record with its clock and its forms. What that station had from others keeps its origin. Rule DESK-3. */
export function carriedOfExport(entries: readonly ExportedEntry[], from: { readonly station: StationId; readonly letters: StationLetters; readonly incident: IncidentId }): readonly Carried[] {
  const forms = entries.flatMap(({ entry }) => (entry.kind === 'form-extended' ? [entry.body] : []))
  const clock = entries.reduce((offsets, { seq, entry }) => withClock(offsets, seq, entry), [] as ClockOffsets)
  return entries.flatMap(({ seq, entry }) => (staysThere.has(entry.kind) ? [] : [carriedOf(seq, entry, from, { clock, forms })]))
}

/** A record of this station, or one that came from another, on its way out. */
export function carriedOf(seq: number, entry: Entry, { station, letters, incident }: { readonly station: StationId; readonly letters: StationLetters; readonly incident: IncidentId }, { clock, forms }: { readonly clock: ClockOffsets; readonly forms: readonly FormExtended[] }): Carried {
  if (entry.kind === 'entry-imported') return { origin: entry.body.origin, entry: entry.body.entry, form: entry.body.form }
  return { origin: { station, letters, incident, seq, clockOffsetMs: offsetAt(clock, seq) }, entry: { ...entry }, form: entry.kind === 'form' ? definitionFor(entry.body, forms) : null }
}

/** The record as an entry of this journal, under its own id. */
export function draftOf({ origin, entry, form }: Carried, { id, patient }: Head, file: Sha256): Draft<'entry-imported'> {
  return { id, kind: 'entry-imported', patient, at: null, body: { origin, file, entry, form } }
}

/** The same record? Told by its content as it was written, whichever way it came. */
export function isSame({ entry }: Pick<Carried, 'entry'>, here: Entry): boolean {
  return contentOf(entry) === contentOf(here.kind === 'entry-imported' ? here.body.entry : here)
}

/** What a later version adds to a record, and this one drops, makes no other record of it. */
function contentOf(entry: unknown): string {
  const read = readEntry(entry)
  return stableJson(read.ok ? read.value : entry)
}
