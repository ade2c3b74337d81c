import { Camera, ScanBarcode, UserPlus } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { PatientId } from '#domain/ids.ts'
import { ageBands, massIntake, toComplete, type MassIntake as Made, type MassIntakeDesk, type MassIntakeForm } from '#domain/patient/mass-intake.ts'
import { numberOf } from '#domain/patient/register.ts'
import { mostName } from '#domain/text.ts'
import { tokyoParts, type Instant } from '#domain/time.ts'
import { tagHolders, type TagWorn } from '#domain/triage/tag.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import { triageOf } from '#domain/view/ward.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { BlankField } from '#renderer/ui/blank-field.tsx'
import { blankWords } from '#renderer/ui/blank-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { formKey, isComposing, pressOf } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { NumberPlate } from '#renderer/ui/number-plate.tsx'
import { PatientName } from '#renderer/ui/patient-name.tsx'
import { patientWords } from '#renderer/ui/patient-words.ts'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { TriageChoice } from '#renderer/ui/triage-choice.tsx'
import { useBlank } from '#renderer/ui/use-blank.ts'
import { Taken } from './taken.tsx'
import { words } from './words.ts'
import css from './mass-intake.module.css'

export type MassIntakeProps = {
  readonly form: MassIntakeForm
  readonly onForm: (form: MassIntakeForm) => void
  readonly desk: MassIntakeDesk
  /** Whoever was taken in here since this intake began, newest first. */
  readonly taken: readonly KnownRow[]
  readonly since: Instant
  /** Tags that are worn on this ward. */
  readonly worn: readonly (TagWorn & { readonly number: string })[]
  readonly saved: Saved
  /** The number that was saved last. */
  readonly last: { readonly number: string; readonly at: Instant } | null
  readonly photos: number
  /** Null: no camera and no picture can be had here. */
  readonly onPhoto: (() => void) | null
  readonly onSave: (made: Made) => void
  readonly onOpenChart: (patient: PatientId) => void
  readonly onSingle: () => void
  readonly onCompletion: () => void
  /** The camera, in front of the form. */
  readonly dialog: ReactNode
}

const bandKeys = ['b0', 'b1', 'b2', 'b3', 'b4', 'b5'] as const
const sexes = ['male', 'female', 'unknown'] as const

/**
 * The door in a mass casualty: the colour, and the next. A digit chooses and goes on to the next group, Enter saves from
 * anywhere, so that a casualty costs two keys and never more than five.
 */
