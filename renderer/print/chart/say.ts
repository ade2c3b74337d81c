import { professionWords } from '#domain/export/words.ts'
import type { EntryId } from '#domain/ids.ts'
import type { Person } from '#domain/log/person.ts'
import { tokyoDateOf, tokyoParts, type CalendarDate, type Instant } from '#domain/time.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { monthAndDay, weekdayOf } from '../../ui/moment.ts'

/** 「佐藤」 of 「佐藤 美咲」: what is written in a square. A name in one piece stays whole. */
export function surname(name: string): string {
  return name.trim().split(/[\s　・]+/)[0] ?? name
}

/** Whose act it is: of a proxy entry the one it was typed for. */
export function actorOf({ entry }: ChartRow): Person {
  return entry.onBehalfOf ?? entry.by
}

export const numberedName = ({ name, staffNumber }: Person): string => `${name}(${staffNumber})`
export const withJob = ({ name, profession, staffNumber }: Person): string => `${name}(${professionWords[profession].ja} ${staffNumber})`

export const dayOf = (at: Instant): string => monthAndDay(tokyoDateOf(at))
export const timeOf = (at: Instant): string => tokyoParts(at).hhmm
export const dayAndTime = (at: Instant): string => `${dayOf(at)} ${timeOf(at)}`

/** The time alone on the same day, else with the day. */
export function nearTime(at: Instant, from: Instant): string {
  return tokyoDateOf(at) === tokyoDateOf(from) ? timeOf(at) : dayAndTime(at)
}

/** 「11/16(月)」 */
export const dayWithWeekday = (date: CalendarDate): string => `${monthAndDay(date)}(${weekdayOf(date)})`

/** 「2026-11-20〜21」 of what these records tell; empty for none. */
export function periodOf(moments: readonly Instant[]): string {
  const days = moments.map(tokyoDateOf).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (first === last) return first
  return first.slice(0, 7) === last.slice(0, 7) ? `${first}〜${last.slice(8)}` : first.slice(0, 4) === last.slice(0, 4) ? `${first}〜${last.slice(5)}` : `${first}〜${last}`
}

/** What must stand beside a record's words: that it was written late, for whom, where. */
export function marksOf({ entry, origin, late, approved }: ChartRow): readonly string[] {
  return [
    ...(late ? [`【遅延記載】記載 ${dayAndTime(entry.recordedAt)}`] : []),
    ...(entry.onBehalfOf === null ? [] : [`【代行入力】入力 ${numberedName(entry.by)}/本人 ${numberedName(entry.onBehalfOf)}/${approved === null ? '未承認' : `承認 ${dayAndTime(approved.at)} ${surname(approved.by.name)}`}`]),
    ...(origin === null ? [] : [`【端末 ${origin.letters} の記録】`]),
  ]
}

/** A record, and what was said in its place before: oldest first. `last` is what holds, or is struck with nothing in its place. */
export type Told = { readonly versions: readonly ChartRow[]; readonly last: ChartRow }

/**
 * Every record once, in the place of its first version: one that says another right stands with it. The line through a record
 * names what takes its place. Rule CHARTP-6.
 */
export function toldOf(rows: readonly ChartRow[]): readonly Told[] {
  const here = new Set(rows.map(({ entry }) => entry.id))
  const next = new Map<EntryId, ChartRow>()
  for (const row of rows) if (row.corrects !== null && here.has(row.corrects)) next.set(row.corrects, row)
  const replaces = new Set([...next.values()].map(({ entry }) => entry.id))
  return rows.filter(({ entry }) => !replaces.has(entry.id)).map((row) => {
    const versions = [row]
    for (let after = next.get(row.entry.id); after !== undefined && !versions.includes(after); after = next.get(after.entry.id)) versions.push(after)
    return { versions, last: versions.at(-1) ?? row }
  })
}

/** The rows that hold and those in whose place another stands, in the order of the chart; strikes are no rows of a sheet. */
export function ofKind<K extends ChartRow['entry']['kind']>(rows: readonly ChartRow[], ...kinds: readonly K[]): readonly RowOf<K>[] {
  return rows.filter((row): row is RowOf<K> => (kinds as readonly string[]).includes(row.entry.kind)) // the kinds asked for are kinds
}

export type RowOf<K extends ChartRow['entry']['kind']> = ChartRow & { readonly entry: Extract<ChartRow['entry'], { readonly kind: K }> }
export const holds = ({ struck }: ChartRow): boolean => struck === null
