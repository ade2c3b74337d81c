import { err, ok } from '#domain/result.ts'
import type { Handlers, Input } from '#domain/bridge.ts'
import { sha256 } from '../journal/frame.ts'
import { codes } from './codes.ts'
import { notNow, type Handling } from './handling.ts'
import { beginMaintenance, endMaintenance, isMaintainable, keepAccount, mayConfigure, readAccount } from './maintenance.ts'
import { statusOf } from './station.ts'

type Names = 'maintenance:keep' | 'maintenance:try' | 'maintenance:wrong' | 'maintenance:wait' | 'maintenance:enter' | 'maintenance:leave'

/** The account that changes what the hospital decided. It reaches no patient, and what it does stands in the station's journal. */
export function maintenanceHandlers({ station, around }: Handling): Pick<Handlers, Names> {
  const { disk, clock } = station.ports
  const tries = codes(disk, station.layout.maintenanceSlowing, () => ({ boot: around.start, monoMs: clock.monoMs() }))
  /** Which of the two files was given out last: whoever has the token brings it from there. */
  let way: Input<'maintenance:try'>['way'] = 'officer-key'
  return {
    'maintenance:keep': async ({ token, officer, passphrase, forOfficer, why, staffNumber }) => {
      const { base, card } = station
      const isLost = (await readAccount(station)).state !== 'readable'
      // Without any account nobody could ever change anything again; whoever makes it anew is on record.
      if (base === null || !(mayConfigure(station) || (isLost && isMaintainable(station)))) return notNow
      if (card !== null && card.phase !== 'new' && card.roster.officer.recipient !== officer && !station.maintenance) return notNow
      const told = await base.journal.record({ event: 'maintenance-account-kept', why: isLost && card !== null && card.phase !== 'new' ? 'lost' : why, by: staffNumber })
      if (!told.ok) return err({ code: 'not-saved', cause: told.error.code })
      await keepAccount(station, { token, officer, passphrase, forOfficer })
      return ok(await statusOf(station))
    },
    'maintenance:try': async ({ staffNumber, way: asked }) => {
      const { base } = station
      if (base === null || !isMaintainable(station)) return notNow
      const account = await readAccount(station)
      if (account.state !== 'readable') return err({ code: 'not-found' })
      const allowed = await tries.begin()
      if (!allowed.ok) return allowed
      const told = await base.journal.record({ event: 'maintenance-tried', way: asked, staffNumber })
      if (!told.ok) return err({ code: 'not-saved', cause: told.error.code })
      way = asked
      return ok({ file: way === 'passphrase' ? account.value.passphrase : account.value.forOfficer })
    },
    'maintenance:wrong': async ({ staffNumber }) => {
      const waitSeconds = await tries.wait()
      await station.base?.journal.record({ event: 'maintenance-refused', wrongInARow: await tries.wrongInARow(), waitSeconds, staffNumber })
      return ok({ waitSeconds })
    },
    'maintenance:wait': async () => ok({ waitSeconds: await tries.wait() }),
    'maintenance:enter': async ({ token, staffNumber }) => {
      const { base } = station
      if (base === null || !isMaintainable(station)) return notNow
      const account = await readAccount(station)
      if (account.state !== 'readable') return err({ code: 'not-found' })
      if (sha256(token) !== account.value.token) return err({ code: 'refused' })
      const told = await base.journal.record({ event: 'maintenance-entered', staffNumber })
      if (!told.ok) return err({ code: 'not-saved', cause: told.error.code })
      await tries.right()
      beginMaintenance(station, staffNumber, way === 'passphrase')
      return ok(await statusOf(station))
    },
    'maintenance:leave': async ({ why }) => {
      await endMaintenance(station, why)
      return ok(await statusOf(station))
    },
  }
}
