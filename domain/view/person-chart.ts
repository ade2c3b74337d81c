import { asItHappened, type Chart } from './chart.ts'

/**
 * The charts of one person's registrations as one, in the order things happened; the main one's first. Every record stays what it
 * was written under (`entry.patient`): a link moves nothing, and taken back it leaves each chart as it is. Rule WHO-18.
 */
export function chartOfPerson([main, ...others]: readonly [Chart, ...(readonly Chart[])]): Chart {
  if (others.length === 0) return main
  const all = [main, ...others]
  return { ...main, rows: asItHappened(all.flatMap(({ rows }) => rows)), opened: all.reduce((sum, { opened }) => sum + opened, 0) }
}
