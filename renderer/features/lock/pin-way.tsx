import { useEffect, useRef, useState } from 'react'
import type { StaffNumber } from '#domain/ids.ts'
import { matching } from '#domain/plan/known-people.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Field } from '#renderer/ui/field.tsx'
import { isComposing } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { useScans } from '#renderer/ui/scans.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { Written } from '#renderer/ui/written.tsx'
import type { LockAnswer, NotYetHere, StaffOnDuty } from './missing.ts'
import { words } from './words.ts'
import css from './lock.module.css'

export type PinWayProps = {
  readonly question: string
  readonly lead: string
  readonly people: readonly StaffOnDuty[]
  /** Of the staff list; looked for only once something is typed. */
  readonly notYet: readonly NotYetHere[]
  readonly chosen: StaffNumber | null
  readonly onChoose: (staffNumber: StaffNumber) => void
  /** Null where nobody can introduce anybody: the station is locked. */
  readonly onIntroduce: ((staffNumber: StaffNumber) => void) | null
  readonly pin: string
  readonly onPin: (pin: string) => void
  readonly answer: LockAnswer
  /** Whom a badge names. */
  readonly whose: (badge: string) => StaffNumber | null
}

const mostNotYet = 8

/** Who, then their PIN. A badge, or a few digits of the staff number and Enter, choose the person. */
export function PinWay({ question, lead, people, notYet, chosen, onChoose, onIntroduce, pin, onPin, answer, whose }: PinWayProps) {
  const say = useWords(words)
  const [sought, setSought] = useState('')
  const pinPlace = useRef<HTMLDivElement>(null)
  const found = matching(people, sought)
  const strangers = sought.trim() === '' ? [] : matching(notYet, sought).slice(0, mostNotYet)
  const person = people.find(({ staffNumber }) => staffNumber === chosen)
  // The box exists from the start, so that choosing can put the next key straight into it.
  const toPin = (): void => pinPlace.current?.querySelector('input')?.focus()
  const choose = (staffNumber: StaffNumber): void => {
    onChoose(staffNumber)
    toPin()
  }
  const take = (staffNumber: StaffNumber): void => {
    if (people.some((one) => one.staffNumber === staffNumber)) choose(staffNumber)
    else if (onIntroduce !== null) onIntroduce(staffNumber)
    else setSought(staffNumber)
  }
  useScans(({ text }) => {
    const whom = whose(text)
    if (whom !== null) take(whom)
    return whom !== null
  })
  useEffect(() => {
    if (chosen !== null) toPin() // somebody's badge brought us here
  }, []) // oxlint-disable-line react-hooks/exhaustive-deps -- only when the screen comes up
  return (
    <div className={css['two']}>
      <section aria-label={say.people}>
        <h2 className={css['question']}>{question}</h2>
        <p className={css['lead']}>{lead}</p>
        <div
          className={css['find']}
          onKeyDown={(event) => {
            const all = [...found, ...strangers]
            const [only] = all
            if (event.key !== 'Enter' || event.ctrlKey || isComposing({ ...event, isComposing: event.nativeEvent.isComposing }) || only === undefined || all.length > 1) return
            event.preventDefault()
            event.stopPropagation()
            take(only.staffNumber)
          }}
        >
          <Field label={say.find} hint={say.findHint} autoFocus={chosen === null} value={sought} onChange={setSought} />
        </div>
        {found.length === 0 && strangers.length === 0 && <p className={css['none']}>{say.noMatch}</p>}
        <ul className={css['people']}>
          {found.map(({ staffNumber, name, left }) => (
            <li key={staffNumber}>
              <button type="button" className={classNames(css['person'], staffNumber === chosen && css['chosen'])} aria-pressed={staffNumber === chosen} onClick={() => choose(staffNumber)}>
                <b><Written>{name}</Written></b>
                <span>{staffNumber}</span>
                {left === 0 && <StateWord is="warn">{say.wiped}</StateWord>}
              </button>
            </li>
          ))}
        </ul>
        {strangers.length > 0 && (
          <div className={css['strangers']}>
            <h3>{say.notYet}</h3>
            {onIntroduce === null && <p>{say.notYetLocked}</p>}
            <ul className={css['people']}>
              {strangers.map(({ staffNumber, name }) => (
                <li key={staffNumber}>
                  {onIntroduce === null ? (
                    <span className={css['stranger']}><b><Written>{name}</Written></b> <span>{staffNumber}</span></span>
                  ) : (
                    <button type="button" className={css['person']} onClick={() => onIntroduce(staffNumber)}>
                      <b><Written>{name}</Written></b>
                      <span>{staffNumber}</span>
                      <span>{say.introduce}</span>
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
      <section className={css['pin']} aria-label={say.pin}>
        <div ref={pinPlace}>
          <Field
            label={person === undefined ? say.pin : say.pinOf(person.name)} kind="secret" most={40} value={pin} onChange={onPin} isOff={person?.left === 0}
            help={person === undefined ? say.choosePerson : null}
          />
        </div>
        {answer.kind === 'wrong-pin' && answer.staffNumber === chosen && <Banner look="warn">{say.wrongPin(answer.left)}</Banner>}
        {((answer.kind === 'no-tries-left' && answer.staffNumber === chosen) || person?.left === 0) && <Banner look="danger">{say.noTries}</Banner>}
        {answer.kind === 'failed' && <Banner look="danger">{say.failed}</Banner>}
      </section>
    </div>
  )
}
