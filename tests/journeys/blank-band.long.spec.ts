import { expect, test, type Page } from '@playwright/test'
import { readWardNumber, wardNumber } from '#domain/number/ward-number.ts'
import { driver, type Driver } from '../demo/drive.ts'
import { openEnvelope } from '../demo/steps.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'
import { scans } from './wedge.ts'

/** Received on paper with a band printed before: the patient keeps that number, and what the family says is written at once. */
test.describe.configure({ mode: 'serial' })

let station: SealedStation
let shown: Shown
let page: Page
let at: Driver
let numbers: readonly string[] = []

const plate = () => page.getByText(/^[DTS]-[A-Z]{2}-\d{5}-\d$/).first()
const checkDigit = (number: string, by: number): string => number.replace(/\d$/, (digit) => String((Number(digit) + by) % 10))

function after(number: string): string {
  const read = readWardNumber(number)
  return read.ok ? wardNumber(read.value.realm, read.value.letters, read.value.count + 1) : ''
}

test.beforeAll(async () => {
  station = await aSealedStation()
  shown = await show(station)
  page = shown.page
  at = driver(page)
  await openEnvelope(page, 1, station.codes[0] ?? '')
  // The system's own window of printing waits for a hand.
  await page.evaluate(() => {
    window.print = () => undefined
  })
})
test.afterAll(async () => {
  await shown.app.close()
  await station.drop()
})

test('[BAND-12] a band printed before gives its number to the patient who wears it; a slip of the finger is told at once', async () => {
  await at.push('その他')
  await at.push('番号だけのバンド・ラベル')
  await at.choose('何人分', 1)
  await at.press('Control+Enter')
  const row = page.getByRole('cell', { name: /〜/ })
  await row.waitFor()
  const [first = '', last = ''] = ((await row.textContent()) ?? '').split('〜')
  expect(Number(last.slice(5, 10)) - Number(first.slice(5, 10))).toBe(5)
  numbers = [first, last]
  await at.press('F3')
  await at.push('印刷済みの番号を使う')
  await at.write('印刷済みの番号', checkDigit(first, 1))
  await at.sees('どこか1字違います')
  await at.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '登録しました' })).toHaveCount(0)
  await at.write('印刷済みの番号', first.toLowerCase().replaceAll('-', ''))
  await expect(plate()).toHaveText(first)
  await at.press('Control+Enter')
  await at.sees('登録しました')
  await expect(plate()).toHaveText(first)
})

test('[INS-1] what the family says of the insurance is written from there and stands in the chart', async () => {
  await at.push('保険を聞いて書く')
  await at.choose('保険の種類', 1)
  await at.write('事業所名', '灯製作所')
  await at.press('Control+Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor()
  await at.sees('保険：被用者保険')
  await at.sees('灯製作所')
})

test('[BAND-12] [PAT-28] the next band is scanned from anywhere in the form, of somebody whom another hospital sent', async () => {
  const [, last = ''] = numbers
  await at.press('F3')
  await at.push('他院からの転院')
  await at.write('転院元の病院', '灯市立病院')
  await scans(page, last)
  await expect(plate()).toHaveText(last)
  await at.press('Control+Enter')
  await at.sees('登録しました')
  await at.press('Enter')
  await at.sees(/他院から転院.*灯市立病院/)
})

test('[BAND-12] [WHO-17] a child born here gets the number of the band that was tied on in the dark', async () => {
  const [first = ''] = numbers
  const worn = after(after(first))
  const mother = (await plate().textContent()) ?? ''
  await at.push('新生児を登録する')
  await at.sees('子の番号（自動）')
  await at.push('印刷済みの番号を使う')
  await at.write('印刷済みの番号', first)
  await at.sees('ほかの患者が使っています')
  await at.push('自動の番号に戻す')
  await scans(page, worn)
  await at.sees(worn) // beside the mother's, on her line
  await at.press('Control+Enter')
  await at.sees('登録しました')
  await expect(plate()).toHaveText(worn) // the banner above is the child's, too
  await expect(page.getByText(mother)).toHaveCount(0)
})

test('[BAND-13] lost bands are declared void, and one of them is refused when somebody finds it', async () => {
  const [first = '', last = ''] = numbers
  await at.push('その他')
  await at.push('番号だけのバンド・ラベル')
  await page.getByRole('textbox', { name: /^番号/ }).focus()
  await page.keyboard.insertText(first)
  await at.write('ここまで', last)
  await at.choose('理由', 1)
  await at.push('3枚を無効にする')
  await expect(page.getByRole('list', { name: '無効にした番号' })).toContainText(`${first}〜${last}`)
  await at.press('F3')
  await at.push('印刷済みの番号を使う')
  await at.write('印刷済みの番号', first)
  await at.sees('ほかの患者が使っています')
  await at.write('印刷済みの番号', after(first))
  await at.sees('無効にした番号です')
  await at.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '登録しました' })).toHaveCount(0)
})
