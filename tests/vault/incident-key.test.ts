import { createPublicKey, verify } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { incidentStatement, type IncidentHeader } from '#domain/access/incident-header.ts'
import { makeAccount, openAccount, rosterHash, rosterLine, type AccountIdentity } from '#renderer/vault/account.ts'
import { encryptTo, newIdentity } from '#renderer/vault/age-file.ts'
import { incidentKeysText, newIncidentKey, readIncidentKeysText, signIncidentHeader, unwrapIncidentKey, verifyIncidentHeader, type NewIncidentKey } from '#renderer/vault/incident-key.ts'
import { instantOf } from '#domain/time.ts'
import { age, hasAge, inFolder } from './outside-age.ts'
import { aStation, envelope, flipped, incident, otherIncident, valueOf, type Station } from './station-fixture.ts'

const openedAt = instantOf(1_795_000_000_000)
const refused = (code: string) => ({ ok: false, error: { code } })

let station: Station
let opener: AccountIdentity
let key: NewIncidentKey
let header: IncidentHeader
beforeAll(async () => {
  station = await aStation()
  const { code, file } = envelope(station, 1)
  opener = valueOf(await openAccount(code, file, station.roster))
  key = valueOf(await newIncidentKey(station.roster))
  header = signIncidentHeader(opener, { incident, openedAt, roster: station.roster, wrapped: key.wrapped })
})

describe('the data key of an incident', () => {
  it('[KEY-40] opens for every account and the officer', async () => {
    const holders = [...station.envelopes.map(({ account }) => account.ageIdentity), station.officer.identity]
    expect(holders).toHaveLength(3)
    for (const holder of holders) expect(await unwrapIncidentKey(holder, key.wrapped)).toEqual({ ok: true, value: key.dek })
  })

  it('[KEY-40] opens for nobody else', async () => {
    expect(await unwrapIncidentKey((await newIdentity()).identity, key.wrapped)).toEqual(refused('not-for-this-key'))
  })

  it('[KEY-40] is new for every incident', async () => {
    const next = valueOf(await newIncidentKey(station.roster))
    expect(next.dek).toHaveLength(32)
    expect(next.dek).not.toEqual(key.dek)
  })

  it('[KEY-40] is told as damaged when it is, or when something else lies in its place', async () => {
    const { identity } = station.officer
    expect(await unwrapIncidentKey(identity, flipped(key.wrapped, key.wrapped.length - 1))).toEqual(refused('file-damaged'))
    const short = valueOf(await encryptTo([station.officer.recipient], new Uint8Array(31)))
    expect(await unwrapIncidentKey(identity, short)).toEqual(refused('file-damaged'))
  })
})

