import { expect, it } from 'vitest'
import { flip, journalOf, type FlipToll } from './simulation/damage.ts'
import { diskHolding, simulatedDisk } from './simulation/simulated-disk.ts'
import { readBack } from './simulation/session.ts'

it('[LOG-9] every single byte of a 64 KiB journal flipped', { timeout: 1_800_000 }, async () => {
  const journal = await journalOf(64 * 1024)
  const whole = (await readBack(simulatedDisk(diskHolding(new Map([['data/incident/000001.tmj', journal]]))))).report.frames
  const toll: FlipToll = { flips: 0, unnoticed: 0, worstLoss: 0, notInQuarantine: 0 }
  for (let at = 0; at < journal.length; at += 1) await flip(journal, at, whole, toll)
  console.log(JSON.stringify({ bytes: journal.length, frames: whole, ...toll }))
  expect(toll).toEqual({ flips: journal.length, unnoticed: 0, worstLoss: 1, notInQuarantine: 0 })
})
