import type { ReactNode } from 'react'
import { useState } from 'react'
import type { Draft } from '#domain/log/entry.ts'
import { DoseUnit, doseUnitWords, RateUnit, rateUnitWords, Route, routeWords, running } from '#domain/medicine/units.ts'
import { isOwnOrder, orderAsks, orderEntry, type OrderDesk, type OrderField, type OrderForm, type OrderIssue } from '#domain/order/order-entry.ts'
import { daySlotNames, readMoment } from '#domain/order/order-times.ts'
import { OrderCategory, orderCategoryWords, OrderTerm, orderTermWords } from '#domain/order/order.ts'
import { mostLine, mostName } from '#domain/text.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Check, Choice, Several } from '#renderer/ui/choice.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords, type Spoken } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { Pick } from '#renderer/ui/pick.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { words } from './words.ts'
import css from './orders.module.css'

const atOnce: ReadonlySet<OrderIssue['code']> = new Set<OrderIssue['code']>(['not-a-number', 'too-fine', 'times-not-understood', 'moment-not-understood', 'until-before-start'])

/** One line of the order sheet. `reason`: of a correction, why; null where nothing is corrected. */
export function OrderFormScreen({ form, onForm, desk, reason = null, saved, onNext, onBack, how = null }: {
  readonly form: OrderForm
  readonly onForm: (form: OrderForm) => void
  readonly desk: OrderDesk
  readonly reason?: { readonly text: string; readonly onText: (text: string) => void } | null
  readonly saved: Saved
  /** To the step where it is read once more. */
  readonly onNext: (draft: Draft<'order-given'>) => void
  readonly onBack: () => void
  readonly how?: ReactNode
}) {
  const say = useWords(words)
  const language = useLanguage()
  const texts = useWords(textFaultWords)
  const [isTried, setTried] = useState(false)
  const decided = orderEntry(form, desk)
  // What cannot be meant is told while it is being typed; what is merely missing when it is to be saved.
  const issues = decided.ok ? [] : decided.error.filter(({ code }) => isTried || atOnce.has(code))
  const asks = orderAsks(form, desk)
  const isReasonMissing = reason !== null && reason.text.trim() === ''
  const says = (field: OrderField): FieldSays | null => {
    const issue = issues.find((one) => one.field === field)
    return issue === undefined ? null : { kind: 'bad', words: sentenceOf(issue, say.fault, texts) }
  }
  const next = (): void => {
    setTried(true)
    if (decided.ok && !isReasonMissing) onNext(decided.value)
  }
  const set = (part: Partial<OrderForm>): void => onForm({ ...form, ...part })
  const box = (field: 'text' | 'drug' | 'amount' | 'mixedWith' | 'condition' | 'times' | 'from' | 'until' | 'rate', label: string, hint: string | null = null, help: ReactNode = null) => (
    <Field label={label} hint={hint} help={help} value={form[field]} onChange={(text) => set({ [field]: text })} most={field === 'amount' || field === 'rate' ? mostName : mostLine} says={says(field)} hasPhrases={field === 'text'} />
  )
  const moment = (field: 'from' | 'until'): ReactNode => {
    const read = readMoment(form[field], desk.now, field === 'from' ? 'start' : 'end')
    return read.ok && read.value !== null ? say.form.read(shortMoment(read.value)) : null
  }
  const isMedicine = form.category === 'medicine'
  return (
    <Screen
      label={reason === null ? say.form.title : say.form.correctTitle}
      keys={{ onSave: next, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{issues.length > 0 ? <b>{say.lookAgain(issues.length)}</b> : asks.length > 0 ? say.still(asks.map((ask) => say.asks[ask])) : say.form.noCheck}</FootNote>
          <FootEnd><SavedState saved={saved} /><Button look="primary" keys={['Ctrl', 'Enter']} onPress={next}>{say.form.next}</Button></FootEnd>
        </>
      }
    >
      <div className={css['page']}>
        {how}
        {reason !== null && <Banner isAnnounced={false}>{say.form.correctNote}</Banner>}
        <Choice label={say.form.category} options={OrderCategory.options.map((value) => ({ value, label: orderCategoryWords[value][language] }))} value={form.category} onChange={(category) => set({ category })} says={says('category')} look="bare" autoFocus />
        <div className={css['checks']}>
          <Choice label={say.form.term} options={OrderTerm.options.map((value) => ({ value, label: orderTermWords[value][language] }))} value={form.term} onChange={(term) => set({ term })} says={says('term')} />
          <Check isOn={form.isUrgent} onChange={(isUrgent) => set({ isUrgent })}>{say.form.urgent}</Check>
          {isMedicine && <Check isOn={form.isControlled} onChange={(isControlled) => set({ isControlled })}>{say.form.controlled}</Check>}
        </div>
        {isMedicine && (
          <>
            <div className={css['dose']}>
              {box('drug', say.form.drug)}
              {box('amount', say.form.amount)}
              <Pick label={say.form.unit} value={form.unit} options={DoseUnit.options.map((value) => [value, doseUnitWords[value][language]])} onChange={(unit) => set({ unit })} says={says('unit')} />
              <Pick label={say.form.route} value={form.route} options={Route.options.map((value) => [value, routeWords[value][language]])} onChange={(route) => set({ route })} says={says('route')} />
            </div>
            <div className={css['pair']}>
              {form.route !== null && running.has(form.route) && (
                <>
                  {box('rate', say.form.rate)}
                  <Pick label={say.form.rateUnit} value={form.rateUnit} options={RateUnit.options.map((value) => [value, rateUnitWords[value][language]])} onChange={(rateUnit) => set({ rateUnit })} says={null} />
                </>
              )}
              {box('mixedWith', say.form.mixedWith, say.form.mixedHint)}
            </div>
          </>
        )}
        {box('text', isMedicine ? say.form.medicineText : say.form.text, isMedicine ? say.form.optional : say.form.textHint)}
        {form.term === 'conditional' && box('condition', say.form.condition, say.form.conditionHint)}
        <div className={css['pair']}>
          {form.term === 'standing' && (
            <>
              <Several label={say.form.slots} options={daySlotNames.map((value) => ({ value, label: say.form.slot[value] }))} values={form.slots} onChange={(slots) => set({ slots })} />
              {box('times', say.form.times, say.form.timesHint)}
            </>
          )}
          {box('from', say.form.from, say.form.fromHint, moment('from'))}
          {box('until', say.form.until, say.form.untilHint, moment('until'))}
        </div>
        {!isOwnOrder(desk) && (
          <div className={css['checks']}>
            <Choice label={say.form.said} options={[{ value: 'aloud', label: say.form.aloud }, { value: 'written', label: say.form.written }]} value={form.said} onChange={(said) => set({ said })} says={says('said')} />
            {form.said === 'aloud' && <Check isOn={form.isReadBack} onChange={(isReadBack) => set({ isReadBack })}>{say.form.readBack}</Check>}
          </div>
        )}
        {reason !== null && <Section title={say.form.reason} level={3}><Field label={say.form.reason} value={reason.text} onChange={reason.onText} most={mostLine} says={isTried && isReasonMissing ? { kind: 'bad', words: say.actFault['reason-missing'] } : null} /></Section>}
      </div>
    </Screen>
  )
}

function sentenceOf(issue: OrderIssue, say: Spoken<typeof words>['fault'], texts: Spoken<typeof textFaultWords>): string {
  return issue.code === 'text-too-long' || issue.code === 'text-has-control-characters' || issue.code === 'text-is-broken' ? textFaultSentence(issue, texts) : say[issue.code]
}
