import type { Handlers } from '#domain/bridge.ts'
import { AgeRecipient, MinisignKey, SigningKey } from '#domain/access/keys.ts'
import type { Roster } from '#domain/access/roster.ts'
import { IncidentId, Sha256, StaffNumber, type StationId } from '#domain/ids.ts'
import { StationLetters } from '#domain/number/ward-number.ts'
import type { Realm } from '#domain/realm.ts'
import { resumeDrill } from '#electron/node/station/drill.ts'
import { endDrill } from '#electron/node/station/drill-handlers.ts'
import { clockWatch } from '#electron/node/station/clock-watch.ts'
import { handlersOf } from '#electron/node/station/handlers.ts'
import { newestFirst } from '#electron/node/station/public-events.ts'
import { closeStation, openStation, type Station } from '#electron/node/station/station.ts'
import { afterCrash, emptyDisk, simulatedDisk, type Crash, type DiskState, type SimulatedDisk } from './simulated-disk.ts'

/**
 * One PC with a disk that forgets, driven through the calls a window makes. Accounts are stand-ins: whether a code opens
 * its file is proved elsewhere (tests/vault); here only what the machine gives out, keeps and remembers.
 */
export type World = {
  readonly chance: () => number
  readonly time: { wallMs: number; monoMs: number }
  disk: SimulatedDisk
  station: Station
  call: Handlers
  tick: () => Promise<void>
  /** What a person chooses when asked for a folder. */
  folder: string
  /** The next so many I/O steps from now the disk is pictured, as it would be found if the power went then. */
  pictureIn: number | null
  picture: DiskState | null
}

export const nurse = StaffNumber.parse('N-104')
const letters = StationLetters.parse('AF')
export const hash = Sha256.parse('a'.repeat(64))
const bytes = new Uint8Array(new TextEncoder().encode('an age file'))

export async function newWorld(chance: () => number): Promise<World> {
  const world = { chance, time: { wallMs: 1_790_000_000_000, monoMs: 0 }, pictureIn: null, picture: null, folder: 'export' } as unknown as World // filled by boot, just below
  await boot(world, emptyDisk)
  return world
}

/** The program starts on what is on the disk. */
export async function boot(world: World, state: DiskState): Promise<void> {
  world.pictureIn = null
  world.picture = null
  world.time.monoMs = 0
  world.disk = simulatedDisk(state, {
    failedSyncLosesBytes: true,
    beforeStep: (_step, now) => {
      if (world.pictureIn !== null && (world.pictureIn -= 1) <= 0) {
        world.pictureIn = null
        world.picture = now
      }
      return undefined
    },
  })
  const ids = world.chance
  const station = await openStation(
    {
      disk: world.disk,
      clock: { wallMs: () => (world.time.wallMs += 1), monoMs: () => (world.time.monoMs += 1) },
      random: (length) => Uint8Array.from({ length }, () => Math.floor(ids() * 256)),
      newId: () => newId(ids), machine: 'this-pc', markPath: 'around/mark.json', version: 'test', runtime: 'node',
      power: () => ({ onBattery: false, percent: null }), second: null, forgetCopies: () => Promise.resolve(), ballastBytes: 0, builtMs: 0,
    },
    'data',
    'real',
  )
  if ('code' in station) throw new Error(`The folder does not open: ${station.code}`)
  world.station = station
  if (!(await resumeDrill(station))) await endDrill(station, 'time', null, null)
  world.call = handlersOf(station, { lock: () => Promise.resolve(), emptyClipboardSoon: () => undefined, chooseFolder: () => Promise.resolve(world.folder), chooseFile: () => Promise.resolve(null), printPdf: () => Promise.resolve(null), putCopyAside: () => Promise.resolve(), machineChecks: () => Promise.resolve([]), start: newId(ids) })
  world.tick = clockWatch(station, { wallMs: () => world.time.wallMs, monoMs: () => world.time.monoMs })
}

/** Ends the process in order, or not. */
export async function restart(world: World, how: 'stop' | Crash): Promise<void> {
  if (how === 'stop') {
    await closeStation(world.station)
    return boot(world, world.disk.state())
  }
  const state = world.picture ?? world.disk.state()
  return boot(world, afterCrash(state, how, world.chance))
}

export function newId(chance: () => number): string {
  const hex = (length: number): string => Array.from({ length }, () => Math.floor(chance() * 16).toString(16)).join('')
  return `01934f00-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
}

export const newIncident = (world: World): IncidentId => IncidentId.parse(newId(world.chance))

/** A roster of stand-in keys: right in form, and distinct. */
export function aRoster(world: World, about: { readonly station: StationId; readonly realm: Realm; readonly stationKey: string; readonly epoch: number; readonly envelopes: readonly number[] }): Roster {
  const recipient = () => AgeRecipient.parse(`age1${Array.from({ length: 58 }, () => 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'[Math.floor(world.chance() * 32)]).join('')}`)
  const signingKey = () => SigningKey.parse(Array.from({ length: 64 }, () => Math.floor(world.chance() * 16).toString(16)).join(''))
  return { v: 1, station: about.station, realm: about.realm, epoch: about.epoch, officer: { recipient: recipient() }, accounts: about.envelopes.map((envelope) => ({ envelope, recipient: recipient(), signingKey: signingKey() })), stationKey: MinisignKey.parse(about.stationKey) }
}

/** Set-up or renewal, to the seal. False when it was not possible. */
export async function seal({ call, ...world }: World, epoch: number, envelopes: readonly number[]): Promise<boolean> {
  const begun = await call['station:begin'](undefined)
  if (!begun.ok) return false
  const roster = aRoster({ call, ...world }, { ...begun.value, epoch, envelopes })
  const profile = { hospital: '架空病院', ward: '3階西', letters, beds: ['301', '302'] }
  const accounts = envelopes.map((envelope) => ({ envelope, file: { bytes, sha256: hash } }))
  const prepared = await call['station:prepare']({ profile, roster, fingerprint: 'AAAAA-AAAAA-AAAAA', accounts })
  if (!prepared.ok) return false
  for (const envelope of envelopes) {
    for (const sheet of ['on-paper', 'proved'] as const) await call['ceremony:mark']({ mark: 'sheet', envelope, sheet })
    await call['ceremony:mark']({ mark: 'compared', envelope, isSame: true })
  }
  await call['ceremony:mark']({ mark: 'officer-proved' })
  return (await call['station:seal']({ by: nurse })).ok
}

export async function prepareDrill(world: World): Promise<boolean> {
  const begun = await world.call['drill:begin'](undefined)
  if (!begun.ok) return false
  const roster = aRoster(world, { ...begun.value, envelopes: [1] })
  return (await world.call['drill:prepare']({ roster, fingerprint: 'BBBBB-BBBBB-BBBBB', accounts: [{ envelope: 1, file: { bytes, sha256: hash } }] })).ok
}

/** Names of the public events of a journal, oldest first. */
export async function tracesIn(world: World, folder: string): Promise<readonly string[]> {
  const names: string[] = []
  for await (const { event } of newestFirst(world.disk, folder, null)) names.push(event.event)
  return names.toReversed()
}
