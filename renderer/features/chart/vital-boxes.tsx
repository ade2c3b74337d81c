import { useId, useState, type ReactNode } from 'react'
import type { Instant } from '#domain/time.ts'
import { readVitalForm, vitalEntry, type VitalForm } from '#domain/record/vital-entry.ts'
import { vitalNames, type VitalName } from '#domain/record/vital-fields.ts'
import { checkText, mostLine } from '#domain/text.ts'
import { latestVital, type Vitals } from '#domain/view/latest-vitals.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { Said, type FieldSays } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { nearMoment } from '#renderer/ui/moment.ts'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { vitalSays, worstSaid } from './vital-says.ts'
import { words } from './words.ts'
import css from './vital-panel.module.css'

/** The boxes of one set of vital signs with what is said about them. `isTried`: somebody asked to save it, so that everything is judged. */
export function VitalFields({ form, onForm, latest, now, isTried, keys = {}, end, autoFocus = false }: {
  readonly form: VitalForm
  readonly onForm: (form: VitalForm) => void
  readonly latest: Vitals
  readonly now: Instant
  readonly isTried: boolean
  /** Of the row: its last box saves on Enter, without a walk through time and remark. */
  readonly keys?: object
  /** Beside the message. */
  readonly end: ReactNode
  readonly autoFocus?: boolean
}) {
  const say = useWords(words).vital
  const textFaults = useWords(textFaultWords)
  const messageId = useId()
  const [here, setHere] = useState<VitalName | null>(null)
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
  return (
    <>
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
            onChange={(value) => onForm({ ...form, [name]: value })}
            onHere={setHere}
          />
        ))}
      </div>
      <div className={css['foot']}>
        <span id={messageId} aria-live="polite">{message !== null && <Said says={message} />}</span>
        {end}
      </div>
    </>
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
