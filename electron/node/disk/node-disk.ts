import { constants, type Dirent } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, truncate } from 'node:fs/promises'
import { join, relative, toNamespacedPath } from 'node:path'
import type { Disk, OpenFile } from './disk.ts'

/** The real file system. On Windows a folder cannot be flushed and paths may be long: both are met here. */
export function nodeDisk(platform: NodeJS.Platform = process.platform): Disk {
  return {
    list: async (folder) => (await readdir(at(folder)).catch(noneIfAbsent<string[]>([]))).toSorted(),
    makeFolder: async (folder) => {
      await mkdir(at(folder), { recursive: true, mode: 0o700 })
    },
    size: async (path) => {
      const found = await stat(at(path)).catch(noneIfAbsent(null))
      return found === null ? null : found.size
    },
    read,
    open: openForAppend,
    truncate: async (path, length) => {
      await truncate(at(path), length)
      const file = await open(at(path), 'r+')
      try {
        await file.sync()
      } finally {
        await file.close()
      }
    },
    rename: (from, to) => rename(at(from), at(to)),
    remove: (path) => rm(at(path)),
    tree: async (folder) => {
      const found = await readdir(at(folder), { recursive: true, withFileTypes: true }).catch(noneIfAbsent<Dirent[]>([]))
      return found.filter((one) => !one.isDirectory()).map(({ parentPath, name }) => relative(at(folder), join(parentPath, name)).replaceAll('\\', '/')).toSorted()
    },
    removeFolder: (folder) => rm(at(folder), { recursive: true, force: true }),
    identity: async (path) => {
      const found = await stat(at(path), { bigint: true }).catch(noneIfAbsent(null))
      return found === null ? null : { device: String(found.dev), file: `${found.ino} ${found.birthtimeNs} ${found.mtimeNs}` }
    },
    syncFolder: async (folder) => {
      if (platform === 'win32') return
      const handle = await open(at(folder), 'r')
      try {
        await handle.sync()
      } finally {
        await handle.close()
      }
    },
  }
}

async function read(path: string, from = 0, to = Number.MAX_SAFE_INTEGER): Promise<Uint8Array> {
  const file = await open(at(path), 'r')
  try {
    const end = Math.min(to, (await file.stat()).size)
    const bytes = new Uint8Array(Math.max(0, end - from))
    let filled = 0
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, from + filled)
      if (bytesRead === 0) return bytes.subarray(0, filled)
      filled += bytesRead
    }
    return bytes
  } finally {
    await file.close()
  }
}

async function openForAppend(path: string, how: 'create' | 'existing'): Promise<OpenFile> {
  const create = how === 'create' ? constants.O_CREAT | constants.O_EXCL : 0
  const file = await open(at(path), constants.O_WRONLY | constants.O_APPEND | create, 0o600)
  return {
    write: async (bytes) => (await file.write(bytes)).bytesWritten,
    sync: () => file.datasync(),
    close: () => file.close(),
  }
}

function at(path: string): string {
  return toNamespacedPath(path)
}

function noneIfAbsent<None>(none: None): (thrown: unknown) => None {
  return (thrown) => {
    if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'ENOENT') return none
    throw thrown
  }
}
