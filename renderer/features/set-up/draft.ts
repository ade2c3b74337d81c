import { fewestEnvelopes } from '#domain/access/ceremony.ts'
import { AgeRecipient } from '#domain/access/keys.ts'
import { readKeeper } from '#domain/inventory/inventory.ts'
import { StationLetters } from '#domain/number/ward-number.ts'
import { checkText, mostName } from '#domain/text.ts'
import { mostBedText, readBeds } from '#domain/beds.ts'
import { nobodyTyped, type KeeperTyped } from '#renderer/ui/keeper-fields.tsx'

/** The stops of set-up, in order. */
export const setUpSteps = ['ward', 'officer', 'maintenance', 'envelopes', 'prove', 'fingerprint', 'seal'] as const
/** A renewal keeps the ward and what the IT office set; accounts, envelopes and, if wanted, the officer are new. */
export const renewalSteps = ['officer', 'envelopes', 'prove', 'fingerprint', 'seal'] as const satisfies readonly SetUpStep[]
export type SetUpStep = (typeof setUpSteps)[number]

/** What people typed and ticked. May be kept anywhere: no key and no code stands in it. */
export type SetUpDraft = {
  readonly hospital: string
  readonly ward: string
  readonly letters: string
  readonly beds: string
  /** `kept`: the officer of the ceremony or the seal before. */
  readonly officer: 'kept' | 'made-here' | 'pasted' | null
  /** The pasted public key, as typed. */
  readonly officerKey: string
  readonly isOfficerKeyKept: boolean
  readonly envelopes: 2 | 3 | 4 | 5
  readonly printer: 'usb' | 'network' | 'none' | null
  /** The printer and the system were told not to keep what they print. */
  readonly isNothingKept: boolean
  /** Where each envelope goes, and who answers for it. */
  readonly places: Readonly<Record<number, { readonly place: string; readonly holder: string }>>
  /** Who seals. */
  readonly sealer: KeeperTyped
  readonly areEnvelopesClosed: boolean
}

export const emptyDraft: SetUpDraft = {
  hospital: '', ward: '', letters: '', beds: '20', officer: null, officerKey: '', isOfficerKeyKept: false, envelopes: 3, printer: null, isNothingKept: false, places: {}, sealer: nobodyTyped, areEnvelopesClosed: false,
}

export type Proof =
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'trying' }
  | { readonly kind: 'proved' }
  | { readonly kind: 'refused'; readonly why: 'wrong-code' | 'file-damaged' | 'not-the-key' | 'other-officer' | 'wrong-answer' | 'other' }

/** What the window made and proved so far. Holds secrets only while they are shown, and is never stored. */
export type SetUpWork = {
  readonly officer: { readonly recipient: string; readonly secret: string | null } | null
  /** The officer for whom a forgotten maintenance passphrase can be replaced; null before one was set. */
  readonly maintenanceOfficer: string | null
  readonly officerProof: Proof
  /** Where the test file for an officer elsewhere was written; null before. */
  readonly officerTest: string | null
  /** Null before the codes were made; void ones stand in `voided`. `code` is null once the sheet is printed or copied. */
  readonly envelopes: readonly { readonly number: number; readonly code: string | null; readonly wasSent: boolean; readonly isOnPaper: boolean; readonly proof: Proof }[] | null
  readonly voided: readonly number[]
  /** How often a sheet can still be made again without all of them being printed anew. */
  readonly spares: number
  /** Envelopes whose sheet was compared with the screen. */
  readonly compared: readonly number[]
  /** There was an officer before, whose key can be kept. */
  readonly canKeepOfficer: boolean
  readonly fingerprint: string | null
  readonly busy: 'officer-key' | 'passphrase' | 'envelopes' | 'printing' | 'sealing' | null
}

/** The first thing that keeps this step from being done; null when it is done. */
export type Missing =
  | 'hospital' | 'ward' | 'letters' | 'beds' | 'text'
  | 'officer-choice' | 'officer-key' | 'officer-not-made' | 'officer-not-kept'
  | 'passphrase'
  | 'codes-not-made' | 'not-on-paper' | 'too-few'
  | 'not-proved' | 'officer-not-proved'
  | 'not-compared' | 'not-placed' | 'sealer' | 'not-closed' | 'busy'

