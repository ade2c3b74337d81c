import { expect, it } from 'vitest'
import { live, noToll } from './simulation/life-model.ts'

it('[LIFE-13] 2,000 lives of 50 steps: no patient while sealed, no retired code, no trace lost', { timeout: 3_600_000 }, async () => {
  const toll = noToll()
  for (let seed = 1000; seed < 3000; seed += 1) {
    await live(seed, 50, toll).catch((thrown: unknown) => {
      throw new Error(`seed ${seed}`, { cause: thrown })
    })
  }
  console.log(JSON.stringify(toll))
  expect(toll.steps).toBe(100_000)
})
