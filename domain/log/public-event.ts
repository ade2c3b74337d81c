import { z } from 'zod'
import { ContinuityWay } from '../continuity/continuity.ts'
import { Archive, Medium, OneDeviceReason } from '../erasure/archive.ts'
import { LeftBehind, SecondErased } from '../erasure/erasure.ts'
import { EntryId, IncidentId, Sha256, StaffNumber } from '../ids.ts'
import { StationLetters } from '../number/ward-number.ts'
import { SheetForm } from '../print/form.ts'
import { EnvelopeFound } from '../inventory/inventory.ts'
import { OlderReason, ReferenceKind, ReferenceSource } from '../reference/reference-set.ts'
import { VoidReason } from '../station.ts'
import { Instant } from '../time.ts'

/**
 * What the machine itself records, readable without any key, also while sealed: codes, counts and staff
 * numbers, never a free text and never a patient. Main alone makes these.
 *
 * Events are added, never renamed: journals are read for ever.
 */
const count = z.number().int().min(0)
const seconds = z.number().min(0).max(86_400)
const envelope = z.number().int().min(1).max(99)
/** What was changed in maintenance. Stored: add, never rename. */
export const ConfigurationPart = z.enum(['criteria', 'declarers', 'return-steps', 'contacts', 'staff', 'intervals', 'profile', 'scanning', 'phrases', 'identifier-system'])
export type ConfigurationPart = z.infer<typeof ConfigurationPart>

const FindingCode = z.string().regex(/^[a-z0-9-]{1,60}$/)

/** Why a call was not taken: its name, its form, its size, who sent it, or how many came at once. */
export const CallRefusal = z.enum(['unknown', 'malformed', 'too-large', 'foreign-sender', 'too-many'])
export type CallRefusal = z.infer<typeof CallRefusal>

