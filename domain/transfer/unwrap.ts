import type { FormExtended } from '../form/hospital-field.ts'
import { corrected } from '../incident/clock.ts'
import { readEntry, type Entry } from '../log/entry.ts'
import type { Origin } from './imported.ts'

/** An entry as it was written, and where: null for our own. `form`: of another station's form, what its hospital calls its own fields. */
export type AsWritten = { readonly entry: Entry; readonly origin: Origin | null; readonly form: FormExtended | null }

/**
 * Takes an imported record out of its wrapping, with its times corrected by what the other station knew of its clock. What
 * cannot be read here, is about another patient, of another realm, or is itself a wrapping stays wrapped: it is shown as what it is.
 */
export function asWritten(entry: Entry): AsWritten {
  if (entry.kind !== 'entry-imported') return { entry, origin: null, form: null }
  const { origin, entry: there, form, photo } = entry.body
  const read = readEntry(there)
  if (!read.ok) return { entry, origin, form }
  const inner = read.value
  if (inner.kind === 'entry-imported' || inner.id !== entry.id || inner.patient !== entry.patient || inner.realm !== entry.realm) return { entry, origin, form }
  const times = { at: corrected(inner.at, origin.clockOffsetMs), recordedAt: corrected(inner.recordedAt, origin.clockOffsetMs) }
  // A picture that came along is read where it lies here.
  if (inner.kind === 'photo-taken' && photo !== null) return { entry: { ...inner, ...times, body: { ...inner.body, file: photo } }, origin, form }
  return { entry: { ...inner, ...times }, origin, form }
}

/** A photograph that lies at this station: taken here, or come along with a patient. Null for every other record. */
export function photoHere(entry: Entry): Entry<'photo-taken'> | null {
  if (entry.kind === 'entry-imported' && entry.body.photo === null) return null
  const { entry: written } = asWritten(entry)
  return written.kind === 'photo-taken' ? written : null
}
