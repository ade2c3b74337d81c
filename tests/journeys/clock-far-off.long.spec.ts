import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { publicEvents } from '#electron/node/station/public-events.ts'
import { openEnvelope, register, unlock, vitalSigns } from '../demo/steps.ts'
import { tomoshibi } from './outside.ts'
import { aSealedStation, lockWith, show } from './station.ts'

/** The battery of the clock is empty, or somebody typed a wrong year: the station must open, write and close all the same. */
for (const [year, moment, born] of [[1970, '1970-01-01T00:00:30Z', '1969-12-31'], [2100, '2100-02-28T14:59:30Z', '2024-02-29']] as const) {
  test(`[UI-13] a clock that stands in ${year} keeps nobody from opening, registering, writing, locking and coming back`, async () => {
    const station = await aSealedStation()
    const shown = await show(station)
    try {
      await setMachineClock(shown.app, moment)
      let page = await inYear(shown.page, moment)
      await expect(page.getByText(String(year)).first()).toBeVisible()
      await openEnvelope(page, 1, station.codes[0] ?? '')
      const number = await register(page, { family: '架空', given: '一郎', familyKana: '', givenKana: '', birth: born, bed: '301' })
      expect(number).toMatch(/-AF-00001-\d$/)
      await page.keyboard.press('Enter')
      await vitalSigns(page, ['36.8', '', '', '', '', '', '', ''])
      page = await lockWith(shown.app, page)
      await inYear(page, moment)
      await unlock(page)
      await expect(page.getByText(number).first()).toBeVisible()
      expect(shown.complaints).toEqual([])
    } finally {
      await shown.app.close()
    }
    const [incident = ''] = await readdir(join(station.data, 'incidents'))
    const { events } = await publicEvents(nodeDisk(), join(station.data, 'incidents', incident, 'journal'), null, 100)
    expect(events.map(({ wallMs }) => new Date(wallMs).getUTCFullYear()).filter((seen) => seen !== year)).toEqual([])
    expect(await tomoshibi('verify', station.data)).not.toMatch(/alarm/i)
    await station.drop()
  })
}

/** The main process's clock, from now on. */
async function setMachineClock(app: ElectronApplication, moment: string): Promise<void> {
  await app.evaluate((_, start) => {
    const real = Date.now
    const from = real()
    Date.now = () => real() - from + Date.parse(start)
  }, moment)
}

/** The same clock in the window, which is drawn anew with it. */
async function inYear(page: Page, moment: string): Promise<Page> {
  await page.addInitScript((start) => {
    const real = Date.now
    const from = real()
    Date.now = () => real() - from + Date.parse(start)
  }, moment)
  await page.reload()
  return page
}
