import { z } from 'zod'
import { jcsGrades } from '../record/vital-signs.ts'
import { TriageCategory } from './category.ts'
import type { DecisionTable } from './table.ts'

/** Step 2, in the order of examination. Stored: add, never rename. */
export const AnatomicalSign = z.enum([
  'skull-fracture', 'skull-base-fracture', 'face-airway-burn', 'jugular-distension', 'subcutaneous-emphysema', 'flail-chest', 'open-pneumothorax', 'abdomen-rigid',
  'pelvic-fracture', 'both-femurs', 'amputation', 'limb-paralysis', 'crush-syndrome', 'penetrating', 'degloving', 'severe-burn',
])
export type AnatomicalSign = z.infer<typeof AnatomicalSign>

/** Step 3. Stored: add, never rename. */
export const Mechanism = z.enum(['blast', 'fall', 'fire', 'heat-cold', 'toxic-gas', 'entrapment'])
export type Mechanism = z.infer<typeof Mechanism>

/** Step 4 (WATCHPPP) without children and pregnancy, for whom there is no suggestion at all. Stored: add, never rename. */
export const Vulnerable = z.enum(['woman', 'aged', 'traveller', 'disabled', 'patient', 'poor'])
export type Vulnerable = z.infer<typeof Vulnerable>

/** Signs that may be taken over from the latest vital signs. */
export const PatVital = z.enum(['jcs', 'respirationsPerMin', 'pulsePerMin', 'systolicMmHg', 'spo2Percent', 'temperatureC'])
export type PatVital = z.infer<typeof PatVital>

/**
 * Physiological and anatomical triage (PAT, domain facts §2.3), about two minutes, for red and yellow after START.
 *
 * Every answer as given; null: not answered. Stored: add, never rename.
 */
export const PatValues = z.object({
  /** Null: nobody said so; a pulse is asked in any case. */
  cardiacArrest: z.literal(true).nullable(),
  jcs: z.enum(jcsGrades).nullable(),
  gcs: z.number().int().min(3).max(15).nullable(),
  respirationsPerMin: z.number().int().min(0).max(120).nullable(),
  pulsePerMin: z.number().int().min(0).max(350).nullable(),
  systolicMmHg: z.number().int().min(0).max(350).nullable(),
  spo2Percent: z.number().int().min(0).max(100).nullable(),
  temperatureC: z.number().min(10).max(50).nullable(),
  shock: z.boolean().nullable(),
  /** Null: not examined. Empty: examined, none found. */
  anatomy: z.array(AnatomicalSign).max(AnatomicalSign.options.length).nullable(),
  mechanisms: z.array(Mechanism).max(Mechanism.options.length),
  vulnerable: z.array(Vulnerable).max(Vulnerable.options.length),
  /** Values that were not measured for this triage but taken over from the chart. */
  fromChart: z.array(PatVital).max(PatVital.options.length),
  /** The category before this one: without a sign a green patient stays green, everybody else is yellow. */
  before: TriageCategory.nullable(),
})
export type PatValues = z.infer<typeof PatValues>

export const noPatValues: PatValues = {
  cardiacArrest: null, jcs: null, gcs: null, respirationsPerMin: null, pulsePerMin: null, systolicMmHg: null, spo2Percent: null, temperatureC: null, shock: null,
  anatomy: null, mechanisms: [], vulnerable: [], fromChart: [], before: null,
}

export const patCodes = [
  'cardiac-arrest', 'jcs', 'gcs', 'respirations-low', 'respirations-high', 'pulse-low', 'pulse-high', 'systolic-low', 'systolic-high', 'spo2-low', 'temperature-low', 'shock',
  ...AnatomicalSign.options,
] as const
export type PatCode = (typeof patCodes)[number]

export type PatSign = 'cardiacArrest' | 'jcsPoints' | 'gcs' | 'respirationsPerMin' | 'pulsePerMin' | 'systolicMmHg' | 'spo2Percent' | 'temperatureC' | 'shock' | 'anatomy'

/** Two published forms of the table differ at pulse 50, systolic 90 and SpO2 90; systolic 200 is marked with them. The line taken here is the stricter reading of "below". */
export const patJp1 = {
  id: 'pat-jp-1',
  lines: [
    { code: 'cardiac-arrest', of: 'cardiacArrest', when: { is: true }, gives: '0' },
    { code: 'jcs', of: 'jcsPoints', when: { atLeast: 10 }, gives: 'I' },
    { code: 'gcs', of: 'gcs', when: { atMost: 8 }, gives: 'I' },
    { code: 'respirations-low', of: 'respirationsPerMin', when: { atMost: 9 }, gives: 'I' },
    { code: 'respirations-high', of: 'respirationsPerMin', when: { atLeast: 30 }, gives: 'I' },
    { code: 'pulse-low', of: 'pulsePerMin', when: { below: 50 }, gives: 'I' },
    { code: 'pulse-high', of: 'pulsePerMin', when: { atLeast: 120 }, gives: 'I' },
    { code: 'systolic-low', of: 'systolicMmHg', when: { below: 90 }, gives: 'I' },
    { code: 'systolic-high', of: 'systolicMmHg', when: { atLeast: 200 }, gives: 'I' },
    { code: 'spo2-low', of: 'spo2Percent', when: { below: 90 }, gives: 'I' },
    { code: 'temperature-low', of: 'temperatureC', when: { atMost: 35 }, gives: 'I' },
    { code: 'shock', of: 'shock', when: { is: true }, gives: 'I' },
    ...AnatomicalSign.options.map((sign) => ({ code: sign, of: 'anatomy', when: { is: sign }, gives: 'I' }) as const),
  ],
  asked: [['jcsPoints', 'gcs'], ['respirationsPerMin'], ['pulsePerMin'], ['systolicMmHg'], ['spo2Percent'], ['temperatureC'], ['shock'], ['anatomy']],
  borders: [{ of: 'pulsePerMin', at: 50 }, { of: 'systolicMmHg', at: 90 }, { of: 'systolicMmHg', at: 200 }, { of: 'spo2Percent', at: 90 }],
  childUnderYears: 8,
} as const satisfies DecisionTable<PatSign, PatCode>

/** The answers as the table reads them: a coma grade by its number. */
export function patAnswers(values: PatValues): Readonly<Record<PatSign, boolean | number | readonly string[] | null>> {
  const { cardiacArrest, jcs, gcs, respirationsPerMin, pulsePerMin, systolicMmHg, spo2Percent, temperatureC, shock, anatomy } = values
  return { cardiacArrest, jcsPoints: jcs === null ? null : Number(jcs.slice(jcs.indexOf('-') + 1)), gcs, respirationsPerMin, pulsePerMin, systolicMmHg, spo2Percent, temperatureC, shock, anatomy }
}
