import { Check, Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import css from './banner.module.css'

export type BannerLook = 'danger' | 'warn' | 'info' | 'ok'

const marks = { danger: OctagonAlert, warn: TriangleAlert, info: Info, ok: Check } as const

/** Inside the page: one sentence (what is, then what to do) and at most one button. */
export function Banner({ look = 'info', children, action = null, isAnnounced = true }: {
  readonly look?: BannerLook
  readonly children: ReactNode
  readonly action?: ReactNode
  /** False for one that was there when the screen opened; it is read in its place. */
  readonly isAnnounced?: boolean
}) {
  return (
    <div className={classNames(css['banner'], css[look])} {...(isAnnounced ? { role: look === 'danger' ? 'alert' : 'status' } : {})}>
      <Icon of={marks[look]} size="large" />
      <div className={css['words']}>{children}</div>
      {action !== null && <div className={css['action']}>{action}</div>}
    </div>
  )
}
