import { expect, test, type Page } from '@playwright/test'
import { tokyoParts, instantOf } from '#domain/time.ts'
import { driver, type Driver } from '../demo/drive.ts'
import { changeTo, openEnvelope, opener, register } from '../demo/steps.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'
import { scans } from './wedge.ts'

/** Blood, tests and fluids of one patient through a night, by keyboard alone. */
test.describe.configure({ mode: 'serial' })

let station: SealedStation
let shown: Shown
let page: Page
let at: Driver
const second = { name: '確認 花子', staffNumber: 'N-0202', pin: '730915' } as const
const began = Date.now() - 20 * 60_000

test.beforeAll(async () => {
  station = await aSealedStation('real')
  shown = await show(station)
  page = shown.page
  at = driver(page)
  await openEnvelope(page, 1, station.codes[0] ?? '')
  await at.press('Alt+K')
  await at.push('はじめての人を登録する')
  await at.sees('新しい記録者を登録します')
  await at.write('氏名', second.name)
  await at.write('自分の職員番号', second.staffNumber)
  await at.choose('職種', 2)
  await at.write('自分のPIN', second.pin)
  await at.write('もう一度', second.pin)
  await at.press('Control+Enter')
  await page.getByRole('button', { name: second.name }).waitFor()
  await changeTo(page, opener)
  await register(page, { family: '輸血', given: '太郎', familyKana: 'ユケツ', givenKana: 'タロウ', birth: 's25.3.4', bed: '301' })
  await at.press('Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor()
})
test.afterAll(async () => {
  await shown.app.close()
  await station.drop()
})

/** `11/20 16:05`: so many minutes after the bag began, as it is typed. */
function minutesIn(minutes: number): string {
  const { date, hhmm } = tokyoParts(instantOf(began + minutes * 60_000))
  return `${Number(date.slice(5, 7))}/${Number(date.slice(8))} ${hhmm}`
}

async function tab(name: RegExp): Promise<void> {
  await page.getByRole('tab', { name }).focus()
  await at.press('Enter')
}

async function confirm(): Promise<void> {
  await at.press('Control+Enter')
  await at.sees('この内容を記録します')
  await at.press('Control+Enter')
  await at.sees('すぐ')
  await at.press('Control+Enter')
}

async function bloodType(source: number, sample: string | null): Promise<void> {
  await at.push('血液型を書く')
  await at.sees('確定は、別々に採った')
  await at.choose('ABO', 1)
  await at.choose('Rh(D)', 1)
  await at.choose('何で分かったか', source)
  if (sample !== null) await at.write('検体ラベルの番号', sample)
  await at.press('Control+Enter')
  await page.getByRole('button', { name: '血液型を書く' }).waitFor()
}

test('[TRF-1] a blood type by word is not certain, and two samples make it so', async () => {
  await tab(/^輸血/)
  await at.sees('血液型はまだ聞かれていません')
  await bloodType(1, null)
  await at.sees('未確定')
  await bloodType(4, 'S-0012')
  await at.sees('未確定')
  await bloodType(4, 'S-0044')
  await at.sees('確定（2検体一致）')
})

test('[TRF-4] a bag begins with two people and a review of both types', async () => {
  await at.push('輸血を始める')
  await at.choose('製剤の種類', 1)
  await page.getByRole('textbox', { name: /製造番号/ }).focus()
  await scans(page, '12-3456-7890')
  await at.write('単位数', '2')
  await at.write('容量', '280')
  await at.write('有効期限', '2099.12.31')
  await at.choose('製剤の血液型', 1)
  await at.choose('Rh(D)', 1)
  await at.choose('交差適合試験', 1)
  await page.getByRole('group', { name: /^照合/ }).getByRole('checkbox').first().focus()
  for (const key of ['1', '2', '3', '4', '5', '6', '7']) await page.keyboard.press(key, { delay: 150 })
  await at.write('2人目', opener.staffNumber)
  await at.write('日時', minutesIn(0))
  await at.press('Control+Enter')
  await at.sees('記録する人とは別の人が要ります')
  await at.write('2人目', second.staffNumber)
  await confirm()
  await at.sees('分経過')
  await at.sees('5分後の観察 遅れ')
  await expect(page.getByText('12-3456-7890').first()).toBeVisible()
})

test('[TRF-14] who the patient is does not change while it runs', async () => {
  await at.push('本人照合・結び付け')
  await at.write('2人目の職員番号か氏名', second.staffNumber)
  await at.choose('何で確かめたか', 1)
  await at.push('照合済みにする')
  await at.sees('輸血が終わってから直します')
  await at.press('Escape')
  await page.getByRole('tab', { name: /^輸血/ }).waitFor()
})

test('[TRF-11] it is looked at after 5 and 15 minutes, and nothing is late any more', async () => {
  await tab(/^輸血/)
  for (const [choice, minutes] of [[1, 5], [2, 15]] as const) {
    await at.push('観察を書く')
    await at.choose('どの観察か', choice)
    await at.choose('様子', 1)
    await at.write('日時', minutesIn(minutes))
    await at.press('Control+Enter')
    await at.sees(`${minutes}分 `)
  }
  await expect(page.getByText('の観察 遅れ')).toHaveCount(0)
})

test('[TRF-13] its end says how much went in and whether there was a reaction', async () => {
  await at.push('終了を書く')
  await at.write('輸血量', '280')
  await at.choose('副作用', 1)
  await confirm()
  await at.sees('輸血中の製剤はありません')
  await expect(page.getByRole('cell', { name: '280 mL' })).toBeVisible()
})

test('[TRF-15] a lot that was copied wrong is corrected, and looks and end go with it', async () => {
  await at.push('訂正する 開始')
  await page.getByRole('textbox', { name: /製造番号/ }).waitFor()
  await at.write('製造番号', '99-0000-0001')
  await at.write('訂正の理由', '写し違い')
  await confirm()
  const rows = page.getByRole('row').filter({ hasText: '280 mL' })
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('99-0000-0001')
  await expect(rows).toContainText('15分')
  await expect(page.getByText('輸血中の製剤はありません')).toBeVisible()
})

test('[EXM-4] a critical value is told with who told whom', async () => {
  await tab(/^検査/)
  await at.push('検体を採る')
  await at.write('検体', '静脈血')
  await at.write('ラベルの番号', 'B-0031')
  await at.press('Control+Enter')
  await at.sees('ラベル B-0031')
  await at.push('結果を書く')
  await at.write('検査', '生化学')
  await at.write('項目', 'K')
  await at.write('値', '6.8')
  await at.write('単位', 'mEq/L')
  await at.write('基準', '3.5–5.0')
  await at.sees('基準より高いようです')
  await at.choose('印', 5)
  await at.press('Control+Enter')
  await at.sees('パニック値 未連絡')
  await at.push('連絡を書く')
  await at.write('連絡した人', '検査室 佐藤')
  await at.write('連絡を受けた人', '見本 医師')
  await at.choose('復唱', 1)
  await at.press('Control+Enter')
  await at.sees('検査室 佐藤 から 見本 医師 へ連絡')
  await expect(page.getByText('未連絡')).toHaveCount(0)
})

test('[FLU-3] fluids are summed with the bag, and an amount that was wrong is said right', async () => {
  await tab(/^水分出納/)
  const write = async (group: string, way: number, amount: string): Promise<void> => {
    await at.choose(group, way)
    await page.getByRole('textbox', { name: /^量/ }).focus()
    await page.keyboard.type(amount)
    for (const _ of [1, 2, 3]) await at.press('Enter')
    await at.sees(`${amount} mL`)
  }
  await write('出', 1, '420')
  await write('入', 1, '300')
  const balance = page.getByRole('row', { name: /^差し引き/ }).first()
  await expect(balance.getByRole('cell').last()).toHaveText('＋160')
  await page.getByRole('listitem').filter({ hasText: '300 mL' }).getByRole('button', { name: '訂正する' }).first().press('Enter')
  await at.write('量', '500')
  await at.press('Control+Enter')
  await at.sees('訂正の理由を書いてください')
  await at.write('訂正の理由', '写し違い')
  await at.press('Control+Enter')
  await expect(balance.getByRole('cell').last()).toHaveText('＋360')
  expect(shown.complaints).toEqual([])
})
