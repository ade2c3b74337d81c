import { expect, type CDPSession, type Locator, type Page } from '@playwright/test'

/** The smallest thing a gloved finger is asked to press (tokens.css, --hit). */
const leastPx = 44

/** A finger on the glass: nothing else touches the page, and whatever is touched is large enough. */
export type Finger = {
  readonly tap: (target: Locator) => Promise<void>
  /** What was touched so far, with the smaller side of it. */
  readonly touched: readonly { readonly what: string; readonly px: number }[]
}

/** Real touches, as the screen's own driver sends them; the browser makes its pointer events and its click of them. */
export async function finger(page: Page): Promise<Finger> {
  const glass = await page.context().newCDPSession(page)
  await glass.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 })
  const touched: { readonly what: string; readonly px: number }[] = []
  return {
    touched,
    tap: async (target) => {
      await target.waitFor({ state: 'attached' })
      const { what, px, x, y, isOnTop } = await under(target)
      expect(isOnTop, `something lies over ${what}`).toBe(true)
      expect(px, `too small to be touched: ${what}`).toBeGreaterThanOrEqual(leastPx)
      touched.push({ what, px })
      await press(glass, x, y)
    },
  }
}

async function press(glass: CDPSession, x: number, y: number): Promise<void> {
  await glass.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

/** What the finger meets: a radio button's key is the label around it, a row is one target as a whole. */
function under(target: Locator): Promise<{ readonly what: string; readonly px: number; readonly x: number; readonly y: number; readonly isOnTop: boolean }> {
  return target.evaluate((element) => {
    const met = element.closest('label') ?? element
    met.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const { left, top, width, height } = met.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    const hit = document.elementFromPoint(x, y)
    return { what: (met.textContent || element.getAttribute('aria-label') || element.tagName).trim().slice(0, 30), px: Math.floor(Math.min(width, height)), x, y, isOnTop: hit !== null && met.contains(hit) }
  })
}
