import { useState } from 'react'
import { fluidEntry, type FluidDesk, type FluidForm } from '#domain/fluid/fluid-entry.ts'
import type { Draft } from '#domain/log/entry.ts'
import { CareForm, whenAndReason, type CareFormProps } from '#renderer/ui/care-form.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { readWhen } from '#renderer/ui/when-text.ts'
import { FluidFields } from './fluid-fields.tsx'
import { words } from './words.ts'

/** An amount that was wrong, said right. */
export function FluidScreen({ of, desk, onSave }: { readonly of: CareFormProps<FluidForm>; readonly desk: Omit<FluidDesk, 'at'>; readonly onSave: (draft: Draft<'fluid-measured'>) => void }) {
  const { draft, onDraft, now } = of
  const say = useWords(words).form
  const [isTried, setTried] = useState(false)
  const when = readWhen(draft.when, now)
  const decided = fluidEntry(draft.form, { ...desk, at: when.ok ? when.value.at : null })
  const issues = decided.ok ? [] : decided.error
  return (
    <CareForm
      of={of} title={say.title} issues={issues.length} asks={decided.ok ? decided.value.asks.map((ask) => say.asks[ask]) : []}
      onSave={() => {
        setTried(true)
        if (decided.ok && whenAndReason(of) !== null) onSave(decided.value.draft)
      }}
    >
      <FluidFields form={draft.form} onForm={(form) => onDraft({ ...draft, form })} issues={isTried ? issues : []} autoFocus />
    </CareForm>
  )
}
