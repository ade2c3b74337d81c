import { useState, type ReactNode } from 'react'
import { mostLine } from '#domain/text.ts'
import { Button, type ButtonLook } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field } from '#renderer/ui/field.tsx'
import css from './reconcile.module.css'

/** An act that wants a reason: what it means, the reason, and the way back. */
export function ReasonDialog({ title, means, label, cancel, act, look = 'primary', onAct, onCancel }: {
  readonly title: ReactNode
  readonly means: string
  readonly label: string
  readonly cancel: string
  readonly act: string
  readonly look?: ButtonLook
  /** A sentence when it was refused; null when it is done. */
  readonly onAct: (reason: string) => string | null
  readonly onCancel: () => void
}) {
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const press = (): void => setFault(onAct(reason))
  return (
    <Dialog
      title={title}
      onCancel={onCancel}
      onAct={press}
      cancel={<Button keys={['Esc']} onPress={onCancel}>{cancel}</Button>}
      act={<Button look={look} keys={['Ctrl', 'Enter']} onPress={press}>{act}</Button>}
    >
      <div className={css['body']}>
        <p>{means}</p>
        <Field autoFocus label={label} value={reason} onChange={setReason} most={mostLine} says={fault === null ? null : { kind: 'bad', words: fault }} />
      </div>
    </Dialog>
  )
}
