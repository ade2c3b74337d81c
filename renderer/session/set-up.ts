import { makeSealedCode, type SealedCode } from '#domain/access/code.ts'
import type { AgeIdentity, AgeRecipient, MinisignKey } from '#domain/access/keys.ts'
import { fingerprintOf, Roster } from '#domain/access/roster.ts'
import type { Bridge, Fault, StationStatus } from '#domain/bridge.ts'
import { err, type Result } from '#domain/result.ts'
import type { Hand } from '#domain/ports.ts'
import type { StationProfile } from '#domain/station.ts'
import { makeAccount, rosterHash, rosterLine, type AccountFile, type NewAccount } from '../vault/account.ts'
import type { Vault } from '../workers/vault-worker.ts'

/** One envelope while it is being made: its code exists here and, once printed, on paper only. */
export type Envelope = { readonly number: number; readonly account: NewAccount; readonly code: SealedCode; readonly file: AccountFile }

export type OfficerKey = { readonly recipient: AgeRecipient; readonly identity: AgeIdentity | null }

export type Prepared = { readonly roster: Roster; readonly fingerprint: string; readonly envelopes: readonly Envelope[] }

/** Makes the accounts, the roster that lists them, and the files that only the codes open. */
export async function prepareEnvelopes(ports: { readonly bridge: Bridge; readonly vault: Vault; readonly hand: Hand }, officer: AgeRecipient, count: number, told: (done: number) => void): Promise<Result<Prepared, Fault>> {
  const begun = await ports.bridge.call('station:begin')
  if (!begun.ok) return begun
  const accounts = await Promise.all(Array.from({ length: count }, (_, index) => makeAccount(index + 1)))
  const roster = Roster.safeParse({
    v: 1,
    station: begun.value.station,
    realm: begun.value.realm,
    epoch: 1,
    officer: { recipient: officer },
    accounts: accounts.map(rosterLine),
    stationKey: begun.value.stationKey as MinisignKey, // the schema looks again
  })
  if (!roster.success) return err({ code: 'refused' })
  const envelopes: Envelope[] = []
  for (const account of accounts) {
    const code = makeSealedCode(ports.hand)
    envelopes.push({ number: account.envelope, account, code, file: await ports.vault.ask('sealAccount', { account, roster: roster.data, code }) })
    told(envelopes.length)
  }
  return { ok: true, value: { roster: roster.data, fingerprint: fingerprintOf(rosterHash(roster.data)), envelopes } }
}

/** Hands the station its card and files, and seals it. Only after every code was proved. */
export async function sealStation(bridge: Bridge, profile: StationProfile, { roster, fingerprint, envelopes }: Prepared): Promise<Result<StationStatus, Fault>> {
  const accounts = envelopes.map(({ number, file }) => ({ envelope: number, file: { bytes: new Uint8Array(file.bytes), sha256: file.sha256 } }))
  const prepared = await bridge.call('station:prepare', { profile, roster, fingerprint, accounts })
  return prepared.ok ? bridge.call('station:seal') : prepared
}
