import { causeOf, writeAll, type Disk } from '../disk/disk.ts'

/**
 * One program at a time in a data folder. The file names the process that has it (place.ts: processName); one left
 * by a process that is gone is taken over. False when another living process has the folder.
 */
export async function takeFolder(disk: Disk, path: string, process: { readonly name: string; readonly isAlive: (name: string) => boolean }): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const file = await disk.open(path, 'create')
      await writeAll(file, new TextEncoder().encode(process.name))
      await file.close()
      return true
    } catch (thrown) {
      if (causeOf(thrown) !== 'eexist') throw thrown
      const holder = new TextDecoder().decode(await disk.read(path))
      if (holder !== process.name && process.isAlive(holder)) return false
      await disk.remove(path)
    }
  }
  return false
}

export async function leaveFolder(disk: Disk, path: string): Promise<void> {
  await disk.remove(path).catch(() => undefined) // taken over at the next start anyway
}
