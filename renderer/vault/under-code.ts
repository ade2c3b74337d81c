import type { SealedCode } from '#domain/access/code.ts'
import type { Result } from '#domain/result.ts'
import { decryptWithCode, encryptWithCode, type AgeFault } from './age-file.ts'

/** A file under a code made for it alone: `age -d` opens it with the code as printed. Blocks its thread for a tenth of a second and longer: call it in a worker. */
export function sealUnderCode({ code, bytes }: { readonly code: SealedCode; readonly bytes: Uint8Array }): Promise<Uint8Array> {
  return encryptWithCode(code, bytes)
}

export function openUnderCode({ code, file }: { readonly code: SealedCode; readonly file: Uint8Array }): Promise<Result<Uint8Array, AgeFault>> {
  return decryptWithCode(code, file)
}
