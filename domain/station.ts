import { z } from 'zod'
import { Roster } from './access/roster.ts'
import { IncidentId, Sha256, StationId } from './ids.ts'
import { Phase } from './incident/life.ts'
import { StationLetters } from './number/ward-number.ts'
import { Realm } from './realm.ts'
import { mostName, typedText } from './text.ts'

/** Milliseconds a device's clock may be corrected by: a hundred years either way. Beyond that no date can be shown. */
export const ClockOffsetMs = z.number().int().min(-3_200_000_000_000).max(3_200_000_000_000)

/** What set-up asks the hospital: nothing here is about a patient. */
export const StationProfile = z.object({
  hospital: typedText(mostName).min(1),
  ward: typedText(mostName).min(1),
  letters: StationLetters,
  beds: z.array(typedText(20).min(1)).max(200),
})
export type StationProfile = z.infer<typeof StationProfile>

/**
 * A ward is carried on; a desk of the records office takes in what wards exported and reconciles it. Stored: add, never rename.
 */
export const StationRole = z.enum(['ward', 'desk'])
export type StationRole = z.infer<typeof StationRole>

/** Why an envelope was given up before it was sealed. Stored: add, never rename. */
export const VoidReason = z.enum(['interrupted', 'jammed', 'unreadable', 'made-anew', 'spare'])
export type VoidReason = z.infer<typeof VoidReason>

/** The station's own card on the disk, readable without a key. */
export const StationCard = z.object({
  v: z.literal(1),
  station: StationId,
  realm: Realm,
  phase: Phase,
  role: StationRole.default('ward'),
  profile: StationProfile,
  roster: Roster,
  /** Hash of each account file as it was written, so that damage is not taken for a wrong code. */
  accountFiles: z.array(z.object({ envelope: z.number().int().min(1).max(99), sha256: Sha256 })),
  /** Envelopes opened since the accounts were made: a broken seal is visible for ever. */
  opened: z.array(z.number().int().min(1).max(99)),
  /** Every envelope that was ever opened here, of whatever epoch: numbers are never given twice, and a broken seal is seen for ever. */
  broken: z.array(z.number().int().min(1).max(99)).default([]),
  incident: IncidentId.nullable(),
  /** Accounts that were retired after an emergency: their codes open nothing here, and their numbers never come back. */
  retired: z.array(z.object({ envelope: z.number().int().min(1).max(99), epoch: z.number().int().min(1) })).default([]),
  /** Counts up to this one may have been given on the present letters, in this incident or an earlier one. */
  reservedCount: z.number().int().min(0).max(99_999),
  /** Letters this station may not use again. */
  usedLetters: z.array(StationLetters),
  /** Milliseconds to add to the device's time, as last confirmed by a watch. */
  clockOffsetMs: ClockOffsetMs.default(0).catch(0),
  /** True since the clock jumped or began behind the last record, until somebody compares it with a watch. */
  clockInDoubt: z.boolean().default(false),
  /** Envelopes given up before they were sealed: their numbers are burnt, and nothing is encrypted to them. */
  voided: z.array(z.object({ envelope: z.number().int().min(1).max(99), epoch: z.number().int().min(1), why: VoidReason })).default([]),
  /** The highest number an envelope of this station ever had. */
  lastEnvelope: z.number().int().min(0).max(99).default(0),
  /** True while a restored, copied or rolled-back folder waits for new letters (NUM-4). */
  lettersInDoubt: z.boolean(),
})
export type StationCard = z.infer<typeof StationCard>

/** The accounts that files are encrypted to: those of the roster whose envelope was not given up before sealing (CEREM-4). */
export function readingAccounts({ roster, voided }: Pick<StationCard, 'roster' | 'voided'>): Roster['accounts'] {
  return roster.accounts.filter(({ envelope }) => !voided.some((gone) => gone.envelope === envelope))
}
