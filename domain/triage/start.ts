import { z } from 'zod'
import type { DecisionTable } from './table.ts'

/**
 * START as practised in Japan (domain facts §2.2), about half a minute. It overlooks crush syndrome and a hurt belly: a
 * second triage always follows.
 *
 * Every answer as given; null: not answered. Stored: add, never rename.
 */
export const StartValues = z.object({
  /** Unaided: without anybody's arm. */
  walks: z.boolean().nullable(),
  /** `after-airway`: only once the airway was opened. */
  breathing: z.enum(['yes', 'after-airway', 'none']).nullable(),
  /** One key says the band; the count, where somebody wrote it, outranks the band. */
  respirations: z.enum(['low', 'middle', 'high']).nullable(),
  respirationsPerMin: z.number().int().min(0).max(120).nullable(),
  radialPulse: z.enum(['palpable', 'absent']).nullable(),
  /** Whole seconds until the nail is pink again; 5 is "five or more". */
  capillaryRefillS: z.number().int().min(0).max(5).nullable(),
  /** Weak fast pulse, cold wet skin. Null: nobody said so, which is no answer missing: circulation itself is asked. */
  shock: z.literal(true).nullable(),
  /** Grips and releases, says the birth date. */
  obeys: z.boolean().nullable(),
})
export type StartValues = z.infer<typeof StartValues>

export const noStartValues: StartValues = { walks: null, breathing: null, respirations: null, respirationsPerMin: null, radialPulse: null, capillaryRefillS: null, shock: null, obeys: null }

export const startCodes = ['walks', 'no-breathing', 'breathing-after-airway', 'respirations-high', 'respirations-low', 'no-radial-pulse', 'refill-slow', 'shock', 'no-order'] as const
export type StartCode = (typeof startCodes)[number]

export type StartSign = 'walks' | 'breathing' | 'respirations' | 'respirationsPerMin' | 'radialPulse' | 'capillaryRefillS' | 'shock' | 'obeys'

/** Bands on the keys, as the table below has them: under 10, 10 to 29, 30 and more. */
export const respirationBands = { low: 10, high: 30 } as const

/** Sources differ whether a refill of exactly 2 s is slow; this table says yes, and the value is marked as a border. */
export const startJp1 = {
  id: 'start-jp-1',
  lines: [
    { code: 'walks', of: 'walks', when: { is: true }, gives: 'III' },
    { code: 'no-breathing', of: 'breathing', when: { is: 'none' }, gives: '0' },
    { code: 'breathing-after-airway', of: 'breathing', when: { is: 'after-airway' }, gives: 'I' },
    { code: 'respirations-high', of: 'respirationsPerMin', when: { atLeast: respirationBands.high }, gives: 'I' },
    { code: 'respirations-low', of: 'respirationsPerMin', when: { below: respirationBands.low }, gives: 'I' },
    { code: 'respirations-high', of: 'respirations', when: { is: 'high' }, gives: 'I' },
    { code: 'respirations-low', of: 'respirations', when: { is: 'low' }, gives: 'I' },
    { code: 'no-radial-pulse', of: 'radialPulse', when: { is: 'absent' }, gives: 'I' },
    { code: 'refill-slow', of: 'capillaryRefillS', when: { atLeast: 2 }, gives: 'I' },
    { code: 'shock', of: 'shock', when: { is: true }, gives: 'I' },
    { code: 'no-order', of: 'obeys', when: { is: false }, gives: 'I' },
  ],
  asked: [['walks'], ['breathing'], ['respirationsPerMin', 'respirations'], ['radialPulse', 'capillaryRefillS', 'shock'], ['obeys']],
  borders: [{ of: 'capillaryRefillS', at: 2 }],
  childUnderYears: 8,
} as const satisfies DecisionTable<StartSign, StartCode>

/** The answers as the table reads them: a count takes the place of its band. */
export function startAnswers(values: StartValues): StartValues {
  return values.respirationsPerMin === null ? values : { ...values, respirations: null }
}
