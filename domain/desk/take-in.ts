import type { EntryId, Sha256, StationId } from '../ids.ts'
import type { Draft, Entry } from '../log/entry.ts'
import { readWardNumber, type StationLetters } from '../number/ward-number.ts'
import type { Realm } from '../realm.ts'
import { err, ok, type Result } from '../result.ts'
import { asWritten } from '../transfer/unwrap.ts'
import { draftOf, type Carried } from '../transfer/carried.ts'
import { headOf, isSame } from './carried.ts'
import { mostKept, type RecordsTakenIn, type TakenFrom } from './taken-in.ts'

/** A file that was opened and proved whole: whose it is, every record in it, and the pictures of its photographs. */
export type Offered = Omit<RecordsTakenIn, 'entries' | 'conflicts' | 'moreConflicts'> & { readonly realm: Realm; readonly carried: readonly Carried[]; readonly photos: ReadonlyMap<EntryId, Uint8Array> }

export type TakeInFault =
  | { readonly code: 'other-realm'; readonly realm: Realm }
  /** Two stations with the same letters give the same numbers to different patients. */
  | { readonly code: 'letters-twice'; readonly letters: StationLetters; readonly here: string; readonly there: string }
  /** That station signed with another key before: one of the two files is not its own. */
  | { readonly code: 'other-key'; readonly letters: StationLetters }
  | { readonly code: 'record-unreadable' }

/** Every file that was taken in here, in the order of the journal. */
export function takenIn(records: readonly { readonly entry: Entry }[]): readonly RecordsTakenIn[] {
  return records.flatMap(({ entry }) => (entry.kind === 'records-taken-in' ? [entry.body] : []))
}

/** The wards of which records are here, each once, with the newest file of each; in the order they first came. */
export function wardsTakenIn(records: readonly { readonly entry: Entry }[]): readonly RecordsTakenIn[] {
  const byStation = new Map<StationId, RecordsTakenIn>()
  for (const one of takenIn(records)) {
    const before = byStation.get(one.from.station)
    if (one.way === 'export' && (before === undefined || before.madeAt <= one.madeAt)) byStation.set(one.from.station, one)
  }
  return [...byStation.values()]
}

/** May this file be laid beside what is here? Rules DESK-4, DESK-5. */
export function mayTakeIn(offered: Offered, realm: Realm, records: readonly { readonly entry: Entry }[]): Result<null, TakeInFault> {
  if (offered.realm !== realm) return err({ code: 'other-realm', realm: offered.realm })
  const known = takenIn(records)
  const signed = known.find(({ from, signingKey }) => from.station === offered.from.station && signingKey !== null)
  if (signed !== undefined && offered.signingKey !== null && signed.signingKey !== offered.signingKey) return err({ code: 'other-key', letters: offered.from.letters })
  const givers = new Map<StationLetters, Pick<TakenFrom, 'station' | 'ward'>>()
  for (const { way, from } of known) if (way === 'export') givers.set(from.letters, from)
  for (const { entry } of records) if (entry.kind === 'entry-imported') noteGiver(givers, { origin: entry.body.origin, entry: entry.body.entry })
  const offering = new Map<StationLetters, Pick<TakenFrom, 'station' | 'ward'>>(offered.way === 'export' ? [[offered.from.letters, offered.from]] : [])
  for (const carried of offered.carried) {
    const clash = noteGiver(offering, carried)
    if (clash !== null) return err({ code: 'letters-twice', letters: carried.origin.letters, here: clash.ward, there: offered.from.ward })
  }
  for (const [letters, there] of offering) {
    const here = givers.get(letters)
    if (here !== undefined && here.station !== there.station) return err({ code: 'letters-twice', letters, here: here.ward, there: there.ward })
  }
  return ok(null)
}

/** Whoever registered a patient gives numbers under these letters. A desk gives none. Returns who gave under them before, if it was another. */
function noteGiver(givers: Map<StationLetters, Pick<TakenFrom, 'station' | 'ward'>>, { origin, entry }: Pick<Carried, 'origin' | 'entry'>): Pick<TakenFrom, 'station' | 'ward'> | null {
  if (entry['kind'] !== 'patient-registered') return null
  const before = givers.get(origin.letters)
  if (before === undefined) givers.set(origin.letters, { station: origin.station, ward: origin.letters })
  return before === undefined || before.station === origin.station ? null : before
}

/** What becomes of one record of a file. */
export type Judged =
  | { readonly is: 'new'; readonly draft: Draft<'entry-imported'> }
  | { readonly is: 'here' }
  | { readonly is: 'conflict'; readonly of: EntryId }
  | { readonly is: 'unreadable' }

/** Judges a file record by record, so that whoever asks can stop in between. `here`: the entries of this journal. Rules DESK-3, DESK-6. */
export function judgeOf(here: ReadonlyMap<EntryId, Entry>, { realm, file }: { readonly realm: Realm; readonly file: Sha256 }): (carried: Carried) => Judged {
  return (carried) => {
    const head = headOf(carried)
    if (head?.realm !== realm) return { is: 'unreadable' }
    const known = here.get(head.id)
    if (known === undefined) return { is: 'new', draft: draftOf(carried, head, file) }
    return isSame(carried, known) ? { is: 'here' } : { is: 'conflict', of: head.id }
  }
}

/** What is written of a file before its records are. */
export function factOf({ way, file, from, madeAt, exportNo, signingKey, carried }: Offered, conflicting: readonly EntryId[]): RecordsTakenIn {
  const byId = new Map(carried.map((one) => [one.entry['id'], one.entry]))
  return {
    way, file, from, madeAt, exportNo, signingKey, entries: carried.length,
    conflicts: conflicting.slice(0, mostKept).map((of) => ({ of, entry: byId.get(of) ?? {} })), // it was judged from this very list
    moreConflicts: Math.max(0, conflicting.length - mostKept),
  }
}

/** One id with two contents: what stands here, and what the file said. */
export type Conflict = { readonly of: EntryId; readonly here: Entry | null; readonly there: Readonly<Record<string, unknown>>; readonly from: TakenFrom; readonly seq: number | null }

/** Every contradiction that was found, each once. */
export function conflictsIn(records: readonly { readonly seq: number; readonly entry: Entry }[]): readonly Conflict[] {
  const byId = new Map(records.map((record) => [record.entry.id, record]))
  const found = new Map<string, Conflict>()
  for (const { from, file, conflicts } of takenIn(records)) {
    for (const { of, entry } of conflicts) {
      const here = byId.get(of)
      found.set(`${of} ${file}`, { of, here: here === undefined ? null : asWritten(here.entry).entry, there: entry, from, seq: here?.seq ?? null })
    }
  }
  return [...found.values()]
}

/** The ward of a patient by the letters in the number: the beds of two wards have the same names. */
export function wardOfNumber(number: string, wards: readonly RecordsTakenIn[]): string | null {
  const read = readWardNumber(number)
  return read.ok ? (wards.find(({ from }) => from.letters === read.value.letters)?.from.ward ?? null) : null
}
