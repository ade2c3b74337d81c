import type { ReactNode } from 'react'

/** One picture of the gallery. Every name, number and value in a sample is invented. */
export type Sample = {
  /** In the address: `#sealed`. */
  readonly name: string
  readonly render: () => ReactNode
  /** Selector to focus before the picture is taken, to show the ring where it would be. */
  readonly focus?: string
  /** A key pressed there: what it opens is in the picture. */
  readonly key?: string
  /** The page is longer than the window (the kit sheet): the picture shows all of it. */
  readonly isLong?: boolean
}
