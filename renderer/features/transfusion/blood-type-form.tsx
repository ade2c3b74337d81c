import { useState } from 'react'
import type { Draft } from '#domain/log/entry.ts'
import { mostName } from '#domain/text.ts'
import { bloodTypeEntry, type BloodTypeDesk, type BloodTypeForm } from '#domain/transfusion/blood-type-entry.ts'
import { Abo, BloodTypeSource, bloodTypeSourceWords } from '#domain/transfusion/transfusion.ts'
import { CareForm, whenAndReason, type CareFormProps } from '#renderer/ui/care-form.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { readWhen } from '#renderer/ui/when-text.ts'
import { useSays } from './fault.ts'
import { words } from './words.ts'

/** What was said of a blood type, and how it is known. */
export function BloodTypeScreen({ of, desk, onSave }: { readonly of: CareFormProps<BloodTypeForm>; readonly desk: Omit<BloodTypeDesk, 'at'>; readonly onSave: (draft: Draft<'blood-type-stated'>) => void }) {
  const { draft, onDraft, now } = of
  const { form } = draft
  const say = useWords(words).type
  const language = useLanguage()
  const [isTried, setTried] = useState(false)
  const when = readWhen(draft.when, now)
  const decided = bloodTypeEntry(form, { ...desk, at: when.ok ? when.value.at : null })
  const issues = decided.ok ? [] : decided.error
  const says = useSays(isTried ? issues : [])
  const change = (over: Partial<BloodTypeForm>): void => onDraft({ ...draft, form: { ...form, ...over } })
  return (
    <CareForm
      of={of} title={say.title} note={say.note} issues={issues.length} asks={decided.ok ? decided.value.asks.map((ask) => say.asks[ask]) : []}
      onSave={() => {
        setTried(true)
        if (decided.ok && whenAndReason(of) !== null) onSave(decided.value.draft)
      }}
    >
      <Choice label={say.abo} look="big" options={Abo.options.map((value) => ({ value, label: value }))} value={form.abo} onChange={(abo) => change({ abo })} says={says('abo')} autoFocus />
      <Choice label={say.rh} options={[{ value: 'positive', label: say.positive }, { value: 'negative', label: say.negative }]} value={form.rh} onChange={(rh) => change({ rh })} says={says('rh')} />
      <Choice label={say.source} options={BloodTypeSource.options.map((value) => ({ value, label: bloodTypeSourceWords[value][language] }))} value={form.source} onChange={(source) => change({ source })} says={says('source')} />
      {form.source === 'sample' && <Field label={say.sample} hint={say.sampleHint} value={form.sample} onChange={(sample) => change({ sample })} most={mostName} kind="code" says={says('sample')} />}
    </CareForm>
  )
}
