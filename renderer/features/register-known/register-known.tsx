import { useState, type ReactNode } from 'react'
import { howIdentifiedWords } from '#domain/export/words.ts'
import { HowIdentified } from '#domain/identity/claim.ts'
import { mostTakenOver, registerKnown, type Known, type KnownDesk, type KnownForm } from '#domain/identity/register-known.ts'
import { numberOf } from '#domain/patient/register.ts'
import type { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { mostName } from '#domain/text.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { NumberToGive } from '#renderer/ui/number-to-give.tsx'
import { PatientLine } from '#renderer/ui/patient-line.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { useBlank } from '#renderer/ui/use-blank.ts'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './register-known.module.css'

/** Somebody the hospital knew before the stop: who the list says it is, in full, and how it is known that this is them. */
export function RegisterKnown({ patient, age, form, onForm, desk, saved, onSave, onOpenHere, onBack }: {
  readonly patient: ReferencePatient
  /** The time of the list. */
  readonly age: ReactNode
  readonly form: KnownForm
  readonly onForm: (form: KnownForm) => void
  readonly desk: KnownDesk
  readonly saved: Saved
  readonly onSave: (known: Known) => void
  readonly onOpenHere: (number: string) => void
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const texts = useWords(textFaultWords)
  const language = useLanguage()
  const [isTried, setTried] = useState(false)
  const decided = registerKnown(patient, form, desk)
  // What is wrong with the number of a band its own box says.
  const issues = decided.ok ? [] : decided.error.flatMap((issue) => (issue.field === 'blank' ? [] : [issue]))
  const here = issues.find((issue) => issue.code === 'already-here')
  const numbered = numberOf(form.blank, desk)
  const blank = useBlank(form.blank)
  const save = (): void => {
    setTried(true)
    if (decided.ok && !blank.isMissing && saved.kind !== 'saving') onSave(decided.value)
  }
  const says = (field: (typeof issues)[number]['field']): FieldSays | null => {
    const issue = isTried ? issues.find((one) => one.field === field) : undefined
    if (issue === undefined) return null
    switch (issue.code) {
      case 'text-too-long':
      case 'text-has-control-characters':
      case 'text-is-broken':
        return { kind: 'bad', words: textFaultSentence(issue, texts) }
      case 'already-here':
        return { kind: 'bad', words: say.fault['already-here'](issue.number) }
      case 'how-not-said':
      case 'birth-not-said':
      case 'birth-differs':
      case 'text-has-line-breaks':
        return { kind: 'bad', words: say.fault[issue.code] }
      case 'letters-used':
      case 'series-used-up':
      case 'new-letters-needed':
        return { kind: 'bad', words: say.fault.numbers }
    }
  }
  const { hospitalId, stay, allergies, family, given, familyKana, givenKana, sex, birth } = patient
  return (
    <Screen
      label={say.title}
      pace="spacious"
      keys={{ onSave: save, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{isTried && issues.length > 0 ? <b>{say.lookAgain(issues.length)}</b> : null}</FootNote>
          <FootEnd>
            <SavedState saved={saved} />
            <Button look="primary" keys={['Ctrl', 'Enter']} onPress={save}>{say.save}</Button>
          </FootEnd>
        </>
      }
    >
      <div className={css['page']}>
        <div className={css['half']}>
          <Section title={say.who} note={age}>
            <div className={css['who']}>
              <PatientLine who={{ number: hospitalId, naming: { kind: 'known', family, given, familyKana, givenKana }, sex, birth, alias: null }} bed={stay === null ? null : stay.bed} today={desk.today} />
              <p><b>{say.id(hospitalId)}</b>　{stay !== null && <Written>{say.stay(stay.ward, stay.bed)}</Written>}</p>
              {allergies === null || allergies.length === 0
                ? <p>{say.allergiesUnsaid}</p>
                : <Banner look="warn" isAnnounced={false}><b><Written>{say.allergies(allergies.map(({ substance }) => substance).join('・'))}</Written></b><br />{allergies.length > mostTakenOver ? say.allergiesMore(mostTakenOver) : say.allergiesTaken}</Banner>}
              <p className={css['small']}>{say.notAfter}</p>
            </div>
          </Section>
          {here !== undefined && 'number' in here && (
            <Banner look="danger" action={<Button size="small" onPress={() => onOpenHere(here.number)}>{say.openHere}</Button>}>{say.fault['already-here'](here.number)}</Banner>
          )}
          {desk.isNameAlike && <Banner look="warn">{say.alike}</Banner>}
        </div>
        <div className={css['half']}>
          <NumberToGive
            label={say.number} number={numbered.ok ? numbered.value.number : null}
            blank={blank} typed={form.blank} onTyped={(typed) => onForm({ ...form, blank: typed })} blanks={desk.blanks} isAsked={isTried}
          />
          {!numbered.ok && numbered.error.field === 'number' && <Banner look="danger">{say.fault.numbers}</Banner>}
          <Choice
            label={say.how} options={HowIdentified.options.filter((value) => value !== 'hospital-list').map((value) => ({ value, label: howIdentifiedWords[value][language] }))}
            value={HowIdentified.options.find((value) => value === form.how) ?? null} onChange={(how) => onForm({ ...form, how })} says={says('how')} autoFocus
          />
          <div className={css['pair']}>
            <Field label={say.birth} hint={say.birthHint} value={form.birthText} onChange={(birthText) => onForm({ ...form, birthText })} most={mostName} says={says('birthText')} />
            <Field label={say.bed} value={form.bed} onChange={(bed) => onForm({ ...form, bed })} most={mostName} says={says('bed')} />
          </div>
        </div>
      </div>
    </Screen>
  )
}
