import { expect, test, type Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'
import { openEnvelope, register } from '../demo/steps.ts'
import { openChart } from './tour-patients.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'

/** The forms of a ward by keyboard alone: written, read once more, taken back, confirmed, and found in the chart. */
test.describe.configure({ mode: 'serial' })

let station: SealedStation
let shown: Shown
let page: Page
let number = ''
const subjective = '「寒気がする」'

test.beforeAll(async () => {
  station = await aSealedStation()
  shown = await show(station)
  page = shown.page
  await openEnvelope(page, 1, station.codes[0] ?? '')
  number = await register(page, { features: '70代くらい、白髪', bed: '301' })
  await page.keyboard.press('Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor()
})
test.afterAll(async () => {
  await shown.app.close()
  await station.drop()
})

async function begin(form: string): Promise<void> {
  const at = driver(page)
  await at.push('様式を書く')
  await page.getByRole('heading', { level: 2, name: '様式を書く' }).waitFor()
  await at.push(form)
  await page.getByRole('heading', { level: 2, name: form }).waitFor()
}

const inChart = (): Promise<void> => page.locator('[data-vital="temperatureC"]').waitFor()

test('[FORM-3] a form in which nothing is written waits with a sentence', async () => {
  const at = driver(page)
  await begin('SOAP')
  await at.press('Control+Enter')
  await at.sees('何も書かれていません')
})

test('[PHRASE-3] a phrase is put in where the cursor stands, by keyboard alone, Esc takes none, and nothing is saved by it', async () => {
  const at = driver(page)
  const box = page.getByLabel('O 客観的情報', { exact: true })
  await at.write('O 客観的情報', '体温38.2。自制内')
  for (let step = 0; step < 3; step += 1) await at.press('ArrowLeft')
  await at.press('Alt+t')
  await page.keyboard.insertText('レッド')
  await at.sees('当てはまる文がありません')
  await at.press('Escape')
  await expect(box).toHaveValue('体温38.2。自制内')
  await expect(box).toBeFocused()
  await at.press('Alt+t')
  await page.keyboard.insertText('ﾅｰｽｺｰﾙ')
  await at.press('Enter')
  await expect(box).toHaveValue('体温38.2。ナースコールを手元に置き、ベッド柵を確認した。自制内')
  await expect(box).toBeFocused()
  await page.keyboard.insertText('痛みは')
  await expect(box).toHaveValue('体温38.2。ナースコールを手元に置き、ベッド柵を確認した。痛みは自制内')
  await at.press('Alt+t')
  await at.press('ArrowDown')
  await at.press('Enter')
  await expect(box).toHaveValue(/痛みは入眠中。呼吸規則的。自制内$/)
  await box.fill('')
})

test('[CONFIRM-1] what will be recorded is read once more with the patient in full beside the button, and Esc goes back to the form', async () => {
  const at = driver(page)
  await at.write('プロブレム番号', '#1 発熱')
  await at.press('Enter')
  await page.keyboard.insertText(subjective)
  await at.write('P 計画', '保温する。\n2時間後に体温を測る。')
  await at.press('Control+Enter')
  await page.getByRole('heading', { level: 2, name: 'SOAPの確認' }).waitFor()
  const screen = page.getByRole('main')
  for (const text of ['#1 発熱', subjective, '2時間後に体温を測る。', number]) await expect(screen).toContainText(text)
  await at.press('Escape')
  await expect(page.getByLabel('S 主観的情報')).toHaveValue(subjective)
})

test('[CONFIRM-2] for five seconds it is taken back with everything typed; then it is recorded and stands in the chart', async () => {
  const at = driver(page)
  await at.press('Control+Enter')
  await page.getByRole('button', { name: '確定する' }).waitFor()
  await at.press('Control+Enter')
  await page.getByRole('button', { name: '取り消す' }).waitFor()
  await expect(page.getByRole('main').getByText('保存済み')).toHaveCount(0)
  await at.press('Escape')
  await expect(page.getByLabel('P 計画')).toHaveValue('保温する。\n2時間後に体温を測る。')
  await at.press('Control+Enter')
  await page.getByRole('button', { name: '確定する' }).waitFor()
  await at.press('Control+Enter')
  await inChart()
  await at.sees(subjective)
  await at.sees('P 計画 保温する。')
})

test('[CONFIRM-3] confirmed once more it is recorded at once; an unusual value is marked in the review', async () => {
  const at = driver(page)
  await begin('観察・測定')
  await at.write('体重', '180')
  await at.write('痛み NRS', '8')
  await at.press('Control+Enter')
  await at.sees('180 kg')
  await at.sees('めずらしい値')
  await at.press('Control+Enter')
  await page.getByRole('button', { name: 'すぐ記録する' }).waitFor()
  await at.press('Control+Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor({ timeout: 4_000 })
  await at.sees('体重 180 kg')
})

test('[FORM-8] a field of the hospital is added under その他, stands in the form and is said in the chart', async () => {
  const at = driver(page)
  await at.push('その他')
  await at.push('様式の項目')
  await at.write('項目の名前', '下腿周囲')
  await at.choose('種類', 3)
  await at.write('単位', 'cm')
  await at.press('Control+Enter')
  await page.getByRole('button', { name: '項目「下腿周囲」をやめる' }).waitFor()
  await openChart(at, number)
  await begin('観察・測定')
  await expect(page.getByText('前回 180 kg').first()).toBeVisible()
  await at.write('下腿周囲', '31.5')
  await at.press('Control+Enter')
  await at.sees('31.5 cm')
  await at.press('Control+Enter')
  await page.getByRole('button', { name: 'すぐ記録する' }).waitFor()
  await at.press('Control+Enter')
  await inChart()
  await at.sees('下腿周囲 31.5 cm')
})

test('[FORM-15] the summary begins with what the chart holds and says what it does not', async () => {
  const at = driver(page)
  await begin('転院・看護サマリー')
  await expect(page.getByRole('textbox', { name: '経過', exact: true })).toHaveValue(/S 「寒気がする」/)
  await expect(page.getByRole('textbox', { name: '最終投与' })).toHaveValue('記載なし')
  await at.press('Escape')
  await inChart()
})

test('[FORM-12] [COR-3] a record is corrected in the form it was written with, and both versions are read side by side', async () => {
  const at = driver(page)
  await page.getByRole('listitem').filter({ hasText: subjective }).getByRole('button', { name: /訂正する/ }).focus()
  await at.press('Enter')
  await page.getByRole('heading', { level: 2, name: /SOAP/ }).first().waitFor()
  await expect(page.getByLabel('S 主観的情報')).toHaveValue(subjective)
  await at.write('P 計画', '毛布を足す。')
  await at.write('訂正の理由', '転記の誤り')
  await at.press('Control+Enter')
  await page.getByRole('button', { name: '確定する' }).waitFor()
  await at.press('Control+Enter')
  await page.getByRole('button', { name: 'すぐ記録する' }).waitFor()
  await at.press('Control+Enter')
  await inChart()
  await at.sees('第2版')
  await at.push(/版を並べて見る/)
  await at.sees('この記録の2つの版')
  await expect(page.getByRole('alertdialog')).toContainText('転記の誤り')
  await at.press('Escape')
})

test('nothing was complained of on the way', () => {
  expect(shown.complaints).toEqual([])
})
