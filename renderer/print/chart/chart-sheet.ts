import { sheetForms } from '#domain/print/form.ts'
import { Instant, tokyoDateOf } from '#domain/time.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { Unprinted } from '../sheet.ts'
import type { Lies } from './cut.ts'
import { allergiesOf, headOf, type PatientHead } from './head.ts'
import { nursingNote } from './nursing-note.ts'
import { orderSheet } from './orders.ts'
import { pagesOfSections, type ChartKind, type ChartPaper, type Section } from './paper.ts'

/** Where it is printed. */
export type ChartPlace = { readonly hospital: string; readonly ward: string }

/** One patient's part: who they are, their records (of all registrations, chartOfPerson), and when it is printed. */
export type ChartOf = { readonly person: WardPerson; readonly rows: readonly ChartRow[]; readonly now: Instant }

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

function sheetOf(kind: ChartKind, { hospital, ward }: ChartPlace, papers: readonly ChartPaper[]): Unprinted {
  return { kind, hospital, ward, papers } // every kind of chart paper has the same other fields
}

function paperOf(kind: PatientChartKind, head: PatientHead, sections: readonly Section[], isBlank: boolean): ChartPaper {
  return { patient: head.known?.id ?? null, title: titleOf(kind), lies: lies[kind], head, isBlank, pages: pagesOfSections(sections, lies[kind]) }
}

const titleOf = (kind: ChartKind): string => (kind === 'nursing-note' ? '看護記録(SOAP)' : sheetForms[kind].label.ja)

function sectionsOf(kind: PatientChartKind, { person, rows, now }: ChartOf): readonly Section[] {
  switch (kind) {
    case 'orders':
      return orderSheet(rows, allergiesOf(person).join('・'), now)
    case 'nursing-note':
      return nursingNote(rows)
    default:
      return []
  }
}

/** The same rules of the same geometry, with nothing in them. */
function blankSections(kind: PatientChartKind): readonly Section[] {
  switch (kind) {
    case 'orders':
      return orderSheet([], '', noTime)
    case 'nursing-note':
      return nursingNote([])
    default:
      return []
  }
}

/** Of a blank nothing is asked that depends on the hour. */
const noTime = Instant.parse('2000-01-01T00:00:00.000Z')
