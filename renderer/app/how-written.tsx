import { useState, type ReactNode } from 'react'
import type { Kind } from '#domain/log/kinds.ts'
import type { Person } from '#domain/log/person.ts'
import { matching } from '#domain/plan/known-people.ts'
import { isUsual, type DutySaid } from '#domain/record/usual-duty.ts'
import { Button } from '../ui/button.tsx'
import { DutyAsk } from '../ui/duty-ask.tsx'
import { Field } from '../ui/field.tsx'
import { useWords } from '../ui/language.tsx'
import { Written } from '../ui/written.tsx'
import { howWords } from './how-words.ts'
import css from './how-written.module.css'
import { useKnownPeople } from './use-known-people.ts'
import { useAtWork } from './ward-context.ts'

export type HowWritten = { readonly onBehalfOf: Person | null; readonly duty: DutySaid }

const notSaid: DutySaid = { reason: 'later', words: '' }
const mostShown = 6

/** For whom the next record is written, and why by somebody of this profession. Neither ever holds a save back. */
export function useHowWritten(kinds: readonly Kind[]): { readonly now: HowWritten; readonly forget: () => void; readonly strip: ReactNode } {
  const say = useWords(howWords)
  const { person } = useAtWork()
  const { staff, identified } = useKnownPeople()
  const [onBehalfOf, setOnBehalfOf] = useState<Person | null>(null)
  const [duty, setDuty] = useState(notSaid)
  const [sought, setSought] = useState<string | null>(null)
  const known = [...new Map([...staff.map(({ staffNumber, name, profession }) => ({ staffNumber, name, profession })), ...[...identified.values()].map((one) => one.person)].map((one) => [one.staffNumber, one])).values()]
  const found = sought === null || sought.trim() === '' ? [] : matching(known.filter(({ staffNumber }) => staffNumber !== person.staffNumber), sought).slice(0, mostShown)
  const isOutside = kinds.some((kind) => !isUsual((onBehalfOf ?? person).profession, kind))
  const choose = (one: Person): void => {
    setOnBehalfOf(one)
    setSought(null)
  }
  return {
    now: { onBehalfOf, duty: duty.reason === 'other' && duty.words.trim() === '' ? notSaid : duty },
    // A proxy is for one record: the next one is one's own again. Why one does this work stays the same.
    forget: () => setOnBehalfOf(null),
    strip: (
      <section className={css['how']} aria-label={say.label}>
        {isOutside && <DutyAsk profession={(onBehalfOf ?? person).profession} said={duty} onSaid={setDuty} />}
        {onBehalfOf !== null ? (
          <div className={css['row']}>
            <b><Written>{say.proxyFor(onBehalfOf.name)}</Written></b>
            <Button size="small" onPress={() => setOnBehalfOf(null)}>{say.proxyEnd}</Button>
          </div>
        ) : sought === null ? (
          <div className={css['row']}><Button size="small" look="quiet" onPress={() => setSought('')}>{say.proxy}</Button></div>
        ) : (
          <div
            className={css['pick']}
            onKeyDown={(event) => {
              const [only] = found
              if (event.key === 'Escape') setSought(null)
              else if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.nativeEvent.isComposing || only === undefined || found.length > 1) return
              else choose(only)
              event.preventDefault()
              event.stopPropagation()
            }}
          >
            <Field label={say.proxyWho} hint={say.proxyHint} autoFocus value={sought} onChange={setSought} help={sought.trim() !== '' && found.length === 0 ? say.nobody : null} />
            <div className={css['row']}>
              {found.map((one) => <Button key={one.staffNumber} size="small" onPress={() => choose(one)}><Written>{`${one.name} ${one.staffNumber}`}</Written></Button>)}
              <Button size="small" look="quiet" onPress={() => setSought(null)}>{say.proxyEnd}</Button>
            </div>
          </div>
        )}
      </section>
    ),
  }
}
