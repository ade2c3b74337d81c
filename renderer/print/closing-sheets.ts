import type { PublicEvent } from '#domain/log/public-event.ts'
import type { StatisticsSection } from '#domain/merge/statistics.ts'
import type { Instant } from '#domain/time.ts'
import type { Placed } from './sheet.ts'

/** What was erased, and what can still open or show it; made of the station journal's public frames alone. */
export type ErasureSheet = Placed & {
  readonly kind: 'erasure'
  readonly erased: Extract<PublicEvent, { event: 'incident-erased' }>
  readonly erasedAt: Instant
  /** How far it came, newest word; null: it was cut, and the next start finishes it. */
  readonly finished: { readonly at: Instant; readonly secondJournal: Extract<PublicEvent, { event: 'erasure-finished' }>['secondJournal'] } | null
}

export type StatisticsSheet = Placed & { readonly kind: 'statistics'; readonly sections: readonly StatisticsSection[] }
