import { Droplets, PencilLine } from 'lucide-react'
import type { EntryId } from '#domain/ids.ts'
import type { Instant } from '#domain/time.ts'
import type { BloodTypeNow } from '#domain/transfusion/blood-type.ts'
import type { Bag } from '#domain/transfusion/running.ts'
import type { BagTask } from '#domain/transfusion/tasks.ts'
import { bloodProductWords, bloodTypeSourceWords, shownBloodType } from '#domain/transfusion/transfusion.ts'
import type { CareFact } from '#domain/view/care.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { nearMoment, shortMoment } from '#renderer/ui/moment.ts'
import { Section } from '#renderer/ui/section.tsx'
import { OutOfRange, StateWord, type State } from '#renderer/ui/state-word.tsx'
import table from '#renderer/ui/table.module.css'
import { Written } from '#renderer/ui/written.tsx'
import { BagLine } from './bag-line.tsx'
import { words } from './words.ts'
import css from './transfusion.module.css'

export type BloodActs = {
  readonly onBloodType: () => void
  /** `order`: the one it answers; null: none. */
  readonly onStart: (order: EntryId | null) => void
  readonly onWatch: (bag: EntryId) => void
  readonly onEnd: (bag: EntryId) => void
  readonly onCorrect: (act: 'blood-type' | 'start' | 'watch' | 'end', of: EntryId | null, record: EntryId) => void
}

export type BloodPanelProps = {
  readonly bloodType: BloodTypeNow
  readonly bags: readonly Bag[]
  readonly tasks: readonly BagTask[]
  /** Orders of blood that were not stopped. */
  readonly orders: readonly CareFact<'order-given'>[]
  readonly now: Instant
  /** Null: nothing is written here any more. */
  readonly acts: BloodActs | null
}

