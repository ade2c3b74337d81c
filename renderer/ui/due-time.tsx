import type { TaskState } from '#domain/order/running.ts'
import type { Instant } from '#domain/time.ts'
import { classNames } from './class-names.ts'
import { useWords } from './language.tsx'
import { nearMoment } from './moment.ts'
import css from './due-time.module.css'

/** 「16:00 超過」 solid, 「16:30」 on wash, later plain: a time and, where it is over, the word. */
export function DueTime({ due, state, now }: { readonly due: Instant; readonly state: TaskState; readonly now: Instant }) {
  const say = useWords(words)
  return <span className={classNames(css['time'], state === 'overdue' && css['overdue'], state === 'due' && css['now'])}><span>{nearMoment(due, now)}</span>{state === 'overdue' && <> <span>{say.over}</span></>}</span>
}

const words = { over: { ja: '超過', en: 'overdue' } } as const