export function MassIntake({ form, onForm, desk, taken, since, worn, saved, last, photos, onPhoto, onSave, onOpenChart, onSingle, onCompletion, dialog }: MassIntakeProps) {
  const say = useWords(words)
  const sexWords = useWords(patientWords).sex
  const textFaults = useWords(textFaultWords)
  const sayBlank = useWords(blankWords)
  const [isTried, setTried] = useState(false)
  const groups = useRef<HTMLDivElement>(null)
  const numbered = numberOf(form.blank, desk)
  const blank = useBlank(form.blank)
  const decided = massIntake(form, desk)
  const issues = decided.ok ? [] : decided.error
  const holders = tagHolders({ patient: desk.patient, tagNumber: form.tagNumber, place: desk.post.place }, worn)
  const isSaving = saved.kind === 'saving'

  const save = (): void => {
    setTried(true)
    if (isSaving || !decided.ok || blank.isMissing) return
    setTried(false)
    onSave(decided.value)
    focusGroup(groups.current, 0)
  }
  const onKeyDownCapture = (event: KeyboardEvent<HTMLDivElement>): void => {
    const press = pressOf(event)
    if (isComposing(press)) return
    if (event.altKey && !event.ctrlKey && event.key.toLowerCase() === 'p' && onPhoto !== null) {
      event.preventDefault()
      onPhoto()
    }
    // A button keeps its Enter; everywhere else Enter means the next person.
    if (event.key !== 'Enter' || event.repeat || event.shiftKey || event.altKey || (event.target instanceof HTMLButtonElement && formKey(press, 'button') !== 'save')) return
    event.preventDefault()
    event.stopPropagation()
    save()
  }
  /** After a digit the next group waits: what a finger pressed keeps the focus where the finger is. */
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (!event.defaultPrevented || !/^[1-6]$/.test(event.key) || !(event.target instanceof HTMLInputElement) || event.target.type !== 'radio') return
    const here = event.target.closest<HTMLElement>('[data-group]')?.dataset['group']
    // At once: the next digit may come before the next paint, and must not change the colour.
    if (here !== undefined) focusGroup(groups.current, Number(here) + 1)
  }
  const tagFault = issues.find((issue) => issue.field === 'tagNumber')

  return (
    <Screen
      label={say.title}
      keys={{ onBack: onSingle }}
      foot={
        <>
          <Button icon={UserPlus} keys={['Esc']} onPress={onSingle}>{say.single}</Button>
          {!blank.isOpen && <Button icon={ScanBarcode} onPress={blank.open}>{sayBlank.use}</Button>}
          <FootEnd>
            <SavedState saved={saved} />
            <Button look="primary" keys={['Enter']} onPress={save}>{say.save}</Button>
          </FootEnd>
        </>
      }
    >
      <div className={css['columns']}>
        <div className={css['left']} ref={groups} onKeyDownCapture={onKeyDownCapture} onKeyDown={onKeyDown}>
          <Section title={say.title} note={say.note}>
            <NumberPlate
              label={blank.isOpen ? sayBlank.plate : say.number}
              number={numbered.ok && !blank.isMissing ? numbered.value.number : '—'}
              end={
                <div className={css['plate']}>
                  <span><small>{say.alias}</small><b className={css['spoken']}><PatientName naming={{ kind: 'unknown', alias: desk.alias }} /></b></span>
                  {onPhoto !== null && <Button icon={Camera} keys={['Alt', 'P']} onPress={onPhoto}>{photos > 0 ? say.photos(photos) : say.photo}</Button>}
                </div>
              }
            />
          </Section>
          {blank.isOpen && (
            <BlankField typed={form.blank} onTyped={(typed) => onForm({ ...form, blank: typed })} blanks={desk.blanks} isAsked={isTried} onAutomatic={() => {
              blank.close()
              onForm({ ...form, blank: '' })
            }} />
          )}
          {!numbered.ok && numbered.error.field === 'number' && <Banner look="danger">{say.noNumber}</Banner>}
          <div data-group="0">
            <TriageChoice
              label={say.category} hint={say.categoryHint} value={form.category} onChange={(category) => onForm({ ...form, category })} autoFocus
              says={isTried && issues.some(({ code }) => code === 'category-missing') ? { kind: 'bad', words: say.categoryMissing } : null}
            />
          </div>
          <div data-group="1" className={css['bands']}>
            <Choice
              label={say.band}
              options={bandKeys.map((key) => ({ value: key, label: say.bands[key] }))}
              value={form.band === null ? null : (bandKeys[form.band] ?? null)}
              onChange={(key) => onForm({ ...form, band: bandKeys.indexOf(key) })}
            />
          </div>
          <div className={css['last']}>
            <div data-group="2">
              <Choice label={say.sex} options={sexes.map((value) => ({ value, label: sexWords[value] }))} value={sexes.find((value) => value === form.sex) ?? null} onChange={(sex) => onForm({ ...form, sex })} />
            </div>
            <div data-group="3">
              <Field
                label={say.tag} hint={say.tagHint} value={form.tagNumber} onChange={(tagNumber) => onForm({ ...form, tagNumber })} most={mostName}
                says={
                  tagFault !== undefined && 'code' in tagFault && isTextFault(tagFault.code) ? { kind: 'bad', words: textFaultSentence(tagFault as Parameters<typeof textFaultSentence>[0], textFaults) } // narrowed by its code
                  : holders[0] !== undefined ? { kind: 'ask', words: say.tagTaken(holders[0].number) } : null
                }
              />
            </div>
          </div>
        </div>
        <div className={css['right']}>
          <Section title={say.here} note={say.since(tokyoParts(since).hhmm, taken.length)} grows>
            {last !== null && <Banner look="ok"><b>{say.savedAs(last.number)}</b> {tokyoParts(last.at).hhmmss}</Banner>}
            <Taken rows={taken} bands={ageBands} onOpen={onOpenChart} />
          </Section>
          <Button onPress={onCompletion}>{say.list(taken.filter((row) => toComplete(row, triageOf(row)).length > 0).length)}</Button>
        </div>
      </div>
      {dialog}
    </Screen>
  )
}

function isTextFault(code: string): boolean {
  return code === 'text-too-long' || code === 'text-has-control-characters' || code === 'text-is-broken'
}

/** The chosen key of a group, else its first; of the last group the box. */
function focusGroup(around: HTMLElement | null, group: number): void {
  const within = around?.querySelector<HTMLElement>(`[data-group="${group}"]`)
  const target = within?.querySelector<HTMLElement>('input:checked') ?? within?.querySelector<HTMLElement>('input')
  target?.focus()
}
