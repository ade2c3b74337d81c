import { err, ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import { notNow, type Handling } from './handling.ts'

type Names = 'pin:secret' | 'pin:keep' | 'pin:reset' | 'pin:people' | 'pin:try' | 'pin:right'

/** Coming back after a lock: what the machine keeps in memory for it, and each try counted before it is given out. */
export function pinHandlers({ station, open }: Handling): Pick<Handlers, Names> {
  return {
    'pin:secret': async () => (open() === null ? notNow : ok({ s: station.pins.secret() })),
    'pin:keep': async (material) => {
      if (open() === null) return notNow
      station.pins.keep({ ...material, salt: new Uint8Array(material.salt), wrap: new Uint8Array(material.wrap) })
      return ok(undefined)
    },
    'pin:reset': async ({ by, ...material }) => {
      if (open() === null) return notNow
      if (!station.pins.reset({ ...material, salt: new Uint8Array(material.salt), wrap: new Uint8Array(material.wrap) }, by)) return err({ code: 'refused' })
      await station.incident?.journal.record({ event: 'pin-reset', staffNumber: material.person.staffNumber, by })
      return ok(undefined)
    },
    'pin:people': async () => ok({ people: [...station.pins.people()] }),
    'pin:try': async ({ staffNumber }) => {
      const taken = station.pins.take(staffNumber)
      await station.incident?.journal.record({ event: 'unlock-tried', staffNumber, left: taken?.left ?? 0 })
      if (taken === null) return err({ code: 'no-tries-left' })
      return ok({ salt: taken.salt, wrap: taken.wrap, s: station.pins.secret(), left: taken.left })
    },
    'pin:right': async ({ staffNumber }) => {
      station.pins.right(staffNumber)
      await station.incident?.journal.record({ event: 'unlocked', staffNumber, by: 'pin' })
      return ok(undefined)
    },
  }
}
