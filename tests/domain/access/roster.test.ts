import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { compareRosters } from '#domain/access/compare-rosters.ts'
import { canonicalRoster, fingerprintOf, hashOfRoster, overrideRoster, Roster } from '#domain/access/roster.ts'
import { Sha256, StaffNumber } from '#domain/ids.ts'
import { account, aRoster } from './roster-fixture.ts'

const digest = (text: string): Sha256 => Sha256.parse(createHash('sha256').update(text, 'utf8').digest('hex'))
const hashOf = (roster: Roster): Sha256 => hashOfRoster(roster, digest)
const three = [account(1, 'p', 'a'), account(2, 'z', 'b'), account(3, 'r', 'c')]

/** Every way a roster can change, and what people must be told. */
const changes = [
  ['station', { station: '01932f00-0000-7000-8000-000000000002' }, [{ code: 'other-station' }]],
  ['realm', { realm: 'drill' }, [{ code: 'other-realm', from: 'real', to: 'drill' }]],
  ['epoch', { epoch: 2 }, [{ code: 'other-epoch', from: 1, to: 2 }]],
  ['recovery officer', { officer: { recipient: `age1${'8'.repeat(58)}` } }, [{ code: 'officer-changed' }]],
  ['station key', { stationKey: `RWT${'f'.repeat(53)}` }, [{ code: 'station-key-changed' }]],
  ['accounts: one more', { accounts: [...three, account(4, '8', 'd')] }, [{ code: 'account-added', envelope: 4 }]],
  ['accounts: one fewer', { accounts: three.slice(0, 2) }, [{ code: 'account-removed', envelope: 3 }]],
  ['accounts: another recipient', { accounts: [...three.slice(0, 2), account(3, '8', 'c')] }, [{ code: 'account-recipient-changed', envelope: 3 }]],
  ['accounts: another signing key', { accounts: [...three.slice(0, 2), account(3, 'r', 'd')] }, [{ code: 'account-signing-key-changed', envelope: 3 }]],
  [
    'accounts: recipients exchanged',
    { accounts: [account(1, 'z', 'a'), account(2, 'p', 'b'), account(3, 'r', 'c')] },
    [{ code: 'account-recipient-changed', envelope: 1 }, { code: 'account-recipient-changed', envelope: 2 }],
  ],
] as const

describe('the roster', () => {
  it('[KEY-10] has one text and one hash in whatever order its accounts are listed', () => {
    const turned = aRoster({ accounts: three.toReversed() })
    expect(canonicalRoster(turned)).toBe(canonicalRoster(aRoster()))
    expect(hashOf(turned)).toBe(hashOf(aRoster()))
    expect(compareRosters(aRoster(), turned)).toEqual([])
  })

  it('[KEY-10] keeps its text and hash for ever', () => {
    expect(canonicalRoster(aRoster()).split('\n').slice(0, 4)).toEqual(['tomoshibi roster v1', 'station 01932f00-0000-7000-8000-000000000001', 'realm real', 'epoch 1'])
    expect(hashOf(aRoster())).toBe('21d1057dd5e495e6ee685b35836ce965e43a6d306c917317163b693b178732f9')
  })

  it.each([
    ['an envelope twice', { accounts: [account(1, 'p', 'a'), account(1, 'z', 'b')] }],
    ['a recipient twice', { accounts: [account(1, 'p', 'a'), account(2, 'p', 'b')] }],
    ['the officer’s recipient as an account', { accounts: [account(1, 'q', 'a')] }],
    ['a signing key twice', { accounts: [account(1, 'p', 'a'), account(2, 'z', 'a')] }],
    ['no account', { accounts: [] }],
    ['envelope 0', { accounts: [account(0, 'p', 'a')] }],
    ['a post-quantum officer', { officer: { recipient: `age1pq1${'q'.repeat(1950)}` } }],
    ['a plugin’s recipient', { officer: { recipient: `age1yubikey1${'q'.repeat(50)}` } }],
    ['a signing key in capitals', { accounts: [{ ...account(1, 'p', 'a'), signingKey: 'A'.repeat(64) }] }],
    ['a field nobody knows', { extra: 1 }],
    ['a signature for a key', { stationKey: `RUQ${'f'.repeat(53)}` }],
  ])('[KEY-11] refuses %s', (_, change) => {
    expect(Roster.safeParse(aRoster()).success).toBe(true)
    expect(Roster.safeParse({ ...aRoster(), ...change }).success).toBe(false)
  })

  it.each(changes)('[KEY-12] a changed %s changes the fingerprint and is named', (_, change, differences) => {
    const after = aRoster(change)
    expect(fingerprintOf(hashOf(after))).not.toBe(fingerprintOf(hashOf(aRoster())))
    expect(compareRosters(aRoster(), after)).toEqual(differences)
  })

  it('[KEY-13] prints as fifteen symbols in three groups, the first 75 bits of its hash', () => {
    const hash = Sha256.parse('00443214c74254b635cf' + '0'.repeat(44))
    expect(fingerprintOf(hash)).toBe('01234-56789-ABCDE')
    expect(fingerprintOf(Sha256.parse('f'.repeat(64)))).toBe('ZZZZZ-ZZZZZ-ZZZZZ')
  })

  it('[KEY-14] is accepted differing only by two different people with a reason', () => {
    const [first, second] = [StaffNumber.parse('N1201'), StaffNumber.parse('D0044')]
    expect(overrideRoster(first, second, '封筒3を作り直した。台帳で確認')).toMatchObject({ ok: true, value: { first, second } })
    expect(overrideRoster(first, StaffNumber.parse('n1201'), '確認した')).toEqual({ ok: false, error: { code: 'one-person' } })
    expect(overrideRoster(first, second, ' 　')).toEqual({ ok: false, error: { code: 'reason-missing' } })
    expect(overrideRoster(first, second, '長'.repeat(301))).toEqual({ ok: false, error: { code: 'text-too-long', most: 300 } })
  })
})
