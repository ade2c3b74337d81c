import type { EntryId } from '../../ids.ts'
import type { Entry } from '../../log/entry.ts'
import type { Kind } from '../../log/kinds.ts'
import { stationAlphabet, type StationLetters } from '../../number/ward-number.ts'
import { asWritten } from '../../transfer/unwrap.ts'
import type { ExportedEntry } from '../input.ts'

/** A record that counts, with the number its message goes by. `isElsewhere`: written at another station and come with the patient. */
export type Counted = { readonly seq: number; readonly order: string; readonly isElsewhere: boolean; readonly entry: Entry }

/** Kinds of which a storage says something: a message of its own, or when the patient's data were changed last. */
const told: ReadonlySet<Kind> = new Set([
  'patient-registered', 'patient-described', 'identity-claimed', 'identity-verified', 'patient-linked', 'allergy-stated', 'patient-moved', 'stay-changed', 'death-confirmed', 'vital-signs',
])

/**
 * A patient's records of which a storage speaks and that nobody struck, as they were written first, each once, by when they happened. The number of an order
 * is that of the journal it was written in, so that the same record out of two exports is one order. Rule SSMIX-5.
 */
export function countedRecords(own: readonly ExportedEntry[], struck: ReadonlyMap<EntryId, unknown>, letters: StationLetters): readonly Counted[] {
  const seen = new Set<EntryId>()
  const orders = new Set<string>()
  const records: Counted[] = []
  for (const { seq, entry: recorded } of own) {
    if (recorded.kind !== 'entry-imported' && !told.has(recorded.kind)) continue
    if (struck.has(recorded.id) || seen.has(recorded.id)) continue
    seen.add(recorded.id)
    const { entry, origin } = asWritten(recorded)
    if (!told.has(entry.kind)) continue
    const order = orderNumber(origin?.letters ?? letters, origin?.seq ?? seq)
    // Two incidents of the other station may have numbered alike; then this journal's place tells them apart.
    const free = orders.has(order) ? `8${String(seq).padStart(14, '0')}` : order
    orders.add(free)
    records.push({ seq, order: free, isElsewhere: origin !== null, entry })
  }
  return records.toSorted((one, other) => (one.entry.at === other.entry.at ? one.seq - other.seq : one.entry.at < other.entry.at ? -1 : 1))
}

/** Fifteen digits, as the storage wants them: the station's letters as two digits, then the number there. */
export function orderNumber(letters: StationLetters, count: number): string {
  return `${[...letters].map((letter) => stationAlphabet.indexOf(letter)).join('')}${String(count).padStart(13, '0')}`
}
