import { writeAll, type Disk } from '../disk/disk.ts'
import { sha256 } from '../journal/frame.ts'
import { publicKeyFile, readPublicKey } from '../minisign.ts'
import type { StationKey } from '../signing-key.ts'

type Written = { readonly path: string; readonly sha256: ReturnType<typeof sha256>; readonly read: Uint8Array<ArrayBuffer> }

/** Writes a file with its signature and the station's public key beside it: never over one that is there, flushed, and read back as it lies now. */
export async function writeSigned(disk: Disk, key: StationKey, folder: string, { fileName, bytes, comment }: { readonly fileName: string; readonly bytes: Uint8Array; readonly comment: string }): Promise<Written> {
  await disk.makeFolder(folder)
  const path = `${folder}/${fileName}`
  await writeNew(disk, path, bytes)
  await writeNew(disk, `${path}.minisig`, new TextEncoder().encode(await key.signFile(bytes, comment)))
  const publicKey = readPublicKey(key.minisignKey)
  if (publicKey.ok && (await disk.size(`${folder}/station.pub`)) === null) await writeNew(disk, `${folder}/station.pub`, new TextEncoder().encode(publicKeyFile(publicKey.value)))
  await disk.syncFolder(folder)
  const read = new Uint8Array(await disk.read(path))
  return { path, sha256: sha256(read), read }
}

async function writeNew(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const file = await disk.open(path, 'create')
  try {
    await writeAll(file, bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
