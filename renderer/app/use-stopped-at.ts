import { useEffect, useState } from 'react'
import type { StationStatus } from '#domain/bridge.ts'
import type { Instant } from '#domain/time.ts'
import { publicTold } from '../session/told.ts'
import { usePorts } from './ports.ts'

/** Since when the emergency lasts, as the station itself recorded it: what a list's age is told from. Null while there is none. */
export function useStoppedAt({ incident }: StationStatus): Instant | null {
  const { bridge } = usePorts()
  const [since, setSince] = useState<Instant | null>(null)
  const id = incident?.incident ?? null
  useEffect(() => {
    if (id !== null) void publicTold(bridge, id).then((told) => setSince(told?.since ?? null))
  }, [bridge, id])
  return since
}
