import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, test } from '@playwright/test'
import { aCopyBase, causesIn, type CopyBase } from '../faults/real/copy-base.ts'
import { tryFault } from '../faults/real/copy-trial.ts'
import { fileFaults } from '../faults/real/file-faults.ts'
import { rowFaults } from '../faults/real/row-faults.ts'

/** A few of the damages of `npm run faults -- --copy`, each of its own kind, on a small ward and for one start. */
test.describe.configure({ mode: 'serial', timeout: 120_000 })

let base: CopyBase
test.beforeAll(async () => {
  base = await aCopyBase(12, 54, 0)
})
test.afterAll(() => rm(dirname(base.folder), { recursive: true, force: true }))

test('[STORE-9] a working copy that nothing happened to is not made anew', async () => {
  // Two starts until here: the first had no copy yet, the second found it whole.
  expect(await causesIn(base)).toEqual(['copy-missing'])
})

for (const name of ['one bit of the log, in its middle', 'MANIFEST deleted', 'one chart row as it was before']) {
  test(`[STORE-9] the same rows are shown, and the ward is told, after: ${name}`, async () => {
    const fault = [...fileFaults, ...rowFaults].find((one) => one.name === name)
    if (fault === undefined) throw new Error(`No fault is called ${name}`)
    expect(await tryFault(base, fault, 1)).toMatchObject({ madeAnew: 'first', told: true, sameRows: true })
  })
}
