import type { PatientId } from '#domain/ids.ts'
import { ok, type Result } from '#domain/result.ts'
import type { WardView } from '#domain/view/ward.ts'
import type { Board } from './board.ts'
import { nameOfChart, openMeta, sealMeta, type Meta } from './chunks.ts'
import type { Follow, Writer } from './commit.ts'
import { rebuildCopy } from './copy-rebuild.ts'
import { addTo, agree, eachBatch, extentOf, loadTail, type Marks } from './copy-scan.ts'
import { foldInto } from './fold.ts'
import { drop, rescueFrom } from './old-copies.ts'
import type { CopyDoubt, CopyFault, Inside } from './ports.ts'
import type { Numbered } from './sealed-entry.ts'
import { standsInJournal } from './snapshots.ts'
import { answered, generationOf, generationsOf, readChunks, WardDb, type ChunkRow, type Generation, type TailRow } from './ward-db.ts'

/**
 * The life of the working copy in one window:
 *
 *   checking     compared with the journal, row by row, in the background. If the last exit was clean and its
 *                count and head agree it is already written to
 *   ready        believed
 *   rebuilding   doubted: made anew from the journal under a new name; entries wait in memory, saved all the same
 *   failed       the rebuild failed, too; tried again after a while, charts come from the journal
 *
 * From any of these a doubt leads to rebuilding. It never gives a user an error: what he saved is in the journal.
 */
export type CopyState =
  | { readonly stage: 'checking' | 'rebuilding'; readonly done: number; readonly total: number }
  | { readonly stage: 'ready' | 'failed' }

export type WorkingCopy = {
  readonly state: () => CopyState
  readonly follow: Follow
  readonly doubt: (cause: CopyDoubt) => void
  /** The chunks of a chart, still sealed; none when there is no copy to read. */
  readonly chunksOf: (patient: PatientId | null, which: 'first' | 'all') => Promise<readonly ChunkRow[]>
  readonly tailOf: (patient: PatientId | null) => readonly Numbered[]
  /** Moves the tail into charts, as long as `goOn` says true. */
  readonly fold: (goOn: () => boolean) => Promise<void>
  /** Resolves when nothing waits to be written, or the copy is doubted. */
  readonly followed: () => Promise<void>
  readonly database: () => WardDb | null
  /** Runs until the copy is ready or failed; never rejects but for a bug. */
  readonly begin: () => Promise<CopyState>
  readonly stop: () => void
}

export type CopyWiring = {
  readonly inside: Inside
  readonly board: Board
  readonly writer: Pick<Writer, 'appendAgain' | 'settle'>
  /** The ward as it was read at the start. */
  readonly started: WardView
  readonly changed: () => void
  /** The tail has grown beyond its limit. */
  readonly full: () => void
}

