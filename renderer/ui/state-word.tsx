import { Check, Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import css from './state-word.module.css'

/** proved good / look and decide / act now / nothing to say */
export type State = 'ok' | 'warn' | 'bad' | 'none'

const marks = { ok: Check, warn: TriangleAlert, bad: OctagonAlert, none: Info } as const

/** A state is a mark and a word, and survives a photocopy. */
export function StateWord({ is, children }: { readonly is: State; readonly children: ReactNode }) {
  return (
    <span className={classNames(css['state'], css[is])}>
      <Icon of={marks[is]} />
      {children}
    </span>
  )
}

/** A value outside its range: framed and bold; dangerous: solid. `direction` where there is room for it. */
export function OutOfRange({ is, direction = null, children }: {
  readonly is: 'outside' | 'dangerous'
  readonly direction?: 'high' | 'low' | null
  readonly children: ReactNode
}) {
  const mark = direction === null ? '' : direction === 'high' ? '▲' : '▼'
  return (
    <span className={classNames(css['value'], is === 'dangerous' && css['dangerous'])}>
      {mark !== '' && `${is === 'dangerous' ? mark.repeat(2) : mark} `}
      {children}
    </span>
  )
}
