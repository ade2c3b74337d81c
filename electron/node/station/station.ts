import { z } from 'zod'
import type { AgeRecipient } from '#domain/access/keys.ts'
import { StationId, type IncidentId, type StaffNumber } from '#domain/ids.ts'
import { Look, plainLook, type StationStatus } from '#domain/bridge.ts'
import type { PublicEvent } from '#domain/log/public-event.ts'
import { mayContinue } from '#domain/number/series.ts'
import { Realm } from '#domain/realm.ts'
import { StationCard } from '#domain/station.ts'
import { instantOf } from '#domain/time.ts'
import { Ceremony } from '#domain/access/ceremony.ts'
import { giveBallast, keepBallast } from '../disk/ballast.ts'
import type { Clock, Disk } from '../disk/disk.ts'
import { readChain } from '../journal/chain.ts'
import { parse } from '../journal/checkpoint.ts'
import { beginning, type SegmentHeader } from '../journal/header.ts'
import { openJournal, type Journal, type JournalPorts, type Listener } from '../journal/journal.ts'
import { frameReader, type FrameReader } from '../journal/frames-after.ts'
import { inspectJournal, type JournalReport } from '../journal/inspect.ts'
import { mostSegment } from '../journal/segment.ts'
import type { SecondJournal } from '../journal/second-journal.ts'
import { checkSignature, createStationKey, loadStationKey, type StationKey } from '../signing-key.ts'
import { saveCard } from './card.ts'
import { settleErasures } from './erasure.ts'
import { openIncident, type IncidentStore } from './incident.ts'
import { layoutOf, type Layout } from './layout.ts'
import { lineageOf, writeMark } from './lineage.ts'
import { endMaintenance, readAccount } from './maintenance.ts'
import { pins, type Pins } from './pins.ts'
import { settleClosed, settleOpened, settleRetirement, settleSealed } from './retirement.ts'
import { settleReference } from './reference.ts'
import { followOnSecond, followStationOnSecond, secondPlace, secondStatus } from './second.ts'
import { readStored, writeStored } from './stored.ts'

/** What the station needs from the machine it stands on. */
export type StationPorts = {
  readonly disk: Disk
  readonly clock: Clock
  readonly random: (length: number) => Uint8Array
  readonly newId: () => string
  /** Says which PC this is; stable over restarts. */
  readonly machine: string
  /** Where the mark outside the data folder is kept. */
  readonly markPath: string
  readonly version: string
  readonly runtime: string
  readonly power: () => { readonly onBattery: boolean; readonly percent: number | null }
  /** A folder on a second device, or null. */
  readonly second: { readonly disk: Disk; readonly folder: string } | null
  /** Empties the window's databases and caches: they can be rebuilt from a journal, or not at all. */
  readonly forgetCopies: () => Promise<void>
  readonly ballastBytes: number
  /** When this program was built. */
  readonly builtMs: number
}

/** One station, open in this process. Mutable on purpose: it is the one place that knows what is open now. */
export type Station = {
  readonly ports: StationPorts
  readonly layout: Layout
  readonly realm: Realm
  readonly pins: Pins
  card: StationCard | null
  /** The key ceremony that runs, or was interrupted. */
  ceremony: Ceremony | null
  damaged: boolean
  /** Null until set-up has begun: an empty folder stays empty. */
  base: StationBase | null
  incident: IncidentStore | null
  second: SecondJournal | null
  secondStation: SecondJournal | null
  lastExit: 'clean' | 'unclean' | 'first'
  /** Wall time of the newest record there was before this start; 0 when there was none. */
  lastWallMs: number
  look: Look
  /** The drill that runs in place of this station, until it ends. */
  drill: RunningDrill | null
  /** In memory only: a restart ends it. */
  maintenance: boolean
  /** Who said they are in maintenance. */
  maintainer: StaffNumber | null
  /** Whether they knew its passphrase: the officer's key opens maintenance, too. */
  hasPassphrase: boolean
  maintenanceOfficer: AgeRecipient | null
  readonly alarms: Set<string>
}

export type RunningDrill = { readonly station: Station; readonly card: string; readonly startedMs: number; readonly startedMono: number }

export type StationBase = { readonly id: StationId; readonly key: StationKey; readonly journal: Journal; readonly frames: FrameReader }

