import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'
import { openEnvelope, register, vitalSigns } from '../demo/steps.ts'
import { unreached } from './reach.ts'
import { unseenText } from './seen.ts'
import { atRest, large, notebook, sized } from './sizes.ts'
import { aPlace, aSealedStation, lockWith, show } from './station.ts'
import { inLook, tour } from './tour.ts'

/** The whole tour with the eyes of axe-core, and of somebody who reads what is drawn. */
test('[UI-8] no screen has an accessibility violation or a text that is clipped, covered or outside', async () => {
  test.setTimeout(180_000)
  const place = await aPlace('real')
  const { app, page, complaints } = await show(place)
  const faults: string[] = []
  const seen = new Set<string>()
  try {
    await tour(app, page, async (name, here) => {
      seen.add(name)
      await atRest(here)
      expect(await here.evaluate(() => [innerWidth, innerHeight])).toEqual([notebook.width, notebook.height])
      const look = async (language: 'ja' | 'en', theme: 'day' | 'night', eyes: { readonly axe: boolean; readonly size: string | null }): Promise<void> => {
        await inLook(here, { language, theme })
        const found = [...(eyes.axe ? await violations(here, theme) : []), ...(eyes.size === null ? [] : await unseenText(here))]
        faults.push(...found.map((one) => `${name} ${language} ${theme} ${eyes.size ?? ''}: ${one}`))
      }
      // The window itself is the notebook's 1366×768; colours move nothing, so what is drawn by night was read by day.
      await look('ja', 'day', { axe: true, size: '1366' })
      await look('en', 'day', { axe: true, size: '1366' })
      await sized(here, large)
      await look('en', 'day', { axe: false, size: large.name })
      await look('ja', 'day', { axe: false, size: large.name })
      await look('ja', 'night', { axe: true, size: null })
      await sized(here, null)
      await inLook(here, { language: 'ja', theme: 'day' })
    })
  } finally {
    await app.close()
    await place.drop()
  }
  expect(seen.size).toBeGreaterThan(35)
  expect(faults).toEqual([])
  expect(complaints).toEqual([])
})

/** Windows that have axe in them. */
const carrying = new WeakSet<Page>()

/** By night only what colours can break is asked again. */
async function violations(page: Page, theme: 'day' | 'night'): Promise<readonly string[]> {
  // Half a megabyte once for each window, not for each look.
  const axe = new AxeBuilder({ page, ...(carrying.has(page) ? { axeSource: 'void 0' } : {}) }).setLegacyMode(true)
  carrying.add(page)
  // While a dialog asks, everything behind it is hidden from readers on purpose, main and its heading too.
  if ((await page.getByRole('alertdialog').count()) > 0) axe.disableRules(['landmark-one-main', 'page-has-heading-one'])
  const { violations: found } = await (theme === 'night' ? axe.withRules(['color-contrast']) : axe).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 120)} ${any[0]?.message ?? ''}`))
}

test('[UI-14] whatever can be operated is reached with Tab, and one sees where one is', async () => {
  const station = await aSealedStation()
  const { app, page: first } = await show(station)
  const faults: string[] = []
  const look = async (name: string, page: Page): Promise<void> => void faults.push(...(await unreached(page)).map((one) => `${name}: ${one}`))
  try {
    const at = driver(first)
    await at.sees('記録の連鎖')
    await look('sealed', first)
    await openEnvelope(first, 1, station.codes[0] ?? '')
    await register(first, { family: '架空', given: '花子', familyKana: 'カクウ', givenKana: 'ハナコ', birth: 's25', bed: '301' })
    await look('registered', first)
    await at.press('F3')
    await look('register', first)
    await at.press('F2')
    await look('board', first)
    await first.getByRole('grid').focus()
    await at.press('ArrowDown')
    await at.press('Enter')
    await vitalSigns(first, ['36.8', '', '', '', '', '', '', ''])
    await look('chart', first)
    await at.push(/確かめる/)
    await at.choose('確かめた結果', 3)
    await look('allergy', first)
    await at.press('Escape')
    await at.push('その他')
    await at.push('記録を書き出す')
    await look('export', first)
    await at.press('F1')
    await look('help', first)
    const locked = await lockWith(app, first)
    await driver(locked).sees('だれが使いますか')
    await look('lock', locked)
    await driver(locked).push('再開コード')
    await look('restart', locked)
  } finally {
    await app.close()
    await station.drop()
  }
  expect(faults).toEqual([])
})
