import type { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { err, ok, type Result } from '../result.ts'
import { checkText, mostLine, mostName, type TextFault } from '../text.ts'
import type { Instant } from '../time.ts'
import type { ExamReported, ResultFlag } from './exam.ts'
import { flagSuggested } from './range.ts'

/** One line as it is typed from the laboratory's sheet. `flag` null: nobody said that it is remarkable. */
export type LineForm = { readonly item: string; readonly value: string; readonly unit: string; readonly range: string; readonly flag: ResultFlag | null }
export const emptyLine: LineForm = { item: '', value: '', unit: '', range: '', flag: null }

export type ReportForm = { readonly exam: string; readonly specimen: string; readonly lines: readonly LineForm[]; readonly findings: string }
export const emptyReport: ReportForm = { exam: '', specimen: '', lines: [emptyLine], findings: '' }

export type ReportIssue =
  | { readonly field: 'exam'; readonly code: 'exam-missing' }
  | ({ readonly field: 'exam' | 'specimen' } & LineFault)
  | ({ readonly field: 'findings' } & TextFault)
  | { readonly field: 'lines'; readonly code: 'nothing-reported' | 'too-many-lines' }
  /** By the place of the line, from 0. */
  | { readonly field: 'line'; readonly line: number; readonly code: 'item-missing' | 'value-missing' | 'line-text' }

/** A line whose numbers look low or high and are not marked; told, never decided. */
export type ReportAsk = { readonly line: number; readonly looks: 'low' | 'high' }

export type ReportDesk = { readonly patient: PatientId; readonly entry: EntryId; readonly order: EntryId | null; readonly at: Instant | null }

export const mostLines = 80

/** A result as the laboratory said it: value and range stay text. Lines with nothing in them are left out. Rules EXM-2, EXM-3. */
export function examReport(form: ReportForm, { patient, entry, order, at }: ReportDesk): Result<{ readonly draft: Draft<'exam-reported'>; readonly asks: readonly ReportAsk[] }, readonly ReportIssue[]> {
  const { exam, specimen, findings } = form
  const written = form.lines.flatMap((line, at) => (isNothing(line) ? [] : [{ line, at }]))
  const said = checkText(findings, mostLine)
  const issues: ReportIssue[] = [...lineIssue('exam', exam, mostName), ...lineIssue('specimen', specimen, mostName)]
  if (exam.trim() === '') issues.unshift({ field: 'exam', code: 'exam-missing' })
  if (!said.ok) issues.push({ field: 'findings', ...said.error })
  if (written.length > mostLines) issues.push({ field: 'lines', code: 'too-many-lines' })
  if (written.length === 0 && findings.trim() === '') issues.push({ field: 'lines', code: 'nothing-reported' })
  for (const { line, at: place } of written) {
    if (line.item.trim() === '') issues.push({ field: 'line', line: place, code: 'item-missing' })
    else if (line.value.trim() === '') issues.push({ field: 'line', line: place, code: 'value-missing' })
    else if (textsOf(line).some((text) => lineIssue('line', text, mostName).length > 0)) issues.push({ field: 'line', line: place, code: 'line-text' })
  }
  if (issues.length > 0) return err(issues)
  const asks = written.flatMap(({ line, at: place }): readonly ReportAsk[] => {
    const looks = flagSuggested(line.value, line.range)
    return looks === null || line.flag !== null ? [] : [{ line: place, looks }]
  })
  return ok({ draft: { id: entry, kind: 'exam-reported', patient, at, body: { order, exam, specimen, lines: written.map(({ line }) => line), findings } }, asks })
}

/** What was written, to be corrected. */
export function reportFormOf({ exam, specimen, lines, findings }: ExamReported): ReportForm {
  return { exam, specimen, lines: lines.length === 0 ? [emptyLine] : lines, findings }
}

function isNothing(line: LineForm): boolean {
  return textsOf(line).every((text) => text.trim() === '') && line.flag === null
}

function textsOf({ item, value, unit, range }: LineForm): readonly string[] {
  return [item, value, unit, range]
}
