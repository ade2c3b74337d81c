import { readFile } from 'node:fs/promises'
import { AgeIdentity } from '#domain/access/keys.ts'
import { strFromU8, unzipSync } from 'fflate'
import { decryptWith } from '#renderer/vault/age-file.ts'

/** The texts of an export's files, decrypted with an identity; throws when it does not open: the demo has then failed. */
export async function openExport(path: string, identity: string): Promise<(name: string) => string> {
  const opened = await decryptWith(AgeIdentity.parse(identity), await readFile(path))
  if (!opened.ok) throw new Error(`The export does not open: ${opened.error.code}`)
  const files = unzipSync(opened.value)
  return (name) => {
    const bytes = files[name]
    if (bytes === undefined) throw new Error(`The export has no ${name}`)
    return strFromU8(bytes)
  }
}