export function missingAt(step: SetUpStep, draft: SetUpDraft, work: SetUpWork): Missing | null {
  if (work.busy !== null) return 'busy'
  switch (step) {
    case 'ward':
      return missingOfWard(draft)
    case 'officer':
      return missingOfOfficer(draft, work)
    case 'maintenance':
      return isPassphraseKept(draft, work) ? null : 'passphrase'
    case 'envelopes':
      if (work.envelopes === null) return 'codes-not-made'
      if (work.envelopes.length < fewestEnvelopes) return 'too-few'
      return work.envelopes.every(({ isOnPaper }) => isOnPaper) ? null : 'not-on-paper'
    case 'prove':
      if (work.envelopes === null || work.envelopes.some(({ proof }) => proof.kind !== 'proved')) return 'not-proved'
      return work.officerProof.kind === 'proved' ? null : 'officer-not-proved'
    case 'fingerprint':
      if (work.fingerprint === null || (work.envelopes ?? []).some(({ number }) => !work.compared.includes(number))) return 'not-compared'
      if ((work.envelopes ?? []).some(({ number }) => (draft.places[number]?.place.trim() ?? '') === '')) return 'not-placed'
      return readKeeper(draft.sealer.name, draft.sealer.staffNumber) === null ? 'sealer' : null
    case 'seal':
      return draft.areEnvelopesClosed ? null : 'not-closed'
  }
}

function missingOfWard({ hospital, ward, letters, beds }: SetUpDraft): Missing | null {
  if (hospital.trim() === '') return 'hospital'
  if (ward.trim() === '') return 'ward'
  if (readLetters(letters) === null) return 'letters'
  if (!readBeds(beds).ok) return 'beds'
  // The card refuses it later, when every envelope has been proved already.
  return checkText(hospital, mostName).ok && checkText(ward, mostName).ok && checkText(beds, mostBedText).ok ? null : 'text'
}

function missingOfOfficer({ officer, officerKey, isOfficerKeyKept }: SetUpDraft, work: SetUpWork): Missing | null {
  if (officer === null) return 'officer-choice'
  if (officer === 'kept') return work.canKeepOfficer ? null : 'officer-choice'
  if (officer === 'pasted') return readOfficerKey(officerKey).kind === 'good' ? null : 'officer-key'
  if (work.officer === null) return 'officer-not-made'
  return isOfficerKeyKept ? null : 'officer-not-kept'
}

/** A passphrase is set, and for this very officer: one set before the officer's key was exchanged could not be replaced. */
export function isPassphraseKept(draft: SetUpDraft, work: SetUpWork): boolean {
  // The account of before is the same officer's.
  if (draft.officer === 'kept' && work.maintenanceOfficer === null) return work.canKeepOfficer
  const pasted = readOfficerKey(draft.officerKey)
  const officer = draft.officer === 'pasted' ? (pasted.kind === 'good' ? pasted.recipient : null) : work.officer?.recipient
  return work.maintenanceOfficer !== null && work.maintenanceOfficer === officer
}

/** Letters as typed, in capitals and half width; null when they are not two of the ten. */
export function readLetters(typed: string): StationLetters | null {
  const read = StationLetters.safeParse(typed.normalize('NFKC').toUpperCase().trim())
  return read.success ? read.data : null
}

/** Why no code may be made yet; null when it may. A network printer keeps what it prints, and a code must not be kept. */
export function printerMissing({ printer, isNothingKept }: SetUpDraft): 'printer' | 'network-printer' | 'kept-prints' | null {
  if (printer === null) return 'printer'
  if (printer === 'network') return 'network-printer'
  return printer === 'none' || isNothingKept ? null : 'kept-prints'
}

export type OfficerKeyRead =
  | { readonly kind: 'empty' }
  | { readonly kind: 'good'; readonly recipient: AgeRecipient }
  /** The secret half was pasted: it must not stay on this PC. */
  | { readonly kind: 'secret' }
  /** Post-quantum, plugin or SSH: `age` at another hospital could not open it. */
  | { readonly kind: 'other-kind' }
  | { readonly kind: 'not-a-key' }

export function readOfficerKey(typed: string): OfficerKeyRead {
  const text = typed.trim()
  if (text === '') return { kind: 'empty' }
  if (/AGE-SECRET-KEY-/i.test(text)) return { kind: 'secret' }
  const read = AgeRecipient.safeParse(text)
  if (read.success) return { kind: 'good', recipient: read.data }
  return /^(age1[a-z0-9]+1|ssh-)/.test(text) ? { kind: 'other-kind' } : { kind: 'not-a-key' }
}
