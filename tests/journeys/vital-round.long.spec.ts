import { expect, test, type Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'
import { openEnvelope, register } from '../demo/steps.ts'
import { betweenKeysMs, lateKeyMs } from '#renderer/ui/wedge.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'

/** Ten patients, one thermometer: from bed to bed by digits and Enter. */
test.describe.configure({ mode: 'serial' })

let place: SealedStation
let shown: Shown
let page: Page
const beds = Array.from({ length: 10 }, (_, bed) => `30${bed + 1}`)

test.beforeAll(async () => {
  place = await aSealedStation()
  shown = await show(place)
  page = shown.page
  await openEnvelope(page, 1, place.codes[0] ?? '')
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
  await driver(page).push('検温ラウンド')
  await page.locator('[data-round="temperature"]').first().waitFor()
  await page.evaluate(() => {
    const counter = globalThis as unknown as { keysPressed: number }
    counter.keysPressed = 0
    window.addEventListener('keydown', () => (counter.keysPressed += 1), true)
  })
  const keys: number[] = []
  for (const [at] of beds.entries()) {
    const before = await pressed()
    for (const value of [`36${at}`, String(60 + at), '18', `1${20 + at}7${at}`, String(90 + at)]) {
      await page.keyboard.type(value, { delay: 2 * betweenKeysMs })
      await page.waitForTimeout(lateKeyMs + 50)
      await page.keyboard.press('Enter')
    }
    keys.push((await pressed()) - before)
  }
  console.log(`keys a patient: ${keys.join(' ')}`)
  expect(Math.max(...keys)).toBeLessThanOrEqual(20)
  await expect(page.getByText('保存 10／10名')).toBeVisible()
  await page.keyboard.press('Escape')
  for (const [at, bed] of beds.entries()) await expect(page.getByRole('row').filter({ hasText: new RegExp(`^${bed}(?!\\d)`) }).first()).toContainText(`36${at === 0 ? '' : `.${at}`}`)
})

test('[OBS-19] what is unlikely is asked before the row is left, and the next Enter saves it', async () => {
  await driver(page).push('検温ラウンド')
  const row = page.locator('[data-round-row]').first()
  await row.locator('[data-round="spo2"]').focus()
  await page.keyboard.type('48', { delay: 2 * betweenKeysMs })
  await page.waitForTimeout(lateKeyMs + 50)
  await page.keyboard.press('Enter')
  await expect(row).toContainText('SpO₂ 48 は珍しい値です')
  await expect(row.locator('[data-round="spo2"]')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-round-row]').nth(1).locator('[data-round="temperature"]')).toBeFocused()
  await expect(row).toContainText('前回 48')
  expect(shown.complaints).toEqual([])
})

async function pressed(): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { keysPressed: number }).keysPressed)
}
