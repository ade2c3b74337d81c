import { instantOf, tokyoParts, type Instant } from '#domain/time.ts'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field, Said } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { dayOfWeek, duration, eraYear, longDate, monthAndDay } from '#renderer/ui/moment.ts'
import { clockOffset, correctedMs, isUnlikelyOffset } from './clock-offset.ts'
import type { StepProps } from './open.tsx'
import { words } from './words.ts'
import css from './steps.module.css'

export function ClockStep({ draft, onDraft, device }: StepProps & { readonly device: Instant }) {
  const say = useWords(words).clock
  const language = useLanguage()
  const { date, hhmmss } = tokyoParts(device)
  return (
    <div className={css['stack']}>
      <div className={css['device']}>
        <span>{say.device}</span>
        <span className={css['date']}>{longDate(date, language)}{language === 'ja' && `　${eraYear(date)}`}</span>
        <time className={css['time']} dateTime={device}>{hhmmss}</time>
      </div>
      <Choice
        label={say.question} isLabelHidden autoFocus value={draft.clock}
        onChange={(clock) => onDraft({ ...draft, clock, dateTyped: draft.dateTyped === '' ? monthAndDay(date) : draft.dateTyped })}
        options={[{ value: 'right', label: say.right }, { value: 'wrong', label: say.wrong }]}
      />
      {draft.clock === 'wrong' && (
        <>
          <div className={css['fields']}>
            <Field
              label={say.time} hint={say.timeHint} autoFocus most={10} value={draft.timeTyped} onChange={(timeTyped) => onDraft({ ...draft, timeTyped })}
              says={draft.timeTyped.length >= 4 && faultOf(draft, device) === 'not-a-time' ? { kind: 'bad', words: say.notATime } : null}
            />
            <Field
              label={say.date} hint={say.dateHint} most={20} value={draft.dateTyped} onChange={(dateTyped) => onDraft({ ...draft, dateTyped })}
              says={faultOf(draft, device) === 'not-a-date' ? { kind: 'bad', words: say.notADate } : null}
            />
          </div>
          <Becomes draft={draft} device={device} />
        </>
      )}
    </div>
  )
}

/** Reads the correction back in full before it decides the time of every record. */
function Becomes({ draft, device }: { readonly draft: StepProps['draft']; readonly device: Instant }) {
  const say = useWords(words).clock
  const language = useLanguage()
  const offset = clockOffset(device, draft.dateTyped, draft.timeTyped)
  if (!offset.ok) return null
  const corrected = tokyoParts(instantOf(correctedMs(device, offset.value)))
  const minutes = Math.round(offset.value / 60_000)
  const by = duration(Math.abs(minutes), language)
  const difference = minutes === 0 ? say.same : minutes > 0 ? say.slow(by) : say.fast(by)
  return (
    <div className={css['becomes']} aria-live="polite">
      <p><b>{say.becomes(dayOfWeek(corrected.date, language), corrected.hhmm, difference)}</b></p>
      {isUnlikelyOffset(offset.value) && <Said says={{ kind: 'ask', words: say.unlikely }} />}
    </div>
  )
}

function faultOf(draft: StepProps['draft'], device: Instant): 'not-a-time' | 'not-a-date' | null {
  const offset = clockOffset(device, draft.dateTyped, draft.timeTyped)
  return offset.ok ? null : offset.error.code
}
