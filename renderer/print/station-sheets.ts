import type { Person } from '#domain/log/person.ts'
import type { CalendarDate, Instant } from '#domain/time.ts'
import type { Placed } from './sheet.ts'

/** To whom an incident is told (guideline 5.2 §6.10 C-5 and the laws beside it); the hospital adds its own. */
export const reportedTo = ['厚生労働省', '都道府県', '警察', '個人情報保護委員会', 'システム事業者'] as const

export type IncidentReportSheet = Placed & {
  readonly kind: 'incident-report'
  readonly event: string
  /** 「I 参照不能」 … as chosen at the opening. */
  readonly effects: readonly string[]
  /** When and by whom, as people said it: 「11/15 23:10ごろ、看護師 山田」. */
  readonly found: string
  readonly decidedBy: string
  readonly openedAt: Instant
  readonly openedBy: string
  readonly standDownAt: Instant | null
  /** Long texts, as typed; an empty one leaves lines for the pen. */
  readonly stopped: string
  readonly scope: string
  readonly dataAtRisk: string
  readonly actions: string
  readonly patients: number
  readonly entries: number
  /** What did not add up: 「開封した封筒と使った口座の数が合わない」. */
  readonly findings: readonly string[]
  /** In the order of `reportedTo`, then the hospital's own; those not told yet have no time. */
  readonly reports: readonly { readonly to: string; readonly at: Instant | null; readonly by: string; readonly note: string }[]
}

export type EnvelopeLine = {
  readonly number: number
  readonly place: string
  readonly holder: string
  readonly sealNumber: string
  /** `opened`: seal broken; `used`: broken, and its account opened the ward; `missing`: not found at a check. */
  readonly state: 'sealed' | 'opened' | 'used' | 'retired' | 'missing'
  readonly at: Instant | null
}

export type InventorySheet = Placed & {
  readonly kind: 'inventory'
  readonly fingerprint: string
  readonly epoch: number
  readonly envelopes: readonly EnvelopeLine[]
  /** Seal checks so far, newest first. */
  readonly checks: readonly { readonly at: Instant; readonly by: string; readonly finding: string }[]
  readonly nextCheckOn: CalendarDate | null
}

export type JournalHead = { readonly journal: 'station' | 'incident'; readonly seq: number; /** 64 hexadecimal digits. */ readonly head: string }

export type AuditHeadSheet = Placed & {
  readonly kind: 'audit-head'
  readonly fingerprint: string
  /** minisign's form. */
  readonly stationKey: string
  readonly heads: readonly JournalHead[]
  /** What the verification found when the sheet was asked for; null: none was run. */
  readonly verified: { readonly at: Instant; readonly frames: number; readonly alarms: number; readonly notes: number } | null
}

export type DrillLogSheet = Placed & {
  readonly kind: 'drill-log'
  readonly scenario: string
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly participants: readonly { readonly person: Person; readonly role: string }[]
  /** Key tasks with what they took; null: not reached. */
  readonly times: readonly { readonly task: string; readonly seconds: number | null; readonly targetSeconds: number | null }[]
  readonly mistakes: readonly string[]
  /** What is to be mended, by whom, until when; empty texts leave a place for the pen. */
  readonly findings: readonly { readonly text: string; readonly owner: string; readonly due: string }[]
}
