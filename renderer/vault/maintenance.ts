import type { AgeRecipient } from '#domain/access/keys.ts'
import type { Passphrase } from '#domain/access/passphrase.ts'
import type { MaintenanceFile } from '#domain/bridge.ts'
import type { Sha256 } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { armored, decryptWith, decryptWithCode, encryptTo, encryptWithCode, recipientOf, unarmored, type RecipientFault } from './age-file.ts'
import { randomBytes, sha256Hex, sha256OfText, wipe } from './bytes.ts'

/**
 * The maintenance account: 32 random bytes that the machine knows by their hash, under a passphrase and, for the day it
 * is forgotten, for the recovery officer. Two age files, so that both can be opened without this program.
 */
export type MaintenanceAccount = { readonly token: Sha256; readonly officer: AgeRecipient; readonly passphrase: MaintenanceFile; readonly forOfficer: MaintenanceFile }

export type MaintenanceFault = { readonly code: 'wrong-passphrase' | 'file-damaged' }

const tokenBytes = 32

/** Blocks its thread for about half a second: call it in a worker. */
export async function makeMaintenanceAccount(passphrase: Passphrase, officer: AgeRecipient): Promise<Result<MaintenanceAccount, RecipientFault>> {
  const token = randomBytes(tokenBytes)
  const forOfficer = await encryptTo([officer], token)
  if (!forOfficer.ok) return forOfficer
  const made = { token: sha256Hex(token), officer, passphrase: fileOf(await encryptWithCode(passphrase, token, 17)), forOfficer: fileOf(forOfficer.value) }
  wipe(token)
  return ok(made)
}

/** The token, under the passphrase. Blocks its thread as long. */
export async function openMaintenance(passphrase: Passphrase, file: MaintenanceFile): Promise<Result<Uint8Array, MaintenanceFault>> {
  const bytes = bytesOf(file)
  if (bytes === null) return err({ code: 'file-damaged' })
  return tokenOf(await decryptWithCode(passphrase, bytes), 'wrong-passphrase')
}

export type OfficerWayFault = { readonly code: 'not-an-identity' | 'other-officer' | 'file-damaged' }

/** The token, with the recovery officer's secret key as typed or pasted. */
export async function openMaintenanceAsOfficer(typed: string, file: MaintenanceFile): Promise<Result<Uint8Array, OfficerWayFault>> {
  const pair = await recipientOf(typed)
  if (!pair.ok) return pair
  const bytes = bytesOf(file)
  if (bytes === null) return err({ code: 'file-damaged' })
  return tokenOf(await decryptWith(pair.value.identity, bytes), 'other-officer')
}

function tokenOf<Code extends string>(opened: Awaited<ReturnType<typeof decryptWith>>, misfit: Code): Result<Uint8Array, { readonly code: Code | 'file-damaged' }> {
  if (opened.ok) return opened.value.length === tokenBytes ? opened : err({ code: 'file-damaged' })
  return err({ code: opened.error.code === 'no-key-fits' ? misfit : 'file-damaged' })
}

function fileOf(bytes: Uint8Array): MaintenanceFile {
  const text = armored(bytes)
  return { text, sha256: sha256OfText(text) }
}

/** Null when it is not as it was written. */
function bytesOf({ text, sha256 }: MaintenanceFile): Uint8Array | null {
  const bytes = unarmored(text)
  return bytes.ok && sha256OfText(text) === sha256 ? bytes.value : null
}
