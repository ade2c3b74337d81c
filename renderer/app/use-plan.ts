import { useEffect } from 'react'
import { notice, setPlan } from '../session/session.ts'
import { usePorts } from './ports.ts'

/** Reads the hospital's plan once when the window comes up; `useSession(({ plan }) => plan)` has it everywhere. */
export function usePlanRead(): void {
  const { bridge } = usePorts()
  useEffect(() => {
    void bridge.call('plan:read').then((read) => {
      if (!read.ok) return
      setPlan(read.value.plan)
      if (read.value.isDamaged) notice('plan-damaged')
    })
  }, [bridge])
}
