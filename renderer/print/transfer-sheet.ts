import type { SealedCode } from '#domain/access/code.ts'
import type { Instant } from '#domain/time.ts'
import type { Placed } from './sheet.ts'
import type { HandOver } from './ward-sheets.ts'

/** Goes with the patient and the file. Its code opens that file and no other; it is nowhere else. */
export type TransferSheet = Placed & {
  readonly kind: 'transfer'
  readonly patient: Pick<HandOver, 'patient' | 'vitals' | 'lastDose' | 'nextDue' | 'pumps'>
  /** Other numbers and names of the same person; empty where there are none. */
  readonly alsoKnown: string
  readonly to: string
  readonly code: SealedCode
  readonly fileName: string
  readonly sha256: string
  readonly entries: number
  readonly notes: readonly { readonly at: Instant; readonly by: string; readonly text: string }[]
}
