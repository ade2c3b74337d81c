import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { StaffNumber } from '#domain/ids.ts'
import { pins, type Pins } from '#electron/node/station/pins.ts'
import { aNurse } from '#tests/builders.ts'

const [one, two, three, stranger] = ['N-1', 'N-2', 'N-3', 'N-4'].map((text) => StaffNumber.parse(text)) as [StaffNumber, StaffNumber, StaffNumber, StaffNumber] // four texts, four numbers
const material = (staffNumber: StaffNumber): Parameters<Pins['keep']>[0] => ({ person: aNurse({ staffNumber }), salt: new Uint8Array(16), wrap: new Uint8Array(48) })

function stopped(): Pins {
  const kept = pins((length) => new Uint8Array(randomBytes(length)))
  for (const staffNumber of [one, two, three]) kept.keep(material(staffNumber))
  for (let wrong = 0; wrong < 5; wrong += 1) kept.take(one)
  return kept
}
const left = (kept: Pins): readonly number[] => kept.people().map((person) => person.left)

describe('a PIN that was stopped', () => {
  it('[PEOPLE-6] opens nothing, and its person stays known', () => {
    const kept = stopped()
    expect(kept.take(one)).toBeNull()
    kept.right(one)
    expect(left(kept)).toEqual([0, 5, 5])
  })

  it('[PEOPLE-6] is replaced with two others who have PINs of their own, and with nobody less', () => {
    for (const by of [[two, two], [one, two], [two, stranger]] as const) expect(stopped().reset(material(one), by)).toBe(false)
    const kept = stopped()
    expect(kept.reset(material(one), [two, three])).toBe(true)
    expect(left(kept)).toEqual([5, 5, 5])
    for (let wrong = 0; wrong < 5; wrong += 1) kept.take(two)
    expect(kept.reset(material(one), [two, three])).toBe(false)
  })
})
