import { kinds, type Kind } from '../log/kinds.ts'
import { tokyoParts, type Instant } from '../time.ts'
import { isLate } from '../view/chart.ts'
import type { Merged } from './merge.ts'

/** Figures for the report after the emergency: counts and times, no name and no number of a patient. */
export type Statistics = {
  readonly stations: number
  readonly patients: number
  readonly entries: number
  readonly people: number
  /** First and last entry, Japan time. */
  readonly from: string | null
  readonly to: string | null
  readonly late: number
  readonly onBehalf: number
  readonly struck: number
  readonly byKind: readonly { readonly kind: Kind; readonly ja: string; readonly en: string; readonly count: number }[]
  readonly byDay: readonly { readonly day: string; readonly entries: number; readonly patients: number }[]
  readonly byStation: readonly { readonly letters: string; readonly ward: string; readonly entries: number; readonly patients: number }[]
}

export function statisticsOf({ entries, stations }: Pick<Merged, 'entries' | 'stations'>): Statistics {
  const all = entries.map(({ entry }) => entry)
  const registered = all.filter(({ kind }) => kind === 'patient-registered')
  const count = <Key>(of: readonly Key[]): ReadonlyMap<Key, number> => of.reduce((counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1), new Map<Key, number>())
  const days = count(all.map(({ at }) => tokyoParts(at).date))
  const patientDays = count(registered.map(({ at }) => tokyoParts(at).date))
  const byKind = count(all.map(({ kind }) => kind))
  const byStation = Map.groupBy(entries, ({ from }) => from)
  return {
    stations: stations.length,
    patients: registered.length,
    entries: all.length,
    people: new Set(all.map(({ by }) => `${by.staffNumber} ${by.name}`)).size,
    from: momentOf(all[0]?.at),
    to: momentOf(all.at(-1)?.at),
    late: all.filter((entry) => isLate(entry)).length,
    onBehalf: all.filter(({ onBehalfOf }) => onBehalfOf !== null).length,
    struck: byKind.get('entry-struck') ?? 0,
    byKind: [...byKind].map(([kind, many]) => ({ kind, ...kinds[kind].label, count: many })).toSorted((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1)),
    byDay: [...days].map(([day, many]) => ({ day, entries: many, patients: patientDays.get(day) ?? 0 })).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    byStation: stations.map(({ letters, ward }) => {
      const own = byStation.get(letters) ?? []
      return { letters, ward, entries: own.length, patients: own.filter(({ entry }) => entry.kind === 'patient-registered').length }
    }),
  }
}

function momentOf(at: Instant | undefined): string | null {
  if (at === undefined) return null
  const { date, hhmm } = tokyoParts(at)
  return `${date} ${hhmm}`
}
