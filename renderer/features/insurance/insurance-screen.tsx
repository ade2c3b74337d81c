import { useState, type ReactNode } from 'react'
import { insuranceWords, waiverWords } from '#domain/export/words.ts'
import type { Draft } from '#domain/log/entry.ts'
import { asksOf, asksWorkplace, insuranceEntry, type InsuranceDesk, type InsuranceField, type InsuranceForm, type InsuranceIssue } from '#domain/record/insurance-entry.ts'
import { FeeWaiver, InsuranceKind } from '#domain/record/insurance.ts'
import { mostLine, mostName } from '#domain/text.ts'
import type { CalendarDate } from '#domain/time.ts'
import type { Fact } from '#domain/view/facts.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice, Several } from '#renderer/ui/choice.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords, type Spoken } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { RowLine } from '#renderer/ui/patient-line.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { words } from './words.ts'
import css from './insurance.module.css'

/** Nobody brings a card out of a broken house: the kind and how the insurer is found are enough. */
export function InsuranceScreen({ row, today, last, form, onForm, desk, saved, onSave, onBack, how = null }: {
  readonly row: KnownRow
  readonly today: CalendarDate
  /** What was said last; the form begins with it. */
  readonly last: Fact<'insurance-stated'> | null
  readonly form: InsuranceForm
  readonly onForm: (form: InsuranceForm) => void
  readonly desk: InsuranceDesk
  readonly saved: Saved
  readonly onSave: (draft: Draft<'insurance-stated'>) => void
  readonly onBack: () => void
  /** What others left half-written here. */
  readonly how?: ReactNode
}) {
  const say = useWords(words)
  const texts = useWords(textFaultWords)
  const language = useLanguage()
  const [isTried, setTried] = useState(false)
  const decided = insuranceEntry(form, desk)
  // A wrong number is told while the paper it was read from is still in the hand; what is merely missing when it is saved.
  const issues = decided.ok ? [] : decided.error.filter(({ code }) => isTried || code === 'insurer-check-digit' || code === 'my-number')
  const asks = asksOf(form)
  const says = (field: InsuranceField): FieldSays | null => {
    const issue = issues.find((one) => one.field === field)
    return issue === undefined ? null : { kind: 'bad', words: sentenceOf(issue, say.fault, texts) }
  }
  const save = (): void => {
    setTried(true)
    if (decided.ok && saved.kind !== 'saving') onSave(decided.value)
  }
  const box = (field: Exclude<InsuranceField, 'kind' | 'waivers'>, label: string, hint: string | null, most: number, kind: 'text' | 'digits' = 'text') => (
    <Field label={label} hint={hint} value={form[field]} onChange={(text) => onForm({ ...form, [field]: text })} most={most} kind={kind} says={says(field)} />
  )
  const isFoundByAddress = form.kind === 'national' || form.kind === 'late-elderly'
  return (
    <Screen
      label={say.title}
      keys={{ onSave: save, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{issues.length > 0 ? <b>{say.lookAgain(issues.length)}</b> : asks.length > 0 ? say.missing(asks.map((ask) => say.asks[ask])) : say.note}</FootNote>
          <FootEnd>
            <SavedState saved={saved} />
            <Button look="primary" keys={['Ctrl', 'Enter']} onPress={save}>{say.save}</Button>
          </FootEnd>
        </>
      }
    >
      <div className={css['page']}>
        {how}
        <Section title={say.title} note={say.lead}>
          <div className={css['who']}>
            <RowLine row={row} today={today} />
            {last !== null && <span className={css['small']}>{say.last(shortMoment(last.at), last.by.name)}</span>}
          </div>
        </Section>
        <Choice
          label={say.kind} options={InsuranceKind.options.map((value) => ({ value, label: say.kinds[value] ?? insuranceWords[value][language] }))} value={form.kind}
          onChange={(kind) => onForm({ ...form, kind })} says={says('kind')} autoFocus
        />
        <div className={css['pair']}>
          {asksWorkplace(form.kind) && box('workplace', form.kind === 'employee' ? say.workplace : say.union, form.kind === 'employee' ? say.workplaceHint : say.unionHint, mostLine)}
          {box('address', say.address, isFoundByAddress ? say.addressFinds : say.addressHint, mostLine)}
          {box('phone', say.phone, say.phoneHint, mostName)}
        </div>
        <Several label={say.waivers} hint={say.waiversHint} values={form.waivers} onChange={(waivers) => onForm({ ...form, waivers })} options={FeeWaiver.options.map((value) => ({ value, label: waiverWords[value][language] }))} />
        <Section title={say.card} note={say.cardNote} level={3}>
          <div className={css['card']}>
            {box('insurer', say.insurer, say.insurerHint, mostName, 'digits')}
            {box('symbol', say.symbol, null, mostName)}
            {box('number', say.number, null, mostName)}
            {box('branch', say.branch, say.branchHint, mostName, 'digits')}
          </div>
        </Section>
      </div>
    </Screen>
  )
}

function sentenceOf(issue: InsuranceIssue, say: Spoken<typeof words>['fault'], texts: Spoken<typeof textFaultWords>): string {
  switch (issue.code) {
    case 'text-too-long':
    case 'text-has-control-characters':
    case 'text-is-broken':
      return textFaultSentence(issue, texts)
    case 'text-has-line-breaks':
    case 'kind-missing':
    case 'insurer-length':
    case 'insurer-check-digit':
    case 'branch-two-digits':
    case 'my-number':
      return say[issue.code]
  }
}
