import { err, ok, type Result } from '../result.ts'
import { HospitalId } from './claim.ts'

export type HospitalIdFault = { readonly code: 'not-a-hospital-id' }

/**
 * The hospital's own number as typed: width and surrounding spaces are forgiven, nothing else is. Leading zeros are part of
 * it. Null for an empty box. What it looks like differs from hospital to hospital, so letters and hyphens pass.
 */
export function readHospitalId(typed: string): Result<string | null, HospitalIdFault> {
  const plain = typed.normalize('NFKC').trim()
  if (plain === '') return ok(null)
  const read = HospitalId.safeParse(plain)
  return read.success && /^[0-9A-Za-z][0-9A-Za-z-]*$/.test(plain) ? ok(plain) : err({ code: 'not-a-hospital-id' })
}
