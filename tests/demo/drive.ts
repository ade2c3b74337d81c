import type { Page } from '@playwright/test'
import { betweenKeysMs } from '#renderer/ui/wedge.ts'

/** Drives the real screens as a person with a keyboard does: keys and typing, never a click, and it reads the screen to know where it is. */
export type Driver = {
  readonly page: Page
  /** Types into the field with this label, replacing what stands there. */
  readonly write: (label: string, text: string) => Promise<void>
  /** Chooses by number in the group with this label. */
  readonly choose: (label: string, number: number) => Promise<void>
  readonly press: (key: string) => Promise<void>
  /** A key that ends this window: it may be gone before the key is up again. */
  readonly leave: (key: string) => Promise<void>
  /** Focuses a button and presses Enter on it. */
  readonly push: (name: string | RegExp) => Promise<void>
  readonly sees: (text: string | RegExp) => Promise<void>
}

export function driver(page: Page): Driver {
  const press = (key: string): Promise<void> => page.keyboard.press(key)
  return {
    page,
    press,
    leave: (key) => press(key).catch(() => undefined),
    write: async (label, text) => {
      const field = page.getByLabel(label, { exact: false }).and(page.locator('input:not([type=radio]):not([type=checkbox]), textarea')).first()
      await field.focus()
      await press('Control+A')
      await page.keyboard.insertText(text)
    },
    choose: async (label, number) => {
      const group = page.getByRole('radiogroup', { name: label }).first()
      const chosen = group.getByRole('radio').first()
      await chosen.focus()
      await press(String(number))
      // Outside a box a key waits 35 ms for a reader's next one (SCAN-2), and longer on a busy machine: no hand is at the next field by then.
      const asked = group.getByRole('radio').nth(number - 1)
      for (let looks = 0; looks < 100; looks += 1) {
        await page.waitForTimeout(3 * betweenKeysMs)
        if ((await group.count()) === 0 || (await asked.isChecked({ timeout: 500 }).catch(() => true))) return // a choice may also take its group away
      }
    },
    push: async (name) => {
      await page.getByRole('button', { name }).first().focus()
      await press('Enter')
    },
    sees: async (text) => {
      await page.getByText(text).first().waitFor({ timeout: 15_000 })
    },
  }
}
