import { expect } from 'vitest'
import { holdsRecord, opensByEnvelope, type Phase } from '#domain/incident/life.ts'
import { EntryId, type IncidentId } from '#domain/ids.ts'
import { atWork } from '#electron/node/station/drill.ts'
import { lockStation } from '#electron/node/station/lock.ts'
import { chanceFrom } from './chance.ts'
import { hash, newId, newIncident, newWorld, nurse, prepareDrill, restart, seal, tracesIn, type World } from './life-world.ts'
import { crashes } from './simulated-disk.ts'

/**
 * The life of a station as its rules tell it, in twenty lines of state. After every step the real handlers on the
 * simulated disk must agree: what may be read, which codes are given out, which traces are there.
 */
type Model = {
  phase: Phase
  epoch: number
  /** Envelopes of the present roster, and every number that was ever retired. */
  live: number[]
  readonly retired: Set<number>
  /** Numbers of a ceremony that was given up. */
  readonly voided: Set<number>
  opened: Set<number>
  incident: IncidentId | null
  drill: 'none' | 'prepared' | 'sealed' | 'open'
  hasBackup: boolean
  /** Acknowledged entries by incident, and public events told, in order, by journal folder. */
  readonly entries: Map<string, string[]>
  readonly traces: Map<string, string[]>
}

export type Toll = { steps: number; kills: number; opened: number; retired: number; renewed: number; drills: number; refusedRetired: number; entries: number; traces: number }
export const noToll = (): Toll => ({ steps: 0, kills: 0, opened: 0, retired: 0, renewed: 0, drills: 0, refusedRetired: 0, entries: 0, traces: 0 })

type Step = { readonly name: string; readonly weight: number; readonly act: (world: World, model: Model, toll: Toll) => Promise<void> }

const station = 'data/station'
const cipher = new Uint8Array([1, 2, 3])

function tell(model: Model, folder: string, ...events: readonly string[]): void {
  model.traces.set(folder, [...(model.traces.get(folder) ?? []), ...events])
}

const inDrill = ({ drill: now }: Model): boolean => now === 'sealed' || now === 'open'
const incidentFolder = (model: Model): string => `data/incidents/${model.incident ?? ''}/journal`
const pick = <Thing>(world: World, things: readonly Thing[]): Thing | undefined => things[Math.floor(world.chance() * things.length)]
/** Beyond the longest wait after wrong codes. */
const waitOut = (world: World): void => void (world.time.monoMs += 31_000)

async function openOrJoin(world: World, model: Model, toll: Toll): Promise<void> {
  const envelope = pick(world, model.live) ?? 1
  waitOut(world)
  const given = await world.call['code:try']({ envelope, staffNumber: nurse })
  // The drill's own envelope is number 1; what was asked for then was the drill's account.
  if (inDrill(model)) return expect(given.ok, 'an account of the drill').toBe(envelope === 1)
  if (!opensByEnvelope(model.phase)) return expect(given.ok, 'an account given out').toBe(false)
  expect(given.ok).toBe(true)
  tell(model, station, 'code-tried')
  if (world.chance() < 0.3) {
    await world.call['code:wrong']({ envelope })
    return tell(model, station, 'code-refused')
  }
  if (model.phase === 'sealed') {
    const incident = newIncident(world)
    expect((await world.call['incident:open']({ incident, keys: 'keys', envelope, staffNumber: nurse, reasonCode: 'earthquake', clockOffsetMs: 0 })).ok).toBe(true)
    Object.assign(model, { phase: 'open', incident, hasBackup: false } satisfies Partial<Model>)
    tell(model, station, 'envelope-opened', 'incident-declared')
    toll.opened += 1
  } else {
    expect((await world.call['incident:join']({ envelope, staffNumber: nurse })).ok).toBe(true)
    if (!model.opened.has(envelope)) tell(model, station, 'envelope-opened')
    tell(model, incidentFolder(model), 'unlocked')
  }
  model.opened.add(envelope)
}

