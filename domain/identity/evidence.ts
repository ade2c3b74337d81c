import { likeness } from '../patient/similar.ts'
import type { Naming } from '../patient/naming.ts'
import type { KnownRow } from '../view/ward-lists.ts'
import { tagOf } from '../view/ward.ts'
import { identityOf } from './identity.ts'
import type { Persons } from './persons.ts'

/** What two registrations say of one thing. `unknown`: one of them does not say. */
export type Verdict = 'same' | 'similar' | 'differs' | 'unknown'
export type EvidenceField = 'name' | 'birth' | 'sex' | 'hospital-id' | 'tag'
export type Evidence = { readonly field: EvidenceField; readonly verdict: Verdict }

/** `strong`: the hospital's number, or name and birth date together. `possible`: worth a look. Never decided by the machine. */
export type Duplicate = { readonly row: KnownRow; readonly degree: 'strong' | 'possible'; readonly evidence: readonly Evidence[] }

/** Field by field, for people to decide on. Rule WHO-12. */
export function evidenceBetween(one: KnownRow, other: KnownRow): readonly Evidence[] {
  const [a, b] = [identityOf(one), identityOf(other)]
  const exactly = (x: string | null, y: string | null): Verdict => (x === null || y === null ? 'unknown' : x === y ? 'same' : 'differs')
  return [
    { field: 'name', verdict: namesOf([a.naming, ...a.formerNamings], [b.naming, ...b.formerNamings]) },
    { field: 'birth', verdict: exactly(a.birth.kind === 'day' ? a.birth.on : null, b.birth.kind === 'day' ? b.birth.on : null) },
    { field: 'sex', verdict: exactly(a.sex === 'unknown' ? null : a.sex, b.sex === 'unknown' ? null : b.sex) },
    { field: 'hospital-id', verdict: exactly(a.hospitalId, b.hospitalId) },
    { field: 'tag', verdict: exactly(tagOf(one)?.tagNumber ?? null, tagOf(other)?.tagNumber ?? null) },
  ]
}

/** Who else here may be the same person as this registration, the likeliest first; who is known to be is left out. Rule WHO-13. */
export function possibleDuplicates(row: KnownRow, rows: readonly KnownRow[], persons: Persons): readonly Duplicate[] {
  const found = rows.flatMap((other): readonly Duplicate[] => {
    if (persons.mainOf(other.id) === persons.mainOf(row.id)) return []
    const evidence = evidenceBetween(row, other)
    const degree = degreeOf(evidence)
    return degree === null ? [] : [{ row: other, degree, evidence }]
  })
  return [...found.filter(({ degree }) => degree === 'strong'), ...found.filter(({ degree }) => degree === 'possible')]
}

function degreeOf(evidence: readonly Evidence[]): Duplicate['degree'] | null {
  const of = (field: EvidenceField): Verdict => evidence.find((one) => one.field === field)?.verdict ?? 'unknown'
  if (of('hospital-id') === 'same') return 'strong'
  // Two numbers of the hospital's are two people there, whatever they are called.
  if (of('hospital-id') === 'differs') return null
  const [name, birth] = [of('name'), of('birth')]
  if (name === 'same' && birth === 'same') return 'strong'
  if ((name === 'same' && birth !== 'differs') || (name === 'similar' && birth === 'same') || of('tag') === 'same') return 'possible'
  return null
}

/** The likest of all the names both ever had. Aliases are drawn to be unlike, so only the same alias says anything. */
function namesOf(one: readonly Naming[], other: readonly Naming[]): Verdict {
  const known = (naming: Naming): boolean => naming.kind === 'known'
  if (!one.some(known) || !other.some(known)) return 'unknown'
  const degrees = one.flatMap((a) => other.map((b) => (known(a) && known(b) ? likeness(a, b) : null)))
  return degrees.includes('same') ? 'same' : degrees.includes('similar') ? 'similar' : 'differs'
}
