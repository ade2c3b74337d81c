import { standsAtBirth } from '#domain/incident/clock.ts'
import { clockOffset, correctedMs, isUnlikelyOffset, watchOffset, watchVerdict, type WatchForm } from '#domain/incident/watch.ts'
import { instantOf, tokyoParts, type Instant } from '#domain/time.ts'
import { Banner } from './banner.tsx'
import { Choice } from './choice.tsx'
import { Field, Said } from './field.tsx'
import { inLanguage, useLanguage, useWords, type Language } from './language.tsx'
import { dayOfWeek, duration, eraYear, longDate } from './moment.ts'
import { words } from './clock-form.words.ts'
import css from './clock-form.module.css'

type ClockFormProps = {
  readonly form: WatchForm
  readonly onForm: (form: WatchForm) => void
  /** The device's own time, uncorrected. */
  readonly device: Instant
  readonly notBefore: Instant
}

/** The device's clock, large, to be held beside a watch; right, wrong, or nine hours out with one key. */
export function ClockForm({ form, onForm, device, notBefore }: ClockFormProps) {
  const say = useWords(words)
  const language = useLanguage()
  const { date, hhmmss } = tokyoParts(device)
  const verdict = form.clock === 'wrong' ? watchVerdict(form, device, notBefore) : null
  const nine = verdict?.kind === 'utc-ahead' || form.clock === 'utc-ahead' ? 'utc-ahead' : 'utc'
  const fault = clockOffset(device, form.dateTyped, form.timeTyped, notBefore)
  const code = fault.ok ? null : fault.error.code
  return (
    <div className={css['stack']}>
      <div className={css['device']}>
        <span>{say.device}</span>
        <span className={css['date']}>{longDate(date, language)}{language === 'ja' && date >= '2019-05-01' && `　${eraYear(date)}`}</span>
        <time className={css['time']} dateTime={device}>{hhmmss}</time>
      </div>
      {standsAtBirth(device, notBefore) && <Banner look="warn" isAnnounced={false}>{say.atBirth(longDate(date, language))}</Banner>}
      <Choice
        label={say.question} isLabelHidden autoFocus value={form.clock} onChange={(clock) => onForm({ ...form, clock })}
        options={[
          { value: 'right', label: say.right },
          { value: 'wrong', label: say.wrong },
          { value: nine, label: say.nineHours(tokyoParts(instantOf(correctedMs(device, nine === 'utc' ? nineHours : -nineHours))).hhmm) },
        ]}
      />
      {form.clock === 'wrong' && (
        <div className={css['fields']}>
          <Field
            label={say.time} hint={say.timeHint} autoFocus most={10} value={form.timeTyped} onChange={(timeTyped) => onForm({ ...form, timeTyped })}
            says={form.timeTyped.length >= 4 && code === 'not-a-time' ? { kind: 'bad', words: say.notATime } : null}
          />
          <Field
            label={say.date} hint={say.dateHint} most={20} value={form.dateTyped} onChange={(dateTyped) => onForm({ ...form, dateTyped })}
            says={code === 'not-a-date' ? { kind: 'bad', words: say.notADate } : null}
          />
        </div>
      )}
      {form.clock !== 'right' && <Becomes form={form} device={device} notBefore={notBefore} isUtc={verdict?.kind === 'utc' || verdict?.kind === 'utc-ahead'} isAtBirth={verdict?.kind === 'dead-battery'} />}
    </div>
  )
}

const nineHours = 9 * 3_600_000

/** Reads the correction back in full before it decides the time of every record. */
function Becomes({ form, device, notBefore, isUtc, isAtBirth }: Omit<ClockFormProps, 'onForm'> & { readonly isUtc: boolean; readonly isAtBirth: boolean }) {
  const say = useWords(words)
  const language = useLanguage()
  const offset = watchOffset(form, device, notBefore)
  if (offset === null) return null
  const corrected = tokyoParts(instantOf(correctedMs(device, offset)))
  const day = isAtBirth ? longDate(corrected.date, language) : dayOfWeek(corrected.date, language)
  return (
    <div className={css['becomes']} aria-live="polite">
      <p><b>{say.becomes(day, corrected.hhmm, differenceIn(language, offset))}</b></p>
      {isUtc && <Said says={{ kind: 'ask', words: say.looksUtc }} />}
      {!isAtBirth && isUnlikelyOffset(offset) && <Said says={{ kind: 'ask', words: say.unlikely }} />}
    </div>
  )
}

/** 「端末が3分遅れている」 */
export function differenceIn(language: Language, offsetMs: number): string {
  const say = inLanguage(words, language)
  const minutes = Math.round(offsetMs / 60_000)
  const by = duration(Math.abs(minutes), language)
  return minutes === 0 ? say.same : minutes > 0 ? say.slow(by) : say.fast(by)
}
