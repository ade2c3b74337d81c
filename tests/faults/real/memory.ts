import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What is looked for: a text, in the two forms a program keeps text in, or plain bytes. */
export type Marker = { readonly name: string } & ({ readonly text: string } | { readonly bytes: Uint8Array })
export type Sighting = { readonly where: string; readonly pid: number; readonly marker: string; readonly form: 'utf-8' | 'utf-16' | 'bytes'; readonly times: number; readonly around: string }

type Needle = { readonly marker: string; readonly form: Sighting['form']; readonly bytes: Buffer }

function needlesOf(markers: readonly Marker[]): readonly Needle[] {
  return markers.flatMap((marker): Needle[] =>
    'bytes' in marker
      ? [{ marker: marker.name, form: 'bytes', bytes: Buffer.from(marker.bytes) }]
      : [{ marker: marker.name, form: 'utf-8', bytes: Buffer.from(marker.text, 'utf8') }, { marker: marker.name, form: 'utf-16', bytes: Buffer.from(marker.text, 'utf16le') }],
  )
}

/** Looks for markers in everything these processes can read of their own memory, files mapped read-only left out. Linux only. */
export function seenInMemory(pids: readonly number[], markers: readonly Marker[]): readonly Sighting[] {
  const needles = needlesOf(markers)
  return pids.flatMap((pid) => seenInProcess(pid, needles))
}

/** Bytes looked through, so that a test can tell "nothing found" from "nothing read". */
export let bytesRead = 0

function seenInProcess(pid: number, needles: readonly Needle[]): readonly Sighting[] {
  const name = readFileSync(`/proc/${pid}/cmdline`, 'utf8').match(/--type=([a-z-]+)/)?.[1] ?? 'main'
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const found: Sighting[] = []
  try {
    for (const map of mapsOf(pid)) found.push(...seenInMap(memory, map, { where: `${name} ${map.name}`, pid }, needles))
  } finally {
    closeSync(memory)
  }
  return found
}

type Map = { readonly from: number; readonly to: number; readonly name: string }

function mapsOf(pid: number): readonly Map[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n').flatMap((line) => {
    const read = /^([0-9a-f]+)-([0-9a-f]+) (r)(.)..\s+\S+\s+\S+\s+\d+\s*(.*)$/.exec(line)
    if (read === null) return []
    const [, from = '', to = '', , write = '', name = ''] = read
    const isFileForReading = write !== 'w' && name.startsWith('/') && !name.includes('shm') && !name.includes('(deleted)')
    return isFileForReading || name === '[vvar]' || name === '[vsyscall]' ? [] : [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16), name: name === '' ? '[heap and stacks]' : name }]
  })
}

const step = 4 * 1024 * 1024
const longest = 512

function seenInMap(memory: number, { from, to }: Map, place: Place, needles: readonly Needle[]): readonly Sighting[] {
  const found: Sighting[] = []
  const buffer = Buffer.alloc(step + longest)
  for (let at = from; at < to; at += step) {
    const length = Math.min(step + longest, to - at)
    const got = readAt(memory, buffer, length, at)
    bytesRead += got
    found.push(...seenIn(buffer.subarray(0, got), place, needles))
  }
  return found
}

function readAt(memory: number, buffer: Buffer, length: number, at: number): number {
  try {
    return readSync(memory, buffer, 0, length, at)
  } catch {
    return 0 // unmapped since, or a device's memory
  }
}

type Place = Pick<Sighting, 'where' | 'pid'>

function seenIn(bytes: Buffer, place: Place, needles: readonly Needle[]): readonly Sighting[] {
  return needles.flatMap(({ marker, form, bytes: needle }): Sighting[] => {
    let times = 0
    let first = -1
    for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) {
      times += 1
      if (first < 0) first = at
    }
    return times === 0 ? [] : [{ ...place, marker, form, times, around: bytes.subarray(Math.max(0, first - 80), first + needle.length + 80).toString('latin1').replace(/[^\x20-\x7e]/g, '.') }]
  })
}

/** Looks for markers in a file, or in every file under a folder. A file that goes away meanwhile holds nothing. */
export function seenInFiles(path: string, markers: readonly Marker[]): readonly Sighting[] {
  const needles = needlesOf(markers)
  const files = statSync(path).isFile() ? [path] : readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []))
  return files.flatMap((where) => seenIn(bytesOf(where), { where, pid: 0 }, needles))
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (thrown) {
    if (existsSync(path)) throw thrown
    return Buffer.alloc(0)
  }
}
