import type { EntryId } from '#domain/ids.ts'
import { readEntry, type Entry } from '#domain/log/entry.ts'
import type { ChainLink } from '#domain/log/inner-chain.ts'
import type { IncidentKeys } from '#renderer/vault/seal.ts'

/** One frame as the machine hands it over: it can tell order and identity, and read nothing. */
export type SealedFrame = { readonly seq: number; readonly head: string; readonly id: EntryId; readonly cipher: Uint8Array }

/** An entry under its number in the journal. */
export type Numbered = { readonly seq: number; readonly entry: Entry }

/** The cipher of an entry: its JSON under the incident's entry key, bound to its id. */
export function sealEntry(keys: IncidentKeys, entry: Entry): Promise<Uint8Array> {
  return keys.sealEntry(entry.id, new TextEncoder().encode(JSON.stringify(entry)))
}

/**
 * Opens frames in order. A frame that does not open, or opens to something that is not the entry it says it
 * is, stays out of `entries` and stands in `links` with `after: null`: the inner chain reports it.
 */
export async function openFrames(keys: IncidentKeys, frames: readonly SealedFrame[]): Promise<{ readonly entries: readonly Numbered[]; readonly links: readonly ChainLink[] }> {
  const opened = await Promise.all(frames.map((frame) => openFrame(keys, frame)))
  return {
    entries: opened.flatMap((entry, index) => (entry === null ? [] : { seq: frames[index]?.seq ?? 0, entry })), // same length by construction
    links: opened.map((entry, index) => {
      const { seq = 0, head = '' } = frames[index] ?? {}
      return { kind: 'sealed', seq, head, after: entry?.after ?? null }
    }),
  }
}

async function openFrame(keys: IncidentKeys, frame: SealedFrame): Promise<Entry | null> {
  const opened = await keys.openEntry(frame.id, frame.cipher)
  if (!opened.ok) return null
  try {
    const entry = readEntry(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(opened.value)))
    return entry.ok && entry.value.id === frame.id ? entry.value : null
  } catch {
    return null // sealed with the right key and yet not JSON: not written by this program
  }
}
