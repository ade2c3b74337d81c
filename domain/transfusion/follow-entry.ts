import type { EntryId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { readAmount, type AmountFault } from '../record/typed-amount.ts'
import { err, ok, type Result } from '../result.ts'
import { mostLine } from '../text.ts'
import { millisecondsOf, type Instant } from '../time.ts'
import type { Bag } from './running.ts'
import type { TransfusionEnded, TransfusionWatched } from './transfusion.ts'

/** `minutes` 'other': a look that answers neither of the two that are asked for. */
export type WatchForm = { readonly minutes: '5' | '15' | 'other' | null; readonly fine: boolean | null; readonly words: string }
export const emptyWatch: WatchForm = { minutes: null, fine: null, words: '' }

export type EndForm = { readonly givenMl: string; readonly reacted: boolean | null; readonly reaction: string }
export const emptyEnd: EndForm = { givenMl: '', reacted: null, reaction: '' }

/** Which look or end of which bag. `bag` as it is without the record that is being corrected, if one is. */
export type FollowDesk = { readonly bag: Bag; readonly entry: EntryId; readonly at: Instant | null; readonly now: Instant }

export type WatchIssue =
  | { readonly field: 'minutes'; readonly code: 'minutes-missing' | 'before-start' | 'bag-ended' }
  | { readonly field: 'fine'; readonly code: 'fine-not-said' }
  | { readonly field: 'words'; readonly code: 'words-missing' }
  | ({ readonly field: 'words' } & LineFault)

/** Told beside the form: it is earlier than it says, or that look is on record already. */
export type WatchAsk = 'early' | 'again'

/** A look at a running bag. Rules TRF-11, TRF-12. */
export function transfusionWatch(form: WatchForm, { bag, entry, at, now }: FollowDesk): Result<{ readonly draft: Draft<'transfusion-watched'>; readonly asks: readonly WatchAsk[] }, readonly WatchIssue[]> {
  const { minutes, fine, words } = form
  const issues: WatchIssue[] = [...lineIssue('words', words, mostLine)]
  if (minutes === null) issues.push({ field: 'minutes', code: 'minutes-missing' })
  if (bag.end !== null) issues.push({ field: 'minutes', code: 'bag-ended' })
  const since = millisecondsOf(at ?? now) - millisecondsOf(bag.start.at)
  if (at !== null && since < 0) issues.push({ field: 'minutes', code: 'before-start' })
  if (fine === null) issues.push({ field: 'fine', code: 'fine-not-said' })
  if (fine === false && words.trim() === '') issues.push({ field: 'words', code: 'words-missing' })
  if (issues.length > 0 || minutes === null || fine === null) return err(issues)
  const number = minutes === 'other' ? null : minutes === '5' ? 5 : 15
  const asks: readonly WatchAsk[] = number === null ? [] : [
    ...(since < (number - 1) * 60_000 ? ['early' as const] : []),
    ...(bag.watches.some(({ body }) => body.minutes === number) ? ['again' as const] : []),
  ]
  return ok({ draft: { id: entry, kind: 'transfusion-watched', patient: bag.patient, at, body: { bag: bag.start.entry, minutes: number, fine, words } }, asks })
}

export type EndIssue =
  | { readonly field: 'givenMl'; readonly code: 'given-missing' | 'before-start' | 'bag-ended' }
  | ({ readonly field: 'givenMl' } & AmountFault)
  | { readonly field: 'reacted'; readonly code: 'reacted-not-said' }
  | { readonly field: 'reaction'; readonly code: 'reaction-missing' }
  | ({ readonly field: 'reaction' } & LineFault)

/** Told beside the form: more than the bag held, or the bag was not looked at. */
export type EndAsk = 'more-than-bag' | 'not-looked-at'

/** The end of a running bag, with what went in and what was seen. Rule TRF-13. */
export function transfusionEnd(form: EndForm, { bag, entry, at }: Omit<FollowDesk, 'now'>): Result<{ readonly draft: Draft<'transfusion-ended'>; readonly asks: readonly EndAsk[] }, readonly EndIssue[]> {
  const { reacted, reaction } = form
  const given = readAmount(form.givenMl, { most: 5000, decimals: 0 })
  const issues: EndIssue[] = [...lineIssue('reaction', reaction, mostLine)]
  if (!given.ok) issues.push({ field: 'givenMl', ...given.error })
  else if (given.value === null) issues.push({ field: 'givenMl', code: 'given-missing' })
  if (bag.end !== null) issues.push({ field: 'givenMl', code: 'bag-ended' })
  if (at !== null && millisecondsOf(at) < millisecondsOf(bag.start.at)) issues.push({ field: 'givenMl', code: 'before-start' })
  if (reacted === null) issues.push({ field: 'reacted', code: 'reacted-not-said' })
  if (reacted === true && reaction.trim() === '') issues.push({ field: 'reaction', code: 'reaction-missing' })
  if (issues.length > 0 || !given.ok || given.value === null || reacted === null) return err(issues)
  const { volumeMl } = bag.start.body
  const asks: readonly EndAsk[] = [
    ...(volumeMl !== null && given.value > volumeMl ? ['more-than-bag' as const] : []),
    ...(bag.watches.length === 0 ? ['not-looked-at' as const] : []),
  ]
  return ok({ draft: { id: entry, kind: 'transfusion-ended', patient: bag.patient, at, body: { bag: bag.start.entry, givenMl: given.value, reacted, reaction: reacted ? reaction : '' } }, asks })
}

/** What was written, to be corrected. */
export function watchFormOf({ minutes, fine, words }: TransfusionWatched): WatchForm {
  return { minutes: minutes === 5 ? '5' : minutes === 15 ? '15' : 'other', fine, words }
}

export function endFormOf({ givenMl, reacted, reaction }: TransfusionEnded): EndForm {
  return { givenMl: String(givenMl), reacted, reaction }
}
