import type { Clock } from '../disk/disk.ts'
import { clockJumpMs, doubtClock, type Station } from './station.ts'

/**
 * Compares the clock on the wall with the one that only runs. A jump is recorded; nothing written before is
 * touched. Returns what to call from time to time.
 */
export function clockWatch(station: Station, clock: Clock): () => Promise<void> {
  let before = { wall: clock.wallMs(), mono: clock.monoMs() }
  return async () => {
    const now = { wall: clock.wallMs(), mono: clock.monoMs() }
    const byMs = Math.round(now.wall - before.wall - (now.mono - before.mono))
    before = now
    if (Math.abs(byMs) >= clockJumpMs) await doubtClock(station, { event: 'clock-jumped', byMs })
  }
}
