import { z } from 'zod'
import { PatientId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import { SheetForm } from '../print/form.ts'
import { Instant, millisecondsOf } from '../time.ts'

/** A sheet of a chart that is out on paper: the newest print of that form of that patient. An older one is thrown away for it. */
export const PaperOut = z.object({ patient: PatientId, form: SheetForm, at: Instant })
export type PaperOut = z.infer<typeof PaperOut>

const chartForms: ReadonlySet<SheetForm> = new Set<SheetForm>(['flowsheet', 'orders', 'medication', 'nursing-note', 'transfusion', 'exams', 'form-record', 'fluids'])

/** After so long a print of a chart is told as old: nobody should act on it without a look at the screen. */
export const oldAfterHours = 4

export function paperAfter(paper: readonly PaperOut[], entry: Entry<'sheet-printed'>): readonly PaperOut[] {
  if (entry.body.patient === null || !chartForms.has(entry.body.form)) return paper
  const { patient, form } = entry.body
  return [...paper.filter((one) => one.patient !== patient || one.form !== form), { patient, form, at: entry.at }]
}

/** Prints of patients who are still here that are older than four hours, the oldest first. */
export function oldPaper(paper: readonly PaperOut[], here: ReadonlySet<PatientId>, now: Instant): readonly PaperOut[] {
  const since = millisecondsOf(now) - oldAfterHours * 3_600_000
  return paper.filter(({ patient, at }) => here.has(patient) && millisecondsOf(at) < since).toSorted((a, b) => (a.at < b.at ? -1 : 1))
}
