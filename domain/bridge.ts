import { z } from 'zod'
import { ClockOffsetMs, StationCard, StationProfile } from './station.ts'
import { DrillLog } from './drill/drill-log.ts'
import { AgeRecipient } from './access/keys.ts'
import { Archives, Medium, OneDeviceReason } from './erasure/archive.ts'
import { ClosedIncident, MediumFound } from './erasure/erasure.ts'
import { EntryId, IncidentId, Sha256, StaffNumber, StationId } from './ids.ts'
import { Ceremony, CeremonyMark } from './access/ceremony.ts'
import { Roster } from './access/roster.ts'
import { Inventory, Keeper, Placing } from './inventory/inventory.ts'
import { MachineCheck } from './inventory/machine-check.ts'
import { SealCheck } from './inventory/seal-check.ts'
import { ContinuitySigners } from './continuity/continuity.ts'
import { Compared, JournalName } from './audit/compared.ts'
import { Person } from './log/person.ts'
import { HospitalPlan } from './plan/hospital-plan.ts'
import { CsvMapping } from './reference/csv-mapping.ts'
import { OlderReason, ReferenceCard, ReferenceKind, ReferenceSetId, ReferenceStatement } from './reference/reference-set.ts'
import { ConfigurationPart, PublicEvent } from './log/public-event.ts'
import { Realm } from './realm.ts'
import { SheetForm } from './print/form.ts'
import type { Result } from './result.ts'
import { Instant } from './time.ts'
import { StationLetters } from './number/ward-number.ts'

/**
 * Every call the window may make to the machine. Nothing else crosses. The machine keeps bytes, order and
 * time; everything it is given of patients is a cipher.
 */
const bytes = (most: number) => z.instanceof(Uint8Array).refine((value) => value.length <= most, { params: { isTooLarge: true } })
const count = z.number().int().min(0)
const envelope = z.number().int().min(1).max(99)
const kib = 1024
const mib = 1024 * kib
const none = z.undefined()

export const ChainEnd = z.object({ seq: count, head: Sha256 })
export type ChainEnd = z.infer<typeof ChainEnd>
const Saved = ChainEnd.extend({ entrySeq: count, again: z.boolean() })
const SealedFile = z.object({ bytes: bytes(64 * kib), sha256: Sha256 })
const Finding = z.object({ level: z.enum(['alarm', 'note']), code: z.string(), journal: z.string(), segment: count, offset: count, seq: count })

/** An age file as text between its BEGIN and END lines: `age -d` reads it as it is. With its hash, so that damage is not taken for a wrong passphrase. */
export const MaintenanceFile = z.object({ text: z.string().max(8 * kib).regex(/^-----BEGIN AGE ENCRYPTED FILE-----\n[A-Za-z0-9+/=\n]+-----END AGE ENCRYPTED FILE-----\n?$/), sha256: Sha256 })
export type MaintenanceFile = z.infer<typeof MaintenanceFile>

/** How this station shows things: kept per station, never changed by itself. */
export const Look = z.object({ language: z.enum(['ja', 'en']), theme: z.enum(['day', 'night']), textSize: z.union([z.literal(100), z.literal(125), z.literal(150), z.literal(200)]) })
export type Look = z.infer<typeof Look>
export const plainLook: Look = { language: 'ja', theme: 'day', textSize: 100 }

export const IncidentOnDisk = z.object({
  incident: IncidentId,
  /** Header and wrapped data key, as the window wrote them (renderer/vault/incident-key.ts). */
  keys: z.string(),
  end: ChainEnd,
  /** Head before the first frame: the beginning of the outer chain. */
  beginning: Sha256,
  openedEnvelopes: z.array(envelope),
})

const ReferenceCards = z.object({ cards: z.object({ patients: ReferenceCard.nullable(), census: ReferenceCard.nullable(), documents: ReferenceCard.nullable() }), damaged: z.array(ReferenceKind) })

