import type { Instant } from '#domain/time.ts'
import type { Placed } from './sheet.ts'

/** What six professions sign when the records are back in the hospital's system. */
export type SignOffSheet = Placed & {
  readonly kind: 'sign-off'
  readonly standDownAt: Instant | null
  /** Of each kind of record: how many, typed and checked, not needed, open. */
  readonly counts: readonly { readonly label: string; readonly all: number; readonly checked: number; readonly notNeeded: number; readonly open: number }[]
  /** Of each check that is not nought: what stays open, and who answers for it. */
  readonly left: readonly { readonly label: string; readonly open: number; readonly signed: string }[]
}

export type NumberLine = { readonly number: string; readonly alias: string; readonly name: string; readonly hospitalId: string; readonly decision: string; readonly by: string; readonly at: Instant | null }

/** Which number of the emergency is which of the hospital's. */
export type NumberListSheet = Placed & { readonly kind: 'number-list'; readonly lines: readonly NumberLine[] }

export type WorkLine = { readonly seq: string; readonly priority: string; readonly status: string; readonly what: string; readonly who: string; readonly hospitalId: string; readonly at: Instant; readonly author: string; readonly typist: string }

export type WorklistSheet = Placed & { readonly kind: 'worklist'; readonly lines: readonly WorkLine[] }
