import { examsWaiting, resultsByTest, rowsOf, trendItems, trendOf } from '#domain/exam/results.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { ChartTabShown } from '../features/chart/chart-screen.tsx'
import { ExamsPanel, type ExamActs } from '../features/exams/exams-panel.tsx'
import { words } from '../features/exams/words.ts'
import { goTo } from '../session/session.ts'
import { useWords } from '../ui/language.tsx'
import type { OfChart } from './chart-tabs.tsx'
import { useNow } from './use-now.ts'
import { useAtWork } from './ward-context.ts'

const noRows: readonly ChartRow[] = []

/** 「検査」 of a chart. Its number counts what waits for somebody: ordered tests, and critical values nobody was told of. */
export function useExamsTab({ row, person, chart }: OfChart): ChartTabShown {
  const { status } = useAtWork()
  const say = useWords(words)
  const now = useNow(15_000)
  const rows = chart?.rows ?? noRows
  const waiting = examsWaiting([person.row, ...person.others].flatMap(({ care }) => care), rows)
  const tests = resultsByTest(rows)
  const uncalled = tests.flatMap(({ reports }) => reports).filter(({ isCritical, call }) => isCritical && call === null).length
  const place = { at: 'exam', patient: row.id, correcting: null } as const
  const acts: ExamActs | null = status.card.phase !== 'open' ? null : {
    onSpecimen: (order) => goTo({ ...place, act: 'specimen', of: order }),
    onReport: (order) => goTo({ ...place, act: 'report', of: order }),
    onCall: (result) => goTo({ ...place, act: 'call', of: result }),
    onCorrect: (act, of, correcting) => goTo({ ...place, act, of, correcting }),
  }
  const count = chart === null ? 0 : waiting.length + uncalled
  return {
    name: 'exams', label: say.tab, ...(count === 0 ? {} : { count }),
    panel: <ExamsPanel isRead={chart !== null} waiting={waiting} specimens={rowsOf(rows, 'specimen-taken').map(({ entry }) => entry).toReversed()} tests={tests} items={trendItems(rows)} trendOf={(item) => trendOf(rows, item)} now={now} acts={acts} />,
  }
}
