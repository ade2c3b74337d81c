import type { Chart } from './chart.ts'
import { isNewer } from './latest-vitals.ts'

/**
 * The charts of one person's registrations as one, in the order things happened; the main one's first. Every record stays what it
 * was written under (`entry.patient`): a link moves nothing, and taken back it leaves each chart as it is. Rule WHO-18.
 */
export function chartOfPerson([main, ...others]: readonly [Chart, ...(readonly Chart[])]): Chart {
  if (others.length === 0) return main
  const all = [main, ...others]
  const rows = all.flatMap((chart) => chart.rows).toSorted((a, b) => (isNewer({ at: a.entry.at, seq: a.seq }, { at: b.entry.at, seq: b.seq }) ? 1 : -1))
  return { ...main, rows, opened: all.reduce((sum, { opened }) => sum + opened, 0) }
}
