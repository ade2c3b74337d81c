import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { unseenText } from './seen.ts'
import { large, notebook, sized } from './sizes.ts'
import { inLook } from './tour.ts'

/** Every look is asked for by `npm run prove`; by name, both languages by day on the notebook. */
const everyLook = process.env['TOMOSHIBI_EVERY_LOOK'] === '1'

/** The window itself is the notebook's 1366×768; colours move nothing, so what is drawn by night was read by day. */
export async function inEveryLook(name: string, page: Page): Promise<readonly string[]> {
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
