import { PenLine } from 'lucide-react'
import type { EntryId } from '#domain/ids.ts'
import { byDue, dueOf, isApproved, type OrderNow, type Task } from '#domain/order/running.ts'
import type { Instant } from '#domain/time.ts'
import type { OpenItems } from '#domain/view/open-items.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { DueTime } from '#renderer/ui/due-time.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { nearMoment, shortMoment } from '#renderer/ui/moment.ts'
import { OrderLine } from '#renderer/ui/order-line.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './orders.module.css'

/** What is done with an order from its line. Null in the tab: nothing is written any more. */
export type OrderActs = {
  readonly onWrite: () => void
  readonly onReceive: (order: EntryId) => void
  /** Carried out, or given: `due` is the earliest that waits. */
  readonly onCarryOut: (one: OrderNow, due: Instant | null) => void
  readonly onStop: (order: EntryId) => void
  readonly onCorrect: (order: EntryId) => void
}

/** 指示簿: what is in force, newest first, then what ended a short while ago. */
export function OrdersTab({ orders, tasks, items, now, acts }: {
  readonly orders: readonly OrderNow[]
  readonly tasks: readonly Task[]
  readonly items: Pick<OpenItems, 'open'>
  readonly now: Instant
  readonly acts: OrderActs | null
}) {
  const say = useWords(words)
  const inForce = orders.filter(({ isEnded }) => !isEnded)
  const ended = orders.filter(({ isEnded }) => isEnded)
  const lines = (of: readonly OrderNow[], lineActs: OrderActs | null) => (
    <ul className={css['list']}>
      {of.map((one) => <Line key={one.order.entry} one={one} next={tasks.filter(({ order }) => order.entry === one.order.entry).toSorted(byDue)[0] ?? null} items={items} now={now} acts={lineActs} />)}
    </ul>
  )
  return (
    <div className={css['tab']}>
      <Section title={say.inForce} end={acts === null ? null : <Button look="primary" size="small" icon={PenLine} onPress={acts.onWrite}>{say.write}</Button>}>
        {inForce.length === 0 ? <Empty title={say.none}>{acts === null ? '' : say.noneNext}</Empty> : lines(inForce, acts)}
      </Section>
      {ended.length > 0 && <Section title={say.ended} note={say.endedNote} level={3}>{lines(ended, null)}</Section>}
    </div>
  )
}

function Line({ one, next, items, now, acts }: { readonly one: OrderNow; readonly next: Task | null; readonly items: Pick<OpenItems, 'open'>; readonly now: Instant; readonly acts: OrderActs | null }) {
  const say = useWords(words)
  const { order, received, stopped, answers, isEnded } = one
  const { body } = order
  const [last] = answers
  return (
    <li className={css['line']} data-ended={isEnded}>
      <span className={css['next']}>{next === null ? (isEnded ? say.over : '') : <DueTime due={next.due} state={next.state} now={now} />}</span>
      <div className={css['what']}>
        <OrderLine order={body} />
        <div className={css['signs']}>
          <span><Written>{say.by(order.onBehalfOf === null ? order.by.name : say.forWhom(order.by.name, order.onBehalfOf.name), nearMoment(order.at, now))}</Written></span>
          {body.verbal !== null && <Badge look={body.verbal.readBack ? 'plain' : 'warn'}>{body.verbal.readBack ? say.verbal : say.notReadBack}</Badge>}
          {!isApproved(one, items) && <Badge look="warn">{say.notApproved}</Badge>}
          {received === null ? !isEnded && <Badge look="strong">{say.notReceived}</Badge> : <span><Written>{say.received(received.by.name, nearMoment(received.at, now))}</Written></span>}
          {last !== undefined && <span>{say.last(say.answers[last.kind], nearMoment(dueOf(last) ?? last.at, now))}</span>}
          {stopped !== null && <span><Written>{say.stopped(shortMoment(stopped.at), stopped.by.name, stopped.body.reason)}</Written></span>}
        </div>
      </div>
      {acts !== null && (
        <div className={css['acts']}>
          {received === null ? <Button size="small" onPress={() => acts.onReceive(order.entry)}>{say.receive}</Button> : <span />}
          <Button size="small" onPress={() => acts.onCarryOut(one, next?.due ?? null)}>{body.medicine === null ? say.carryOut : say.give}</Button>
          <Button size="small" look="quiet" onPress={() => acts.onStop(order.entry)}>{say.stop}</Button>
          <Button size="small" look="quiet" onPress={() => acts.onCorrect(order.entry)}>{say.correct}</Button>
        </div>
      )}
    </li>
  )
}
