import type { Fault } from '#domain/bridge.ts'
import type { EntryId } from '#domain/ids.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Board } from './board.ts'
import { openMeta } from './chunks.ts'
import type { Writer } from './commit.ts'
import { eachBatch, loadTail } from './copy-scan.ts'
import type { Inside } from './ports.ts'
import { sealEntry, type Numbered } from './sealed-entry.ts'
import { standsInJournal } from './snapshots.ts'
import { answered, WardDb, type Generation } from './ward-db.ts'

/**
 * Before a working copy is let go, everything in it is looked for in the journal. What the journal lacks is
 * appended again: nothing acknowledged is thrown away to make two stores agree (law 3).
 */
type Found = { readonly numbered: Numbered; readonly cipher: Uint8Array | null }

/** Looks through copies, appends what is missing in the journal, and answers which may be dropped. */
export async function rescueFrom(inside: Inside, board: Board, writer: Pick<Writer, 'appendAgain'>, copies: readonly Generation[]): Promise<readonly Generation[]> {
  const droppable: Generation[] = []
  const rescued: EntryId[] = []
  for (const copy of copies) {
    const { missing, surelyAll } = await lookThrough(inside, copy)
    let all = surelyAll
    for (const { numbered, cipher } of [...missing].toSorted((a, b) => a.numbered.seq - b.numbered.seq)) {
      const { entry } = numbered
      const appended = await writer.appendAgain(entry, cipher ?? (await sealEntry(inside.keys, entry)))
      if (appended.ok) rescued.push(entry.id)
      else all = false
    }
    if (all) droppable.push(copy)
    else inside.tell({ level: 'note', code: 'old-copy-kept' })
  }
  if (rescued.length > 0) {
    inside.tell({ level: 'alarm', code: 'entries-reappended', entries: rescued.length })
    const told = await inside.bridge.call('journal:tell', { event: 'entries-reappended', total: rescued.length, entries: rescued.slice(0, 500) })
    if (told.ok) board.acknowledge(told.value)
  }
  return droppable
}

/** Drops copies; one that does not go now is found again at the next start. */
export async function drop(inside: Inside, copies: readonly Generation[]): Promise<void> {
  for (const { name } of copies) await answered(inside.limits.answerMs, () => new WardDb(name, inside.databases).delete())
}

type Look = { readonly missing: readonly Found[]; readonly surelyAll: boolean }
const unknown: Look = { missing: [], surelyAll: false }

async function lookThrough(inside: Inside, copy: Generation): Promise<Look> {
  const db = new WardDb(copy.name, inside.databases)
  try {
    const opened = await answered(inside.limits.answerMs, () => db.open())
    return opened.ok ? await lookInto(inside, db) : unknown
  } finally {
    db.close()
  }
}

async function lookInto(inside: Inside, db: WardDb): Promise<Look> {
  const tail = await loadTail(db, inside)
  if (!tail.ok) return unknown
  const missing: Found[] = []
  const ciphers = new Map(tail.value.frames.map((frame) => [frame.seq, frame.cipher]))
  const lacking = await lackingOf(inside, tail.value.entries)
  if (!lacking.ok) return unknown
  missing.push(...lacking.value.map((numbered) => ({ numbered, cipher: ciphers.get(numbered.seq) ?? null })))

  let closed = tail.value.unreadable.length > 0 && !(await allThere(inside, tail.value.unreadable)) ? 1 : 0
  let asked = true
  const charts = await eachBatch(db, inside, async (batch) => {
    closed += batch.filter(({ records }) => records === null).length
    const gone = await lackingOf(inside, batch.flatMap(({ records }) => records ?? []))
    asked = gone.ok
    if (gone.ok) missing.push(...gone.value.map((numbered) => ({ numbered, cipher: null })))
    return asked
  })
  if (!charts.ok || !asked) return { missing, surelyAll: false }
  // What is in a closed row nobody knows; but if this journal reaches as far as the copy did, it is all there.
  return { missing, surelyAll: closed === 0 || (await reachesAsFar(inside, db)) }
}

async function lackingOf(inside: Inside, records: readonly Numbered[]): Promise<Result<readonly Numbered[], Fault>> {
  const lacking: Numbered[] = []
  for (let at = 0; at < records.length; at += mostAsked) {
    const some = records.slice(at, at + mostAsked)
    const asked = await inside.bridge.call('journal:missing', { ids: some.map(({ entry }) => entry.id) })
    if (!asked.ok) return asked
    const missing = new Set(asked.value.missing)
    lacking.push(...some.filter(({ entry }) => missing.has(entry.id)))
  }
  return ok(lacking)
}

const mostAsked = 10_000

async function allThere(inside: Inside, ids: readonly (EntryId | null)[]): Promise<boolean> {
  const known = ids.filter((id) => id !== null)
  if (known.length < ids.length) return false
  const asked = await inside.bridge.call('journal:missing', { ids: known.slice(0, mostAsked) })
  return asked.ok && asked.value.missing.length === 0 && known.length <= mostAsked
}

async function reachesAsFar(inside: Inside, db: WardDb): Promise<boolean> {
  const row = await answered(inside.limits.answerMs, () => db.meta.get('copy'))
  const meta = row.ok ? await openMeta(inside.keys, db.name, row.value) : null
  const stands = meta === null ? null : await standsInJournal(inside, meta.end)
  return stands?.ok === true && stands.value
}
