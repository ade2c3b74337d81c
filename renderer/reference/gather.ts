import type { FaultCount, ReferenceAllergies, ReferenceBatch, ReferenceFact } from '#domain/reference/reference-fact.ts'
import type { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { mostAllergies, unitedAllergies } from '#domain/reference/same-person.ts'
import { faultCounter } from './fault-counter.ts'
import { packedPatients } from './packed-patients.ts'

/** What the readers found, put together by hospital id. */
export type Gathered = {
  readonly patients: number
  readonly staying: number
  /** With at least what the source says of allergies, also that there are none. */
  readonly withAllergies: number
  /** Stays and allergies of an id that no patient has. */
  readonly ofUnknown: { readonly stays: number; readonly allergies: number }
  readonly faults: FaultCount
  readonly others: Readonly<Record<string, number>>
  readonly has: (hospitalId: string) => boolean
  /** Every patient, by id in the order of code units: the same data always comes in the same order. May be walked again. */
  readonly inOrder: () => Generator<ReferencePatient>
}

export type Gathering = { readonly take: (batch: ReferenceBatch) => void; readonly finish: () => Gathered }

/** Names of what was passed over; more are counted together. */
const mostOthers = 100

type StayFact = Pick<Extract<ReferenceFact, { kind: 'stay' }>, 'at' | 'stay'>

/**
 * Gathers up to a million patients from the batches of any readers. Stays and allergies may come before their patient. Rules
 * REF-14, REF-15, REF-26.
 */
export function gather(): Gathering {
  const packed = packedPatients()
  const stays = new Map<string, StayFact>()
  const allergies = new Map<string, ReferenceAllergies>()
  const faults = faultCounter()
  const others: Record<string, number> = {}

  const takeFact = (fact: ReferenceFact): void => {
    if (fact.kind === 'patient') {
      const fault = packed.take(fact.patient, fact.at, fact.place)
      if (fault !== null) faults.add(fault)
    } else if (fact.kind === 'stay') {
      const before = stays.get(fact.hospitalId)
      if (before === undefined || rank(fact) > rank(before)) stays.set(fact.hospitalId, { at: fact.at, stay: fact.stay })
    } else {
      const united = unitedAllergies(allergies.get(fact.hospitalId) ?? null, fact.allergies) ?? []
      if (united.length > mostAllergies) faults.add({ code: 'too-many-allergies', place: fact.place })
      else allergies.set(fact.hospitalId, united)
    }
  }

  const finish = (): Gathered => {
    const ids = packed.ids()
    let staying = 0
    let withAllergies = 0
    for (const id of ids) {
      const says = packed.says(id)
      const stay = stays.get(id)
      if (stay === undefined ? says.stay : stay.stay !== null) staying += 1
      if (says.allergies || allergies.has(id)) withAllergies += 1
    }
    const whole = (patient: ReferencePatient): ReferencePatient => {
      const stay = stays.get(patient.hospitalId)
      return {
        ...patient,
        stay: stay === undefined ? patient.stay : stay.stay,
        allergies: unitedAllergies(patient.allergies, allergies.get(patient.hospitalId) ?? null)?.slice(0, mostAllergies) ?? null,
      }
    }
    function* inOrder(): Generator<ReferencePatient> {
      for (const id of ids) {
        const patient = packed.get(id)
        if (patient !== null) yield whole(patient)
      }
    }
    const unknown = (of: ReadonlyMap<string, unknown>): number => [...of.keys()].filter((id) => !packed.has(id)).length
    return {
      patients: ids.length, staying, withAllergies,
      ofUnknown: { stays: unknown(stays), allergies: unknown(allergies) },
      faults: faults.count(), others: { ...others }, has: packed.has, inOrder,
    }
  }

  return {
    take: (batch) => {
      for (const fault of batch.faults) faults.add(fault)
      for (const fact of batch.facts) takeFact(fact)
      for (const [name, count] of Object.entries(batch.others)) {
        const under = name in others || Object.keys(others).length < mostOthers ? name : 'other'
        others[under] = (others[under] ?? 0) + count
      }
    },
    finish,
  }
}

/** Later wins; at the same moment somebody who left has left, and the order of reading decides nothing. */
function rank({ at, stay }: StayFact): string {
  return `${at}${stay === null ? 1 : 0}${JSON.stringify(stay)}`
}
