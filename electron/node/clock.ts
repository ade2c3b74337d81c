import type { Clock } from './disk/disk.ts'

/** The clocks of this process. */
export const processClock: Clock = { wallMs: () => Date.now(), monoMs: () => performance.now() }
