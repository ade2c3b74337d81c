import type { SealedCode } from '#domain/access/code.ts'
import type { Instant } from '#domain/time.ts'

/** What set-up prints. Each carries a secret that afterwards exists on this paper only. */
export type Sheet = EnvelopeSheet | OfficerSheet

export type EnvelopeSheet = {
  readonly kind: 'envelope'
  /** Which envelope, counted from 1, and how many there are. */
  readonly number: number
  readonly of: number
  readonly code: SealedCode
  /** Of the roster: compared with the screen before the code is typed. */
  readonly fingerprint: string
  readonly hospital: string
  readonly ward: string
  /** The station's two letters. */
  readonly letters: string
  readonly madeAt: Instant
}

export type OfficerSheet = {
  readonly kind: 'officer'
  /** The recovery officer's `AGE-SECRET-KEY-1…`, as age reads it. */
  readonly secret: string
  /** Its public half, `age1…`. */
  readonly recipient: string
  readonly hospital: string
}
