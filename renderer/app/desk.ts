import type { EntryId, PatientId, StaffNumber } from '#domain/ids.ts'
import type { Instant } from '#domain/time.ts'
import type { RestoredDraft } from '../store/drafts.ts'

/** A form that was left half-written: its values go back into it when its owner comes back. */
export type Half = { readonly id: EntryId; readonly form: string; readonly patient: PatientId | null; readonly by: StaffNumber; readonly values: unknown; readonly keptAt: Instant }

/** Half-written forms, by form, patient and owner: two people at one patient do not write over each other. Changed as people type. */
export type Desk = Map<string, Half>

/** The form under which an owner is told that somebody took their half-written form over; kept like any draft until they have read it. */
export const takenOverForm = 'taken-over'
export type TakenOver = { readonly by: string; readonly form: string; readonly at: Instant }

/** A registration has a patient only once it is saved: it is found without one. */
export function deskKey(form: string, patient: PatientId | null, by: StaffNumber): string {
  return `${form}|${form === 'register' ? '' : (patient ?? '')}|${by}`
}

export function deskOf(restored: readonly RestoredDraft[]): Desk {
  return new Map(restored.filter(({ saved }) => !saved).map((draft) => [draft.form === takenOverForm ? draft.id : deskKey(draft.form, draft.patient, draft.by), draft]))
}

/** What others left half-written in this form of this patient, newest first. */
export function othersAt(desk: Desk, form: string, patient: PatientId | null, by: StaffNumber): readonly Half[] {
  const here = deskKey(form, patient, by)
  return [...desk.values()].filter((half) => half.by !== by && half.form === form && deskKey(form, half.patient, by) === here).toSorted((one, other) => (one.keptAt < other.keptAt ? 1 : -1))
}

/** What this person left half-written of a patient, newest first. */
export function ownAt(desk: Desk, patient: PatientId, by: StaffNumber): readonly Half[] {
  return [...desk.values()].filter((half) => half.by === by && half.patient === patient && half.form !== takenOverForm).toSorted((one, other) => (one.keptAt < other.keptAt ? 1 : -1))
}

/** Moves a half-written form to a new owner, and leaves word for the one before. Both are to be kept as drafts. */
export function moveTo(desk: Desk, half: Half, by: { readonly staffNumber: StaffNumber; readonly name: string }, at: Instant, wordId: EntryId): { readonly half: Half; readonly word: Half } {
  const values: TakenOver = { by: by.name, form: half.form, at }
  const moved: Half = { ...half, by: by.staffNumber, keptAt: at }
  const word: Half = { id: wordId, form: takenOverForm, patient: half.patient, by: half.by, values, keptAt: at }
  desk.delete(deskKey(half.form, half.patient, half.by))
  desk.set(deskKey(half.form, half.patient, by.staffNumber), moved)
  desk.set(word.id, word)
  return { half: moved, word }
}

/** What this person must be told of forms that were theirs. */
export function wordsFor(desk: Desk, owner: StaffNumber): readonly (Half & { readonly values: TakenOver })[] {
  return [...desk.values()].filter((half): half is Half & { readonly values: TakenOver } => half.form === takenOverForm && half.by === owner)
}
