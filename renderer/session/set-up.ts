import { makeSealedCode, readSealedCode, type SealedCode } from '#domain/access/code.ts'
import { firstFreeNumber, nextEpoch, spareAccounts, type CeremonyMark } from '#domain/access/ceremony.ts'
import type { AgeIdentity, AgeRecipient, MinisignKey } from '#domain/access/keys.ts'
import { fingerprintOf, Roster } from '#domain/access/roster.ts'
import type { Bridge, Fault, StationStatus } from '#domain/bridge.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Hand } from '#domain/ports.ts'
import type { StationProfile } from '#domain/station.ts'
import { makeAccount, rosterHash, rosterLine, type NewAccount } from '../vault/account.ts'
import type { Vault } from '../workers/vault-worker.ts'

export type OfficerKey = { readonly recipient: AgeRecipient; readonly identity: AgeIdentity | null }

export type SetUpPorts = { readonly bridge: Bridge; readonly vault: Vault; readonly hand: Hand }

/**
 * What only this window has of a ceremony: the codes until each is on paper, and the accounts nobody's code seals yet. It
 * dies with the window; everything else lies on the disk (domain/access/ceremony.ts).
 */
export type Held = { readonly codes: Map<number, SealedCode>; readonly spares: NewAccount[] }

export type SetUpFault = Fault | { readonly code: 'numbers-used-up' }

/** Makes the accounts, the roster that lists them, and the files that only the codes open, and puts all but the codes on the disk. */
export async function prepareEnvelopes(ports: SetUpPorts, status: StationStatus, profile: StationProfile, officer: AgeRecipient, count: number): Promise<Result<{ readonly status: StationStatus; readonly held: Held }, SetUpFault>> {
  const begun = await ports.bridge.call('station:begin')
  if (!begun.ok) return begun
  const first = firstFreeNumber(status.card, count + spareAccounts)
  if (first === null) return err({ code: 'numbers-used-up' })
  const made = await Promise.all(Array.from({ length: count + spareAccounts }, (_, index) => makeAccount(first + index)))
  const roster = Roster.safeParse({
    v: 1,
    station: begun.value.station,
    realm: begun.value.realm,
    epoch: nextEpoch(status.card),
    officer: { recipient: officer },
    accounts: made.map(rosterLine),
    stationKey: begun.value.stationKey as MinisignKey, // the schema looks again
  })
  if (!roster.success) return err({ code: 'refused' })
  const codes = new Map<number, SealedCode>()
  const accounts = []
  for (const account of made.slice(0, count)) accounts.push(await sealedUnderNewCode(ports, account, roster.data, codes))
  const prepared = await ports.bridge.call('station:prepare', { profile, roster: roster.data, fingerprint: fingerprintOf(rosterHash(roster.data)), accounts })
  return prepared.ok ? ok({ status: prepared.value, held: { codes, spares: made.slice(count) } }) : prepared
}

/** A spare account takes the place of a voided one; the roster, and with it every sheet that is printed, stays. Null: there is none. */
export async function addSpare(ports: SetUpPorts, roster: Roster, held: Held): Promise<Result<StationStatus, Fault> | null> {
  const spare = held.spares.shift()
  return spare === undefined ? null : ports.bridge.call('ceremony:add', await sealedUnderNewCode(ports, spare, roster, held.codes))
}

/** Types a code back: proved on the file as it lies on the disk, and marked there. */
export async function proveEnvelope({ bridge, vault }: SetUpPorts, roster: Roster, envelope: number, typed: string): Promise<Result<StationStatus, { readonly code: string }>> {
  const code = readSealedCode(typed)
  if (!code.ok) return err({ code: 'wrong-code' })
  const kept = await bridge.call('ceremony:file', { envelope })
  if (!kept.ok) return kept.error.code === 'not-found' ? err({ code: 'file-damaged' }) : kept
  const proved = await vault.ask('proveCode', { code: code.value, file: { envelope, ...kept.value.file }, roster })
  return proved.ok ? mark(bridge, { mark: 'sheet', envelope, sheet: 'proved' }) : proved
}

export function mark(bridge: Bridge, made: CeremonyMark): Promise<Result<StationStatus, Fault>> {
  return bridge.call('ceremony:mark', made)
}

async function sealedUnderNewCode({ vault, hand }: SetUpPorts, account: NewAccount, roster: Roster, codes: Map<number, SealedCode>) {
  const code = makeSealedCode(hand)
  const { envelope, bytes, sha256 } = await vault.ask('sealAccount', { account, roster, code })
  codes.set(envelope, code)
  return { envelope, file: { bytes: new Uint8Array(bytes), sha256 } }
}
