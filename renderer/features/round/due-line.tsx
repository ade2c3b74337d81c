import { bloodProductWords } from '#domain/transfusion/transfusion.ts'
import type { Due } from '#domain/view/due.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { OrderLine } from '#renderer/ui/order-line.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './round.module.css'

/** What is due: the order, or the look with its bag. */
export function DueLine({ due }: { readonly due: Due }) {
  const say = useWords(words)
  const language = useLanguage()
  if (due.of === 'order') return <OrderLine order={due.task.order.body}>{due.task.received === null && <Badge look="strong">{say.notReceived}</Badge>}</OrderLine>
  const { product, lot } = due.look.bag.start.body
  return (
    <div className={css['look']}>
      <b>{say.look(due.look.minutes)}</b>
      <span><Written>{`${bloodProductWords[product][language]}　${lot}`}</Written></span>
    </div>
  )
}
