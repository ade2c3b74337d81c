import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { SealedCode } from '#domain/access/code.ts'
import { ok, type Result } from '#domain/result.ts'
import { decryptWithCode, encryptWithCode, type AgeFault } from './age-file.ts'

/** One patient's records as an age file under a code of their own: `age -d` opens it with the code as printed. Blocks its thread for a tenth of a second: call it in a worker. */
export function sealTransfer({ code, text }: { readonly code: SealedCode; readonly text: string }): Promise<Uint8Array> {
  return encryptWithCode(code, utf8ToBytes(text))
}

export async function openTransfer({ code, file }: { readonly code: SealedCode; readonly file: Uint8Array }): Promise<Result<string, AgeFault>> {
  const opened = await decryptWithCode(code, file)
  return opened.ok ? ok(new TextDecoder().decode(opened.value)) : opened
}
