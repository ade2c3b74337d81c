import type { ReactNode } from 'react'
import { useState } from 'react'
import type { OrderActFault } from '#domain/order/order-acts.ts'
import type { OrderNow } from '#domain/order/running.ts'
import { mostLine } from '#domain/text.ts'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DueTime } from '#renderer/ui/due-time.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { OrderLine } from '#renderer/ui/order-line.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { WhenBox } from '#renderer/ui/when-box.tsx'
import type { WhenForm } from '#renderer/ui/when-text.ts'
import { words } from './words.ts'
import css from './orders.module.css'

/** 中止 and 実施: the order as it stands, and the one line it takes. `fault` null: it can go on. */
export function OrderActScreen({ act, one, due, now, text, onText, when = null, fault, onNext, onBack, how = null }: {
  readonly act: 'stop' | 'done'
  readonly one: OrderNow | null
  readonly due: Instant | null
  readonly now: Instant
  readonly text: string
  readonly onText: (text: string) => void
  readonly when?: { readonly form: WhenForm; readonly onForm: (when: WhenForm) => void } | null
  readonly fault: OrderActFault | null
  readonly onNext: () => void
  readonly onBack: () => void
  readonly how?: ReactNode
}) {
  const say = useWords(words)
  const texts = useWords(textFaultWords)
  const [isTried, setTried] = useState(false)
  const sentence = fault === null ? null : fault.code === 'text-too-long' || fault.code === 'text-has-control-characters' || fault.code === 'text-is-broken' ? textFaultSentence(fault, texts) : say.actFault[fault.code]
  const next = (): void => {
    setTried(true)
    if (fault === null) onNext()
  }
  return (
    <Screen
      label={say.act[act]}
      keys={{ onSave: next, onBack }}
      foot={<><Button keys={['Esc']} onPress={onBack}>{say.back}</Button><FootNote>{isTried && sentence !== null && <b>{sentence}</b>}</FootNote><FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} onPress={next}>{say.act.next}</Button></FootEnd></>}
    >
      <div className={css['page']}>
        {how}
        <Section title={say.act[act]}>
          {one !== null && <OrderLine order={one.order.body}>{due !== null && <DueTime due={due} state="due" now={now} />}</OrderLine>}
        </Section>
        <Field label={act === 'stop' ? say.act.reason : say.act.note} hint={act === 'stop' ? null : say.form.optional} value={text} onChange={onText} most={mostLine} autoFocus says={isTried && sentence !== null ? { kind: 'bad', words: sentence } : null} />
        {when !== null && <WhenBox label={say.act.when} when={when.form} onWhen={when.onForm} now={now} />}
      </div>
    </Screen>
  )
}
