import { useState } from 'react'
import type { BodyOf } from '#domain/log/kinds.ts'
import { noteBody } from '#domain/record/note.ts'
import { vitalNames } from '#domain/record/vital-fields.ts'
import { emptyVitalForm, vitalEntry, type VitalForm } from '#domain/record/vital-entry.ts'
import { checkText, mostLine, mostNote } from '#domain/text.ts'
import { tokyoDateOf, tokyoParts, type Instant } from '#domain/time.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { Vitals } from '#domain/view/latest-vitals.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { dayOfWeek } from '#renderer/ui/moment.ts'
import { RowLine } from '#renderer/ui/patient-line.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { WhenBox } from '#renderer/ui/when-box.tsx'
import { emptyWhen, readWhen, type WhenForm } from '#renderer/ui/when-text.ts'
import { Chips } from './chips.tsx'
import { VitalFields } from './vital-boxes.tsx'
import { words } from './words.ts'
import css from './dialogs.module.css'

/** What a note or a set of vital signs is corrected to, as typed. An empty time leaves the one it had. */
export type CorrectForm = { readonly vitals: VitalForm; readonly text: string; readonly when: WhenForm; readonly reason: string }

export type Corrected =
  | { readonly kind: 'note'; readonly body: BodyOf<'note'>; readonly at: Instant | null }
  | { readonly kind: 'vital-signs'; readonly body: BodyOf<'vital-signs'>; readonly at: Instant | null }

/** Begins with what was recorded: only what is wrong is typed again. */
export function correctFormOf({ entry }: ChartRow): CorrectForm {
  const vitals = entry.kind === 'vital-signs' ? { ...Object.fromEntries(vitalNames.map((name) => [name, entry.body[name] === null ? '' : String(entry.body[name])])), remark: entry.body.remark } : {}
  return { vitals: { ...emptyVitalForm, ...vitals }, text: entry.kind === 'note' ? entry.body.text : '', when: emptyWhen, reason: '' }
}

/** The same said right: the old version stays readable beside it, with reason, time and person. */
export function CorrectDialog({ row, target, latest, now, form, onForm, saved, onCorrect, onCancel }: {
  readonly row: PatientRow
  readonly target: ChartRow
  readonly latest: Vitals
  readonly now: Instant
  readonly form: CorrectForm
  readonly onForm: (form: CorrectForm) => void
  readonly saved: Saved
  readonly onCorrect: (corrected: Corrected, reason: string) => void
  readonly onCancel: () => void
}) {
  const say = useWords(words)
  const textFaults = useWords(textFaultWords)
  const language = useLanguage()
  const [isTried, setTried] = useState(false)
  const isVitals = target.entry.kind === 'vital-signs'
  const reason = checkText(form.reason, mostLine)
  const reasonSays: FieldSays | null = !reason.ok
    ? { kind: 'bad', words: textFaultSentence(reason.error, textFaults) }
    : isTried && form.reason.trim() === ''
      ? { kind: 'bad', words: say.correct.reasonEmpty }
      : null
  const note = noteBody(form.text)
  const signs = vitalEntry(form.vitals)
  const isSame = isVitals ? JSON.stringify(form.vitals) === JSON.stringify(correctFormOf(target).vitals) && form.when.typed.trim() === '' : target.entry.kind === 'note' && form.text === target.entry.body.text && form.when.typed.trim() === ''
  const act = (): void => {
    setTried(true)
    const at = readWhen(form.when, now)
    if (!reason.ok || form.reason.trim() === '' || !at.ok || isSame || saved.kind === 'saving') return
    if (isVitals && signs.ok) onCorrect({ kind: 'vital-signs', body: signs.value.signs, at: at.value.at }, form.reason)
    if (!isVitals && note.ok) onCorrect({ kind: 'note', body: note.value, at: at.value.at }, form.reason)
  }
  const { date, hhmm } = tokyoParts(target.entry.at)
  return (
    <Dialog
      title={say.correct.title}
      width="wide"
      onCancel={onCancel}
      onAct={act}
      cancel={<Button keys={['Esc']} onPress={onCancel}>{say.correct.cancel}</Button>}
      act={<Button look="primary" keys={['Ctrl', 'Enter']} onPress={act} offBecause={isSame ? say.correct.same : null}>{say.correct.act}</Button>}
    >
      <div className={css['body']}>
        <RowLine row={row} today={tokyoDateOf(now)} />
        <p><b>{dayOfWeek(date, language)} {hhmm}</b> {say.correct.consequence}</p>
        {isVitals ? (
          <div><VitalFields form={form.vitals} onForm={(vitals) => onForm({ ...form, vitals })} latest={latest} now={now} isTried={isTried} end={null} autoFocus /></div>
        ) : (
          <Field label={say.note.title} value={form.text} onChange={(text) => onForm({ ...form, text })} lines={4} most={mostNote} autoFocus says={note.ok ? null : { kind: 'bad', words: note.error.code === 'note-empty' ? say.note.empty : textFaultSentence(note.error, textFaults) }} />
        )}
        <Field label={say.correct.reason} value={form.reason} onChange={(typed) => onForm({ ...form, reason: typed })} most={mostLine} says={reasonSays} />
        <Chips label={say.correct.reason} words={Object.values(say.correct.reasons)} value={form.reason} onChoose={(typed) => onForm({ ...form, reason: typed })} />
        <WhenBox label={say.correct.when(hhmm)} when={form.when} onWhen={(when) => onForm({ ...form, when })} now={now} empty={say.correct.whenKept} />
        {isVitals && <Field label={say.vital.remark} value={form.vitals.remark} onChange={(remark) => onForm({ ...form, vitals: { ...form.vitals, remark } })} most={mostLine} />}
        <SavedState saved={saved} />
      </div>
    </Dialog>
  )
}
