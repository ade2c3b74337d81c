import { Dexie, type DexieOptions, type Table } from 'dexie'
import { IncidentId } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { CopyFault } from './ports.ts'

/**
 * The working copy: every entry of the incident, as ciphers under opaque keys. No name, date or number is ever
 * a key or an index. It may vanish whole at any start without an error (one flipped bit is enough), so it
 * promises nothing: the journal does.
 *
 *   tail       recent entries: journal sequence, entry id, the cipher as it stands in the journal
 *   charts     older ones: opaque name of the patient (or of the ward) and chunk number; one cipher a chunk
 *   snapshot   the board, a copy of the file beside the journal
 *   reference  cache of reference sets
 *   meta       how far this copy has come (sealed). A copy without it was never finished
 *
 * A change of form takes a new `form` number: databases are made anew, never migrated in place.
 */
const form = 2

export type TailRow = { readonly seq: number; readonly id: string; readonly cipher: Uint8Array }
export type ChunkRow = { readonly patient: string; readonly chunk: number; readonly cipher: Uint8Array }
export type SnapshotRow = { readonly name: 'ward'; readonly upTo: number; readonly head: string; readonly cipher: Uint8Array }
export type NamedRow = { readonly name: string; readonly cipher: Uint8Array }

export class WardDb extends Dexie {
  declare readonly tail: Table<TailRow, number>
  declare readonly charts: Table<ChunkRow, [string, number]>
  declare readonly snapshot: Table<SnapshotRow, string>
  declare readonly reference: Table<NamedRow, string>
  declare readonly meta: Table<NamedRow, string>

  constructor(name: string, databases: Databases) {
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false, ...databases })
    this.version(1).stores({ tail: 'seq', charts: '[patient+chunk]', snapshot: 'name', reference: 'name', meta: 'name' })
    this.on('versionchange', () => {
      this.close() // somebody drops it; Dexie's own handler would do the same and write to the console
      return false
    })
  }
}

/**
 * A chart's chunks under its opaque name, or only the first of them. The one row is asked of the database beneath
 * Dexie: the layers above cost half as much again as the read, and somebody waits for this one.
 */
export function readChunks(db: WardDb, name: string, which: 'first' | 'all'): PromiseLike<readonly ChunkRow[]> {
  if (which === 'all') return db.charts.where('[patient+chunk]').between([name, 0], [name, Infinity]).toArray()
  const request = db.backendDB().transaction('charts').objectStore('charts').get([name, 0]) as IDBRequest<ChunkRow | undefined> // what this table holds, as with Dexie's
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result === undefined ? [] : [request.result]))
    request.addEventListener('error', () => reject(request.error ?? new DOMException('No answer', 'UnknownError')))
  })
}

/** Where databases live: the browser's own, or a test's. */
export type Databases = Required<Pick<DexieOptions, 'IDBKeyRange'>> & { readonly indexedDB: IDBFactory }

export function ownDatabases(): Databases {
  return { indexedDB, IDBKeyRange }
}

/** One working copy of an incident. A rebuild goes into the next number. */
export type Generation = { readonly name: string; readonly number: number }

export function generationOf(incident: IncidentId, number: number): Generation {
  return { name: `tomoshibi-${form}-${incident}-${String(number).padStart(6, '0')}`, number }
}

/** The working copies of an incident that are there, oldest first. */
export async function generationsOf(incident: IncidentId, databases: Databases, answerMs: number): Promise<Result<readonly Generation[], CopyFault>> {
  const found = await answered(answerMs, () => databases.indexedDB.databases())
  if (!found.ok) return found
  const mine = found.value.flatMap(({ name = '' }) => {
    const number = Number(/-(\d{6})$/.exec(name)?.[1] ?? 0)
    return number > 0 && generationOf(incident, number).name === name ? [{ name, number }] : []
  })
  return ok(mine.toSorted((a, b) => a.number - b.number))
}

/** Removes everything of an incident: after its erasure, when its keys are gone. */
export async function forgetIncident(incident: IncidentId, databases: Databases = ownDatabases(), answerMs = 10_000): Promise<Result<null, CopyFault>> {
  const found = await generationsOf(incident, databases, answerMs)
  if (!found.ok) return found
  for (const { name } of found.value) {
    const gone = await answered(answerMs, () => new WardDb(name, databases).delete())
    if (!gone.ok) return gone
  }
  return ok(null)
}

/**
 * The answer of a database, or why there is none: the only place where its exceptions become codes. A strict
 * write on a full disk was seen to do nothing at all for nine seconds, so everything has a time limit.
 */
export async function answered<Value>(answerMs: number, ask: () => PromiseLike<Value>): Promise<Result<Value, CopyFault>> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<Result<Value, CopyFault>>((resolve) => {
    timer = setTimeout(() => resolve(err({ code: 'copy-silent' })), answerMs)
  })
  const answer = (async () => {
    try {
      return ok(await ask())
    } catch (thrown) {
      return err({ code: faultOf(thrown) })
    }
  })()
  try {
    return await Promise.race([answer, silence])
  } finally {
    clearTimeout(timer)
  }
}

const codes: Readonly<Record<string, CopyFault['code']>> = {
  QuotaExceededError: 'copy-full',
  DatabaseClosedError: 'copy-closed',
  InvalidStateError: 'copy-closed',
  AbortError: 'copy-closed',
  TransactionInactiveError: 'copy-closed',
  UnknownError: 'copy-unreadable',
  OpenFailedError: 'copy-unreadable',
  NotFoundError: 'copy-unreadable',
  NotReadableError: 'copy-unreadable',
  DataError: 'copy-unreadable',
  BulkError: 'copy-unreadable',
  ModifyError: 'copy-unreadable',
  VersionError: 'copy-of-another-form',
  ConstraintError: 'copy-of-another-form',
}

/** Dexie puts what really happened inside (`AbortError` holding `QuotaExceededError`): the inner name counts first. */
function faultOf(thrown: unknown): CopyFault['code'] {
  const inner = thrown instanceof Error && 'inner' in thrown ? codes[nameOf(thrown.inner)] : undefined
  const code = inner ?? codes[nameOf(thrown)]
  if (code === undefined) throw thrown // not a database's word: a bug of ours
  return code
}

function nameOf(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'name' in thrown && typeof thrown.name === 'string' ? thrown.name : ''
}
