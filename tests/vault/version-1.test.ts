import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readRestartCode, readSealedCode } from '#domain/access/code.ts'
import { AgeIdentity } from '#domain/access/keys.ts'
import { Roster } from '#domain/access/roster.ts'
import { EntryId, Sha256 } from '#domain/ids.ts'
import { openAccount } from '#renderer/vault/account.ts'
import { unarmored } from '#renderer/vault/age-file.ts'
import { sha256Hex } from '#renderer/vault/bytes.ts'
import { readIncidentKeysText, unwrapIncidentKey } from '#renderer/vault/incident-key.ts'
import { openWithRestartCode } from '#renderer/vault/restart-code.ts'
import { openKeys } from '#renderer/vault/seal.ts'
import { utf8, valueOf } from './station-fixture.ts'

const Kept = z.object({
  roster: Roster,
  officer: AgeIdentity,
  envelope: z.number(),
  code: z.string(),
  account: z.string(),
  accountSha256: Sha256,
  incidentKeys: z.string(),
  entry: EntryId,
  sealed: z.string(),
  plain: z.string(),
  restartCode: z.string(),
  restart: z.string(),
})
const kept = Kept.parse(JSON.parse(readFileSync(new URL('version-1.json', import.meta.url), 'utf8')))

describe('a station set up by version 1', () => {
  it('[KEY-24] opens with its envelope: account, incident and entry', async () => {
    const file = { envelope: kept.envelope, bytes: valueOf(unarmored(kept.account)), sha256: kept.accountSha256 }
    const identity = valueOf(await openAccount(valueOf(readSealedCode(kept.code)), file, kept.roster))
    const { header, wrapped } = valueOf(readIncidentKeysText(kept.incidentKeys, kept.roster))
    const dek = valueOf(await unwrapIncidentKey(identity.ageIdentity, wrapped))
    const keys = await openKeys(dek, { realm: header.realm, incident: header.incident })
    expect(await keys.openEntry(kept.entry, Uint8Array.from(Buffer.from(kept.sealed, 'hex')))).toEqual({ ok: true, value: utf8(kept.plain) })
  })

  it('[KEY-24] opens with its officer and with its restart code alike', async () => {
    const { wrapped } = valueOf(readIncidentKeysText(kept.incidentKeys, kept.roster))
    const dek = valueOf(await unwrapIncidentKey(kept.officer, wrapped))
    const bytes = valueOf(unarmored(kept.restart))
    const code = valueOf(readRestartCode(kept.restartCode))
    expect(await openWithRestartCode(code, { bytes, sha256: sha256Hex(bytes) })).toEqual({ ok: true, value: dek })
  })
})
