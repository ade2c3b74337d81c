import type { ChainEnd, Fault } from '#domain/bridge.ts'
import { Sha256 } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { decodeSnapshot, encodeSnapshot } from '#domain/view/snapshot.ts'
import type { WardView } from '#domain/view/ward.ts'
import { ordinary } from '#renderer/vault/bytes.ts'
import { bytesOf, jsonOf } from './chunks.ts'
import { headAt } from './journal-pages.ts'
import { packed, unpacked } from './packed.ts'
import type { Inside } from './ports.ts'
import { answered, type SnapshotRow, type WardDb } from './ward-db.ts'

/** The board as one sealed file, so that a start does not read history. Bound to its place in the journal. */
export type KeptSnapshot = { readonly upTo: number; readonly head: string; readonly cipher: Uint8Array }

export async function sealSnapshot(inside: Inside, view: WardView, end: ChainEnd): Promise<KeptSnapshot & { readonly head: Sha256 }> {
  const columns = encodeSnapshot(view, end)
  await inside.idle()
  const bytes = bytesOf(columns)
  await inside.idle()
  return { upTo: end.seq, head: end.head, cipher: await inside.keys.sealFor('snapshot', placeOf(end.seq, end.head), await packed(bytes)) }
}

/** Null: it does not open, or is of another form. The board is then computed from the journal. */
export async function openSnapshot(inside: Inside, { upTo, head, cipher }: KeptSnapshot): Promise<{ readonly view: WardView; readonly end: ChainEnd } | null> {
  if (!(cipher instanceof Uint8Array)) return null
  const opened = await inside.keys.openFor('snapshot', placeOf(upTo, head), cipher)
  if (!opened.ok) return null
  const columns = await unpacked(opened.value).then(jsonOf).catch(() => null) // of another form of this program
  const decoded = decodeSnapshot(columns)
  return decoded.ok && decoded.value.place.seq === upTo ? { view: decoded.value.view, end: decoded.value.place } : null
}

/** Keeps a snapshot beside the journal and in the working copy. Err when the machine did not keep it. */
export async function keepSnapshot(inside: Inside, db: WardDb | null, view: WardView, end: ChainEnd): Promise<Result<null, { readonly cause: string }>> {
  const snapshot = await sealSnapshot(inside, view, end)
  const row: SnapshotRow = { name: 'ward', ...snapshot }
  if (db !== null) await answered(inside.limits.answerMs, () => db.snapshot.put(row)) // a second copy: its absence is no fault
  const kept = await inside.bridge.call('snapshot:keep', { ...snapshot, cipher: ordinary(snapshot.cipher) })
  return kept.ok ? ok(null) : err({ cause: kept.error.code })
}

/** Does the journal have this head at this place? If not, it is not the journal the snapshot was taken of. */
export async function standsInJournal(inside: Inside, end: ChainEnd): Promise<Result<boolean, Fault>> {
  const head = await headAt(inside, end.seq)
  return head.ok ? ok(head.value === end.head) : head
}

function placeOf(upTo: number, head: string): string {
  return `ward/${upTo}/${head}`
}
