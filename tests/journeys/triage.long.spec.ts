import { expect, test, type Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'
import { openEnvelope } from '../demo/steps.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'

/** One casualty whom nobody knows: red at the door, better an hour later, and both on the record. Keys only. */
test.describe.configure({ mode: 'serial' })

let station: SealedStation
let shown: Shown
let page: Page

test.beforeAll(async () => {
  station = await aSealedStation('real')
  shown = await show(station)
  page = shown.page
  await openEnvelope(page, 1, station.codes[0] ?? '')
})
test.afterAll(async () => {
  await shown.app.close()
  await station.drop()
})

test('[TRI-17] START of an unknown patient takes six presses, and the mark stands in the banner with its time', async () => {
  const at = driver(page)
  await at.press('F3')
  await page.getByRole('button', { name: 'この番号で登録する' }).waitFor()
  await at.press('Control+Enter')
  await page.getByRole('heading', { level: 2, name: '登録しました' }).waitFor()
  await at.press('Enter')
  await at.push('区分を決める')
  await page.getByRole('radiogroup', { name: '自力で歩けますか' }).waitFor()
  // Does not walk, breathes, 10 to 29 a minute, pulse felt, follows no order: red; and Enter takes the suggestion.
  // As fast as a finger; five digits in no time would be a scanner.
  for (const key of ['2', '1', '2', '1', '2']) await page.keyboard.press(key, { delay: 150 })
  await expect(page.getByRole('button', { name: /目安のとおり決定する/ })).toBeFocused()
  await at.press('Enter')
  await page.getByRole('button', { name: /区分を決め直す/ }).waitFor()
  await expect(page.getByRole('region', { name: '患者' })).toContainText('赤')
})

test('[TRI-12] better than before waits for the new tag, and the board counts what is decided now', async () => {
  const at = driver(page)
  await at.push('区分を決め直す')
  await expect(page.getByText('これまでの区分')).toBeVisible()
  await page.getByRole('tab', { name: '診て判断' }).press('Enter')
  await at.choose('決定する区分', 2)
  await at.press('Control+Enter')
  await at.sees('新しいタッグを付けます')
  await at.choose('前より軽い区分です', 2)
  await at.press('Control+Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor()
  await expect(page.getByText('診て判断').first()).toBeVisible()
  await expect(page.getByText('START法').first()).toBeVisible()
  await at.press('F2')
  const counts = page.getByRole('list', { name: /区分ごとの人数/ })
  await expect(counts.getByRole('button')).toHaveText([/赤\s*0$/, /黄\s*1$/, /緑\s*0$/, /黒\s*0$/, /トリアージ前\s*0$/])
  await counts.getByRole('button', { name: /緑/ }).press('Enter')
  await expect(page.getByText('あてはまる患者はいません')).toBeVisible()
  expect(shown.complaints).toEqual([])
})
