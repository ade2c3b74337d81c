import { pinFault } from '#domain/access/pin.ts'
import type { SealedCode } from '#domain/access/code.ts'
import { decideContinuity, type ContinuityIssue, type ContinuityWay } from '#domain/continuity/continuity.ts'
import type { Sha256 } from '#domain/ids.ts'
import type { Person } from '#domain/log/person.ts'
import type { Instant } from '#domain/time.ts'
import { pinDigits } from '#renderer/ui/pin-words.ts'

/** As typed. Kept in no draft: a PIN and a code are nobody's half-written record. */
export type ContinuityDraft = { readonly way: ContinuityWay; readonly reason: string; readonly second: string; readonly pin: string }
export const usualWay: ContinuityDraft = { way: 'code', reason: '', second: '', pin: '' }

export type ContinuityFault = 'disk-full' | 'disk-failed' | 'folder-gone' | 'read-back-differs' | 'not-saved' | 'not-now' | 'journal-unreadable' | 'stopped'

export type ContinuityState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'proving' }
  | { readonly kind: 'wrong-pin'; readonly left: number }
  | { readonly kind: 'working'; readonly step: 'reading' | 'drawing' | 'packing' | 'writing' | 'reading-back'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly code: ContinuityFault }
  | { readonly kind: 'done'; readonly way: ContinuityWay; readonly fileName: string; readonly path: string; readonly sha256: Sha256; readonly patients: number; readonly records: number; readonly at: Instant; readonly code: SealedCode | null }

/** Whom the second number names, and how many tries their PIN has left; null left: no PIN was chosen yet. */
export type SecondKnown = { readonly person: Person; readonly left: number | null }

export type Missing = ContinuityIssue | 'folder' | 'nobody' | 'second-without-pin' | 'second-stopped' | 'pin'

/** The first thing that is not there yet; null: it can be written. */
export function missingOf(draft: ContinuityDraft, { by, second, folder, people }: { readonly by: Person; readonly second: SecondKnown | null; readonly folder: string | null; readonly people: number }): Missing | null {
  if (people === 0) return 'nobody'
  const decided = decideContinuity({ ...draft, second: second?.person ?? null }, by, 1)
  if (!decided.ok) return decided.error
  if (draft.way === 'plain') {
    if (second?.left === null) return 'second-without-pin'
    if (second?.left === 0) return 'second-stopped'
    if (pinFault(pinDigits(draft.pin)) !== null) return 'pin'
  }
  return folder === null ? 'folder' : null
}
