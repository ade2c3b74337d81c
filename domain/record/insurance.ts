import { z } from 'zod'
import { mostLine, mostName, typedText } from '../text.ts'

/**
 * Insurance without a card (domain facts §7.2): in a declared disaster name, birth date, contact, and a hint at the insurer
 * are enough. The My Number itself is never taken.
 */
export const InsuranceKind = z.enum(['employee', 'national', 'national-union', 'late-elderly', 'none', 'unknown'])
export type InsuranceKind = z.infer<typeof InsuranceKind>

/** Why the patient says that no fee is to be paid; no certificate is asked for at the desk. Stored: add, never rename. */
export const FeeWaiver = z.enum(['house-damaged', 'breadwinner-lost', 'business-stopped', 'job-lost'])
export type FeeWaiver = z.infer<typeof FeeWaiver>

export const Insurance = z.object({
  kind: InsuranceKind,
  /** 保険者番号, 6 or 8 digits with its check digit; empty where there is no card. */
  insurer: z.string().regex(/^(\d{6}|\d{8})?$/),
  symbol: typedText(mostName),
  number: typedText(mostName),
  branch: z.string().regex(/^(\d{2})?$/),
  /** 事業所名 of employees, 組合名 of a national union. */
  workplace: typedText(mostLine),
  address: typedText(mostLine),
  phone: typedText(mostName),
  waivers: z.array(FeeWaiver).max(4),
})
export type Insurance = z.infer<typeof Insurance>
