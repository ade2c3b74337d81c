import type { PatientRow } from '../../view/ward.ts'

/** Every substance that any registration of a person names and nobody struck, with its reaction, each wording once (WHO-5, EXP-18). */
export function substancesOf(members: readonly PatientRow[]): readonly { readonly substance: string; readonly reaction: string }[] {
  const said = members.flatMap((row) => row.allergies.flatMap(({ statement }) => (statement.state === 'present' ? statement.substances : [])))
  return [...new Map(said.map((one) => [JSON.stringify([one.substance, one.reaction]), one])).values()]
}
