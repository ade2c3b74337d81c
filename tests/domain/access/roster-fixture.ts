import { Roster } from '#domain/access/roster.ts'

/** Keys of the right form that nobody holds: for rules about rosters, not about opening. */
const recipient = (symbol: string) => `age1${symbol.repeat(58)}`

export function aRoster(changes: Record<string, unknown> = {}): Roster {
  return Roster.parse({
    v: 1,
    station: '01932f00-0000-7000-8000-000000000001',
    realm: 'real',
    epoch: 1,
    officer: { recipient: recipient('q') },
    accounts: [account(1, 'p', 'a'), account(2, 'z', 'b'), account(3, 'r', 'c')],
    stationKey: `RWQ${'f'.repeat(53)}`,
    ...changes,
  })
}

export function account(envelope: number, recipientSymbol: string, keySymbol: string): Record<string, unknown> {
  return { envelope, recipient: recipient(recipientSymbol), signingKey: keySymbol.repeat(64) }
}
