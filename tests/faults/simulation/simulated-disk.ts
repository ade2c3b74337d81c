import type { Disk, OpenFile } from '#electron/node/disk/disk.ts'

/**
 * A disk in memory that forgets like a real one. What was written and not flushed, and names not made
 * durable by flushing their folder, may be lost in part or whole when the power goes.
 *
 * Every call is one I/O step. `beforeStep` sees each step before it happens and may throw an error or take a
 * picture of the disk as it would be found after a crash at that moment.
 */
export type Step = { readonly index: number; readonly act: string; readonly bytes: number }

export type Crash = 'stop' | 'tear' | 'drop' | 'reorder'
export const crashes: readonly Crash[] = ['stop', 'tear', 'drop', 'reorder']

type Inode = { readonly durable: Uint8Array; readonly pending: readonly Pending[] }
type Pending = { readonly change: 'append'; readonly bytes: Uint8Array } | { readonly change: 'truncate'; readonly length: number }
/** `leaves`: the old path of a rename, which file systems change together with the new one. */
type NameChange = { readonly folder: string; readonly name: string; readonly inode: number | null; readonly leaves: string | null }

/** Persistent (never mutated in place), so that a picture of the disk costs nothing. */
export type DiskState = {
  readonly inodes: ReadonlyMap<number, Inode>
  readonly durableNames: ReadonlyMap<string, number>
  readonly pendingNames: readonly NameChange[]
  readonly nextInode: number
}

export type Interference = {
  /** Throw to make the step fail; return a number to make a write short. */
  readonly beforeStep: (step: Step, state: DiskState) => number | undefined
  /** What a failed flush leaves: the bytes stay readable and are never written (Linux after EIO). */
  readonly failedSyncLosesBytes: boolean
}

export const emptyDisk: DiskState = { inodes: new Map(), durableNames: new Map(), pendingNames: [], nextInode: 1 }
const untouched: Interference = { beforeStep: () => undefined, failedSyncLosesBytes: true }

export type SimulatedDisk = Disk & { readonly state: () => DiskState; readonly steps: () => number }

export function simulatedDisk(initial: DiskState = emptyDisk, interference: Interference = untouched): SimulatedDisk {
  let state = initial
  let steps = 0

  function step(act: string, bytes = 0): number | undefined {
    steps += 1
    return interference.beforeStep({ index: steps, act, bytes }, state)
  }

  function setName(path: string, inode: number | null, leaves: string | null = null): void {
    const [folder, name] = split(path)
    state = { ...state, pendingNames: [...state.pendingNames, { folder, name, inode, leaves }] }
  }

  function change(inode: number, next: (before: Inode) => Inode): void {
    const before = state.inodes.get(inode) ?? { durable: new Uint8Array(), pending: [] }
    state = { ...state, inodes: new Map(state.inodes).set(inode, next(before)) }
  }

  function inodeAt(path: string): number {
    const inode = visibleNames(state).get(path)
    if (inode === undefined) throw fault('ENOENT')
    return inode
  }

  function openFile(inode: number): OpenFile {
    return {
      write: async (bytes) => {
        const short = step('write', bytes.length)
        const taken = short === undefined ? bytes : bytes.subarray(0, short)
        change(inode, (before) => ({ ...before, pending: [...before.pending, { change: 'append', bytes: taken.slice() }] }))
        return taken.length
      },
      sync: async () => {
        try {
          step('sync')
        } catch (thrown) {
          if (interference.failedSyncLosesBytes) doomed.add(inode)
          throw thrown
        }
        if (doomed.has(inode)) return // the kernel reports a lost write once, then calls the file clean
        change(inode, (before) => ({ durable: visible(before), pending: [] }))
      },
      close: async () => void step('close'),
    }
  }
  const doomed = new Set<number>()

  return {
    state: () => state,
    steps: () => steps,
    list: async (folder) => {
      step('list')
      const below = [...visibleNames(state).keys()].filter((path) => path.startsWith(`${folder}/`))
      return [...new Set(below.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))].toSorted()
    },
    makeFolder: async () => void step('make-folder'),
    size: async (path) => {
      step('size')
      const inode = visibleNames(state).get(path)
      return inode === undefined ? null : visible(state.inodes.get(inode)).length
    },
    read: async (path, from = 0, to = Number.MAX_SAFE_INTEGER) => {
      step('read')
      return visible(state.inodes.get(inodeAt(path))).slice(from, to)
    },
    open: async (path, how) => {
      step(`open-${how}`)
      const there = visibleNames(state).has(path)
      if (how === 'existing') return openFile(inodeAt(path))
      if (there) throw fault('EEXIST')
      const inode = state.nextInode
      state = { ...state, nextInode: inode + 1, inodes: new Map(state.inodes).set(inode, { durable: new Uint8Array(), pending: [] }) }
      setName(path, inode)
      return openFile(inode)
    },
    truncate: async (path, length) => {
      const inode = inodeAt(path)
      step('truncate')
      change(inode, (before) => ({ ...before, pending: [...before.pending, { change: 'truncate', length }] }))
      step('sync')
      change(inode, (before) => ({ durable: visible(before), pending: [] }))
    },
    rename: async (from, to) => {
      step('rename')
      const inode = inodeAt(from)
      setName(to, inode, from)
    },
    remove: async (path) => {
      step('remove')
      inodeAt(path)
      setName(path, null)
    },
    tree: async (folder) => {
      step('tree')
      return [...visibleNames(state).keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)).toSorted()
    },
    removeFolder: async () => void step('remove-folder'),
    identity: async (path) => {
      step('identity')
      const inode = visibleNames(state).get(path)
      return inode === undefined ? null : { device: 'one', file: String(inode) }
    },
    syncFolder: async (folder) => {
      step('sync-folder')
      const durableNames = new Map(state.durableNames)
      for (const change of state.pendingNames) if (change.folder === folder) applyName(durableNames, change)
      state = { ...state, durableNames, pendingNames: state.pendingNames.filter((change) => change.folder !== folder) }
    },
  }
}

