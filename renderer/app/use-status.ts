import { useEffect } from 'react'
import { setStatus } from '../session/session.ts'
import { usePorts } from './ports.ts'

/** Asks the machine how it stands, every few seconds: second journal, battery, alarms. */
export function useStatusKept(everyMs = 5000): void {
  const { bridge } = usePorts()
  useEffect(() => {
    const timer = setInterval(() => void bridge.call('station:status').then((status) => status.ok && setStatus(status.value)), everyMs)
    return () => clearInterval(timer)
  }, [bridge, everyMs])
}
