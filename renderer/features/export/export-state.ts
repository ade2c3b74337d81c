import type { PhotoCounts } from '#domain/export/photos.ts'
import type { Sha256 } from '#domain/ids.ts'
import type { Instant } from '#domain/time.ts'

/** Why it did not come to an end. The journal is never touched by an export: nothing is lost by any of these. */
export type ExportFault = 'disk-full' | 'disk-failed' | 'read-back-differs' | 'too-large' | 'folder-gone' | 'not-now' | 'refused' | 'stopped' | 'journal-unreadable'

export type ExportedFile = {
  readonly fileName: string
  readonly path: string
  readonly sha256: Sha256
  readonly bytes: number
  readonly entries: number
  readonly photos: PhotoCounts
  readonly head: string
  readonly readBackAt: Instant
}

/** ready → working (its steps) → done, or failed with what to do next; the journal is never touched. */
export type ExportState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'working'; readonly step: 'collecting' | 'photos' | 'drawing' | 'encrypting' | 'writing' | 'reading-back'; readonly done: number; readonly of: number }
  | ({ readonly kind: 'done' } & ExportedFile)
  | { readonly kind: 'failed'; readonly code: ExportFault }
