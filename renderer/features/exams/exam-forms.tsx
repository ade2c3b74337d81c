import { useState, type ReactNode } from 'react'
import { criticalCall, type CriticalDesk, type CriticalForm } from '#domain/exam/critical-entry.ts'
import { specimenEntry, type SpecimenDesk, type SpecimenForm } from '#domain/exam/specimen-entry.ts'
import type { Draft } from '#domain/log/entry.ts'
import { mostLine, mostName } from '#domain/text.ts'
import { CareForm, whenAndReason, type CareFormProps } from '#renderer/ui/care-form.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { readWhen } from '#renderer/ui/when-text.ts'
import { Written } from '#renderer/ui/written.tsx'
import { useSays } from './fault.ts'
import { words } from './words.ts'
import css from './exams.module.css'

/** A tube, by the number on its label. `order`: what was ordered, in words. */
export function SpecimenScreen({ of, desk, order, onSave }: { readonly of: CareFormProps<SpecimenForm>; readonly desk: Omit<SpecimenDesk, 'at'>; readonly order: string | null; readonly onSave: (draft: Draft<'specimen-taken'>) => void }) {
  const { draft, onDraft, now } = of
  const { form } = draft
  const say = useWords(words).specimen
  const [isTried, setTried] = useState(false)
  const when = readWhen(draft.when, now)
  const decided = specimenEntry(form, { ...desk, at: when.ok ? when.value.at : null })
  const issues = decided.ok ? [] : decided.error
  const says = useSays(isTried ? issues : [])
  const change = (over: Partial<SpecimenForm>): void => onDraft({ ...draft, form: { ...form, ...over } })
  return (
    <CareForm
      of={of} title={say.title} issues={issues.length} asks={decided.ok ? decided.value.asks.map((ask) => say.asks[ask]) : []}
      onSave={() => {
        setTried(true)
        if (decided.ok && whenAndReason(of) !== null) onSave(decided.value.draft)
      }}
    >
      <Ordered order={order} label={say.order} />
      <div className={css['pair']}>
        <Field label={say.specimen} hint={say.specimenHint} value={form.specimen} onChange={(specimen) => change({ specimen })} most={mostName} says={says('specimen')} autoFocus />
        <Field label={say.label} hint={say.labelHint} value={form.label} onChange={(label) => change({ label })} most={mostName} kind="code" says={says('label')} />
      </div>
      <Field label={say.note} value={form.note} onChange={(note) => change({ note })} most={mostLine} says={says('note')} />
    </CareForm>
  )
}

export function Ordered({ order, label }: { readonly order: string | null; readonly label: string }) {
  return order === null ? null : <p className={css['none']}>{label} <b><Written>{order}</Written></b></p>
}

/** Who told whom of a critical value. `result`: what it says. */
export function CallScreen({ of, desk, result, onSave }: { readonly of: CareFormProps<CriticalForm>; readonly desk: Omit<CriticalDesk, 'at'>; readonly result: ReactNode; readonly onSave: (draft: Draft<'critical-called'>) => void }) {
  const { draft, onDraft, now } = of
  const { form } = draft
  const say = useWords(words).call
  const [isTried, setTried] = useState(false)
  const when = readWhen(draft.when, now)
  const decided = criticalCall(form, { ...desk, at: when.ok ? when.value.at : null })
  const issues = decided.ok ? [] : decided.error
  const says = useSays(isTried ? issues : [])
  const change = (over: Partial<CriticalForm>): void => onDraft({ ...draft, form: { ...form, ...over } })
  return (
    <CareForm
      of={of} title={say.title} issues={issues.length} asks={decided.ok ? decided.value.asks.map((ask) => say.asks[ask]) : []}
      onSave={() => {
        setTried(true)
        if (decided.ok && whenAndReason(of) !== null) onSave(decided.value.draft)
      }}
    >
      {result}
      <div className={css['pair']}>
        <Field label={say.caller} hint={say.callerHint} value={form.caller} onChange={(caller) => change({ caller })} most={mostName} says={says('caller')} autoFocus />
        <Field label={say.told} value={form.told} onChange={(told) => change({ told })} most={mostName} says={says('told')} />
      </div>
      <Choice label={say.readBack} options={[{ value: 'yes', label: say.yes }, { value: 'no', label: say.no }]} value={form.readBack === null ? null : form.readBack ? 'yes' : 'no'} onChange={(value) => change({ readBack: value === 'yes' })} says={says('readBack')} />
      <Field label={say.answer} value={form.answer} onChange={(answer) => change({ answer })} most={mostLine} says={says('answer')} />
    </CareForm>
  )
}
