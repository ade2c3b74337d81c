import type { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { err, ok, type Result } from '../result.ts'
import { checkText, mostLine, mostName, mostNote, type TextFault } from '../text.ts'
import type { Instant } from '../time.ts'
import { isHere } from '../view/presence.ts'
import { bedKey } from '../view/ward-lists.ts'
import type { WardPerson } from '../view/ward-people.ts'
import type { Isolation, Mobility } from './stay.ts'

/** What can be done about where a patient is. `bed`: a bed for who is here, an admission for who had left. */
export const stayActs = ['bed', 'on-leave', 'returned', 'sent', 'discharged', 'needs', 'death'] as const
export type StayAct = (typeof stayActs)[number]

/** As typed. Boxes that do not belong to the chosen act are left alone: what stands in them is kept and not written. */
export type StayForm = {
  readonly act: StayAct | null
  readonly bed: string
  readonly to: string
  readonly mobility: Mobility | null
  /** `none`: said to need none. Empty: nothing said. */
  readonly isolation: readonly (Isolation | 'none')[]
  readonly handedOver: string
  readonly note: string
  readonly doctor: string
  readonly cause: string
}

export const emptyStay: StayForm = { act: null, bed: '', to: '', mobility: null, isolation: [], handedOver: '', note: '', doctor: '', cause: '' }

export type StayIssue =
  | { readonly field: 'act'; readonly code: 'not-chosen' }
  /** Somebody else wrote meanwhile that the patient left or returned. */
  | { readonly field: 'act'; readonly code: 'not-possible-now' }
  | { readonly field: 'bed'; readonly code: 'bed-missing' | 'same-bed' }
  | { readonly field: 'to'; readonly code: 'to-missing' }
  | { readonly field: 'doctor'; readonly code: 'doctor-missing' }
  | { readonly field: 'isolation'; readonly code: 'none-with-others' | 'nothing-said' }
  | ({ readonly field: 'bed' | 'to' | 'handedOver' | 'note' | 'doctor' | 'cause' } & TextFault)

export type StayDesk = {
  /** The registration whose chart is open: the entries are written to it. */
  readonly patient: PatientId
  readonly person: WardPerson
  /** When it happened; null: now. */
  readonly at: Instant | null
  /** Fixed while the form is open, so that saving twice records once. */
  readonly ids: { readonly stay: EntryId; readonly move: EntryId }
}

export type StayDraft = Draft<'stay-changed' | 'patient-moved' | 'care-needs-stated' | 'death-confirmed'>

/** Acts that make sense of somebody who is where they are now. */
export function actsFor({ presence, hasDied }: Pick<WardPerson, 'presence' | 'hasDied'>): readonly StayAct[] {
  if (!isHere(presence)) return hasDied ? ['bed'] : ['bed', 'death']
  return stayActs.filter((act) => (act === 'returned' ? presence === 'on-leave' : act === 'on-leave' ? presence === 'present' && !hasDied : act === 'death' ? !hasDied : true))
}

/** The entries of the form, in the order they are to be saved, or everything in its way. Rules STAY-4, STAY-8. */
export function stayEntries(form: StayForm, { patient, person, at, ids }: StayDesk): Result<readonly StayDraft[], readonly StayIssue[]> {
  const issues = issuesOf(form, person)
  const { act, bed, to, mobility, isolation, handedOver, note, doctor, cause } = form
  if (issues.length > 0 || act === null) return err(issues)
  const stay = (body: Partial<Draft<'stay-changed'>['body']> & Pick<Draft<'stay-changed'>['body'], 'change'>): StayDraft => ({ id: ids.stay, kind: 'stay-changed', patient, at, body: { to: '', mobility, handedOver, note, ...body } })
  switch (act) {
    case 'bed': {
      const move: StayDraft = { id: ids.move, kind: 'patient-moved', patient, at, body: { bed } }
      return ok(isHere(person.presence) ? [move] : [stay({ change: 'admitted' }), move])
    }
    case 'sent':
      return ok([stay({ change: 'sent', to })])
    case 'on-leave':
    case 'returned':
    case 'discharged':
      return ok([stay({ change: act, to: act === 'returned' ? '' : to })])
    case 'needs':
      return ok([{ id: ids.stay, kind: 'care-needs-stated', patient, at, body: { mobility, isolation: isolation.length === 0 ? null : isolation.filter((one) => one !== 'none'), note } }])
    case 'death':
      return ok([{ id: ids.stay, kind: 'death-confirmed', patient, at, body: { doctor, cause, note } }])
  }
}

function issuesOf(form: StayForm, person: WardPerson): readonly StayIssue[] {
  const { act, bed, to, mobility, isolation, handedOver, note, doctor, cause } = form
  if (act === null) return [{ field: 'act', code: 'not-chosen' }]
  const issues: StayIssue[] = actsFor(person).includes(act) ? [] : [{ field: 'act', code: 'not-possible-now' }]
  const text = (field: 'bed' | 'to' | 'handedOver' | 'note' | 'doctor' | 'cause', typed: string, most: number): void => {
    const checked = checkText(typed, most)
    if (!checked.ok) issues.push({ field, ...checked.error })
  }
  if (act === 'bed') {
    text('bed', bed, mostName)
    if (bedKey(bed) === '') issues.push({ field: 'bed', code: 'bed-missing' })
    else if (bedKey(bed) === bedKey(person.bed ?? '')) issues.push({ field: 'bed', code: 'same-bed' })
  }
  if (act === 'sent' || act === 'on-leave' || act === 'discharged') text('to', to, mostLine)
  if (act === 'sent' && to.trim() === '') issues.push({ field: 'to', code: 'to-missing' })
  if (act === 'needs') {
    text('note', note, mostLine)
    if (mobility === null && isolation.length === 0) issues.push({ field: 'isolation', code: 'nothing-said' })
    if (isolation.includes('none') && isolation.length > 1) issues.push({ field: 'isolation', code: 'none-with-others' })
  } else text('note', note, mostNote)
  if (act === 'death') {
    text('doctor', doctor, mostName)
    text('cause', cause, mostLine)
    if (doctor.trim() === '') issues.push({ field: 'doctor', code: 'doctor-missing' })
  } else if (act !== 'needs') text('handedOver', handedOver, mostName)
  return issues
}

/** Whoever else lies in this bed: told before the move is made, and not refused. */
export function lyingIn(bed: string, person: Pick<WardPerson, 'row'>, here: readonly WardPerson[]): readonly WardPerson[] {
  return bedKey(bed) === '' ? [] : here.filter((other) => other.row.id !== person.row.id && bedKey(other.bed ?? '') === bedKey(bed))
}
