import type { ReferencePatient } from '#domain/reference/reference-patient.ts'
import type { ReferenceFault, ReferencePlace, WrittenAt } from '#domain/reference/reference-fact.ts'
import { mergedPatient, samePerson } from '#domain/reference/same-person.ts'

/**
 * Patients by hospital id, each as bytes on a page: a million objects take four times as much and are walked by every collection
 * of garbage. What happens when an id comes again is decided here. Rules REF-14, REF-15.
 */
export type PackedPatients = {
  /** Null: taken, or replaced by what the source wrote later. */
  readonly take: (patient: ReferencePatient, at: WrittenAt, place: ReferencePlace) => ReferenceFault | null
  readonly get: (hospitalId: string) => ReferencePatient | null
  readonly has: (hospitalId: string) => boolean
  /** Whether the patient's own row speaks of a stay, of allergies. */
  readonly says: (hospitalId: string) => { readonly stay: boolean; readonly allergies: boolean }
  /** In the order of code units, without the ids that two people have. */
  readonly ids: () => readonly string[]
}

const pageBytes = 4 << 20

type Slot = { readonly page: Uint8Array; readonly start: number; readonly length: number }

export function packedPatients(): PackedPatients {
  const pages: Uint8Array<ArrayBuffer>[] = []
  let used = pageBytes
  const numbers = new Map<string, number>()
  // Beside each other rather than an object each; a length of 0 is an id that two people have.
  const starts: number[] = []
  const lengths: number[] = []
  const written: WrittenAt[] = []
  const says: number[] = []
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()

  const put = (number: number, patient: ReferencePatient, at: WrittenAt): void => {
    const text = JSON.stringify([patient.family, patient.given, patient.familyKana, patient.givenKana, patient.sex, patient.birth, patient.phone, patient.stay, patient.allergies])
    if (used + 3 * text.length > pageBytes) {
      pages.push(new Uint8Array(Math.max(pageBytes, 3 * text.length)))
      used = 0
    }
    const page = pages.length - 1
    const { written: length } = encoder.encodeInto(text, (pages[page] ?? new Uint8Array()).subarray(used))
    starts[number] = page * pageBytes + used
    lengths[number] = length
    written[number] = at === null ? null : copied(at)
    says[number] = (patient.stay === null ? 0 : 1) + (patient.allergies === null ? 0 : 2)
    used += length
  }

  const slotOf = (hospitalId: string): Slot | null => {
    const number = numbers.get(hospitalId)
    const length = number === undefined ? 0 : (lengths[number] ?? 0)
    if (number === undefined || length === 0) return null
    const start = starts[number] ?? 0
    return { page: pages[Math.floor(start / pageBytes)] ?? new Uint8Array(), start: start % pageBytes, length }
  }

  const get = (hospitalId: string): ReferencePatient | null => {
    const slot = slotOf(hospitalId)
    if (slot === null) return null
    const cells = JSON.parse(decoder.decode(slot.page.subarray(slot.start, slot.start + slot.length))) as PackedCells // written above
    const [family, given, familyKana, givenKana, sex, birth, phone, stay, allergies] = cells
    return { hospitalId, family, given, familyKana, givenKana, sex, birth, phone, stay, allergies }
  }

  return {
    take: (patient, at, place) => {
      const number = numbers.get(patient.hospitalId)
      if (number === undefined) {
        put(numbers.size, patient, at)
        numbers.set(copied(patient.hospitalId), numbers.size)
        return null
      }
      const before = get(patient.hospitalId)
      if (before === null) return { code: 'id-of-two-people', place }
      const stands = written[number] ?? null
      if (at !== null && stands !== null) {
        if (at >= stands) put(number, patient, at)
        return null
      }
      if (samePerson(before, patient)) {
        const merged = mergedPatient(before, patient)
        put(number, merged, stands ?? at)
        return { code: 'id-twice', place }
      }
      lengths[number] = 0
      return { code: 'id-of-two-people', place }
    },
    get,
    has: (hospitalId) => slotOf(hospitalId) !== null,
    says: (hospitalId) => {
      const bits = says[numbers.get(hospitalId) ?? -1] ?? 0
      return { stay: bits % 2 === 1, allergies: bits >= 2 }
    },
    ids: () => [...numbers].filter(([, number]) => lengths[number] !== 0).map(([id]) => id).toSorted(),
  }
}

type PackedCells = readonly [
  ReferencePatient['family'], ReferencePatient['given'], ReferencePatient['familyKana'], ReferencePatient['givenKana'], ReferencePatient['sex'],
  ReferencePatient['birth'], ReferencePatient['phone'], ReferencePatient['stay'], ReferencePatient['allergies'],
]

/** A text cut out of a slice keeps the whole slice in memory for as long as it lives. */
function copied(text: string): string {
  return text.length < 13 ? text : JSON.parse(JSON.stringify(text)) as string // a text again
}
