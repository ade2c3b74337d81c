import type { StaffNumber } from '#domain/ids.ts'
import type { ClockConfirmed } from '#domain/record/clock-confirmed.ts'
import { mostLine } from '#domain/text.ts'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { ClockForm, differenceIn } from '#renderer/ui/clock-form.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { confirmClock, type ClockDraft } from './draft.ts'
import { words } from './words.ts'
import css from './clock.module.css'

/** The clock beside a watch, at any time: what was written stays, and what is shown is right from here on. */
export function ClockScreen({ draft, onDraft, device, notBefore, offsetMs, isDoubted, by, saved, onConfirm, onBack }: {
  readonly draft: ClockDraft
  readonly onDraft: (draft: ClockDraft) => void
  /** The device's own time, uncorrected. */
  readonly device: Instant
  readonly notBefore: Instant
  /** What is added to it now. */
  readonly offsetMs: number
  readonly isDoubted: boolean
  readonly by: StaffNumber
  readonly saved: Saved
  readonly onConfirm: (confirmed: ClockConfirmed) => void
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const language = useLanguage()
  const confirmed = confirmClock(draft, by, { device, notBefore, isDoubted })
  const offBecause = saved.kind === 'saving' ? say.missing.keeping : confirmed.ok ? null : say.missing[confirmed.error]
  const confirm = (): void => {
    if (confirmed.ok && saved.kind !== 'saving') onConfirm(confirmed.value)
  }
  return (
    <Screen
      label={say.label}
      pace="spacious"
      keys={{ onSave: confirm, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote><SavedState saved={saved} /></FootNote>
          <FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} onPress={confirm} offBecause={offBecause}>{say.act}</Button></FootEnd>
        </>
      }
    >
      <div className={css['columns']}>
        <div className={css['stack']}>
          <h2 className={css['title']}>{say.question}</h2>
          <p className={css['lead']}>{say.lead}</p>
          <ClockForm form={draft} onForm={(form) => onDraft({ ...draft, ...form })} device={device} notBefore={notBefore} />
        </div>
        <div className={css['stack']}>
          {offsetMs !== 0 && <p className={css['now']}>{say.now}　<b>{differenceIn(language, offsetMs)}</b></p>}
          <Choice label={say.who} value={draft.who} onChange={(who) => onDraft({ ...draft, who })} options={[{ value: 'two', label: say.two }, { value: 'alone', label: say.alone }]} />
          {draft.who === 'two' && <Field label={say.second} hint={say.secondHint} autoFocus most={16} value={draft.second} onChange={(second) => onDraft({ ...draft, second })} />}
          {draft.who === 'alone' && <Field label={say.reason} hint={say.reasonHint} autoFocus most={mostLine} value={draft.aloneBecause} onChange={(aloneBecause) => onDraft({ ...draft, aloneBecause })} />}
        </div>
      </div>
    </Screen>
  )
}
