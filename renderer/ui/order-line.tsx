import type { ReactNode } from 'react'
import type { Order } from '#domain/order/order.ts'
import { orderDetails, shownOrder } from '#domain/order/say-order.ts'
import { Badge } from './badge.tsx'
import { useLanguage, useWords } from './language.tsx'
import { Written } from './written.tsx'
import css from './order-line.module.css'

/** An order as its line of the sheet: what, then how and when, then what is still to be known of it. */
export function OrderLine({ order, children = null }: { readonly order: Order; readonly children?: ReactNode }) {
  const language = useLanguage()
  const say = useWords(words)
  return (
    <div className={css['order']}>
      <span className={css['title']}>
        {order.urgent && <Badge look="danger">{say.urgent}</Badge>}
        <b><Written>{shownOrder(order)[language]}</Written></b>
        {order.medicine?.isControlled === true && <Badge look="strong">{say.controlled}</Badge>}
      </span>
      <span className={css['details']}>
        <span><Written>{orderDetails(order).map((words) => words[language]).join('　')}</Written></span>
        {children}
      </span>
    </div>
  )
}

const words = {
  urgent: { ja: '緊急', en: 'urgent' },
  controlled: { ja: '麻薬・向精神', en: 'controlled' },
} as const
