import { err, ok, type Result } from '#domain/result.ts'
import { wardBoard } from '#domain/view/ward.ts'
import type { Board } from './board.ts'
import { sealMeta, type Meta } from './chunks.ts'
import type { Writer } from './commit.ts'
import { extentOf, sameEntries } from './copy-scan.ts'
import { foldInto } from './fold.ts'
import { readJournal } from './journal-pages.ts'
import { drop, rescueFrom } from './old-copies.ts'
import type { CopyDoubt, Inside } from './ports.ts'
import type { Numbered } from './sealed-entry.ts'
import { answered, generationOf, generationsOf, WardDb, type Generation } from './ward-db.ts'

/** A working copy made from the journal alone, and how far it has come. */
export type Rebuilt = { readonly db: WardDb; readonly meta: Meta; readonly old: readonly Generation[] }

export type Rebuilding = {
  readonly writer: Pick<Writer, 'appendAgain' | 'settle'>
  /** Names up to this number were tried before; one that fell silent may stay so. */
  readonly above: number
  readonly trying: (number: number) => void
  readonly progress: (done: number, total: number) => void
  readonly goOn: () => boolean
}

/**
 * Makes a new working copy under a new name. The old one is only read: a database that was damaged once is
 * never written again (a repaired log is wiped at a later start, measured). The same pass computes the board
 * anew, so a board that came from a wrong snapshot is corrected here.
 */
export async function rebuildCopy(inside: Inside, board: Board, rebuilding: Rebuilding): Promise<Result<Rebuilt, { readonly code: CopyDoubt | 'stopped' | 'journal-unreadable' }>> {
  const copies = await generationsOf(inside.incident, inside.databases, inside.limits.answerMs)
  if (!copies.ok) return copies
  const old = await rescueFrom(inside, board, rebuilding.writer, copies.value)
  const next = generationOf(inside.incident, Math.max(rebuilding.above, copies.value.at(-1)?.number ?? 0) + 1)
  rebuilding.trying(next.number)
  const db = new WardDb(next.name, inside.databases)
  const opened = await answered(inside.limits.answerMs, () => db.open())
  const made = opened.ok ? await fill(db, inside, board, rebuilding) : opened
  if (made.ok) return ok({ db, meta: made.value, old })
  db.close()
  await drop(inside, [next]) // half-filled, and all of it from the journal
  return made
}

async function fill(db: WardDb, inside: Inside, board: Board, { writer, progress, goOn }: Rebuilding): Promise<Result<Meta, { readonly code: CopyDoubt | 'stopped' | 'journal-unreadable' }>> {
  const fresh = wardBoard()
  let end = { seq: 0, head: inside.beginning }
  let held: Numbered[] = []
  let done = 0
  let first = true
  let fault: CopyDoubt | null = null

  async function write(): Promise<boolean> {
    const folded = await foldInto(db, inside, held, {
      fresh: first,
      goOn,
      folded: (seqs) => progress((done += seqs.length), Math.max(done, extentOf(board.view()).entries)),
    })
    if (!folded.ok) fault = folded.error.code
    held = []
    first = false
    return folded.ok && goOn()
  }

  const read = await readJournal(inside, 0, async (page) => {
    for (const numbered of page.entries) if (fresh.apply(numbered.seq, numbered.entry)) held.push(numbered)
    end = page.end
    if (held.length >= inside.limits.held && !(await write())) return false
    await inside.idle()
    return goOn()
  })
  if (read.ok && fault === null) await write()
  if (fault !== null) return err({ code: fault })
  if (!read.ok) return err({ code: 'journal-unreadable' })
  if (!goOn()) return err({ code: 'stopped' })

  await writer.settle()
  if (!sameEntries(board.onTopOf(fresh.view(), end.seq), board.view())) {
    board.correct(fresh.view(), end.seq)
    inside.tell({ level: 'alarm', code: 'board-corrected' })
  }
  const meta = { ...extentOf(fresh.view()), end }
  const row = await sealMeta(inside.keys, db.name, meta)
  const kept = await answered(inside.limits.answerMs, () => db.meta.put(row))
  return kept.ok ? ok(meta) : kept
}
