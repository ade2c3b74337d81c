import { Syringe } from 'lucide-react'
import type { ReactNode } from 'react'
import type { EntryId } from '#domain/ids.ts'
import { shownMedicine } from '#domain/export/care-cells.ts'
import type { InfusionNow } from '#domain/medicine/infusion.ts'
import { shownRate } from '#domain/medicine/units.ts'
import type { OrderNow, Task } from '#domain/order/running.ts'
import { aloneBecause, shownSecond } from '#domain/record/second.ts'
import type { Instant } from '#domain/time.ts'
import type { CareFact } from '#domain/view/care.ts'
import type { Fact } from '#domain/view/facts.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { DueTime } from '#renderer/ui/due-time.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { nearMoment } from '#renderer/ui/moment.ts'
import { OrderLine } from '#renderer/ui/order-line.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { LastDoseLine } from './last-dose-line.tsx'
import { words } from './words.ts'
import css from './medicine.module.css'

export type DoseShown = { readonly dose: CareFact<'medicine-given'>; readonly isEffectMissing: boolean }

/** Null in the tab: nothing is written any more. */
export type MedicineActs = {
  readonly onLastDose: () => void
  readonly onGive: (order: EntryId | null, due: Instant | null) => void
  readonly onWithhold: (order: EntryId, due: Instant | null) => void
  readonly onInfusion: (infusion: EntryId) => void
  readonly onEffect: (dose: EntryId) => void
  readonly onCorrect: (dose: EntryId) => void
}

/** 注射・与薬: what was taken last, what is due, what runs, and what was given in a day. */
export function MedicineTab({ last, tasks, needed, infusions, doses, now, acts, reference = null }: {
  readonly last: Fact<'last-dose-confirmed'> | null
  readonly tasks: readonly Task[]
  /** Medicines in force that no clock asks for. */
  readonly needed: readonly OrderNow[]
  readonly infusions: readonly InfusionNow[]
  readonly doses: readonly DoseShown[]
  readonly now: Instant
  readonly acts: MedicineActs | null
  /** What the hospital's system printed of this patient, and of when. */
  readonly reference?: ReactNode
}) {
  const say = useWords(words)
  const give = (one: OrderNow, due: Instant | null): ReactNode => acts !== null && (
    <span className={css['acts']}>
      <Button size="small" onPress={() => acts.onGive(one.order.entry, due)}>{say.give}</Button>
      <Button size="small" look="quiet" onPress={() => acts.onWithhold(one.order.entry, due)}>{say.withhold}</Button>
    </span>
  )
  const order = (one: OrderNow): ReactNode => <OrderLine order={one.order.body}>{one.received === null && <Badge look="strong">{say.notReceived}</Badge>}</OrderLine>
  return (
    <div className={css['tab']}>
      <Section title={say.lastDose.title} end={acts === null ? null : <Button size="small" onPress={acts.onLastDose}>{last === null ? say.lastDose.ask : say.lastDose.again}</Button>}>
        <div className={css['last']}><LastDoseLine last={last} now={now} />{reference}</div>
      </Section>
      <Section title={say.due} end={acts === null ? null : <Button size="small" icon={Syringe} onPress={() => acts.onGive(null, null)}>{say.withoutOrder}</Button>}>
        {tasks.length === 0 ? <p className={css['none']}>{say.dueNone}</p> : (
          <ul className={css['list']}>
            {tasks.map((task) => (
              <li key={`${task.order.entry} ${task.due}`} className={css['line']}>
                <DueTime due={task.due} state={task.state} now={now} />
                {order(task)}
                {give(task, task.order.body.term === 'standing' ? task.due : null)}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {infusions.length > 0 && (
        <Section title={say.running}>
          <ul className={css['list']}>{infusions.map((infusion) => <InfusionLine key={infusion.start.entry} infusion={infusion} now={now} onAct={acts === null ? null : acts.onInfusion} />)}</ul>
        </Section>
      )}
      {needed.length > 0 && (
        <Section title={say.needed} level={3}>
          <ul className={css['list']}>{needed.map((one) => <li key={one.order.entry} className={css['line']}><span />{order(one)}{give(one, null)}</li>)}</ul>
        </Section>
      )}
      <Section title={say.given} level={3}>
        {doses.length === 0 ? <p className={css['none']}>{say.givenNone}</p> : <ul className={css['list']}>{doses.map((one) => <DoseLine key={one.dose.entry} {...one} now={now} acts={acts} />)}</ul>}
      </Section>
    </div>
  )
}

function InfusionLine({ infusion, now, onAct }: { readonly infusion: InfusionNow; readonly now: Instant; readonly onAct: ((infusion: EntryId) => void) | null }) {
  const say = useWords(words).infusion
  const language = useLanguage()
  const { start, rate, isPaused, leftMl } = infusion
  return (
    <li className={css['line']}>
      <span className={css['time']}>{say.since(nearMoment(start.at, now))}</span>
      <div>
        <b><Written>{shownMedicine(start.body)[language]}</Written></b>
        <div className={css['signs']}>
          <span>{shownRate(rate)[language]}</span>
          {start.body.mixedWith.trim() !== '' && <span><Written>{start.body.mixedWith}</Written></span>}
          <span>{leftMl === null ? say.leftUnknown : say.left(leftMl)}</span>
          {isPaused && <Badge look="warn">{say.paused}</Badge>}
        </div>
      </div>
      {onAct !== null && <Button size="small" onPress={() => onAct(start.entry)}>{say.act}</Button>}
    </li>
  )
}

function DoseLine({ dose, isEffectMissing, now, acts }: DoseShown & { readonly now: Instant; readonly acts: MedicineActs | null }) {
  const say = useWords(words)
  const language = useLanguage()
  const { body } = dose
  return (
    <li className={css['line']}>
      <span className={css['time']}>{nearMoment(dose.at, now)}</span>
      <div>
        <Written>{shownMedicine(body)[language]}</Written>
        <div className={css['signs']}>
          <span><Written>{say.givenBy((dose.onBehalfOf ?? dose.by).name, body.byTwo === null ? '' : shownSecond(body.byTwo))}</Written></span>
          {body.byTwo !== null && aloneBecause(body.byTwo) !== null && <Badge look="warn">{say.alone}</Badge>}
          {isEffectMissing && <Badge look="warn">{say.effectMissing}</Badge>}
        </div>
      </div>
      {acts !== null && (
        <span className={css['acts']}>
          {isEffectMissing && <Button size="small" onPress={() => acts.onEffect(dose.entry)}>{say.effect}</Button>}
          <Button size="small" look="quiet" onPress={() => acts.onCorrect(dose.entry)}>{say.correct}</Button>
        </span>
      )}
    </li>
  )
}
