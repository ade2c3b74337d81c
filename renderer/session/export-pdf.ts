import type { Bridge, Fault } from '#domain/bridge.ts'
import { patientFolders } from '#domain/export/names.ts'
import type { ExportInput } from '#domain/export/input.ts'
import { formSayer } from '#domain/form/say-form.ts'
import { kinds, type PaperPlace } from '#domain/log/kinds.ts'
import type { Person } from '#domain/log/person.ts'
import { printedHead } from '#domain/log/printed-head.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { chartOf, type Chart, type ChartRow } from '#domain/view/chart.ts'
import { chartOfPerson } from '#domain/view/person-chart.ts'
import { wardPeople, type WardPerson } from '#domain/view/ward-people.ts'
import { wardOf, type WardView } from '#domain/view/ward.ts'
import type { ReadyFile } from '../export/build-export.ts'
import { chartSheet, type PatientChartKind } from '../print/chart/chart-sheet.ts'
import type { DrawPdf } from '../print/print-sheet.tsx'
import type { Printed, Sheet } from '../print/sheet.ts'

export type PdfHooks = { readonly drawn: (people: number, of: number) => void; readonly isStopped: () => boolean }

/** Who prints and how many envelopes are open: for the foot of the pages. */
export type PdfFoot = { readonly by: Person; readonly opened: number; readonly of: number }

/** Sheets of a whole chart, each with the places on paper that it tells of; the first two are there in any case. */
const sheetsOfChart: readonly (readonly [kind: PatientChartKind, of: PaperPlace | null])[] = [
  ['nursing-note', null], ['flowsheet', null], ['orders', 'order-sheet'], ['medication', 'medication-sheet'], ['transfusion', 'transfusion-sheet'], ['exams', 'exam-sheet'], ['form-record', 'form'],
]

/**
 * pdf/<patient folder>.pdf: the pages of the chart, of everybody who is or was here, made of the very records of the export. Who
 * has two numbers stands whole under each. One person after the other, so that it can be stopped and typing goes on. Rule EXP-20.
 */
export async function patientPdfs(desk: { readonly bridge: Bridge; readonly pdf: DrawPdf }, input: ExportInput, foot: PdfFoot, { drawn, isStopped }: PdfHooks): Promise<Result<readonly ReadyFile[], Fault | { readonly code: 'stopped' }>> {
  const view = wardOf(input.entries)
  const folders = patientFolders(input.entries.map(({ entry }) => entry))
  const { here, left } = wardPeople(view)
  const people = [...here, ...left]
  const printed: Printed = { at: input.createdAt, ...foot, letters: input.profile.letters, head: printedHead(input.chain.incident.seq, input.chain.incident.head), serial: null, realm: input.realm }
  const files: ReadyFile[] = []
  for (const [done, person] of people.entries()) {
    drawn(done, people.length)
    const sheets = sheetsOf(person, view, input).map((sheet): Sheet => ({ ...sheet, printed }))
    if (sheets.length === 0) continue // the registration is not here: the page in patients/ says so
    const made = await desk.pdf(sheets, () => desk.bridge.call('print:pdf'), { drawn: () => undefined, isStopped })
    if (made === null) return err({ code: 'stopped' })
    if (!made.ok) return made
    for (const { id } of [person.row, ...person.others]) {
      const folder = folders.get(id)
      if (folder !== undefined) files.push({ name: `pdf/${folder}.pdf`, bytes: made.value.bytes })
    }
  }
  drawn(people.length, people.length)
  return ok(files)
}

function sheetsOf(person: WardPerson, view: WardView, { entries, profile, createdAt }: ExportInput): readonly NonNullable<ReturnType<typeof chartSheet>>[] {
  const chart = (id: WardPerson['row']['id']): Chart => chartOf(id, entries, view.clock)
  const { rows } = chartOfPerson([chart(person.row.id), ...person.others.map(({ id }) => chart(id))])
  const told = new Set(rows.map(({ entry }: ChartRow) => kinds[entry.kind].paper))
  const say = formSayer(rows, view.forms)
  return sheetsOfChart.flatMap(([kind, of]) => (of !== null && !told.has(of) ? [] : (chartSheet(kind, profile, { person, rows, now: createdAt, say }) ?? [])))
}
