import { z } from 'zod'
import { mostLine, typedText } from '../text.ts'

/** Japan Coma Scale: alert, then three grades of three. The scale has no other values. */
export const jcsGrades = ['0', 'I-1', 'I-2', 'I-3', 'II-10', 'II-20', 'II-30', 'III-100', 'III-200', 'III-300'] as const

/**
 * One set of vital signs. The unit is in the name; null means "not taken", which is not a value.
 * At least one must have been taken.
 */
export const VitalSigns = z
  .object({
    temperatureC: z.number().min(10).max(50).nullable(),
    pulsePerMin: z.number().int().min(0).max(350).nullable(),
    systolicMmHg: z.number().int().min(0).max(350).nullable(),
    diastolicMmHg: z.number().int().min(0).max(300).nullable(),
    respirationsPerMin: z.number().int().min(0).max(120).nullable(),
    spo2Percent: z.number().int().min(0).max(100).nullable(),
    oxygenLPerMin: z.number().min(0).max(80).nullable(),
    jcs: z.enum(jcsGrades).nullable(),
    remark: typedText(mostLine),
  })
  .refine((set) => Object.entries(set).some(([name, value]) => name !== 'remark' && value !== null))
export type VitalSigns = z.infer<typeof VitalSigns>
