import { Printer } from 'lucide-react'
import type { PatientId } from '#domain/ids.ts'
import { mostLine, mostName, mostNote } from '#domain/text.ts'
import { shortMoment } from '#renderer/ui/moment.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { missingOfHandOver, type HandOverDraft, type PatientToHandOver } from './draft.ts'
import { words } from './words.ts'
import css from './stand-down.module.css'

/** One patient at a time: what must not be lost between this station and the hospital's system, and who takes over. */
export function PatientsStep({ patients, chosen, draft, onDraft, onSign, onPrint }: {
  readonly patients: readonly PatientToHandOver[]
  readonly chosen: PatientId | null
  readonly draft: HandOverDraft
  readonly onDraft: (draft: HandOverDraft) => void
  readonly onSign: () => void
  readonly onPrint: (patient: PatientId) => void
}) {
  const all = useWords(words)
  const say = all.patients
  const one = patients.find(({ id }) => id === chosen)
  const missing = missingOfHandOver(draft)
  if (patients.length === 0) return <p>{say.nobody}</p>
  if (one === undefined) return <p>{say.choose}</p>
  return (
    <Section title={<Written>{say.of(`${one.bed} ${one.name}`.trim())}</Written>} note={one.number}>
      <div className={css['stack']}>
        <div className={css['fields']}>
          <Field key={one.id} autoFocus label={say.lastDose} hint={say.lastDoseHint} most={mostLine} value={draft.lastDose} onChange={(lastDose) => onDraft({ ...draft, lastDose })} />
          <Field label={say.nextDue} most={mostLine} value={draft.nextDue} onChange={(nextDue) => onDraft({ ...draft, nextDue })} />
          <Field label={say.pumps} most={mostLine} value={draft.pumps} onChange={(pumps) => onDraft({ ...draft, pumps })} />
          <Field label={say.takenOverBy} most={mostName} value={draft.takenOverBy} onChange={(takenOverBy) => onDraft({ ...draft, takenOverBy })} />
        </div>
        <Field label={say.note} hasPhrases most={mostNote} value={draft.note} onChange={(note) => onDraft({ ...draft, note })} />
        <div className={css['acts']}>
          <Button onPress={onSign} offBecause={missing === null ? null : all.missing[missing]}>{say.sign}</Button>
          <Button icon={Printer} onPress={() => onPrint(one.id)}>{say.print}</Button>
          <span className={css['quiet']}>{say.empty}</span>
        </div>
      </div>
    </Section>
  )
}

/** Everybody on the ward, and who of them was handed over. */
export function PatientsAside({ patients, chosen, onChoose }: {
  readonly patients: readonly PatientToHandOver[]
  readonly chosen: PatientId | null
  readonly onChoose: (patient: PatientId) => void
}) {
  const say = useWords(words).patients
  if (patients.length === 0) return null
  return (
    <ul className={css['patients']} aria-label={say.list}>
      {patients.map(({ id, number, name, bed, signed }) => (
        <li key={id}>
          <button type="button" className={css['patient']} aria-current={id === chosen} onClick={() => onChoose(id)}>
            <b><Written>{bed}</Written></b>
            <span>{number}</span>
            <Written>{name}</Written>
            {signed === null ? <StateWord is="warn">{say.open}</StateWord> : <StateWord is="ok"><Written>{say.signed(signed.takenOverBy, shortMoment(signed.takenOverAt))}</Written></StateWord>}
          </button>
        </li>
      ))}
    </ul>
  )
}
