import { calendarDate } from '../patient/wareki.ts'
import { millisecondsOf, type CalendarDate, type Instant } from '../time.ts'

/**
 * Looking for something in the audit: who, whose chart, which kind of act, when, under which envelope; any of
 * them together. Works on what was made ready once, so that fifty thousand lines follow the typing.
 */
export type AuditLine = {
  readonly atMs: number
  /** What a person can be looked for by: number and name, made ready by `keyOf`. */
  readonly who: string
  /** The same of the patient; empty where the act is about none. */
  readonly whose: string
  readonly act: string
  readonly envelope: number | null
}

export type AuditFilter = {
  readonly who: string
  readonly whose: string
  readonly act: string | null
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  readonly envelope: number | null
}

export const noFilter: AuditFilter = { who: '', whose: '', act: null, from: null, to: null, envelope: null }

export type Filtered<Line> = {
  readonly shown: readonly Line[]
  /** Of each kind of act, how many lines agree with everything else that is asked for. */
  readonly perAct: ReadonlyMap<string, number>
  /** All kinds together. */
  readonly ofAllActs: number
}

export function filterAudit<Line extends AuditLine>(lines: readonly Line[], filter: AuditFilter): Filtered<Line> {
  const [who, whose] = [keyOf(filter.who), keyOf(filter.whose)]
  const [from, until] = [filter.from === null ? Number.NEGATIVE_INFINITY : dayBegins(filter.from), filter.to === null ? Number.POSITIVE_INFINITY : dayBegins(filter.to) + dayMs]
  const shown: Line[] = []
  const perAct = new Map<string, number>()
  let ofAllActs = 0
  for (const line of lines) {
    if (line.atMs < from || line.atMs >= until) continue
    if (filter.envelope !== null && line.envelope !== filter.envelope) continue
    if ((who !== '' && !line.who.includes(who)) || (whose !== '' && !line.whose.includes(whose))) continue
    perAct.set(line.act, (perAct.get(line.act) ?? 0) + 1)
    ofAllActs += 1
    if (filter.act === null || line.act === filter.act) shown.push(line)
  }
  return { shown, perAct, ofAllActs }
}

/** One spelling for all: width, case, spaces and hyphens make no difference. */
export function keyOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s\-‐‑–—−]/g, '')
}

const dayMs = 86_400_000
const tokyoMs = 9 * 3_600_000

/** Midnight in Japan. */
function dayBegins(day: CalendarDate): number {
  return Date.parse(`${day}T00:00:00.000Z`) - tokyoMs
}

/** A day as it is typed: `11/20`, `1120`, `2026/11/20`, `2026-11-20`; without a year the one of today. Null when it is none. */
export function readDay(typed: string, now: Instant): CalendarDate | null {
  const plain = typed.normalize('NFKC').trim()
  const [, year, month, day] = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})?(\d{2})(\d{2})$/.exec(plain) ?? []
  const thisYear = new Date(millisecondsOf(now) + tokyoMs).getUTCFullYear()
  return month === undefined || day === undefined ? null : calendarDate(year === undefined ? thisYear : Number(year), Number(month), Number(day))
}
