import type { ReferencePatient } from './reference-patient.ts'

/**
 * What every reader of reference data says, whatever the format: facts about a hospital id, faults by place and code, and
 * how far it has come. No fault holds anything of what stood there: a path, a line or a cell can name a patient.
 */
export type ReferenceStay = NonNullable<ReferencePatient['stay']>
export type ReferenceAllergies = NonNullable<ReferencePatient['allergies']>

/** `file` counts from 1 in the given list; `row` is a row, line or message in it as a spreadsheet counts; null: the file as a whole. */
export type ReferencePlace = { readonly file: number; readonly row: number | null }

/** When the source wrote it, `YYYYMMDDHHMMSSfff`, so that the newest wins whatever the order of reading; null: the source does not say. */
export type WrittenAt = string | null

export type ReferenceFact =
  | { readonly kind: 'patient'; readonly patient: ReferencePatient; readonly at: WrittenAt; readonly place: ReferencePlace }
  /** `stay` null: had left by then. `at` is the moment of the stay's event, then of its writing. */
  | { readonly kind: 'stay'; readonly hospitalId: string; readonly at: string; readonly stay: ReferenceStay | null }
  | { readonly kind: 'allergies'; readonly hospitalId: string; readonly allergies: ReferenceAllergies; readonly place: ReferencePlace }

export type ReferenceFaultCode =
  // A file as a whole
  | FileFaultCode
  // A row, line or message
  | 'row-too-long'
  | 'cut-off'
  | 'quote-unclosed'
  | 'too-few-cells'
  | 'too-many-cells'
  | 'not-understood'
  // A value in it
  | ValueFaultCode
  // The same id again
  | 'id-twice'
  | 'id-of-two-people'
  // A standardised storage: name, folder and message must say the same
  | 'name-disagrees'
  | 'kind-disagrees'
  | 'id-disagrees'
  // FHIR
  | 'reference-unknown'
  // Documents
  | 'not-a-document'

/** Why a file is not read at all. `is-workbook`: to be saved as CSV first; archives are never unpacked. */
export type FileFaultCode = 'file-empty' | 'is-workbook' | 'is-archive' | 'is-pdf' | 'not-text' | 'file-too-large' | 'file-unreadable' | 'folder-too-large' | 'no-rows' | 'too-many-columns'

export type ValueFaultCode =
  | 'id-missing'
  | 'name-missing'
  | 'formula'
  | 'text-too-long'
  | 'text-has-control-characters'
  | 'text-is-broken'
  | 'sex-not-understood'
  | 'birth-not-understood'
  | 'date-not-understood'
  | 'too-many-allergies'

export type ReferenceFault = { readonly code: ReferenceFaultCode; readonly place: ReferencePlace }

export type ReferenceBatch = {
  readonly facts: readonly ReferenceFact[]
  readonly faults: readonly ReferenceFault[]
  /** What is no reference data and was passed over, counted by a harmless name (`OMP-01`, `ORU^R01`, `Observation`). */
  readonly others: Readonly<Record<string, number>>
  /** So far, of all bytes given. */
  readonly readBytes: number
  /** So far: rows, lines, messages or files looked at. */
  readonly rows: number
}

/** Faults are counted without end; the first ones are listed. */
export type FaultCount = {
  readonly total: number
  readonly byCode: Readonly<Partial<Record<ReferenceFaultCode, number>>>
  readonly listed: readonly ReferenceFault[]
}
export const mostListedFaults = 1000
