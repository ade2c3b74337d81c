import { Ambulance, Camera, ScanBarcode, Shuffle, Users } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { PatientId } from '#domain/ids.ts'
import { readBirthText } from '#domain/patient/birth-text.ts'
import { Sex } from '#domain/patient/birth.ts'
import { numberOf, registration, type Registration, type RegistrationDesk, type RegistrationField, type RegistrationForm } from '#domain/patient/register.ts'
import { mostName, mostNote } from '#domain/text.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { BlankField } from '#renderer/ui/blank-field.tsx'
import { blankWords } from '#renderer/ui/blank-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Check, Choice } from '#renderer/ui/choice.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useWindowKeys } from '#renderer/ui/keys.ts'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { NumberPlate } from '#renderer/ui/number-plate.tsx'
import { PatientName } from '#renderer/ui/patient-name.tsx'
import { patientWords } from '#renderer/ui/patient-words.ts'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { useBlank } from '#renderer/ui/use-blank.ts'
import { Written } from '#renderer/ui/written.tsx'
import { AlikeList } from './alike-list.tsx'
import { ArrivalFields } from './arrival-fields.tsx'
import { useAlike } from './alike.ts'
import { sentencesOf } from './issues.ts'
import { words } from './words.ts'
import css from './register.module.css'

export type RegisterProps = {
  readonly form: RegistrationForm
  readonly onForm: (form: RegistrationForm) => void
  readonly desk: RegistrationDesk
  readonly patients: readonly PatientRow[]
  readonly freeBeds: readonly string[]
  readonly saved: Saved
  /** Decided already: everything that was in the way has been said. */
  readonly onSave: (registration: Registration) => void
  readonly onOtherAlias: () => void
  readonly onOpenChart: (patient: PatientId) => void
  readonly onBack: () => void
  /** To the door of a mass casualty: Alt+M. */
  readonly onMass: () => void
  /** Asks why this profession registers, and what others left half-written. */
  readonly how?: ReactNode
  /** Taken and not kept yet. */
  readonly photos: number
  readonly onPhoto: () => void
  /** The camera, in front of the form. */
  readonly dialog?: ReactNode
}

/**
 * A patient nobody sent: number and alias are there before anything is typed, and nothing is mandatory. From the board
 * it is F3 and Ctrl+Enter.
 */
