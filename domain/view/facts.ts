import type { EntryId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import type { BodyOf, Kind } from '../log/kinds.ts'
import type { Person } from '../log/person.ts'
import { inOrder, type Stamp } from './latest-vitals.ts'

/** Kinds of which a patient has a few in a whole emergency: the board keeps all of them that count, newest first. */
export const factKinds = [
  'patient-described', 'identity-claimed', 'identity-verified', 'patient-linked', 'photo-taken', 'insurance-stated',
  'stay-changed', 'care-needs-stated', 'death-confirmed', 'patient-sent', 'last-dose-confirmed', 'blood-type-stated', 'match-decided',
] as const satisfies readonly Kind[]
export type FactKind = (typeof factKinds)[number]

export type Fact<K extends FactKind = FactKind> = K extends FactKind ? Stamp & { readonly kind: K; readonly by: Person; readonly body: BodyOf<K> } : never

/** Of one kind, newest first by when it happened. */
export function factsOf<K extends FactKind>(row: { readonly facts: readonly Fact[] }, kind: K): readonly Fact<K>[] {
  return row.facts.filter((fact): fact is Fact<K> & Fact => fact.kind === kind)
}

export function newestFact<K extends FactKind>(row: { readonly facts: readonly Fact[] }, kind: K): Fact<K> | null {
  return factsOf(row, kind)[0] ?? null
}

export function withFact(facts: readonly Fact[], stamp: Stamp, { kind, by, body }: Entry<FactKind>): readonly Fact[] {
  return inOrder(facts, { ...stamp, kind, by, body } as Fact) // kind and body are of the same entry
}

export function withoutFact(facts: readonly Fact[], struck: EntryId): readonly Fact[] {
  return facts.some(({ entry }) => entry === struck) ? facts.filter(({ entry }) => entry !== struck) : facts
}