/** The blood type with how certain it is, what runs and what is owed to it, and what has ended. */
export function BloodPanel(props: BloodPanelProps) {
  const { bags, tasks, orders, now, acts } = props
  const all = useWords(words)
  const say = all.panel
  const running = bags.filter(({ end }) => end === null)
  return (
    <div className={css['panel']}>
      <TypeNow {...props} />
      <Section title={say.running} end={acts === null ? null : <Button look="primary" icon={Droplets} onPress={() => acts.onStart(null)}>{say.start}</Button>}>
        {orders.length > 0 && (
          <ul className={css['said']}>
            {orders.map(({ entry, body }) => (
              <li key={entry}>
                <span>{say.waiting} <b><Written>{body.text}</Written></b></span>
                {body.urgent && <Badge look="strong">{say.urgent}</Badge>}
                {acts !== null && <Button size="small" onPress={() => acts.onStart(entry)}>{say.start}</Button>}
              </li>
            ))}
          </ul>
        )}
        {running.length === 0 && <p className={css['none']}>{say.noRunning}</p>}
        <ul className={css['bags']}>
          {running.map((bag) => (
            <li key={bag.start.entry} className={css['bag']}>
              <BagLine bag={bag} now={now} />
              <div className={css['acts']}>
                {tasks.filter((task) => task.bag.start.entry === bag.start.entry).map(({ minutes, dueAt, state }) => (
                  <span key={minutes}>{state === 'late' ? <OutOfRange is="dangerous">{say.due.late(minutes, nearMoment(dueAt, now))}</OutOfRange> : state === 'due' ? <OutOfRange is="outside">{say.due.due(minutes, nearMoment(dueAt, now))}</OutOfRange> : say.due.coming(minutes, nearMoment(dueAt, now))}</span>
                ))}
                <Looks bag={bag} now={now} acts={acts} />
              </div>
              {acts !== null && (
                <div className={css['acts']}>
                  <Button onPress={() => acts.onWatch(bag.start.entry)}>{say.look}</Button>
                  <Button onPress={() => acts.onEnd(bag.start.entry)}>{say.end}</Button>
                  <span className={css['end']}><Button size="small" look="quiet" icon={PencilLine} onPress={() => acts.onCorrect('start', null, bag.start.entry)}>{say.correct}</Button></span>
                </div>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Finished {...props} />
    </div>
  )
}

const certainty = { unknown: 'none', stated: 'warn', certain: 'ok', differs: 'bad' } as const satisfies Record<BloodTypeNow['is'], State>

function TypeNow({ bloodType, now, acts }: BloodPanelProps) {
  const say = useWords(words).panel
  const language = useLanguage()
  return (
    <Section title={say.type} end={acts === null ? null : <Button onPress={acts.onBloodType}>{say.say}</Button>}>
      <div className={css['now']}>
        {bloodType.type !== null && <b>{shownBloodType(bloodType.type)[language]}</b>}
        <StateWord is={certainty[bloodType.is]}>{say.is[bloodType.is]}</StateWord>
      </div>
      {bloodType.said.length === 0 ? <p className={css['none']}>{say.none}</p> : (
        <ul className={css['said']}>
          {bloodType.said.map(({ entry, at, by, body }) => (
            <li key={entry}>
              <b>{shownBloodType(body.type)[language]}</b>
              <span>{bloodTypeSourceWords[body.source][language]}{body.sample !== '' && <>　<Written>{say.sample(body.sample)}</Written></>}</span>
              <span>{nearMoment(at, now)}　<Written>{by.name}</Written></span>
              {acts !== null && <Button size="small" look="quiet" icon={PencilLine} onPress={() => acts.onCorrect('blood-type', null, entry)}>{say.correct}</Button>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** What was seen of a bag, oldest first. */
function Looks({ bag, now, acts }: { readonly bag: Bag; readonly now: Instant; readonly acts: BloodActs | null }) {
  const say = useWords(words).panel
  return bag.watches.toReversed().map(({ entry, at, body }) => (
    <span key={entry}>
      {body.minutes === null ? say.lookedAt(nearMoment(at, now)) : say.looked(body.minutes, nearMoment(at, now))}
      {' '}{body.fine ? say.fine : <b><Written>{body.words}</Written></b>}
      {acts !== null && <>{' '}<Button size="small" look="quiet" icon={PencilLine} onPress={() => acts.onCorrect('watch', bag.start.entry, entry)}>{say.correct}</Button></>}
    </span>
  ))
}

function Finished({ bags, now, acts }: BloodPanelProps) {
  const say = useWords(words).panel
  const language = useLanguage()
  const ended = bags.flatMap(({ end, ...bag }) => (end === null ? [] : [{ ...bag, end }]))
  return (
    <Section title={say.finished} note={say.finishedNote}>
      {ended.length === 0 ? <p className={css['none']}>{say.noFinished}</p> : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is wider than its place scrolls by what can take the focus
        <div className={css['scroll']} tabIndex={0} role="group" aria-label={say.finished}>
          <table className={table['table']}>
            <thead><tr><th>{say.product}</th><th>{say.lot}</th><th>{say.from}</th><th>{say.to}</th><th className={table['figures']}>{say.amount}</th><th>{say.reaction}</th><th>{say.looks}</th>{acts !== null && <th>{say.act}</th>}</tr></thead>
            <tbody>
              {ended.map(({ start, end, watches }) => (
                <tr key={start.entry}>
                  <td>{bloodProductWords[start.body.product][language]}</td>
                  <td><Written>{start.body.lot}</Written></td>
                  <td className={table['still']}>{shortMoment(start.at)}</td>
                  <td className={table['still']}>{shortMoment(end.at)}</td>
                  <td className={table['figures']}>{say.given(end.body.givenMl)}</td>
                  <td>{end.body.reacted ? <OutOfRange is="outside"><Written>{end.body.reaction}</Written></OutOfRange> : say.noReaction}</td>
                  <td>{watches.toReversed().map(({ entry, at, body }) => <div key={entry}>{body.minutes === null ? say.lookedAt(nearMoment(at, now)) : say.looked(body.minutes, nearMoment(at, now))}</div>)}</td>
                  {acts !== null && (
                    <td>
                      <Button size="small" look="quiet" label={`${say.correct} ${say.from}`} onPress={() => acts.onCorrect('start', null, start.entry)}>{say.from}</Button>
                      <Button size="small" look="quiet" label={`${say.correct} ${say.to}`} onPress={() => acts.onCorrect('end', start.entry, end.entry)}>{say.to}</Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}
