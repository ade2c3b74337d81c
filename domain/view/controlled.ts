import type { EntryId, PatientId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import type { ControlledMove } from '../medicine/medicine.ts'
import type { DoseUnit } from '../medicine/units.ts'
import { nameKey } from '../text.ts'
import type { Instant } from '../time.ts'

/** One line of the ledger of narcotics: what came into the safe or left it. A dose takes what was given and what was thrown away. */
export type ControlledLine = {
  readonly entry: EntryId
  readonly seq: number
  readonly at: Instant
  readonly drug: string
  readonly unit: DoseUnit
  readonly move: ControlledMove | 'given'
  readonly amount: number
  readonly patient: PatientId | null
}

/** In the order of the journal. `early`: lines of the ward struck before they came, as after a recovery. */
export type Ledger = { readonly lines: readonly ControlledLine[]; readonly early: readonly EntryId[] }

export const emptyLedger: Ledger = { lines: [], early: [] }

/** The ledger with one entry more. A line struck is taken out. `isStruck`: is a line through this dose known already? */
export function ledgerAfter(ledger: Ledger, seq: number, entry: Entry, isStruck: () => boolean): Ledger {
  const { lines, early } = ledger
  const of = { entry: entry.id, seq, at: entry.at, patient: entry.patient }
  if (entry.kind === 'entry-struck' || entry.kind === 'ward-line-struck') {
    const { struck } = entry.body
    if (lines.some((line) => line.entry === struck && line.patient === entry.patient)) return { ...ledger, lines: lines.filter((line) => line.entry !== struck) }
    return entry.patient === null ? { ...ledger, early: [...early, struck] } : ledger
  }
  if (entry.kind === 'controlled-moved') {
    const { drug, unit, move, amount } = entry.body
    return early.includes(entry.id) ? ledger : { ...ledger, lines: [...lines, { ...of, drug, unit, move, amount }] }
  }
  if (entry.kind !== 'medicine-given' || entry.body.controlled === null || isStruck()) return ledger
  const { drug, unit, amount, controlled } = entry.body
  return { ...ledger, lines: [...lines, { ...of, drug, unit, move: 'given', amount: amount + controlled.discarded }] }
}

/** What the book says is left of a medicine, after everything up to and with the last count. Below nought: something is missing in the book. */
export function balanceOf(lines: readonly ControlledLine[], drug: string, unit: DoseUnit): number {
  let balance = 0
  for (const line of lines) {
    if (nameKey(line.drug) !== nameKey(drug) || line.unit !== unit) continue
    if (line.move === 'counted') balance = line.amount
    else balance += line.move === 'received' ? line.amount : -line.amount
  }
  return Math.round(balance * 1_000_000) / 1_000_000 // 0.1 + 0.2 ampoules are 0.3
}

/** Medicines of the ledger, by name and unit, in the order they were first written. */
export function drugsOf(lines: readonly ControlledLine[]): readonly Pick<ControlledLine, 'drug' | 'unit'>[] {
  return [...new Map(lines.map(({ drug, unit }) => [`${nameKey(drug)} ${unit}`, { drug, unit }])).values()]
}
