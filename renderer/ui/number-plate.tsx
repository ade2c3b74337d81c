import type { ReactNode } from 'react'
import { Written } from './written.tsx'
import css from './number-plate.module.css'

/** A ward number as it is read aloud, with what was given along with it (the alias) underneath. */
export function NumberPlate({ label, number, end = null, children = null }: {
  readonly label: string
  readonly number: string
  readonly end?: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <div className={css['plate']}>
      <div>
        <span className={css['label']}>{label}</span>
        <span className={css['number']}><Written>{number}</Written></span>
      </div>
      {end !== null && <div className={css['end']}>{end}</div>}
      {children !== null && <div className={css['more']}>{children}</div>}
    </div>
  )
}
