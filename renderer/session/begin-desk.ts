import type { MinisignKey } from '#domain/access/keys.ts'
import type { Passphrase } from '#domain/access/passphrase.ts'
import { Roster } from '#domain/access/roster.ts'
import type { Bridge, Fault, StationStatus } from '#domain/bridge.ts'
import { IncidentId } from '#domain/ids.ts'
import type { Person } from '#domain/log/person.ts'
import type { Hand } from '#domain/ports.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { StationProfile } from '#domain/station.ts'
import { makeAccount, rosterHash, rosterLine } from '../vault/account.ts'
import { recipientOf } from '../vault/age-file.ts'
import { wipe } from '../vault/bytes.ts'
import { incidentKeysText, newIncidentKey, signIncidentHeader } from '../vault/incident-key.ts'
import type { Vault } from '../workers/vault-worker.ts'
import { keepPassphrase } from './maintenance.ts'

type DeskPorts = { readonly bridge: Bridge; readonly hand: Hand; readonly vault: Vault }
export type DeskBeginning = { readonly profile: StationProfile; readonly person: Person; readonly key: string; readonly passphrase: Passphrase }
export type BeginDeskFault = Fault | { readonly code: 'not-an-identity' }

/**
 * Makes the record of a desk: a data key of its own for the officer alone, and a header signed by an account that ends with this
 * function. Of the officer's key no more than its public half stays. The passphrase is for the end: with it, and the officer, a
 * closed desk is erased. Rules DESK-2, DESK-13.
 */
export async function beginDesk({ bridge, hand, vault }: DeskPorts, { profile, person: { staffNumber }, key: typedKey, passphrase }: DeskBeginning): Promise<Result<{ readonly status: StationStatus; readonly dek: Uint8Array }, BeginDeskFault>> {
  const officer = await recipientOf(typedKey)
  if (!officer.ok) return officer
  const begun = await bridge.call('station:begin')
  if (!begun.ok) return begun
  const { station, realm, stationKey } = begun.value
  // Before there is a desk: one that began without it could not be erased.
  const kept = await keepPassphrase({ bridge, vault }, passphrase, officer.value.recipient, 'set-up', staffNumber)
  if (!kept.ok) return kept
  const account = await makeAccount(1)
  const roster = Roster.safeParse({ v: 1, station, realm, epoch: 1, officer: { recipient: officer.value.recipient }, accounts: [rosterLine(account)], stationKey: stationKey as MinisignKey }) // the schema looks again
  if (!roster.success) return err({ code: 'refused' })
  const key = await newIncidentKey({ accounts: [], officer: roster.data.officer })
  if (!key.ok) return err({ code: 'refused' })
  const incident = IncidentId.parse(hand.newId())
  const { dek, wrapped } = key.value
  const { envelope, ageIdentity, signingSeed } = account
  const header = signIncidentHeader({ v: 1, envelope, ageIdentity, signingSeed, rosterHash: rosterHash(roster.data), epoch: 1 }, { incident, openedAt: hand.now(), roster: roster.data, wrapped })
  const opened = await bridge.call('desk:begin', { profile, roster: roster.data, incident, keys: incidentKeysText(header, wrapped), staffNumber })
  if (opened.ok) return ok({ status: opened.value, dek })
  wipe(dek)
  return opened
}