export const StationStatus = z.object({
  folder: z.string(),
  realm: Realm,
  card: StationCard.nullable(),
  /** The key ceremony that runs or was interrupted; no code stands in it. */
  ceremony: Ceremony.nullable(),
  /** A folder with journals and no readable card: prepared before, and damaged. */
  damaged: z.boolean(),
  incident: IncidentOnDisk.nullable(),
  stationEnd: ChainEnd,
  stationKey: z.string(),
  lastExit: z.enum(['clean', 'unclean', 'first']),
  alarms: z.array(z.string()),
  secondJournal: z.object({ configured: z.boolean(), behind: count, cause: z.string().nullable() }),
  power: z.object({ onBattery: z.boolean(), percent: z.number().nullable() }),
  /** No true clock shows less: this program was built, or wrote its last record before this start, then. */
  clockNotBefore: Instant,
  runtime: z.string(),
  look: Look,
  drill: z.object({
    isPrepared: z.boolean(),
    /** The card that was drawn for the drill that runs; null while none runs. */
    running: z.object({ card: z.string(), startedMs: z.number(), minutesLeft: count }).nullable(),
  }),
  /** The hospital's IT is changing what the hospital decided; ends by itself, and reaches no patient. */
  maintenance: z.boolean(),
  /** For whom a forgotten passphrase can be replaced; null: there is no maintenance account that could be read. */
  maintenanceOfficer: AgeRecipient.nullable(),
})
export type StationStatus = z.infer<typeof StationStatus>

export const PinMaterial = z.object({ person: Person, salt: bytes(64), wrap: bytes(256) })

