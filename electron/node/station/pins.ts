import { afterWrongPin, noTries, type PinTries } from '#domain/access/pin-tries.ts'
import type { StaffNumber } from '#domain/ids.ts'
import type { Person } from '#domain/log/person.ts'

type Material = { readonly person: Person; readonly salt: Uint8Array<ArrayBuffer>; readonly wrap: Uint8Array<ArrayBuffer> }
/** A person whose PIN was wiped stays known by name: they choose another one with two others, and nobody else gets their number. */
type Kept = { readonly person: Person; readonly material: Material | null; readonly tries: PinTries; readonly left: number }

/**
 * What coming back after a lock needs, in this process's memory and nowhere else: S, and each person's wrap.
 * A try is counted as wrong before its material is given out, so killing the window gains no guess.
 */
export type Pins = {
  readonly secret: () => Uint8Array<ArrayBuffer>
  readonly keep: (material: Material) => void
  /** False unless two others vouch who have a PIN here themselves. That they gave it was proved in the window, which alone can. */
  readonly reset: (material: Material, by: readonly [StaffNumber, StaffNumber]) => boolean
  readonly people: () => readonly { readonly person: Person; readonly left: number }[]
  /** Null for somebody without a PIN here. `mustWipe`: this was the last try; the wrap is gone after it. */
  readonly take: (staffNumber: StaffNumber) => (Material & { readonly left: number }) | null
  readonly right: (staffNumber: StaffNumber) => void
  readonly forgetAll: () => void
}

export function pins(random: (length: number) => Uint8Array, most = 5): Pins {
  let s: Uint8Array<ArrayBuffer> | null = null
  const people = new Map<StaffNumber, Kept>()
  const keep = (material: Material): void => void people.set(material.person.staffNumber, { person: material.person, material, tries: noTries, left: most })
  return {
    secret: () => (s ??= new Uint8Array(random(32))),
    keep,
    reset: (material, by) => {
      const others = new Set(by.filter((staffNumber) => staffNumber !== material.person.staffNumber && (people.get(staffNumber)?.left ?? 0) > 0))
      if (others.size < 2) return false
      keep(material)
      return true
    },
    people: () => [...people.values()].map(({ person, left }) => ({ person, left })),
    take: (staffNumber) => {
      const kept = people.get(staffNumber)
      if (kept === undefined || kept.material === null) return null
      const { tries, left, mustWipe } = afterWrongPin(kept.tries)
      people.set(staffNumber, { ...kept, tries, left, material: mustWipe ? null : kept.material })
      return { ...kept.material, left }
    },
    right: (staffNumber) => {
      const kept = people.get(staffNumber)
      if (kept !== undefined && kept.material !== null) keep(kept.material)
    },
    forgetAll: () => {
      s?.fill(0)
      s = null
      people.clear()
    },
  }
}
