import { Hourglass } from 'lucide-react'
import { useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import type { CalendarDate } from '#domain/time.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { ConfirmGuardContext, type ConfirmGuard } from './confirm-guard.ts'
import { confirmAfter, tickMs, type ConfirmEvent, type ConfirmState } from './confirm-state.ts'
import { words } from './confirm-step.words.ts'
import { Icon } from './icon.tsx'
import { useWords } from './language.tsx'
import { RowLine } from './patient-line.tsx'
import { SavedState, type Saved } from './saved-state.tsx'
import { FootEnd, Screen } from './screen.tsx'
import { Section } from './section.tsx'
import css from './confirm-step.module.css'

/**
 * Draft → review → 確定: what will be recorded, in words, with the patient in full beside the button. After 確定 it can be
 * taken back for five seconds, with everything typed still in the form; only then `onConfirm` is called. Whoever goes to
 * another place meanwhile has confirmed: it is recorded, and `onDone` is not called, so that nobody is called back.
 */
export function ConfirmStep({ title, row, today, children, beside = null, saved, onConfirm, onDone, onBack }: {
  /** What is being recorded: 「SOAP」「指示」. */
  readonly title: string
  /** Whom it is about; null: the ward. */
  readonly row: PatientRow | null
  readonly today: CalendarDate
  /** What will be recorded, as it will stand in the chart. */
  readonly children: ReactNode
  /** What must be read together with the patient, between the patient and the button: the two blood types of a bag. */
  readonly beside?: ReactNode
  readonly saved: Saved
  /** Saves; true after the journal's acknowledgement. */
  readonly onConfirm: () => Promise<boolean>
  /** It is saved, and this step is still on the screen. */
  readonly onDone: () => void
  /** Back to the form. */
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const guard = useContext(ConfirmGuardContext)
  const [other] = useState(() => (row === null ? null : guard.justBefore(row)))
  const confirm = (): Promise<boolean> => {
    if (row !== null) guard.confirmed(row)
    return onConfirm()
  }
  const [state, take, takeBack] = useConfirm(confirm, onDone, onBack, guard)
  const what = useRef<HTMLDivElement>(null)
  useEffect(() => what.current?.focus({ preventScroll: true }), [])
  const isWaiting = state.at === 'waiting'
  return (
    <Screen
      label={title}
      keys={{ onSave: () => take('confirm'), onBack: takeBack }}
      foot={
        <>
          <span className={css['unseen']} role="status">{isWaiting ? say.waits : ''}</span>
          {isWaiting && <span className={css['wait']} aria-hidden="true"><Icon of={Hourglass} />{say.wait(Math.ceil(state.leftMs / 1000))}</span>}
          {state.at !== 'sent' && <Button keys={['Esc']} look={isWaiting ? 'danger' : 'plain'} onPress={takeBack}>{isWaiting ? say.undo : say.back}</Button>}
          <SavedState saved={isWaiting ? { kind: 'nothing-yet' } : saved} />
          <FootEnd>
            {row !== null && <RowLine row={row} today={today} />}
            {beside}
            {state.at !== 'sent' && <Button look="primary" keys={['Ctrl', 'Enter']} onPress={() => take('press')}>{isWaiting ? say.atOnce : say.confirm}</Button>}
          </FootEnd>
        </>
      }
    >
      {other !== null && <div className={css['other']}><Banner look="warn">{say.justBefore}<RowLine row={other} today={today} /></Banner></div>}
      <div ref={what} className={css['what']} tabIndex={-1}>
        <Section title={title} note={say.will}>{children}</Section>
      </div>
    </Screen>
  )
}

/** The state, what moves it, and the way back. The owner is asked to save once for each time it is sent. */
function useConfirm(onConfirm: () => Promise<boolean>, onDone: () => void, onBack: () => void, guard: ConfirmGuard): readonly [ConfirmState, (event: ConfirmEvent) => void, () => void] {
  const [state, setState] = useState<ConfirmState>({ at: 'review' })
  // Also read by the timer and on leaving, where the state of the last drawing is too old.
  const now = useRef<ConfirmState>(state)
  const isHere = useRef(true)
  const sending = useRef<Promise<void>>(Promise.resolve())
  const go = (event: ConfirmEvent): void => {
    const before = now.current
    now.current = confirmAfter(before, event)
    if (isHere.current) setState(now.current)
    if (before.at === 'sent' || now.current.at !== 'sent') return
    sending.current = onConfirm().then((isSaved) => {
      if (!isSaved) go('not-saved')
      else if (isHere.current) onDone()
    })
  }
  const latest = useRef(go)
  useEffect(() => {
    latest.current = go
  })
  const isWaiting = state.at === 'waiting'
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => latest.current('tick'), tickMs)
    return () => clearInterval(timer)
  }, [isWaiting])
  useEffect(() => {
    isHere.current = true
    const leave = (): Promise<void> => {
      latest.current('leave')
      return sending.current
    }
    const out = guard.join(leave)
    return () => {
      isHere.current = false
      void leave().finally(out)
    }
  }, [guard])
  const takeBack = (): void => {
    if (now.current.at === 'sent') return
    now.current = { at: 'review' }
    onBack()
  }
  return [state, go, takeBack]
}
