import { causeOf, writeAll, type Disk } from '../disk/disk.ts'

/**
 * One program at a time in a data folder. The file holds the process that has it; one left by a process that
 * is gone is taken over. False when another living process has the folder.
 */
export async function takeFolder(disk: Disk, path: string, process: { readonly id: number; readonly isAlive: (id: number) => boolean }): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const file = await disk.open(path, 'create')
      await writeAll(file, new TextEncoder().encode(String(process.id)))
      await file.close()
      return true
    } catch (thrown) {
      if (causeOf(thrown) !== 'eexist') throw thrown
      const holder = Number(new TextDecoder().decode(await disk.read(path)))
      if (holder !== process.id && Number.isInteger(holder) && holder > 0 && process.isAlive(holder)) return false
      await disk.remove(path)
    }
  }
  return false
}

export async function leaveFolder(disk: Disk, path: string): Promise<void> {
  await disk.remove(path).catch(() => undefined) // taken over at the next start anyway
}
