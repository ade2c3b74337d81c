import { err, ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import { causeOf } from '../disk/disk.ts'
import { clockHandlers } from './clock-handlers.ts'
import { ceremonyHandlers } from './ceremony-handlers.ts'
import { auditHandlers } from './audit-handlers.ts'
import { codeHandlers } from './code-handlers.ts'
import { codes } from './codes.ts'
import { exportHandlers } from './export-handlers.ts'
import { notNow, type Around, type Handling } from './handling.ts'
import { inventoryHandlers } from './inventory-handlers.ts'
import { journalHandlers } from './journal-handlers.ts'
import { maintenanceHandlers } from './maintenance-handlers.ts'
import { pinHandlers } from './pin-handlers.ts'
import { planHandlers } from './plan-handlers.ts'
import { printHandlers } from './print-handlers.ts'
import { referenceHandlers } from './reference-handlers.ts'
import { restartHandlers } from './restart-handlers.ts'
import { stationHandlers } from './station-handlers.ts'
import type { Station } from './station.ts'
import { atWork, statusWithDrill } from './drill.ts'
import { deskHandlers } from './desk-handlers.ts'
import { eraseHandlers } from './erase-handlers.ts'
import { drillHandlers } from './drill-handlers.ts'
import { lifeHandlers } from './life-handlers.ts'
import { holdsRecord } from '#domain/incident/life.ts'

/** The machine's answers, one a channel, in families. They hold no rule of care: those are in domain/. */
export function handlersOf(station: Station, around: Around): Handlers {
  const drills = drillHandlers(station, around)
  const real = familiesOf(station, around)
  const families = new Map([[station, real]])
  /** While a drill runs the same calls reach the drill's station, and the real one cannot be spoken to but by ending the drill. */
  const now = (): Families => {
    const at = atWork(station)
    const known = families.get(at) ?? familiesOf(at, around)
    families.set(at, known)
    return known
  }
  const names = Object.keys(now()) as (keyof Families)[] // the keys of the object itself
  const delegated = Object.fromEntries(names.map((name) => [name, (input: never) => now()[name](input)])) as Families // the same keys, each with its own input type
  const inTurn = oneAtATime({ ...delegated, ...drills })
  return {
    ...inTurn,
    'station:status': async () => ok(await statusWithDrill(station)),
    // What the hospital decided holds in a drill as it does in earnest.
    'plan:read': (input) => real['plan:read'](input),
    // How things are shown is the PC's, not the drill's.
    'station:look': (look) => real['station:look'](look),
  }
}

/** What changes the station's card: two at once would each keep what the other had not yet written. */
const changing = /^(station:(prepare|seal|letters|reserve|profile)|incident:|desk:|clock:|drill:(prepare|start|end)|ceremony:|inventory:|seal:|plan:change|maintenance:|archive:keep|erase:|reference:(commit|abandon))/

function oneAtATime(handlers: Handlers): Handlers {
  let before: Promise<unknown> = Promise.resolve()
  const entries = Object.entries(handlers).map(([channel, handle]) => {
    if (!changing.test(channel)) return [channel, handle]
    const run: (input: never) => Promise<unknown> = handle
    return [channel, (input: never) => {
      const mine = before.then(() => run(input))
      before = mine.catch(() => undefined) // told to whoever asked for it
      return mine
    }]
  })
  return Object.fromEntries(entries) as Handlers // the same keys, each with its own input type
}

type Families = Omit<Handlers, keyof ReturnType<typeof drillHandlers>>

function familiesOf(station: Station, around: Around): Families {
  const tries = codes(station.ports.disk, station.layout.slowing, () => ({ boot: around.start, monoMs: station.ports.clock.monoMs() }))
  const open: Handling['open'] = () => (station.card !== null && holdsRecord(station.card.phase) ? station.incident : null)
  const handling: Handling = { station, around, tries, open }
  return {
    ...stationHandlers(handling),
    ...ceremonyHandlers(handling),
    ...inventoryHandlers(handling),
    ...planHandlers(handling),
    ...maintenanceHandlers(handling),
    ...referenceHandlers(handling),
    ...codeHandlers(handling),
    ...lifeHandlers(handling),
    ...deskHandlers(handling),
    ...clockHandlers(handling),
    ...journalHandlers(handling),
    ...auditHandlers(handling),
    ...pinHandlers(handling),
    ...restartHandlers(handling),
    ...exportHandlers(handling),
    ...eraseHandlers(handling),
    ...printHandlers(handling),
    'copy:put-aside': async () => {
      if (open() === null) return notNow
      await around.putCopyAside()
      return ok(undefined)
    },
    'clipboard:empty-soon': () => {
      if (station.card?.phase !== 'reconciling') return Promise.resolve(notNow)
      around.emptyClipboardSoon()
      return Promise.resolve(ok(undefined))
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