/** What is found after a crash: `stop` kills the process, the others cut the power. */
export function afterCrash(state: DiskState, crash: Crash, chance: () => number): DiskState {
  const names = new Map(state.durableNames)
  for (const change of state.pendingNames) {
    if (crash === 'stop' || (crash !== 'drop' && chance() < 0.5)) applyName(names, change)
  }
  const inodes = new Map<number, Inode>()
  for (const [number, inode] of state.inodes) inodes.set(number, { durable: survivor(inode, crash, chance), pending: [] })
  return { inodes, durableNames: names, pendingNames: [], nextInode: state.nextInode }
}

const sector = 512

function survivor(inode: Inode, crash: Crash, chance: () => number): Uint8Array {
  const now = visible(inode)
  if (crash === 'stop' || inode.pending.length === 0) return now
  if (crash === 'drop') return inode.durable
  if (inode.pending.some((pending) => pending.change === 'truncate')) return chance() < 0.5 ? now : inode.durable
  const grown = now.length - inode.durable.length
  if (crash === 'tear') {
    const torn = now.slice(0, inode.durable.length + Math.floor(chance() * (grown + 1)))
    if (chance() < 0.3) torn.subarray(inode.durable.length + Math.floor(chance() * grown)).fill(0)
    return torn
  }
  const kept = now.slice(0, chance() < 0.5 ? now.length : inode.durable.length + Math.floor(chance() * (grown + 1)))
  for (let at = inode.durable.length; at < kept.length; ) {
    const next = Math.min(kept.length, (Math.floor(at / sector) + 1) * sector)
    if (chance() < 0.5) kept.fill(0, at, next)
    at = next
  }
  return kept
}

/** Every file of a disk as it is seen now. */
export function filesOf(state: DiskState): ReadonlyMap<string, Uint8Array> {
  return new Map([...visibleNames(state)].map(([path, inode]) => [path, visible(state.inodes.get(inode))]))
}

/** A disk holding these files, all durable. */
export function diskHolding(files: ReadonlyMap<string, Uint8Array>): DiskState {
  const paths = [...files]
  return {
    inodes: new Map(paths.map(([, bytes], index) => [index + 1, { durable: bytes, pending: [] }])),
    durableNames: new Map(paths.map(([path], index) => [path, index + 1])),
    pendingNames: [],
    nextInode: paths.length + 1,
  }
}

export function fault(code: string): Error {
  return Object.assign(new Error(`simulated ${code}`), { code })
}

function visible(inode: Inode | undefined): Uint8Array {
  if (inode === undefined) return new Uint8Array()
  if (inode.pending.length === 0) return inode.durable
  let bytes: Uint8Array = inode.durable
  for (const pending of inode.pending) {
    bytes = pending.change === 'truncate' ? bytes.slice(0, pending.length) : new Uint8Array(Buffer.concat([bytes, pending.bytes]))
  }
  return bytes
}

function visibleNames(state: DiskState): Map<string, number> {
  const names = new Map(state.durableNames)
  for (const change of state.pendingNames) applyName(names, change)
  return names
}

function applyName(names: Map<string, number>, { folder, name, inode, leaves }: NameChange): void {
  if (leaves !== null) names.delete(leaves)
  if (inode === null) names.delete(`${folder}/${name}`)
  else names.set(`${folder}/${name}`, inode)
}

function split(path: string): [string, string] {
  const slash = path.lastIndexOf('/')
  return [path.slice(0, slash), path.slice(slash + 1)]
}
