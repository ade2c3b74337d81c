import { randomBytes } from 'node:crypto'
import { EntryId, PatientId, type IncidentId } from '#domain/ids.ts'
import { decide, type Draft } from '#domain/log/entry.ts'
import { Person } from '#domain/log/person.ts'
import { printedHead } from '#domain/log/printed-head.ts'
import { instantOf } from '#domain/time.ts'
import type { ChainEnd } from '#domain/bridge.ts'
import type { Signer } from '#electron/node/journal/checkpoint.ts'
import { beginning } from '#electron/node/journal/header.ts'
import { lockStation } from '#electron/node/station/lock.ts'
import { loadStationKey } from '#electron/node/signing-key.ts'
import { newUuid } from '#electron/node/uuid.ts'
import { sealEntry } from '#renderer/store/sealed-entry.ts'
import { openKeys, type IncidentKeys } from '#renderer/vault/seal.ts'
import { nurse, openIncident, prepare, start, stop, tryCode, type Prepared, type Running, type Wall } from '#tests/electron/station/prepared.ts'
import { chanceFrom } from './chance.ts'
import { filesOf, simulatedDisk } from './simulated-disk.ts'

export type Files = ReadonlyMap<string, Uint8Array>

/** What an audit-head sheet and an export say at one moment: the ends of both journals. */
export type Moment = { readonly station: ChainEnd; readonly incident: ChainEnd }

/** A station that worked honestly for a while, on a disk in memory, and what was kept outside it. */
export type AuditWorld = {
  readonly files: Files
  /** The same folder in the middle of the work: what somebody may have copied then. */
  readonly older: Files
  readonly second: Files
  readonly middle: Moment
  readonly end: Moment
  readonly incident: IncidentId
  readonly keys: IncidentKeys
  readonly beginning: string
  readonly signer: Signer
  readonly prepared: Prepared
}

export const place = { data: 'pc/data', mark: 'pc/data-mark.json', second: 'device/second', machine: 'this-pc' } as const

/** Set-up, an opening with a wrong code before it, a shift, a restart, another shift: every frame by the station's own code. */
export async function auditWorld(seed: number): Promise<AuditWorld> {
  const chance = chanceFrom(seed)
  const time: Wall = { wallMs: 1_790_000_000_000, monoMs: 0 }
  const disk = simulatedDisk()
  const secondDisk = simulatedDisk()
  const ports = { disk, second: { disk: secondDisk, folder: place.second }, time }
  const first = await start(place.data, ports)
  const prepared = await prepare(first, place.data)
  await tryCode(first, 2, prepared.codes[0] ?? prepared.codes[1] ?? ('' as never)) // another envelope's code: wrong
  time.monoMs += 60_000
  const { dek, incident } = await openIncident(first, prepared, 1)
  const keys = await openKeys(dek, { realm: 'real', incident })
  const desk = { keys, incident, time, chance, n: 0 }
  await work(first, desk, 14)
  await rest(first)
  const [older, middle] = [filesOf(disk.state()), momentOf(first)]
  await work(first, desk, 10)
  await stop(first)
  const again = await start(place.data, ports)
  desk.n = 0
  await work(again, desk, 14)
  // The sheet or the export that witnesses is made behind the last act of the shift.
  await again.station.base?.journal.record({ event: 'seal-checked', findings: [], by: nurse })
  await again.station.base?.journal.checkpoint('printed')
  await again.station.incident?.journal.checkpoint('printed')
  await rest(again)
  const end = momentOf(again)
  await stop(again)
  const key = await loadStationKey(disk, `${place.data}/station.key`)
  if (!key.ok) throw new Error(key.error.code)
  const stationId = again.station.base?.id
  if (stationId === undefined) throw new Error('The station was prepared')
  return { files: filesOf(disk.state()), older, second: filesOf(secondDisk.state()), middle, end, incident, keys, beginning: beginning({ realm: 'real', station: stationId, incident }), signer: key.value, prepared }
}

type Desk = { readonly keys: IncidentKeys; readonly incident: IncidentId; readonly time: Wall; readonly chance: () => number; n: number }

async function work(running: Running, desk: Desk, acts: number): Promise<void> {
  const { station, call } = running
  for (let act = 0; act < acts; act += 1) {
    desk.time.wallMs += 60_000
    desk.time.monoMs += 60_000
    const roll = desk.chance()
    if (roll < 0.55 || act === 0) await save(running, desk, roll < 0.35 ? { kind: 'note', body: { text: `観察 ${act}` } } : { kind: 'chart-opened', body: { via: 'board' } })
    else if (roll < 0.65) await lockStation(station, 'asked')
    else if (roll < 0.75) await call['journal:tell']({ event: 'operator-changed', staffNumber: nurse })
    else if (roll < 0.85) await station.base?.journal.record({ event: 'clock-jumped', byMs: 600_000 })
    else if (roll < 0.93) await station.incident?.journal.record({ event: 'unlock-tried', staffNumber: nurse, left: 4 })
    else {
      await station.base?.journal.record({ event: 'journal-linked', journal: desk.incident, ...(station.incident?.journal.end() ?? { seq: 0, head: '' as never }) }) // an incident is open
      await station.base?.journal.checkpoint('locked')
    }
  }
}

type Fact = { readonly kind: 'note'; readonly body: { readonly text: string } } | { readonly kind: 'chart-opened'; readonly body: { readonly via: 'board' } }

async function save({ station, call }: Running, desk: Desk, fact: Fact): Promise<void> {
  const { base, incident } = station
  if (base === null || incident === null) throw new Error('The ward is open')
  const by = Person.parse({ staffNumber: nurse, name: '架空 花子', profession: 'nurse' })
  const id = EntryId.parse(newUuid())
  desk.n += 1
  const draft: Draft = { id, patient: PatientId.parse('01900000-0000-7000-8000-000000000001'), at: null, ...fact }
  const made = decide(draft, { realm: 'real', incident: desk.incident, station: base.id, account: 1, by, onBehalfOf: null }, { head: incident.journal.end().head, n: desk.n }, { now: () => instantOf(desk.time.wallMs) })
  if (!made.ok) throw new Error(made.error.code)
  const saved = await call['journal:append']({ id, cipher: new Uint8Array(await sealEntry(desk.keys, made.value)) })
  if (!saved.ok) throw new Error(saved.error.code)
}

async function rest({ station }: Running): Promise<void> {
  await station.second?.rest()
  await station.secondStation?.rest()
}

function momentOf({ station }: Running): Moment {
  if (station.base === null || station.incident === null) throw new Error('The ward is open')
  return { station: station.base.journal.end(), incident: station.incident.journal.end() }
}

/** Both heads as the sheet shows them. */
export function printedOf({ station, incident }: Moment): readonly string[] {
  return [station, incident].map(({ seq, head }) => printedHead(seq, head))
}

/** Bytes nobody has a key for. */
export const nonsense = (length: number): Uint8Array => new Uint8Array(randomBytes(length))
