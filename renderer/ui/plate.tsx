import type { ReactNode } from 'react'
import css from './plate.module.css'

/** The name of the station's state, like the name of a station: before it, where we are, after it. */
export function Plate({ label, name, beside, facts, before, here, after }: {
  readonly label: string
  readonly name: string
  readonly beside: string
  readonly facts: ReactNode
  readonly before: string
  readonly here: string
  readonly after: string
}) {
  return (
    <section className={css['plate']} aria-label={label}>
      <div className={css['name']}>
        <h2>{name}</h2>
        <span className={css['beside']}>{beside}</span>
        <div className={css['facts']}>{facts}</div>
      </div>
      <div className={css['band']}>
        <span>◁ {before}</span>
        <span className={css['mark']}>{here}</span>
        <span>{after} ▷</span>
      </div>
    </section>
  )
}
