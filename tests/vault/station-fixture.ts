import { makeSealedCode, type SealedCode } from '#domain/access/code.ts'
import { Roster } from '#domain/access/roster.ts'
import { IncidentId } from '#domain/ids.ts'
import { makeAccount, rosterLine, sealAccount, type AccountFile, type NewAccount } from '#renderer/vault/account.ts'
import { newIdentity, type KeyPair } from '#renderer/vault/age-file.ts'

export const incident = IncidentId.parse('01932f00-0000-7000-8000-0000000000aa')
export const otherIncident = IncidentId.parse('01932f00-0000-7000-8000-0000000000bb')

/** A whole set-up with real keys: accounts under their codes, the officer, and the roster they were sealed with. */
export type Station = {
  readonly officer: KeyPair
  readonly roster: Roster
  readonly envelopes: readonly { readonly account: NewAccount; readonly code: SealedCode; readonly file: AccountFile }[]
}

export async function aStation(changes: { readonly epoch?: number; readonly station?: string; readonly envelopes?: number } = {}): Promise<Station> {
  const numbers = Array.from({ length: changes.envelopes ?? 2 }, (_, index) => index + 1)
  const accounts = await Promise.all(numbers.map((number) => makeAccount(number)))
  const officer = await newIdentity()
  const roster = rosterOf(accounts, officer, changes)
  const envelopes = []
  for (const account of accounts) {
    const code = makeSealedCode({ random: (length) => crypto.getRandomValues(new Uint8Array(length)) })
    envelopes.push({ account, code, file: await sealAccount(account, roster, code) })
  }
  return { officer, roster, envelopes }
}

export function rosterOf(accounts: readonly NewAccount[], officer: KeyPair, changes: { readonly epoch?: number; readonly station?: string } = {}): Roster {
  return Roster.parse({
    v: 1,
    station: changes.station ?? '01932f00-0000-7000-8000-000000000001',
    realm: 'real',
    epoch: changes.epoch ?? 1,
    officer: { recipient: officer.recipient },
    accounts: accounts.map(rosterLine),
    stationKey: `RWQ${'f'.repeat(53)}`,
  })
}

/** Envelope n of a station; throws when the test asks for one it did not make. */
export function envelope(station: Station, number: number): Station['envelopes'][number] {
  const found = station.envelopes[number - 1]
  if (found === undefined) throw new Error('The fixture has no such envelope')
  return found
}

/** The value, in arrangements that must not fail. */
export function valueOf<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown }): Value {
  if (!result.ok) throw new Error(`The arrangement failed: ${JSON.stringify(result.error)}`)
  return result.value
}

export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
