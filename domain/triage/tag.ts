import type { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import type { Profession } from '../log/person.ts'
import { err, ok, type Result } from '../result.ts'
import { checkText, mostName, type TextFault } from '../text.ts'
import type { Instant } from '../time.ts'
import type { TriageCategory } from './category.ts'
import type { TriageJob } from './decision.ts'

/** Where and for whom somebody triages; the same for a whole post. */
export type TriagePost = { readonly place: string; readonly organisation: string; readonly job: TriageJob }

export type TagDesk = TriagePost & { readonly entry: EntryId; readonly patient: PatientId; readonly at: Instant | null }

export type TagIssue = ({ readonly field: 'tagNumber' | 'place' | 'organisation' } & TextFault)

/** The triage a patient came with, as the tag says: colour and number, in one call. An empty number is "not known". Rule TRI-14. */
export function tagTriage(category: TriageCategory, tagNumber: string, { entry, patient, at, place, organisation, job }: TagDesk): Result<Draft<'triage-decided'>, readonly TagIssue[]> {
  const issues = tagIssues({ tagNumber, place, organisation })
  if (issues.length > 0) return err(issues)
  return ok({
    id: entry, kind: 'triage-decided', patient, at,
    body: { method: 'tag', ruleSet: null, values: null, who: null, suggested: null, decided: category, overrideReason: '', place, organisation, job, tagNumber, tagReplaced: false, note: '' },
  })
}

export function tagIssues(texts: { readonly tagNumber: string; readonly place: string; readonly organisation: string }): readonly TagIssue[] {
  return (['tagNumber', 'place', 'organisation'] as const).flatMap((field): readonly TagIssue[] => {
    const checked = checkText(texts[field], mostName)
    return checked.ok ? [] : [{ field, ...checked.error }]
  })
}

export type TagWorn = { readonly patient: PatientId; readonly tagNumber: string; readonly place: string }

/**
 * Who else wears this number. Numbers are serial within a triage post, so two posts may have used the same one; where
 * either place is not written, it may be the same post. Rule TRI-13.
 */
export function tagHolders<Worn extends TagWorn>({ patient, tagNumber, place }: TagWorn, worn: Iterable<Worn>): readonly Worn[] {
  const [number, post] = [plain(tagNumber), plain(place)]
  if (number === '') return []
  return [...worn].filter((other) => other.patient !== patient && plain(other.tagNumber) === number && (post === '' || plain(other.place) === '' || plain(other.place) === post))
}

/** `Ｔ−０３１２` and `t-0312` are one number, however it was typed. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[‐‑–—−ー]/g, '-').replace(/\s/g, '').toLowerCase()
}

const jobs: Readonly<Record<Profession, TriageJob>> = { doctor: 'doctor', nurse: 'nurse', midwife: 'nurse', pharmacist: 'other', technician: 'other', clerk: 'other', other: 'other' }

/** What the tag calls a profession of the ward's list, until somebody says otherwise. */
export function jobOf(profession: Profession): TriageJob {
  return jobs[profession]
}
