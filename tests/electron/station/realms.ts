import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Bridge, StationStatus } from '#domain/bridge.ts'
import { EntryId, PatientId, type IncidentId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import { wardNumber } from '#domain/number/ward-number.ts'
import type { Realm } from '#domain/realm.ts'
import { newUuid } from '#electron/node/uuid.ts'
import { standingOf, type OpenWard } from '#renderer/session/open-ward.ts'
import { startWard, type Ward } from '#renderer/store/start.ts'
import type { Databases } from '#renderer/store/ward-db.ts'
import { referenceShelf } from '#renderer/session/reference.ts'
import { openKeys } from '#renderer/vault/seal.ts'
import { aHand, aNurse, letters } from '#tests/builders.ts'
import { openIncident, prepare, start, stop, type Prepared, type Running } from './prepared.ts'

/** A station of a realm on the disk, with one patient and one record, made by the code of machine and window. */
export type Made = { readonly realm: Realm; readonly folder: string; readonly prepared: Prepared; readonly dek: Uint8Array; readonly incident: IncidentId; readonly databases: Databases; readonly patient: PatientId }

const idle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const bridgeOf = ({ call }: Running): Bridge => ({ call: (channel, ...input) => call[channel](input[0] as never) }) // each channel's own input, as the caller gave it

export async function statusOf(running: Running): Promise<StationStatus> {
  const status = await running.call['station:status'](undefined)
  if (!status.ok) throw new Error(status.error.code)
  return status.value
}

/** A window opens the ward with a key: what its board shows is what a nurse sees. */
export async function wardOf(running: Running, dek: Uint8Array, databases: Databases): Promise<{ readonly ward: Ward; readonly told: readonly string[]; readonly open: OpenWard }> {
  const status = await statusOf(running)
  if (status.incident === null) throw new Error('No incident runs')
  const keys = await openKeys(dek, { realm: status.realm, incident: status.incident.incident })
  const told: string[] = []
  const started = await startWard({ bridge: bridgeOf(running), keys, hand: aHand(), incident: status.incident.incident, beginning: status.incident.beginning, lastExit: status.lastExit, isFrozen: () => false, tell: ({ code }) => told.push(code), idle }, { databases })
  if (!started.ok) throw new Error(started.error.code)
  await started.value.compared
  return { ward: started.value, told, open: { ward: started.value, incident: status.incident.incident, dek, keys, account: 1, reference: referenceShelf(bridgeOf(running), keys, () => Promise.resolve()) } }
}

/** Real names of nobody; each realm's patient is called by the realm. */
export async function makeStation(folder: string, realm: Realm): Promise<Made> {
  const running = await start(folder, { realm })
  const prepared = await prepare(running, folder)
  const { dek, incident } = await openIncident(running, prepared)
  const databases: Databases = { indexedDB: new IDBFactory(), IDBKeyRange }
  const { ward, open } = await wardOf(running, dek, databases)
  const standing = standingOf(await statusOf(running), open, aNurse())
  if (standing === null) throw new Error('The station has a card')
  const patient = PatientId.parse(newUuid())
  const drafts: readonly Draft[] = [
    { id: EntryId.parse(newUuid()), kind: 'patient-registered', patient, at: null, body: { number: wardNumber(realm, letters(), 1), naming: { kind: 'known', family: '架空', given: realm, familyKana: 'カクウ', givenKana: 'タロウ' }, sex: 'male', birth: { kind: 'unknown' }, bed: '301', features: '', way: 'form', mother: null, arrival: null } },
    { id: EntryId.parse(newUuid()), kind: 'note', patient, at: null, body: { text: `${realm} の記録` } },
  ]
  for (const draft of drafts) {
    const saved = await ward.commit(draft, standing)
    if (!saved.ok) throw new Error(saved.error.code)
  }
  ward.drafts.type({ id: EntryId.parse(newUuid()), form: 'note', patient, by: aNurse().staffNumber, values: { text: `${realm} の書きかけ` } })
  await ward.settle(5000)
  ward.stop()
  await stop(running)
  return { realm, folder, prepared, dek, incident, databases, patient }
}
