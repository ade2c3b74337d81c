import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { unreached } from './reach.ts'
import { unseenText } from './seen.ts'
import { atRest, large, notebook, sized } from './sizes.ts'
import { aPlace } from './station.ts'
import { inLook, tour } from './tour.ts'

/** One tour of everything, with the eyes of axe-core, of somebody who reads what is drawn, and of somebody without a mouse. */
test.describe.configure({ mode: 'serial' })

/** Every look is asked for by `npm run prove`; by name, both languages by day on the notebook. */
const everyLook = process.env['TOMOSHIBI_EVERY_LOOK'] === '1'

const amiss: string[] = []
const outOfReach: string[] = []
const seen = new Set<string>()

test.beforeAll(async () => {
  test.setTimeout(600_000)
  const place = await aPlace('real')
  try {
    const complaints = await tour(place, async (name, page) => {
      seen.add(name)
      await atRest(page)
      outOfReach.push(...(await unreached(page)).map((one) => `${name}: ${one}`))
      amiss.push(...(await inEveryLook(name, page)))
    })
    expect(complaints).toEqual([])
  } finally {
    await place.drop()
    for (const one of [...amiss, ...outOfReach]) console.log(one) // also when the tour did not come to its end
  }
  expect(seen.size).toBeGreaterThan(50)
})

test('[UI-8] no screen has an accessibility violation or a text that is clipped, covered or outside', () => {
  expect(amiss).toEqual([])
})

test('[UI-14] whatever can be operated is reached with Tab and the arrow keys, one sees where one is, and a dialog gives the focus back', () => {
  expect(outOfReach).toEqual([])
})

/** The window itself is the notebook's 1366×768; colours move nothing, so what is drawn by night was read by day. */
async function inEveryLook(name: string, page: Page): Promise<readonly string[]> {
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([notebook.width, notebook.height])
  const found: string[] = []
  const look = async (language: 'ja' | 'en', theme: 'day' | 'night', eyes: { readonly axe: boolean; readonly size: string | null }): Promise<void> => {
    await inLook(page, { language, theme })
    const amissHere = [...(eyes.axe ? await violations(page, theme) : []), ...(eyes.size === null ? [] : await unseenText(page))]
    found.push(...amissHere.map((one) => `${name} ${language} ${theme} ${eyes.size ?? ''}: ${one}`))
  }
  await look('ja', 'day', { axe: true, size: notebook.name })
  await look('en', 'day', { axe: everyLook, size: notebook.name })
  if (!everyLook) {
    await inLook(page, { language: 'ja', theme: 'day' })
    return found
  }
  await sized(page, large)
  await look('en', 'day', { axe: false, size: large.name })
  await look('ja', 'day', { axe: false, size: large.name })
  await look('ja', 'night', { axe: true, size: null })
  await sized(page, null)
  await inLook(page, { language: 'ja', theme: 'day' })
  return found
}

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
