import { useEffect, useState } from 'react'
import type { Instant } from '#domain/time.ts'
import { usePorts } from './ports.ts'

/** The time for the screen, told again every `everyMs`. */
export function useNow(everyMs = 1000): Instant {
  const { hand } = usePorts()
  const [now, setNow] = useState(hand.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(hand.now()), everyMs)
    return () => clearInterval(timer)
  }, [hand, everyMs])
  return now
}
