import type { ReactNode } from 'react'
import type { Realm } from '#domain/realm.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import css from './frame.module.css'

/**
 * The rows of every screen: incident banner, top bar, patient banner, what the station has to say, content, status bar.
 * Only lists inside the content scroll. A drill has a violet edge and a word behind everything, at every glance.
 */
export function Frame({ realm = 'real', incident = null, top, patient = null, banners = null, children, status = null }: {
  readonly realm?: Realm
  readonly incident?: ReactNode
  readonly top: ReactNode
  readonly patient?: ReactNode
  readonly banners?: ReactNode
  readonly children: ReactNode
  readonly status?: ReactNode
}) {
  return (
    <div className={classNames(css['frame'], css[realm])}>
      <div className={css['head']} data-never-covered>
        {incident}
      </div>
      {top}
      <div className={css['above']}>
        {patient !== null && <div data-never-covered>{patient}</div>}
        {banners}
      </div>
      <div className={css['content']}>{children}</div>
      {status}
    </div>
  )
}
