import { tokyoDateOf } from '#domain/time.ts'
import { censusOf } from '#domain/view/census.ts'
import { CensusScreen } from '../features/census/census-screen.tsx'
import { censusSheet } from '../session/census-sheet.ts'
import { goTo } from '../session/session.ts'
import { useNow } from './use-now.ts'
import { usePrint } from './use-print.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** One press from the board: the day's numbers on the screen, one more: on paper. */
export function CensusPlace() {
  const { open, status } = useAtWork()
  const view = useWardView(open)
  const now = useNow(15_000)
  const print = usePrint()
  const census = censusOf(view, status.card.profile.beds, tokyoDateOf(now))
  return <CensusScreen census={census} now={now} onPrint={() => print(censusSheet(census, status.card.profile, now))} onBack={() => goTo({ at: 'home' })} />
}
