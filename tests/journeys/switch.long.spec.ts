import { expect, test, type Page } from '@playwright/test'
import { driver, type Driver } from '../demo/drive.ts'
import { openEnvelope, register, unlock } from '../demo/steps.ts'
import { aSealedStation, lockWith, show, type SealedStation, type Shown } from './station.ts'
import { openChart } from './tour-patients.ts'

/** Two patients, one pair of hands: whoever is on the screen is told from whoever was, and what was confirmed is recorded. */
test.describe.configure({ mode: 'serial' })

let station: SealedStation
let shown: Shown
let page: Page
let at: Driver
const one = { family: '架空', given: '春子', familyKana: 'カクウ', givenKana: 'ハルコ', birth: 's25.3.4', bed: '301' }
const other = { family: '見本', given: '夏男', familyKana: 'ミホン', givenKana: 'ナツオ', birth: 's30.1.2', bed: '302' }
const waiting = '前の患者に書きかけがあります'

test.beforeAll(async () => {
  station = await aSealedStation()
  shown = await show(station)
  page = shown.page
  at = driver(page)
  await openEnvelope(page, 1, station.codes[0] ?? '')
  await register(page, one)
  await register(page, other)
})
test.afterAll(async () => {
  await shown.app.close()
  await station.drop()
})

async function reviewSoap(text: string): Promise<void> {
  await at.push('様式を書く')
  await at.push('SOAP')
  await at.write('S 主観的情報', text)
  await at.press('Control+Enter')
  await page.getByRole('heading', { level: 2, name: 'SOAPの確認' }).waitFor()
}

test('[SWITCH-1] from a half-written note to another patient: the other one in full, whose note waits, and the way back', async () => {
  await openChart(at, 'カクウ')
  await at.write('看護記録を書く', '痛みは')
  await openChart(at, 'ミホン')
  await at.sees(waiting)
  const said = page.getByText(waiting).locator('..')
  await expect(said).toContainText('看護記録')
  await expect(said).toContainText('架空')
  for (const text of ['見本', 'ミホン', '昭和30年1月2日']) await expect(page.getByRole('region', { name: '患者', exact: true })).toContainText(text)
  await at.push('前の患者へ戻る')
  await expect(page.getByRole('textbox', { name: '看護記録を書く' })).toHaveValue('痛みは')
})

test('[SWITCH-2] a note that was emptied again waits nowhere', async () => {
  await at.write('看護記録を書く', '')
  await openChart(at, 'ミホン')
  await expect(page.getByText(waiting)).toHaveCount(0)
})

test('[SWITCH-3] a confirmation right after one for another patient says so, in full', async () => {
  await reviewSoap('「楽になった」')
  await at.press('Control+Enter')
  await at.press('Control+Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor()
  await openChart(at, 'カクウ')
  await reviewSoap('「寒気がする」')
  await at.sees('いま確定したのは別の患者です')
  await expect(page.getByRole('main')).toContainText('昭和30年1月2日')
  await at.press('Escape')
})

test('[CONFIRM-6] a lock within the five seconds records what was confirmed, once, and leaves no draft of it', async () => {
  await at.press('Control+Enter')
  await page.getByRole('heading', { level: 2, name: 'SOAPの確認' }).waitFor()
  await at.press('Control+Enter')
  await at.sees(/あと[1-5]秒で記録します/)
  page = await lockWith(shown.app, page)
  at = driver(page)
  await unlock(page)
  await openChart(at, 'カクウ')
  await expect(page.getByText('「寒気がする」')).toHaveCount(1)
  await at.push('様式を書く')
  await at.push('SOAP')
  await expect(page.getByLabel('S 主観的情報')).toHaveValue('')
})
