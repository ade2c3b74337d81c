import { classNames } from './class-names.ts'
import css from './route.module.css'

/** Where we are on the way: at most six stops, as over a train door. Not for the progress of a computation. */
export function Route({ label, stops, here }: {
  readonly label: string
  readonly stops: readonly string[]
  /** Index of the stop we are at. */
  readonly here: number
}) {
  return (
    <ol className={css['route']} aria-label={label}>
      {stops.map((stop, index) => (
        <li key={stop} className={classNames(css['stop'], index < here && css['done'], index === here && css['here'])} {...(index === here ? { 'aria-current': 'step' } : {})}>
          {stop}
        </li>
      ))}
    </ol>
  )
}
