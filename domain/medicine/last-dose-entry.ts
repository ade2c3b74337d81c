import type { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { readMoment } from '../order/order-times.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { err, ok, type Result } from '../result.ts'
import { mostLine, mostName } from '../text.ts'
import { instantOf, millisecondsOf, type Instant } from '../time.ts'
import { factsOf, type Fact } from '../view/facts.ts'
import type { PatientRow } from '../view/ward.ts'
import type { LastDoseSource } from './medicine.ts'

export type LastDoseForm = {
  readonly source: LastDoseSource | null
  /** Said to take nothing. */
  readonly isNothing: boolean
  readonly doses: readonly { readonly drug: string; readonly when: string }[]
  readonly note: string
}

export const emptyLastDose: LastDoseForm = { source: null, isNothing: false, doses: [{ drug: '', when: '' }], note: '' }

export type LastDoseIssue =
  | { readonly field: 'source'; readonly code: 'not-chosen' }
  /** Somebody was asked: then the medicines, or that there are none. */
  | { readonly field: 'doses'; readonly at: 0; readonly code: 'doses-missing' | 'nothing-with-doses' }
  | { readonly field: 'doses'; readonly at: number; readonly code: 'drug-missing' | 'doses-too-many' }
  | ({ readonly field: 'note' } & LineFault)
  | ({ readonly field: 'doses'; readonly at: number } & LineFault)

const mostDoses = 60

/** 最終投与の確認: what was taken last and when, as somebody said it; that nobody can say is an answer too. Rules MED-4, MED-5. */
export function lastDoseEntry(form: LastDoseForm, { patient, entry, now }: { readonly patient: PatientId; readonly entry: EntryId; readonly now: Instant }): Result<Draft<'last-dose-confirmed'>, readonly LastDoseIssue[]> {
  const { source, isNothing, doses, note } = form
  const issues: LastDoseIssue[] = [...lineIssue('note', note, mostLine)]
  if (source === null) issues.unshift({ field: 'source', code: 'not-chosen' })
  doses.forEach(({ drug, when }, at) => {
    issues.push(...[...lineIssue('doses', drug, mostLine), ...lineIssue('doses', when, mostName)].map((issue) => ({ ...issue, at })))
    if (drug.trim() === '' && when.trim() !== '') issues.push({ field: 'doses', at, code: 'drug-missing' })
  })
  const said = doses.filter(({ drug }) => drug.trim() !== '')
  if (said.length > mostDoses) issues.push({ field: 'doses', at: mostDoses, code: 'doses-too-many' })
  if (isNothing && said.length > 0) issues.push({ field: 'doses', at: 0, code: 'nothing-with-doses' })
  if (source !== null && source !== 'unknown' && !isNothing && said.length === 0) issues.push({ field: 'doses', at: 0, code: 'doses-missing' })
  if (issues.length > 0 || source === null) return err(issues)
  return ok({ id: entry, kind: 'last-dose-confirmed', patient, at: null, body: { source, doses: said.map(({ drug, when }) => ({ drug, at: pastMoment(when, now), when })), note } })
}

/** 「今朝」 stays words; 「11/20 7:00」 and 「7:00」 are a moment too, the last such one. */
function pastMoment(when: string, now: Instant): Instant | null {
  const read = readMoment(when, now, 'start')
  if (!read.ok || read.value === null || !/\d[:.時]/.test(when.normalize('NFKC'))) return null
  if (read.value <= now) return read.value
  const before = instantOf(millisecondsOf(read.value) - 24 * 3_600_000)
  return before <= now ? before : null
}

/** What was said last of any registration of the person; null: nobody was asked yet, and no dose is written before (MED-4). */
export function lastDoseOf(rows: readonly Pick<PatientRow, 'facts'>[]): Fact<'last-dose-confirmed'> | null {
  const [newest] = rows.flatMap((row) => factsOf(row, 'last-dose-confirmed')).toSorted((one, other) => (one.at > other.at ? -1 : one.at < other.at ? 1 : other.seq - one.seq))
  return newest ?? null
}
