import { expect, it } from 'vitest'
import { missed, missedByKey, silentlyFound, tableOf } from './simulation/audit-tally.ts'
import { auditTrial, type Trial } from './simulation/audit-trial.ts'
import { auditWorld } from './simulation/audit-world.ts'

it('[VER-7] [VER-8] [VER-9] 10,000 edits of the audit by somebody with the disk and the station key', { timeout: 3_600_000 }, async () => {
  const before = performance.now()
  const trials: Trial[] = []
  for (let story = 1; story <= 20; story += 1) {
    const world = await auditWorld(story)
    for (let trial = 0; trial < 500; trial += 1) trials.push(await auditTrial(world, story * 10_007 + trial))
  }
  console.log(`${tableOf(trials)}\nfound of tried, where the witness was made after the change (in brackets: before it)\n${trials.length} trials, ${Math.round((performance.now() - before) / 1000)} s`)
  expect(trials).toHaveLength(10_000)
  expect(missed(trials)).toEqual([])
  expect(missedByKey(trials)).toEqual([])
  expect(silentlyFound(trials)).toEqual([])
})
