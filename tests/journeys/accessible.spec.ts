import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { unseenText } from './seen.ts'
import { sized, sizes } from './sizes.ts'
import { aPlace, show } from './station.ts'
import { inLook, tour } from './tour.ts'

/** The whole tour with the eyes of axe-core, and of somebody who reads what is drawn. */
test('[UI-8] no screen has an accessibility violation or a text that is clipped, covered or outside', async () => {
  test.setTimeout(180_000)
  const place = await aPlace()
  const { app, page, complaints } = await show(place)
  const faults: string[] = []
  const seen = new Set<string>()
  try {
    await tour(app, page, async (name, here) => {
      seen.add(name)
      for (const [language, theme] of [['ja', 'day'], ['en', 'day'], ['ja', 'night']] as const) {
        await inLook(here, { language, theme })
        const where = `${name} ${language} ${theme}`
        faults.push(...(await violations(here, theme)).map((one) => `${where}: ${one}`))
        // Colours move nothing: what is drawn by night was looked at by day.
        if (theme === 'night') continue
        for (const size of sizes) {
          await sized(here, size)
          faults.push(...(await unseenText(here)).map((one) => `${where} ${size.name}: ${one}`))
        }
        await sized(here, null)
      }
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

/** By night only what colours can break is asked again. */
async function violations(page: Page, theme: 'day' | 'night'): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  // While a dialog asks, everything behind it is hidden from readers on purpose, main and its heading too.
  if ((await page.getByRole('alertdialog').count()) > 0) axe.disableRules(['landmark-one-main', 'page-has-heading-one'])
  const { violations: found } = await (theme === 'night' ? axe.withRules(['color-contrast']) : axe).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 120)} ${any[0]?.message ?? ''}`))
}
