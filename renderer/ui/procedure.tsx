import type { ReactNode } from 'react'
import { Route } from './route.tsx'
import { FootEnd, FootNote, Screen } from './screen.tsx'
import type { SubmitKeys } from './keys.ts'
import css from './procedure.module.css'

/** One step of a procedure: where we are, one question, what was answered so far, back on the left and on on the right. */
export function Procedure({ label, routeLabel, stops, here, question, lead = null, children, aside = null, back, note = null, act, keys }: {
  readonly label: string
  readonly routeLabel: string
  readonly stops: readonly string[]
  readonly here: number
  readonly question: ReactNode
  readonly lead?: ReactNode
  readonly children: ReactNode
  readonly aside?: ReactNode
  readonly back: ReactNode
  readonly note?: ReactNode
  readonly act: ReactNode
  readonly keys: SubmitKeys
}) {
  return (
    <Screen
      label={label}
      pace="spacious"
      keys={keys}
      foot={
        <>
          {back}
          {note !== null && <FootNote>{note}</FootNote>}
          <FootEnd>{act}</FootEnd>
        </>
      }
    >
      <div className={css['route']}><Route label={routeLabel} stops={stops} here={here} /></div>
      {/* A new step is a new form: nothing of the one before keeps focus or half-typed state. */}
      <div className={aside === null ? css['one'] : css['two']} key={here}>
        <section className={css['main']}>
          <h2 className={css['question']}>{question}</h2>
          {lead !== null && <p className={css['lead']}>{lead}</p>}
          {children}
        </section>
        {aside !== null && <aside className={css['aside']}>{aside}</aside>}
      </div>
    </Screen>
  )
}
