import { useState, type ReactNode } from 'react'
import type { Draft } from '#domain/log/entry.ts'
import { differencesOf, doseAsks, doseEntry, leftAfter, wantsTwo, type DoseDesk, type DoseForm, type MedicineField } from '#domain/medicine/dose-entry.ts'
import { doseBounds, readDose, readRate } from '#domain/medicine/amount.ts'
import { readAmount } from '#domain/record/typed-amount.ts'
import { lastDoseOf } from '#domain/medicine/last-dose-entry.ts'
import { SixRight, sixRightWords, WithoutOrder, withoutOrderWords } from '#domain/medicine/medicine.ts'
import { DoseUnit, doseUnitWords, RateUnit, rateUnitWords, Route, routeWords, running } from '#domain/medicine/units.ts'
import { mostLine } from '#domain/text.ts'
import { stateAt } from '#domain/order/running.ts'
import type { Instant } from '#domain/time.ts'
import type { AllergyNow } from '#domain/view/ward.ts'
import { AllergyState } from '#renderer/ui/allergy-state.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Check, Choice, Several } from '#renderer/ui/choice.tsx'
import { DueTime } from '#renderer/ui/due-time.tsx'
import { Field, Said, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { OrderLine } from '#renderer/ui/order-line.tsx'
import { Pick } from '#renderer/ui/pick.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { SecondPerson } from '#renderer/ui/second-person.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { WhenBox } from '#renderer/ui/when-box.tsx'
import type { WhenForm } from '#renderer/ui/when-text.ts'
import { LastDoseLine } from './last-dose-line.tsx'
import { saysOf, useSentence } from './sentences.ts'
import { words } from './words.ts'
import css from './medicine.module.css'

export type DoseScreenProps = {
  readonly form: DoseForm
  readonly onForm: (form: DoseForm) => void
  readonly desk: DoseDesk
  readonly allergy: AllergyNow
  readonly now: Instant
  readonly when: { readonly form: WhenForm; readonly onForm: (when: WhenForm) => void; readonly isRead: boolean }
  readonly second: { readonly typed: string; readonly onTyped: (typed: string) => void }
  /** Of a correction; null where nothing is corrected. */
  readonly reason?: { readonly text: string; readonly onText: (text: string) => void } | null
  readonly saved: Saved
  readonly onNext: (draft: Draft<'medicine-given'>) => void
  readonly onBack: () => void
  readonly how?: ReactNode
}

/** What was ordered beside what will be given; allergies, last dose, six rights and the second person at its side. */
export function DoseScreen({ form, onForm, desk, allergy, now, when, second, reason = null, saved, onNext, onBack, how = null }: DoseScreenProps) {
  const say = useWords(words)
  const language = useLanguage()
  const sentence = useSentence()
  const [isTried, setTried] = useState(false)
  const decided = doseEntry(form, desk)
  const one = desk.order?.one ?? null
  const due = desk.order?.due ?? null
  const asks = doseAsks(form, one)
  // What cannot be meant, and a time answered before, is told at once; what is merely empty waits until it is to be saved.
  const issues = decided.ok ? [] : decided.error.filter(({ code }) => isTried || code === 'not-a-number' || code === 'too-fine' || code === 'answered-before' || code === 'second-is-first' || code === 'short-in-ledger')
  const says = (field: MedicineField): FieldSays | null => saysOf(issues.find((issue) => issue.field === field), sentence)
  const isReasonMissing = reason !== null && reason.text.trim() === ''
  const next = (): void => {
    setTried(true)
    if (decided.ok && when.isRead && !isReasonMissing) onNext(decided.value)
  }
  const set = (part: Partial<DoseForm>): void => onForm({ ...form, ...part })
  const box = (field: 'drug' | 'amount' | 'site' | 'mixedWith' | 'rate' | 'before' | 'note' | 'slip' | 'discarded', label: string, hint: string | null = null) => (
    <Field label={label} hint={hint} value={form[field]} onChange={(text) => set({ [field]: text })} most={mostLine} says={says(field)} />
  )
  const asked = says('asked')
  return (
    <Screen
      label={reason === null ? say.dose.title : say.dose.correctTitle}
      keys={{ onSave: next, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{isTried && issues.length > 0 ? <b>{say.lookAgain(issues.length)}</b> : asks.length > 0 ? say.still(asks.map((ask) => say.asks[ask])) : say.dose.noCheck}</FootNote>
          <FootEnd><SavedState saved={saved} /><Button look="primary" keys={['Ctrl', 'Enter']} onPress={next}>{say.next}</Button></FootEnd>
        </>
      }
    >
      <div className={css['columns']}>
        <div className={css['page']}>
          {how}
          {one !== null ? (
            <Section title={say.dose.ordered}><OrderLine order={one.order.body}>{due !== null && <DueTime due={due} state={stateAt(due, now)} now={now} />}</OrderLine></Section>
          ) : desk.order === null && (
            <>
              <Choice label={say.dose.noOrder} options={WithoutOrder.options.map((value) => ({ value, label: withoutOrderWords[value][language] }))} value={form.without} onChange={(without) => set({ without })} autoFocus />
              {form.without === 'other' && <Field label={say.dose.noOrderWords} value={form.withoutWords} onChange={(withoutWords) => set({ withoutWords })} most={mostLine} />}
            </>
          )}
          {asked !== null && <Said says={asked} />}
          <Section title={say.dose.toGive}>
            <div className={css['page']}>
              <div className={css['dose']}>
                {box('drug', say.dose.drug)}
                {box('amount', say.dose.amount)}
                <Pick label={say.dose.unit} value={form.unit} options={DoseUnit.options.map((value) => [value, doseUnitWords[value][language]])} onChange={(unit) => set({ unit })} says={says('unit')} />
                <Pick label={say.dose.route} value={form.route} options={Route.options.map((value) => [value, routeWords[value][language]])} onChange={(route) => set({ route })} says={says('route')} />
              </div>
              <Differences form={form} desk={desk} />
              <div className={css['pair']}>
                {form.route !== null && running.has(form.route) && (
                  <>
                    {box('rate', say.dose.rate)}
                    <Pick label={say.dose.rateUnit} value={form.rateUnit} options={RateUnit.options.map((value) => [value, rateUnitWords[value][language]])} onChange={(rateUnit) => set({ rateUnit })} says={null} />
                  </>
                )}
                {box('mixedWith', say.dose.mixedWith)}
                {box('site', say.dose.site)}
                {one?.order.body.term !== 'standing' && box('before', say.dose.before)}
              </div>
              <Check isOn={form.isControlled} onChange={(isControlled) => set({ isControlled })}>{say.dose.controlled}</Check>
              {form.isControlled && <div className={css['pair']}>{box('slip', say.dose.slip)}{box('discarded', say.dose.discarded)}<LeftAfter form={form} desk={desk} /></div>}
              {box('note', say.dose.note, say.optional)}
              <WhenBox label={say.dose.when} when={when.form} onWhen={when.onForm} now={now} />
              {reason !== null && <Field label={say.dose.reason} value={reason.text} onChange={reason.onText} most={mostLine} says={isTried && isReasonMissing ? { kind: 'bad', words: say.fault['reason-missing'] } : null} />}
            </div>
          </Section>
        </div>
        <div className={css['side']}>
          <Section title={say.lastDose.title} level={3}><div className={css['beside']}><LastDoseLine last={lastDoseOf(desk.rows)} now={now} /><AllergyState now={allergy} /></div></Section>
          <Several label={say.dose.rights} options={SixRight.options.map((value) => ({ value, label: sixRightWords[value][language] }))} values={form.rights} onChange={(rights) => set({ rights })} />
          {wantsTwo(form) && <SecondPerson two={form.two} onTwo={(two) => set({ two })} typed={second.typed} onTyped={second.onTyped} name={desk.second?.name ?? null} says={says('second')} />}
        </div>
      </div>
    </Screen>
  )
}

/** In what it is another dose than the one ordered; it needs a note. */
function Differences({ form, desk }: { readonly form: DoseForm; readonly desk: DoseDesk }) {
  const say = useWords(words).dose
  const dose = readDose(form)
  const rate = readRate(form)
  const one = desk.order?.one ?? null
  if (one === null || !dose.ok || form.route === null || !rate.ok) return null
  const differences = differencesOf({ drug: form.drug, ...dose.value, route: form.route, rate: running.has(form.route) ? rate.value : null }, one)
  return differences.length === 0 ? null : <StateWord is="warn">{say.differs(differences.map((part) => say.difference[part]))}</StateWord>
}

/** What the book will show after this dose. */
function LeftAfter({ form, desk }: { readonly form: DoseForm; readonly desk: DoseDesk }) {
  const say = useWords(words).dose
  const language = useLanguage()
  const [dose, thrown] = [readDose(form), readAmount(form.discarded, doseBounds)]
  if (!dose.ok || !thrown.ok) return null
  const left = leftAfter(desk.ledger, { drug: form.drug, unit: dose.value.unit }, dose.value.amount + (thrown.value ?? 0))
  return <StateWord is={left < 0 ? 'warn' : 'none'}>{say.after(left, doseUnitWords[dose.value.unit][language])}</StateWord>
}
