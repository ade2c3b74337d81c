import { useMemo } from 'react'
import { wardTasks } from '#domain/order/running.ts'
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
  const tasks = useMemo(() => wardTasks(view, now, here.toSorted((one, other) => (one.bed ?? '').localeCompare(other.bed ?? '', 'ja', { numeric: true }))), [view, now, here])
  return (
    <RoundScreen
      tasks={tasks} now={now} onBack={() => goTo({ at: 'home' })}
      onOpen={({ person, order }) => goTo({ at: 'chart', patient: person.row.id, via: 'board', tab: order.body.medicine === null ? 'orders' : 'medicine' })}
    />
  )
}
