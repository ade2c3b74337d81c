import { byDue, type Task } from '#domain/order/running.ts'
import type { Instant } from '#domain/time.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { DueTime } from '#renderer/ui/due-time.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { OrderLine } from '#renderer/ui/order-line.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { words } from './words.ts'
import css from './round.module.css'

const mostShown = 4

/** 期限の指示 of one patient, the longest overdue first. `onAct` null: nothing is written any more. */
export function DuePanel({ tasks, now, onAct, onAll }: { readonly tasks: readonly Task[]; readonly now: Instant; readonly onAct: ((task: Task) => void) | null; readonly onAll: () => void }) {
  const say = useWords(words)
  if (tasks.length === 0) return null
  const shown = tasks.toSorted(byDue).slice(0, mostShown)
  return (
    <Section title={say.due} end={<span className={css['count']}>{say.count(tasks.length)}</span>}>
      <ul className={css['due']}>
        {shown.map((task) => (
          <li key={`${task.order.entry} ${task.due}`} className={css['task']}>
            <DueTime due={task.due} state={task.state} now={now} />
            <OrderLine order={task.order.body}>{task.received === null && <Badge look="strong">{say.notReceived}</Badge>}</OrderLine>
            {onAct !== null && <Button size="small" onPress={() => onAct(task)}>{task.order.body.medicine === null ? say.carryOut : say.give}</Button>}
          </li>
        ))}
      </ul>
      {tasks.length > mostShown && <div className={css['rest']}><span>{say.more(tasks.length - mostShown)}</span><Button size="small" look="quiet" onPress={onAll}>{say.all}</Button></div>}
    </Section>
  )
}
