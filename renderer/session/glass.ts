import type { SealedCode } from '#domain/access/code.ts'
import type { Roster, RosterOverride } from '#domain/access/roster.ts'
import type { Bridge, Fault, StationStatus } from '#domain/bridge.ts'
import { IncidentId, type StaffNumber } from '#domain/ids.ts'
import type { Hand } from '#domain/ports.ts'
import { readingAccounts, type StationCard } from '#domain/station.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { wipe } from '../vault/bytes.ts'
import type { AccountFault, AccountIdentity } from '../vault/account.ts'
import { incidentKeysText, newIncidentKey, readIncidentKeysText, signIncidentHeader, unwrapIncidentKey, type HeaderFault, type UnwrapFault } from '../vault/incident-key.ts'
import type { Vault } from '../workers/vault-worker.ts'
import { carryReferenceKeys } from './reference.ts'

/** What a right code gives: the incident's data key, for this window's memory. */
export type Opened = { readonly incident: IncidentId; readonly dek: Uint8Array; readonly account: number; readonly status: StationStatus; readonly isNew: boolean }

export type GlassFault = Fault | AccountFault | HeaderFault | UnwrapFault | { readonly code: 'roster-unusable' } | { readonly code: 'vault-failed' }

export type Asked = {
  readonly envelope: number
  readonly code: SealedCode
  readonly staffNumber: StaffNumber
  readonly reasonCode: string
  readonly clockOffsetMs: number
  /** Two people who open although the roster differs from the one sealed inside the account. */
  readonly override: RosterOverride | null
}

export type GlassPorts = { readonly bridge: Bridge; readonly vault: Vault; readonly hand: Hand }

/**
 * Opens an envelope's account and, with it, the incident: a new one while the station is sealed, the running
 * one otherwise. The machine has journalled the attempt and counted it as wrong before it gave the file out.
 */
export async function breakGlass(ports: GlassPorts, status: StationStatus, asked: Asked): Promise<Result<Opened, GlassFault>> {
  const { card } = status
  if (card === null) return err({ code: 'not-found' })
  const account = await openEnvelope(ports, card.roster, asked)
  if (!account.ok) return account
  const opened = status.incident === null ? await declare(ports, card, account.value, asked) : await join(ports, card, account.value, status.incident, asked)
  if (opened.ok) await carryReferenceKeys(ports.bridge, account.value.ageIdentity, opened.value.dek, { realm: status.realm, incident: opened.value.incident })
  return opened
}

async function openEnvelope({ bridge, vault }: GlassPorts, roster: Roster, { envelope, code, staffNumber, override }: Asked): Promise<Result<AccountIdentity, GlassFault>> {
  const given = await bridge.call('code:try', { envelope, staffNumber })
  if (!given.ok) return given
  try {
    const opened = await vault.ask('openAccount', { code, file: { envelope, ...given.value.file }, roster, override })
    if (!opened.ok) await bridge.call('code:wrong', { envelope })
    return opened
  } catch {
    return err({ code: 'vault-failed' })
  }
}

async function declare({ bridge, hand }: GlassPorts, card: StationCard, account: AccountIdentity, asked: Asked): Promise<Result<Opened, GlassFault>> {
  const { roster } = card
  const key = await newIncidentKey({ accounts: readingAccounts(card), officer: roster.officer })
  if (!key.ok) return err({ code: 'roster-unusable' })
  const incident = IncidentId.parse(hand.newId())
  const header = signIncidentHeader(account, { incident, openedAt: hand.now(), roster, wrapped: key.value.wrapped })
  const { envelope, staffNumber, reasonCode, clockOffsetMs } = asked
  const opened = await bridge.call('incident:open', { incident, keys: incidentKeysText(header, key.value.wrapped), envelope, staffNumber, reasonCode, clockOffsetMs })
  return opened.ok ? ok({ incident, dek: key.value.dek, account: envelope, status: opened.value, isNew: true }) : opened
}

/** A further envelope, or the same one again after a restart. An incident made from public keys alone is refused here. */
async function join({ bridge }: GlassPorts, card: StationCard, account: AccountIdentity, running: StationStatus['incident'] & {}, { envelope, staffNumber }: Asked): Promise<Result<Opened, GlassFault>> {
  const keys = readIncidentKeysText(running.keys, card.roster)
  if (!keys.ok) return keys
  // A voided account still stands in the roster that every sheet carries; what it signs is nobody's.
  if (!readingAccounts(card).some((one) => one.envelope === keys.value.header.envelope)) return err({ code: 'header-forged' })
  const dek = await unwrapIncidentKey(account.ageIdentity, keys.value.wrapped)
  if (!dek.ok) return dek
  const joined = await bridge.call('incident:join', { envelope, staffNumber })
  if (joined.ok) return ok({ incident: running.incident, dek: dek.value, account: envelope, status: joined.value, isNew: false })
  wipe(dek.value)
  return joined
}
