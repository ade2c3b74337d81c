import type { ChainEnd, Fault } from '#domain/bridge.ts'
import type { Draft, Standing } from '#domain/log/entry.ts'
import { checkInnerChain, type ChainLink, type InnerFault } from '#domain/log/inner-chain.ts'
import { ok, type Result } from '#domain/result.ts'
import { emptyWard, wardBoard, type WardView } from '#domain/view/ward.ts'
import { makeBoard } from './board.ts'
import { makeCharts, type Charts } from './charts.ts'
import { makeWriter, type NotSaved, type Saved } from './commit.ts'
import { makeDrafts, type Drafts } from './drafts.ts'
import { readJournal } from './journal-pages.ts'
import { usualLimits, type Inside, type Limits, type StorePorts } from './ports.ts'
import { keepSnapshot, openSnapshot, standsInJournal, type KeptSnapshot } from './snapshots.ts'
import { answered, generationsOf, ownDatabases, WardDb, type Databases } from './ward-db.ts'
import { makeWorkingCopy, type CopyState } from './working-copy.ts'

/** One incident, open in this window. */
export type Ward = {
  /** The ward now; the same object until something changes. */
  readonly view: () => WardView
  readonly end: () => ChainEnd
  /** What the machine acknowledged outside of commit (a checkpoint): the next entry stands behind it. */
  readonly acknowledge: (end: ChainEnd) => void
  /** Called after every change of `view` or `copy`. Returns how to stop it. */
  readonly subscribe: (listener: () => void) => () => void
  /** Resolves when it is saved, or not. Calling it again with the same draft is safe and records once. */
  readonly commit: (draft: Draft, standing: Standing) => Promise<Result<Saved, NotSaved>>
  /** Many at once, in this order: flushed together, and whoever subscribed is told once. */
  readonly commitAll: (drafts: readonly Draft[], standing: Standing) => Promise<readonly Result<Saved, NotSaved>[]>
  readonly openChart: Charts['open']
  readonly drafts: Drafts
  readonly copy: () => CopyState
  /** The comparison with the journal, and a rebuild if there had to be one. The ward need not wait for it. */
  readonly compared: Promise<CopyState>
  /** Before the window dies: drafts, then a snapshot, then what else there is time for. True if all was done. */
  readonly settle: (withinMs: number) => Promise<boolean>
  /** Ends all work in the background. */
  readonly stop: () => void
}

/**
 * The board from the snapshot and what stands behind it in the journal: usable when this resolves. The
 * working copy is compared afterwards. Err only when the journal itself cannot be read.
 */
export async function startWard(ports: StorePorts, options: { readonly limits?: Partial<Limits>; readonly databases?: Databases } = {}): Promise<Result<Ward, Fault>> {
  let hurried = false
  const inside: Inside = {
    ...ports,
    idle: () => (hurried ? Promise.resolve() : ports.idle()),
    limits: { ...usualLimits, ...options.limits },
    databases: options.databases ?? ownDatabases(),
  }
  const read = await readWard(inside)
  if (!read.ok) return read
  const { view: started, end, behind } = read.value

  const listeners = new Set<() => void>()
  /** Batches under way: thousands of records one behind the other must not draw the screen as often. */
  let batches = 0
  const changed = (): void => {
    if (batches === 0) for (const listener of listeners) listener()
  }
  const board = makeBoard(started, end, changed)
  const writer = makeWriter(inside, board, (numbered, cipher) => copy.follow(numbered, cipher))
  const copy = makeWorkingCopy({ inside, board, writer, started, changed, full: () => void keep() })
  const charts = makeCharts(inside, board, writer, copy)
  const drafts = makeDrafts(inside)

  let keeping: Promise<void> | null = null
  /** A snapshot, and the tail moved into charts. */
  function keep(goOn: () => boolean = () => true): Promise<void> {
    keeping ??= (async () => {
      await snapshotNow()
      await copy.fold(goOn)
    })().finally(() => {
      keeping = null
    })
    return keeping
  }

  /** Only while no answer is outstanding: an entry that comes late must not stand before its snapshot. */
  async function snapshotNow(): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await writer.settle()
      if (!writer.quiet()) {
        await inside.idle()
        continue
      }
      const view = board.view()
      if (view.entries === 0) return
      const kept = await keepSnapshot(inside, copy.database(), view, board.end())
      if (kept.ok) board.settle(view)
      else inside.tell({ level: 'note', code: 'snapshot-not-kept', cause: kept.error.cause })
      return
    }
  }

  const compared = copy.begin().then(async (state) => {
    if (state.stage === 'ready' && behind > inside.limits.tail) await keep()
    return copy.state()
  })

  async function commit(draft: Draft, standing: Standing): Promise<Result<Saved, NotSaved>> {
    const saved = await writer.write(draft, standing)
    if (saved.ok) {
      void drafts.drop(draft.id)
      void charts.recordOwed()
    }
    return saved
  }

  return ok({
    view: board.view,
    end: board.end,
    acknowledge: board.acknowledge,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    commit,
    commitAll: async (many, standing) => {
      batches += 1
      try {
        return await Promise.all(many.map((draft) => commit(draft, standing)))
      } finally {
        batches -= 1
        changed()
      }
    },
    openChart: charts.open,
    drafts,
    copy: copy.state,
    compared,
    settle: async (withinMs) => {
      hurried = true
      let late = false
      let timer: ReturnType<typeof setTimeout> | undefined
      const limit = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => {
          late = true
          resolve(false)
        }, withinMs)
      })
      const work = (async () => {
        await drafts.flush()
        await charts.recordOwed()
        await keeping
        await copy.followed()
        await keep(() => !late)
        return !late
      })()
      const done = await Promise.race([work, limit])
      clearTimeout(timer)
      hurried = false // if the window lives on after all
      return done
    },
    stop: copy.stop,
  })
}

