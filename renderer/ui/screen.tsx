import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { useKeysFromNowhere, useSubmitKeys, type SubmitKeys } from './keys.ts'
import css from './screen.module.css'

/** A screen's content, under its name as the page's one h1 (for screen readers; eyes have the top bar) between top bar and status bar: `spacious` where people decide, `dense` where they scan. Only what scrolls inside it scrolls. */
export function Screen({ label, children, foot = null, pace = 'dense', keys = {} }: {
  readonly label: string
  readonly children: ReactNode
  /** The row of acts at the bottom: back on the left, the primary act on the right. */
  readonly foot?: ReactNode
  readonly pace?: 'dense' | 'spacious'
  readonly keys?: SubmitKeys
}) {
  const submit = useSubmitKeys(keys)
  useKeysFromNowhere(keys)
  return (
    <main className={css['screen']} {...submit}>
      <h1 className={css['unseen']}>{label}</h1>
      <div className={classNames(css['content'], css[pace])}>{children}</div>
      {foot !== null && <div className={classNames(css['foot'], pace === 'dense' && css['near'])}>{foot}</div>}
    </main>
  )
}

/** Pushes what follows to the right end of a row. */
export function FootEnd({ children }: { readonly children: ReactNode }) {
  return <div className={css['end']}>{children}</div>
}

/** A quiet sentence in a foot: what is true before the act. */
export function FootNote({ children }: { readonly children: ReactNode }) {
  return <p className={css['note']}>{children}</p>
}
