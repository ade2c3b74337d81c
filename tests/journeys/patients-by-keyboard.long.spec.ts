import { expect, test, type Page } from '@playwright/test'
import { driver, type Driver } from '../demo/drive.ts'
import { changeTo, openEnvelope, opener } from '../demo/steps.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'
import { openChart } from './tour-patients.ts'

/** Two registrations of one woman whom nobody knew at the door, until the ward knows who she is. Keys only: nothing here ever clicks. */
test.describe.configure({ mode: 'serial' })

const second = { name: '応援 はな', pin: '730915' } as const

let station: SealedStation
let shown: Shown
let page: Page
let at: Driver
let numbers: readonly string[] = []

test.beforeAll(async () => {
  station = await aSealedStation('real')
  shown = await show(station)
  page = shown.page
  at = driver(page)
  await openEnvelope(page, 1, station.codes[0] ?? '')
})
test.afterAll(async () => {
  await shown.app.close()
  await station.drop()
})

const banner = () => page.getByRole('region', { name: '患者' })
const inChart = (): Promise<void> => page.locator('[data-vital="temperatureC"]').waitFor()

test('[MASS-1] [UI-14] two casualties cost a digit each and Enter', async () => {
  await at.press('F3')
  await at.press('Alt+M')
  for (const tag of ['T-0001', 'T-0002']) {
    await at.choose('区分', 2)
    await at.choose('性別', 2)
    await at.write('タッグ番号', tag)
    await at.press('Enter')
    const saved = page.getByRole('status').filter({ hasText: `${String(numbers.length + 1).padStart(5, '0')}-` })
    await saved.waitFor()
    numbers = [...numbers, /[DTS]-[A-Z]{2}-\d{5}-\d/.exec(await saved.innerText())?.[0] ?? '']
  }
  await expect(page.getByText(/から 2名/)).toBeVisible()
})

test('[WHO-9] [MASS-3] what is learnt of them is written in the completion list', async () => {
  await at.push(/補完リストを開く/)
  for (const number of numbers) {
    await at.push(new RegExp(number))
    await page.getByRole('heading', { name: `${number} を補う` }).waitFor()
    await at.write('姓', '架空')
    await at.write('名', '和子')
    await at.write('生年月日', 's40.5.6')
    await at.choose('どう確かめたか', 2)
    await at.press('Control+Enter')
    await page.getByRole('heading', { name: `${number} を補う` }).waitFor({ state: 'hidden' })
  }
  await openChart(at, numbers[0] ?? '')
  await expect(banner()).toContainText('架空 和子')
})

test('[WHO-11] the name is verified by two: the second is somebody else who is at work', async () => {
  await introduce()
  await openChart(at, numbers[0] ?? '')
  await at.push('本人照合・結び付け')
  await at.write('2人目の職員番号か氏名', opener.name)
  await at.choose('何で確かめたか', 3)
  await at.push('照合済みにする')
  await at.sees('2人目は、あなた以外の人です')
  await at.write('2人目の職員番号か氏名', second.name)
  await at.push('照合済みにする')
  await at.sees(`照合済み（2人目：${second.name}）`)
})

test('[WHO-4] [WHO-7] the other registration is linked, and unlinked with the list of what was done meanwhile', async () => {
  await at.push('この登録と結び付ける')
  await at.sees('同じ人にしますか')
  await at.write('なぜ同じ人と分かったか', '本人の話')
  await at.press('Control+Enter')
  await at.sees(`${numbers[1] ?? ''} と同じ人として結び付いています`)
  await at.press('Escape')
  await inChart()
  await at.write('看護記録を書く', '家族に連絡がついた。')
  await at.press('Control+Enter')
  await page.getByLabel('看護記録を書く').first().getByText('保存済み').waitFor()
  await at.push('本人照合・結び付け')
  await at.push('結び付けを取り消す')
  await at.sees(/結び付いている間の記録・閲覧・印刷 [1-9]/)
  await expect(page.getByRole('alertdialog').getByRole('row').filter({ hasText: '看護記録' })).toHaveCount(1)
  await at.write('取り消す理由', '別の人だった')
  await at.press('Control+Enter')
  await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  await expect(page.getByText('と同じ人として結び付いています')).toHaveCount(0)
  await at.press('Escape')
  await inChart()
})

test('[TRI-17] red after the steps of START', async () => {
  await at.push('区分を決め直す')
  await page.getByRole('radiogroup', { name: '自力で歩けますか' }).waitFor()
  for (const key of ['2', '1', '2', '1', '2']) await page.keyboard.press(key, { delay: 150 })
  await expect(page.getByRole('button', { name: /目安のとおり決定する/ })).toBeFocused()
  await at.press('Enter')
  await inChart()
  await expect(banner()).toContainText('赤')
})

test('[STAY-9] [UI-14] moved into a bed, and counted', async () => {
  await at.push('入退院・移動')
  await at.choose('何を記録しますか', 1)
  await at.write('ベッド', '302')
  await at.press('Control+Enter')
  await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  await expect(banner()).toContainText('302')
  await at.press('F2')
  await at.push('病棟の集計')
  await at.sees('現在。入退院は今日0時から')
  const census = page.locator('main')
  await expect(census).toContainText(/在院\s*2/)
  await expect(census.getByRole('row').filter({ hasText: numbers[0] ?? '' })).toContainText('302')
  expect(shown.complaints).toEqual([])
})

/** Somebody new at work, and the first person again. */
async function introduce(): Promise<void> {
  await at.press('Alt+K')
  await at.push('はじめての人を登録する')
  await at.write('氏名', second.name)
  await at.write('所属', '架空市民病院')
  await at.choose('職種', 1)
  await at.write('自分のPIN', second.pin)
  await at.write('もう一度', second.pin)
  await at.press('Control+Enter')
  await at.sees('この番号を覚えてください')
  await at.press('Enter')
  await changeTo(page, opener)
}
