import type { AgeIdentity } from '#domain/access/keys.ts'
import type { Bridge } from '#domain/bridge.ts'
import { ListKind, ReferenceKind, type ReferenceCard } from '#domain/reference/reference-set.ts'
import { referenceTable, type ReferencePart, type ReferenceTable } from '#domain/reference/reference-table.ts'
import { find } from '#domain/search/find.ts'
import type { Instant } from '#domain/time.ts'
import { wipe } from '../vault/bytes.ts'
import { unwrapReferenceKey } from '../vault/reference-key.ts'
import { openKeys, type IncidentKeys, type KeyScope } from '../vault/seal.ts'
import type { OpenFault } from '../workers/reference-jobs.ts'
import { startReferenceWorker, type ReferenceWorker } from '../workers/reference-worker.ts'
import { matchDocuments, openDocuments, type PatientDocuments } from './documents.ts'
import { sealedPart } from './reference-part.ts'

/** One of the hospital's lists, open in this window's memory. Always shown with its time, `takenAt`. */
export type ReferenceList = ReferenceTable & {
  readonly card: ReferenceCard
  readonly takenAt: Instant
  readonly importedAt: Instant
  /** The rows as they lie in memory, for a worker that reads all of them. */
  readonly parts: readonly ReferencePart[]
  /** Rows that answer what was typed, best first (domain/search). */
  readonly find: (typed: string, most: number) => readonly number[]
}

export type ListState =
  | { readonly is: 'none' }
  | { readonly is: 'reading'; readonly card: ReferenceCard }
  | { readonly is: 'here'; readonly list: ReferenceList }
  | Unreadable

/** `no-key`: imported for these accounts, and no envelope was opened here since. */
type Unreadable = { readonly is: 'unreadable'; readonly card: ReferenceCard | null; readonly why: OpenFault['code'] | 'no-key' | 'card-damaged' | 'worker-failed' }

export type ListStates = Readonly<Record<ListKind, ListState>>

export type DocumentsState =
  | { readonly is: 'none' }
  | { readonly is: 'reading'; readonly card: ReferenceCard }
  | { readonly is: 'here'; readonly documents: PatientDocuments }
  | Unreadable

/** The lists of an open ward: read behind the board, which waits for none of them. */
export type ReferenceShelf = {
  readonly lists: () => ListStates
  readonly documents: () => DocumentsState
  readonly subscribe: (listener: () => void) => () => void
  /** Reads what is new; a list that is here already stays. */
  readonly read: () => Promise<void>
  readonly stop: () => void
}

