import type { Instant } from '#domain/time.ts'
import type { Placed } from './sheet.ts'

export type CensusRow = {
  readonly bed: string
  readonly number: string
  readonly name: string
  readonly kana: string
  readonly age: string
  readonly sex: string
  readonly triage: string
  readonly mobility: string
  readonly isolation: string
  readonly allergy: string
  /** 外泊, 死亡確認; empty for who is simply there. */
  readonly where: string
}

export type CensusSheet = Placed & {
  readonly kind: 'census'
  readonly at: Instant
  /** Null: not recorded here, left for the pen. Up to fourteen. */
  readonly counts: readonly { readonly label: string; readonly n: number | null }[]
  /** How the numbers add up, in one line. */
  readonly sums: string
  readonly triage: string
  readonly isolation: string
  readonly freeBeds: string
  readonly rows: readonly CensusRow[]
}
