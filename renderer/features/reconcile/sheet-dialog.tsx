import { useState } from 'react'
import { mostLine, mostName } from '#domain/text.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { words } from './words.ts'
import css from './reconcile.module.css'

export type SheetTyped = { readonly title: string; readonly pages: string; readonly written: string; readonly number: string }
export type SheetFault = 'nameMissing' | 'pagesBad' | 'notHere'

/** A bundle of paper that was written meanwhile, as a line of the worklist. */
export function SheetDialog({ onAdd, onCancel }: { readonly onAdd: (typed: SheetTyped) => SheetFault | null; readonly onCancel: () => void }) {
  const say = useWords(words).sheet
  const [typed, setTyped] = useState<SheetTyped>({ title: '', pages: '1', written: '', number: '' })
  const [fault, setFault] = useState<SheetFault | null>(null)
  const bad = (of: SheetFault) => (fault === of ? { kind: 'bad' as const, words: say[of] } : null)
  const act = (): void => setFault(onAdd(typed))
  return (
    <Dialog
      title={say.title}
      onCancel={onCancel}
      onAct={act}
      cancel={<Button keys={['Esc']} onPress={onCancel}>{say.cancel}</Button>}
      act={<Button look="primary" keys={['Ctrl', 'Enter']} onPress={act}>{say.act}</Button>}
    >
      <div className={css['body']}>
        <Field autoFocus label={say.name} value={typed.title} onChange={(title) => setTyped({ ...typed, title })} most={mostName} says={bad('nameMissing')} />
        <Field label={say.pages} kind="digits" width={5} value={typed.pages} onChange={(pages) => setTyped({ ...typed, pages })} most={3} says={bad('pagesBad')} />
        <Field label={say.written} value={typed.written} onChange={(written) => setTyped({ ...typed, written })} most={mostLine} />
        <Field label={say.number} hint={say.numberHint} value={typed.number} onChange={(number) => setTyped({ ...typed, number })} most={mostName} says={bad('notHere')} />
      </div>
    </Dialog>
  )
}