const Identity = z.object({ v: z.literal(1), station: StationId, realm: Realm })

export type OpeningFault = { readonly code: 'other-realm'; readonly realm: Realm } | { readonly code: 'key-lost' }

/** Opens what is in a data folder. An empty folder gives a station with nothing in it, and stays empty. */
export async function openStation(ports: StationPorts, data: string, realm: Realm): Promise<Station | OpeningFault> {
  const layout = layoutOf(data)
  const station: Station = { ports, layout, realm, pins: pins(ports.random), card: null, ceremony: null, damaged: false, base: null, incident: null, second: null, secondStation: null, lastExit: 'first', lastWallMs: 0, look: plainLook, drill: null, maintenance: false, maintainer: null, hasPassphrase: false, maintenanceOfficer: null, alarms: new Set() }
  const look = await readStored(ports.disk, layout.look, Look)
  if (look.state === 'readable') station.look = look.value
  const identity = await readStored(ports.disk, layout.identity, Identity)
  const card = await readStored(ports.disk, layout.card, StationCard)
  const inJournal = await identityInJournal(ports.disk, layout)
  const known = identity.state === 'readable' ? identity.value : inJournal
  if (known === null) {
    station.damaged = identity.state === 'damaged' || card.state !== 'absent'
    return station
  }
  // A small file that says otherwise moves nothing into another realm: the journal's own headers say it, too, and the card.
  const said = [known.realm, inJournal?.realm ?? known.realm, ...(card.state === 'readable' ? [card.value.realm, card.value.roster.realm] : [])]
  const other = said.find((one) => one !== realm)
  if (other !== undefined) return { code: 'other-realm', realm: other }
  const key = await loadStationKey(ports.disk, layout.key)
  if (!key.ok) return { code: 'key-lost' }
  station.card = card.state === 'readable' ? card.value : null
  station.damaged = card.state === 'damaged' || identity.state !== 'readable'
  // A damaged one is none: its numbers are burnt on the card, and all is made anew.
  const ceremony = await readStored(ports.disk, layout.ceremony, Ceremony)
  if (ceremony.state === 'damaged') station.alarms.add('ceremony-damaged')
  station.ceremony = ceremony.state === 'readable' ? ceremony.value : null
  await openBase(station, known.station, key.value)
  if (card.state !== 'readable') await doubt(station, 'card-damaged')
  if (identity.state !== 'readable') await doubt(station, 'identity-damaged')
  await settleRetirement(station)
  await settleSealed(station)
  await settleOpened(station)
  await settleClosed(station)
  await settleReference(station)
  await settleErasures(station)
  const maintenance = await readAccount(station)
  if (maintenance.state === 'readable') station.maintenanceOfficer = maintenance.value.officer
  await openRunningIncident(station)
  await compareClockAtStart(station)
  await settleLineage(station)
  return station
}

/** Set-up begins: the folder gets its identity, its signing key and its station journal. */
export async function beginStation(station: Station): Promise<StationBase> {
  if (station.base !== null) return station.base
  const { disk } = station.ports
  await disk.makeFolder(station.layout.data)
  const existing = await loadStationKey(disk, station.layout.key)
  const key = existing.ok ? existing.value : createStationKey()
  if (!existing.ok) {
    const saved = await key.save(disk, station.layout.key)
    if (!saved.ok) throw Object.assign(new Error('The signing key could not be kept'), { code: 'EIO' })
  }
  const id = StationId.parse(station.ports.newId())
  await writeStored(disk, station.layout.identity, { v: 1, station: id, realm: station.realm })
  await openBase(station, id, key)
  await keepMark(station)
  if (station.base === null) throw new Error('The station journal was opened just now')
  return station.base
}

async function openBase(station: Station, id: StationId, key: StationKey): Promise<void> {
  const { disk } = station.ports
  if (!(await keepBallast(disk, station.layout.ballast, station.ports.ballastBytes))) station.alarms.add('ballast-missing')
  const journal = await openJournal(journalPorts(station, key), { folder: station.layout.stationJournal, realm: station.realm, station: id, incident: null, keys: null }, ({ seq }) => station.secondStation?.follow(seq))
  for (const { repair } of journal.repairs) station.alarms.add(repair)
  station.lastExit = lastExitOf(journal)
  noteLastWall(station, journal)
  station.base = { id, key, journal, frames: frameReader(disk, station.layout.stationJournal) }
  followStationOnSecond(station, station.base)
  await journal.record({ event: 'started', version: station.ports.version, runtime: station.ports.runtime, lastExit: station.lastExit })
}

