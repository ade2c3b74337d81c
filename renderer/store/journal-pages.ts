import type { ChainEnd, Fault, Output } from '#domain/bridge.ts'
import type { Entry } from '#domain/log/entry.ts'
import type { ChainLink } from '#domain/log/inner-chain.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Inside } from './ports.ts'
import { openFrames, type Numbered } from './sealed-entry.ts'

/** What reading needs of the store's ports. */
export type Reader = Pick<Inside, 'bridge' | 'keys' | 'limits'>

/** A stretch of the journal, opened. */
export type JournalPage = {
  readonly entries: readonly Numbered[]
  /** Every frame, in order: what the inner chain is checked on. */
  readonly links: readonly ChainLink[]
  readonly end: ChainEnd
}

/** Reads the journal behind `after` in slices, as long as `take` says true. A slice ends where a caller may pause. */
export async function readJournal(inside: Reader, after: number, take: (page: JournalPage) => boolean | Promise<boolean>): Promise<Result<null, Fault>> {
  let from = after
  for (;;) {
    const read = await inside.bridge.call('journal:frames', { after: from, most: inside.limits.pageBytes })
    if (!read.ok) return read
    const { frames, done } = read.value
    const last = frames.at(-1)
    if (last === undefined) return done ? ok(null) : err({ code: 'journal-unreadable' })
    for (let at = 0; at < frames.length; at += inside.limits.openedAtOnce) {
      const page = await openPage(inside, frames.slice(at, at + inside.limits.openedAtOnce))
      if (page !== null && !(await take(page))) return ok(null)
    }
    if (done) return ok(null)
    from = last.seq
  }
}

async function openPage({ keys }: Reader, frames: Output<'journal:frames'>['frames']): Promise<JournalPage | null> {
  const last = frames.at(-1)
  if (last === undefined) return null
  const sealed = frames.flatMap(({ seq, head, id, cipher }) => (id === null || cipher === null ? [] : [{ seq, head, id, cipher }]))
  const opened = await openFrames(keys, sealed)
  const afterOf = new Map(opened.links.map((link) => [link.seq, link.kind === 'sealed' ? link.after : null]))
  const links = frames.map(({ seq, head, kind }): ChainLink => (kind === 'sealed' ? { kind, seq, head, after: afterOf.get(seq) ?? null } : { kind: 'plain', seq, head }))
  return { entries: opened.entries, links, end: { seq: last.seq, head: last.head } }
}

/** The head at a place in the journal; null when it does not reach there. */
export async function headAt(inside: Inside, seq: number): Promise<Result<string | null, Fault>> {
  if (seq === 0) return ok(inside.beginning)
  const read = await inside.bridge.call('journal:frames', { after: seq - 1, most: 1 })
  if (!read.ok) return read
  const [frame] = read.value.frames
  return ok(frame?.seq === seq ? frame.head : null)
}

/** The entry at a place in the journal; null when there is none that opens. */
export async function entryAt(inside: Reader, seq: number): Promise<Result<Entry | null, Fault>> {
  let entry: Entry | null = null
  const read = await readJournal({ ...inside, limits: { ...inside.limits, pageBytes: 1 } }, seq - 1, (page) => {
    entry = page.entries.find((numbered) => numbered.seq === seq)?.entry ?? null
    return false
  })
  return read.ok ? ok(entry) : read
}
