import type { Instant } from './time.ts'

/** What a decision may ask of the machine it runs on. Nothing else in domain/ knows time or chance. */
export type Hand = {
  readonly now: () => Instant
  /** A fresh UUIDv7. Unique, never an order. */
  readonly newId: () => string
  /** Unpredictable bytes from the operating system. */
  readonly random: (length: number) => Uint8Array
}
