/**
 * The file system as the journal needs it: few verbs, each one I/O step, so that a simulated disk can stop,
 * tear, drop or reorder at every one of them. Errors are thrown as Node throws them (`code`: ENOSPC, EIO …);
 * the journal turns them into results once. Paths use '/' and are absolute or relative to one root.
 */
export type Disk = {
  /** Names in a folder, sorted; empty when the folder is not there. */
  readonly list: (folder: string) => Promise<readonly string[]>
  readonly makeFolder: (folder: string) => Promise<void>
  /** Size in bytes, or null when there is no such file. */
  readonly size: (path: string) => Promise<number | null>
  /** Bytes [from, to) of a file; shorter when the file ends before. Throws ENOENT when it is not there. */
  readonly read: (path: string, from?: number, to?: number) => Promise<Uint8Array>
  /** Opens for appending; `create` fails with EEXIST if the file is there, `existing` if it is not. */
  readonly open: (path: string, how: 'create' | 'existing') => Promise<OpenFile>
  readonly truncate: (path: string, length: number) => Promise<void>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
  /** Every file below a folder, by its path from there; empty when the folder is not there. */
  readonly tree: (folder: string) => Promise<readonly string[]>
  /** Removes a folder that holds no file any more, with the folders in it. Nothing happens when it is not there. */
  readonly removeFolder: (folder: string) => Promise<void>
  /** Which file this is, as far as the system tells: two sticks in one port differ in `file`. Null when it is not there. */
  readonly identity: (path: string) => Promise<FileIdentity | null>
  /** Makes names in a folder durable. Does nothing where the system has no such call (Windows). */
  readonly syncFolder: (folder: string) => Promise<void>
}

export type FileIdentity = { readonly device: string; readonly file: string }

export type OpenFile = {
  /** Appends; returns how many bytes were taken, which may be fewer than given. */
  readonly write: (bytes: Uint8Array) => Promise<number>
  /** Resolves when the bytes are on the device. After a rejection the file must not be trusted again. */
  readonly sync: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Monotonic and wall time, boot identity and chance, as the journal needs them. */
export type Clock = {
  /** Milliseconds since 1970, as the PC believes. May jump. */
  readonly wallMs: () => number
  /** Milliseconds since this process started. Never jumps. */
  readonly monoMs: () => number
}

/** The code of a thrown system error, or 'unknown'. Never its message: that can hold a path. */
export function causeOf(thrown: unknown): string {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined
  return typeof code === 'string' ? code.toLowerCase().replace(/[^a-z0-9-]/g, '-').slice(0, 60) : 'unknown'
}

/** Writes all of the bytes, asking again after a short write. A write that takes nothing is an error. */
export async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  let rest = bytes
  while (rest.length > 0) {
    const taken = await file.write(rest)
    if (taken <= 0) throw Object.assign(new Error('The disk took no bytes'), { code: 'EIO' })
    rest = rest.subarray(taken)
  }
}

/**
 * A whole small file, old or new and never between: written beside, flushed, renamed over, folder flushed.
 * A reader after a crash sees the old bytes or the new ones.
 */
export async function writeWhole(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.new`
  if ((await disk.size(beside)) !== null) await disk.remove(beside)
  const file = await disk.open(beside, 'create')
  try {
    await writeAll(file, bytes)
    await file.sync()
  } catch (thrown) {
    await file.close().catch(() => undefined)
    await disk.remove(beside).catch(() => undefined) // on a full disk these bytes are wanted back
    throw thrown
  }
  await file.close()
  await disk.rename(beside, path)
  await disk.syncFolder(folderOf(path))
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '.' : path.slice(0, slash)
}
