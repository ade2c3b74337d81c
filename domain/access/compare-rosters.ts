import type { Realm } from '../realm.ts'
import type { Roster, RosterAccount } from './roster.ts'

/** One thing in which two rosters differ, in the order people should read them: the worst first. */
export type RosterDifference =
  | { readonly code: 'other-station' }
  | { readonly code: 'other-realm'; readonly from: Realm; readonly to: Realm }
  | { readonly code: 'officer-changed' }
  | { readonly code: 'account-added'; readonly envelope: number }
  | { readonly code: 'account-removed'; readonly envelope: number }
  /** This envelope's reading key is another: what is written from now on opens with the new one. */
  | { readonly code: 'account-recipient-changed'; readonly envelope: number }
  /** This envelope's signing key is another: incidents it signs are recognised by the new one. */
  | { readonly code: 'account-signing-key-changed'; readonly envelope: number }
  | { readonly code: 'station-key-changed' }
  | { readonly code: 'other-epoch'; readonly from: number; readonly to: number }

/** Everything in which they differ; empty exactly when their hashes are the same. */
export function compareRosters(before: Roster, after: Roster): readonly RosterDifference[] {
  return [
    ...when(before.station !== after.station, { code: 'other-station' }),
    ...when(before.realm !== after.realm, { code: 'other-realm', from: before.realm, to: after.realm }),
    ...when(before.officer.recipient !== after.officer.recipient, { code: 'officer-changed' }),
    ...envelopesOf(before, after).flatMap((envelope) => compareAccount(envelope, accountOf(before, envelope), accountOf(after, envelope))),
    ...when(before.stationKey !== after.stationKey, { code: 'station-key-changed' }),
    ...when(before.epoch !== after.epoch, { code: 'other-epoch', from: before.epoch, to: after.epoch }),
  ]
}

export function accountOf(roster: Roster, envelope: number): RosterAccount | null {
  return roster.accounts.find((account) => account.envelope === envelope) ?? null
}

function compareAccount(envelope: number, before: RosterAccount | null, after: RosterAccount | null): readonly RosterDifference[] {
  if (before === null) return [{ code: 'account-added', envelope }]
  if (after === null) return [{ code: 'account-removed', envelope }]
  return [
    ...when(before.recipient !== after.recipient, { code: 'account-recipient-changed', envelope }),
    ...when(before.signingKey !== after.signingKey, { code: 'account-signing-key-changed', envelope }),
  ]
}

function envelopesOf(...rosters: readonly Roster[]): readonly number[] {
  const numbers = rosters.flatMap(({ accounts }) => accounts.map(({ envelope }) => envelope))
  return [...new Set(numbers)].toSorted((one, other) => one - other)
}

function when(isSo: boolean, difference: RosterDifference): readonly RosterDifference[] {
  return isSo ? [difference] : []
}