export function Register({ form, onForm, desk, patients, freeBeds, saved, onSave, onOtherAlias, onOpenChart, onBack, onMass, how = null, photos, onPhoto, dialog = null }: RegisterProps) {
  const say = useWords(words)
  const sexWords = useWords(patientWords).sex
  const textFaults = useWords(textFaultWords)
  const sayBlank = useWords(blankWords)
  /** The birth text somebody confirmed although its era does not have that day; another text asks again. */
  const [confirmed, setConfirmed] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)

  const decided = registration(form, desk)
  const numbered = numberOf(form.blank, desk)
  const blank = useBlank(form.blank)
  const sentences = decided.ok ? {} : sentencesOf(decided.error, say.fault, textFaults, sayBlank.fault)
  const mustConfirm = decided.ok && decided.value.asks.includes('outside-era') && confirmed !== form.birthText
  const alike = useAlike(form, desk, patients)
  const named = [form.family, form.given, form.familyKana, form.givenKana].some((part) => part.trim() !== '')
  const isSaving = saved.kind === 'saving'
  useWindowKeys({ 'Alt+M': onMass, 'Alt+P': onPhoto })

  const save = (): void => {
    setTried(true)
    if (isSaving || !decided.ok || mustConfirm || blank.isMissing) return
    onSave(decided.value)
  }
  const set = (field: keyof RegistrationForm) => (value: string): void => onForm({ ...form, [field]: value })
  const saysOf = (field: RegistrationField): FieldSays | null => {
    const sentence = sentences[field]
    return sentence === undefined ? null : { kind: 'bad', words: sentence }
  }
  const line = (field: 'family' | 'given' | 'familyKana' | 'givenKana', autoFocus = false) => (
    <Field label={say.known[field]} value={form[field]} onChange={set(field)} most={mostName} says={saysOf(field)} autoFocus={autoFocus} />
  )

  const asked = !isTried ? null : !decided.ok ? say.act.lookAgain(Object.keys(sentences).length) : blank.isMissing ? sayBlank.missing : mustConfirm ? say.act.confirmDay : null
  // Where the draft stands takes the place of the first hint: both would push the foot to two lines and the form up.
  const note = asked !== null ? <b>{asked}</b> : saved.kind === 'unsaved' ? null : say.act.note
  return (
    <Screen
      label={say.title}
      keys={{ onSave: save, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.act.back}</Button>
          <Button icon={Users} keys={['Alt', 'M']} onPress={onMass}>{say.act.mass}</Button>
          {note !== null && <FootNote>{note}</FootNote>}
          <FootEnd>
            <SavedState saved={saved} />
            <Button look="primary" keys={['Ctrl', 'Enter']} onPress={save}>
              {alike.some(({ likeness }) => likeness === 'same') ? say.act.saveOther : say.act.save}
            </Button>
          </FootEnd>
        </>
      }
    >
      <div className={css['columns']}>
        <div className={css['left']}>
          {how}
          <NumberPlate
            label={blank.isOpen ? sayBlank.plate : say.plate.number}
            number={blank.isMissing || (!numbered.ok && numbered.error.field === 'blank') ? '—' : numbered.ok ? numbered.value.number : say.plate.noNumber}
            end={
              <div className={css['alias']}>
                <span className={css['small']}>{say.plate.alias}</span>
                {named ? <span>{say.plate.aliasNotUsed}</span> : <b className={css['spoken']}><PatientName naming={{ kind: 'unknown', alias: desk.alias }} /></b>}
                {!named && <Button look="quiet" size="small" icon={Shuffle} onPress={onOtherAlias}>{say.plate.otherAlias}</Button>}
              </div>
            }
          />
          {blank.isOpen && (
            <BlankField typed={form.blank} onTyped={set('blank')} blanks={desk.blanks} isAsked={isTried} onAutomatic={() => {
              blank.close()
              set('blank')('')
            }} />
          )}
          {(sentences.number ?? sentences.alias) !== undefined && <Banner look="danger">{sentences.number ?? sentences.alias}</Banner>}
          <Section
            title={say.known.title} note={say.known.note}
            end={
              <div className={css['ways']}>
                {!blank.isOpen && <Button size="small" icon={ScanBarcode} onPress={blank.open}>{sayBlank.use}</Button>}
                {!form.isTransfer && <Button size="small" icon={Ambulance} onPress={() => onForm({ ...form, isTransfer: true })}>{say.arrival.open}</Button>}
                <Button size="small" icon={Camera} keys={['Alt', 'P']} onPress={onPhoto}>{photos > 0 ? say.photos(photos) : say.photo}</Button>
              </div>
            }
          >
            <div className={css['fields']}>
              <div className={css['names']}>
                {line('family', true)}
                {line('given')}
                {line('familyKana')}
                {line('givenKana')}
              </div>
              <div className={css['birth']}>
                <Field
                  label={say.known.birth} hint={say.known.birthHint} value={form.birthText} onChange={set('birthText')} most={mostName}
                  says={saysOf('birthText')} help={<BirthReading form={form} desk={desk} />}
                />
                <Field label={say.known.age} hint={say.known.ageHint} value={form.estimatedAge} onChange={set('estimatedAge')} most={mostName} kind="digits" says={saysOf('estimatedAge')} />
                <Choice
                  label={say.known.sex}
                  options={Sex.options.map((value) => ({ value, label: value === 'unknown' ? say.known.sexUnknown : sexWords[value] }))}
                  value={Sex.options.find((value) => value === form.sex) ?? 'unknown'}
                  onChange={set('sex')}
                  look="bare"
                  says={saysOf('sex')}
                />
              </div>
              {mustConfirm && decided.ok && (
                <div className={css['confirm']}>
                  <Banner look="warn" action={<Check isOn={false} onChange={() => setConfirmed(form.birthText)}>{say.birth.confirm}</Check>}>
                    <OutsideEra form={form} desk={desk} />
                  </Banner>
                </div>
              )}
              <div className={css['bed']}>
                <Field label={say.known.bed} value={form.bed} onChange={set('bed')} most={mostName} says={saysOf('bed')} />
                {freeBeds.length > 0 && (
                  <div className={css['free']}>
                    <span className={css['small']}>{say.known.freeBeds}</span>
                    <div className={css['chips']}>
                      {freeBeds.slice(0, 8).map((bed) => (
                        <button key={bed} type="button" className={css['chip']} aria-pressed={form.bed === bed} onClick={() => onForm({ ...form, bed })}>
                          <Written>{bed}</Written>
                        </button>
                      ))}
                    </div>
                  </div>
                )}
              </div>
              {form.isTransfer && <ArrivalFields form={form} onForm={onForm} saysOf={saysOf} />}
              <Field label={say.known.features} hint={say.known.featuresHint} value={form.features} onChange={set('features')} most={mostNote} lines={2} says={saysOf('features')} />
            </div>
          </Section>
        </div>
        <AlikeList alike={alike} isNamed={named} compared={patients.length} today={desk.today} onOpenChart={onOpenChart} />
      </div>
      {dialog}
    </Screen>
  )
}

/** What was understood, beside the box, while it is typed. Nothing while the box is empty. */
function BirthReading({ form, desk }: { readonly form: RegistrationForm; readonly desk: RegistrationDesk }) {
  const say = useWords(words).birth
  const language = useLanguage()
  const read = readBirthText(form.birthText, desk.today)
  if (form.birthText.trim() === '' || !read.ok) return null
  return <b>{say.read(read.value.shown[language])}</b>
}

function OutsideEra({ form, desk }: { readonly form: RegistrationForm; readonly desk: RegistrationDesk }) {
  const say = useWords(words).birth
  const language = useLanguage()
  const read = readBirthText(form.birthText, desk.today)
  return read.ok ? <b>{say.outside(read.value.shown[language])}</b> : null
}
