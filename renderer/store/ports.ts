import type { Bridge } from '#domain/bridge.ts'
import type { IncidentId, Sha256 } from '#domain/ids.ts'
import type { InnerFault } from '#domain/log/inner-chain.ts'
import type { Draft } from '#domain/log/entry.ts'
import type { Hand } from '#domain/ports.ts'
import type { IncidentKeys } from '#renderer/vault/seal.ts'
import type { Databases } from './ward-db.ts'

/** What the store needs to run one incident in one window. */
export type StorePorts = {
  readonly bridge: Bridge
  readonly keys: IncidentKeys
  readonly hand: Hand
  readonly incident: IncidentId
  /** The head before the first frame of the incident's journal. */
  readonly beginning: Sha256
  /** How the machine's process ended the last time. Anything but clean: the working copy is made anew. */
  readonly lastExit: 'clean' | 'unclean' | 'first'
  /** What may not be written now (domain/incident/freeze.ts). */
  readonly isFrozen: (draft: Draft) => boolean
  readonly tell: (news: StoreNews) => void
  /** Resolves when the window has a moment: long work is cut into slices so that typing never waits. */
  readonly idle: () => Promise<void>
}

/** What the ward, or the status line, must hear of. Codes and counts; words stand beside the screens. */
export type StoreNews =
  /** The journal says something is wrong with what was read (domain/log/inner-chain.ts): where first, and how often. */
  | { readonly level: 'alarm'; readonly code: InnerFault['code']; readonly seq: number; readonly times: number }
  /** The snapshot, or the working copy, knows a head the journal does not have. */
  | { readonly level: 'alarm'; readonly code: 'journal-is-another'; readonly seq: number }
  /** Entries that only the working copy held were appended to the journal again. */
  | { readonly level: 'alarm'; readonly code: 'entries-reappended'; readonly entries: number }
  /** The board did not agree with the journal and was computed anew. */
  | { readonly level: 'alarm'; readonly code: 'board-corrected' }
  | { readonly level: 'note'; readonly code: 'snapshot-unusable' }
  | { readonly level: 'note'; readonly code: 'snapshot-not-kept'; readonly cause: string }
  /** 保存済み（表示用DBを再構築中）: entries are saved all the same. */
  | { readonly level: 'note'; readonly code: 'copy-doubted'; readonly cause: CopyDoubt }
  | { readonly level: 'note'; readonly code: 'copy-rebuilt'; readonly cause: CopyDoubt; readonly entries: number }
  /** The rebuild failed, too; charts come from the journal meanwhile, and it is tried again. */
  | { readonly level: 'note'; readonly code: 'copy-failed'; readonly cause: string }
  /** An older working copy holds what cannot be read and is not surely in the journal: it is kept. */
  | { readonly level: 'note'; readonly code: 'old-copy-kept' }
  | { readonly level: 'note'; readonly code: 'chart-from-journal' }
  /** A chart was shown and the entry that says so is not saved yet; it is asked for again with the next entry. */
  | { readonly level: 'alarm'; readonly code: 'view-not-recorded' }
  | { readonly level: 'note'; readonly code: 'draft-not-kept'; readonly cause: string }
  /** What could not be kept was kept or saved since. */
  | { readonly level: 'note'; readonly code: 'drafts-kept' }
  | { readonly level: 'note'; readonly code: 'drafts-unreadable'; readonly count: number }

/** Why the working copy is not believed. */
export type CopyDoubt =
  | 'unclean-exit' | 'copy-missing' | 'meta-unreadable' | 'row-unreadable' | 'copy-differs' | 'board-differs'
  | CopyFault['code']

/** What a database can do to us, in codes. `copy-silent`: neither success nor error within the time limit. */
export type CopyFault = { readonly code: 'copy-full' | 'copy-closed' | 'copy-unreadable' | 'copy-silent' | 'copy-of-another-form' }

export type Limits = {
  /** A database that has not answered by then is given up (measured: it may stay silent for ever on a full disk). */
  readonly answerMs: number
  /** Until a failed rebuild is tried again. */
  readonly retryMs: number
  /** Entries in the tail before they are folded into charts. */
  readonly tail: number
  readonly chunkEntries: number
  /** Values above 64 KiB are kept by Chromium as separate files, which can vanish by themselves. */
  readonly chunkBytes: number
  readonly chunksAtOnce: number
  /** Entries moved into charts in one transaction: it must end well within the limit of an answer, whoever they belong to. */
  readonly foldedAtOnce: number
  /** Bytes asked of the journal at once. */
  readonly pageBytes: number
  /** Entries opened in one go: each costs some 30 µs, and typing must not wait. */
  readonly openedAtOnce: number
  /** Entries a rebuild holds in memory before it writes. */
  readonly held: number
  /** How far a kept draft may lie behind the typing. */
  readonly draftMs: number
}

export const usualLimits: Limits = {
  answerMs: 3000, retryMs: 30_000, tail: 2000, chunkEntries: 256, chunkBytes: 56 * 1024, chunksAtOnce: 16, foldedAtOnce: 2048, pageBytes: 1024 * 1024, openedAtOnce: 256, held: 100_000, draftMs: 1500,
}

/** The ports with everything a test may replace. */
export type Inside = StorePorts & { readonly limits: Limits; readonly databases: Databases }
