import { afterWrongPin, noTries, type PinTries } from '#domain/access/pin-tries.ts'
import type { StaffNumber } from '#domain/ids.ts'
import type { Person } from '#domain/log/person.ts'

type Material = { readonly person: Person; readonly salt: Uint8Array<ArrayBuffer>; readonly wrap: Uint8Array<ArrayBuffer> }
type Kept = Material & { readonly tries: PinTries; readonly left: number }

/**
 * What coming back after a lock needs, in this process's memory and nowhere else: S, and each person's wrap.
 * A try is counted as wrong before its material is given out, so killing the window gains no guess.
 */
export type Pins = {
  readonly secret: () => Uint8Array<ArrayBuffer>
  readonly keep: (material: Material) => void
  readonly people: () => readonly { readonly person: Person; readonly left: number }[]
  /** Null for somebody without a PIN here. `mustWipe`: this was the last try; the wrap is gone after it. */
  readonly take: (staffNumber: StaffNumber) => (Material & { readonly left: number }) | null
  readonly right: (staffNumber: StaffNumber) => void
  readonly forgetAll: () => void
}

export function pins(random: (length: number) => Uint8Array, most = 5): Pins {
  let s: Uint8Array<ArrayBuffer> | null = null
  const people = new Map<StaffNumber, Kept>()
  return {
    secret: () => (s ??= new Uint8Array(random(32))),
    keep: (material) => void people.set(material.person.staffNumber, { ...material, tries: noTries, left: most }),
    people: () => [...people.values()].map(({ person, left }) => ({ person, left })),
    take: (staffNumber) => {
      const kept = people.get(staffNumber)
      if (kept === undefined) return null
      const { tries, left, mustWipe } = afterWrongPin(kept.tries)
      if (mustWipe) people.delete(staffNumber)
      else people.set(staffNumber, { ...kept, tries, left })
      return { ...kept, left }
    },
    right: (staffNumber) => {
      const kept = people.get(staffNumber)
      if (kept !== undefined) people.set(staffNumber, { ...kept, tries: noTries, left: most })
    },
    forgetAll: () => {
      s?.fill(0)
      s = null
      people.clear()
    },
  }
}
