import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import css from './section.module.css'

/** A heavy rule and a heading; never a box. */
export function Section({ title, note = null, end = null, children, grows = false, level = 2 }: {
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly end?: ReactNode
  readonly children: ReactNode
  /** Takes the height that is left and lets its content scroll. */
  readonly grows?: boolean
  readonly level?: 2 | 3
}) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={classNames(css['section'], grows && css['grows'])} aria-labelledby={id}>
      <div className={css['head']}>
        <Heading id={id} className={css['title']}>{title}</Heading>
        {note !== null && <span className={css['note']}>{note}</span>}
        {end !== null && <span className={css['end']}>{end}</span>}
      </div>
      {children}
    </section>
  )
}
