import { useState } from 'react'
import type { BodyOf } from '#domain/log/kinds.ts'
import { noteBody } from '#domain/record/note.ts'
import { mostNote } from '#domain/text.ts'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useSubmitKeys } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import type { NoteDraft } from './drafts.ts'
import { WhenBox } from '#renderer/ui/when-box.tsx'
import { readWhen } from '#renderer/ui/when-text.ts'
import { words } from './words.ts'
import css from './note-panel.module.css'

export type NoteDesk = {
  readonly draft: NoteDraft
  readonly onDraft: (draft: NoteDraft) => void
  readonly saved: Saved
  /** `at: null` is now. */
  readonly onSave: (body: BodyOf<'note'>, at: Instant | null) => void
}

/** A nursing note as typed, layout and all: Enter is a new line, Ctrl+Enter saves. */
export function NotePanel({ desk, now }: { readonly desk: NoteDesk; readonly now: Instant }) {
  const { draft, onDraft, saved, onSave } = desk
  const say = useWords(words).note
  const textFaults = useWords(textFaultWords)
  const [isTried, setTried] = useState(false)
  const body = noteBody(draft.text)
  const says = saysOf()

  const save = (): void => {
    const at = readWhen(draft.when, now)
    setTried(!body.ok || !at.ok)
    if (saved.kind !== 'saving' && body.ok && at.ok) onSave(body.value, at.value.at)
  }
  const keys = useSubmitKeys({ onSave: save })

  return (
    <section className={css['panel']} aria-label={say.title} {...keys}>
      <Field label={say.title} hint={say.keys} value={draft.text} onChange={(text) => onDraft({ ...draft, text })} lines={2} most={mostNote} says={says} />
      <div className={css['foot']}>
        <WhenBox label={say.when} when={draft.when} onWhen={(when) => onDraft({ ...draft, when })} now={now} />
        <span className={css['end']}>
          <SavedState saved={saved} />
          <Button size="small" keys={['Ctrl', 'Enter']} onPress={save}>{say.save}</Button>
        </span>
      </div>
    </section>
  )

  function saysOf(): FieldSays | null {
    if (body.ok) return null
    if (body.error.code !== 'note-empty') return { kind: 'bad', words: textFaultSentence(body.error, textFaults) }
    return isTried ? { kind: 'bad', words: say.empty } : null
  }
}
