import { unreachable } from '../result.ts'
import type { Abo, BloodProduct, BloodType } from './transfusion.ts'

/**
 * What two types say when they are laid side by side. This is a comparison and no compatibility test: antibodies are found
 * by the laboratory only.
 *   same        the same type, or a product of which no type is compared
 *   other       another type that the rule of the product allows (O to A)
 *   mismatch    the rule of the product forbids it, or the patient is Rh negative and the cells are not
 *   not-known   one of the two types is not known
 */
export type TypesCompared = 'same' | 'other' | 'mismatch' | 'not-known'

const antigens = { O: '', A: 'A', B: 'B', AB: 'AB' } as const satisfies Record<Abo, string>

/** Red cells bring antigens, plasma brings antibodies against what the donor lacks. Rule TRF-8. */
export function compareTypes(product: BloodProduct, bag: BloodType | null, patient: BloodType | null): TypesCompared {
  if (product === 'albumin' || product === 'other') return 'same'
  if (bag === null || patient === null) return 'not-known'
  if (!mayReceive(product, bag.abo, patient.abo) || (bringsCells(product) && patient.rh === 'negative' && bag.rh === 'positive')) return 'mismatch'
  return bag.abo === patient.abo && bag.rh === patient.rh ? 'same' : 'other'
}

function mayReceive(product: Exclude<BloodProduct, 'albumin' | 'other'>, bag: Abo, patient: Abo): boolean {
  switch (product) {
    case 'red-cells':
    case 'whole-blood':
      return [...antigens[bag]].every((antigen) => antigens[patient].includes(antigen))
    case 'plasma':
    case 'platelets':
      return [...antigens[patient]].every((antigen) => antigens[bag].includes(antigen))
    case 'autologous':
      return bag === patient // blood of the patient's own cannot be of another type
    default:
      return unreachable(product)
  }
}

function bringsCells(product: BloodProduct): boolean {
  return product === 'red-cells' || product === 'whole-blood' || product === 'platelets'
}
