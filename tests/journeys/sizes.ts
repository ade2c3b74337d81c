import { expect, type CDPSession, type Page } from '@playwright/test'

export type Size = { readonly name: string; readonly width: number; readonly height: number; readonly scale: number }

export const notebook: Size = { name: '1366', width: 1366, height: 768, scale: 1 }
/** What a page has of a 1920×1080 screen that the system enlarges to 125 %. */
export const large: Size = { name: '1920', width: 1536, height: 864, scale: 1.25 }

/** Colours that are on their way are no colours to judge. */
export async function atRest(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
}

/** Gives the page that size, or its window's own again. */
export async function sized(page: Page, size: Size | null): Promise<void> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page))
  sessions.set(page, session)
  if (size === null) await session.send('Emulation.clearDeviceMetricsOverride')
  else await session.send('Emulation.setDeviceMetricsOverride', { width: size.width, height: size.height, deviceScaleFactor: size.scale, mobile: false })
  const { width } = size ?? notebook
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/** An override belongs to the session that made it, and only that one ends it. */
const sessions = new WeakMap<Page, CDPSession>()