export function referenceShelf(bridge: Bridge, keys: IncidentKeys, pause: () => Promise<void>, startWorker: () => ReferenceWorker = startReferenceWorker): ReferenceShelf {
  let states: ListStates = { patients: { is: 'none' }, census: { is: 'none' } }
  let worker: ReferenceWorker | null = null
  let before: Promise<void> = Promise.resolve()
  const listeners = new Set<() => void>()
  let documents: DocumentsState = { is: 'none' }
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const set = (kind: ListKind, state: ListState): void => {
    states = { ...states, [kind]: state }
    tell()
  }
  const setDocuments = (state: DocumentsState): void => {
    documents = state
    tell()
  }

  async function keyOf(card: ReferenceCard): Promise<Uint8Array | null> {
    const kept = await bridge.call('reference:key', { set: card.set })
    const key = kept.ok ? await keys.openFor('reference', keyName(card), kept.value.cipher) : null
    return key?.ok === true ? key.value : null
  }

  async function readList(kind: ListKind, card: ReferenceCard): Promise<ListState> {
    const key = await keyOf(card)
    if (key === null) return { is: 'unreadable', card, why: 'no-key' }
    set(kind, { is: 'reading', card })
    worker = startWorker()
    try {
      const opened = await worker.openList({ key, card }, async (number) => {
        const part = await sealedPart(bridge, card, number)
        return part === null ? null : new Uint8Array(part) // handed over to the worker: a copy of our own
      })
      if (!opened.ok) return { is: 'unreadable', card, why: opened.error.code }
      const { parts, index } = opened.value
      return { is: 'here', list: { card, takenAt: card.takenAt, importedAt: card.importedAt, parts, ...referenceTable(parts), find: (typed, most) => find(index, typed, most) } }
    } catch {
      return { is: 'unreadable', card, why: 'worker-failed' } // a worker that died: out of memory, most likely
    } finally {
      worker.stop()
      worker = null
      wipe(key)
    }
  }

  async function readDocuments(card: ReferenceCard): Promise<DocumentsState> {
    const key = await keyOf(card)
    if (key === null) return { is: 'unreadable', card, why: 'no-key' }
    setDocuments({ is: 'reading', card })
    const opened = await openDocuments(bridge, key, card)
    wipe(key)
    return opened.ok ? { is: 'here', documents: opened.value } : { is: 'unreadable', card, why: opened.error.code }
  }

  /** After the lists, whose ids say whose the documents are; again when one of them was renewed. */
  async function readAllDocuments(card: ReferenceCard | null, isDamaged: boolean): Promise<void> {
    if (card === null) return setDocuments(isDamaged ? { is: 'unreadable', card: null, why: 'card-damaged' } : { is: 'none' })
    const state = documents.is === 'here' && documents.documents.card.set === card.set ? documents : await readDocuments(card)
    setDocuments(state)
    if (state.is !== 'here') return
    const lists = ListKind.options.flatMap((kind) => {
      const list = states[kind]
      return list.is === 'here' ? [list.list] : []
    })
    setDocuments({ is: 'here', documents: { ...state.documents, whose: await matchDocuments(state.documents, lists, pause) } })
  }

  async function readAll(): Promise<void> {
    const found = await bridge.call('reference:cards')
    if (!found.ok) return
    // The census first: it is small, and it is who lies here now.
    for (const kind of ListKind.options.toReversed()) {
      const card = found.value.cards[kind]
      const now = states[kind]
      if (now.is === 'here' && now.list.card.set === card?.set) continue
      if (card === null) set(kind, found.value.damaged.includes(kind) ? { is: 'unreadable', card: null, why: 'card-damaged' } : { is: 'none' })
      else set(kind, await readList(kind, card))
    }
    await readAllDocuments(found.value.cards.documents, found.value.damaged.includes('documents'))
  }

  return {
    lists: () => states,
    documents: () => documents,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    read: () => {
      before = before.then(readAll)
      return before
    },
    stop: () => worker?.stop(),
  }
}

/**
 * At the opening of an envelope: what the account can read, the incident's own key can read from now on, so that a PIN and a
 * restart code reach it too. Nothing that goes wrong here keeps anybody from the ward. Rule REF-38.
 */
export async function carryReferenceKeys(bridge: Bridge, identity: AgeIdentity, dek: Uint8Array, scope: KeyScope): Promise<void> {
  const found = await bridge.call('reference:cards')
  if (!found.ok) return
  const keys = await openKeys(dek, scope)
  for (const kind of ReferenceKind.options) {
    const card = found.value.cards[kind]
    const key = card === null ? null : await unwrapReferenceKey(identity, card)
    if (card === null || key === null || !key.ok) continue
    await keepReferenceKey(bridge, keys, card, key.value)
    wipe(key.value)
  }
}

export async function keepReferenceKey(bridge: Bridge, keys: IncidentKeys, card: Pick<ReferenceCard, 'set'>, key: Uint8Array): Promise<boolean> {
  const cipher = await keys.sealFor('reference', keyName(card), key)
  const kept = await bridge.call('reference:keep-key', { set: card.set, cipher: new Uint8Array(cipher) })
  return kept.ok
}

function keyName({ set }: Pick<ReferenceCard, 'set'>): string {
  return `key:${set}`
}
