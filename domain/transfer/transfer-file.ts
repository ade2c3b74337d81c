import { z } from 'zod'
import { EntryId, IncidentId, PatientId, StationId, type Sha256 } from '../ids.ts'
import { readEntry, type Draft, type Entry } from '../log/entry.ts'
import type { Kind } from '../log/kinds.ts'
import { Person } from '../log/person.ts'
import { StationLetters, WardNumber } from '../number/ward-number.ts'
import { Realm } from '../realm.ts'
import { err, ok, type Result } from '../result.ts'
import { mostName, typedText } from '../text.ts'
import { Instant } from '../time.ts'
import { registeredPatients } from '../view/ward-lists.ts'
import { wardOf, type WardView } from '../view/ward.ts'
import { Carried, carriedOf, draftOf } from './carried.ts'
import { readJson } from '../export/stable-json.ts'

/**
 * What is carried by hand from one station to another with a patient: all records of one person, as they were written and
 * where. Plain JSON, inside an age file under a code of its own (renderer/vault/transfer.ts).
 *
 * Files of every version stay readable: add fields with a default, or a new version beside this one.
 */
export const TransferFile = z.object({
  format: z.literal('tomoshibi-transfer'),
  v: z.literal(1),
  realm: Realm,
  from: z.object({ station: StationId, letters: StationLetters, incident: IncidentId, hospital: typedText(mostName), ward: typedText(mostName) }),
  madeAt: Instant,
  by: Person,
  /** Every registration of the one person; the main one first. */
  patients: z.array(z.object({ id: PatientId, number: WardNumber })).min(1).max(20),
  /** In the order of the sending journal. */
  entries: z.array(Carried).min(1).max(100_000),
  /** Pictures of photographs among them, in base 64; none in files that were written before they went along. */
  photos: z.array(z.object({ entry: EntryId, jpeg: z.string().max(4 * 1024 * 1024) })).max(10_000).default([]),
})
export type TransferFile = z.infer<typeof TransferFile>

export type TransferFault =
  | { readonly code: 'not-a-transfer' }
  /** Written by a newer version of this program. */
  | { readonly code: 'newer-version' }
  /** A drill's into the real ward, or the other way round. */
  | { readonly code: 'other-realm' }
  /** A record in it is of somebody else, or a registration is missing: nothing of such a file is taken. */
  | { readonly code: 'mixed-patients' }
  /** Another patient here carries this number. */
  | { readonly code: 'number-taken' }

/** Who looked at the chart and why a duty was done outside the usual belong to the station where it happened. */
const staysHere: ReadonlySet<Kind> = new Set<Kind>(['chart-opened', 'outside-usual'])

export type Sender = Pick<TransferFile, 'realm' | 'from' | 'madeAt' | 'by' | 'patients'>

/** The file of a person: of every registration, everything but the traces that stay here. Records that came from elsewhere keep their origin. */
export function transferOf(records: Iterable<{ readonly seq: number; readonly entry: Entry }>, sender: Sender, known: Pick<WardView, 'clock' | 'forms'>, photos: TransferFile['photos'] = []): TransferFile {
  const patients = new Set(sender.patients.map(({ id }) => id))
  const entries = [...records]
    .toSorted((one, two) => one.seq - two.seq)
    .flatMap(({ seq, entry }): TransferFile['entries'] => {
      if (entry.patient === null || !patients.has(entry.patient) || staysHere.has(entry.kind)) return []
      return [carriedOf(seq, entry, sender.from, known)]
    })
  return { format: 'tomoshibi-transfer', v: 1, ...sender, entries, photos: [...photos] }
}

const Head = z.object({ id: EntryId, patient: PatientId, realm: Realm, kind: z.string() })

/** Reads what was in the age file, and refuses it whole when anything in it does not belong together. Rules XFER-3, XFER-4. */
export function readTransfer(text: string, here: { readonly realm: Realm; readonly view: WardView }): Result<TransferFile, TransferFault> {
  const json = readJson(text)
  const read = TransferFile.safeParse(json)
  if (!read.success) {
    const later = z.object({ format: z.literal('tomoshibi-transfer'), v: z.number().int().min(2) }).safeParse(json)
    return err({ code: later.success ? 'newer-version' : 'not-a-transfer' })
  }
  const file = read.data
  if (file.realm !== here.realm) return err({ code: 'other-realm' })
  const patients = new Map(file.patients.map(({ id, number }) => [id, number]))
  const ids = new Set<EntryId>()
  const numbers = new Map<PatientId, WardNumber>()
  for (const { entry, form } of file.entries) {
    const head = Head.safeParse(entry)
    if (!head.success) return err({ code: 'not-a-transfer' })
    const { id, patient, realm, kind } = head.data
    if (!patients.has(patient) || realm !== file.realm || ids.has(id) || kind === 'entry-imported') return err({ code: 'mixed-patients' })
    ids.add(id)
    const whole = readEntry(entry)
    if (form !== null && !(whole.ok && whole.value.kind === 'form' && whole.value.body.definition === form.definition && whole.value.body.version === form.version)) return err({ code: 'not-a-transfer' })
    if (whole.ok && whole.value.kind === 'patient-registered' && !numbers.has(patient)) numbers.set(patient, whole.value.body.number)
  }
  if ([...patients].some(([id, number]) => numbers.get(id) !== number)) return err({ code: 'mixed-patients' })
  if (file.photos.some(({ entry }) => !ids.has(entry))) return err({ code: 'mixed-patients' })
  const taken = registeredPatients(here.view).some(({ id, registered }) => !patients.has(id) && file.patients.some(({ number }) => number === registered.number))
  return taken ? err({ code: 'number-taken' }) : ok(file)
}

/** Each record as an entry of this journal, under its own id: the same file twice records nothing twice. */
export function importsOf(file: TransferFile, sha256: Sha256): readonly Draft<'entry-imported'>[] {
  return file.entries.map((carried) => draftOf(carried, Head.parse(carried.entry), sha256)) // checked when the file was read
}

/** The person as the file tells of them, before anything of it is taken over. */
export function wardOfTransfer(file: TransferFile): WardView {
  return wardOf(file.entries.flatMap(({ entry }, index) => {
    const read = readEntry(entry)
    return read.ok ? [{ seq: index + 1, entry: read.value }] : []
  }))
}

/** Photographs of the file whose picture did not come along. */
export function photosBehind({ entries, photos }: TransferFile): number {
  const along = new Set<unknown>(photos.map(({ entry }) => entry))
  return entries.filter(({ entry }) => entry['kind'] === 'photo-taken' && !along.has(entry['id'])).length
}
