import { z } from 'zod'
import { EnvelopeNumber } from '../access/keys.ts'
import type { StationCard } from '../station.ts'
import { instantOf, millisecondsOf, type Instant } from '../time.ts'
import { EnvelopeFound, Keeper, type Inventory } from './inventory.ts'

/** A seal check by a person: each envelope looked at, the printer tried, the clock compared. Codes only: it goes into a public event. */
export const SealCheck = z.object({
  by: Keeper,
  envelopes: z.array(z.object({ envelope: EnvelopeNumber, found: EnvelopeFound })).max(99),
  printer: z.enum(['printed', 'failed', 'none']),
  clock: z.enum(['right', 'wrong']),
})
export type SealCheck = z.infer<typeof SealCheck>

export type SealFinding = 'envelope-broken-unused' | 'envelope-used-intact' | 'envelope-not-there' | 'envelope-not-looked-at' | 'printer-failed' | 'printer-absent' | 'clock-wrong'

/**
 * What of a check must be followed up. Paper and machine are compared: an envelope that is broken while no account was used,
 * or whole while its account was, means that one of the two does not tell the truth.
 */
export function sealFindings(card: Pick<StationCard, 'accountFiles' | 'opened'>, check: SealCheck): readonly SealFinding[] {
  const findings = new Set<SealFinding>()
  for (const { envelope } of card.accountFiles) {
    const found = check.envelopes.find((looked) => looked.envelope === envelope)?.found
    const isUsed = card.opened.includes(envelope)
    if (found === undefined) findings.add('envelope-not-looked-at')
    if (found === 'not-there') findings.add('envelope-not-there')
    if (found === 'damaged' && !isUsed) findings.add('envelope-broken-unused')
    if (found === 'intact' && isUsed) findings.add('envelope-used-intact')
  }
  if (check.printer !== 'printed') findings.add(check.printer === 'failed' ? 'printer-failed' : 'printer-absent')
  if (check.clock === 'wrong') findings.add('clock-wrong')
  return [...findings]
}

/** The inventory after a check: when each envelope was last seen, and how. */
export function checkedInventory(inventory: Inventory, check: SealCheck, at: Instant, findings: readonly string[]): Inventory {
  const seen = check.envelopes.map(({ envelope, found }) => {
    const before = inventory.items.find((item) => item.envelope === envelope)
    return { envelope, place: before?.place ?? '—', holder: before?.holder ?? '', seen: { at, found, by: check.by } }
  })
  const others = inventory.items.filter((item) => !seen.some(({ envelope }) => envelope === item.envelope))
  return { ...inventory, items: [...others, ...seen], checked: { at, by: check.by, findings: [...findings] } }
}

const dayMs = 86_400_000

/** When the next check is due: from the last one, else from the sealing. Null when neither is known. */
export function nextCheck(inventory: Inventory, sealedAt: Instant | null, days: number): Instant | null {
  const from = [inventory.checked?.at ?? null, sealedAt].filter((at) => at !== null).toSorted().at(-1)
  return from === undefined ? null : instantOf(millisecondsOf(from) + days * dayMs)
}

/** Whole days until it is due; below zero: overdue by so many. */
export function daysUntil(due: Instant, now: Instant): number {
  return Math.floor((millisecondsOf(due) - millisecondsOf(now)) / dayMs)
}
