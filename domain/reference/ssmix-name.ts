/**
 * File names of an SS-MIX2 standardised storage: patient_date_kind_order_transactionTime_department_condition, in
 * root / id[1–3] / id[4–6] / patient / date / kind. Source: reference/interop.md §2.1 (NHO specification, SS-MIX2 1.2g).
 */
export type SsmixKind = 'ADT-00' | 'ADT-22' | 'ADT-42' | 'ADT-52' | 'ADT-61'

export type SsmixName = {
  readonly hospitalId: string
  readonly kind: SsmixKind
  /** One order of one day and kind; its newest file is what stands. */
  readonly order: string
  /** The day of the event, then the transaction: greater is newer. */
  readonly newness: string
  readonly isDeleted: boolean
}

export type SsmixPath =
  | { readonly kind: 'read'; readonly name: SsmixName }
  /** An older state of an order, kept beside the new one. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'other'; readonly named: string }
  /** File name and folders do not say the same patient and kind. */
  | { readonly kind: 'disagrees' }

/** What each kind of file must hold. */
export const ssmixMessages: Readonly<Record<SsmixKind, string>> = {
  'ADT-00': 'ADT^A08',
  'ADT-22': 'ADT^A01',
  'ADT-42': 'ADT^A02',
  'ADT-52': 'ADT^A03',
  'ADT-61': 'ADT^A60',
}

// From the end: a patient's id may hold the sign that divides.
const form = /^(?<id>.+)_(?<date>\d{8}|-)_(?<kind>[A-Z]{3}(?:-\d{2})?)_(?<order>[^_]*)_(?<time>\d{14,17})_(?<department>[^_]*)_(?<condition>[012])$/

/** Reads a path as it lies in the storage. Rule REF-17. */
export function ssmixPath(path: string): SsmixPath {
  const parts = path.split(/[/\\]/)
  const found = form.exec(parts.at(-1) ?? '')?.groups
  if (found === undefined) return { kind: 'other', named: 'not-ssmix' }
  const { id = '', date = '', kind = '', order = '', time = '', condition } = found
  if (!isRead(kind)) return { kind: 'other', named: kind }
  const [idFolder, dateFolder, kindFolder] = parts.slice(-4, -1)
  // A file picked out of its folders has none to disagree with.
  if (parts.length >= 4 && (idFolder !== id || dateFolder !== date || kindFolder !== kind)) return { kind: 'disagrees' }
  if (condition === '2') return { kind: 'superseded' }
  const at = `${date === '-' ? '' : date}`.padEnd(8, '0') + time.padEnd(17, '0')
  return { kind: 'read', name: { hospitalId: id, kind, order: `${date}_${order}`, newness: at, isDeleted: condition === '0' } }
}

function isRead(kind: string): kind is SsmixKind {
  return kind in ssmixMessages
}
