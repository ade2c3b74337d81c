import { useRef, useState } from 'react'
import type { Instant } from '#domain/time.ts'
import { vitalEntry, type VitalForm } from '#domain/record/vital-entry.ts'
import type { VitalSigns } from '#domain/record/vital-signs.ts'
import { checkText, mostLine } from '#domain/text.ts'
import type { Vitals } from '#domain/view/latest-vitals.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useSubmitKeys } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import type { VitalDraft } from './drafts.ts'
import { VitalFields } from './vital-boxes.tsx'
import { WhenBox } from '#renderer/ui/when-box.tsx'
import { readWhen } from '#renderer/ui/when-text.ts'
import { words } from './words.ts'
import css from './vital-panel.module.css'

export type VitalDesk = {
  readonly draft: VitalDraft
  readonly onDraft: (draft: VitalDraft) => void
  readonly saved: Saved
  /** `at: null` is now. */
  readonly onSave: (signs: VitalSigns, at: Instant | null) => void
}

/**
 * One set of vital signs with digits and Enter alone. The cursor never jumps by itself: a nurse counts her own keys in
 * the dark. Enter in the last field saves. What is unlikely is asked and saved; what cannot be meant waits in its box.
 */
export function VitalPanel({ desk, latest, now, autoFocus = false }: { readonly desk: VitalDesk; readonly latest: Vitals; readonly now: Instant; readonly autoFocus?: boolean }) {
  const { draft, onDraft, saved, onSave } = desk
  const { form, when } = draft
  const say = useWords(words).vital
  const [isTried, setTried] = useState(false)
  const place = useRef<HTMLElement>(null)
  const remark = checkText(form.remark, mostLine)
  const entry = vitalEntry(form)

  const save = (): void => {
    if (saved.kind === 'saving') return
    const at = readWhen(when, now)
    if (entry.ok && at.ok) {
      setTried(false)
      place.current?.querySelector<HTMLInputElement>('[data-vital]')?.focus()
      onSave(entry.value.signs, at.value.at)
      return
    }
    setTried(true)
    const first = entry.ok ? null : (entry.error[0]?.field ?? null)
    place.current?.querySelector<HTMLInputElement>(first === null ? 'input' : `[data-vital="${first}"]`)?.focus()
  }
  const keys = useSubmitKeys({ onSave: save })
  const besideKeys = useSubmitKeys({ onSave: save })
  const change = (next: VitalForm): void => {
    setTried(false)
    onDraft({ ...draft, form: next })
  }

  return (
    <section ref={place} className={css['panel']} aria-label={say.label}>
      <VitalFields form={form} onForm={change} latest={latest} now={now} isTried={isTried} keys={keys} end={<SavedState saved={saved} />} autoFocus={autoFocus} />
      {/* Its own group of fields: Enter in the last measured value saves, without a walk through time and remark. */}
      <div className={css['beside']} {...besideKeys}>
        <WhenBox label={say.when} when={when} onWhen={(next) => onDraft({ ...draft, when: next })} now={now} />
        <label className={css['remark']}>
          {say.remark}
          <input className={css['line']} value={form.remark} autoComplete="off" data-vital="remark" aria-invalid={!remark.ok} onChange={(event) => change({ ...form, remark: event.currentTarget.value })} />
        </label>
        <Button look="primary" size="small" keys={['Enter']} onPress={save}>{say.save}</Button>
      </div>
    </section>
  )
}