async function move(world: World, model: Model, channel: 'incident:stand-down' | 'incident:resume' | 'incident:close', from: Phase, to: Phase, event: string): Promise<void> {
  const moved = await world.call[channel]({ staffNumber: nurse })
  const may = model.phase === from && !inDrill(model)
  expect(moved.ok, `${channel} in ${model.phase}`).toBe(may)
  if (!may) return
  model.phase = to
  tell(model, station, event)
  if (to !== 'closed') tell(model, incidentFolder(model), event)
  if (to === 'closed') model.incident = null
  if (to === 'standing-down') model.hasBackup = false
}

async function retire(world: World, model: Model, toll: Toll): Promise<void> {
  const withoutBackup = world.chance() < 0.4
  const retired = await world.call['incident:retire']({ staffNumber: nurse, withoutBackup })
  const may = model.phase === 'standing-down' && !inDrill(model) && (withoutBackup || model.hasBackup)
  expect(retired.ok).toBe(may)
  if (!may) return
  model.phase = 'reconciling'
  for (const envelope of model.live) model.retired.add(envelope)
  model.live = []
  tell(model, station, 'accounts-retired')
  toll.retired += 1
}

async function renew(world: World, model: Model, toll: Toll): Promise<void> {
  const next = Math.max(world.station.card?.lastEnvelope ?? 0, ...model.live, ...model.retired) + 1
  if (next > 96) return
  const sealed = await seal(world, model.epoch + 1, [next, next + 1, next + 2])
  expect(sealed).toBe(model.phase === 'closed')
  if (!sealed) return
  Object.assign(model, { phase: 'sealed', epoch: model.epoch + 1, live: [next, next + 1, next + 2], opened: new Set<number>() } satisfies Partial<Model>)
  tell(model, station, 'station-sealed')
  toll.renewed += 1
}

async function drill(world: World, model: Model, toll: Toll): Promise<void> {
  if (model.drill === 'none') {
    if (await prepareDrill(world)) {
      expect(model.phase).toBe('sealed')
      model.drill = 'prepared'
      tell(model, station, 'drill-prepared')
    }
    return
  }
  if (model.drill === 'prepared') {
    const started = await world.call['drill:start']({ staffNumber: nurse, card: 'earthquake' })
    expect(started.ok).toBe(model.phase === 'sealed')
    if (!started.ok) return
    model.phase = 'drill'
    model.drill = 'sealed'
    toll.drills += 1
    return tell(model, station, 'drill-started')
  }
  if (model.drill === 'sealed' && world.chance() < 0.6) {
    waitOut(world)
    expect((await world.call['code:try']({ envelope: 1, staffNumber: nurse })).ok).toBe(true)
    expect((await world.call['incident:open']({ incident: newIncident(world), keys: 'keys', envelope: 1, staffNumber: nurse, reasonCode: 'other', clockOffsetMs: 0 })).ok).toBe(true)
    model.drill = 'open'
    return
  }
  expect((await world.call['drill:end']({ staffNumber: nurse, log: null })).ok).toBe(true)
  Object.assign(model, { phase: 'sealed', drill: 'prepared' } satisfies Partial<Model>)
  tell(model, station, 'drill-ended')
}

async function append(world: World, model: Model, toll: Toll): Promise<void> {
  const id = EntryId.parse(newId(world.chance))
  const saved = await world.call['journal:append']({ id, cipher })
  expect(saved.ok).toBe(holdsRecord(model.phase) || model.drill === 'open')
  if (!saved.ok || model.incident === null || model.drill === 'open') return
  model.entries.set(model.incident, [...(model.entries.get(model.incident) ?? []), id])
  toll.entries += 1
}

async function exportOnce(world: World, model: Model): Promise<void> {
  const made = await world.call['export:done']({ sha256: hash, bytes: 1, upTo: 1 })
  if (!made.ok || model.drill === 'open') return
  model.hasBackup ||= model.phase === 'standing-down'
  tell(model, incidentFolder(model), 'export-made')
}

