import { writeAll, type Disk } from '../disk/disk.ts'
import { sha256 } from '../journal/frame.ts'
import { publicKeyFile, readPublicKey } from '../minisign.ts'
import type { StationKey } from '../signing-key.ts'

type Written = { readonly path: string; readonly sha256: ReturnType<typeof sha256>; readonly read: Uint8Array<ArrayBuffer> }

/**
 * Writes a file with its signature and the station's public key beside it: never over one that is there, flushed, and read back
 * as it lies now. A folder that is gone is not made again: where a pulled stick was, that would be this PC's own disk. Under its own name a file is whole: a stick that is pulled, or full, leaves at most a `.part`.
 */
export async function writeSigned(disk: Disk, key: StationKey, folder: string, { fileName, bytes, comment }: { readonly fileName: string; readonly bytes: Uint8Array; readonly comment: string }): Promise<Written> {
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
  if ((await disk.size(path)) !== null) throw Object.assign(new Error('A file of this name is there'), { code: 'EEXIST' })
  const part = `${path}.part`
  if ((await disk.size(part)) !== null) await disk.remove(part) // of a try that was cut off
  const file = await disk.open(part, 'create')
  try {
    await writeAll(file, bytes)
    await file.sync()
  } catch (thrown) {
    await file.close().catch(() => undefined)
    await disk.remove(part).catch(() => undefined) // on a full stick these bytes are wanted back
    throw thrown
  }
  await file.close()
  await disk.rename(part, path)
}
