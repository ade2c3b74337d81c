import { EntryId } from '#domain/ids.ts'
import type { ExportInput } from '#domain/export/input.ts'
import type { Entry } from '#domain/log/entry.ts'
import { instantOf, millisecondsOf } from '#domain/time.ts'
import { careRecords } from '#tests/bench/care-data.ts'
import { aDoctor, aNumber, aNurse, aPatient, anEntry, anInstant, entryId, patientId, seeded } from '#tests/builders.ts'
import { anInput } from '#tests/export/fixture.ts'

/** An incident of so many patients and records, the same in every run: registrations, then what a ward writes in its days. */
export function anIncident(patients: number, records: number): ExportInput {
  const chance = seeded(11)
  const kindOf = careRecords(patients)
  const began = millisecondsOf(anInstant('2026-11-20T00:00:00.000Z'))
  const idOf = (n: number): EntryId => entryId(0x2000000 + n)
  const registered = Array.from({ length: patients }, (_, n): Entry => aPatient({ number: aNumber(n + 1), bed: `${301 + Math.floor(n / 4)}-${1 + (n % 4)}`, birth: { kind: 'year', year: 1930 + n } }, { patient: patientId(n + 1), at: instantOf(began) }))
  const written = Array.from({ length: records - patients }, (_, n): Entry => {
    const [kind, body] = kindOf(n, chance, idOf)
    const by = chance() % 5 === 0 ? aDoctor() : aNurse({ name: `試験 看護${chance() % 12}` })
    return { ...anEntry(kind, { id: idOf(n), patient: patientId((n % patients) + 1), at: instantOf(began + n * 13_000), by }), body } as Entry // kind and body come paired
  })
  return anInput([...registered, ...written], { createdAt: anInstant('2026-11-30T00:00:00.000Z') })
}
