import { useEffect, useMemo, useState } from 'react'
import type { ChartWay } from '#domain/log/kinds.ts'
import { sameMark } from '#domain/view/chart-mark.ts'
import type { Chart } from '#domain/view/chart.ts'
import { chartOfPerson } from '#domain/view/person-chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import type { ChartTrust } from '../features/chart/chart-screen.tsx'
import { notice } from '../session/session.ts'
import type { OpenedChart } from '../store/charts.ts'
import { useAtWork } from './ward-context.ts'

/** The registration whose chart was asked for, then the others of the same person. */
export type Registrations = readonly [PatientRow, ...(readonly PatientRow[])]

/** The one whose chart was asked for, and every other of the same person. */
export function registrationsOf({ row: main, others }: WardPerson, row: PatientRow): Registrations {
  return [row, ...[main, ...others].filter(({ id }) => id !== row.id)]
}

type Read = { readonly opened: OpenedChart; readonly chart: Chart; readonly refreshedTo: string | null }

const worstFirst = ['differs', 'checking', 'rebuilt', 'whole'] as const satisfies readonly ChartTrust[]

/**
 * The chart of a person, read once and again with every entry. That it was looked at is recorded under each registration
 * before anything of that one is decrypted; nothing is shown before all of them are there: half a chart looks like a whole one.
 */
export function useChart(registrations: Registrations, via: ChartWay): { readonly chart: Chart | null; readonly trust: ChartTrust } {
  const { open, standing } = useAtWork()
  const [reads, setReads] = useState<readonly Read[]>([])
  const ids = registrations.map(({ id }) => id).join(' ')
  const hashes = registrations.map(({ mark }) => mark.hash).join(' ')
  useEffect(() => {
    let isGone = false
    setReads([])
    void Promise.all(registrations.map(({ id }) => open.ward.openChart(id, standing, via))).then((all) => {
      if (isGone) return
      setReads(all.flatMap((read): readonly Read[] => {
        if (read.ok) return [{ opened: read.value, chart: read.value.chart, refreshedTo: null }]
        notice(read.error.code)
        return []
      }))
    })
    return () => {
      isGone = true
    }
  }, [open, ids, standing.by.staffNumber]) // oxlint-disable-line react-hooks/exhaustive-deps -- another reader opens the chart again, under his own name
  const isOpened = reads.length > 0
  useEffect(() => {
    if (!isOpened) return
    let isGone = false
    const marks = registrations.map(({ mark }) => mark)
    void Promise.all(reads.map(async (read, at): Promise<Read> => {
      const mark = marks[at]
      // Everything the board knows of this one is here: it was opened just now, or the entry was another registration's.
      if (mark === undefined || sameMark(read.chart.mark, mark)) return read
      const again = await read.opened.refresh()
      if (again.ok) return { ...read, chart: again.value, refreshedTo: mark.hash }
      notice(again.error.code)
      return read
    })).then((all) => !isGone && setReads(all))
    return () => {
      isGone = true
    }
  }, [isOpened, ids, hashes]) // oxlint-disable-line react-hooks/exhaustive-deps -- with every entry of these registrations, and not with what was read
  const isWhole = reads.length >= registrations.length
  const chart = useMemo(() => togetherOf(reads), [reads])
  if (!isWhole) return { chart: null, trust: 'whole' }
  const trusts = reads.map((read, at) => trustOf(read, registrations[at]))
  return { chart, trust: worstFirst.find((trust) => trusts.includes(trust)) ?? 'whole' }
}

function togetherOf([main, ...others]: readonly Read[]): Chart | null {
  return main === undefined ? null : chartOfPerson([main.chart, ...others.map(({ chart }) => chart)])
}

/** What may be believed of the rows on the screen; 'differs' only when reading again has not helped. */
function trustOf({ opened, chart, refreshedTo }: Read, row: PatientRow | undefined): ChartTrust {
  if (row === undefined) return 'checking'
  if (sameMark(chart.mark, row.mark)) return opened.from === 'journal' ? 'rebuilt' : 'whole'
  return refreshedTo === row.mark.hash ? 'differs' : 'checking'
}
