import { Sha256 } from '#domain/ids.ts'
import { writeWhole, type Disk } from '../disk/disk.ts'
import { sha256 } from './frame.ts'

/**
 * Ciphers too large for a frame (snapshots, photos, reference sets) lie beside the journal as files named by
 * their own hash. A name cannot lie: what is read is what was written, or nothing.
 */
export type SealedFiles = {
  /** Resolves with the name once the file and its name are on the device. Keeping the same bytes twice keeps them once. */
  readonly keep: (bytes: Uint8Array) => Promise<Sha256>
  /** The bytes, or null when the file is missing or is not what its name says. */
  readonly find: (name: Sha256) => Promise<Uint8Array | null>
  readonly names: () => Promise<readonly Sha256[]>
}

export function sealedFiles(disk: Disk, folder: string): SealedFiles {
  const find = async (name: Sha256): Promise<Uint8Array | null> => {
    const path = `${folder}/${name}`
    if ((await disk.size(path)) === null) return null
    const bytes = await disk.read(path)
    return sha256(bytes) === name ? bytes : null
  }
  return {
    find,
    keep: async (bytes) => {
      const name = sha256(bytes)
      if ((await find(name)) !== null) return name
      await disk.makeFolder(folder)
      await writeWhole(disk, `${folder}/${name}`, bytes)
      return name
    },
    names: async () => (await disk.list(folder)).flatMap((name) => {
      const read = Sha256.safeParse(name)
      return read.success ? [read.data] : []
    }),
  }
}