/** What is not in order with the folder stands in its journal, too: a banner is gone with the process. */
async function doubt(station: Station, why: Extract<PublicEvent, { event: 'folder-doubted' }>['why']): Promise<void> {
  await station.base?.journal.record({ event: 'folder-doubted', why })
}

/** The last thing a clean exit writes is 'stopped'; a journal that ends otherwise was cut short. */
function lastExitOf(journal: Journal): Station['lastExit'] {
  const events = journal.found.filter((frame) => frame.kind === 'public')
  if (journal.end().seq === 0) return 'first'
  const last = parse(events.at(-1)?.body ?? new Uint8Array())
  return typeof last === 'object' && last !== null && 'event' in last && last.event === 'stopped' ? 'clean' : 'unclean'
}

function noteLastWall(station: Station, { found }: Journal): void {
  station.lastWallMs = Math.max(station.lastWallMs, found.at(-1)?.wallMs ?? 0)
}

/** Beyond this the two clocks of a PC do not drift apart by themselves: somebody set it, or it lost its battery. */
export const clockJumpMs = 120_000

/** A clock that shows less than the newest record did: nothing written before is touched, and people are asked to compare. */
async function compareClockAtStart(station: Station): Promise<void> {
  const byMs = station.lastWallMs - Math.round(station.ports.clock.wallMs())
  if (byMs >= clockJumpMs) await doubtClock(station, { event: 'clock-behind', byMs })
}

/** Told in the journal, and kept on the card: also the next start asks, until somebody compared the clock with a watch. */
export async function doubtClock(station: Station, event: Extract<PublicEvent, { readonly event: 'clock-jumped' | 'clock-behind' }>): Promise<void> {
  if (station.base === null) return
  await (station.incident?.journal ?? station.base.journal).record(event)
  if (station.card !== null && !station.card.clockInDoubt) await saveCard(station, { ...station.card, clockInDoubt: true })
}

export function journalPorts(station: Station, key: StationKey): JournalPorts {
  const { disk, clock, random } = station.ports
  return {
    disk, clock, random, signer: key, segmentBytes: mostSegment,
    relief: async () => {
      const given = await giveBallast(disk, station.layout.ballast)
      if (given) station.alarms.add('disk-was-full')
      return given
    },
  }
}

async function openRunningIncident(station: Station): Promise<void> {
  const id = station.card?.incident ?? null
  if (station.base === null || id === null) return
  station.incident = await enterIncident(station, id, null)
  if (station.incident !== null) return
  station.alarms.add('incident-keys-lost')
  await doubt(station, 'keys-lost')
}

/** Opens an incident's journal, new (with `keys`) or as it lies on the disk, and lets the second journal follow. */
export async function enterIncident(station: Station, incident: IncidentId, keys: string | null): Promise<IncidentStore | null> {
  if (station.base === null) return null
  const listen: Listener = ({ seq }) => station.second?.follow(seq)
  const about = { realm: station.realm, station: station.base.id, incident, keys }
  const store = await openIncident(journalPorts(station, station.base.key), station.layout, about, secondPlace(station, incident), listen)
  if (store === null) return null
  for (const { repair } of store.journal.repairs) station.alarms.add(repair)
  noteLastWall(station, store.journal)
  void followOnSecond(station, store)
  return store
}

async function settleLineage(station: Station): Promise<void> {
  const { base, card, ports } = station
  if (base === null || card === null) return
  const lineage = await lineageOf(ports.disk, ports.markPath, base.id, ports.machine, (journal, seq, head) => hasHead(station, journal, seq, head))
  if (!mayContinue(lineage)) {
    const isOther = lineage.machine === 'other'
    station.alarms.add(isOther ? 'folder-from-another-pc' : 'folder-rolled-back')
    await doubt(station, isOther ? 'other-machine' : 'rolled-back')
    await saveCard(station, { ...card, lettersInDoubt: true })
  } else await keepMark(station)
}

