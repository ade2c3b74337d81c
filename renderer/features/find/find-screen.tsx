import { FileText, UserPlus } from 'lucide-react'
import { useId, useMemo, useState, type KeyboardEvent } from 'react'
import type { PatientId } from '#domain/ids.ts'
import { readWardNumber } from '#domain/number/ward-number.ts'
import { tokyoDateOf, type Instant } from '#domain/time.ts'
import { bedNow } from '#domain/view/presence.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Empty } from '#renderer/ui/empty.tsx'
import { Said } from '#renderer/ui/field.tsx'
import field from '#renderer/ui/field.module.css'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { elapsed, shortMoment } from '#renderer/ui/moment.ts'
import { PatientLine } from '#renderer/ui/patient-line.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { findKey } from './choice.ts'
import { factsOf, ResultList, rowId } from './result-list.tsx'
import { resultsOf, type FoundPatient, type ReferenceList, type WardList } from './results.ts'
import { words } from './words.ts'
import css from './find.module.css'

export type FindScreenProps = {
  readonly ward: WardList
  /** Null: no list of the hospital was imported. */
  readonly reference: ReferenceList | null
  readonly now: Instant
  /** What stands in the box at first. */
  readonly from?: { readonly typed: string; readonly chosen: number | null }
  readonly onOpenChart: (patient: PatientId) => void
  /** Registers somebody of the hospital's list, by row; null where that cannot be done. */
  readonly onRegisterKnown: ((row: number) => void) | null
  /** Null after the emergency: nobody is registered any more. */
  readonly onRegister: (() => void) | null
  readonly onBack: () => void
}

/** One box for everything a patient is found by. Typing, ↓ and Enter are enough; results are there with the key that asked for them. */
export function FindScreen({ ward, reference, now, from = { typed: '', chosen: null }, onOpenChart, onRegisterKnown, onRegister, onBack }: FindScreenProps) {
  const say = useWords(words)
  const language = useLanguage()
  const ids = { box: useId(), list: useId() }
  const [typed, setTyped] = useState(from.typed)
  const [chosen, setChosen] = useState<number | null>(from.chosen)
  const results = useMemo(() => resultsOf(typed, ward, reference), [typed, ward, reference])
  const today = tokyoDateOf(now)
  const one = chosen === null ? null : (results.found[chosen] ?? null)
  const isAsked = typed.trim() !== ''
  const number = readWardNumber(typed)
  const notes = {
    ward: say.wardNote(ward.patients.length),
    reference: reference === null ? null : say.referenceNote(shortMoment(reference.takenAt), elapsed(reference.takenAt, now, language), reference.count.toLocaleString('en-US')),
  }

  const open = (at: number): void => {
    const picked = results.found[at]
    if (picked === undefined) return
    setChosen(at)
    if (picked.kind === 'ward') onOpenChart(picked.patient.id)
    else onRegisterKnown?.(picked.row)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const meant = findKey(event.nativeEvent, results.found.length, chosen)
    // Enter is never left to the form around the box: it would be taken for its last field.
    if (meant.act === 'none' && event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    if (event.repeat && meant.act === 'open') return
    if (meant.act === 'choose') setChosen(meant.at)
    if (meant.act === 'open') open(meant.at)
  }

  return (
    <Screen
      label={say.title}
      keys={{ onBack }}
      foot={
        <>
          <Button onPress={onBack} keys={['Esc']}>{say.foot.back}</Button>
          {one === null ? <FootNote>{isAsked && results.found.length > 0 ? say.foot.none : ''}</FootNote> : <Chosen one={one} today={today} />}
          <FootEnd>
            {one?.kind === 'ward' && <Button look="primary" icon={FileText} keys={['Enter']} onPress={() => open(chosen ?? 0)}>{say.foot.open}</Button>}
            {one?.kind === 'reference' && (onRegisterKnown === null
              ? <FootNote>{say.foot.referenceOnly}</FootNote>
              : <Button look="primary" icon={UserPlus} keys={['Enter']} onPress={() => open(chosen ?? 0)}>{say.foot.registerKnown}</Button>)}
          </FootEnd>
        </>
      }
    >
      <div className={css['find']}>
        <div className={css['ask']}>
          <label htmlFor={ids.box} className={field['label']}>{say.box}<small>{say.hint}</small></label>
          <input
            id={ids.box}
            className={classNames(field['input'], css['box'])}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setChosen(null)
            }}
            onKeyDown={onKeyDown}
            role="combobox"
            aria-haspopup="grid"
            aria-expanded={results.found.length > 0}
            aria-autocomplete="list"
            aria-controls={ids.list}
            {...(chosen === null ? {} : { 'aria-activedescendant': rowId(ids.list, chosen) })}
            autoComplete="off"
            spellCheck={false}
            autoFocus
          />
          {!number.ok && number.error.code === 'check-digit' && <Said says={{ kind: 'ask', words: say.checkDigit }} />}
          {reference === null && <p className={css['line']}>{say.noReference}</p>}
          <p className={css['line']} role="status">{isAsked ? say.count(results.found.length) : ''}</p>
        </div>
        {results.worst !== null && <Banner look="warn"><b>{say[results.worst]}</b></Banner>}
        {!isAsked && <Examples />}
        {isAsked && results.found.length === 0 && (
          <Empty title={say.nobody} action={onRegister === null ? null : <Button icon={UserPlus} keys={['F3']} onPress={onRegister}>{say.register}</Button>}>{say.nobodyNext}</Empty>
        )}
        {results.found.length > 0 && <ResultList id={ids.list} results={results} notes={notes} today={today} chosen={chosen} canRegister={onRegisterKnown !== null} onPick={open} />}
      </div>
    </Screen>
  )
}

/** Whom Enter is about, in full, beside the button that does it. */
function Chosen({ one, today }: { readonly one: FoundPatient; readonly today: ReturnType<typeof tokyoDateOf> }) {
  const { notIn } = useWords(words)
  const bed = one.kind === 'ward' ? bedNow(one.patient) : one.patient.stay === null ? notIn : `${one.patient.stay.ward} ${one.patient.stay.bed}`
  return <PatientLine who={{ ...factsOf(one), naming: one.naming }} bed={bed} today={today} />
}

function Examples() {
  const say = useWords(words).examples
  return (
    <dl className={css['examples']} aria-label={say.title}>
      <dt>{say.name}</dt><dd>{say.names}</dd>
      <dt>{say.number}</dt><dd>{say.numbers}</dd>
      <dt>{say.birth}</dt><dd>{say.births}</dd>
      <dt>{say.bed}</dt><dd>{say.beds}</dd>
      <dt>{say.several}</dt><dd>{say.severals}</dd>
    </dl>
  )
}
