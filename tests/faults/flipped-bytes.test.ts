import { expect, it } from 'vitest'
import { flip, journalOf, type FlipToll } from './simulation/damage.ts'
import { diskHolding, simulatedDisk } from './simulation/simulated-disk.ts'
import { readBack } from './simulation/session.ts'

it('[LOG-7] [LOG-8] [LOG-9] [LOG-10] every byte of a small journal flipped: noticed, one frame lost at most, the rest in quarantine', { timeout: 120_000 }, async () => {
  const journal = await journalOf(8 * 1024)
  const whole = (await readBack(simulatedDisk(diskHolding(new Map([['data/incident/000001.tmj', journal]]))))).report.frames
  const toll: FlipToll = { flips: 0, unnoticed: 0, worstLoss: 0, notInQuarantine: 0 }
  for (let at = 0; at < journal.length; at += 1) await flip(journal, at, whole, toll)
  expect(toll).toEqual({ flips: journal.length, unnoticed: 0, worstLoss: 1, notInQuarantine: 0 })
})
