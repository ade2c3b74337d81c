import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a disk, a virus scanner or a power cut can do to the files of a database nobody is using. */
export type FileFault = { readonly name: string; readonly apply: (window: string) => void }

const leveldb = (window: string): string => join(window, 'IndexedDB/app_main_0.indexeddb.leveldb')

function files(window: string, form: RegExp): readonly string[] {
  const found = readdirSync(leveldb(window)).filter((name) => form.test(name)).toSorted().map((name) => join(leveldb(window), name))
  if (found.length === 0) throw new Error(`No file like ${form} to damage`)
  return found
}

/** The largest of them: where the records are. */
function largest(window: string, form: RegExp): string {
  const sized = files(window, form).map((path) => ({ path, size: readFileSync(path).length }))
  return sized.toSorted((a, b) => b.size - a.size)[0]?.path ?? ''
}

const log = /\.log$/
const table = /\.ldb$/
const manifest = /^MANIFEST-/
const current = /^CURRENT$/

/** `at`: part of the file, 0 to 1. */
function flip(form: RegExp, at: number, bits = 1): FileFault['apply'] {
  return (window) => change(largest(window, form), (bytes) => {
    const from = Math.floor(at * (bytes.length - bits))
    for (let bit = 0; bit < bits; bit += 1) bytes[from + bit] = (bytes[from + bit] ?? 0) ^ (1 << bit % 8)
  })
}

function change(path: string, act: (bytes: Buffer) => void): void {
  const bytes = readFileSync(path)
  act(bytes)
  writeFileSync(path, bytes)
}

function cut(form: RegExp, to: (size: number) => number): FileFault['apply'] {
  return (window) => {
    const path = largest(window, form)
    truncateSync(path, Math.max(0, Math.floor(to(readFileSync(path).length))))
  }
}

const remove = (form: RegExp): FileFault['apply'] => (window) => rmSync(largest(window, form))

export const fileFaults: readonly FileFault[] = [
  { name: 'log cut by 100 bytes', apply: cut(log, (size) => size - 100) },
  { name: 'log cut by 1 byte', apply: cut(log, (size) => size - 1) },
  { name: 'log cut in half', apply: cut(log, (size) => size / 2) },
  { name: 'log empty', apply: cut(log, () => 0) },
  { name: 'log deleted', apply: remove(log) },
  { name: 'last 4 KiB of the log zeroed', apply: (window) => change(largest(window, log), (bytes) => void bytes.fill(0, Math.max(0, bytes.length - 4096))) },
  { name: 'one bit of the log, near its beginning', apply: flip(log, 0.05) },
  { name: 'one bit of the log, in its middle', apply: flip(log, 0.5) },
  { name: 'one bit of the log, near its end', apply: flip(log, 0.97) },
  { name: '16 bits of the log', apply: flip(log, 0.4, 16) },
  { name: 'one bit of a table, near its beginning', apply: flip(table, 0.05) },
  { name: 'one bit of a table, in its middle', apply: flip(table, 0.5) },
  { name: 'one bit of a table, near its end', apply: flip(table, 0.95) },
  { name: 'footer of a table', apply: flip(table, 0.9999, 16) },
  { name: 'table cut in half', apply: cut(table, (size) => size / 2) },
  { name: 'table empty', apply: cut(table, () => 0) },
  { name: 'table deleted', apply: remove(table) },
  { name: 'all tables deleted', apply: (window) => files(window, table).forEach((path) => rmSync(path)) },
  { name: 'one bit of MANIFEST', apply: flip(manifest, 0.5) },
  { name: 'MANIFEST cut in half', apply: cut(manifest, (size) => size / 2) },
  { name: 'MANIFEST empty', apply: cut(manifest, () => 0) },
  { name: 'MANIFEST deleted', apply: remove(manifest) },
  { name: 'CURRENT is garbage', apply: (window) => writeFileSync(largest(window, current), 'garbage!') },
  { name: 'CURRENT empty', apply: cut(current, () => 0) },
  { name: 'CURRENT deleted', apply: remove(current) },
  { name: 'database folder deleted', apply: (window) => rmSync(leveldb(window), { recursive: true }) },
  { name: 'IndexedDB folder deleted', apply: (window) => rmSync(join(window, 'IndexedDB'), { recursive: true }) },
]
