import { z } from 'zod'
import { stableJson } from '../export/stable-json.ts'
import type { ExportedEntry } from '../export/input.ts'
import { EntryId, PatientId } from '../ids.ts'
import { withClock, type ClockOffsets } from '../incident/clock.ts'
import { readEntry, type Entry } from '../log/entry.ts'
import type { Kind } from '../log/kinds.ts'
import { Realm } from '../realm.ts'
import { carriedOf, type Carried, type Carrier } from '../transfer/carried.ts'

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
export function carriedOfExport(entries: readonly ExportedEntry[], from: Carrier): readonly Carried[] {
  const forms = entries.flatMap(({ entry }) => (entry.kind === 'form-extended' ? [entry.body] : []))
  const clock = entries.reduce((offsets, { seq, entry }) => withClock(offsets, seq, entry), [] as ClockOffsets)
  return entries.flatMap(({ seq, entry }) => (staysThere.has(entry.kind) ? [] : [carriedOf(seq, entry, from, { clock, forms })]))
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
