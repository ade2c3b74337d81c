import { err, ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import { media, type Archive, type Medium } from '#domain/erasure/archive.ts'
import { erasureHindrance, type ClosedIncident, type MediumFound } from '#domain/erasure/erasure.ts'
import { IncidentId, Sha256, type StaffNumber } from '#domain/ids.ts'
import { instantOf } from '#domain/time.ts'
import { sha256 } from '../journal/frame.ts'
import { digestOf, readPublicKey, verifySignature } from '../minisign.ts'
import { besideOther, readClosing, type Closing, type Placed } from './closing.ts'
import { finishErasure } from './erasure.ts'
import { notNow, type Handling } from './handling.ts'
import { newestFirst } from './public-events.ts'
import { statusOf, type Station } from './station.ts'

/** Enough of a file for its age header and the first piece behind it. */
const headBytes = 128 * 1024

type Checked = { readonly by: StaffNumber; readonly media: Map<Medium, Placed> }

/** Erasure, the strictest act there is: closed, archived twice, both media in hand again, two people. */
export function eraseHandlers({ station, around }: Handling): Pick<Handlers, 'erase:list' | 'erase:check' | 'erase:do'> {
  const { disk } = station.ports
  const checked = new Map<IncidentId, Checked>()
  /** A closed record grows no more: its journal is read once. */
  const read = new Map<IncidentId, Closing>()
  const mediaOf = (incident: IncidentId): ReadonlyMap<Medium, Placed> => {
    const found = checked.get(incident)
    // What was proved for somebody else's visit counts no more.
    return found !== undefined && found.by === maintainer(station) ? found.media : new Map()
  }
  const closed = async (incident: IncidentId) => {
    if (station.card?.phase !== 'closed' || incident === station.card.incident) return null
    const closing = read.get(incident) ?? (await readClosing(disk, station.layout.incident(incident).journal))
    read.set(incident, closing)
    return closedIncident(station, incident, closing, [...mediaOf(incident).keys()])
  }
  return {
    'erase:list': async () => {
      if (station.card?.phase !== 'closed') return notNow
      const names = (await disk.list(station.layout.incidents)).flatMap((name) => IncidentId.safeParse(name).data ?? [])
      const incidents = await Promise.all(names.map(closed))
      return ok({ incidents: incidents.flatMap((one) => (one === null ? [] : [one.shown])), by: maintainer(station) })
    },
    'erase:check': async ({ incident, medium }) => {
      const by = maintainer(station)
      const archive = (await closed(incident))?.shown.archives.find((one) => one.medium === medium)
      if (station.card?.phase !== 'closed' || by === null || archive === undefined) return notNow
      const folder = await around.chooseFolder()
      const answer = (found: MediumFound, head = new Uint8Array()) => ok({ found, head })
      if (folder === null) return answer('no-folder')
      const found = await findArchive(station, folder, archive)
      if ('found' in found) return answer(found.found)
      const other = mediaOf(incident).get(medium === 1 ? 2 : 1)
      const beside = other === undefined ? 'apart' : await besideOther(disk, other, found)
      // On one device only where that was so, and said why, when the archives were made.
      const mayShare = (await closed(incident))?.shown.archives.some(({ oneDevice }) => oneDevice !== null) === true
      if (beside === 'same-file' || (beside === 'same-device' && !mayShare)) return answer(beside)
      const told = await station.base?.journal.record({ event: 'archive-checked', incident, medium, sha256: archive.sha256, by })
      if (told?.ok !== true) return err({ code: 'not-saved', cause: 'disk-failed' })
      checked.set(incident, { by, media: new Map([...mediaOf(incident), [medium, { path: found.path, identity: found.identity }]]) })
      return answer('verified', found.bytes.slice(0, headBytes))
    },
    'erase:do': async ({ incident, officer }) => {
      const { base, card } = station
      const by = maintainer(station)
      const found = await closed(incident)
      if (base === null || card?.phase !== 'closed' || found === null) return notNow
      const { archives, left, entries } = found.shown
      if (by === null || erasureHindrance({ ...found.shown, by, officer }) !== null) return err({ code: 'refused' })
      const told = await base.journal.record({ event: 'incident-erased', incident, end: found.end, entries, archives, left, by, second: officer })
      if (!told.ok) return err({ code: 'not-saved', cause: told.error.code })
      await base.journal.checkpoint('closed')
      checked.delete(incident)
      read.delete(incident)
      await finishErasure(station, incident)
      return ok(await statusOf(station))
    },
  }
}

/** Who entered maintenance knowing its passphrase. */
function maintainer({ maintainer: by, hasPassphrase }: Station): StaffNumber | null {
  return hasPassphrase ? by : null
}

/** Null: nothing of this station's lies under that name. */
async function closedIncident(station: Station, incident: IncidentId, closing: Closing, inHand: readonly Medium[]): Promise<{ readonly shown: ClosedIncident; readonly end: { readonly seq: number; readonly head: Sha256 } } | null> {
  const { header, keys, end, entries, lastRecord, archives, left } = closing
  const head = Sha256.safeParse(end.head)
  if (!head.success || header?.incident !== incident || header.station !== station.base?.id || header.realm !== station.realm) return null
  const { closedAt, audits } = await ofStation(station, incident)
  return { shown: { incident, keys, closedAt, entries, lastRecord, archives: [...archives], left: { ...left, audits }, checked: media.filter((medium) => inHand.includes(medium)) }, end: { seq: end.seq, head: head.data } }
}

/** When it was closed, and how many audits left with who opened whose chart, between its beginning and its end. */
async function ofStation({ ports, layout }: Station, incident: IncidentId): Promise<{ readonly closedAt: ClosedIncident['closedAt']; readonly audits: number }> {
  let [closedAt, audits]: [ClosedIncident['closedAt'], number] = [null, 0]
  for await (const { event, wallMs } of newestFirst(ports.disk, layout.stationJournal, null)) {
    if (event.event === 'incident-closed' && event.incident === incident) closedAt = instantOf(wallMs)
    if (event.event === 'audit-exported' && event.scope === 'with-acts' && closedAt !== null) audits += 1
    if (event.event === 'incident-declared' && event.incident === incident) break
  }
  return { closedAt, audits }
}

/** The archive in a folder, by its bytes and its signature: what it is called there says nothing. */
async function findArchive({ ports: { disk }, base }: Station, folder: string, archive: Archive): Promise<(Placed & { readonly bytes: Uint8Array<ArrayBuffer> }) | { readonly found: MediumFound }> {
  let worst: MediumFound = 'not-there'
  for (const name of await disk.list(folder).catch(() => [])) {
    const path = `${folder}/${name}`
    if (!name.endsWith('.zip.age') || (await disk.size(path)) !== archive.bytes) continue
    try {
      const bytes = new Uint8Array(await disk.read(path))
      if (sha256(bytes) !== archive.sha256) worst = worst === 'not-there' ? 'damaged' : worst
      else if (!(await isSigned(bytes, new TextDecoder().decode(await disk.read(`${path}.minisig`).catch(() => new Uint8Array())), base?.key.minisignKey ?? ''))) worst = 'not-signed'
      else {
        const identity = await disk.identity(path)
        if (identity !== null) return { path, identity, bytes }
      }
    } catch {
      worst = 'damaged' // it is there and cannot be read
    }
  }
  return { found: worst }
}

async function isSigned(bytes: Uint8Array, signature: string, stationKey: string): Promise<boolean> {
  const key = readPublicKey(stationKey)
  return key.ok && verifySignature(key.value, await digestOf(bytes), signature).ok
}
