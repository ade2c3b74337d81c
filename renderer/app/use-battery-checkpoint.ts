import { useEffect, useRef } from 'react'
import { batteryCheckpoint } from '#domain/incident/power-notice.ts'
import { sign } from '../session/open-ward.ts'
import { usePorts } from './ports.ts'
import { useAtWork } from './ward-context.ts'

/** Has a checkpoint signed when the battery comes to its end; where that fails, with the next look at the battery again. */
export function useBatteryCheckpoint(): void {
  const { bridge } = usePorts()
  const { open, status: { power } } = useAtWork()
  const isSigned = useRef(false)
  useEffect(() => {
    const next = batteryCheckpoint(isSigned.current, power)
    if (next === 'wait') return
    isSigned.current = next === 'sign'
    if (next === 'sign') void sign(bridge, open, 'battery').then((isDone) => {
      isSigned.current = isDone
    })
  }, [bridge, open, power])
}
