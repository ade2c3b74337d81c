import type { HospitalPlan } from '#domain/plan/hospital-plan.ts'
import type { EnvelopeKnown } from './sheet.ts'

/** What the hospital decided before the sheet is printed. The seal's number and the makers' names come with the pen: they sign. */
export function knownOf({ declarers, contacts }: Pick<HospitalPlan, 'declarers' | 'contacts'>, kept: { readonly place: string; readonly holder: string } | undefined): EnvelopeKnown {
  const [contact] = contacts
  return {
    place: kept?.place ?? '',
    holder: kept?.holder ?? '',
    sealNumber: '',
    madeBy: '',
    deciders: declarers.map(({ duty, name }) => [duty, name].filter((part) => part !== '').join(' ')),
    nightContact: contact === undefined ? '' : `${contact.who} ${contact.reach}`,
    lostContact: '',
    nextCheckOn: null,
  }
}