describe('the incident header', () => {
  it('[KEY-41] signed with an opened envelope is recognised', () => {
    expect(verifyIncidentHeader(header, key.wrapped, station.roster)).toEqual({ ok: true, value: header })
    expect(verifyIncidentHeader(JSON.parse(JSON.stringify(header)), key.wrapped, station.roster)).toEqual({ ok: true, value: header })
  })

  it('[KEY-41] made from public keys alone is recognised as forged', async () => {
    // All the forger has: roster and recipients. The data key is the forger's own, rightly wrapped to everybody.
    const forged = valueOf(await newIncidentKey(station.roster))
    const forger = await makeAccount(1)
    const asEnvelope1: AccountIdentity = { v: 1, envelope: 1, ageIdentity: forger.ageIdentity, signingSeed: forger.signingSeed, rosterHash: rosterHash(station.roster), epoch: 1 }
    const made = signIncidentHeader(asEnvelope1, { incident: otherIncident, openedAt, roster: station.roster, wrapped: forged.wrapped })
    expect(verifyIncidentHeader(made, forged.wrapped, station.roster)).toEqual(refused('header-forged'))
    expect(verifyIncidentHeader({ ...made, signature: '0'.repeat(128) }, forged.wrapped, station.roster)).toEqual(refused('header-forged'))
    expect(verifyIncidentHeader({ ...made, signature: 'f'.repeat(128) }, forged.wrapped, station.roster)).toEqual(refused('header-forged'))
  })

  it('[KEY-41] with a signature borrowed from a genuine incident is recognised as forged', async () => {
    const forged = valueOf(await newIncidentKey(station.roster))
    const made = signIncidentHeader(opener, { incident: otherIncident, openedAt, roster: station.roster, wrapped: forged.wrapped })
    expect(verifyIncidentHeader({ ...made, signature: header.signature }, forged.wrapped, station.roster)).toEqual(refused('header-forged'))
  })

  it('[KEY-41] signed by envelope 2 under the name of envelope 1 is recognised as forged', async () => {
    const { code, file } = envelope(station, 2)
    const second = valueOf(await openAccount(code, file, station.roster))
    const made = signIncidentHeader({ ...second, envelope: 1 }, { incident, openedAt, roster: station.roster, wrapped: key.wrapped })
    expect(verifyIncidentHeader(made, key.wrapped, station.roster)).toEqual(refused('header-forged'))
  })

  it('[KEY-42] for a roster with one more account, or of another epoch, is refused', async () => {
    const added = { ...station.roster, accounts: [...station.roster.accounts, rosterLine(await makeAccount(3))] }
    expect(verifyIncidentHeader(header, key.wrapped, added)).toEqual(refused('roster-differs'))
    expect(verifyIncidentHeader(header, key.wrapped, { ...station.roster, epoch: 2 })).toEqual(refused('roster-differs'))
    const made = signIncidentHeader(opener, { incident, openedAt, roster: added, wrapped: key.wrapped })
    expect(verifyIncidentHeader(made, key.wrapped, station.roster)).toEqual(refused('roster-differs'))
  })

  it('[KEY-42] naming an envelope that the roster does not have is refused', () => {
    const made = signIncidentHeader({ ...opener, envelope: 9 }, { incident, openedAt, roster: station.roster, wrapped: key.wrapped })
    expect(verifyIncidentHeader(made, key.wrapped, station.roster)).toEqual({ ok: false, error: { code: 'unknown-envelope', envelope: 9 } })
  })

  it('[KEY-43] beside another wrapped key is refused', async () => {
    const other = valueOf(await newIncidentKey(station.roster))
    expect(verifyIncidentHeader(header, other.wrapped, station.roster)).toEqual(refused('wrapped-differs'))
  })

  it('[KEY-44] has no field that can be changed', () => {
    const changes: readonly (readonly [Partial<Record<keyof IncidentHeader, unknown>>, string])[] = [
      [{ incident: otherIncident }, 'header-forged'],
      [{ openedAt: instantOf(1_795_000_000_001) }, 'header-forged'],
      [{ envelope: 2 }, 'header-forged'],
      [{ wrappedSha256: '0'.repeat(64) }, 'header-forged'],
      [{ realm: 'drill' }, 'roster-differs'],
      [{ station: otherIncident }, 'roster-differs'],
      [{ rosterHash: '0'.repeat(64) }, 'roster-differs'],
      [{ epoch: 2 }, 'roster-differs'],
      [{ v: 2 }, 'header-malformed'],
      [{ signature: header.signature.toUpperCase() + 'g' }, 'header-malformed'],
    ]
    for (const [change, code] of changes) expect(verifyIncidentHeader({ ...header, ...change }, key.wrapped, station.roster)).toEqual(refused(code))
    expect(new Set(changes.flatMap(([change]) => Object.keys(change)))).toEqual(new Set(Object.keys(header)))
    for (const strange of [null, 'x', [], { ...header, extra: 1 }]) expect(verifyIncidentHeader(strange, key.wrapped, station.roster)).toEqual(refused('header-malformed'))
  })

  it('[KEY-44] is checked alike by the machine’s own library', () => {
    const { signingKey } = envelope(station, 1).account
    const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(signingKey, 'hex')])
    const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' })
    expect(verify(null, Buffer.from(incidentStatement(header)), publicKey, Buffer.from(header.signature, 'hex'))).toBe(true)
  })

  it('[KEY-44] is signed as RFC 8032 signs, test 2', () => {
    const seed = Uint8Array.from(Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex'))
    expect(Buffer.from(ed25519.sign(Uint8Array.from([0x72]), seed)).toString('hex')).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    )
  })
})

describe('header and wrapped key in one text', () => {
  it('[KEY-45] come back verified', () => {
    const text = incidentKeysText(header, key.wrapped)
    expect(readIncidentKeysText(text, station.roster)).toEqual({ ok: true, value: { header, wrapped: key.wrapped } })
    expect(text.length).toBeLessThan(65_536)
  })

  it('[KEY-45] are refused when one of them is another, or the text is none', async () => {
    const other = valueOf(await newIncidentKey(station.roster))
    expect(readIncidentKeysText(incidentKeysText(header, other.wrapped), station.roster)).toEqual(refused('wrapped-differs'))
    for (const strange of ['', '{}', 'null', '{"v":1,"header":{},"wrapped":"x"}']) expect(readIncidentKeysText(strange, station.roster)).toEqual(refused('header-malformed'))
  })

  it.skipIf(!hasAge)('[KEY-45] let the officer open the data key with `age`', async () => {
    const { wrapped } = JSON.parse(incidentKeysText(header, key.wrapped)) as { wrapped: string } // cut out as a person would
    const files = { 'key.age': wrapped, identity: `${station.officer.identity}\n` }
    expect(await inFolder(files, (folder) => age(folder, '-d', '-i', 'identity', 'key.age'))).toEqual(key.dek)
  })
})
