import { news2, news2Signs, type News2Risk, type Scored } from '#domain/score/news2.ts'
import type { VitalValues } from '#domain/view/latest-vitals.ts'
import type { Instant } from '#domain/time.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { nearMoment } from '#renderer/ui/moment.ts'
import { words } from './words.ts'
import css from './chart-screen.module.css'

/** The early-warning score of the newest set that was not struck, with its points and its rule; or why there is none. */
export function EarlyScore({ set, of, now }: { readonly set: { readonly at: Instant; readonly values: VitalValues } | null; readonly of: Scored; readonly now: Instant }) {
  const say = useWords(words).score
  const names = useWords(words).vital.name
  if (set === null) return <span className={css['score']} />
  const scored = news2(set.values, of)
  if (!scored.ok) {
    const { error } = scored
    return <span className={css['score']}>{error.code === 'not-for-age' ? say.notForAge : error.code === 'pregnant' ? say.pregnant : say.incomplete(nearMoment(set.at, now), error.missing.map((sign) => names[sign]))}</span>
  }
  const { score, risk, points } = scored.value
  return (
    <details className={css['score']}>
      <summary>{say.name} <b className={classNames(look[risk] !== null && css[look[risk]])}>{score}</b> {say.risk[risk]} {nearMoment(set.at, now)}</summary>
      <p>{news2Signs.map((sign) => `${names[sign]} ${points[sign]}`).join('　')}<br />{say.rule}</p>
    </details>
  )
}

const look = { low: null, 'low-medium': 'medium', medium: 'medium', high: 'high' } as const satisfies Record<News2Risk, string | null>
