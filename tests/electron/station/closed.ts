import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { AgeRecipient } from '#domain/access/keys.ts'
import type { Handlers } from '#domain/bridge.ts'
import type { Medium, OneDeviceReason } from '#domain/erasure/archive.ts'
import { Sha256, StaffNumber, type IncidentId } from '#domain/ids.ts'

/** The last steps of an emergency as a window makes them; an archive here is any bytes, for the machine reads none. */
export const [nurse, it104, keeper] = [StaffNumber.parse('N-104'), StaffNumber.parse('IT-104'), StaffNumber.parse('R-007')]
const token = new Uint8Array(32).fill(7)
const text = '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n'
const hashOf = (bytes: Uint8Array): Sha256 => Sha256.parse(createHash('sha256').update(bytes).digest('hex'))

export const archiveBytes = new Uint8Array(new TextEncoder().encode('age-encryption.org/v1, as far as the machine is concerned'))

export async function reconcile(call: Handlers): Promise<void> {
  expect(await call['incident:stand-down']({ staffNumber: nurse })).toMatchObject({ ok: true })
  expect(await call['incident:retire']({ staffNumber: nurse, withoutBackup: true })).toMatchObject({ ok: true, value: { card: { phase: 'reconciling' } } })
}

/** Writes an archive into the folder that is chosen next, and keeps it as this medium's. */
export async function archive(call: Handlers, medium: Medium, oneDevice: OneDeviceReason | null = null, bytes = archiveBytes) {
  const [chosen, status] = [await call['export:choose'](undefined), await call['station:status'](undefined)]
  if (!chosen.ok || chosen.value.folder === null || !status.ok || status.value.incident === null) throw new Error('No folder, or no record')
  const upTo = status.value.incident.end.seq
  const written = await call['export:write']({ folder: chosen.value.folder, fileName: `DWW_${medium}_${upTo}.zip.age`, bytes, comment: 'tomoshibi export' })
  expect(written).toMatchObject({ ok: true, value: { sha256: hashOf(bytes) } })
  return call['archive:keep']({ medium, sha256: hashOf(bytes), bytes: bytes.length, upTo, oneDevice, by: nurse })
}

export async function keepMaintenance(call: Handlers, officer: AgeRecipient): Promise<void> {
  const hash = hashOf(token)
  expect(await call['maintenance:keep']({ token: hash, officer, passphrase: { text, sha256: hash }, forOfficer: { text, sha256: hash }, why: 'set-up', staffNumber: null })).toMatchObject({ ok: true })
}

export async function enterMaintenance(call: Handlers, way: 'passphrase' | 'officer-key' = 'passphrase'): Promise<void> {
  expect(await call['maintenance:try']({ staffNumber: it104, way })).toMatchObject({ ok: true })
  expect(await call['maintenance:enter']({ token, staffNumber: it104 })).toMatchObject({ ok: true })
}

export async function listed(call: Handlers, incident: IncidentId) {
  const list = await call['erase:list'](undefined)
  return list.ok ? (list.value.incidents.find((one) => one.incident === incident) ?? null) : null
}
