import { useMemo } from 'react'
import { wardDues } from '#domain/view/due.ts'
import { RoundScreen } from '../features/round/round-screen.tsx'
import { goTo } from '../session/session.ts'
import { useNow } from './use-now.ts'
import { usePeople } from './use-people.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** What is due of everybody; a line opens the chart it is of. */
export function RoundPlace() {
  const { open } = useAtWork()
  const view = useWardView(open)
  const now = useNow(15_000)
  const { here } = usePeople(view)
  const dues = useMemo(() => wardDues(view, now, here.toSorted((one, other) => (one.bed ?? '').localeCompare(other.bed ?? '', 'ja', { numeric: true }))), [view, now, here])
  return (
    <RoundScreen
      dues={dues} now={now} onBack={() => goTo({ at: 'home' })}
      onOpen={(due) => goTo({ at: 'chart', patient: due.person.row.id, via: 'board', tab: due.of === 'look' ? 'blood' : due.task.order.body.medicine === null ? 'orders' : 'medicine' })}
    />
  )
}
