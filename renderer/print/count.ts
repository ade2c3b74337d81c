import type { PatientId } from '#domain/ids.ts'
import { serialOfPage } from '#domain/print/serial.ts'
import { unreachable } from '#domain/result.ts'
import { auditHeadFlow } from './audit-head-flow.ts'
import { conformanceFlow } from './conformance-flow.ts'
import { pagesOf, type Flow } from './flow.ts'
import { handOverFlow } from './hand-over-flow.ts'
import type { Printed, Sheet } from './sheet.ts'
import { drillLogFlow, incidentReportFlow, inventoryFlow } from './station-flows.ts'

/** Sheets of paper that are recorded together: those of one patient, or those of none. */
export type Part = { readonly patient: PatientId | null; readonly sheets: number }

/** How many sheets of paper a print takes, and about whom; known before it is drawn, because each sheet gets its number first. */
export function partsOf(sheet: Sheet): readonly Part[] {
  switch (sheet.kind) {
    case 'envelope':
      return [{ patient: null, sheets: 2 }]
    case 'officer':
    case 'poster':
    case 'runner':
      return [{ patient: null, sheets: 1 }]
    case 'hand-over':
    case 'incident-report':
    case 'inventory':
    case 'audit-head':
    case 'drill-log':
    case 'conformance':
      return flowsOf(sheet).map(({ patient, flow }) => ({ patient, sheets: pagesOf(flow).length }))
    default:
      return unreachable(sheet)
  }
}

type Flowing = Exclude<Sheet, { readonly kind: 'envelope' | 'officer' | 'poster' | 'runner' }>

/** The documents of a sheet, each beginning with its own page 1: a hand-over has one a patient. `printed` carries the number of its first page. */
export function flowsOf(sheet: Flowing): readonly { readonly patient: PatientId | null; readonly flow: Flow; readonly printed: Printed }[] {
  let before = 0
  return documentsOf(sheet).map(({ patient, flow }) => {
    const { serial } = sheet.printed
    const printed = { ...sheet.printed, serial: serial === null ? null : serialOfPage(serial, before + 1) }
    before += pagesOf(flow).length
    return { patient, flow, printed }
  })
}

function documentsOf(sheet: Flowing): readonly { readonly patient: PatientId | null; readonly flow: Flow }[] {
  switch (sheet.kind) {
    case 'hand-over':
      return sheet.patients.map((patient) => ({ patient: patient.patient.id, flow: handOverFlow(sheet, patient) }))
    case 'incident-report':
      return [{ patient: null, flow: incidentReportFlow(sheet) }]
    case 'inventory':
      return [{ patient: null, flow: inventoryFlow(sheet) }]
    case 'audit-head':
      return [{ patient: null, flow: auditHeadFlow(sheet) }]
    case 'drill-log':
      return [{ patient: null, flow: drillLogFlow(sheet) }]
    case 'conformance':
      return [{ patient: null, flow: conformanceFlow(sheet) }]
  }
}
