import { useEffect, useRef } from 'react'

const idleMs = 3 * 60_000

/** Calls `lock` when nobody touched keys or pointer for three minutes, and when the machine asks (suspend, screen lock). */
export function useIdleLock(lock: ((why: 'asked' | 'idle') => void) | null): void {
  const act = useRef(lock)
  useEffect(() => {
    act.current = lock
  })
  const isOn = lock !== null
  useEffect(() => {
    window.tomoshibi.onAsked((what) => {
      if (what === 'lock') act.current?.('asked')
    })
  }, [])
  useEffect(() => {
    if (!isOn) return
    const idle = (): void => act.current?.('idle')
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
  }, [isOn])
}
