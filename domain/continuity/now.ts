import type { EntryId } from '../ids.ts'
import { nameKey } from '../text.ts'
import { infusionsOf } from '../medicine/infusion.ts'
import { ordersOf } from '../order/running.ts'
import type { Instant } from '../time.ts'
import { runningBags } from '../transfusion/running.ts'
import type { ChartRow } from '../view/chart.ts'
import { isNewer } from '../view/latest-vitals.ts'
import type { PatientRow } from '../view/ward.ts'

/** What whoever takes a patient over asks first, as records of the chart. */
export type NowOf = {
  /** Orders that hold, infusions that run, bags that hang; oldest first. */
  readonly inForce: readonly ChartRow[]
  /** The newest word on what was taken before. */
  readonly lastDose: readonly ChartRow[]
  /** Of each medicine the newest dose, newest first. */
  readonly lastGiven: readonly ChartRow[]
  readonly vitals: readonly ChartRow[]
}

/** `members`: all registrations of the person; `rows`: all their records. What was struck is in none of these. Rule CONT-2. */
export function nowOf(members: readonly PatientRow[], rows: readonly ChartRow[], at: Instant): NowOf {
  const running = new Set<EntryId>(members.flatMap((row) => [
    ...ordersOf(row, at).flatMap(({ order, isEnded }) => (isEnded ? [] : [order.entry])),
    ...infusionsOf(row, at).map(({ start }) => start.entry),
    ...runningBags([row]).map(({ start }) => start.entry),
  ]))
  const newest = rows.filter(({ struck }) => struck === null).toSorted((one, two) => (isNewer(placeOf(one), placeOf(two)) ? -1 : 1))
  const given = new Map<string, ChartRow>()
  for (const row of newest) {
    if (row.entry.kind !== 'medicine-given') continue
    const drug = nameKey(row.entry.body.drug)
    if (!given.has(drug)) given.set(drug, row)
  }
  return {
    inForce: rows.filter(({ entry, struck }) => struck === null && running.has(entry.id)),
    lastDose: newest.filter(({ entry }) => entry.kind === 'last-dose-confirmed').slice(0, 1),
    lastGiven: [...given.values()],
    vitals: newest.filter(({ entry }) => entry.kind === 'vital-signs').slice(0, 1),
  }
}

const placeOf = ({ seq, entry }: ChartRow) => ({ at: entry.at, seq })
