import type { Bridge, Fault, StationStatus } from '#domain/bridge.ts'
import { EntryId, type IncidentId, type StaffNumber } from '#domain/ids.ts'
import { isDraftFrozen } from '#domain/incident/freeze.ts'
import type { Draft, Standing } from '#domain/log/entry.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import type { Person } from '#domain/log/person.ts'
import type { Series } from '#domain/number/series.ts'
import type { Hand } from '#domain/ports.ts'
import { ok, type Result } from '#domain/result.ts'
import { seriesAfter } from '#domain/view/ward-lists.ts'
import { emptyWard, type WardView } from '#domain/view/ward.ts'
import type { StoreNews } from '../store/ports.ts'
import { startWard, type Ward } from '../store/start.ts'
import { openKeys, type IncidentKeys } from '../vault/seal.ts'
import { wipe } from '../vault/bytes.ts'
import { keyFits, type KeyFault } from './key-fits.ts'
import { referenceShelf, type ReferenceShelf } from './reference.ts'
import { dropNotice, notice, useSession } from './session.ts'

/** The ward while it is open in this window: the store, who works, and the key. All of it ends with the window. */
export type OpenWard = {
  readonly ward: Ward
  readonly incident: IncidentId
  readonly dek: Uint8Array
  readonly keys: IncidentKeys
  readonly account: number
  /** The hospital's lists, each with its own time. */
  readonly reference: ReferenceShelf
}

export type OpenWardPorts = { readonly bridge: Bridge; readonly hand: Hand; readonly idle: () => Promise<void> }

/** Reads the ward with its key. The board is usable when this resolves; the rest is compared behind it. */
export async function openWard({ bridge, hand, idle }: OpenWardPorts, status: StationStatus, dek: Uint8Array, account: number): Promise<Result<OpenWard, Fault | KeyFault>> {
  const running = status.incident
  if (running === null) return { ok: false, error: { code: 'not-now' } }
  const keys = await openKeys(dek, { realm: status.realm, incident: running.incident })
  const fits = await keyFits(bridge, keys)
  if (!fits.ok) return fits
  let view: () => WardView = () => emptyWard
  const ward = await startWard({ bridge, keys, hand, incident: running.incident, beginning: running.beginning, lastExit: status.lastExit, isFrozen: (draft) => isFrozenNow(draft, view), tell: tellNews, idle })
  if (!ward.ok) return ward
  view = ward.value.view
  const reference = referenceShelf(bridge, keys, idle)
  void idle().then(reference.read)
  return ok({ ward: ward.value, incident: running.incident, dek, keys, account, reference })
}

/** The station's phase of this moment, not of the moment the ward was opened. */
function isFrozenNow(draft: Draft, view: () => WardView): boolean {
  const card = useSession.getState().status?.card ?? null
  return card !== null && isDraftFrozen(draft, card, ({ patient, body }) => (patient === null ? null : (view().patients.get(patient)?.facts.find(({ entry }) => entry === body.struck)?.kind ?? null)))
}

/** What the store found out, as a code for a banner; counts stay in the log of the screen. */
function tellNews(news: StoreNews): void {
  // Made anew: that it is being made is true no longer.
  if (news.code === 'copy-rebuilt') for (const past of ['copy-doubted', 'copy-failed']) dropNotice(past)
  if (news.code === 'drafts-kept') return dropNotice('draft-not-kept')
  notice(news.code)
}

export function standingOf(status: StationStatus, open: OpenWard, by: Person): Standing | null {
  const { card } = status
  return card === null ? null : { realm: status.realm, incident: open.incident, station: card.station, account: open.account, by, onBehalfOf: null }
}

/** The first entries of an opening: why, by whom, and who works here now. */
export async function tellOpening(open: OpenWard, standing: Standing, hand: Hand, told: BodyOf<'incident-told'>): Promise<void> {
  await open.ward.commit({ id: EntryId.parse(hand.newId()), kind: 'incident-told', patient: null, at: null, body: told }, standing)
  await tellPerson(open, standing, hand, standing.by)
}

/** `organisation`: where relief staff come from. */
export async function tellPerson(open: OpenWard, standing: Standing, hand: Hand, person: Person, organisation = ''): Promise<void> {
  await open.ward.commit({ id: EntryId.parse(hand.newId()), kind: 'person-identified', patient: null, at: null, body: { person, vouchedBy: standing.by.staffNumber === person.staffNumber ? null : standing.by.staffNumber, organisation } }, standing)
}

/** Another person is at the PC: told and signed before their first entry. */
export async function tellOperator(bridge: Bridge, open: OpenWard, staffNumber: StaffNumber): Promise<void> {
  const told = await bridge.call('journal:tell', { event: 'operator-changed', staffNumber })
  if (told.ok) open.ward.acknowledge(told.value)
  await sign(bridge, open, 'operator-changed')
}

/** The machine signs how far the chain has come. False: it could not. */
export async function sign(bridge: Bridge, open: OpenWard, reason: 'operator-changed' | 'battery'): Promise<boolean> {
  const signed = await bridge.call('journal:checkpoint', { reason })
  if (signed.ok) open.ward.acknowledge(signed.value)
  return signed.ok
}

/** Which numbers may be given next: above every one in this ward, and above those of earlier incidents. */
export function seriesOf(status: StationStatus, view: WardView): Series | null {
  const { card } = status
  if (card === null) return null
  const { letters } = card.profile
  const inWard = seriesAfter(view, { realm: status.realm, letters, given: 0, used: card.usedLetters })
  return inWard.given > 0 ? inWard : { ...inWard, given: card.reservedCount }
}

/** Tells the station journal which count is about to be given, before the entry that gives it. */
export async function reserve(bridge: Bridge, status: StationStatus, count: number): Promise<Result<StationStatus, Fault>> {
  if (status.card === null || count <= status.card.reservedCount) return ok(status)
  return bridge.call('station:reserve', { upTo: count })
}

/**
 * Locks: what was confirmed and waits for its five seconds is recorded, what is typed and the snapshot are kept, then
 * this window's process is ended by the machine. What cannot be kept in time stays in the journal; it is read again at
 * the next unlock.
 */
export async function lock(bridge: Bridge, work: { readonly open: OpenWard; readonly finish: () => Promise<void> } | null, why: 'asked' | 'idle'): Promise<void> {
  if (work !== null) {
    const { open, finish } = work
    // A disk that does not answer must not keep the screen open: what was confirmed is then still a draft.
    await Promise.race([finish(), new Promise((late) => setTimeout(late, mostConfirmMs))])
    await open.ward.settle(2000)
    open.ward.stop()
    open.reference.stop()
    wipe(open.dek)
  }
  await bridge.call('window:lock', { why })
}

const mostConfirmMs = 1000
