import { expect, it } from 'vitest'
import { live, noToll } from './simulation/life-model.ts'

it('[LIFE-13] twenty lives of forty steps with kills, locks, clock jumps and drills', async () => {
  const toll = noToll()
  for (let seed = 1; seed <= 20; seed += 1) await live(seed, 40, toll)
  // The walks reach everything they are about.
  for (const count of [toll.kills, toll.opened, toll.retired, toll.renewed, toll.drills, toll.refusedRetired, toll.entries]) expect(count).toBeGreaterThan(1)
})
