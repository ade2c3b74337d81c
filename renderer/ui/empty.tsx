import type { ReactNode } from 'react'
import css from './empty.module.css'

/** What is true, and the one next act. */
export function Empty({ title, children, action = null }: { readonly title: string; readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className={css['empty']}>
      <b>{title}</b>
      <span>{children}</span>
      {action}
    </div>
  )
}