type ReadWard = { readonly view: WardView; readonly end: ChainEnd; /** Entries read behind the snapshot. */ readonly behind: number }

async function readWard(inside: Inside): Promise<Result<ReadWard, Fault>> {
  const from = (await lastSnapshot(inside)) ?? { view: emptyWard, end: { seq: 0, head: inside.beginning } }
  const board = wardBoard(from.view)
  const links: ChainLink[] = []
  let { end } = from
  let behind = 0
  const read = await readJournal(inside, end.seq, (page) => {
    for (const { seq, entry } of page.entries) if (board.apply(seq, entry)) behind += 1
    for (const link of page.links) links.push(link)
    end = page.end
    return true
  })
  if (!read.ok) return read
  tellFaults(inside, checkInnerChain(links, [from.end.head], from.view.lastN))
  return ok({ view: board.view(), end, behind })
}

/** The newest snapshot that opens and stands in this journal: beside the journal, else in the working copy. */
async function lastSnapshot(inside: Inside): Promise<{ readonly view: WardView; readonly end: ChainEnd } | null> {
  const kept = await inside.bridge.call('snapshot:find')
  if (kept.ok && kept.value !== null) {
    const usable = await usableSnapshot(inside, kept.value)
    if (usable !== null) return usable
    inside.tell({ level: 'note', code: 'snapshot-unusable' })
  }
  const second = await copiedSnapshot(inside)
  return second === null ? null : usableSnapshot(inside, second)
}

async function usableSnapshot(inside: Inside, snapshot: KeptSnapshot): Promise<{ readonly view: WardView; readonly end: ChainEnd } | null> {
  const opened = await openSnapshot(inside, snapshot)
  if (opened === null) return null
  const stands = await standsInJournal(inside, opened.end)
  if (stands.ok && stands.value) return opened
  if (stands.ok) inside.tell({ level: 'alarm', code: 'journal-is-another', seq: opened.end.seq })
  return null
}

async function copiedSnapshot(inside: Inside): Promise<KeptSnapshot | null> {
  const copies = await generationsOf(inside.incident, inside.databases, inside.limits.answerMs)
  const newest = copies.ok ? copies.value.at(-1) : undefined
  if (newest === undefined) return null
  const db = new WardDb(newest.name, inside.databases)
  const row = await answered(inside.limits.answerMs, async () => {
    await db.open()
    return db.snapshot.get('ward')
  })
  db.close()
  return row.ok ? (row.value ?? null) : null
}

/** One alarm a kind, with the first place: a wholly wrong journal must not drown the screen. */
function tellFaults(inside: Inside, faults: readonly InnerFault[]): void {
  for (const [code, same] of Map.groupBy(faults, (fault) => fault.code)) {
    const [first] = same
    if (first !== undefined) inside.tell({ level: 'alarm', code, seq: first.seq, times: same.length })
  }
}
