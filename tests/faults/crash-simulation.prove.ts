import { expect, it } from 'vitest'
import { crashEverywhere, noToll, troubleAt, troubles } from './simulation/crash.ts'

it('[LOG-3] [LOG-6] 100,000 crash points: nothing lost, invented or doubled', { timeout: 1_800_000 }, async () => {
  const toll = noToll()
  let seed = 0
  while (seed < 200 || toll.points < 100_000) await crashEverywhere((seed += 1), toll)
  console.log(JSON.stringify({ sessions: seed, ...toll }))
  expect(toll).toMatchObject({ lost: 0, invented: 0, duplicated: 0, falselySaved: 0, stuck: 0 })
})

it.each(troubles)('[LOG-4] %s at every I/O step of 200 sessions', { timeout: 1_800_000 }, async (trouble) => {
  const toll = noToll()
  for (let seed = 1; seed <= 200; seed += 1) for (let at = 1; await troubleAt(seed, at, trouble, toll); at += 1);
  console.log(JSON.stringify({ trouble, sessions: 200, ...toll }))
  expect(toll).toMatchObject({ lost: 0, invented: 0, duplicated: 0, falselySaved: 0, stuck: 0 })
})
