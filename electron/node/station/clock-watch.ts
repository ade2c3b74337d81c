import type { Clock } from '../disk/disk.ts'
import type { Station } from './station.ts'

/** Beyond this the two clocks of a PC do not drift apart by themselves: somebody set it, or it lost its battery. */
const jumpMs = 120_000

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
    if (Math.abs(byMs) < jumpMs || station.base === null) return
    station.alarms.add('clock-jumped')
    await (station.incident?.journal ?? station.base.journal).record({ event: 'clock-jumped', byMs })
  }
}
