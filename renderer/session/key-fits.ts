import type { Bridge, Fault } from '#domain/bridge.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { openFrames } from '../store/sealed-entry.ts'
import type { IncidentKeys } from '../vault/seal.ts'

/** Entries of this incident are there, and none of the first ones opens with this key: it is another incident's. */
export type KeyFault = { readonly code: 'key-of-another' }

const some = 64 * 1024

/**
 * Looked at before anything is shown or written: a restart code of a drill opens its own key, and what was
 * written here under it nobody of this ward could open again. One damaged entry is no reason to refuse care.
 */
export async function keyFits(bridge: Bridge, keys: IncidentKeys): Promise<Result<null, Fault | KeyFault>> {
  for (let after = 0; ; ) {
    const page = await bridge.call('journal:frames', { after, most: some })
    if (!page.ok) return page
    const sealed = page.value.frames.flatMap(({ seq, head, id, cipher }) => (id === null || cipher === null ? [] : [{ seq, head, id, cipher }]))
    if (sealed.length > 0) return (await openFrames(keys, sealed)).entries.length > 0 ? ok(null) : err({ code: 'key-of-another' })
    const last = page.value.frames.at(-1)
    if (page.value.done || last === undefined) return ok(null)
    after = last.seq
  }
}
