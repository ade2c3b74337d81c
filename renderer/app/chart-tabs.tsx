import type { ChartWay } from '#domain/log/kinds.ts'
import type { Chart } from '#domain/view/chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import type { ChartTabShown } from '../features/chart/chart-screen.tsx'
import { useBloodTab } from './blood-tab.tsx'
import { useOrderTabs } from './chart-orders.tsx'
import { useExamsTab } from './exams-tab.tsx'
import { useFluidsTab } from './fluids-tab.tsx'
import type { useHowWritten } from './how-written.tsx'

/** Whose sheets they are. `chart` null: still being read. */
export type OfChart = {
  readonly row: PatientRow
  readonly person: WardPerson
  readonly chart: Chart | null
  readonly via: ChartWay
  /** For whom and why this person writes, as it stands beside the course. */
  readonly how: ReturnType<typeof useHowWritten>
}

/** The sheets beside the course, each from its own place. */
export function useChartTabs(of: OfChart): readonly ChartTabShown[] {
  return [
    ...useOrderTabs(of),
    useFluidsTab(of),
    useExamsTab(of),
    useBloodTab(of),
  ]
}
