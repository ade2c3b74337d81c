import { z } from 'zod'
import { err, ok, type Result } from '../result.ts'

/**
 * By what the hospital's patient numbers are told from those of every other hospital: an OID in figures and points, or a web
 * address. JP Core's usual form is its own arc, a 1 and the ten figures of the medical institution code (reference/interop.md §1.2).
 */
export const IdentifierSystem = z.string().max(200).refine((system) => faultOf(system) === null).brand('IdentifierSystem')
export type IdentifierSystem = z.infer<typeof IdentifierSystem>

export type IdentifierSystemFault = 'no-system' | 'institution-code'

/** Numbers of patients, by medical institution: JP Core. */
const japanese = '1.2.392.100495.20.3.51'
const oid = /^(?:[01]\.(?:0|[1-9]|[1-3]\d)|2\.(?:0|[1-9]\d*))(?:\.(?:0|[1-9]\d*))+$/
const address = /^https?:\/\/[a-z0-9][a-z0-9.-]*(?::\d{1,5})?(?:\/[\w.~%!$&'()*+,;=:@/-]*)?$/i

/** As typed: full width, spaces around it and FHIR's `urn:oid:` are forgiven; nothing typed is none. */
export function readIdentifierSystem(typed: string): Result<IdentifierSystem | null, IdentifierSystemFault> {
  const system = typed.normalize('NFKC').trim().replace(/^urn:oid:/i, '')
  if (system === '') return ok(null)
  const fault = faultOf(system)
  if (fault !== null) return err(fault)
  const read = IdentifierSystem.safeParse(system)
  return read.success ? ok(read.data) : err('no-system')
}

function faultOf(system: string): IdentifierSystemFault | null {
  if (address.test(system)) return null
  if (!oid.test(system)) return 'no-system'
  return (system === japanese || system.startsWith(`${japanese}.`)) && institutionIn(system) === null ? 'institution-code' : null
}

/** The medical institution code (保険医療機関コード) where the system is made of it; null of any other. */
export function institutionOf(system: IdentifierSystem): string | null {
  return institutionIn(system)
}

function institutionIn(system: string): string | null {
  return system.startsWith(`${japanese}.`) ? (/^1(\d{10})$/.exec(system.slice(japanese.length + 1))?.[1] ?? null) : null
}

/** As FHIR names it. */
export const systemUri = (system: IdentifierSystem): string => (address.test(system) ? system : `urn:oid:${system}`)