export function makeWorkingCopy({ inside, board, writer, started, changed, full }: CopyWiring): WorkingCopy {
  const { limits, keys } = inside
  let state: CopyState = { stage: 'checking', done: 0, total: extentOf(started).entries }
  let db: WardDb | null = null
  let meta: Meta | null = null
  let writable = false
  let stopped = false
  let folding = false
  let writing: Promise<void> | null = null
  let repairing: Promise<void> | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isCleared = false
  /** The highest number a rebuild of this window has tried. */
  let tried = 0
  let tailReady: () => void = () => undefined
  const tailLoaded = new Promise<void>((resolve) => {
    tailReady = resolve
  })
  /** Acknowledged and not yet in the copy. */
  const waiting = new Map<number, { readonly numbered: Numbered; readonly row: TailRow }>()
  /** Everything in the copy's tail, and what waits. */
  const tail = new Map<number, Numbered>()

  /** Names of charts read before: making one costs as much as a small chart. */
  const names = new Map<PatientId | null, string>()

  function become(next: CopyState): void {
    state = next
    changed()
  }

  function wake(): void {
    if (!writable || waiting.size === 0) return
    writing ??= write().finally(() => {
      writing = null
      wake() // followed between the last look and here
    })
  }

  /** Everything that waits, in one transaction with the count of it. Sealed before it begins: awaiting anything else inside would end it. */
  async function write(): Promise<void> {
    while (writable && waiting.size > 0 && db !== null && meta !== null) {
      const target = db
      const rows = [...waiting.values()].slice(0, mostAtOnce).map(({ row }) => row)
      const next: Meta = { entries: meta.entries + rows.length, lastSeq: Math.max(meta.lastSeq, ...rows.map(({ seq }) => seq)), end: board.end() }
      const row = await sealMeta(keys, target.name, next)
      const put = await answered(limits.answerMs, () =>
        target.transaction('rw', target.tail, target.meta, async () => {
          await target.tail.bulkPut(rows)
          await target.meta.put(row)
        }),
      )
      if (db !== target) return // doubted meanwhile: all of it waits for the next copy
      if (!put.ok) return doubt(put.error.code)
      for (const { seq } of rows) waiting.delete(seq)
      meta = next
    }
    if (state.stage === 'ready' && tail.size > limits.tail) full()
  }

  function doubt(cause: CopyDoubt): void {
    if (stopped || repairing !== null || state.stage === 'failed') return
    writable = false
    if (silent.includes(cause)) letGo()
    tailReady()
    inside.tell({ level: 'note', code: 'copy-doubted', cause })
    startRepair(cause)
  }

  function startRepair(cause: CopyDoubt): void {
    clearTimeout(retry)
    become({ stage: 'rebuilding', done: 0, total: extentOf(board.view()).entries })
    repairing = repair(cause).finally(() => {
      repairing = null
    })
  }

  /** A database that does not answer is not asked again: each question would cost its time limit. */
  function letGo(): void {
    const dead = db
    db = null
    dead?.close()
  }

  /** Databases that cannot even be listed never come back by themselves; once a window their place is cleared. */
  async function clearTheWay(): Promise<void> {
    if (isCleared) return
    const listed = await generationsOf(inside.incident, inside.databases, limits.answerMs)
    if (listed.ok || listed.error.code !== 'copy-unreadable') return
    isCleared = true
    await inside.bridge.call('copy:put-aside')
  }

  async function repair(cause: CopyDoubt): Promise<void> {
    await clearTheWay()
    const rebuilt = await rebuildCopy(inside, board, {
      writer,
      above: tried,
      trying: (number) => {
        tried = number
      },
      progress: (done, total) => become({ stage: 'rebuilding', done, total }),
      goOn: () => !stopped,
    })
    if (stopped) {
      if (rebuilt.ok) rebuilt.value.db.close()
      return
    }
    if (!rebuilt.ok) {
      if (failures === 0) inside.tell({ level: 'note', code: 'copy-failed', cause: rebuilt.error.code })
      become({ stage: 'failed' })
      retry = setTimeout(() => startRepair(cause), limits.retryMs * Math.min(10, (failures += 1)))
      return
    }
    failures = 0
    const { old } = rebuilt.value
    believe(rebuilt.value.db, rebuilt.value.meta)
    for (const seq of tail.keys()) if (seq <= rebuilt.value.meta.end.seq) tail.delete(seq)
    for (const seq of waiting.keys()) if (seq <= rebuilt.value.meta.end.seq) waiting.delete(seq)
    become({ stage: 'ready' })
    wake()
    inside.tell({ level: 'note', code: 'copy-rebuilt', cause, entries: rebuilt.value.meta.entries })
    const told = await inside.bridge.call('journal:tell', { event: 'working-copy-rebuilt', cause, entries: rebuilt.value.meta.entries })
    if (told.ok) board.acknowledge(told.value)
    await drop(inside, old)
  }

  function believe(next: WardDb, extent: Meta): void {
    const before = db
    db = next
    if (before !== next) before?.close()
    meta = extent
    writable = true
    next.on('close', () => {
      if (db === next) doubt('copy-closed')
    })
  }

  /** The newest copy if it can be believed so far, else why not. */
  async function open(copies: readonly Generation[]): Promise<CopyDoubt | null> {
    const extent = extentOf(started)
    const newest = copies.at(-1)
    if (newest === undefined && extent.entries > 0) return 'copy-missing'
    const candidate = new WardDb((newest ?? generationOf(inside.incident, 1)).name, inside.databases)
    const opened = await answered(limits.answerMs, () => candidate.open())
    if (!opened.ok) return opened.error.code
    if (newest === undefined) {
      const first = { ...extent, end: { seq: 0, head: inside.beginning } }
      const row = await sealMeta(keys, candidate.name, first)
      const kept = await answered(limits.answerMs, () => candidate.meta.put(row))
      if (!kept.ok) return kept.error.code
      believe(candidate, first)
      return null
    }
    db = candidate // read from now on, written only when believed
    const row = await answered(limits.answerMs, () => candidate.meta.get('copy'))
    if (!row.ok) return row.error.code
    const found = await openMeta(keys, candidate.name, row.value)
    const rows = await loadTail(candidate, inside)
    if (!rows.ok) return rows.error.code
    for (const numbered of rows.value.entries) tail.set(numbered.seq, numbered)
    if (found === null) return 'meta-unreadable'
    const stands = await standsInJournal(inside, found.end)
    if (!stands.ok) return 'copy-differs'
    if (!stands.value) {
      inside.tell({ level: 'alarm', code: 'journal-is-another', seq: found.end.seq })
      return 'copy-differs'
    }
    if (inside.lastExit === 'unclean') return 'unclean-exit'
    if (rows.value.unreadable.length > 0) return 'row-unreadable'
    if (found.entries !== extent.entries || found.lastSeq !== extent.lastSeq) return 'copy-differs'
    believe(candidate, found)
    return null
  }

  /** Every row opened and added up. What came after the start is not looked at. */
  async function compare(target: WardDb): Promise<CopyDoubt | null> {
    const upTo = Math.max(started.upToSeq, extentOf(started).lastSeq)
    const marks: Marks = new Map()
    addTo(marks, [...tail.values()], upTo)
    let cause: CopyDoubt | null = null
    let done = 0
    const read = await eachBatch(target, inside, (batch) => {
      if (!writable || stopped) return false
      for (const { records } of batch) {
        if (records === null) cause = 'row-unreadable'
        else addTo(marks, records, upTo)
        done += records?.length ?? 0
      }
      become({ stage: 'checking', done, total: extentOf(started).entries })
      return cause === null
    })
    if (!read.ok) return read.error.code
    return cause ?? (agree(marks, started) ? null : 'copy-differs')
  }

  async function begin(): Promise<CopyState> {
    const copies = await generationsOf(inside.incident, inside.databases, limits.answerMs)
    const cause = copies.ok ? await open(copies.value) : copies.error.code
    tailReady()
    if (cause !== null) doubt(cause)
    else {
      wake()
      const found = db === null ? null : await compare(db)
      if (found !== null) doubt(found)
      else if (writable && !stopped) {
        become({ stage: 'ready' })
        const older = copies.ok ? copies.value.slice(0, -1) : []
        await drop(inside, await rescueFrom(inside, board, writer, older))
      }
    }
    while (repairing !== null) await repairing
    return state
  }

  return {
    state: () => state,
    follow: (numbered, cipher) => {
      tail.set(numbered.seq, numbered)
      waiting.set(numbered.seq, { numbered, row: { seq: numbered.seq, id: numbered.entry.id, cipher } })
      wake()
    },
    doubt,
    chunksOf: async (patient, which) => {
      await tailLoaded
      const target = db
      if (target === null) return []
      const name = names.get(patient) ?? (await nameOfChart(keys, patient))
      names.set(patient, name)
      const rows: Result<readonly ChunkRow[], CopyFault> = await answered(limits.answerMs, () => readChunks(target, name, which))
      if (!rows.ok) doubt(rows.error.code)
      return rows.ok ? rows.value : []
    },
    tailOf: (patient) => [...tail.values()].filter(({ entry }) => entry.patient === patient),
    fold: async (goOn) => {
      if (folding || state.stage !== 'ready' || db === null) return
      folding = true
      const goesOn = (): boolean => goOn() && writable && !stopped
      let folded: Awaited<ReturnType<typeof foldInto>> = ok(null)
      let records: readonly Numbered[]
      // Again while the tail is full: what was written meanwhile asked for this when it was under way already.
      try {
        do {
          records = [...tail.values()].filter(({ seq }) => !waiting.has(seq))
          folded = await foldInto(db, inside, records, {
            fresh: false,
            goOn: goesOn,
            folded: (seqs) => {
              for (const seq of seqs) tail.delete(seq)
            },
          })
        } while (folded.ok && records.length > 0 && goesOn() && tail.size > limits.tail)
      } finally {
        folding = false
      }
      if (!folded.ok) doubt(folded.error.code)
    },
    followed: async () => {
      while (writing !== null) await writing
    },
    database: () => (writable ? db : null),
    begin,
    stop: () => {
      stopped = true
      writable = false
      clearTimeout(retry)
      db?.close()
    },
  }
}

const mostAtOnce = 1000
const silent: readonly CopyDoubt[] = ['copy-full', 'copy-closed', 'copy-unreadable', 'copy-silent', 'copy-of-another-form']
