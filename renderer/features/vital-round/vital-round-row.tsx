import { useId, useRef, useState } from 'react'
import { whoOf } from '#domain/identity/identity.ts'
import { shownName } from '#domain/patient/naming.ts'
import { shownNumber, vitalFields, type VitalName } from '#domain/record/vital-fields.ts'
import { readPressureBox, roundEntry, roundFields, temperatureTyped, vitalFormOf, type RoundField, type RoundForm } from '#domain/record/vital-round.ts'
import { readVitalForm } from '#domain/record/vital-entry.ts'
import type { VitalSigns } from '#domain/record/vital-signs.ts'
import { latestVital } from '#domain/view/latest-vitals.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { Said } from '#renderer/ui/field.tsx'
import { useSubmitKeys } from '#renderer/ui/keys.ts'
import { useWords, type Spoken } from '#renderer/ui/language.tsx'
import { PatientName } from '#renderer/ui/patient-name.tsx'
import { patientWords } from '#renderer/ui/patient-words.ts'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './vital-round.module.css'

/** One patient's line of a round. The question about an unusual value stands in the line until it is answered: the next Enter saves. */
export function VitalRoundRow({ person, form, onForm, saved, isFirst, onSave, onLeave }: {
  readonly person: WardPerson
  readonly form: RoundForm
  readonly onForm: (form: RoundForm) => void
  readonly saved: Saved
  readonly isFirst: boolean
  readonly onSave: (signs: VitalSigns) => void
  /** The line is done, or nothing was taken: on to the next one. */
  readonly onLeave: () => void
}) {
  const say = useWords(words)
  const sayPatient = useWords(patientWords)
  const messageId = useId()
  const place = useRef<HTMLTableRowElement>(null)
  const [tried, setTried] = useState<'not' | 'asked' | 'bad'>('not')
  const who = whoOf(person.row)
  const entry = roundEntry(form)
  const isEmpty = roundFields.every((field) => form[field].trim() === '')
  const bad = tried === 'bad' && !entry.ok ? entry.error : []
  const asked = tried === 'asked' && entry.ok ? entry.value.askedAt : []
  const names = (fields: readonly RoundField[]): readonly string[] => fields.map((field) => `${say.field[field]} ${form[field]}`)
  const save = (): void => {
    if (isEmpty) return onLeave()
    if (!entry.ok) {
      setTried('bad')
      place.current?.querySelector<HTMLInputElement>(`[data-round="${entry.error[0]}"]`)?.focus()
      return
    }
    if (entry.value.askedAt.length > 0 && tried !== 'asked') return setTried('asked')
    setTried('not')
    onSave(entry.value.signs)
    onLeave()
  }
  const keys = useSubmitKeys({ onSave: save })
  const message = bad.length > 0 ? { kind: 'bad' as const, words: say.bad(bad.map((field) => say.field[field])) } : asked.length > 0 ? { kind: 'ask' as const, words: say.ask(names(asked)) } : null
  if (who === null) return null
  return (
    <tr ref={place} data-round-row="" {...keys}>
      <td className={css['bed']}>{person.bed === null || person.bed.trim() === '' ? sayPatient.noBed : <Written>{person.bed}</Written>}</td>
      <th scope="row" className={css['who']}>
        <b><PatientName naming={who.naming} /></b>
        <small>{sayPatient.sex[who.sex]} {who.number}</small>
        <span id={messageId} aria-live="polite">{message !== null && <Said says={message} />}</span>
      </th>
      {roundFields.map((field) => (
        <td key={field}>
          <input
            className={classNames(css['box'], field === 'pressure' && css['wide'], bad.includes(field) && css['bad'], asked.includes(field) && css['ask'])}
            data-round={field}
            aria-label={say.of(say.field[field], shownName(who.naming))}
            aria-invalid={bad.includes(field)}
            aria-describedby={messageId}
            value={form[field]}
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            autoFocus={isFirst && field === 'temperature'}
            onBlur={() => {
              const read = field === 'pressure' ? readPressureBox(form.pressure) : null
              if (read !== null && read.diastolic !== '') onForm({ ...form, pressure: `${read.systolic}/${read.diastolic}` })
            }}
            onChange={({ currentTarget: { value } }) => {
              setTried('not')
              onForm({ ...form, [field]: field === 'temperature' ? temperatureTyped(value) : value })
            }}
          />
          <span className={css['last']}>{readingOf(field, form, say) ?? lastOf(field, person, say)}</span>
        </td>
      ))}
      <td className={css['state']}><SavedState saved={saved} /></td>
    </tr>
  )
}

const signOf = { temperature: 'temperatureC', pulse: 'pulsePerMin', respirations: 'respirationsPerMin', pressure: 'systolicMmHg', spo2: 'spo2Percent' } as const satisfies Record<RoundField, VitalName>

/** What a box that needs reading will be saved as, while it is typed. */
function readingOf(field: RoundField, form: RoundForm, say: Spoken<typeof words>): string | null {
  if (form[field].trim() === '' || (field !== 'temperature' && field !== 'pressure')) return null
  const { readings } = readVitalForm(vitalFormOf(form))
  if (field === 'temperature') return readings.temperatureC.verdict === 'bad' || readings.temperatureC.value === null ? null : say.reads(`${shownNumber(readings.temperatureC.value)} ${vitalFields.temperatureC.unitJa}`)
  const read = readPressureBox(form.pressure)
  return read === null ? null : say.reads(`${read.systolic}/${read.diastolic === '' ? '—' : read.diastolic}`)
}

function lastOf(field: RoundField, { vitals }: WardPerson, say: Spoken<typeof words>): string {
  const last = latestVital(vitals, signOf[field])
  if (last.state === 'in-chart') return say.inChart
  if (last.state === 'not-taken') return say.none
  if (field !== 'pressure') return say.last(shownNumber(Number(last.value)))
  const diastolic = latestVital(vitals, 'diastolicMmHg')
  return say.last(`${String(last.value)}/${diastolic.state === 'taken' ? String(diastolic.value) : '—'}`)
}
