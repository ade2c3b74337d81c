import { useState } from 'react'
import type { WhatMoves } from '#domain/identity/link-patients.ts'
import { mostLine } from '#domain/text.ts'
import type { CalendarDate } from '#domain/time.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { RowLine } from '#renderer/ui/patient-line.tsx'
import type { IdentityFault } from './identity-screen.tsx'
import { words } from './words.ts'
import css from './identity.module.css'

/** What will stand together, before it does. */
export function LinkDialog({ one, other, moves, today, onLink, onCancel }: {
  readonly one: KnownRow
  readonly other: KnownRow
  readonly moves: WhatMoves
  readonly today: CalendarDate
  readonly onLink: (reason: string) => IdentityFault | null
  readonly onCancel: () => void
}) {
  const all = useWords(words)
  const say = all.confirm
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<IdentityFault | null>(null)
  const act = (): void => setFault(onLink(reason))
  return (
    <Dialog
      title={say.title(one.registered.number, other.registered.number)}
      width="wide"
      onCancel={onCancel}
      onAct={act}
      cancel={<Button autoFocus keys={['Esc']} onPress={onCancel}>{say.cancel}</Button>}
      act={<Button look="primary" keys={['Ctrl', 'Enter']} onPress={act}>{say.act}</Button>}
    >
      <div className={css['body']}>
        <RowLine row={one} today={today} />
        <RowLine row={other} today={today} />
        <p>{say.moves(moves.entries, one.registered.number)}<br />{say.keeps}</p>
        {moves.differs.length > 0 && <Banner look="warn">{say.differs(moves.differs.map((field) => say.field[field]).join('・'))}</Banner>}
        <Field label={say.reason} value={reason} onChange={setReason} most={mostLine} says={fault === null ? null : { kind: 'bad', words: all.fault[fault] }} />
      </div>
    </Dialog>
  )
}
