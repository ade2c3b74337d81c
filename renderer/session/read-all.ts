import type { Bridge, ChainEnd, Fault, StationStatus } from '#domain/bridge.ts'
import type { EntryId } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { openFrames, type Numbered } from '../store/sealed-entry.ts'
import { openKeys } from '../vault/seal.ts'

/** Every frame of the incident's journal, in order, and the entries that opened. */
export type WholeJournal = {
  readonly frames: readonly { readonly seq: number; readonly head: ChainEnd['head']; readonly kind: 'sealed' | 'public' | 'checkpoint'; readonly id: EntryId | null }[]
  readonly entries: readonly (Numbered & { readonly head: ChainEnd['head'] })[]
  readonly end: ChainEnd
}

const pageBytes = 4 * 1024 * 1024

/** Reads the journal itself, not the working copy: what goes into an export or an audit is what was promised. */
export async function readAll(bridge: Bridge, status: StationStatus, dek: Uint8Array, isCancelled: () => boolean, progress: (done: number, of: number) => void = () => undefined, from = 0): Promise<Result<WholeJournal, Fault | { readonly code: 'stopped' }>> {
  if (status.incident === null) return err({ code: 'not-now' })
  const keys = await openKeys(dek, { realm: status.realm, incident: status.incident.incident })
  const frames: WholeJournal['frames'][number][] = []
  const entries: WholeJournal['entries'][number][] = []
  for (let after = from; ; ) {
    if (isCancelled()) return err({ code: 'stopped' })
    const page = await bridge.call('journal:frames', { after, most: pageBytes })
    if (!page.ok) return page
    const sealed = page.value.frames.flatMap(({ seq, head, id, cipher }) => (id === null || cipher === null ? [] : [{ seq, head, id, cipher }]))
    const heads = new Map(sealed.map(({ seq, head }) => [seq, head]))
    const opened = await openFrames(keys, sealed)
    for (const numbered of opened.entries) entries.push({ ...numbered, head: heads.get(numbered.seq) ?? status.incident.beginning }) // opened from these very frames
    for (const { seq, head, kind, id } of page.value.frames) frames.push({ seq, head, kind, id })
    const last = frames.at(-1)
    progress(last?.seq ?? 0, Math.max(last?.seq ?? 0, status.incident.end.seq))
    if (page.value.done || last === undefined) return ok({ frames, entries, end: last ?? { seq: 0, head: status.incident.beginning } })
    after = last.seq
  }
}
