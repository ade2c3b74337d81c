import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { readSealedCode } from '#domain/access/code.ts'
import type { Bridge, Fault } from '#domain/bridge.ts'
import { Sha256, type EntryId } from '#domain/ids.ts'
import type { Standing } from '#domain/log/entry.ts'
import type { Realm } from '#domain/realm.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { importsOf, readTransfer, type TransferFault, type TransferFile } from '#domain/transfer/transfer-file.ts'
import type { Vault } from '../workers/vault-worker.ts'
import { photoFromText, withPhotos } from './carried-photos.ts'
import type { OpenWard } from './open-ward.ts'

export type ReceiveFault = Fault | TransferFault | { readonly code: 'wrong-code' | 'file-damaged' | 'not-a-transfer' | 'code-incomplete' }

/** A file that was opened and checked; nothing of it is written yet. */
export type Opened = { readonly file: TransferFile; readonly sha256: Sha256; readonly missing: readonly EntryId[] }

/** Opens a file with its code, checks it whole, and says how much of it is here already. Writes nothing. */
export async function openTransferFile({ bridge, vault }: { readonly bridge: Bridge; readonly vault: Pick<Vault, 'ask'> }, realm: Realm, open: OpenWard, bytes: Uint8Array, typed: string): Promise<Result<Opened, ReceiveFault>> {
  const code = readSealedCode(typed)
  if (!code.ok) return err({ code: 'code-incomplete' })
  const text = await vault.ask('openTransfer', { code: code.value, file: bytes })
  if (!text.ok) return err({ code: text.error.code === 'no-key-fits' ? 'wrong-code' : text.error.code === 'not-an-age-file' ? 'not-a-transfer' : 'file-damaged' })
  const file = readTransfer(text.value, { realm, view: open.ward.view() })
  if (!file.ok) return file
  const hash = Sha256.parse(bytesToHex(sha256(bytes)))
  const missing = await missingOf(bridge, importsOf(file.value, hash).map(({ id }) => id))
  return missing.ok ? ok({ file: file.value, sha256: hash, missing: missing.value }) : missing
}

/** Takes over what is not here yet. Stopped or cut off in the middle, the same file completes it. */
export async function receivePatient(bridge: Bridge, open: OpenWard, standing: Standing, { file, sha256: hash, missing }: Opened, hooks: { readonly progress: (done: number, of: number) => void; readonly isCancelled: () => boolean }): Promise<Result<number, { readonly code: 'stopped' | 'not-saved' | 'frozen' }>> {
  const wanted = new Set(missing)
  const pictures = new Map(file.photos.map(({ entry, jpeg }) => [entry, jpeg]))
  const pictureOf = (record: EntryId): Uint8Array | undefined => {
    const text = pictures.get(record)
    return text === undefined ? undefined : photoFromText(text)
  }
  const drafts = importsOf(file, hash).filter(({ id }) => wanted.has(id))
  for (let done = 0; done < drafts.length; done += atOnce) {
    if (hooks.isCancelled()) return err({ code: 'stopped' })
    const ready = await withPhotos(bridge, open.keys, drafts.slice(done, done + atOnce), pictureOf)
    if (!ready.ok) return ready
    // Asked for together they are flushed together; the journal keeps them in this order.
    const saved = await Promise.all(ready.value.map((draft) => open.ward.commit(draft, standing)))
    const failed = saved.find((one) => !one.ok)
    if (failed !== undefined && !failed.ok) return err({ code: failed.error.code === 'frozen' ? 'frozen' : 'not-saved' })
    hooks.progress(Math.min(done + atOnce, drafts.length), drafts.length)
  }
  return ok(drafts.length)
}

const atOnce = 50
const mostAsked = 5000

async function missingOf(bridge: Bridge, ids: readonly EntryId[]): Promise<Result<readonly EntryId[], Fault>> {
  const missing: EntryId[] = []
  for (let at = 0; at < ids.length; at += mostAsked) {
    const part = await bridge.call('journal:missing', { ids: ids.slice(at, at + mostAsked) })
    if (!part.ok) return part
    missing.push(...part.value.missing)
  }
  return ok(missing)
}
