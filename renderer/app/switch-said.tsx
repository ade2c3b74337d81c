import { useState } from 'react'
import type { PatientId } from '#domain/ids.ts'
import { isOf, type WardPerson } from '#domain/view/ward-people.ts'
import { goTo, type Place } from '../session/session.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useWords } from '../ui/language.tsx'
import { RowLine } from '../ui/patient-line.tsx'
import { Written } from '../ui/written.tsx'
import type { CalendarDate } from '#domain/time.ts'
import { ownAt, type Half } from './desk.ts'
import { formName } from './form-name.ts'
import { howWords } from './how-words.ts'
import css from './scan-said.module.css'
import { useAtWork, useWardView } from './ward-context.ts'

/**
 * Under the banner of a patient somebody has just come to, by whatever way: that it is another one, and whose form they
 * left half-written. Nothing waits for an answer; it goes with the next patient, or when it was read. Rule SWITCH-1.
 */
export function SwitchSaid({ shown, today }: { readonly shown: WardPerson | null; readonly today: CalendarDate }) {
  const say = useWords(howWords)
  const { open, person, desk } = useAtWork()
  const view = useWardView(open)
  const [seen, setSeen] = useState<{ readonly now: PatientId | null; readonly before: PatientId | null; readonly isRead: boolean }>({ now: null, before: null, isRead: false })
  // Between two patients lies the board or a list: the one before is whoever was on the screen last.
  if (shown !== null && (seen.now === null || !isOf(shown, seen.now))) setSeen({ now: shown.row.id, before: seen.now, isRead: false })
  const { before, isRead } = seen
  const left = shown === null || before === null || isRead ? null : (view.patients.get(before) ?? null)
  const [half, ...more] = before === null ? [] : ownAt(desk, before, person.staffNumber)
  if (left === null || half === undefined) return null
  const names = [half, ...more].map(({ form }) => formName(form, say.forms))
  return (
    <Banner
      look="warn"
      action={
        <span className={css['acts']}>
          <Button size="small" onPress={() => setSeen({ ...seen, isRead: true })}>{say.read}</Button>
          <Button size="small" onPress={() => goTo(placeOf(half, left.id))}>{say.goBack}</Button>
        </span>
      }
    >
      <Written>{say.switched([...new Set(names)].join('・'))}</Written>
      <RowLine row={left} today={today} />
    </Banner>
  )
}

/** Where it is written on: a form of its own opens, what is written in the chart stands there. */
function placeOf({ form }: Half, patient: PatientId): Place {
  const chart = { at: 'chart', patient, via: 'board' } as const
  const own = /^form-([a-z][a-z-]*)$/.exec(form)
  if (own?.[1] !== undefined) return { at: 'form', patient, definition: own[1], correcting: null, from: chart }
  return chart
}
