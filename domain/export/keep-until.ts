import { kinds, type Retention } from '../log/kinds.ts'
import { realmLabel } from '../realm.ts'
import { tokyoDateOf, type CalendarDate, type Instant } from '../time.ts'
import { deathOf, isHere, presenceOf } from '../view/presence.ts'
import { newestFact } from '../view/facts.ts'
import type { ExportFile } from './contents.ts'
import { byteOrderMark, csvRow } from './csv.ts'
import type { PatientGroup, PreparedExport } from './prepare.ts'
import { realmMark } from './realm-gate.ts'

/** Years after the end of care (log/kinds.ts); null: for ever. */
const years = { 'ward-record-2-years': 2, 'chart-5-years': 5, 'audit-5-years': 5, 'blood-20-years': 20, 'for-ever': null } as const satisfies Record<Retention, number | null>

export type KeepUntil = {
  /** The last day on which the records must still be there; null: for ever. */
  readonly until: string | null
  /** The day the years are counted from. */
  readonly from: CalendarDate
  /** Care goes on, as far as this station knows: the years begin later, and the day above is the earliest. */
  readonly isOngoing: boolean
  readonly years: number | null
}

/**
 * How long a patient's records must be kept: the longest class among them, counted from the end of care (left the ward, or
 * died), or from the newest record where that is later or care has not ended. Rule EXP-19.
 */
export function keepUntilOf({ row, own }: Pick<PatientGroup, 'row' | 'own'>): KeepUntil {
  const left = isHere(presenceOf(row)) ? deathOf(row) : newestFact(row, 'stay-changed')
  const last = own.reduce<Instant | null>((newest, { entry }) => (newest === null || entry.at > newest ? entry.at : newest), null)
  const ends = [left?.at ?? null, last].filter((at) => at !== null).toSorted()
  const from = tokyoDateOf(ends.at(-1) ?? row.registered?.at ?? ('1970-01-01T00:00:00.000Z' as Instant)) // a patient is one because an entry names them
  const longest = own.reduce<number | null>((most, { entry }) => longer(most, years[kinds[entry.kind].retention]), 0)
  return { until: longest === null ? null : yearsAfter(from, longest), from, isOngoing: left === null, years: longest }
}

function longer(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.max(one, other)
}

/** The same day so many years on; of 29 February the day after it, never the one before. */
function yearsAfter(day: CalendarDate, count: number): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const later = Number(year) + count
  const isLeap = later % 4 === 0 && (later % 100 !== 0 || later % 400 === 0)
  return `${String(later).padStart(4, '0')}-${month === '02' && date === '29' && !isLeap ? '03-01' : `${month}-${date}`}`
}

const head = ['番号 number', '患者フォルダ patient folder', 'この日まで保存 keep until', '年数 years', '起算日 counted from', '診療 care']

/** csv/keep-until.csv: one line a patient. */
export function keepUntilFile({ input: { realm }, groups }: PreparedExport): ExportFile {
  const mark = realmMark[realm]
  return {
    name: 'csv/keep-until.csv',
    records: () => groups.length,
    weight: groups.length,
    pieces: function* () {
      yield byteOrderMark + csvRow([mark === null ? '区分' : `【${mark}】`, ...head])
      for (const group of groups) {
        const keep = keepUntilOf(group)
        yield csvRow([mark ?? realmLabel.real.ja, group.row.registered?.number ?? null, group.folder, keep.until ?? '永久 for ever', keep.years, keep.from, keep.isOngoing ? '継続中：終わった日から数え直す ongoing: count again from its end' : '終了 ended'])
      }
    },
  }
}
