import { expect, test, type Page } from '@playwright/test'
import { openEnvelope } from '../demo/steps.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'
import { scans } from './wedge.ts'

/** Eighty people in one run through the door, with gloves on: a colour, a look, Enter, and the tag held under the reader. */
test.describe.configure({ mode: 'serial' })

const casualties = 80
const bands = ['1–14', '15–39', '40–64', '65–79', '80以上']
const colours = ['1', '2', '3', '4'] as const

let station: SealedStation
let shown: Shown
let page: Page

test.beforeAll(async () => {
  station = await aSealedStation()
  shown = await show(station)
  page = shown.page
  await openEnvelope(page, 1, station.codes[0] ?? '')
})
test.afterAll(async () => {
  await shown.app.close()
  await station.drop()
})

/** Keys of a hand: a reader's are closer together. */
async function press(key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.waitForTimeout(60)
}

/** Of the sheet beside the form: what is on record, not what was typed. */
const savedBanner = (count: number) => page.getByRole('status').filter({ hasText: `${String(count).padStart(5, '0')}-` })

test('[MASS-1] [MASS-3] eighty casualties, each on record after three keys and one scan', async () => {
  test.setTimeout(180_000)
  await press('F3')
  await press('Alt+M')
  await expect(page.getByRole('radiogroup', { name: /区分/ })).toBeVisible()
  const began = Date.now()
  let keys = 0
  for (let n = 1; n <= casualties; n += 1) {
    const tag = `T-${String(n).padStart(4, '0')}`
    await press(colours[n % 4] ?? '1')
    await press(String((n % 5) + 2))
    await scans(page, tag)
    await expect(page.getByRole('textbox', { name: /タッグ番号/ })).toHaveValue(tag)
    await page.waitForTimeout(200) // until then Enter may be the reader's own second line end
    await press('Enter')
    keys += 3
    await expect(savedBanner(n)).toBeVisible()
    await expect(page.getByRole('textbox', { name: /タッグ番号/ })).toHaveValue('')
  }
  const seconds = (Date.now() - began) / 1000
  console.log(`${casualties} casualties, ${keys / casualties} keys and 1 scan each, ${seconds.toFixed(0)} s, ${(seconds / casualties).toFixed(2)} s each`)
  await expect(page.getByText(`から ${casualties}名`)).toBeVisible()
  const counts = page.locator('main ul').filter({ hasText: '赤' }).first().getByRole('listitem')
  await expect(counts).toHaveText([/赤\s*20/, /黄\s*20/, /緑\s*20/, /黒\s*20/])
})

test('[MASS-2] every one of them is on the board with number, alias, colour, tag and age as it looked', async () => {
  await press('F2')
  await press('F4')
  for (const n of [1, 40, 80]) {
    await page.getByRole('combobox').fill(String(n).padStart(5, '0'))
    const row = page.getByRole('row').filter({ hasText: `-${String(n).padStart(5, '0')}-` })
    await expect(row).toContainText('◇')
    await expect(row).toContainText(`見た目${(bands[n % 5] ?? '').replace('–', '〜').replace('以上', '歳以上').replace(/(\d)$/, '$1歳')}`)
  }
})

test('[WHO-9] [MASS-3] one of them is completed later, and found by the name and by the alias', async () => {
  await press('F3')
  await press('Alt+M')
  await page.getByRole('button', { name: /補完リストを開く/ }).click()
  await page.getByRole('button', { name: /00002-/ }).click()
  await page.getByRole('textbox', { name: '姓', exact: true }).fill('架空')
  await page.getByRole('textbox', { name: '名', exact: true }).fill('次郎')
  await page.getByRole('radio', { name: '家族が言った' }).check({ force: true })
  await press('Control+Enter')
  await expect(page.getByRole('button', { name: /00003-/ })).toHaveAttribute('aria-pressed', 'true')
  await press('F4')
  await page.getByRole('combobox').fill('架空')
  await expect(page.getByRole('row').filter({ hasText: '架空 次郎' })).toContainText('仮名')
})
