import { err, ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import { causeOf } from '../disk/disk.ts'
import { codeHandlers } from './code-handlers.ts'
import { codes } from './codes.ts'
import { exportHandlers } from './export-handlers.ts'
import { notNow, type Around, type Handling } from './handling.ts'
import { journalHandlers } from './journal-handlers.ts'
import { pinHandlers } from './pin-handlers.ts'
import { planHandlers } from './plan-handlers.ts'
import { restartHandlers } from './restart-handlers.ts'
import { stationHandlers } from './station-handlers.ts'
import type { Station } from './station.ts'

/** The machine's answers, one a channel, in families. They hold no rule of care: those are in domain/. */
export function handlersOf(station: Station, around: Around): Handlers {
  const tries = codes(station.ports.disk, station.layout.slowing, () => ({ boot: around.start, monoMs: station.ports.clock.monoMs() }))
  const open: Handling['open'] = () => (station.card?.phase === 'open' || station.card?.phase === 'drill' ? station.incident : null)
  const handling: Handling = { station, around, tries, open }
  return {
    ...stationHandlers(handling),
    ...planHandlers(handling),
    ...codeHandlers(handling),
    ...journalHandlers(handling),
    ...pinHandlers(handling),
    ...restartHandlers(handling),
    ...exportHandlers(handling),
    'copy:put-aside': async () => {
      if (open() === null) return notNow
      await around.putCopyAside()
      return ok(undefined)
    },
    'window:lock': async ({ why }) => {
      await around.lock(why)
      return ok(undefined)
    },
  }
}

/** Turns what a disk throws into a fault once, for every handler. Bugs go on to the crash screen's log as they are. */
export function guarded(handlers: Handlers): Handlers {
  const entries = Object.entries(handlers).map(([channel, handle]) => [
    channel,
    async (input: never) => {
      try {
        return await handle(input)
      } catch (thrown) {
        return err({ code: 'disk-failed', cause: causeOf(thrown) })
      }
    },
  ])
  return Object.fromEntries(entries) as Handlers // the same keys, each with its own input type
}
