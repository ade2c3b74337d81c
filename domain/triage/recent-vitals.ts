import { latestVital, type Vitals } from '../view/latest-vitals.ts'
import { millisecondsOf, type Instant } from '../time.ts'
import { PatVital } from './pat.ts'
import { emptyPatForm, type PatForm } from './decide.ts'

export const recentMs = 15 * 60_000

/** A PAT form with the patient's vital signs of the last quarter of an hour, marked as taken from the chart. Anything older is measured again. Rule TRI-15. */
export function patFormOf(vitals: Vitals, now: Instant): PatForm {
  const found = PatVital.options.flatMap((name): readonly (readonly [PatVital, string])[] => {
    const latest = latestVital(vitals, name)
    const isRecent = latest.state === 'taken' && latest.at <= now && millisecondsOf(now) - millisecondsOf(latest.at) <= recentMs
    return isRecent ? [[name, String(latest.value)]] : []
  })
  return { ...emptyPatForm, typed: { ...emptyPatForm.typed, ...Object.fromEntries(found) }, fromChart: found.map(([name]) => name) }
}
