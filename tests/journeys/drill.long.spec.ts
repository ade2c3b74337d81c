import { expect, test, type Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'
import { openEnvelope, register } from '../demo/steps.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'

/** A drill of the ward: from the sealed screen into it, out of it when it becomes real, and to its log. */
test.describe.configure({ mode: 'serial' })

let place: SealedStation
let shown: Shown
let page: Page
let code = ''

test.beforeAll(async () => {
  place = await aSealedStation('real')
  shown = await show(place)
  page = shown.page
})
test.afterAll(async () => {
  await shown.app.close()
  await place.drop()
})

async function startDrill(situation: number): Promise<void> {
  const at = driver(page)
  await at.choose('訓練の場面', situation)
  await at.write('始める人の職員番号', 'N-0001')
  const next = shown.app.waitForEvent('window')
  await at.leave('Control+Enter')
  page = await next
  await driver(page).sees('これは訓練です')
}

test('[MHLW-13] a drill has its own envelope, looks like a drill everywhere, and is left for the real station in two actions', async () => {
  const at = driver(page)
  await at.push('訓練')
  await at.sees('訓練用の封筒がまだありません')
  await at.push('訓練用のコードを作る')
  await at.sees('訓練用のコード（封筒 1号）')
  code = (await page.locator('body').innerText()).match(/(?:[0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}/)?.[0] ?? ''
  expect(code).not.toBe('')
  await at.push('紙に控えました')
  await startDrill(2)
  await expect(page.getByText('封印中').first()).toBeVisible()
  const inside = driver(page)
  await inside.push('本番です')
  const next = shown.app.waitForEvent('window')
  await page.getByRole('alertdialog').waitFor()
  await inside.leave('Control+Enter')
  page = await next
  await driver(page).sees('緊急開封へ進む')
  await expect(page.getByText('これは訓練です')).toHaveCount(0)
})

test('[MHLW-13] the ward of a drill is not empty, its numbers begin with T, and its log says how long each task took and what was found', async () => {
  await driver(page).push('訓練')
  await startDrill(1)
  await openEnvelope(page, 1, code)
  await expect(page.locator('body')).toContainText('訓練')
  const number = await register(page, { features: '50代くらい、作業着', bed: '' })
  expect(number).toMatch(/^T-AF-0000[35]-\d$/)
  await page.keyboard.press('Escape')
  await driver(page).push('訓練を終える')
  const at = driver(page)
  await at.sees('訓練をふりかえります')
  await expect(page.getByText('身元不明の患者を登録した')).toBeVisible()
  await at.write('気づいたこと', '掲示の場所が分からない\n紙の束が足りない')
  const next = shown.app.waitForEvent('window')
  await at.leave('Control+Enter')
  page = await next
  await driver(page).push('訓練')
  await driver(page).sees('気づき 2件')
  // The real station knows no patient of it.
  await expect(page.locator('body')).not.toContainText(number)
  expect(shown.complaints).toEqual([])
})
