import type { ReactNode } from 'react'
import css from './with-help.module.css'

/** Help in the place of a screen that stays alive behind it: what was typed there is still there when help closes. */
export function WithHelp({ help, children }: { readonly help: ReactNode; readonly children: ReactNode }) {
  return (
    <>
      <div className={css['screen']} hidden={help !== null}>{children}</div>
      {help}
    </>
  )
}
