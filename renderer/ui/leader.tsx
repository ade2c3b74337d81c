import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { StateWord, type State } from './state-word.tsx'
import css from './leader.module.css'

/** Question … answer, as on a cockpit checklist: what · the fact with its time · dots · the answer in words. One line. */
export function Leader({ icon = null, question, fact = null, state = null, answer, size = 'normal' }: {
  readonly icon?: LucideIcon | null
  readonly question: ReactNode
  readonly fact?: ReactNode
  /** Null when the answer is a fact and not a verdict. */
  readonly state?: State | null
  readonly answer: ReactNode
  readonly size?: 'normal' | 'dense'
}) {
  return (
    <li className={classNames(css['leader'], css[size])}>
      {icon !== null && <Icon of={icon} />}
      <span className={css['question']}>{question}</span>
      {fact !== null && <span className={css['fact']}>{fact}</span>}
      <span className={css['dots']} aria-hidden="true" />
      <span className={css['answer']}>{state === null ? answer : <StateWord is={state}>{answer}</StateWord>}</span>
    </li>
  )
}

export function Leaders({ children, isRuled = false }: { readonly children: ReactNode; readonly isRuled?: boolean }) {
  return <ul className={classNames(css['leaders'], isRuled && css['ruled'])}>{children}</ul>
}
