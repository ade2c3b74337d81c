import type { PatientId } from '#domain/ids.ts'
import { serialOfPage } from '#domain/print/serial.ts'
import { unreachable } from '#domain/result.ts'
import { labelsPerBlank, bandsOnA4, cardsOnA4, inGroups } from './band-sheets.ts'
import { labelSheets } from './label-page.tsx'
import { auditHeadFlow } from './audit-head-flow.ts'
import { censusFlow } from './census-flow.ts'
import { continuityFlow } from './continuity-flow.ts'
import { erasureFlow, statisticsFlow } from './closing-flows.ts'
import { conformanceFlow } from './conformance-flow.ts'
import { pagesOf, type Flow } from './flow.ts'
import { handOverFlow } from './hand-over-flow.ts'
import { numberListFlow, signOffFlow, worklistFlow } from './reconcile-flows.ts'
import type { Printed, Sheet } from './sheet.ts'
import { transferFlow } from './transfer-flow.ts'
import { drillLogFlow, incidentReportFlow, inventoryFlow } from './station-flows.ts'

/** Sheets of paper that are recorded together: those of one patient, those that several share, or those of none. */
export type Part = { readonly patients: readonly PatientId[]; readonly sheets: number }

/** How many sheets of paper a print takes, and about whom; known before it is drawn, because each sheet gets its number first. */
export function partsOf(sheet: Sheet): readonly Part[] {
  switch (sheet.kind) {
    case 'envelope':
      return [{ patients: [], sheets: 2 }]
    case 'officer':
    case 'poster':
    case 'runner':
    case 'label-test':
      return [{ patients: [], sheets: 1 }]
    case 'hand-over':
    case 'incident-report':
    case 'inventory':
    case 'audit-head':
    case 'drill-log':
    case 'conformance':
    case 'census':
    case 'transfer':
    case 'continuity-code':
    case 'sign-off':
    case 'number-list':
    case 'worklist':
    case 'erasure':
    case 'statistics':
      return flowsOf(sheet).map(({ patient, flow }) => ({ patients: patient === null ? [] : [patient], sheets: pagesOf(flow).length }))
    case 'flowsheet':
    case 'orders':
    case 'medication':
    case 'nursing-note':
    case 'transfusion':
    case 'exams':
    case 'form-record':
    case 'fluids':
    case 'controlled':
      return sheet.papers.map(({ patient, pages }) => ({ patients: patient === null ? [] : [patient], sheets: pages.length }))
    case 'wristband':
      return inGroups(sheet.worn, sheet.paper === 'A4' ? bandsOnA4 : 1).map((group) => ({ patients: group.map(({ id }) => id), sheets: 1 }))
    case 'bed-card':
      return inGroups(sheet.worn, cardsOnA4).map((group) => ({ patients: group.map(({ id }) => id), sheets: 1 }))
    case 'specimen-labels':
    case 'document-labels':
      return [{ patients: [sheet.who.id], sheets: labelSheets(sheet, sheet.copies) }]
    case 'blank-numbers':
      return [{ patients: [], sheets: sheet.on === 'bands' ? Math.ceil(sheet.numbers.length / bandsOnA4) : labelSheets(sheet, sheet.numbers.length * labelsPerBlank(sheet.grid)) }]
    default:
      return unreachable(sheet)
  }
}

type Flowing = Extract<Sheet, { readonly kind: 'hand-over' | 'incident-report' | 'inventory' | 'audit-head' | 'drill-log' | 'conformance' | 'census' | 'transfer' | 'continuity-code' | 'sign-off' | 'number-list' | 'worklist' | 'erasure' | 'statistics' }>

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
    case 'transfer':
      return [{ patient: sheet.patient.patient.id, flow: transferFlow(sheet) }]
    case 'census':
      return [{ patient: null, flow: censusFlow(sheet) }]
    case 'continuity-code':
      return [{ patient: null, flow: continuityFlow(sheet) }]
    case 'sign-off':
      return [{ patient: null, flow: signOffFlow(sheet) }]
    case 'number-list':
      return [{ patient: null, flow: numberListFlow(sheet) }]
    case 'worklist':
      return [{ patient: null, flow: worklistFlow(sheet) }]
    case 'erasure':
      return [{ patient: null, flow: erasureFlow(sheet) }]
    case 'statistics':
      return [{ patient: null, flow: statisticsFlow(sheet) }]
    case 'conformance':
      return [{ patient: null, flow: conformanceFlow(sheet) }]
  }
}