async function hasHead(station: Station, journal: string, seq: number, head: string): Promise<boolean> {
  const own = journal === 'station' ? station.base : station.incident?.id === journal ? station.incident : null
  if (own === null) return true // an incident that is closed and archived says nothing of the present
  const { frames } = await own.frames.after(seq - 1, 1)
  return frames[0]?.seq === seq && frames[0].head === head
}

/** Writes the mark outside the folder. Never while the folder's past is in doubt. */
export async function keepMark(station: Station): Promise<void> {
  const { base, incident, card, ports } = station
  if (base === null || card?.lettersInDoubt === true) return
  const incidentMark = incident === null ? null : { id: incident.id, ...incident.journal.end() }
  await writeMark(ports.disk, ports.markPath, { station: base.id, machine: ports.machine, stationJournal: base.journal.end(), incident: incidentMark }).catch(() => undefined)
}

/** Everything a screen needs to know of the station without a key. */
export async function statusOf(station: Station): Promise<StationStatus> {
  const { base, incident, card } = station
  const nothing = { seq: 0, head: '0'.repeat(64) as StationStatus['stationEnd']['head'] } // no journal yet: no head
  return {
    folder: station.layout.data,
    realm: station.realm,
    card,
    ceremony: station.ceremony,
    damaged: station.damaged,
    incident: incident === null || base === null ? null : {
      incident: incident.id, keys: incident.keys, end: incident.journal.end(),
      beginning: beginning({ realm: station.realm, station: base.id, incident: incident.id }),
      openedEnvelopes: card?.opened ?? [],
    },
    stationEnd: base?.journal.end() ?? nothing,
    stationKey: base?.key.minisignKey ?? '',
    lastExit: station.lastExit,
    alarms: [...station.alarms],
    secondJournal: { configured: station.ports.second !== null, ...secondStatus(station) },
    power: station.ports.power(),
    clockNotBefore: instantOf(Math.max(station.ports.builtMs, station.lastWallMs)),
    runtime: station.ports.runtime,
    look: station.look,
    drill: { isPrepared: false, running: null },
    maintenance: station.maintenance,
    maintenanceOfficer: station.maintenanceOfficer,
  }
}

/** The last words of a clean exit, in both journals; then the folder may be copied. */
export async function closeStation(station: Station): Promise<void> {
  const { base, incident, drill } = station
  if (drill !== null) await closeStation(drill.station)
  await endMaintenance(station, 'locked')
  if (incident !== null) {
    await incident.journal.checkpoint('stopped')
    await incident.journal.close()
    await station.second?.rest()
  }
  if (base !== null) {
    await base.journal.record({ event: 'stopped' })
    await base.journal.checkpoint('stopped')
    await keepMark(station)
    await base.journal.close()
    await station.secondStation?.rest()
  }
  station.pins.forgetAll()
}

/** Checks every journal of the folder, without a key. */
export async function inspectStation(station: Station) {
  const { disk } = station.ports
  const incidents = await disk.list(station.layout.incidents)
  const folders = [station.layout.stationJournal, ...incidents.map((incident) => station.layout.incident(incident).journal)]
  const reports = await Promise.all(folders.map(async (folder) => ({ folder, report: await inspectJournal(disk, folder, checkSignature) })))
  return reports.map(({ folder, report }) => ({ folder, report: isForeign(station, report.header) ? foreignReport(report) : report }))
}

function isForeign({ realm, base }: Station, header: SegmentHeader | null): boolean {
  return header !== null && (header.realm !== realm || header.station !== base?.id)
}

/** A journal of a drill or of another station among ours: told, and nothing of it counted. */
function foreignReport(report: JournalReport): JournalReport {
  return { ...report, frames: 0, entries: 0, findings: [{ level: 'alarm', code: 'header-of-another-journal', segment: report.header?.segment ?? 0, offset: 0, seq: 0 }] }
}

async function identityInJournal(disk: Disk, layout: Layout): Promise<z.infer<typeof Identity> | null> {
  const header = (await readChain(disk, layout.stationJournal)).links.at(-1)?.header
  return header === undefined ? null : { v: 1, station: header.station, realm: header.realm }
}
