import { causeOf, type Disk, type OpenFile } from './disk.ts'

/**
 * A disk that waits out other programs. Virus scanners and indexers hold files for a moment on Windows
 * (EBUSY, EPERM, EACCES); a moment later the same call works. Only calls that did nothing are repeated:
 * never a flush, and never a write, whose failure says nothing about what reached the device.
 */
export function patientDisk(disk: Disk, pause: (ms: number) => Promise<void>): Disk {
  const again = patience(pause)
  return {
    list: (folder) => again(() => disk.list(folder)),
    makeFolder: (folder) => again(() => disk.makeFolder(folder)),
    size: (path) => again(() => disk.size(path)),
    read: (path, from, to) => again(() => disk.read(path, from, to)),
    open: async (path, how) => patientFile(await again(() => disk.open(path, how)), again),
    truncate: (path, length) => again(() => disk.truncate(path, length)),
    rename: (from, to) => again(() => disk.rename(from, to)),
    remove: (path) => again(() => disk.remove(path)),
    tree: (folder) => again(() => disk.tree(folder)),
    removeFolder: (folder) => again(() => disk.removeFolder(folder)),
    identity: (path) => again(() => disk.identity(path)),
    syncFolder: (folder) => again(() => disk.syncFolder(folder)),
  }
}

function patientFile(file: OpenFile, again: Again): OpenFile {
  return { write: file.write, sync: file.sync, close: () => again(file.close) }
}

type Again = <Value>(act: () => Promise<Value>) => Promise<Value>

const waits = [5, 20, 80, 200, 500] as const
const momentary = new Set(['ebusy', 'eperm', 'eacces'])

function patience(pause: (ms: number) => Promise<void>): Again {
  return async (act) => {
    for (const wait of waits) {
      try {
        return await act()
      } catch (thrown) {
        if (!momentary.has(causeOf(thrown))) throw thrown
        await pause(wait)
      }
    }
    return act()
  }
}
