import type { Locator, Page } from '@playwright/test'
import { lateKeyMs } from '#renderer/ui/wedge.ts'

/** How a reader's keys reach the PC: as they are, or through an input method that is composing. */
export type Through = 'plain' | 'input-method'

/** A wedge reader, set to the layout of the United States: Shift as a key of its own, a key every 4 ms by the keyboard's own clock, whatever the PC is busy with, Enter at the end. */
export async function scans(page: Page, text: string, through: Through = 'plain', onKey: (at: number) => Promise<unknown> = () => Promise.resolve()): Promise<void> {
  const wire = await page.context().newCDPSession(page)
  const sent: Promise<unknown>[] = []
  let timestamp = Date.now() / 1000
  const press = (key: string, code: string, virtual: number, more: object = {}): void => {
    timestamp += 0.004
    const composed = through === 'input-method'
    const what = { key: composed ? 'Process' : key, code, windowsVirtualKeyCode: composed ? 229 : virtual, nativeVirtualKeyCode: composed ? 229 : virtual, timestamp, ...more }
    sent.push(wire.send('Input.dispatchKeyEvent', { type: composed ? 'rawKeyDown' : 'keyDown', ...what, ...(composed || key.length > 1 ? {} : { text: key }) }), wire.send('Input.dispatchKeyEvent', { type: 'keyUp', ...what }))
  }
  for (const [at, sign] of [...text].entries()) {
    const isLetter = /[a-z]/i.test(sign)
    const shift = isLetter && sign === sign.toUpperCase()
    if (shift) press('Shift', 'ShiftLeft', 16, { modifiers: 8 })
    press(sign, isLetter ? `Key${sign.toUpperCase()}` : sign === '-' ? 'Minus' : `Digit${sign}`, isLetter ? sign.toUpperCase().charCodeAt(0) : sign === '-' ? 189 : sign.charCodeAt(0), { modifiers: shift ? 8 : 0 })
    sent.push(onKey(at))
  }
  press('Enter', 'Enter', 13, through === 'plain' ? { text: '\r' } : {})
  await Promise.all(sent)
  await wire.detach()
}

/** Scanned until it shows, three times at most: on a hurried machine the first keys are now and then taken for a hand's, and a person scans again. */
export async function scansUntil(page: Page, text: string, shown: Locator): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    await page.waitForTimeout(lateKeyMs + 50) // whatever was pressed before is no part of it
    await scans(page, text)
    if (await shown.first().waitFor({ timeout: 5_000 }).then(() => true, () => false)) break
  }
  await shown.first().waitFor()
  await page.waitForTimeout(lateKeyMs + 50) // until then Enter and Tab may be the reader's own
}
