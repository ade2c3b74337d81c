import { join } from 'node:path'
import { _electron as electron, type Page } from '@playwright/test'
import { launchArgs } from '#build/setup/display.mjs'
import { root } from '#build/setup/say.mjs'

/** Looks into, or changes, the databases of a closed station's window; see surgeon/main.mjs. */
export async function asSurgeon<Done>(window: string, act: (page: Page) => Promise<Done>): Promise<Done> {
  const switches = await launchArgs()
  const app = await electron.launch({ args: [...switches, join(root, 'tests/faults/real/surgeon'), `--data=${window}`], chromiumSandbox: switches.length === 0, cwd: root, timeout: 15_000 })
  try {
    const page = await app.firstWindow()
    await page.waitForLoadState('domcontentloaded')
    return await act(page)
  } finally {
    await app.close()
  }
}
