import type { Entry } from '#domain/log/entry.ts'
import { instantOf } from '#domain/time.ts'
import { wardOf } from '#domain/view/ward.ts'
import { aNumber, aPatient, anEntry, entryId, noVitalSigns, patientId } from '#tests/builders.ts'
import { median, rounded, type Row } from './measure.ts'

const entries = 100_000
const patients = 80
const repeats = 7
const allowedMs = 1000

/** The board of a ward computed from everything ever written: what a start without any snapshot cannot spare. */
export function boardFollow(): Row {
  const lines = Array.from({ length: entries }, (_, n) => JSON.stringify(anEntryOf(n)))
  const took = { board: [] as number[], parse: [] as number[] }
  for (let round = 0; round < repeats; round += 1) {
    const from = performance.now()
    const records = lines.map((line, index) => ({ seq: index + 1, entry: JSON.parse(line) as Entry })) // written by anEntryOf
    const parsed = performance.now()
    const view = wardOf(records)
    const end = performance.now()
    if (view.entries !== entries) throw new Error('The board passed entries over')
    took.parse.push(parsed - from)
    took.board.push(end - parsed)
  }
  const [board, parse] = [median(took.board), median(took.parse)]
  return { ratio: rounded(board / allowedMs), target: 1, measured: rounded(board), allowed: allowedMs, parse: rounded(parse), repeats, entries, note: 'In Node, without a window. Ratio to one second; parse: JSON.parse of the same entries, which comes on top.' }
}

function anEntryOf(n: number): Entry {
  const common = { id: entryId(n), patient: patientId(n % patients), at: instantOf(Date.UTC(2026, 10, 20) + n * 30_000) }
  if (n < patients) return aPatient({ number: aNumber(n + 1) }, common)
  if (n % 3 === 0) return anEntry('note', common)
  if (n % 100 === 1) return anEntry('entry-struck', { ...common, body: { struck: entryId(n - patients), reason: '理由' } })
  return anEntry('vital-signs', { ...common, body: noVitalSigns({ temperatureC: 36.5, pulsePerMin: 70, systolicMmHg: 120, diastolicMmHg: 80, spo2Percent: 98 }) })
}
