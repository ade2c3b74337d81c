import { expect, test } from '@playwright/test'
import { networkRun } from '../faults/real/network.ts'

test('[NET-2] a station that is opened, written to, locked, unlocked and exported asks no name server and calls no other machine', async () => {
  test.setTimeout(180_000)
  const { figures, failed } = await networkRun('short')
  expect(figures.network).toMatchObject({ elsewhere: [], routes: [], dns: 0 })
  expect(figures.network.calls).toBeGreaterThan(10)
  expect(failed).toBe(false)
})
