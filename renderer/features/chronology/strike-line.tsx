import { useState } from 'react'
import { checkText, mostLine } from '#domain/text.ts'
import type { ChronologyRow } from '#domain/view/chronology.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { Content } from './chronology.tsx'
import { words } from './words.ts'
import css from './chronology.module.css'

/** Asks for the reason before a line is drawn through a line. */
export function StrikeLine({ row, saved, onStrike, onCancel }: { readonly row: ChronologyRow; readonly saved: Saved; readonly onStrike: (reason: string) => void; readonly onCancel: () => void }) {
  const say = useWords(words).strike
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const act = (): void => {
    setTried(true)
    if (reason.trim() !== '' && checkText(reason, mostLine).ok && saved.kind !== 'saving') onStrike(reason)
  }
  return (
    <Dialog
      title={say.title}
      onCancel={onCancel}
      onAct={act}
      cancel={<Button autoFocus keys={['Esc']} onPress={onCancel}>{say.cancel}</Button>}
      act={<Button look="final" keys={['Ctrl', 'Enter']} onPress={act}>{say.final}</Button>}
    >
      <div className={css['dialog']}>
        <blockquote><Content content={row.content} /></blockquote>
        <p>{say.consequence}</p>
        <Field label={say.reason} most={mostLine} value={reason} onChange={setReason} says={isTried && reason.trim() === '' ? { kind: 'bad', words: say.reasonEmpty } : null} />
        <SavedState saved={saved} />
      </div>
    </Dialog>
  )
}
