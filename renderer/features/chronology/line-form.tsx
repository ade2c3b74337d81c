import { ChronologyKind, ChronologyMeans, type ChronologyLine } from '#domain/record/chronology-line.ts'
import { checkText, mostName, mostNote } from '#domain/text.ts'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useSubmitKeys } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { WhenBox } from '#renderer/ui/when-box.tsx'
import { emptyWhen, readWhen, type WhenForm } from '#renderer/ui/when-text.ts'
import { words } from './words.ts'
import css from './chronology.module.css'

/** A line while it is being written. */
export type LineDraft = Omit<ChronologyLine, 'content'> & { readonly content: string; readonly when: WhenForm }

export const emptyLine: LineDraft = { from: '', to: '', means: 'spoken', lineKind: 'information', content: '', when: emptyWhen }

/** One fact, with its time, who said it to whom, and how. */
export function LineForm({ draft, onDraft, saved, now, onSave }: {
  readonly draft: LineDraft
  readonly onDraft: (draft: LineDraft) => void
  readonly saved: Saved
  readonly now: Instant
  readonly onSave: (line: ChronologyLine, at: Instant | null) => void
}) {
  const say = useWords(words)
  const when = readWhen(draft.when, now)
  const isLong = ![[draft.from, mostName], [draft.to, mostName], [draft.content, mostNote]].every(([text, most]) => checkText(String(text), Number(most)).ok)
  const offBecause = draft.content.trim() === '' ? say.form.empty : !when.ok ? say.form.whenFirst : isLong ? say.form.tooLong : null
  const save = (): void => {
    const { when: _, ...line } = draft
    if (offBecause === null && when.ok && saved.kind !== 'saving') onSave(line, when.value.at)
  }
  const keys = useSubmitKeys({ onSave: save })
  return (
    <div {...keys} className={css['scroll']}>
      <Section title={say.form.title}>
        <div className={css['form']}>
          <WhenBox label={say.form.when} when={draft.when} onWhen={(next) => onDraft({ ...draft, when: next })} now={now} />
          <Field label={say.form.content} hint={say.form.contentHint} lines={2} autoFocus most={mostNote} value={draft.content} onChange={(content) => onDraft({ ...draft, content })} />
          <div className={css['pair']}>
            <Field label={say.form.from} hint={say.form.fromHint} most={mostName} value={draft.from} onChange={(from) => onDraft({ ...draft, from })} />
            <Field label={say.form.to} most={mostName} value={draft.to} onChange={(to) => onDraft({ ...draft, to })} />
          </div>
          <Choice label={say.form.means} look="bare" value={draft.means} onChange={(means) => onDraft({ ...draft, means })} options={ChronologyMeans.options.map((means) => ({ value: means, label: say.means[means] }))} />
          <Choice label={say.form.kind} look="bare" value={draft.lineKind} onChange={(lineKind) => onDraft({ ...draft, lineKind })} options={ChronologyKind.options.map((kind) => ({ value: kind, label: say.kind[kind] }))} />
          <div className={css['saves']}>
            <SavedState saved={saved} />
            <Button look="primary" keys={['Ctrl', 'Enter']} onPress={save} offBecause={offBecause}>{say.form.save}</Button>
          </div>
        </div>
      </Section>
    </div>
  )
}
