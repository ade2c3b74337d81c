import type { PatientId } from '../ids.ts'
import type { Kind } from '../log/kinds.ts'
import { millisecondsOf } from '../time.ts'
import type { MergedEntry } from './merge.ts'

/** Two records of one patient and kind, written at two stations within minutes of each other: perhaps one event told twice. Both are kept. */
export type Together = { readonly patient: PatientId; readonly kind: Kind; readonly one: MergedEntry; readonly other: MergedEntry }

const withinMs = 10 * 60_000

/** Kinds that tell an event of care; traces of acts are told by every station for itself. */
const told: ReadonlySet<string> = new Set<Kind>(['vital-signs', 'note', 'form', 'medicine-given', 'medicine-withheld', 'transfusion-started', 'fluid-measured', 'exam-reported', 'specimen-taken', 'allergy-stated', 'triage-decided', 'death-confirmed'])

/** `entries`: by the time they happened. */
export function sameTogether(entries: readonly MergedEntry[]): readonly Together[] {
  const found: Together[] = []
  const last = new Map<string, MergedEntry[]>()
  for (const one of entries) {
    const { patient, kind, at } = one.entry
    if (patient === null || !told.has(kind)) continue
    const key = `${patient} ${kind}`
    const near = (last.get(key) ?? []).filter(({ entry }) => millisecondsOf(at) - millisecondsOf(entry.at) <= withinMs)
    for (const other of near) if (other.from !== one.from) found.push({ patient, kind, one: other, other: one })
    last.set(key, [...near, one])
  }
  return found
}
