import type { ReactNode } from 'react'

/**
 * Text from people (names, notes, beds): isolated, so a right-to-left mark inside a name cannot rearrange the dose
 * beside it, and marked as Japanese for fonts and voices also when the screen speaks English.
 */
export function Written({ children }: { readonly children: ReactNode }) {
  return <bdi lang="ja">{children}</bdi>
}
