import { useEffect, useRef } from 'react'
import { useSession } from '../session/session.ts'

/** Calls `lock` when nobody touched keys or pointer for as many minutes as the hospital's plan says, and when the machine asks (suspend, screen lock). Once in a window. */
export function useIdleLock(lock: ((why: 'asked' | 'idle') => void) | null): void {
  const act = useRef(lock)
  useEffect(() => {
    act.current = lock
  })
  useEffect(() => {
    window.tomoshibi.onAsked((what) => {
      if (what !== 'lock') return
      if (act.current !== null) act.current('asked')
      else void window.tomoshibi.call('window:lock', { why: 'asked' }) // nothing is open here: there is nothing to keep
    })
  }, [])
  useIdle(lock === null ? null : () => lock('idle'))
}

/** Calls `act` when nobody touched keys or pointer for as many minutes as the hospital's plan says. */
export function useIdle(act: (() => void) | null): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  const isOn = act !== null
  const idleMs = useSession(({ plan }) => plan.idleLockMinutes) * 60_000
  useEffect(() => {
    if (!isOn) return
    const idle = (): void => latest.current?.()
    let timer = setTimeout(idle, idleMs)
    const again = (): void => {
      clearTimeout(timer)
      timer = setTimeout(idle, idleMs)
    }
    const names = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const name of names) addEventListener(name, again, { passive: true, capture: true })
    return () => {
      clearTimeout(timer)
      for (const name of names) removeEventListener(name, again, { capture: true })
    }
  }, [isOn, idleMs])
}
