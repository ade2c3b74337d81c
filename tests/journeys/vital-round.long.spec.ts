import { expect, test, type Page } from '@playwright/test'
import { words as board } from '#renderer/features/board/words.ts'
import { words as round } from '#renderer/features/vital-round/words.ts'
import { betweenKeysMs, lateKeyMs } from '#renderer/ui/wedge.ts'
import { driver } from '../demo/drive.ts'
import { openEnvelope, register } from '../demo/steps.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'
import { inLook } from './tour.ts'

/** Ten patients, one thermometer: from bed to bed by digits and Enter. In both languages. */
const beds = Array.from({ length: 10 }, (_, bed) => `30${bed + 1}`)

for (const language of ['ja', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.describe.configure({ mode: 'serial' })
    let place: SealedStation
    let shown: Shown
    let page: Page

    test.beforeAll(async () => {
      test.setTimeout(120_000) // ten patients come in
      place = await aSealedStation()
      shown = await show(place)
      page = shown.page
      await openEnvelope(page, 1, place.codes[0] ?? '')
      await inLook(page, { language, theme: 'day' })
      for (const bed of beds) {
        await register(page, { features: '青い上着', bed })
        await page.keyboard.press('Escape')
      }
    })
    test.afterAll(async () => {
      await shown.app.close()
      await place.drop()
    })

    test('[UI-18] temperature, pulse, respirations, pressure and SpO2 of ten patients take at most 20 keys each, and every value is on record', async () => {
      await openRound()
      await page.evaluate(() => {
        const counter = globalThis as unknown as { keysPressed: number }
        counter.keysPressed = 0
        window.addEventListener('keydown', () => (counter.keysPressed += 1), true)
      })
      const keys: number[] = []
      for (const [at] of beds.entries()) {
        const before = await pressed()
        for (const value of [`36${at}`, String(60 + at), '18', `1${20 + at}7${at}`, String(90 + at)]) await typed(value)
        keys.push((await pressed()) - before)
      }
      console.log(`keys a patient: ${keys.join(' ')}`)
      expect(Math.max(...keys)).toBeLessThanOrEqual(20)
      await expect(page.getByText(round.saved[language](10, 10))).toBeVisible()
      await page.keyboard.press('Escape')
      for (const [at, bed] of beds.entries()) await expect(page.getByRole('row').filter({ hasText: new RegExp(`^${bed}(?!\\d)`) }).first()).toContainText(`36${at === 0 ? '' : `.${at}`}`)
    })

    test('[OBS-19] what is unlikely is asked before the row is left, and the next Enter saves it', async () => {
      await openRound()
      const row = page.locator('[data-round-row]').first()
      await row.locator('[data-round="pulse"]').focus()
      await typed('240')
      await row.locator('[data-round="spo2"]').focus()
      await typed('48')
      await expect(row).toContainText(round.ask[language]([`${round.field.pulse[language]} 240`, `${round.field.spo2[language]} 48`]))
      await expect(row.locator('[data-round="spo2"]')).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page.locator('[data-round-row]').nth(1).locator('[data-round="temperature"]')).toBeFocused()
      await expect(row).toContainText(round.last[language]('48'))
      expect(shown.complaints).toEqual([])
    })

    async function openRound(): Promise<void> {
      await driver(page).push(board.vitalRound[language])
      await page.locator('[data-round="temperature"]').first().waitFor()
    }

    /** A value and Enter, at a hand's pace. */
    async function typed(value: string): Promise<void> {
      await page.keyboard.type(value, { delay: 2 * betweenKeysMs })
      await page.waitForTimeout(lateKeyMs + 50)
      await page.keyboard.press('Enter')
    }

    const pressed = (): Promise<number> => page.evaluate(() => (globalThis as unknown as { keysPressed: number }).keysPressed)
  })
}
