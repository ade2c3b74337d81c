import { err, ok, type Result } from '../result.ts'
import { checkText, mostLine, type TextFault } from '../text.ts'
import type { AllergyStatement } from './allergy.ts'

/** The form as typed. `state: null`: nothing chosen yet; no answer is ever preselected. */
export type AllergyForm = {
  readonly state: AllergyStatement['state'] | null
  readonly substances: readonly { readonly substance: string; readonly reaction: string }[]
  readonly source: string
}

export const emptyAllergyForm: AllergyForm = { state: null, substances: [{ substance: '', reaction: '' }], source: '' }

export const mostSubstances = 30

export type AllergyIssue =
  | { readonly field: 'state'; readonly code: 'not-answered' }
  /** "None" was chosen and a substance is typed: the typed word may save a life, so it is not dropped. */
  | { readonly field: 'state'; readonly code: 'none-with-substances' }
  /** "Present" needs at least one substance; a reaction alone does not say to what. */
  | { readonly field: 'substances'; readonly code: 'substance-empty'; readonly row: number }
  | { readonly field: 'substances'; readonly code: 'too-many'; readonly most: number }
  /** "None" says who told it: the patient, the family, a paper. "Present" is saved without: a warning does not wait. */
  | { readonly field: 'source'; readonly code: 'source-empty' }
  | ({ readonly field: 'substances'; readonly row: number } & TextFault)
  | ({ readonly field: 'source' } & TextFault)

/** The statement of a form, or everything that keeps it from being saved. Empty rows are left out. */
export function allergyStatement(form: AllergyForm): Result<AllergyStatement, readonly AllergyIssue[]> {
  const filled = form.substances.map((row, index) => ({ ...row, index })).filter((row) => row.substance.trim() !== '' || row.reaction.trim() !== '')
  const issues: AllergyIssue[] = filled.flatMap((row) =>
    [row.substance, row.reaction].flatMap((text): readonly AllergyIssue[] => {
      const checked = checkText(text, mostLine)
      return checked.ok ? [] : [{ field: 'substances', row: row.index, ...checked.error }]
    }),
  )
  const source = checkText(form.source, mostLine)
  if (!source.ok) issues.push({ field: 'source', ...source.error })
  if (form.state === null) issues.push({ field: 'state', code: 'not-answered' })
  if (form.state !== null && form.state !== 'present' && filled.length > 0) issues.push({ field: 'state', code: 'none-with-substances' })
  if (form.state === 'none' && form.source.trim() === '') issues.push({ field: 'source', code: 'source-empty' })
  if (form.state === 'present') issues.push(...substanceIssues(filled))
  if (issues.length > 0 || form.state === null) return err(issues)
  switch (form.state) {
    case 'unconfirmed':
      return ok({ state: 'unconfirmed' })
    case 'none':
      return ok({ state: 'none', source: form.source })
    case 'present':
      return ok({ state: 'present', substances: filled.map(({ substance, reaction }) => ({ substance, reaction })), source: form.source })
  }
}

function substanceIssues(filled: readonly { readonly substance: string; readonly index: number }[]): readonly AllergyIssue[] {
  if (filled.length === 0) return [{ field: 'substances', code: 'substance-empty', row: 0 }]
  if (filled.length > mostSubstances) return [{ field: 'substances', code: 'too-many', most: mostSubstances }]
  return filled.filter((row) => row.substance.trim() === '').map((row) => ({ field: 'substances', code: 'substance-empty', row: row.index }))
}
