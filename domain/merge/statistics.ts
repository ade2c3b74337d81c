import { kinds, type Kind, type RegisteredBy } from '../log/kinds.ts'
import { tokyoParts, type Instant } from '../time.ts'
import { isLate } from '../view/chart.ts'
import { struckEntries } from '../export/strikes.ts'
import { stayWords, registeredByWords } from '../export/words.ts'
import type { Entry } from '../log/entry.ts'
import type { StayChangeKind } from '../record/stay.ts'
import { shownCategory, TriageCategory } from '../triage/category.ts'

export type StatisticsInput = {
  readonly entries: readonly { readonly entry: Entry; readonly from: string }[]
  readonly stations: readonly { readonly letters: string; readonly ward: string }[]
}

type Counted<What> = { readonly what: What; readonly ja: string; readonly en: string; readonly count: number }

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
  /** Of those, said right by a record that took their place. */
  readonly corrected: number
  /** From the first opening to the first patient registered; null: one of the two is not there. */
  readonly minutesToFirstPatient: number | null
  /** Sheets of paper whose print is on record. */
  readonly sheets: number
  readonly deaths: number
  readonly byWay: readonly Counted<RegisteredBy>[]
  /** By the last triage of each patient. */
  readonly byTriage: readonly Counted<TriageCategory>[]
  readonly byStay: readonly Counted<StayChangeKind>[]
  readonly byKind: readonly { readonly kind: Kind; readonly ja: string; readonly en: string; readonly count: number }[]
  readonly byDay: readonly { readonly day: string; readonly entries: number; readonly patients: number }[]
  readonly byStation: readonly { readonly letters: string; readonly ward: string; readonly entries: number; readonly patients: number }[]
}

/** In the order of when it happened, as a merge lays them. */
export function statisticsOf({ entries, stations }: StatisticsInput): Statistics {
  const all = entries.map(({ entry }) => entry)
  const struck = struckEntries(all)
  const standing = all.filter(({ id }) => !struck.has(id))
  const told = all.find(({ kind }) => kind === 'incident-told')
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
    corrected: all.filter((entry) => entry.kind === 'entry-struck' && entry.body.replacement !== undefined).length,
    minutesToFirstPatient: told === undefined || registered[0] === undefined ? null : Math.max(0, Math.round((Date.parse(registered[0].at) - Date.parse(told.at)) / 60_000)),
    sheets: all.reduce((sum, entry) => sum + (entry.kind === 'sheet-printed' ? entry.body.sheets : 0), 0),
    deaths: standing.filter(({ kind }) => kind === 'death-confirmed').length,
    byWay: counted(registered.flatMap((entry) => (entry.kind === 'patient-registered' ? [entry.body.way] : [])), registeredByWords),
    byTriage: counted([...new Map(standing.flatMap((entry) => (entry.kind === 'triage-decided' && entry.patient !== null ? [[entry.patient, entry.body.decided] as const] : []))).values()], categoryWords),
    byStay: counted(standing.flatMap((entry) => (entry.kind === 'stay-changed' ? [entry.body.change] : [])), stayWords),
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

const categoryWords = Object.fromEntries(TriageCategory.options.map((category) => [category, shownCategory(category)])) as Readonly<Record<TriageCategory, { readonly ja: string; readonly en: string }>> // every option has its words

/** In the order of the words; what never happened is left out. */
function counted<What extends string>(all: readonly What[], words: Readonly<Record<What, { readonly ja: string; readonly en: string }>>): readonly Counted<What>[] {
  const found = Map.groupBy(all, (what) => what)
  return (Object.keys(words) as What[]).flatMap((what) => { // the keys of the words are all there can be
    const { ja, en } = words[what]
    const own = found.get(what) ?? []
    return own.length === 0 ? [] : [{ what, ja, en, count: own.length }]
  })
}

export type StatisticsLine = { readonly ja: string; readonly en: string; readonly value: string }
export type StatisticsSection = { readonly ja: string; readonly en: string; readonly lines: readonly StatisticsLine[] }

/** The same figures as lines under headings: for the screen, the sheet, the table and the command line. */
export function statisticsSections(of: Statistics): readonly StatisticsSection[] {
  const line = (ja: string, en: string, value: string | number | null): StatisticsLine => ({ ja, en, value: value === null ? '—' : String(value) })
  const lines = (all: readonly Counted<string>[]): readonly StatisticsLine[] => all.map(({ ja, en, count }) => line(ja, en, count))
  return [
    {
      ja: 'まとめ', en: 'Summary',
      lines: [
        line('登録した患者', 'Patients registered', of.patients), line('記録', 'Records', of.entries), line('記録した人', 'People who wrote', of.people),
        line('最初の記録', 'First record', of.from), line('最後の記録', 'Last record', of.to),
        line('開封から最初の登録まで（分）', 'Minutes from opening to the first patient', of.minutesToFirstPatient),
        line('遅れて書いた記録', 'Written late', of.late), line('代行入力', 'On behalf of somebody', of.onBehalf), line('取り消し', 'Struck', of.struck), line('うち訂正', 'Of them corrected', of.corrected),
        line('印刷した枚数', 'Sheets printed', of.sheets), line('死亡確認', 'Deaths confirmed', of.deaths),
      ],
    },
    { ja: '登録の方法', en: 'Way of registration', lines: lines(of.byWay) },
    { ja: 'トリアージ（患者ごとに最後のもの）', en: 'Triage (the last of each patient)', lines: lines(of.byTriage) },
    { ja: '入退院・外泊', en: 'Stays', lines: lines(of.byStay) },
    { ja: '日ごとの記録', en: 'Records by day', lines: of.byDay.map(({ day, entries, patients }) => ({ ja: `${day}（登録 ${patients}名）`, en: `${day} (${patients} registered)`, value: String(entries) })) },
    { ja: '端末ごとの記録', en: 'Records by station', lines: of.byStation.map(({ letters, ward, entries, patients }) => ({ ja: `${letters} ${ward}（登録 ${patients}名）`, en: `${letters} ${ward} (${patients} registered)`, value: String(entries) })) },
    { ja: '種類ごとの記録', en: 'Records by kind', lines: of.byKind.map(({ ja, en, count }) => line(ja, en, count)) },
  ].filter((section) => section.lines.length > 0)
}
