import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import css from './badge.module.css'

/** A fact about a patient or a record. Outline and weight before hue. */
export function Badge({ children, look = 'plain' }: { readonly children: ReactNode; readonly look?: 'plain' | 'strong' | 'warn' | 'danger' }) {
  return <span className={classNames(css['badge'], css[look])}>{children}</span>
}

/** 検印: 確定, 照合済 2名. A double frame survives a photocopy; a draft has a dashed one. */
export function Stamp({ children, isDraft = false }: { readonly children: ReactNode; readonly isDraft?: boolean }) {
  return <span className={classNames(css['stamp'], isDraft && css['draft'])}>{children}</span>
}

/** Struck, never erased: the old stays readable under the line, with the new beside it and the reason below or after. */
export function Struck({ old, now = null, why }: { readonly old: ReactNode; readonly now?: ReactNode; readonly why: ReactNode }) {
  return (
    <span>
      <s className={css['struck']}>{old}</s>
      {now !== null && <> → <b>{now}</b></>}
      <span className={css['why']}>{why}</span>
    </span>
  )
}
