import type { SealedCode } from '#domain/access/code.ts'
import type { Placed } from './sheet.ts'

/** Goes to the next place apart from the file. Its code opens that file and no other; it is nowhere else. */
export type ContinuitySheet = Placed & {
  readonly kind: 'continuity-code'
  readonly code: SealedCode
  readonly fileName: string
  readonly sha256: string
  readonly patients: number
}
