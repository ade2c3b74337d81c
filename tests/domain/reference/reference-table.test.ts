import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { decodePart, encodePart, partBuilder, referenceTable, rowsInPart, type ReferencePart } from '#domain/reference/reference-table.ts'
import type { CalendarDate } from '#domain/time.ts'

const text = fc.string({ unit: 'binary', maxLength: 40 })
const aDay = fc.date({ min: new Date('1868-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10) as CalendarDate) // a day by construction
const anyPatient: fc.Arbitrary<ReferencePatient> = fc.record({
  hospitalId: text, family: text, given: text, familyKana: text, givenKana: text, phone: text,
  sex: fc.constantFrom('male', 'female', 'other', 'unknown'),
  birth: fc.oneof(
    fc.record({ kind: fc.constant('day'), on: aDay }),
    fc.record({ kind: fc.constant('month'), month: aDay.map((on) => on.slice(0, 7)) }),
    fc.record({ kind: fc.constant('year'), year: fc.integer({ min: 1868, max: 9999 }) }),
    fc.record({ kind: fc.constant('estimated-age'), years: fc.integer({ min: 0, max: 130 }) }),
    fc.record({ kind: fc.constant('unknown') }),
  ),
  stay: fc.option(fc.record({ ward: text, bed: text, admittedOn: fc.option(aDay) })),
  allergies: fc.option(fc.array(fc.record({ substance: text, note: text }), { maxLength: 5 })),
})

function partsOf(patients: readonly ReferencePatient[]): readonly ReferencePart[] {
  const builder = partBuilder()
  const parts = patients.flatMap((patient) => builder.add(patient) ?? [])
  return [...parts, ...[builder.rest()].flatMap((part) => part ?? [])]
}

const decoded = (part: ReferencePart): ReferencePart => {
  const read = decodePart(encodePart(part))
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}

test('[REF-30] a list packed, encoded and read again is the same, whatever its texts hold', () => {
  fc.assert(fc.property(fc.array(anyPatient, { maxLength: 30 }), (patients) => {
    const table = referenceTable(partsOf(patients).map(decoded))
    expect(Array.from({ length: table.count }, (_, row) => table.at(row))).toEqual(patients)
  }))
})

test('[REF-30] a letter of which half is missing comes back as it was', () => {
  const table = referenceTable(partsOf([aPatient({ family: '\ud842', given: '神\u{20bb7}' })]).map(decoded))
  expect(table.at(0)).toMatchObject({ family: '\ud842', given: '神\u{20bb7}' })
})

test('[REF-30] a list longer than one part is cut into parts of 4,096 rows and read across their border', () => {
  const parts = partsOf(Array.from({ length: rowsInPart + 2 }, (_, row) => aPatient({ hospitalId: String(row) })))
  expect(parts.map(({ ends }) => ends.length)).toEqual([rowsInPart, 2])
  const table = referenceTable(parts)
  expect([0, rowsInPart - 1, rowsInPart, rowsInPart + 1].map((row) => table.at(row).hospitalId)).toEqual(['0', '4095', '4096', '4097'])
})

test('[REF-30] long rows end a part before it is too large for one call', () => {
  const parts = partsOf(Array.from({ length: 700 }, () => aPatient({ allergies: Array.from({ length: 50 }, () => ({ substance: '薬'.repeat(100), note: '' })) })))
  expect(parts.length).toBeGreaterThan(1)
  for (const part of parts) expect(encodePart(part).length).toBeLessThan(8 * 1024 * 1024)
})

test('[REF-31] a part that is cut, longer, or changed in its lengths is refused whole', () => {
  fc.assert(fc.property(fc.array(anyPatient, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(255), (patients, where, value) => {
    const [part] = partsOf(patients)
    if (part === undefined) return
    const whole = encodePart(part)
    expect(decodePart(whole.subarray(0, where % whole.length)).ok).toBe(false)
    expect(decodePart(Uint8Array.from([...whole, value])).ok).toBe(false)
    const changed = whole.slice()
    changed[where % whole.length] = value
    // Whatever a changed byte does, it never takes the reader out of its row or makes it throw.
    const read = decodePart(changed)
    if (read.ok) for (let row = 0; row < read.value.ends.length; row += 1) referenceTable([read.value]).at(row)
  }))
})

test('[REF-31] a part of a later version is named as that', () => {
  const [part] = partsOf([aPatient()])
  const later = encodePart(part ?? { ends: new Uint32Array(), bytes: new Uint8Array() })
  later[4] = 2
  expect(decodePart(later)).toEqual({ ok: false, error: { code: 'part-of-other-version', version: 2 } })
})

function aPatient(over: Partial<ReferencePatient> = {}): ReferencePatient {
  return { hospitalId: '0001', family: '架空', given: '花子', familyKana: 'カクウ', givenKana: 'ハナコ', sex: 'female', birth: { kind: 'unknown' }, phone: '', stay: null, allergies: null, ...over }
}
