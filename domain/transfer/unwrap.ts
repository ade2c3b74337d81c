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
  const { origin, entry: there, form } = entry.body
  const read = readEntry(there)
  if (!read.ok) return { entry, origin, form }
  const inner = read.value
  if (inner.kind === 'entry-imported' || inner.id !== entry.id || inner.patient !== entry.patient || inner.realm !== entry.realm) return { entry, origin, form }
  return { entry: { ...inner, at: corrected(inner.at, origin.clockOffsetMs), recordedAt: corrected(inner.recordedAt, origin.clockOffsetMs) }, origin, form }
}