export const PublicEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('station-prepared'), letters: StationLetters, rosterEpoch: count, rosterFingerprint: z.string().regex(/^[0-9A-Z-]{4,80}$/) }),
  z.object({ event: z.literal('station-sealed'), rosterEpoch: count, by: StaffNumber.nullable().optional() }),
  z.object({ event: z.literal('ceremony-begun'), rosterEpoch: count, rosterFingerprint: z.string().regex(/^[0-9A-Z-]{4,80}$/) }),
  z.object({ event: z.literal('envelope-voided'), envelope, rosterEpoch: count, why: VoidReason }),
  z.object({ event: z.literal('roster-changed'), rosterEpoch: count, rosterFingerprint: z.string().regex(/^[0-9A-Z-]{4,80}$/), by: StaffNumber }),
  z.object({ event: z.literal('letters-taken'), letters: StationLetters, why: z.enum(['set-up', 'restored', 'other-machine', 'rolled-back', 'used-up']) }),
  z.object({ event: z.literal('numbers-reserved'), letters: StationLetters, upTo: count }),
  z.object({ event: z.literal('started'), version: z.string().max(40), runtime: z.string().max(40), lastExit: z.enum(['clean', 'unclean', 'first']) }),
  z.object({ event: z.literal('stopped') }),
  z.object({
    event: z.literal('seal-checked'), findings: z.array(FindingCode).max(50), by: StaffNumber.nullable(),
    /** Of a check by a person; the machine's own look at itself has none of these. */
    envelopes: z.array(z.object({ envelope, found: EnvelopeFound })).max(99).optional(), printer: z.enum(['printed', 'failed', 'none']).optional(), clock: z.enum(['right', 'wrong']).optional(),
  }),
  z.object({ event: z.literal('inventory-changed'), envelope, by: StaffNumber }),
  z.object({ event: z.literal('code-tried'), envelope: envelope.nullable(), staffNumber: StaffNumber.nullable() }),
  z.object({ event: z.literal('code-refused'), envelope: envelope.nullable(), wrongInARow: count, waitSeconds: seconds }),
  z.object({ event: z.literal('envelope-opened'), envelope, incident: IncidentId, staffNumber: StaffNumber, reasonCode: FindingCode }),
  z.object({ event: z.literal('incident-declared'), incident: IncidentId, staffNumber: StaffNumber }),
  /** A desk of the records office began; it opened no envelope. */
  z.object({ event: z.literal('desk-begun'), incident: IncidentId, staffNumber: StaffNumber }),
  z.object({ event: z.literal('restart-code-made'), staffNumber: StaffNumber }),
  z.object({ event: z.literal('incident-closed'), incident: IncidentId }),
  z.object({ event: z.literal('stood-down'), incident: IncidentId, staffNumber: StaffNumber }),
  z.object({ event: z.literal('resumed'), incident: IncidentId, staffNumber: StaffNumber }),
  z.object({ event: z.literal('accounts-retired'), incident: IncidentId, rosterEpoch: count, envelopes: z.array(envelope).max(99), opened: z.array(envelope).max(99), staffNumber: StaffNumber, withoutBackup: z.boolean() }),
  z.object({ event: z.literal('retired-code-tried'), envelope, staffNumber: StaffNumber }),
  z.object({ event: z.literal('drill-prepared'), rosterFingerprint: z.string().regex(/^[0-9A-Z-]{4,80}$/) }),
  z.object({ event: z.literal('drill-started'), staffNumber: StaffNumber, card: FindingCode }),
  z.object({ event: z.literal('drill-ended'), why: z.enum(['finished', 'real', 'time']), staffNumber: StaffNumber.nullable(), participants: z.array(StaffNumber).max(200), findings: count, log: Sha256.nullable() }),
  z.object({ event: z.literal('locked'), why: z.enum(['asked', 'idle', 'suspend', 'crash', 'shutdown']) }),
  z.object({ event: z.literal('unlocked'), staffNumber: StaffNumber, by: z.enum(['pin', 'restart-code', 'envelope', 'officer']) }),
  z.object({ event: z.literal('unlock-tried'), staffNumber: StaffNumber, left: count }),
  z.object({ event: z.literal('operator-changed'), staffNumber: StaffNumber }),
  z.object({ event: z.literal('pin-reset'), staffNumber: StaffNumber, by: z.tuple([StaffNumber, StaffNumber]) }),
  z.object({ event: z.literal('clock-jumped'), byMs: z.number().int() }),
  /** At a start the clock showed less than the last record did. */
  z.object({ event: z.literal('clock-behind'), byMs: count }),
  z.object({ event: z.literal('clock-confirmed'), offsetMs: z.number().int(), by: StaffNumber }),
  z.object({ event: z.literal('journal-linked'), journal: z.union([z.literal('station'), IncidentId]), seq: count, head: Sha256 }),
  z.object({ event: z.literal('tail-quarantined'), segment: count, offset: count, bytes: count, sha256: Sha256 }),
  z.object({ event: z.literal('hole-found'), segment: count, offset: count, bytes: count }),
  z.object({ event: z.literal('segment-abandoned'), segment: count, cause: FindingCode }),
  z.object({ event: z.literal('entries-reappended'), from: z.enum(['second-journal', 'working-copy', 'quarantine']), entries: z.array(EntryId).max(500), total: count }),
  z.object({ event: z.literal('working-copy-rebuilt'), cause: FindingCode, entries: count }),
  z.object({ event: z.literal('snapshot-kept'), file: Sha256, upTo: count }),
  z.object({ event: z.literal('export-made'), sha256: Sha256, bytes: count, upTo: count }),
  /** A call the machine did not take from the window; `times`: how often since the last one told. */
  z.object({ event: z.literal('call-refused'), channel: z.string().regex(/^[a-z]{1,20}(:[a-z-]{1,20})?$/), code: CallRefusal, times: z.number().int().min(1) }),
  /** What was not in order with the folder when it was opened. */
  z.object({ event: z.literal('folder-doubted'), why: z.enum(['card-damaged', 'identity-damaged', 'keys-lost', 'other-machine', 'rolled-back']) }),
  /** Before the file is written: an export leaves its trace whatever comes of it. */
  z.object({ event: z.literal('export-begun'), sha256: Sha256, bytes: count }),
  /** One patient's records go to another station. Before the file is written; who it is stands under the cipher. */
  z.object({ event: z.literal('transfer-begun'), sha256: Sha256, bytes: count }),
  /** Pages of the ward go to a medium. Before the file is written; unencrypted it names two people. */
  z.object({ event: z.literal('continuity-begun'), sha256: Sha256, bytes: count, way: ContinuityWay, by: StaffNumber, second: StaffNumber.nullable() }),
  z.object({ event: z.literal('maintenance-account-kept'), why: z.enum(['set-up', 'changed', 'recovered', 'lost']), by: StaffNumber.nullable() }),
  z.object({ event: z.literal('maintenance-tried'), way: z.enum(['passphrase', 'officer-key']), staffNumber: StaffNumber }),
  z.object({ event: z.literal('maintenance-refused'), wrongInARow: count, waitSeconds: seconds, staffNumber: StaffNumber }),
  z.object({ event: z.literal('maintenance-entered'), staffNumber: StaffNumber }),
  z.object({ event: z.literal('maintenance-left'), why: z.enum(['asked', 'idle', 'locked', 'opened']), by: StaffNumber }),
  z.object({ event: z.literal('configuration-changed'), part: ConfigurationPart, sha256: Sha256, by: StaffNumber.nullable() }),
  z.object({ event: z.literal('sheet-printed'), form: SheetForm, sheets: count }),
  /** The audit alone went out; 'with-acts': with who opened whose chart. Before the file is written. */
  z.object({ event: z.literal('audit-exported'), sha256: Sha256, bytes: count, scope: z.enum(['public', 'with-acts']) }),
  z.object({ event: z.literal('backup-made'), sha256: Sha256, bytes: count, upTo: count }),
  /** A list of the hospital's patients, or a folder of documents, came in. The hash is of its statement, and with it of every part; `takenAt` is the time of the data. */
  z.object({ event: z.literal('reference-imported'), kind: ReferenceKind, sha256: Sha256, patients: count, stays: count, documents: count.default(0), faults: count, source: ReferenceSource, takenAt: Instant, by: StaffNumber, why: OlderReason.nullable() }),
  /** A whole export lies on a medium, was read back and proved there. `oneDevice`: why both media are one device; null: they are two, as far as the machine sees. */
  z.object({ event: z.literal('archive-verified'), incident: IncidentId, medium: Medium, sha256: Sha256, bytes: count, upTo: count, oneDevice: OneDeviceReason.nullable(), by: StaffNumber }),
  /** The medium was put in again before an erasure: the file is there, whole, and signed by this station. */
  z.object({ event: z.literal('archive-checked'), incident: IncidentId, medium: Medium, sha256: Sha256, by: StaffNumber }),
  /** Before anything goes: what is erased, who answers for it, and what can still open or show it. `by`: hospital IT; `second`: who proved the officer's key. */
  z.object({
    event: z.literal('incident-erased'), incident: IncidentId, end: z.object({ seq: count, head: Sha256 }), entries: count, archives: z.array(Archive).length(2), left: LeftBehind, by: StaffNumber, second: StaffNumber,
  }),
  /** Everything of it is gone from this PC. Told once more when the second journal's copy followed later. */
  z.object({ event: z.literal('erasure-finished'), incident: IncidentId, secondJournal: SecondErased }),
  /** Nobody can read it any more: the accounts it was encrypted to are gone. */
  z.object({ event: z.literal('reference-removed'), kind: ReferenceKind }),
])
export type PublicEvent = z.infer<typeof PublicEvent>

/** The envelope an event is about; null when it is about none or nobody said which. */
export function envelopeOf(event: PublicEvent): number | null {
  return 'envelope' in event ? event.envelope : null
}

/** The staff number somebody gave; it is what was typed, not proof of who it was. */
export function staffOf(event: PublicEvent): string | null {
  if ('staffNumber' in event) return event.staffNumber
  return 'by' in event ? (event.by ?? null) : null
}
