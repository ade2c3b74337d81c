import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { makeSealedCode, type SealedCode } from '#domain/access/code.ts'
import { fingerprintOf, type Roster } from '#domain/access/roster.ts'
import type { Handlers } from '#domain/bridge.ts'
import { IncidentId, StaffNumber } from '#domain/ids.ts'
import { StationLetters } from '#domain/number/ward-number.ts'
import type { Realm } from '#domain/realm.ts'
import { instantOf } from '#domain/time.ts'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { handlersOf } from '#electron/node/station/handlers.ts'
import { closeStation, openStation, type Station, type StationPorts } from '#electron/node/station/station.ts'
import { newUuid } from '#electron/node/uuid.ts'
import { makeAccount, openAccount, rosterHash, rosterLine, sealAccount, type AccountIdentity } from '#renderer/vault/account.ts'
import { newIdentity, type KeyPair } from '#renderer/vault/age-file.ts'
import { incidentKeysText, newIncidentKey, signIncidentHeader } from '#renderer/vault/incident-key.ts'

/** A station on the real disk, driven through the handlers a window would call. */
export type Prepared = {
  readonly folder: string
  readonly codes: readonly SealedCode[]
  readonly officer: KeyPair
  readonly roster: Roster
}

export type Running = { readonly station: Station; readonly call: Handlers }

export const nurse = StaffNumber.parse('N-104')

export async function aFolder(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'tomoshibi-station-')), 'data')
}

export async function dropFolder(folder: string): Promise<void> {
  await rm(join(folder, '..'), { recursive: true, force: true })
}

/** Copies a data folder with the mark beside it, or without: what a backup tool sees. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true })
}

export type Wall = { wallMs: number; monoMs: number }

export async function start(folder: string, over: Partial<StationPorts> & { readonly realm?: Realm; readonly time?: Wall; readonly chooseFolder?: () => Promise<string | null> } = {}): Promise<Running> {
  const { realm = 'real', time = { wallMs: 1_790_000_000_000, monoMs: 0 }, chooseFolder, ...ports } = over
  const station = await openStation(
    {
      disk: nodeDisk(),
      clock: { wallMs: () => time.wallMs, monoMs: () => time.monoMs },
      random: (length) => new Uint8Array(randomBytes(length)),
      newId: newUuid,
      machine: 'this-pc',
      markPath: `${folder}-mark.json`,
      version: 'test',
      runtime: 'node',
      power: () => ({ onBattery: false, percent: null }),
      second: null,
      forgetCopies: () => Promise.resolve(),
      ballastBytes: 4096,
      builtMs: 0,
      ...ports,
    },
    folder,
    realm,
  )
  if ('code' in station) throw new Error(station.code)
  const call = handlersOf(station, { lock: () => Promise.resolve(), emptyClipboardSoon: () => undefined, chooseFolder: chooseFolder ?? (async () => (await mkdir(`${folder}-export`, { recursive: true }), `${folder}-export`)), chooseFile: () => Promise.resolve(null), printPdf: () => Promise.resolve(null), putCopyAside: () => Promise.resolve(), machineChecks: () => Promise.resolve([]), start: randomBytes(4).toString('hex') })
  return { station, call }
}

/** The process dies: its files close, and nothing more is written. */
export async function kill({ station }: Running): Promise<void> {
  await station.incident?.journal.close()
  await station.base?.journal.close()
}

export const stop = ({ station }: Running): Promise<void> => closeStation(station)

/** Set-up as the window does it: accounts, roster, files; then sealed. */
export async function prepare(running: Running, folder: string): Promise<Prepared> {
  const begun = await running.call['station:begin'](undefined)
  if (!begun.ok) throw new Error(begun.error.code)
  const officer = await newIdentity()
  const accounts = await Promise.all([1, 2, 3].map(makeAccount))
  const codes = accounts.map(() => makeSealedCode({ random: (length) => new Uint8Array(randomBytes(length)) }))
  const roster: Roster = { v: 1, station: begun.value.station, realm: begun.value.realm, epoch: 1, officer: { recipient: officer.recipient }, accounts: accounts.map(rosterLine), stationKey: begun.value.stationKey as Roster['stationKey'] } // main's own key, in minisign's form
  const files = await Promise.all(accounts.map(async (account, index) => {
    const { envelope, bytes, sha256 } = await sealAccount(account, roster, codes[index] ?? codes[0] ?? ('' as SealedCode)) // as many codes as accounts
    return { envelope, file: { bytes: new Uint8Array(bytes), sha256 } }
  }))
  const profile = { hospital: '架空病院', ward: '3階西', letters: StationLetters.parse('AF'), beds: ['301', '302'] }
  const prepared = await running.call['station:prepare']({ profile, roster, fingerprint: fingerprintOf(rosterHash(roster)), accounts: files })
  if (!prepared.ok) throw new Error(prepared.error.code)
  for (const { envelope } of accounts) {
    for (const sheet of ['on-paper', 'proved'] as const) await running.call['ceremony:mark']({ mark: 'sheet', envelope, sheet })
    await running.call['ceremony:mark']({ mark: 'compared', envelope, isSame: true })
  }
  await running.call['ceremony:mark']({ mark: 'officer-proved' })
  const sealed = await running.call['station:seal']({ by: nurse })
  if (!sealed.ok) throw new Error(sealed.error.code)
  return { folder, codes, officer, roster }
}

/** Tries a code on an envelope as the opening screen does; the account, or the code of what went wrong. */
export async function tryCode({ call, station }: Running, envelope: number, code: SealedCode): Promise<AccountIdentity | string> {
  const given = await call['code:try']({ envelope, staffNumber: nurse })
  if (!given.ok) return given.error.code === 'wait' ? `wait ${given.error.seconds}` : given.error.code
  const roster = station.card?.roster
  if (roster === undefined) return 'no-roster'
  const opened = await openAccount(code, { envelope, ...given.value.file }, roster)
  if (opened.ok) return opened.value
  await call['code:wrong']({ envelope })
  return opened.error.code
}

export async function openIncident(running: Running, prepared: Prepared, envelope = 1): Promise<{ dek: Uint8Array; incident: IncidentId }> {
  const account = await tryCode(running, envelope, prepared.codes[envelope - 1] ?? ('' as SealedCode)) // three codes
  if (typeof account === 'string') throw new Error(account)
  const key = await newIncidentKey(prepared.roster)
  if (!key.ok) throw new Error(key.error.code)
  const incident = IncidentId.parse(newUuid())
  const header = signIncidentHeader(account, { incident, openedAt: instantOf(1_790_000_000_000), roster: prepared.roster, wrapped: key.value.wrapped })
  const opened = await running.call['incident:open']({ incident, keys: incidentKeysText(header, key.value.wrapped), envelope, staffNumber: nurse, reasonCode: 'earthquake', clockOffsetMs: 0 })
  if (!opened.ok) throw new Error(opened.error.code)
  return { dek: key.value.dek, incident }
}
