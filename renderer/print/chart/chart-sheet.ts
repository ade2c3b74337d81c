import type { Entry } from '#domain/log/entry.ts'
import { sheetForms } from '#domain/print/form.ts'
import { Instant, tokyoDateOf } from '#domain/time.ts'
import { drugsOf, type ControlledLine } from '#domain/view/controlled.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { Unprinted } from '../sheet.ts'
import { controlledSheet } from './controlled.ts'
import type { Lies } from './cut.ts'
import { examSheet } from './exams.ts'
import { blankFlowSheet, flowSheet } from './flow-sheet.ts'
import { fluidSheet } from './fluids.ts'
import { formSheet, type FormOnly } from './form-record.ts'
import { sayByName, type SayForm } from './form-words.ts'
import { allergiesOf, headOf, type PatientHead } from './head.ts'
import { blankMedication, medicationSheet } from './medication.ts'
import { nursingNote } from './nursing-note.ts'
import { orderSheet } from './orders.ts'
import { transfusionSheet } from './transfusion.ts'
import { pagesOfSections, type ChartKind, type ChartPaper, type Section } from './paper.ts'

/** Where it is printed. */
export type ChartPlace = { readonly hospital: string; readonly ward: string }

/** One patient's part: who they are, their records (of all registrations, chartOfPerson), and when it is printed. */
export type ChartOf = { readonly person: WardPerson; readonly rows: readonly ChartRow[]; readonly now: Instant; /** Since when all records are among them, and before it only what is in force; without it all are there. */ readonly from?: Instant; /** How a form is said; without it each field stands under its own name. */ readonly say?: SayForm; /** Which forms stand on a sheet of forms; without it all that no other sheet tells. */ readonly only?: FormOnly }

const everyForm: FormOnly = { definition: null, record: null }

/** The ward's ledger, with the number of each patient and the record of each line. */
export type LedgerOf = { readonly lines: readonly ControlledLine[]; readonly numberOf: (line: ControlledLine) => string; readonly entryOf: (line: ControlledLine) => Entry | null }

export type PatientChartKind = Exclude<ChartKind, 'controlled'>

const lies = { flowsheet: 'landscape', orders: 'upright', medication: 'landscape', 'nursing-note': 'upright', transfusion: 'upright', exams: 'upright', 'form-record': 'upright', fluids: 'upright', controlled: 'upright' } as const satisfies Record<ChartKind, Lies>

/** The sheet of one kind of one patient, filled with their records. Null while the registration has not been read. */
export function chartSheet(kind: PatientChartKind, { hospital, ward }: ChartPlace, of: ChartOf): Unprinted | null {
  const head = headOf(of.person, ward, tokyoDateOf(of.now))
  return head === null ? null : sheetOf(kind, { hospital, ward }, [paperOf(kind, head, sectionsOf(kind, of), false)])
}

/** The same sheet to be written by hand, of a patient: everything known of them is printed already, and the number of the sheet. */
export function blankChartSheet(kind: PatientChartKind, { hospital, ward }: ChartPlace, { person, now }: Omit<ChartOf, 'rows'>): Unprinted | null {
  const head = headOf(person, ward, tokyoDateOf(now))
  return head === null ? null : sheetOf(kind, { hospital, ward }, [paperOf(kind, head, blankSections(kind), true)])
}

/** One blank a number that nobody wears yet: it goes with the band of that number. */
export function blankNumberSheets(kind: PatientChartKind, place: ChartPlace, numbers: readonly string[]): Unprinted {
  return sheetOf(kind, place, numbers.map((number) => paperOf(kind, { number, known: null }, blankSections(kind), true)))
}

/** F22 of the ward; of no lines a blank to be written by hand. */
export function controlledLedger({ hospital, ward }: ChartPlace, { lines, numberOf, entryOf }: LedgerOf): Unprinted {
  const isBlank = lines.length === 0
  const box = [{ label: '病院', text: hospital }, { label: '病棟', text: ward }, { label: '薬剤', text: isBlank ? '' : `${drugsOf(lines).length}品目` }, { label: '管理者', text: '' }, { label: '金庫', text: '' }, { label: '点検日', text: '' }]
  const pages = pagesOfSections(controlledSheet(lines, numberOf, entryOf), lies.controlled)
  return sheetOf('controlled', { hospital, ward }, [{ patient: null, title: sheetForms.controlled.label.ja, lies: lies.controlled, head: { ward: box }, isBlank, pages }])
}

function sheetOf(kind: ChartKind, { hospital, ward }: ChartPlace, papers: readonly ChartPaper[]): Unprinted {
  return { kind, hospital, ward, papers } // every kind of chart paper has the same other fields
}

function paperOf(kind: PatientChartKind, head: PatientHead, sections: readonly Section[], isBlank: boolean): ChartPaper {
  return { patient: head.known?.id ?? null, title: titleOf(kind), lies: lies[kind], head, isBlank, pages: pagesOfSections(sections, lies[kind]) }
}

const titleOf = (kind: ChartKind): string => (kind === 'nursing-note' ? '看護記録(SOAP)' : sheetForms[kind].label.ja)

function sectionsOf(kind: PatientChartKind, { person, rows, now, from, say = sayByName, only = everyForm }: ChartOf): readonly Section[] {
  switch (kind) {
    case 'flowsheet':
      return flowSheet(person, rows, now, say, from ?? null)
    case 'orders':
      return orderSheet(rows, allergiesOf(person).join('・'), now)
    case 'medication':
      return medicationSheet(rows, { person, now })
    case 'nursing-note':
      return nursingNote(rows, say)
    case 'transfusion':
      return transfusionSheet(rows)
    case 'exams':
      return examSheet(rows)
    case 'form-record':
      return formSheet(rows, say, only)
    case 'fluids':
      return fluidSheet(rows)
  }
}

/** The same rules of the same geometry, with nothing in them. */
function blankSections(kind: PatientChartKind): readonly Section[] {
  switch (kind) {
    case 'flowsheet':
      return blankFlowSheet()
    case 'orders':
      return orderSheet([], '', noTime)
    case 'medication':
      return blankMedication()
    case 'nursing-note':
      return nursingNote([], sayByName)
    case 'transfusion':
      return transfusionSheet([])
    case 'exams':
      return examSheet([])
    case 'form-record':
      return formSheet([], sayByName, everyForm)
    case 'fluids':
      return fluidSheet([])
  }
}

/** Of a blank nothing is asked that depends on the hour. */
const noTime = Instant.parse('2000-01-01T00:00:00.000Z')