async function lock(world: World, model: Model): Promise<void> {
  await lockStation(atWork(world.station), 'asked')
  if (model.incident !== null) tell(model, incidentFolder(model), 'locked')
}

async function jump(world: World, model: Model): Promise<void> {
  const byMs = (world.chance() < 0.5 ? -1 : 1) * Math.floor(120_000 + world.chance() * 50 * 365 * 86_400_000)
  const before = world.time.wallMs
  world.time.wallMs = Math.max(0, before + byMs)
  await world.tick()
  if (Math.abs(world.time.wallMs - before) < 130_000) return // it stood at its beginning already
  tell(model, model.incident === null ? station : incidentFolder(model), 'clock-jumped')
}

async function tryRetired(world: World, model: Model, toll: Toll): Promise<void> {
  const envelope = pick(world, [...model.retired])
  if (envelope === undefined || inDrill(model)) return
  expect(await world.call['code:try']({ envelope, staffNumber: nurse }), 'a retired code').toEqual({ ok: false, error: { code: 'retired' } })
  tell(model, station, 'retired-code-tried')
  toll.refusedRetired += 1
}

const steps: readonly Step[] = [
  { name: 'open', weight: 10, act: openOrJoin },
  { name: 'append', weight: 12, act: append },
  { name: 'stand-down', weight: 5, act: (world, model) => move(world, model, 'incident:stand-down', 'open', 'standing-down', 'stood-down') },
  { name: 'resume', weight: 2, act: (world, model) => move(world, model, 'incident:resume', 'standing-down', 'open', 'resumed') },
  { name: 'export', weight: 4, act: exportOnce },
  { name: 'retire', weight: 5, act: retire },
  { name: 'close', weight: 4, act: (world, model) => move(world, model, 'incident:close', 'reconciling', 'closed', 'incident-closed') },
  { name: 'renew', weight: 4, act: renew },
  { name: 'drill', weight: 6, act: drill },
  { name: 'lock', weight: 4, act: lock },
  { name: 'clock', weight: 3, act: jump },
  { name: 'retired', weight: 5, act: tryRetired },
]
const weights = steps.reduce((sum, { weight }) => sum + weight, 0)

function stepOf(world: World): Step {
  let roll = world.chance() * weights
  return steps.find(({ weight }) => (roll -= weight) < 0) ?? steps[0] ?? { name: '', weight: 0, act: () => Promise.resolve() } // never empty
}

/** One life: set-up, then so many steps, each perhaps cut off by a kill at any I/O step; every promise checked all along. */
export async function live(seed: number, count: number, toll: Toll): Promise<void> {
  const chance = chanceFrom(seed)
  const world = await newWorld(chance)
  const model: Model = { phase: 'sealed', epoch: 1, live: [1, 2, 3], retired: new Set(), voided: new Set(), opened: new Set(), incident: null, drill: 'none', hasBackup: false, entries: new Map(), traces: new Map() }
  expect(await seal(world, 1, [1, 2, 3])).toBe(true)
  tell(model, station, 'station-prepared', 'station-sealed')
  for (let index = 0; index < count; index += 1) {
    toll.steps += 1
    const step = stepOf(world)
    if (chance() < 0.15) await killedIn(world, model, step, toll)
    else {
      await step.act(world, model, toll)
      if (chance() < 0.15) {
        toll.kills += 1
        await restart(world, chance() < 0.3 ? 'stop' : (pick(world, crashes) ?? 'stop'))
        await settled(world, model)
      }
    }
    await shut(world, model)
  }
  await settled(world, model)
  for (const events of model.traces.values()) toll.traces += events.length
}

