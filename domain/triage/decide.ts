import type { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { readJcs, readNumberVital, type VitalFault } from '../record/vital-entry.ts'
import { err, ok, type Result } from '../result.ts'
import { checkText, mostLine, type TextFault } from '../text.ts'
import type { Instant } from '../time.ts'
import { isDowngrade, type TriageCategory } from './category.ts'
import type { TriageJob } from './decision.ts'
import { noPatValues, type AnatomicalSign, type Mechanism, type PatValues, type PatVital, type Vulnerable } from './pat.ts'
import { noStartValues, type StartValues } from './start.ts'
import { suggestByPat, suggestByStart, type Suggestion, type TriagedWho } from './suggest.ts'
import { tagHolders, tagIssues, type TagIssue, type TagWorn } from './tag.ts'

/** A triage as it is being filled in. `decided: null`: nobody decided yet; no suggestion ever fills it in. */
export type TriageForm = {
  readonly method: 'START' | 'PAT' | 'clinical'
  readonly start: Omit<StartValues, 'respirationsPerMin'> & { readonly respirationsPerMin: string }
  readonly pat: PatForm
  readonly looksLikeChild: boolean
  readonly pregnant: boolean
  readonly decided: TriageCategory | null
  readonly overrideReason: string
  readonly place: string
  readonly organisation: string
  readonly job: TriageJob
  /** Empty: the number the patient wears already is kept. */
  readonly tagNumber: string
  /** Answer to "better than before": a new tag was hung, or the patient wears none. */
  readonly newTag: 'hung' | 'none-worn' | null
  /** The answer to "somebody else wears this number": both do. */
  readonly isTagShared: boolean
  readonly note: string
}

export type PatForm = {
  readonly typed: Readonly<Record<PatVital | 'gcs', string>>
  /** Boxes somebody wrote in or emptied: nothing is taken over into them any more. */
  readonly touched: readonly (PatVital | 'gcs')[]
  /** Boxes that show a recent value of the chart; made anew each time (recent-vitals.ts), never kept in a draft. */
  readonly fromChart: readonly PatVital[]
  readonly cardiacArrest: boolean
  readonly shock: boolean | null
  readonly anatomy: readonly AnatomicalSign[] | null
  readonly mechanisms: readonly Mechanism[]
  readonly vulnerable: readonly Vulnerable[]
}

export const emptyPatForm: PatForm = {
  typed: { jcs: '', gcs: '', respirationsPerMin: '', pulsePerMin: '', systolicMmHg: '', spo2Percent: '', temperatureC: '' },
  touched: [], fromChart: [], cardiacArrest: false, shock: null, anatomy: null, mechanisms: [], vulnerable: [],
}

export const emptyTriageForm: TriageForm = {
  method: 'START', start: { ...noStartValues, respirationsPerMin: '' }, pat: emptyPatForm, looksLikeChild: false, pregnant: false,
  decided: null, overrideReason: '', place: '', organisation: '', job: 'other', tagNumber: '', newTag: null, isTagShared: false, note: '',
}

/** What the ward knows beside the form. */
export type TriageDesk = {
  readonly entry: EntryId
  readonly patient: PatientId
  /** Null: now. */
  readonly at: Instant | null
  /** Whole years, the lowest they can be; null: not known. */
  readonly years: number | null
  /** The category that counts now, and the number on the tag; null and empty: none yet. */
  readonly before: TriageCategory | null
  readonly tagNumber: string
  readonly others: Iterable<TagWorn>
}

export type TriageIssue =
  | { readonly field: 'decided'; readonly code: 'not-decided' }
  /** Decided otherwise than suggested: why, in words. */
  | { readonly field: 'overrideReason'; readonly code: 'reason-empty' }
  /** Better than before: torn strips do not come back. Asked until a new tag hangs, or there is none to replace. */
  | { readonly field: 'newTag'; readonly code: 'new-tag-needed' }
  /** A new tag keeps the old number. */
  | { readonly field: 'tagNumber'; readonly code: 'number-of-old-tag'; readonly number: string }
  | { readonly field: 'tagNumber'; readonly code: 'worn-by-another'; readonly holders: readonly PatientId[] }
  | { readonly field: PatVital | 'gcs'; readonly code: VitalFault }
  | { readonly field: 'startRespirations'; readonly code: VitalFault }
  | ({ readonly field: 'overrideReason' | 'note' } & TextFault)
  | TagIssue

/** The suggestion for what is filled in so far; null where a person decides by eye. */
export function suggestionOf(form: TriageForm, desk: Pick<TriageDesk, 'years' | 'before'>): Suggestion | null {
  const who = whoOf(form, desk)
  if (form.method === 'clinical') return null
  return form.method === 'START' ? suggestByStart(startValues(form).values, who) : suggestByPat(patValues(form, desk).values, who)
}

/** The triage of a form, or everything that is in its way. Rules TRI-9, TRI-10, TRI-12, TRI-13. */
export function triage(form: TriageForm, desk: TriageDesk): Result<Draft<'triage-decided'>, readonly TriageIssue[]> {
  const { decided, overrideReason, place, organisation, job, note } = form
  const suggestion = suggestionOf(form, desk)
  const suggested = suggestion?.suggested ?? null
  const isOther = decided !== null && suggested !== null && decided !== suggested
  const isBetter = decided !== null && isDowngrade(desk.before, decided)
  const tagNumber = form.tagNumber.trim() === '' ? desk.tagNumber : form.tagNumber
  const issues: TriageIssue[] = [
    ...(form.method === 'START' ? startValues(form).issues : form.method === 'PAT' ? patValues(form, desk).issues : []),
    ...tagIssues({ tagNumber, place, organisation }),
    ...lineIssue('overrideReason', overrideReason),
    ...lineIssue('note', note),
  ]
  if (decided === null) issues.push({ field: 'decided', code: 'not-decided' })
  if (isOther && overrideReason.trim() === '') issues.push({ field: 'overrideReason', code: 'reason-empty' })
  if (isBetter && (form.newTag === null || (form.newTag === 'none-worn' && tagNumber !== ''))) issues.push({ field: 'newTag', code: 'new-tag-needed' })
  if (isBetter && desk.tagNumber !== '' && tagNumber !== desk.tagNumber) issues.push({ field: 'tagNumber', code: 'number-of-old-tag', number: desk.tagNumber })
  const holders = tagNumber === desk.tagNumber || form.isTagShared ? [] : tagHolders({ patient: desk.patient, tagNumber, place }, desk.others)
  if (holders.length > 0) issues.push({ field: 'tagNumber', code: 'worn-by-another', holders: holders.map(({ patient }) => patient) })
  if (issues.length > 0 || decided === null) return err(issues)

  const said = { decided, overrideReason: isOther ? overrideReason : '', place, organisation, job, tagNumber, tagReplaced: isBetter && form.newTag === 'hung', note }
  const draft = { id: desk.entry, kind: 'triage-decided', patient: desk.patient, at: desk.at } as const
  if (suggestion === null || form.method === 'clinical') return ok({ ...draft, body: { ...said, method: 'clinical', ruleSet: null, values: null, who: null, suggested: null } })
  const judged = { ruleSet: suggestion.ruleSet, who: whoOf(form, desk), suggested }
  return ok(
    form.method === 'START'
      ? { ...draft, body: { ...said, ...judged, method: 'START', values: startValues(form).values } }
      : { ...draft, body: { ...said, ...judged, method: 'PAT', values: patValues(form, desk).values } },
  )
}

/** A value of PAT as somebody typed it: from then on it is not from the chart. */
export function withTyped(pat: PatForm, name: PatVital | 'gcs', text: string): PatForm {
  return { ...pat, typed: { ...pat.typed, [name]: text }, touched: [...pat.touched.filter((one) => one !== name), name], fromChart: pat.fromChart.filter((one) => one !== name) }
}

function whoOf({ looksLikeChild, pregnant }: TriageForm, { years }: Pick<TriageDesk, 'years'>): TriagedWho {
  return { years, looksLikeChild, pregnant }
}

function startValues({ start }: TriageForm): { readonly values: StartValues; readonly issues: readonly TriageIssue[] } {
  const read = readNumberVital('respirationsPerMin', start.respirationsPerMin)
  return read.verdict === 'bad'
    ? { values: { ...start, respirationsPerMin: null }, issues: [{ field: 'startRespirations', code: read.code }] }
    : { values: { ...start, respirationsPerMin: read.value }, issues: [] }
}

function patValues({ pat }: TriageForm, { before }: Pick<TriageDesk, 'before'>): { readonly values: PatValues; readonly issues: readonly TriageIssue[] } {
  const { typed, fromChart, cardiacArrest, shock, anatomy, mechanisms, vulnerable } = pat
  const issues: TriageIssue[] = []
  const number = (name: Exclude<PatVital, 'jcs'>): number | null => {
    const read = readNumberVital(name, typed[name])
    if (read.verdict !== 'bad') return read.value
    issues.push({ field: name, code: read.code })
    return null
  }
  const jcs = readJcs(typed.jcs)
  if (jcs.verdict === 'bad') issues.push({ field: 'jcs', code: jcs.code })
  const gcs = readGcs(typed.gcs)
  if (!gcs.ok) issues.push({ field: 'gcs', code: gcs.error })
  return {
    values: {
      ...noPatValues, before, shock, cardiacArrest: cardiacArrest ? true : null,
      jcs: jcs.verdict === 'bad' ? null : jcs.value, gcs: gcs.ok ? gcs.value : null,
      respirationsPerMin: number('respirationsPerMin'), pulsePerMin: number('pulsePerMin'), systolicMmHg: number('systolicMmHg'), spo2Percent: number('spo2Percent'), temperatureC: number('temperatureC'),
      anatomy: anatomy === null ? null : [...anatomy], mechanisms: [...mechanisms], vulnerable: [...vulnerable],
      fromChart: fromChart.filter((name) => typed[name].trim() !== ''),
    },
    issues,
  }
}

/** The Glasgow Coma Scale's sum, 3 to 15. */
function readGcs(typed: string): Result<number | null, VitalFault> {
  const text = typed.length > 10 ? 'x' : typed.normalize('NFKC').trim()
  if (text === '') return ok(null)
  if (!/^\d{1,3}$/.test(text)) return err('not-a-number')
  return Number(text) >= 3 && Number(text) <= 15 ? ok(Number(text)) : err('out-of-range')
}

function lineIssue(field: 'overrideReason' | 'note', text: string): readonly TriageIssue[] {
  const checked = checkText(text, mostLine)
  return checked.ok ? [] : [{ field, ...checked.error }]
}
