import type { RestartCode } from '#domain/access/code.ts'
import type { Sha256 } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { decryptWithCode, encryptWithCode } from './age-file.ts'
import { sha256Hex } from './bytes.ts'
import { dataKeyBytes } from './seal.ts'

/**
 * The data key under a shift leader's restart code, for coming back after a power cut when the envelope is
 * long back in the safe. An age passphrase file like an account's; deleting it revokes the code.
 */
export type RestartFile = { readonly bytes: Uint8Array; readonly sha256: Sha256 }

export type RestartFault = { readonly code: 'wrong-code' } | { readonly code: 'file-damaged' }

/** Blocks its thread for about a quarter of a second: call it in a worker. */
export async function wrapForRestart(dek: Uint8Array, code: RestartCode): Promise<RestartFile> {
  const bytes = await encryptWithCode(code, dek, 16)
  return { bytes, sha256: sha256Hex(bytes) }
}

/** Blocks its thread as long. */
export async function openWithRestartCode(code: RestartCode, file: RestartFile): Promise<Result<Uint8Array, RestartFault>> {
  const dek = await decryptWithCode(code, file.bytes)
  if (dek.ok) return dek.value.length === dataKeyBytes ? ok(dek.value) : err({ code: 'file-damaged' })
  const isAsWritten = dek.error.code === 'no-key-fits' && sha256Hex(file.bytes) === file.sha256
  return err({ code: isAsWritten ? 'wrong-code' : 'file-damaged' })
}
