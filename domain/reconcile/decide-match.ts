import { linkToHospital } from '../identity/link-patients.ts'
import { readHospitalId, type HospitalIdFault } from '../identity/hospital-id.ts'
import { identityOf } from '../identity/identity.ts'
import type { FromReference } from '../identity/claim.ts'
import type { EntryId } from '../ids.ts'
import type { Hold } from '../linkage/class.ts'
import { fields, type Scored } from '../linkage/levels.ts'
import type { Draft } from '../log/entry.ts'
import type { Person } from '../log/person.ts'
import { readTwo, type TwoIssue, type TypedTwo } from '../record/by-two.ts'
import { lineThrough } from '../record/strike.ts'
import { err, ok, type Result } from '../result.ts'
import { checkText, mostLine, type TextFault } from '../text.ts'
import { factsOf } from '../view/facts.ts'
import type { KnownRow } from '../view/ward-lists.ts'
import { MatchDecision, type MatchDecided } from './match.ts'

/** What two people settle on. Nothing in it is chosen beforehand, however likely the machine thinks it is. */
export type MatchForm = TypedTwo & {
  /** A `MatchDecision`, or '' when nothing was chosen. */
  readonly decision: string
  /** The hospital's number, of the candidate or as typed; of `new` the one the hospital has just given, or empty. */
  readonly hospitalId: string
  readonly reason: string
}

export const emptyMatch: MatchForm = { decision: '', hospitalId: '', reason: '', isAlone: false, aloneBecause: '' }

export type MatchIssue =
  | { readonly field: 'decision'; readonly code: 'decision-missing' }
  | ({ readonly field: 'hospitalId' } & (HospitalIdFault | { readonly code: 'id-missing' }))
  /** Nothing was compared, or the machine held it back: then it is said why all the same. */
  | ({ readonly field: 'reason' } & ({ readonly code: 'reason-empty' } | TextFault))
  | TwoIssue

/** The candidate that was looked at, with what each field said; null: a number typed by hand, or none. */
export type Looked = { readonly hospitalId: string; readonly from: FromReference | null; readonly scored: Scored; readonly holds: readonly Hold[] }

export type MatchDesk = {
  /** The main registration of the person. */
  readonly row: KnownRow
  readonly looked: Looked | null
  readonly second: Person | null
  /** Whoever is at work, and whoever they write for. */
  readonly first: readonly Person[]
  /** Fixed while the form is open, so that saving twice records once. */
  readonly ids: { readonly link: EntryId; readonly decision: EntryId }
}

export type MatchDraft = Draft<'patient-linked' | 'match-decided'>

/**
 * The link to the hospital's number, where there is one and it is not linked yet, then the decision: cut off between the two,
 * the question stands open. A bag whose end nobody wrote keeps nobody from being matched any more: after the stand-down it is in the
 * hands of the hospital's system, and an item of the board. Rules REC-9 to REC-12.
 */
export function decideMatch(form: MatchForm, { row, looked, second, first, ids }: MatchDesk): Result<readonly MatchDraft[], readonly MatchIssue[]> {
  const decision = MatchDecision.safeParse(form.decision)
  if (!decision.success) return err([{ field: 'decision', code: 'decision-missing' }])
  const isUnsure = decision.data === 'unsure'
  const number = isUnsure ? ok(null) : readHospitalId(form.hospitalId)
  const two = readTwo(form, second, first)
  const checked = checkText(form.reason, mostLine)
  const compared = number.ok && looked !== null && decision.data === 'same' && looked.hospitalId === number.value ? looked : null
  const issues: MatchIssue[] = []
  if (!number.ok) issues.push({ field: 'hospitalId', ...number.error })
  else if (decision.data === 'same' && number.value === null) issues.push({ field: 'hospitalId', code: 'id-missing' })
  if (!checked.ok) issues.push({ field: 'reason', ...checked.error })
  else if (form.reason.trim() === '' && (compared === null || compared.holds.length > 0)) issues.push({ field: 'reason', code: 'reason-empty' })
  if (!two.ok) issues.push(...two.error)
  if (issues.length > 0 || !number.ok || !two.ok) return err(issues)

  const hospitalId = number.value
  const body: MatchDecided = {
    decision: decision.data, hospitalId, from: compared?.from ?? null,
    evidence: compared === null ? [] : fields.map((field) => ({ field, level: compared.scored[field] })), holds: compared === null ? [] : [...compared.holds],
    reason: form.reason, byTwo: two.value,
  }
  const decided: MatchDraft = { id: ids.decision, kind: 'match-decided', patient: row.id, at: null, body }
  const identity = identityOf(row)
  if (hospitalId === null || (identity.state === 'linked' && identity.hospitalId === hospitalId)) return ok([decided])
  const linked = linkToHospital(ids.link, nothingRuns, { patient: row.id, hospitalId, from: body.from, reason: form.reason.trim() === '' ? matchReason : form.reason })
  if (!linked.ok) throw new Error('The reason was looked at, and nothing runs') // no input leads here
  return ok([linked.value, decided])
}

const nothingRuns = { patients: new Map() } as const
/** Why a link was made, where the two said no more than that they compared. */
const matchReason = '非常時後の照合（2人）'

/**
 * Takes a decision back, and the link that came with it: two lines, the decision's first, so that no number holds in between.
 * `members`: every registration of the person. Rule REC-11.
 */
export function undoMatch(ids: readonly [EntryId, EntryId], members: readonly KnownRow[], decision: EntryId, reason: string): Result<readonly Draft<'entry-struck' | 'ward-line-struck'>[], { readonly code: 'reason-empty' | 'not-found' } | TextFault> {
  const holder = members.find((row) => factsOf(row, 'match-decided').some(({ entry }) => entry === decision))
  const decided = holder === undefined ? undefined : factsOf(holder, 'match-decided').find(({ entry }) => entry === decision)
  if (holder === undefined || decided === undefined) return err({ code: 'not-found' })
  const links = members.flatMap((row) => factsOf(row, 'patient-linked').filter(({ body }) => body.to.kind === 'hospital' && body.to.hospitalId === decided.body.hospitalId).map((link) => ({ row, link })))
  const [newest] = links
  const targets = [{ row: holder, fact: decided }, ...(newest === undefined ? [] : [{ row: newest.row, fact: newest.link }])]
  const drafts: Draft<'entry-struck' | 'ward-line-struck'>[] = []
  for (const [index, { row, fact }] of targets.entries()) {
    const id = ids[index]
    if (id === undefined) break
    const struck = lineThrough(id, { entry: { id: fact.entry, kind: fact.kind, patient: row.id, at: fact.at }, struck: false, running: [] }, reason)
    if (!struck.ok) return err(struck.error.code === 'reason-empty' || struck.error.code.startsWith('text-') ? (struck.error as { readonly code: 'reason-empty' } | TextFault) : { code: 'not-found' })
    drafts.push(struck.value)
  }
  return ok(drafts)
}