/** The power goes in the middle of a step: afterwards the station is as before it or as after it, and says which. */
async function killedIn(world: World, model: Model, step: Step, toll: Toll): Promise<void> {
  const before: Model = { ...model, live: [...model.live], retired: new Set(model.retired), opened: new Set(model.opened), entries: new Map(model.entries), traces: new Map(model.traces) }
  world.pictureIn = 1 + Math.floor(world.chance() * 25)
  await step.act(world, model, toll)
  toll.kills += 1
  const isCut = world.picture !== null
  await restart(world, pick(world, crashes) ?? 'stop')
  const is = world.station.card
  if (isCut && is !== null && (is.phase !== model.phase || is.incident !== model.incident || is.roster.epoch !== model.epoch)) Object.assign(model, before, { voided: model.voided })
  else if (isCut) {
    // It moved, or it was a step that does not: what is told of a move is there, everything else may be missing.
    const moved = before.phase !== model.phase
    for (const [folder, events] of model.traces) model.traces.set(folder, moved ? events : (before.traces.get(folder) ?? []))
    for (const [incident, ids] of before.entries) model.entries.set(incident, ids)
    for (const incident of model.entries.keys()) if (!before.entries.has(incident)) model.entries.delete(incident)
    if (!moved) model.opened = before.opened
  }
  // What the journal kept of the step beyond that is kept by the station, too.
  if (is !== null) for (const envelope of is.opened) model.opened.add(envelope)
  if (world.station.drill !== null) model.drill = world.station.drill.station.incident === null ? 'sealed' : 'open'
  else if (model.drill !== 'none' || (await world.disk.size('data/drill/station.json')) !== null) model.drill = (await world.disk.size('data/drill/station.json')) === null ? 'none' : 'prepared'
  if (model.incident !== null) {
    const told = await tracesIn(world, incidentFolder(model))
    model.hasBackup = model.phase === 'standing-down' && told.lastIndexOf('export-made') > told.lastIndexOf('stood-down')
  }
  await finish(world, model)
  await settled(world, model)
}

/** A ceremony cut in the middle is dropped, as a person does who begins anew: its numbers are burnt. */
async function finish(world: World, model: Model): Promise<void> {
  if (world.station.ceremony === null) return
  const { envelopes } = world.station.ceremony
  await world.call['ceremony:drop'](undefined)
  for (const { envelope } of envelopes) model.voided.add(envelope)
}

/** What the station is after a start: the model's phase, seals that stay broken, nothing acknowledged lost. */
async function settled(world: World, model: Model): Promise<void> {
  const { card } = world.station
  expect(card?.phase).toBe(model.phase)
  for (const envelope of model.opened) if (model.phase !== 'closed') expect(card?.opened, 'a broken seal').toContain(envelope)
  for (const [folder, events] of model.traces) {
    let at = 0
    for (const name of await tracesIn(world, folder)) if (name === events[at]) at += 1
    expect(events.slice(at), `traces lost in ${folder}`).toEqual([])
  }
  const journal = world.station.incident?.journal
  if (model.incident !== null) for (const id of model.entries.get(model.incident) ?? []) expect(journal?.has(EntryId.parse(id)), 'an acknowledged entry').toBe(true)
}

/** While no record is held there is no way to one; a number that was given up gives nothing. */
async function shut(world: World, model: Model): Promise<void> {
  if (!holdsRecord(model.phase) && model.drill !== 'open') {
    for (const answer of await Promise.all([world.call['journal:frames']({ after: 0, most: 1000 }), world.call['snapshot:find'](undefined), world.call['draft:find'](undefined), world.call['pin:secret'](undefined), world.call['restart:try']({ staffNumber: nurse })])) {
      expect(answer, `a record shown in ${model.phase}`).toMatchObject({ ok: false })
    }
    expect((await world.call['station:status'](undefined)).ok && world.station.incident).toBeNull()
  }
  const voided = pick(world, [...model.voided])
  if (voided !== undefined) expect((await world.call['code:try']({ envelope: voided, staffNumber: nurse })).ok, 'a voided code').toBe(false)
  for (const envelope of model.retired) expect(await world.disk.size(`data/accounts/envelope-${envelope}.age`), 'a retired account').toBeNull()
}
