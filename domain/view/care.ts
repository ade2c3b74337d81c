import type { EntryId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import type { BodyOf, Kind } from '../log/kinds.ts'
import type { Person } from '../log/person.ts'
import { instantOf, millisecondsOf, type Instant } from '../time.ts'
import { inOrder, type Stamp } from './latest-vitals.ts'

/** Records that say what is being done for a patient now: what is ordered, what of it was answered, what runs. */
export const careFactKinds = [
  'order-given', 'order-received', 'order-done', 'order-stopped', 'medicine-given', 'medicine-withheld', 'infusion-changed', 'transfusion-started', 'transfusion-watched', 'transfusion-ended',
] as const satisfies readonly Kind[]
export type CareFactKind = (typeof careFactKinds)[number]

export type CareFact<K extends CareFactKind = CareFactKind> = K extends CareFactKind
  ? Stamp & { readonly kind: K; readonly by: Person; readonly onBehalfOf: Person | null; readonly body: BodyOf<K> }
  : never

/** How long what has ended stays on the board: so long its end can be struck, and it goes on. */
export const keptAfterEndMs = 72 * 3_600_000
/** Answers of one order that the board keeps, newest first: more than it has due times in sight (twelve a day, 32 hours), so that none of them is asked for again. */
const answersKept = 32

export function careFactsOf<K extends CareFactKind>(care: readonly CareFact[], kind: K): readonly CareFact<K>[] {
  return care.filter((fact): fact is CareFact<K> & CareFact => fact.kind === kind)
}

/** Newest first. What ended long ago is let go when the next order, dose or bag comes, so that the board does not grow with history. */
export function withCare(care: readonly CareFact[], stamp: Stamp, { kind, by, onBehalfOf, body }: Entry<CareFactKind>): readonly CareFact[] {
  const all = inOrder(care, { ...stamp, kind, by, onBehalfOf, body } as CareFact) // kind and body are of the same entry
  return kind === 'order-given' || kind === 'medicine-given' || kind === 'transfusion-started' ? withoutEnded(all) : all
}

export function withoutCare(care: readonly CareFact[], struck: EntryId): readonly CareFact[] {
  return care.some(({ entry }) => entry === struck) ? care.filter(({ entry }) => entry !== struck) : care
}

/** The record that began what this one goes on with; null for what stands for itself. */
export function partOf(fact: CareFact): EntryId | null {
  switch (fact.kind) {
    case 'order-received':
    case 'order-done':
    case 'order-stopped':
    case 'medicine-withheld':
      return fact.body.order
    case 'medicine-given':
      return 'order' in fact.body.asked ? fact.body.asked.order : null
    case 'infusion-changed':
      return fact.body.infusion
    case 'transfusion-watched':
    case 'transfusion-ended':
      return fact.body.bag
    case 'order-given':
    case 'transfusion-started':
      return null
  }
}

/** When what these facts speak of ended: of each kind of end, by what it ends, the newest. */
export type Ends = ReadonlyMap<string, Instant>

/** Made once for a list, and asked for each of its facts. */
export function endsIn(care: readonly CareFact[]): Ends {
  const ends = new Map<string, Instant>()
  for (const one of care) {
    if (one.kind !== 'order-stopped' && one.kind !== 'transfusion-ended' && (one.kind !== 'infusion-changed' || one.body.change !== 'ended')) continue
    const key = `${one.kind} ${partOf(one)}`
    if (!ends.has(key)) ends.set(key, one.at)
  }
  return ends
}

/** When this came to its end, in milliseconds, as far as is known; null: it goes on, or has none. An infusion is one from its rate. */
export function endOf(fact: CareFact, ends: Ends): number | null {
  const end = endAt(fact, ends)
  return end === null ? null : millisecondsOf(end)
}

function endAt(fact: CareFact, ends: Ends): Instant | null {
  const endBy = (kind: CareFactKind): Instant | null => ends.get(`${kind} ${fact.entry}`) ?? null
  switch (fact.kind) {
    case 'order-given':
      return earliest(endBy('order-stopped'), fact.body.until)
    case 'medicine-given':
      return fact.body.rate === null ? fact.at : endBy('infusion-changed')
    case 'transfusion-started':
      return endBy('transfusion-ended')
    case 'order-received':
    case 'order-done':
    case 'order-stopped':
    case 'medicine-withheld':
    case 'infusion-changed':
    case 'transfusion-watched':
    case 'transfusion-ended':
      return fact.at
  }
}

function earliest(one: Instant | null, other: Instant | null): Instant | null {
  return one === null ? other : other === null ? one : one < other ? one : other
}

/** What goes on, with everything said of it; of its answers the newest few, and that they ended. Of what ended, as much as ended in the last three days. */
function withoutEnded(care: readonly CareFact[]): readonly CareFact[] {
  const newest = care.reduce<Instant | null>((last, { at }) => (last === null || at > last ? at : last), null)
  // Moments are compared as they are written, which is in order of time: read as numbers they were half of a rebuild.
  const from = newest === null ? null : instantOf(millisecondsOf(newest) - keptAfterEndMs)
  const ends = endsIn(care)
  const isKept = (fact: CareFact): boolean => {
    const end = endAt(fact, ends)
    return end === null || from === null || end >= from
  }
  const heads = new Set(care.filter((fact) => isHead(fact) && isKept(fact)).map(({ entry }) => entry))
  const counted = new Map<EntryId, number>()
  const stays = (fact: CareFact): boolean => {
    if (heads.has(fact.entry)) return true
    const of = partOf(fact)
    if (of === null) return isKept(fact)
    if (!heads.has(of)) return isKept(fact)
    if (fact.kind === 'order-received' || fact.kind === 'order-stopped') return true
    const before = counted.get(of) ?? 0
    counted.set(of, before + 1)
    return before < answersKept || (fact.kind === 'infusion-changed' && isKept(fact))
  }
  const kept = new Set(care.filter(stays).map(({ entry }) => entry))
  // An infusion that stays as the answer to an order which goes on would run again without its end.
  return care.filter((fact) => kept.has(fact.entry) || (fact.kind === 'infusion-changed' && fact.body.change === 'ended' && kept.has(fact.body.infusion)))
}

/** What others go on with. */
function isHead({ kind }: CareFact): boolean {
  return kind === 'order-given' || kind === 'medicine-given' || kind === 'transfusion-started'
}
