import type { Alias, Naming } from '../patient/naming.ts'
import type { Birth, Sex } from '../patient/birth.ts'
import { factsOf, newestFact, type Fact } from '../view/facts.ts'
import type { WardNumber } from '../number/ward-number.ts'
import type { KnownRow } from '../view/ward-lists.ts'
import type { PatientRow } from '../view/ward.ts'

/**
 * Who a patient is, as far as anybody knows.
 *
 * Story: somebody comes without a name and is called by an alias (`unknown`). A name is said, by the patient, by family, by a
 * card (`claimed`). Two people look together at what was said (`verified`). The hospital's own number is found and linked
 * (`linked`). Each step is an entry; striking it takes it back, and what was known before counts again. Number and alias of
 * the registration stay for ever, and both find the patient.
 */
export type IdentityState = 'unknown' | 'claimed' | 'verified' | 'linked'

export type Identity = {
  readonly state: IdentityState
  /** What the patient is called now. */
  readonly naming: Naming
  /** The alias of the registration, also of somebody whose name is known by now. */
  readonly alias: Alias | null
  /** Names that were said before and not taken back: they still find the patient. */
  readonly formerNamings: readonly Naming[]
  readonly sex: Sex
  readonly birth: Birth
  /** The hospital's own number: linked, or only said. */
  readonly hospitalId: string | null
  readonly claim: Fact<'identity-claimed'> | null
  readonly verification: Fact<'identity-verified'> | null
  readonly link: Fact<'patient-linked'> | null
}

export function identityOf(row: Pick<KnownRow, 'registered' | 'facts'>): Identity {
  const { registered } = row
  const claims = factsOf(row, 'identity-claimed')
  const claim = claims[0] ?? null
  const naming = claim?.body.naming ?? registered.naming
  // A claim that only adds a number leaves the words of the registration.
  const verification = factsOf(row, 'identity-verified').find(({ body }) => body.claim === (claim?.entry ?? null)) ?? null
  const link = factsOf(row, 'patient-linked').find(({ body }) => body.to.kind === 'hospital') ?? null
  const described = newestFact(row, 'patient-described')?.body ?? null
  const said = [claim?.body ?? null, described, registered].filter((one) => one !== null)
  return {
    state: link !== null ? 'linked' : verification !== null ? 'verified' : naming.kind === 'known' ? 'claimed' : 'unknown',
    naming,
    alias: registered.naming.kind === 'unknown' ? registered.naming.alias : null,
    formerNamings: [...claims.slice(1).map(({ body }) => body.naming), ...(claim === null ? [] : [registered.naming])],
    sex: said.find(({ sex }) => sex !== 'unknown')?.sex ?? 'unknown',
    birth: said.find(({ birth }) => birth.kind !== 'unknown')?.birth ?? { kind: 'unknown' },
    hospitalId: link?.body.to.kind === 'hospital' ? link.body.to.hospitalId : (claims.find(({ body }) => body.hospitalId !== null)?.body.hospitalId ?? null),
    claim, verification, link,
  }
}

/** Who a screen or a sheet says this is now. `alias`: of whoever was registered without a name, and keeps it beside the name. */
export type Who = Pick<Identity, 'naming' | 'sex' | 'birth' | 'alias'> & { readonly number: WardNumber }

/** Null while the registration itself has not been read. */
export function whoOf(row: Pick<PatientRow, 'registered' | 'facts'>): Who | null {
  const { registered, facts } = row
  if (registered === null) return null
  const { number, naming, sex, birth } = registered
  // Nearly everybody, and asked of ten thousand rows at once.
  if (facts.length === 0) return { number, naming, sex, birth, alias: naming.kind === 'unknown' ? naming.alias : null }
  return { number, ...identityOf({ registered, facts }) }
}
