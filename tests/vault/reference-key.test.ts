import { expect, test } from 'vitest'
import { StaffNumber, StationId } from '#domain/ids.ts'
import { ReferenceSetId, statementText, type ReferenceStatement } from '#domain/reference/reference-set.ts'
import { Instant } from '#domain/time.ts'
import { newIdentity } from '#renderer/vault/age-file.ts'
import { sha256Hex } from '#renderer/vault/bytes.ts'
import { newReferenceKey, openReferenceKeys, unwrapReferenceKey, type ReferenceScope } from '#renderer/vault/reference-key.ts'
import { aStation, flipped, utf8, valueOf } from './station-fixture.ts'

const set = ReferenceSetId.parse('01932f00-0000-7000-8000-0000000000e1')
const scope: ReferenceScope = { realm: 'real', station: StationId.parse('01932f00-0000-7000-8000-000000000001'), set }
const refused = { ok: false, error: { code: 'cannot-open' } }

test('[REF-32] the key of a list is for every account of the roster and the officer, and for nobody else', async () => {
  const { roster, officer, envelopes } = await aStation()
  const { key, wrapped } = valueOf(await newReferenceKey(roster))
  for (const identity of [...envelopes.map(({ account }) => account.ageIdentity), officer.identity]) expect(await unwrapReferenceKey(identity, { wrapped })).toEqual({ ok: true, value: key })
  const stranger = await newIdentity()
  expect(await unwrapReferenceKey(stranger.identity, { wrapped })).toEqual({ ok: false, error: { code: 'not-for-this-key' } })
  expect(await unwrapReferenceKey(officer.identity, { wrapped: wrapped.slice(0, -80) })).toEqual({ ok: false, error: { code: 'file-damaged' } })
})

test('[REF-33] a part opens in its own place of its own list only', async () => {
  const key = new Uint8Array(32).fill(7)
  const keys = await openReferenceKeys(key, scope)
  const sealed = await keys.sealPart(3, utf8('架空 花子'))
  expect(await keys.openPart(3, sealed)).toEqual({ ok: true, value: utf8('架空 花子') })
  expect(await keys.openPart(2, sealed)).toEqual(refused)
  expect(await keys.openPart(3, flipped(sealed, 20))).toEqual(refused)
  const others: readonly ReferenceScope[] = [
    { ...scope, realm: 'drill' },
    { ...scope, station: StationId.parse('01932f00-0000-7000-8000-000000000002') },
    { ...scope, set: ReferenceSetId.parse('01932f00-0000-7000-8000-0000000000e2') },
  ]
  for (const other of others) expect(await (await openReferenceKeys(key, other)).openPart(3, sealed)).toEqual(refused)
})

test('[REF-33] the proof is another for every changed time, count, part or importer', async () => {
  const keys = await openReferenceKeys(new Uint8Array(32).fill(7), scope)
  const statement: ReferenceStatement = {
    ...scope, v: 1, kind: 'patients', epoch: 1, takenAt: Instant.parse('2026-11-20T07:40:00.000Z'), source: 'csv', patients: 2, stays: 0, documents: 0, faults: 1,
    by: StaffNumber.parse('N-104'), parts: [sha256Hex(utf8('one')), sha256Hex(utf8('two'))], wrapped: '-----BEGIN AGE ENCRYPTED FILE-----\nAA==\n-----END AGE ENCRYPTED FILE-----\n',
  }
  const changed: readonly ReferenceStatement[] = [
    { ...statement, takenAt: Instant.parse('2026-11-21T07:40:00.000Z') }, { ...statement, patients: 3 }, { ...statement, faults: 0 }, { ...statement, kind: 'census' },
    { ...statement, parts: statement.parts.slice(0, 1) }, { ...statement, parts: statement.parts.toReversed() }, { ...statement, by: StaffNumber.parse('N-105') },
  ]
  const proofs = await Promise.all([statement, ...changed].map(keys.prove))
  expect(new Set(proofs).size).toBe(changed.length + 1)
  expect(await keys.prove({ ...statement })).toBe(proofs[0])
  // A list that was imported before there were documents is proved by the same text.
  expect(statementText(statement)).not.toContain('documents')
  expect(await keys.prove({ ...statement, kind: 'documents', documents: 2 })).not.toBe(await keys.prove({ ...statement, kind: 'documents', documents: 3 }))
})
