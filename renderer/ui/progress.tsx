import { useId } from 'react'
import { Button } from './button.tsx'
import { useWords } from './language.tsx'
import css from './progress.module.css'

/** What · n / N · time left · 中止. */
export function Progress({ what, done, of, unit, secondsLeft = null, onStop = null }: {
  readonly what: string
  readonly done: number
  readonly of: number
  readonly unit: string
  /** Null until two steps have been timed. */
  readonly secondsLeft?: number | null
  /** Null when it cannot be stopped without harm. */
  readonly onStop?: (() => void) | null
}) {
  const say = useWords(words)
  const id = useId()
  return (
    <div className={css['progress']}>
      <span id={id}>
        <b>{what}</b> <span className={css['facts']}>{done} / {of} {unit}{secondsLeft !== null && ` ${secondsLeft < 60 ? say.seconds(Math.ceil(secondsLeft)) : say.minutes(Math.ceil(secondsLeft / 60))}`}</span>
      </span>
      {onStop !== null && <Button size="small" onPress={onStop}>{say.stop}</Button>}
      <span className={css['bar']} role="progressbar" aria-labelledby={id} aria-valuemin={0} aria-valuemax={of} aria-valuenow={done}>
        <span className={css['fill']} style={{ width: `${of === 0 ? 0 : Math.min(100, (done / of) * 100)}%` }} />
      </span>
    </div>
  )
}

const words = {
  stop: { ja: '中止', en: 'Stop' },
  seconds: { ja: (n: number) => `残り約${n}秒`, en: (n: number) => `about ${n} s left` },
  minutes: { ja: (n: number) => `残り約${n}分`, en: (n: number) => `about ${n} min left` },
} as const
