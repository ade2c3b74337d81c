import { useRef, useState } from 'react'
import type { StaffNumber } from '#domain/ids.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Field } from '#renderer/ui/field.tsx'
import { isComposing } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { matching, type LockAnswer, type StaffOnDuty } from './missing.ts'
import { words } from './words.ts'
import css from './lock.module.css'

/** Who, then their PIN. A few digits of the staff number and Enter choose the person. */
export function PinWay({ people, chosen, onChoose, pin, onPin, answer }: {
  readonly people: readonly StaffOnDuty[]
  readonly chosen: StaffNumber | null
  readonly onChoose: (staffNumber: StaffNumber) => void
  readonly pin: string
  readonly onPin: (pin: string) => void
  readonly answer: LockAnswer
}) {
  const say = useWords(words)
  const [sought, setSought] = useState('')
  const pinPlace = useRef<HTMLDivElement>(null)
  const found = matching(people, sought)
  const person = people.find(({ staffNumber }) => staffNumber === chosen)
  const choose = (staffNumber: StaffNumber): void => {
    onChoose(staffNumber)
    // The box exists from the start, so that choosing can put the next key straight into it.
    pinPlace.current?.querySelector('input')?.focus()
  }
  return (
    <div className={css['two']}>
      <section aria-label={say.people}>
        <h2 className={css['question']}>{say.question}</h2>
        <p className={css['lead']}>{say.lead}</p>
        <div
          className={css['find']}
          onKeyDown={(event) => {
            const [only] = found
            if (event.key !== 'Enter' || event.ctrlKey || isComposing({ ...event, isComposing: event.nativeEvent.isComposing }) || only === undefined || found.length > 1) return
            event.preventDefault()
            event.stopPropagation()
            choose(only.staffNumber)
          }}
        >
          <Field label={say.find} hint={say.findHint} autoFocus value={sought} onChange={setSought} />
        </div>
        {found.length === 0 && <p className={css['none']}>{say.noMatch}</p>}
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
