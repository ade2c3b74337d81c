import type { Bridge } from '#domain/bridge.ts'
import { EntryId } from '#domain/ids.ts'
import type { Carried } from '#domain/transfer/carried.ts'
import { factOf, judgeOf, mayTakeIn, type Offered, type TakeInFault } from '#domain/desk/take-in.ts'
import type { Draft, Entry, Standing } from '#domain/log/entry.ts'
import type { Hand } from '#domain/ports.ts'
import type { Numbered } from '#domain/reconcile/records.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { breathe } from '../export/build-export.ts'
import type { OpenExportFault } from '../export/open-export.ts'
import { recipientOf } from '../vault/age-file.ts'
import { carriedIn } from '../workers/open-offered.ts'
import type { Vault } from '../workers/vault-worker.ts'
import { withPhotos } from './carried-photos.ts'
import type { OpenWard } from './open-ward.ts'

export type TakeInStep = 'opening' | 'comparing' | 'saving'
export type TakeInHooks = {
  readonly progress: (step: TakeInStep, done: number, of: number) => void
  readonly isCancelled: () => boolean
  /** What was saved, as it is saved: whoever shows the records adds it. */
  readonly saved: (records: readonly Numbered[]) => void
}
export type TookIn = { readonly added: number; readonly already: number; readonly conflicts: number; readonly ward: string; readonly letters: string; readonly isSigned: boolean }
export type TakeInRefusal = OpenExportFault | TakeInFault | { readonly code: 'not-an-identity' | 'stopped' | 'not-saved' | 'too-large' }

/** What the window takes at most of one file. */
export const mostExport = 512 * 1024 * 1024

/** Opens an export with the officer's key, which is used for this one file and kept nowhere. A stop is answered at once; what was begun ends by itself and is thrown away. */
export async function offeredExport(vault: Pick<Vault, 'ask'>, file: Uint8Array, minisig: string | null, typedKey: string, hooks: Pick<TakeInHooks, 'isCancelled' | 'progress'>): Promise<Result<Offered, TakeInRefusal>> {
  const pair = await recipientOf(typedKey)
  if (!pair.ok) return err({ code: 'not-an-identity' })
  hooks.progress('opening', 0, 1)
  let isDone = false
  const opening = vault.ask('openOffered', { file, minisig, identity: pair.value.identity }).finally(() => {
    isDone = true
  })
  const opened = await Promise.race([opening, stopped(() => isDone || hooks.isCancelled())])
  if (opened === 'stopped') return err({ code: 'stopped' })
  if (!opened.ok) return opened
  const { pieces, ...offer } = opened.value
  const carried: Carried[] = []
  for (const piece of pieces) {
    if (hooks.isCancelled()) return err({ code: 'stopped' })
    carried.push(...carriedIn(piece))
    await breathe()
  }
  return ok({ ...offer, carried })
}

async function stopped(isOver: () => boolean): Promise<'stopped'> {
  while (!isOver()) await wait(100)
  return 'stopped'
}

/**
 * Takes in what is not here yet, each record under its own id. Stopped or cut off in the middle, the same file completes it. First
 * it is on record whose records they are; a file that brings nothing new and contradicts nothing leaves no further trace.
 */
export async function takeIn(bridge: Bridge, open: OpenWard, hand: Hand, standing: Standing, offered: Offered, here: readonly Numbered[], hooks: TakeInHooks): Promise<Result<TookIn, TakeInRefusal>> {
  const may = mayTakeIn(offered, standing.realm, here)
  if (!may.ok) return may
  const judged = await judgeAll(offered, standing, new Map(here.map(({ entry }) => [entry.id, entry])), hooks)
  if (!judged.ok) return judged
  const { drafts, already, conflicting } = judged.value
  const isKnown = here.some(({ entry }) => entry.kind === 'records-taken-in' && entry.body.file === offered.file)
  const fact: Draft = { id: EntryId.parse(hand.newId()), kind: 'records-taken-in', patient: null, at: null, body: factOf(offered, conflicting) }
  const queue: readonly Draft[] = isKnown ? drafts : [fact, ...drafts]
  for (let done = 0; done < queue.length; done += atOnce) {
    if (hooks.isCancelled()) return err({ code: 'stopped' })
    const paced = wait(leastMs)
    const ready = await withPhotos(bridge, open.keys, queue.slice(done, done + atOnce), (record) => offered.photos.get(record))
    if (!ready.ok) return ready
    const saved = await open.ward.commitAll(ready.value, standing)
    hooks.saved(saved.flatMap((one) => (one.ok ? [{ seq: one.value.seq, entry: one.value.entry }] : [])))
    if (saved.some((one) => !one.ok)) return err({ code: 'not-saved' })
    hooks.progress('saving', Math.min(done + atOnce, queue.length), queue.length)
    await paced
  }
  return ok({ added: drafts.length, already, conflicts: conflicting.length, ward: offered.from.ward, letters: offered.from.letters, isSigned: offered.signingKey !== null })
}

type JudgedAll = { readonly drafts: readonly Draft<'entry-imported'>[]; readonly already: number; readonly conflicting: readonly EntryId[] }

async function judgeAll({ carried, file }: Offered, { realm }: Standing, here: ReadonlyMap<EntryId, Entry>, hooks: Pick<TakeInHooks, 'isCancelled' | 'progress'>): Promise<Result<JudgedAll, TakeInRefusal>> {
  const judge = judgeOf(here, { realm, file })
  const drafts: Draft<'entry-imported'>[] = []
  const conflicting: EntryId[] = []
  const offered = new Set<EntryId>()
  let already = 0
  for (const [at, one] of carried.entries()) {
    if (at % comparedAtOnce === 0) {
      if (hooks.isCancelled()) return err({ code: 'stopped' })
      hooks.progress('comparing', at, carried.length)
      await breathe()
    }
    const judged = judge(one)
    if (judged.is === 'unreadable') return err({ code: 'record-unreadable' })
    if (judged.is === 'conflict') conflicting.push(judged.of)
    else if (judged.is === 'here' || offered.has(judged.draft.id)) already += 1
    else {
      offered.add(judged.draft.id)
      drafts.push(judged.draft)
    }
  }
  return ok({ drafts, already, conflicting })
}

/** Fifty in twenty-five milliseconds: the machine takes three thousand calls a second, and the window draws in between. */
const atOnce = 50
const leastMs = 25
function wait(ms: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms)
  })
}
const comparedAtOnce = 200
