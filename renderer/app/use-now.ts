import { useEffect, useState } from 'react'
import { corrected } from '#domain/incident/clock.ts'
import type { Instant } from '#domain/time.ts'
import { useSession } from '../session/session.ts'
import { usePorts } from './ports.ts'

/** The time for the screen, corrected by what was confirmed of the clock; told again every `everyMs`. */
export function useNow(everyMs = 1000): Instant {
  return corrected(useDeviceNow(everyMs), useClockOffset())
}

/** What the device itself says: only to be held beside a watch. */
export function useDeviceNow(everyMs = 1000): Instant {
  const { hand } = usePorts()
  const [now, setNow] = useState(hand.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(hand.now()), everyMs)
    return () => clearInterval(timer)
  }, [hand, everyMs])
  return now
}

/** Milliseconds that are added to the device's time on every screen; 0 while it is right. */
export function useClockOffset(): number {
  return useSession(({ status }) => status?.card?.clockOffsetMs ?? 0)
}
