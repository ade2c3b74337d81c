import type { PatientId } from '#domain/ids.ts'
import type { Instant } from '#domain/time.ts'
import type { Placed } from './sheet.ts'

/** What the ward is told about the emergency: on the poster and on the slips that runners carry. */
export type Announced = {
  /** 「サイバー攻撃（電子カルテ停止）」, in Japanese: the wall is read by everybody. */
  readonly event: string
  readonly since: Instant
  readonly decidedBy: string
  readonly openedBy: string
  /** Numbers of the envelopes opened so far. */
  readonly envelopes: readonly number[]
  /** Whom to call; empty leaves a line for the pen. */
  readonly contact: string
}

export type PosterSheet = Placed & Announced & { readonly kind: 'poster'; readonly paper: 'A4' | 'A3' }

/** Three slips on one sheet, to be cut apart: what runners carry to other wards and offices. */
export type RunnerSheet = Placed & Announced & { readonly kind: 'runner' }

/** A patient as the box at the head of a sheet shows them; every text is ready to print, none is ever empty. */
export type PatientBox = {
  readonly id: PatientId
  readonly number: string
  readonly name: string
  readonly kana: string
  readonly birth: string
  readonly age: string
  readonly sex: string
  readonly bed: string
  readonly allergies: { readonly state: 'unconfirmed' | 'none' | 'present'; readonly text: string }
}

/** What the next team must not have to ask. Empty texts print as 記載なし・要確認, never as nothing. */
export type HandOver = {
  readonly patient: PatientBox
  readonly lastDose: string
  readonly nextDue: string
  readonly pumps: readonly string[]
  /** Latest value of each sign that was taken, in the order they are read aloud. */
  readonly vitals: readonly { readonly sign: string; readonly value: string; readonly at: Instant | null }[]
  /** Half-written records and approvals that nobody gave yet. */
  readonly unresolved: readonly string[]
  readonly takeOver: { readonly by: string; readonly at: Instant | null; readonly where: string }
}

export type HandOverSheet = Placed & { readonly kind: 'hand-over'; readonly patients: readonly HandOver[]; readonly standDownAt: Instant | null }
