import { writeWhole, type Disk } from './disk.ts'

export const ballastBytes = 64 * 1024 * 1024

/**
 * Room kept for the moment the disk is full. Given up, it is made again at the next start with room to
 * spare; until then the screen says that it is gone.
 */
export async function keepBallast(disk: Disk, path: string, bytes = ballastBytes): Promise<boolean> {
  if ((await disk.size(path)) === bytes) return true
  try {
    // Not zeros: a file system that compresses or punches holes would keep no room for them.
    await writeWhole(disk, path, Uint8Array.from({ length: bytes }, (_, at) => (at * 167 + (at >> 8) * 13) & 255))
    return true
  } catch {
    return false
  }
}

/** Gives the room up; false when there is none left to give. */
export async function giveBallast(disk: Disk, path: string): Promise<boolean> {
  if ((await disk.size(path)) === null) return false
  await disk.remove(path)
  return true
}
