import { useId, useRef, useState, type ReactNode } from 'react'
import type { Instant } from '#domain/time.ts'
import { readVitalForm, vitalEntry } from '#domain/record/vital-entry.ts'
import { vitalNames, type VitalName } from '#domain/record/vital-fields.ts'
import type { VitalSigns } from '#domain/record/vital-signs.ts'
import { checkText, mostLine } from '#domain/text.ts'
import { latestVital, type Vitals } from '#domain/view/latest-vitals.ts'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Said, type FieldSays } from '#renderer/ui/field.tsx'
import { useSubmitKeys } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { nearMoment } from '#renderer/ui/moment.ts'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import type { VitalDraft } from './drafts.ts'
import { vitalSays, worstSaid } from './vital-says.ts'
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
  const textFaults = useWords(textFaultWords)
  const messageId = useId()
  const [here, setHere] = useState<VitalName | null>(null)
  const [isTried, setTried] = useState(false)
  const place = useRef<HTMLElement>(null)

  const { readings } = readVitalForm(form)
  const remark = checkText(form.remark, mostLine)
  const entry = vitalEntry(form)
  // While a value is being typed it is not judged: 3 is no temperature, 36 may become one.
  const saidOf = (name: VitalName): FieldSays | null => (name === here && !isTried ? null : vitalSays(name, form, readings, say))
  const said = Object.fromEntries(vitalNames.map((name) => [name, saidOf(name)])) as Record<VitalName, FieldSays | null> // every name is mapped
  const isNothing = isTried && !entry.ok && entry.error.some(({ code }) => code === 'nothing-taken')
  const message: FieldSays | null = !remark.ok
    ? { kind: 'bad', words: textFaultSentence(remark.error, textFaults) }
    : isNothing
      ? { kind: 'bad', words: say.bad['nothing-taken'] }
      : worstSaid(said)

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
  const change = (name: keyof typeof form, value: string): void => {
    setTried(false)
    onDraft({ ...draft, form: { ...form, [name]: value } })
  }

  return (
    <section ref={place} className={css['panel']} aria-label={say.label}>
      <div className={css['row']} {...keys}>
        {vitalNames.map((name, index) => (
          <Cell
            key={name}
            name={name}
            label={say.name[name]}
            unit={say.unit[name]}
            value={form[name]}
            says={said[name]}
            isNothing={isNothing && index === 0}
            last={<Last name={name} latest={latest} now={now} />}
            messageId={messageId}
            autoFocus={autoFocus && index === 0}
            onChange={(value) => change(name, value)}
            onHere={setHere}
          />
        ))}
      </div>
      <div className={css['foot']}>
        <span id={messageId} aria-live="polite">{message !== null && <Said says={message} />}</span>
        <SavedState saved={saved} />
      </div>
      {/* Its own group of fields: Enter in the last measured value saves, without a walk through time and remark. */}
      <div className={css['beside']} {...besideKeys}>
        <WhenBox label={say.when} when={when} onWhen={(next) => onDraft({ ...draft, when: next })} now={now} />
        <label className={css['remark']}>
          {say.remark}
          <input className={css['line']} value={form.remark} autoComplete="off" data-vital="remark" aria-invalid={!remark.ok} onChange={(event) => change('remark', event.currentTarget.value)} />
        </label>
        <Button look="primary" size="small" keys={['Enter']} onPress={save}>{say.save}</Button>
      </div>
    </section>
  )
}

function Cell({ name, label, unit, value, says, isNothing, last, messageId, autoFocus, onChange, onHere }: {
  readonly name: VitalName
  readonly label: string
  readonly unit: string
  readonly value: string
  readonly says: FieldSays | null
  readonly isNothing: boolean
  readonly last: ReactNode
  readonly messageId: string
  readonly autoFocus: boolean
  readonly onChange: (value: string) => void
  readonly onHere: (name: VitalName | null) => void
}) {
  const lastId = useId()
  const isBad = says?.kind === 'bad' || isNothing
  return (
    <label className={classNames(css['cell'], (name === 'systolicMmHg' || name === 'diastolicMmHg') && css['wide'])}>
      <span className={css['name']}>{label} <small>{unit}</small></span>
      <input
        className={classNames(css['box'], says?.kind === 'ask' && css['ask'], isBad && css['bad'])}
        data-vital={name}
        value={value}
        inputMode={name === 'jcs' ? 'text' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus}
        aria-invalid={isBad}
        aria-describedby={says === null ? lastId : `${messageId} ${lastId}`}
        onChange={(event) => onChange(event.currentTarget.value)}
        onFocus={() => onHere(name)}
        onBlur={() => onHere(null)}
      />
      <span id={lastId} className={css['last']}>{last}</span>
    </label>
  )
}

/** The value before, with its own time: two signs are not always taken together. */
function Last({ name, latest, now }: { readonly name: VitalName; readonly latest: Vitals; readonly now: Instant }) {
  const say = useWords(words).vital
  const last = latestVital(latest, name)
  if (last.state === 'not-taken') return say.lastNone
  if (last.state === 'in-chart') return say.lastInChart
  return (
    <>
      <b>{say.last(String(last.value))}</b>
      <span>{nearMoment(last.at, now)}</span>
    </>
  )
}
