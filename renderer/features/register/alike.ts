import { useDeferredValue, useMemo } from 'react'
import { identityOf } from '#domain/identity/identity.ts'
import { alikeIn, type Likeness } from '#domain/patient/similar.ts'
import type { Naming } from '#domain/patient/naming.ts'
import type { RegistrationDesk, RegistrationForm } from '#domain/patient/register.ts'
import { isRegistered, type KnownRow } from '#domain/view/ward-lists.ts'
import type { PatientRow } from '#domain/view/ward.ts'

export type AlikePatient = { readonly row: KnownRow; readonly likeness: Likeness }

/** Who on the ward could be taken for the name being typed, worst first. Follows the typing one paint later, so that no key waits for it. */
export function useAlike(form: RegistrationForm, desk: RegistrationDesk, patients: readonly PatientRow[]): readonly AlikePatient[] {
  const { family, given, familyKana, givenKana } = useDeferredValue(form)
  const { alias } = desk
  return useMemo(() => {
    const typed = [family, given, familyKana, givenKana].some((part) => part.trim() !== '')
    const naming: Naming = typed ? { kind: 'known', family, given, familyKana, givenKana } : { kind: 'unknown', alias }
    const others = patients.filter(isRegistered).map((row) => ({ row, naming: identityOf(row).naming }))
    return alikeIn(naming, others).map(({ other, likeness }) => ({ row: other.row, likeness }))
  }, [family, given, familyKana, givenKana, alias, patients])
}
