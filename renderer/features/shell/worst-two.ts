import type { ReactNode } from 'react'
import type { BannerLook } from '#renderer/ui/banner.tsx'

/** Something the station has to say on every screen. `rank` orders within one look: lower first. */
export type Notice = { readonly id: string; readonly look: BannerLook; readonly rank?: number; readonly words: ReactNode; readonly action?: ReactNode }

const order: readonly BannerLook[] = ['danger', 'warn', 'info', 'ok']

/** The notices that are shown: the two worst, so that a third never pushes the chart off the screen. */
export function worstTwo(notices: readonly Notice[]): readonly Notice[] {
  return notices
    .toSorted((one, other) => order.indexOf(one.look) - order.indexOf(other.look) || (one.rank ?? 0) - (other.rank ?? 0))
    .slice(0, 2)
}
