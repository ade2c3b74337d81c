import { useState, type ReactNode } from 'react'
import type { Draft } from '#domain/log/entry.ts'
import { WithheldBecause, withheldWords } from '#domain/medicine/medicine.ts'
import { withholdEntry, type WithholdForm } from '#domain/medicine/withhold-entry.ts'
import { stateAt } from '#domain/order/running.ts'
import { mostLine } from '#domain/text.ts'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { DueTime } from '#renderer/ui/due-time.tsx'
import { Field, Said } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { OrderLine } from '#renderer/ui/order-line.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { WhenBox } from '#renderer/ui/when-box.tsx'
import type { WhenForm } from '#renderer/ui/when-text.ts'
import { saysOf, useSentence } from './sentences.ts'
import { words } from './words.ts'
import css from './medicine.module.css'

/** 投与しない: which dose, and why. */
export function WithholdScreen({ form, onForm, desk, when, now, onNext, onBack, how = null }: {
  readonly form: WithholdForm
  readonly onForm: (form: WithholdForm) => void
  readonly desk: Parameters<typeof withholdEntry>[1]
  readonly when: { readonly form: WhenForm; readonly onForm: (when: WhenForm) => void; readonly isRead: boolean }
  readonly now: Instant
  readonly onNext: (draft: Draft<'medicine-withheld'>) => void
  readonly onBack: () => void
  readonly how?: ReactNode
}) {
  const say = useWords(words)
  const language = useLanguage()
  const sentence = useSentence()
  const [isTried, setTried] = useState(false)
  const decided = withholdEntry(form, desk)
  const says = decided.ok || !(isTried || decided.error.code === 'answered-before') ? null : saysOf(decided.error, sentence)
  const next = (): void => {
    setTried(true)
    if (decided.ok && when.isRead) onNext(decided.value)
  }
  return (
    <Screen label={say.withheld.title} keys={{ onSave: next, onBack }} foot={<><Button keys={['Esc']} onPress={onBack}>{say.back}</Button><FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} onPress={next}>{say.next}</Button></FootEnd></>}>
      <div className={css['page']}>
        {how}
        <Section title={say.withheld.title}>{desk.one !== null && <OrderLine order={desk.one.order.body}>{desk.due !== null && <DueTime due={desk.due} state={stateAt(desk.due, now)} now={now} />}</OrderLine>}</Section>
        <Choice label={say.withheld.because} options={WithheldBecause.options.map((value) => ({ value, label: withheldWords[value][language] }))} value={form.because} onChange={(because) => onForm({ ...form, because })} autoFocus />
        <Field label={say.withheld.words} hint={form.because === 'other' ? null : say.optional} value={form.words} onChange={(text) => onForm({ ...form, words: text })} most={mostLine} />
        <WhenBox label={say.withheld.when} when={when.form} onWhen={when.onForm} now={now} />
        {says !== null && <Said says={says} />}
      </div>
    </Screen>
  )
}
