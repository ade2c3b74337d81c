import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AgeRecipient } from '#domain/access/keys.ts'
import { EntryId, IncidentId, PatientId, StationId } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import { StationLetters, wardNumber } from '#domain/number/ward-number.ts'
import { CalendarDate, instantOf } from '#domain/time.ts'
import type { Realm } from '#domain/realm.ts'
import { createStationKey, type StationKey } from '#electron/node/signing-key.ts'
import { newUuid } from '#electron/node/uuid.ts'
import { newIdentity } from '#renderer/vault/age-file.ts'
import { buildExport } from '#renderer/export/build-export.ts'
import { anEntry, aPatient, testId } from '#tests/builders.ts'
import { anInput, hooksOf } from '../export/fixture.ts'

export type WardAsked = { readonly letters: string; readonly ward: string; readonly realm: Realm; readonly officer: AgeRecipient; readonly patients: number; readonly notes: number; /** Keeps the ids of wards apart; the same again is the same ward. */ readonly n: number; readonly key?: StationKey; /** What its notes say. */ readonly says?: string; /** A photograph of the first patient. */ readonly photo?: Uint8Array }

/** An export of an invented ward by the product's own builder, with the station's signature beside it: what lies on the stick. */
export async function aWardExport(folder: string, { letters: two, ward, realm, officer, patients, notes, n, key = createStationKey(), says = ward, photo }: WardAsked): Promise<readonly [string, string]> {
  const letters = StationLetters.parse(two)
  const station = StationId.parse(testId(0xc00000000900 + n))
  const incident = IncidentId.parse(testId(0xb00000000900 + n))
  const account = await newIdentity()
  const id = (count: number): EntryId => EntryId.parse(testId(0x100000000 * (n + 1) + count))
  const patient = (count: number): PatientId => PatientId.parse(testId(0xa00000000000 + 0x100000 * (n + 1) + count))
  const moment = (count: number) => instantOf(Date.parse('2026-11-20T00:00:00.000Z') + count * 60_000)
  const common = { realm, station, incident } as const
  const registered = Array.from({ length: patients }, (_, at): Entry => aPatient(
    { number: wardNumber(realm, letters, at + 1), naming: { kind: 'known', family: '架空', given: `${ward}${at + 1}`, familyKana: 'カクウ', givenKana: 'ハナコ' }, sex: 'female', birth: { kind: 'day', on: CalendarDate.parse('1950-03-04') }, bed: '301' },
    { ...common, id: id(at), patient: patient(at), at: moment(at), recordedAt: moment(at) },
  ))
  const written = Array.from({ length: notes }, (_, at): Entry => anEntry('note', { ...common, id: id(10_000 + at), patient: patient(at % patients), at: moment(100 + at), recordedAt: moment(100 + at), body: { text: `${says} の記録 ${at + 1}。意識清明、呼吸平静。` } }))
  const shown = photo === undefined ? [] : [anEntry('photo-taken', { ...common, id: id(20_000), patient: patient(0), at: moment(500), recordedAt: moment(500), body: { ...anEntry('photo-taken').body, of: 'paper', bytes: photo.length, caption: '指示の紙' } })]
  const input = anInput([...registered, ...written, ...shown], { photos: new Map(photo === undefined ? [] : [[id(20_000), photo]]), realm, station, incident, exportId: newUuid(), profile: { hospital: '架空総合病院', ward, letters } })
  const built = await buildExport(input, { officer: { recipient: officer }, accounts: [{ envelope: 1, recipient: account.recipient, signingKey: key.publicKey as never }], stationKey: key.minisignKey }, hooksOf(key)) // any Ed25519 key does for an account
  if (!built.ok) throw new Error(`The arrangement failed: ${JSON.stringify(built.error)}`)
  await mkdir(folder, { recursive: true })
  const path = join(folder, built.value.fileName)
  await writeFile(path, built.value.bytes)
  await writeFile(`${path}.minisig`, await key.signFile(built.value.bytes, built.value.comment))
  return [path, `${path}.minisig`]
}
