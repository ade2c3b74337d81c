import type { Entry } from '#domain/log/entry.ts'
import { chartOf } from '#domain/view/chart.ts'
import { SheetSerial } from '#domain/print/serial.ts'
import { emptyLedger, ledgerAfter } from '#domain/view/controlled.ts'
import { personOf } from '#domain/view/ward-people.ts'
import { emptyRow, wardOf } from '#domain/view/ward.ts'
import { blankChartSheet, blankNumberSheets, chartSheet, controlledLedger, type ChartOf, type PatientChartKind } from '#renderer/print/chart/chart-sheet.ts'
import type { Sheet, Unprinted } from '#renderer/print/sheet.ts'
import { aNumber, patientId } from '#tests/builders.ts'
import { at, morphine, told, week, yamada } from './chart-entries.ts'
import { longChart } from './chart-long.ts'
import { longPlaced, printed } from './sample-printed.ts'

const place = { hospital: '潮見総合病院', ward: '5階東病棟' }

/** A patient and their chart out of entries, as the station computes them. */
export function ofEntries(entries: readonly Entry[], now = at('11-22 14:05')): ChartOf {
  const records = entries.map((entry, seq) => ({ seq: seq + 1, entry }))
  return { person: personOf(wardOf(records).patients.get(patientId(1)) ?? emptyRow(patientId(1))), rows: chartOf(patientId(1), records).rows, now }
}

export function printedAs(asked: Unprinted | null): Sheet {
  if (asked === null) throw new Error('The patient is registered')
  return { ...asked, printed }
}

export const kindsOfChart = ['flowsheet', 'orders', 'medication', 'nursing-note', 'transfusion', 'exams', 'form-record', 'fluids'] as const satisfies readonly PatientChartKind[]
export const filled = (kind: PatientChartKind, entries: readonly Entry[] = week): Sheet => printedAs(chartSheet(kind, place, ofEntries(entries)))
export const blank = (kind: PatientChartKind): Sheet => printedAs(blankChartSheet(kind, place, ofEntries(week)))
export const numbered = (kind: PatientChartKind): Sheet => printedAs(blankNumberSheets(kind, longPlaced, [aNumber(141), aNumber(142)]))

/** The ward's safe after a week, with a dose that was given. */
const safe: readonly Entry[] = [
  told('controlled-moved', '11-16 09:00', { drug: 'モルヒネ塩酸塩注10mg', unit: 'ampoule', move: 'received', amount: 5, slip: 'R-0007', byTwo: { second: { staffNumber: yamada.staffNumber, name: yamada.name } }, explained: '' }, { patient: null }),
  morphine,
  told('controlled-moved', '11-19 09:00', { drug: 'モルヒネ塩酸塩注10mg', unit: 'ampoule', move: 'counted', amount: 4, slip: '', byTwo: { aloneBecause: '夜勤が1人' }, explained: '' }, { patient: null }),
]
const ledger = safe.reduce((before, entry, seq) => ledgerAfter(before, seq + 1, entry, () => false), emptyLedger)
export const controlledOf = (lines = ledger.lines): Sheet => printedAs(controlledLedger(place, { lines, numberOf: () => 'D-AF-00123-4', entryOf: (line) => safe.find(({ id }) => id === line.entry) ?? null }))

/** Everything a chart can hold, with the longest words: what must fit. */
const long = (kind: PatientChartKind): Sheet => printedAs(chartSheet(kind, longPlaced, ofEntries(longChart, at('12-05 10:00'))))
const drilled = (sheet: Sheet): Sheet => ({ ...sheet, printed: { ...printed, realm: 'drill', serial: SheetSerial.parse('T-AF-000231') } })

const named: readonly (readonly [string, Sheet])[] = [
  ...kindsOfChart.flatMap((kind) => [[kind, filled(kind)], [`${kind}-blank`, blank(kind)], [`${kind}-number`, numbered(kind)], [`${kind}-long`, long(kind)]] as const),
  ['controlled', controlledOf()], ['controlled-blank', controlledOf([])], ['nursing-note-drill', drilled(filled('nursing-note'))], ['flowsheet-drill', drilled(filled('flowsheet'))],
]
export const chartSheets: Readonly<Record<string, Sheet>> = Object.fromEntries(named)
