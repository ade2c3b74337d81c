import type { MinisignKey } from '#domain/access/keys.ts'
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

export type BeginDeskFault = Fault | { readonly code: 'not-an-identity' }

/**
 * Makes the record of a desk: a data key of its own for the officer alone, and a header signed by an account that ends with this
 * function. Of the officer's key no more than its public half stays. Rule DESK-2.
 */
export async function beginDesk(bridge: Bridge, hand: Hand, profile: StationProfile, typedKey: string, { staffNumber }: Person): Promise<Result<{ readonly status: StationStatus; readonly dek: Uint8Array }, BeginDeskFault>> {
  const officer = await recipientOf(typedKey)
  if (!officer.ok) return officer
  const begun = await bridge.call('station:begin')
  if (!begun.ok) return begun
  const { station, realm, stationKey } = begun.value
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
