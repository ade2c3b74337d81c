import { readStaffNumber, type StaffNumber } from '#domain/ids.ts'
import { emptyWatch, watchOffset, whyOf, type WatchForm } from '#domain/incident/watch.ts'
import type { ClockConfirmed } from '#domain/record/clock-confirmed.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { checkText, mostLine } from '#domain/text.ts'
import type { Instant } from '#domain/time.ts'

/** A later look at the clock: by two people, or alone with a reason. */
export type ClockDraft = WatchForm & { readonly who: 'two' | 'alone' | null; readonly second: string; readonly aloneBecause: string }

export const emptyClockDraft: ClockDraft = { ...emptyWatch, who: null, second: '', aloneBecause: '' }

export type ClockMissing = 'clock' | 'time' | 'who' | 'second' | 'same' | 'reason'

/** What is recorded, or the first thing that is missing. `isDoubted`: the clock had jumped, or began behind the records. */
export function confirmClock(draft: ClockDraft, by: StaffNumber, about: { readonly device: Instant; readonly notBefore: Instant; readonly isDoubted: boolean }): Result<ClockConfirmed, ClockMissing> {
  const offsetMs = watchOffset(draft, about.device, about.notBefore)
  if (offsetMs === null) return err(draft.clock === null ? 'clock' : 'time')
  if (draft.who === null) return err('who')
  const second = readStaffNumber(draft.second)
  if (draft.who === 'two' && second === null) return err('second')
  if (draft.who === 'two' && second?.toUpperCase() === by.toUpperCase()) return err('same')
  if (draft.who === 'alone' && (draft.aloneBecause.trim() === '' || !checkText(draft.aloneBecause, mostLine).ok)) return err('reason')
  const why = whyOf(draft, about.device, about.notBefore)
  return ok({
    offsetMs,
    why: about.isDoubted && why === 'off' ? 'jumped' : why,
    second: draft.who === 'two' ? second : null,
    aloneBecause: draft.who === 'alone' ? draft.aloneBecause : '',
  })
}
