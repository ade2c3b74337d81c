import { z } from 'zod'
import { Sha256, StaffNumber, StationId } from '../ids.ts'
import { Realm } from '../realm.ts'
import { Instant } from '../time.ts'

/**
 * Two lists may stand beside each other, each with its own time: every patient the hospital knows, and who lay in it when
 * the census was taken. A census is made several times a day and is small; the patient list comes perhaps once a week.
 */
export const ListKind = z.enum(['patients', 'census'])
export type ListKind = z.infer<typeof ListKind>

/** Beside the lists, what the hospital's system printed of single patients: drug lists and summaries, a folder of files. Stored: add, never rename. */
export const ReferenceKind = z.enum([...ListKind.options, 'documents'])
export type ReferenceKind = z.infer<typeof ReferenceKind>

/** Where a list came from. Stored: add, never rename. */
export const ReferenceSource = z.enum(['csv', 'ss-mix2', 'hl7', 'fhir', 'folder'])
export type ReferenceSource = z.infer<typeof ReferenceSource>

/** Why a list that is older than the one here takes its place. Stored: add, never rename. */
export const OlderReason = z.enum(['present-wrong', 'present-incomplete', 'trial'])
export type OlderReason = z.infer<typeof OlderReason>

/** The name of one import: it stands in the associated data of every part, so that parts of two imports never mix. */
export const ReferenceSetId = z.uuidv7().brand<'ReferenceSetId'>()
export type ReferenceSetId = z.infer<typeof ReferenceSetId>

const count = z.number().int().min(0).max(100_000_000)

/**
 * What is known of a list without any key; no patient, and no name of a file (a file is often named after a person).
 * Stored beside the parts: changing a field's meaning makes imported lists unreadable.
 */
export const ReferenceStatement = z.object({
  v: z.literal(1),
  set: ReferenceSetId,
  kind: ReferenceKind,
  realm: Realm,
  station: StationId,
  /** The roster it is encrypted to; accounts of a later one cannot read it. */
  epoch: z.number().int().min(1),
  /** The time the hospital's system gave these data out, as a person confirmed it. */
  takenAt: Instant,
  source: ReferenceSource,
  patients: count,
  stays: count,
  /** Of a folder of documents; whose they are is in no statement. A list has none, and those of before say nothing of it. */
  documents: count.default(0),
  /** Rows of the source that were not taken. */
  faults: count,
  by: StaffNumber,
  /** Sealed parts in order, by the hash of their bytes. */
  parts: z.array(Sha256).min(1).max(5000),
  /** The set key as an age file to every account and the officer, as text. */
  wrapped: z.string().max(64 * 1024).regex(/^-----BEGIN AGE ENCRYPTED FILE-----\n[A-Za-z0-9+/=\n]+-----END AGE ENCRYPTED FILE-----\n?$/),
})
export type ReferenceStatement = z.infer<typeof ReferenceStatement>

export const ReferenceCard = ReferenceStatement.extend({
  /** Made with the set key over the statement: who can read the list can tell that nobody changed its time or left out a part. */
  proof: Sha256,
  importedAt: Instant,
  why: OlderReason.nullable(),
})
export type ReferenceCard = z.infer<typeof ReferenceCard>

export type ReferenceCards = Readonly<Record<ReferenceKind, ReferenceCard | null>>

/** The statement as the one text that is proved. The order of the members is fixed here; that of a list is the same as before there were documents. */
export function statementText({ v, set, kind, realm, station, epoch, takenAt, source, patients, stays, documents, faults, by, parts, wrapped }: ReferenceStatement): string {
  return JSON.stringify({ v, set, kind, realm, station, epoch, takenAt, source, patients, stays, ...(kind === 'documents' ? { documents } : {}), faults, by, parts, wrapped })
}

/** Is this list older than the one here? Then it takes its place only with a reason. Rule REF-36. */
export function isOlder(present: Pick<ReferenceCard, 'takenAt'> | null, takenAt: Instant): boolean {
  return present !== null && takenAt < present.takenAt
}
