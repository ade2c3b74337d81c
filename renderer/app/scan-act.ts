import type { PatientId, StaffNumber } from '#domain/ids.ts'
import type { ScanFault, Scanned, ScannedKind } from '#domain/scan/scanned.ts'
import type { Realm } from '#domain/realm.ts'
import type { Result } from '#domain/result.ts'

/** Where a scan finds the ward. */
export type ScanPlace = {
  /** Whose chart is open. */
  readonly chart: PatientId | null
  /** A registration is being written: it is about a patient too. */
  readonly isRegistering: boolean
  /** Codes, keys, an export or a question stand on the screen: no chart opens over them. */
  readonly isBusy: boolean
  /** A text box had the focus: what means nothing here stays typed in it. */
  readonly isInBox: boolean
  readonly mayRegister: boolean
  readonly me: StaffNumber
}

export type Finding = {
  readonly byNumber: (number: string) => PatientId | null
  /** The ward's patient who is known to bear this number of the hospital's. */
  readonly byHospitalId: (number: string, from: 'hospital' | 'gs1') => PatientId | null
}

/** What one line or one question says of a scan. The text of a scan nobody knows is never in it. */
export type ScanSaid =
  | { readonly say: 'opened'; readonly as: 'ward-number' | 'hospital-patient'; readonly number: string }
  | { readonly say: 'same-patient'; readonly as: 'ward-number' | 'hospital-patient'; readonly number: string }
  | { readonly say: 'other-patient'; readonly patient: PatientId }
  | { readonly say: 'not-on-ward'; readonly as: 'ward-number' | 'hospital-patient'; readonly number: string; readonly mayRegister: boolean }
  | { readonly say: 'not-here'; readonly kind: 'triage-tag' | 'product' }
  | { readonly say: 'busy' }
  | { readonly say: 'other-realm'; readonly realm: Realm }
  | { readonly say: 'check-symbol'; readonly of: Extract<ScanFault, { code: 'check-symbol' }>['of'] }
  | { readonly say: 'two-meanings'; readonly kinds: readonly ScannedKind[] }
  /** `length` is null for a text longer than any bar. */
  | { readonly say: 'unknown'; readonly length: number | null }

export type ScanAct =
  /** Not taken: it stays where it was typed. */
  | { readonly act: 'leave' }
  | { readonly act: 'change-person'; readonly to: StaffNumber }
  | { readonly act: 'open'; readonly patient: PatientId; readonly said: ScanSaid }
  | { readonly act: 'say'; readonly said: ScanSaid }

/**
 * What the ward does with a scan. A band opens its patient at once, unless a chart or a registration is open: then only
 * after a question, for what a hand is about to write belongs to the patient on the screen. Rules SCAN-11 to SCAN-14.
 */
export function scanAct(meaning: Result<Scanned, ScanFault>, place: ScanPlace, find: Finding): ScanAct {
  if (!meaning.ok) return faultAct(meaning.error, place)
  const { value } = meaning
  switch (value.kind) {
    case 'ward-number':
      return patientAct(find.byNumber(value.number), value, place)
    case 'hospital-patient':
      return patientAct(find.byHospitalId(value.number, value.from), value, place)
    case 'badge':
      return place.isBusy || value.staffNumber === place.me ? { act: 'leave' } : { act: 'change-person', to: value.staffNumber }
    case 'envelope-code':
      return { act: 'leave' }
    case 'triage-tag':
    case 'product':
      return place.isInBox ? { act: 'leave' } : say({ say: 'not-here', kind: value.kind })
  }
}

function patientAct(patient: PatientId | null, { kind, number }: Extract<Scanned, { kind: 'ward-number' | 'hospital-patient' }>, place: ScanPlace): ScanAct {
  if (place.isBusy) return say({ say: 'busy' })
  if (patient === null) return say({ say: 'not-on-ward', as: kind, number, mayRegister: place.mayRegister })
  if (patient === place.chart) return say({ say: 'same-patient', as: kind, number })
  if (place.chart !== null || place.isRegistering) return say({ say: 'other-patient', patient })
  return { act: 'open', patient, said: { say: 'opened', as: kind, number } }
}

function faultAct(fault: ScanFault, { isInBox }: ScanPlace): ScanAct {
  switch (fault.code) {
    case 'other-realm':
      return say({ say: 'other-realm', realm: fault.realm })
    case 'check-symbol':
      return say({ say: 'check-symbol', of: fault.of })
    case 'two-meanings':
      return say({ say: 'two-meanings', kinds: fault.kinds })
    case 'empty':
      return { act: 'leave' }
    case 'too-long':
      return isInBox ? { act: 'leave' } : say({ say: 'unknown', length: null })
    case 'unknown':
      return isInBox ? { act: 'leave' } : say({ say: 'unknown', length: fault.length })
  }
}

function say(said: ScanSaid): ScanAct {
  return { act: 'say', said }
}
