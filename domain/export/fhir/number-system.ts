import { systemUri } from '../../plan/identifier-system.ts'
import type { ExportInput } from '../input.ts'
import { ownSystem } from './elements.ts'

/**
 * Whose numbers the hospital's patient numbers are. Where the hospital has not said, a placeholder that nobody owns; and of a drill
 * or a demonstration always that: a server that finds patients by number must not find one of the hospital's. Rules FHIR-15, FHIR-16.
 */
export function hospitalNumberSystem({ realm, identifierSystem }: Pick<ExportInput, 'realm' | 'identifierSystem'>): { readonly uri: string; readonly isPlaceholder: boolean } {
  return realm === 'real' && identifierSystem !== null ? { uri: systemUri(identifierSystem), isPlaceholder: false } : { uri: ownSystem('IdSystem/hospital-patient-number'), isPlaceholder: true }
}
