import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import css from './tabs.module.css'

export type Tab<Name extends string> = { readonly name: Name; readonly label: ReactNode; readonly count?: number }

/**
 * Tabs of one region. ←/→ move between them; Alt+1…7 are the owner's (useWindowKeys). The panel is the owner's too:
 * give it `role="tabpanel"` and `aria-labelledby={tabId(prefix, name)}`.
 */
export function Tabs<Name extends string>({ label, prefix, tabs, chosen, onChoose, end = null }: {
  readonly label: string
  /** Makes ids unique on the page. */
  readonly prefix: string
  readonly tabs: readonly Tab<Name>[]
  readonly chosen: Name
  readonly onChoose: (name: Name) => void
  readonly end?: ReactNode
}) {
  const move = (by: number): void => {
    const here = tabs.findIndex((tab) => tab.name === chosen)
    const next = tabs[(here + by + tabs.length) % tabs.length]
    if (next === undefined) return
    onChoose(next.name)
    document.getElementById(tabId(prefix, next.name))?.focus()
  }
  return (
    <div className={css['bar']}>
      <div className={css['tabs']} role="tablist" aria-label={label}>
        {tabs.map((tab) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={tabId(prefix, tab.name)}
            className={classNames(css['tab'])}
            aria-selected={tab.name === chosen}
            tabIndex={tab.name === chosen ? 0 : -1}
            onClick={() => onChoose(tab.name)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') move(1)
              else if (event.key === 'ArrowLeft') move(-1)
              else return
              event.preventDefault()
            }}
          >
            {tab.label}
            {tab.count !== undefined && <b>{tab.count}</b>}
          </button>
        ))}
      </div>
      {end !== null && <div className={css['end']}>{end}</div>}
    </div>
  )
}

export function tabId(prefix: string, name: string): string {
  return `${prefix}-tab-${name}`
}
