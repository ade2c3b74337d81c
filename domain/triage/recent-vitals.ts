import { latestVital, type Vitals } from '../view/latest-vitals.ts'
import { millisecondsOf, type Instant } from '../time.ts'
import type { PatForm } from './decide.ts'
import { PatVital } from './pat.ts'

const recentMs = 15 * 60_000

/**
 * A PAT form with the patient's vital signs of the last quarter of an hour in the boxes nobody wrote in, marked as taken
 * from the chart. Made from the form and the clock each time it is shown: a form left open does not keep an old value.
 * Rule TRI-15.
 */
export function withRecent(pat: PatForm, vitals: Vitals, now: Instant): PatForm {
  const found = PatVital.options.flatMap((name): readonly (readonly [PatVital, string])[] => {
    const latest = latestVital(vitals, name)
    const isRecent = latest.state === 'taken' && latest.at <= now && millisecondsOf(now) - millisecondsOf(latest.at) <= recentMs
    return isRecent && !pat.touched.includes(name) ? [[name, String(latest.value)]] : []
  })
  return { ...pat, typed: { ...pat.typed, ...Object.fromEntries(found) }, fromChart: found.map(([name]) => name) }
}