export const bridge = {
  'station:status': { input: none, output: StationStatus },
  'station:checks': { input: none, output: z.object({ findings: z.array(Finding), entries: count, frames: count, machine: z.array(MachineCheck), wholeAccounts: count }) },
  /** Roster and account files of a ceremony, first or renewal; the phase stays what it is until 'station:seal'. */
  'station:begin': { input: none, output: z.object({ station: StationId, realm: Realm, stationKey: z.string() }) },
  'station:prepare': {
    input: z.object({ profile: StationProfile, roster: Roster, fingerprint: z.string().max(80), accounts: z.array(z.object({ envelope, file: SealedFile })).min(1).max(99) }),
    output: StationStatus,
  },
  'ceremony:mark': { input: CeremonyMark, output: StationStatus },
  'ceremony:void': { input: z.object({ envelope, why: z.enum(['jammed', 'unreadable']) }), output: StationStatus },
  /** A spare account of the roster takes a voided one's place. */
  'ceremony:add': { input: z.object({ envelope, file: SealedFile }), output: StationStatus },
  /** An account file as it lies on the disk, to prove a code on. */
  'ceremony:file': { input: z.object({ envelope }), output: z.object({ file: SealedFile }) },
  /** Goes on with what is on paper; every other envelope is voided. */
  'ceremony:resume': { input: none, output: StationStatus },
  /** Gives the ceremony up: all its numbers are burnt. */
  'ceremony:drop': { input: none, output: StationStatus },
  /** Refused until every envelope and the officer's key are proved and each sheet is compared. */
  'station:seal': { input: z.object({ by: StaffNumber.nullable() }), output: StationStatus },
  /** Where the envelopes are, and what was seen of them. */
  'inventory:read': { input: none, output: z.object({ inventory: Inventory, isDamaged: z.boolean() }) },
  'inventory:place': { input: z.object({ items: z.array(Placing.extend({ envelope })).min(1).max(99), by: Keeper }), output: z.object({ inventory: Inventory }) },
  /** A seal check by a person; the machine adds what it checks by itself. */
  'seal:check': { input: SealCheck, output: z.object({ inventory: Inventory, findings: z.array(z.string()) }) },
  /** What the hospital decided beforehand; readable in every state, of no patient. */
  'plan:read': { input: none, output: z.object({ plan: HospitalPlan, isDamaged: z.boolean() }) },
  'plan:change': { input: z.object({ part: ConfigurationPart.exclude(['profile']), plan: HospitalPlan }), output: none },
  /** A file the person chooses in the machine's own dialog; null: none was chosen. */
  'plan:choose-file': { input: none, output: z.object({ bytes: bytes(4 * mib).nullable() }) },
  /** Names and beds; the letters change by 'station:letters' only. */
  'station:profile': { input: StationProfile.omit({ letters: true }), output: StationStatus },

  /** The hospital's lists and documents that lie here, as far as they are known without a key. `damaged`: a card that cannot be read. */
  'reference:cards': { input: none, output: ReferenceCards },
  /** One sealed part of a list that is being imported. Nothing counts before 'reference:commit'. */
  'reference:keep-part': { input: z.object({ bytes: bytes(16 * mib) }), output: z.object({ sha256: Sha256 }) },
  /** All parts are here: from now on this list is the list of its kind, and the one before is removed. */
  'reference:commit': { input: z.object({ statement: ReferenceStatement, proof: Sha256, why: OlderReason.nullable() }), output: ReferenceCards },
  /** The import was given up: its parts go, the list stays what it was. */
  'reference:abandon': { input: none, output: none },
  /** Only while a record is open: sealed, nobody could read it. */
  'reference:part': { input: z.object({ sha256: Sha256 }), output: z.object({ bytes: bytes(16 * mib) }) },
  /** The key of a list, sealed under the incident's data key, so that whoever unlocks reaches the list. */
  'reference:keep-key': { input: z.object({ set: ReferenceSetId, cipher: bytes(256) }), output: none },
  /** How the columns of this hospital's files were read before. Heads and places only: no cell of a patient. */
  'reference:mappings': { input: none, output: z.object({ mappings: z.array(CsvMapping).max(20) }) },
  'reference:keep-mapping': { input: CsvMapping, output: none },
  'reference:key': { input: z.object({ set: ReferenceSetId }), output: z.object({ cipher: bytes(256) }) },

  /** Made by the window: a token under the passphrase and for the officer. The machine learns its hash only. */
  'maintenance:keep': { input: z.object({ token: Sha256, officer: AgeRecipient, passphrase: MaintenanceFile, forOfficer: MaintenanceFile, why: z.enum(['set-up', 'changed', 'recovered']), staffNumber: StaffNumber.nullable() }), output: StationStatus },
  /** Journalled and counted as wrong before the file is given out; 'maintenance:enter' takes it back. */
  'maintenance:try': { input: z.object({ staffNumber: StaffNumber, way: z.enum(['passphrase', 'officer-key']) }), output: z.object({ file: MaintenanceFile }) },
  'maintenance:wrong': { input: z.object({ staffNumber: StaffNumber }), output: z.object({ waitSeconds: count }) },
  'maintenance:wait': { input: none, output: z.object({ waitSeconds: count }) },
  'maintenance:enter': { input: z.object({ token: bytes(64), staffNumber: StaffNumber }), output: StationStatus },
  'maintenance:leave': { input: z.object({ why: z.enum(['asked', 'idle']) }), output: StationStatus },
  'station:look': { input: Look, output: none },
  /** The file with which a recovery officer elsewhere proves the key, written where the person chooses. */
  'station:officer-test': { input: z.object({ bytes: bytes(64 * kib) }), output: z.object({ path: z.string().nullable() }) },
  /** Before a count beyond the reserved ones is given: the next incident begins above it. */
  'station:reserve': { input: z.object({ upTo: z.number().int().min(1).max(99_999) }), output: StationStatus },
  /** Numbers for sheets about to be printed, never given twice; null: none can be given. Recorded here, unless an entry of the open ward follows. */
  'station:printed': { input: z.object({ form: SheetForm, sheets: z.number().int().min(1).max(500), isEntry: z.boolean() }), output: z.object({ first: count.nullable(), end: ChainEnd }) },
  'station:letters': { input: z.object({ letters: StationLetters }), output: StationStatus },

  /** Journalled before the file is given out: an attempt leaves its trace whatever comes of it. */
  'code:try': { input: z.object({ envelope, staffNumber: StaffNumber }), output: z.object({ file: SealedFile }) },
  'code:wrong': { input: z.object({ envelope: envelope.nullable() }), output: z.object({ waitSeconds: count }) },
  'code:wait': { input: none, output: z.object({ waitSeconds: count }) },

  'incident:open': {
    input: z.object({ incident: IncidentId, keys: z.string().max(64 * kib), envelope, staffNumber: StaffNumber, reasonCode: z.string().regex(/^[a-z-]{1,40}$/), clockOffsetMs: ClockOffsetMs }),
    output: StationStatus,
  },
  /** A further envelope opened while the incident runs. */
  'incident:join': { input: z.object({ envelope, staffNumber: StaffNumber }), output: StationStatus },

  /** A desk of the records office begins, in place of set-up: its own record, no envelope. */
  'desk:begin': { input: z.object({ profile: StationProfile, roster: Roster, incident: IncidentId, keys: z.string().max(64 * kib), staffNumber: StaffNumber }), output: StationStatus },

  /** The hospital's system is back: nothing new is written of care from here on. */
  'incident:stand-down': { input: z.object({ staffNumber: StaffNumber }), output: StationStatus },
  /** Back to work from standing down, while the accounts still exist. */
  'incident:resume': { input: z.object({ staffNumber: StaffNumber }), output: StationStatus },
  /** Ends every account that could open this record. Refused without a backup since the stand-down, unless somebody takes that upon themselves. */
  'incident:retire': { input: z.object({ staffNumber: StaffNumber, withoutBackup: z.boolean() }), output: StationStatus },
  'incident:close': { input: z.object({ staffNumber: StaffNumber }), output: StationStatus },
  /** The recovery officer's key opened the record in this window: on record. */
  'incident:officer': { input: z.object({ staffNumber: StaffNumber }), output: none },

  /** The drill's own station begins: its identity and signing key, in its own folder and realm. */
  'drill:begin': { input: none, output: z.object({ station: StationId, realm: Realm, stationKey: z.string(), epoch: z.number().int().min(1) }) },
  'drill:prepare': { input: z.object({ roster: Roster, fingerprint: z.string().max(80), accounts: z.array(z.object({ envelope, file: SealedFile })).length(1) }), output: StationStatus },
  /** From the sealed station into the drill; destroys this window. */
  'drill:start': { input: z.object({ staffNumber: StaffNumber, card: z.string().regex(/^[a-z0-9-]{1,60}$/) }), output: none },
  /** Back to the sealed station, with the log of the drill or, when it became real, without; destroys this window. */
  'drill:end': { input: z.object({ staffNumber: StaffNumber.nullable(), log: DrillLog.nullable() }), output: none },
  'drill:logs': { input: none, output: z.object({ logs: z.array(DrillLog) }) },
  /** The clock was compared with a watch. Who was there, and why, stands in the entry beside it (kind clock-confirmed). */
  'clock:confirm': { input: z.object({ offsetMs: ClockOffsetMs, by: StaffNumber }), output: StationStatus },

  'journal:append': { input: z.object({ id: EntryId, cipher: bytes(mib - 16) }), output: Saved },
  'journal:checkpoint': { input: z.object({ reason: z.enum(['locked', 'operator-changed', 'printed', 'exported', 'battery']) }), output: Saved },
  /** Frames after `after`, in order, about `most` bytes at a time; `done` when the end was reached. */
  'journal:frames': {
    input: z.object({ after: count, most: z.number().int().min(1).max(16 * mib) }),
    output: z.object({
      frames: z.array(z.object({ seq: count, head: Sha256, kind: z.enum(['sealed', 'public', 'checkpoint']), id: EntryId.nullable(), cipher: bytes(mib).nullable() })),
      done: z.boolean(),
    }),
  },
  'journal:missing': { input: z.object({ ids: z.array(EntryId).max(10_000) }), output: z.object({ missing: z.array(EntryId) }) },
  'journal:tell': {
    input: z.discriminatedUnion('event', [
      z.object({ event: z.literal('entries-reappended'), total: count, entries: z.array(EntryId).max(500) }),
      z.object({ event: z.literal('working-copy-rebuilt'), cause: z.string().regex(/^[a-z0-9-]{1,60}$/), entries: count }),
      z.object({ event: z.literal('operator-changed'), staffNumber: StaffNumber }),
    ]),
    output: Saved,
  },
  'journal:public': { input: z.object({ journal: z.union([z.literal('station'), z.literal('incident')]), before: count.nullable(), most: z.number().int().min(1).max(5000) }), output: z.object({ events: z.array(z.object({ seq: count, wallMs: z.number(), event: PublicEvent })), more: z.boolean() }) },

  /** Every journal held against the card, the mark, the second journals and heads typed from paper. Needs no key. */
  'audit:verify': {
    input: z.object({ printed: z.array(z.object({ seq: z.number().int().min(1), symbols: z.string().regex(/^[0-9A-Z]{10}$/) })).max(20) }),
    output: z.object({ findings: z.array(Finding), compared: z.array(Compared), entries: count, frames: count }),
  },

  /** The journals of this station, whose public frames an auditor may take along. */
  'audit:journals': { input: none, output: z.object({ journals: z.array(z.object({ journal: JournalName, realm: Realm, station: StationId, stationKey: z.string(), beginning: Sha256 })) }) },
  /** Frames after `after`: public ones whole, of a sealed one its hash. */
  'audit:frames': {
    input: z.object({ journal: JournalName, after: count, most: z.number().int().min(1).max(16 * mib) }),
    output: z.object({ frames: z.array(z.object({ seq: count, kind: z.enum(['sealed', 'public', 'checkpoint']), head: Sha256, wallMs: z.number(), bytes: bytes(mib).nullable(), event: PublicEvent.nullable() })), done: z.boolean() }),
  },
  /** The station signs an audit's manifest also while sealed: it says that this station made it. */
  'audit:sign': { input: z.object({ bytes: bytes(16 * mib), comment: z.string().regex(/^tomoshibi audit [\x20-\x7e]{0,180}$/) }), output: z.object({ minisig: z.string() }) },
  /** Told, written where a person chooses, signed, read back. `path` null: nobody chose a place. */
  'audit:write': {
    input: z.object({ fileName: z.string().regex(/^DWW_[A-Za-z0-9_-]{1,100}\.zip\.age$/), bytes: bytes(512 * mib), comment: z.string().regex(/^tomoshibi export [\x20-\x7e]{0,250}$/), scope: z.enum(['public', 'with-acts']) }),
    output: z.object({ path: z.string().nullable(), sha256: Sha256, read: bytes(512 * mib) }),
  },

  'snapshot:keep': { input: z.object({ upTo: count, head: Sha256, cipher: bytes(64 * mib) }), output: z.object({ file: Sha256 }) },
  'snapshot:find': { input: none, output: z.object({ upTo: count, head: Sha256, cipher: bytes(64 * mib) }).nullable() },
  'draft:keep': { input: z.object({ id: EntryId, cipher: bytes(256 * kib).nullable() }), output: none },
  'draft:find': { input: none, output: z.object({ drafts: z.array(z.object({ id: EntryId, cipher: bytes(256 * kib), saved: z.boolean() })) }) },

  /** A photo as a cipher, beside the journal and named by its hash. */
  'photo:keep': { input: z.object({ cipher: bytes(2 * mib) }), output: z.object({ file: Sha256 }) },
  'photo:find': { input: z.object({ file: Sha256 }), output: z.object({ cipher: bytes(2 * mib).nullable() }) },

  /** S for this incident: made by main when first asked for, held in memory only. */
  'pin:secret': { input: none, output: z.object({ s: bytes(32) }) },
  'pin:keep': { input: PinMaterial, output: none },
  /** Another PIN for somebody whose own was forgotten or stopped: two others have given theirs. */
  'pin:reset': { input: PinMaterial.extend({ by: z.tuple([StaffNumber, StaffNumber]) }), output: none },
  'pin:people': { input: none, output: z.object({ people: z.array(z.object({ person: Person, left: count })) }) },
  /** Counted as wrong before it is given out; 'pin:right' takes it back. */
  'pin:try': { input: z.object({ staffNumber: StaffNumber }), output: z.object({ salt: bytes(64), wrap: bytes(256), s: bytes(32), left: count }) },
  'pin:right': { input: z.object({ staffNumber: StaffNumber }), output: none },

  'restart:keep': { input: z.object({ label: z.string().regex(/^[A-Za-z0-9-]{1,16}$/), file: SealedFile }), output: none },
  'restart:try': { input: z.object({ staffNumber: StaffNumber }), output: z.object({ files: z.array(z.object({ label: z.string(), file: SealedFile })) }) },
  'restart:right': { input: z.object({ staffNumber: StaffNumber }), output: none },

  /** The window's databases cannot be opened at all: their files are put aside, and it begins without any. */
  'copy:put-aside': { input: none, output: none },

  /** Destroys this window; the answer never arrives. */
  'window:lock': { input: z.object({ why: z.enum(['asked', 'idle']) }), output: none },

  /** The window put a record's text on the clipboard: the machine empties it after a minute, and at a lock. It never reads it. */
  'clipboard:empty-soon': { input: none, output: none },

  'export:choose': { input: none, output: z.object({ folder: z.string().nullable() }) },
  /** Writes, flushes, signs with the station's key, reads back. `read` are the bytes as they lie on the disk now. */
  'export:write': { input: z.object({ folder: z.string().max(1000), fileName: z.string().regex(/^[A-Za-z0-9_.-]{1,120}\.zip\.age$/), bytes: bytes(512 * mib), comment: z.string().regex(/^[\x20-\x7e]{0,200}$/) }), output: z.object({ path: z.string(), sha256: Sha256, read: bytes(512 * mib) }) },
  /** One patient's records, or what a desk wrote, under a code of their own; into a folder of 'export:choose'. Told before, signed, read back. */
  'transfer:write': { input: z.object({ folder: z.string().max(1000), fileName: z.string().regex(/^DW[TX]_[A-Z]{2}_[0-9a-f]{12}\.age$/), bytes: bytes(64 * mib), comment: z.string().regex(/^tomoshibi transfer [0-9a-f]{16}$/) }), output: z.object({ path: z.string(), sha256: Sha256, read: bytes(64 * mib) }) },
  /** Pages of the ward for the next place, into a folder of 'export:choose'. Told before, signed, read back; without a cipher only for two people. */
  'continuity:write': { input: z.object({ folder: z.string().max(1000), fileName: z.string().regex(/^DWC_[A-Za-z0-9_-]{1,100}\.zip(\.age)?$/), bytes: bytes(512 * mib), comment: z.string().regex(/^tomoshibi continuity [0-9a-f]{16}$/), signers: ContinuitySigners }).refine(({ fileName, signers }) => (signers.way === 'plain') === fileName.endsWith('.zip')), output: z.object({ path: z.string(), sha256: Sha256, read: bytes(512 * mib) }) },
  /** The sheets that are laid out for paper now, as a PDF: through memory, never a file of ours. Only while a record is open. */
  'print:pdf': { input: none, output: z.object({ bytes: bytes(256 * mib) }) },
  'station:sign': { input: z.object({ bytes: bytes(16 * mib), comment: z.string().regex(/^[\x20-\x7e]{0,200}$/) }), output: z.object({ minisig: z.string() }) },
  /** What of the open record lies on two media, and up to where it was written. */
  'archive:state': { input: none, output: Archives },
  /** An export that was just written here, read back and proved is the archive on this medium. Refused on one device with the other, unless a reason is given. */
  'archive:keep': { input: z.object({ medium: Medium, sha256: Sha256, bytes: count, upTo: count, oneDevice: OneDeviceReason.nullable(), by: StaffNumber }), output: Archives },
  /** Closed records that still lie here, and who proved to be of the hospital's IT. Only while closed. */
  'erase:list': { input: none, output: z.object({ incidents: z.array(ClosedIncident), by: StaffNumber.nullable() }) },
  /** A medium is looked at in a folder a person chooses: hash and signature. `head`: the beginning of the file, for the officer's key to open. */
  'erase:check': { input: z.object({ incident: IncidentId, medium: Medium }), output: z.object({ found: MediumFound, head: bytes(256 * kib) }) },
  /** Destroys the station's wraps and the record's folder. Never refused half-way: what was begun the next start finishes. */
  'erase:do': { input: z.object({ incident: IncidentId, officer: StaffNumber }), output: StationStatus },
  'export:done': { input: z.object({ sha256: Sha256, bytes: count, upTo: count }), output: none },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

/** Why the machine did not do it. Codes; never a path, never anything of a patient. */
export type Fault =
  | { readonly code: 'not-saved'; readonly cause: 'disk-full' | 'disk-failed' | 'too-large' | 'closed' }
  | { readonly code: 'wait'; readonly seconds: number }
  | { readonly code: 'not-now' }
  | { readonly code: 'not-found' }
  | { readonly code: 'no-tries-left' }
  | { readonly code: 'refused' }
  /** The account of this envelope was retired after an emergency; its number never opens anything again. */
  | { readonly code: 'retired' }
  /** The envelope was given up before sealing; its code opens nothing. */
  | { readonly code: 'voided' }
  /** The list that is here was taken later: replaced only with a reason. */
  | { readonly code: 'older' }
  /** No export was made and read back since the stand-down. */
  | { readonly code: 'no-backup' }
  /** Both archives would lie on one device. */
  | { readonly code: 'one-device' }
  | { readonly code: 'disk-failed'; readonly cause: string }
  | { readonly code: 'journal-unreadable' }

export type Channel = keyof typeof bridge
export type Input<C extends Channel> = z.infer<(typeof bridge)[C]['input']>
export type Output<C extends Channel> = z.infer<(typeof bridge)[C]['output']>
export type Handlers = { readonly [C in Channel]: (input: Input<C>) => Promise<Result<Output<C>, Fault>> }
export type Bridge = { readonly call: <C extends Channel>(channel: C, ...input: Input<C> extends undefined ? [] : [Input<C>]) => Promise<Result<Output<C>, Fault>> }
export const channels = Object.keys(bridge) as readonly Channel[] // Object.keys forgets the key type of a const object
