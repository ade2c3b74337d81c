import { useState } from 'react'
import { emptyFluid } from '#domain/fluid/fluid-entry.ts'
import { fluidSums } from '#domain/fluid/fluid-sums.ts'
import { dayBefore, daySpan, shiftSpan, type Shift } from '#domain/fluid/shifts.ts'
import { rowsOf } from '#domain/exam/results.ts'
import { tokyoDateOf, type CalendarDate } from '#domain/time.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { ChartTabShown } from '../features/chart/chart-screen.tsx'
import { FluidsPanel, type FluidDay } from '../features/fluids/fluids-panel.tsx'
import { words } from '../features/fluids/words.ts'
import { goTo } from '../session/session.ts'
import { careDraft } from '../ui/care-draft.ts'
import { useWords } from '../ui/language.tsx'
import type { OfChart } from './chart-tabs.tsx'
import { useCareForm } from './use-care-form.tsx'
import { useNow } from './use-now.ts'
import { useAtWork } from './ward-context.ts'

const noRows: readonly ChartRow[] = []

/** 「水分出納」 of a chart: today and yesterday by shift. */
export function useFluidsTab({ row, person, chart, how }: OfChart): ChartTabShown {
  const { status } = useAtWork()
  const say = useWords(words)
  const now = useNow(15_000)
  const [empty] = useState(() => careDraft(emptyFluid))
  const { kept, saving, record } = useCareForm('fluid', how, person, row.id, empty, null)
  const rows = chart?.rows ?? noRows
  const today = tokyoDateOf(now)
  const yesterday = dayBefore(today)
  const { from } = daySpan(yesterday)
  return {
    name: 'fluids', label: say.tab,
    panel: (
      <FluidsPanel
        isRead={chart !== null} today={dayOf(rows, today)} yesterday={dayOf(rows, yesterday)} now={now}
        entries={rowsOf(rows, 'fluid-measured').map(({ entry }) => entry).filter(({ at }) => at >= from).toReversed()}
        here={status.card.phase !== 'open' ? null : {
          draft: kept.value, onDraft: kept.change, desk: { patient: row.id, entry: kept.id }, saved: saving.saved, onSave: (draft) => void record(draft),
          onCorrect: (correcting) => goTo({ at: 'fluid', patient: row.id, correcting }),
        }}
      />
    ),
  }
}

function dayOf(rows: readonly ChartRow[], date: CalendarDate): FluidDay {
  const sums = (shift: Shift) => {
    const { from, to } = shiftSpan(date, shift)
    return fluidSums(rows, from, to)
  }
  const { from, to } = daySpan(date)
  return { date, shifts: { night: sums('night'), day: sums('day'), evening: sums('evening') }, whole: fluidSums(rows, from, to) }
}
