import { expect, test, type Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'
import { changeTo, openEnvelope, opener, register } from '../demo/steps.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'

/** A night's medicines from the order to the empty bag, by keyboard alone: who ordered, who received, who gave and who looked. */
test.describe.configure({ mode: 'serial' })

let station: SealedStation
let shown: Shown
let page: Page
const doctor = { name: '当直 三郎', staffNumber: 'D-0303', pin: '402817' } as const
const second = { name: '夜勤 四季', staffNumber: 'N-0404', pin: '639152' } as const

test.beforeAll(async () => {
  station = await aSealedStation('real')
  shown = await show(station)
  page = shown.page
  await openEnvelope(page, 1, station.codes[0] ?? '')
  for (const [{ name, staffNumber, pin }, profession] of [[doctor, 1], [second, 2]] as const) {
    const at = driver(page)
    await at.press('Alt+K')
    await at.push('はじめての人を登録する')
    await at.sees('新しい記録者を登録します')
    await at.write('氏名', name)
    await at.write('自分の職員番号', staffNumber)
    await at.choose('職種', profession)
    await at.write('自分のPIN', pin)
    await at.write('もう一度', pin)
    await at.press('Control+Enter')
    await page.getByRole('button', { name }).first().waitFor()
  }
})
test.afterAll(async () => {
  await shown.app.close()
  await station.drop()
})

/** A closed list moves by the arrows, as under a hand. */
async function pick(label: string, value: string): Promise<void> {
  const list = page.getByRole('combobox', { name: label, exact: true })
  await list.focus()
  for (let tries = 0; tries < 40 && (await list.inputValue()) !== value; tries += 1) await page.keyboard.press('ArrowDown')
  await expect(list).toHaveValue(value)
}

async function tick(name: string | RegExp): Promise<void> {
  await page.getByRole('checkbox', { name }).focus()
  await page.keyboard.press('Space')
}

/** Looked over, confirmed, and not waited for. */
async function confirm(): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /確定する/ }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /すぐ記録する/ }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /すぐ記録する|確定する/ }).waitFor({ state: 'hidden' })
}

async function openChart(tab: 'Alt+2' | 'Alt+3'): Promise<void> {
  await page.keyboard.press('F2')
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: /注射・与薬/ }).waitFor()
  await page.keyboard.press(tab)
  await page.getByRole('tab', { name: tab === 'Alt+2' ? /指示簿/ : /注射・与薬/, selected: true }).waitFor()
}

async function medicine(drug: string, amount: string, unit: string, route: string, term: 1 | 2, more: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const at = driver(page)
  await at.push('指示を書く')
  await page.getByRole('radiogroup', { name: '種類' }).waitFor()
  await page.getByRole('radio', { name: '薬・注射' }).focus()
  await at.press('Space')
  await at.choose('種別', term)
  await at.write('薬剤名', drug)
  await at.write('1回量', amount)
  await pick('単位', unit)
  await pick('経路', route)
  await more()
  await confirm()
  await page.getByRole('tab', { name: /指示簿/, selected: true }).waitFor()
}

/** From the line of this medicine in the sheet that is in front. */
async function act(drug: string, name: string): Promise<void> {
  const button = page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: drug }).first().getByRole('button', { name })
  await button.focus()
  await page.keyboard.press('Enter')
}

async function byTwo(): Promise<void> {
  for (const right of ['患者', '薬剤', '目的', '用量', '用法', '時間']) await tick(right)
  await driver(page).write('2人目', second.staffNumber)
  await expect(page.getByText(`2人目：${second.name}`)).toBeVisible()
}

test('[ORD-1] a doctor writes four orders, and an amount without a unit waits with a sentence', async () => {
  const at = driver(page)
  await register(page, { family: '灯台', given: '守', familyKana: 'トウダイ', givenKana: 'マモル', birth: 's30.1.2', bed: '301' })
  await changeTo(page, doctor)
  await openChart('Alt+2')
  await medicine('セフトリアキソン静注用1g', '1', 'g', 'intravenous', 2)
  await medicine('アムロジピン錠5mg', '1', 'tablet', 'oral', 1, async () => {
    const soon = new Date(Date.now() + 9 * 3_600_000 + 10 * 60_000).toISOString().slice(11, 16)
    await at.write('ほかの時刻', soon)
  })
  await medicine('乳酸リンゲル液', '500', 'mL', 'peripheral', 2, async () => {
    await at.write('速度', '80')
    await pick('速度の単位', 'mL/h')
  })
  await at.push('指示を書く')
  await page.getByRole('radio', { name: '薬・注射' }).focus()
  await at.press('Space')
  await at.choose('種別', 2)
  await at.write('薬剤名', 'モルヒネ塩酸塩注10mg')
  await at.write('1回量', '1')
  await pick('経路', 'subcutaneous')
  await tick('麻薬・向精神薬')
  await at.press('Control+Enter')
  await expect(page.getByText('単位を選んでください')).toBeVisible()
  await pick('単位', 'ampoule')
  await confirm()
  await expect(page.getByRole('tabpanel').getByText('未受け')).toHaveCount(4)
})

test('[ORD-15] the ward sees what is due of whom, and a line leads to the chart', async () => {
  const at = driver(page)
  await at.press('F2')
  await at.push('いつ誰に')
  await expect(page.getByRole('table').getByText('灯台').first()).toBeVisible()
  await expect(page.getByRole('tab', { name: /今/ })).toHaveText('今4')
  await at.push(/灯台.*を開く/)
  await page.getByRole('tab', { name: /注射・与薬/, selected: true }).waitFor()
})

test('[MED-4] the nurse receives it, is asked for the last dose first, and gives it with a second person', async () => {
  const at = driver(page)
  await changeTo(page, opener)
  await openChart('Alt+2')
  await act('セフトリアキソン', '受ける')
  await page.getByRole('button', { name: /確定する/ }).waitFor()
  await at.press('Control+Enter')
  await at.press('Control+Enter')
  await expect(page.getByRole('tabpanel').getByText('未受け')).toHaveCount(3)
  await at.press('Alt+3')
  await act('セフトリアキソン', '与薬する')
  await at.sees('だれ・何から')
  await at.choose('だれ・何から', 7)
  await confirm()
  await page.getByRole('heading', { name: '投与するもの' }).waitFor()
  await at.write('部位', '左前腕')
  await at.press('Control+Enter')
  await expect(page.getByText('2人目が見つかりません')).toBeVisible()
  await byTwo()
  await confirm()
  await expect(page.getByRole('tabpanel').getByText(`${opener.name}・${second.name}`, { exact: false }).first()).toBeVisible()
})

test('[ORD-8] what the nurse heard and read back is an order that waits for the doctor’s word', async () => {
  const at = driver(page)
  await at.press('Alt+2')
  await at.push('指示を書く')
  await page.getByRole('radio', { name: '食種' }).focus()
  await at.press('Space')
  await at.choose('種別', 1)
  await at.write('内容', '禁食、水分可')
  await at.push('代行で書く')
  await at.write('だれの代わりですか', doctor.staffNumber)
  await at.press('Enter')
  await at.choose('医師の指示をどう受けたか', 1)
  await tick('復唱した')
  await confirm()
  const line = page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: '禁食、水分可' })
  await expect(line.getByText('医師未承認')).toBeVisible()
  await expect(line.getByText('口頭　復唱済み')).toBeVisible()
  await at.press('Alt+3')
})

test('[MED-11] another is withheld with its reason, and no longer due', async () => {
  const at = driver(page)
  await act('アムロジピン', '投与しない')
  await at.choose('理由', 1)
  await confirm()
  await expect(page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: 'アムロジピン' })).toHaveCount(0)
})

test('[MED-12] an infusion is started and runs slower', async () => {
  const at = driver(page)
  await act('乳酸リンゲル', '与薬する')
  await page.getByRole('heading', { name: '投与するもの' }).waitFor()
  await byTwo()
  await confirm()
  await expect(page.getByText('80 mL/時').first()).toBeVisible()
  await act('乳酸リンゲル', '変更・終了')
  await at.choose('すること', 1)
  await at.write('速度', '40')
  await pick('速度の単位', 'mL/h')
  await confirm()
  await expect(page.getByRole('tabpanel').getByText('40 mL/時')).toBeVisible()
})

test('[MED-18] while it runs its start is corrected, and the slower rate goes along', async () => {
  const at = driver(page)
  const corrects = page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: '乳酸リンゲル' }).getByRole('button', { name: '訂正する' })
  await corrects.focus()
  await at.press('Enter')
  await page.getByRole('heading', { name: '投与するもの' }).waitFor()
  await at.write('部位', '左前腕')
  await at.write('訂正の理由', '部位の書き誤り')
  await at.write('2人目', second.staffNumber)
  await confirm()
  await expect(page.getByRole('heading', { name: '持続中の点滴' })).toBeVisible()
  await expect(page.getByRole('tabpanel').getByText('40 mL/時')).toHaveCount(1)
  await expect(corrects).toHaveCount(1)
})

test('[MED-12] the corrected infusion ends with what went in and what was left', async () => {
  const at = driver(page)
  await act('乳酸リンゲル', '変更・終了')
  await page.getByRole('radio', { name: '終了' }).focus()
  await at.press('Space')
  await at.write('入った量', '480')
  await at.write('残量廃棄', '20')
  await confirm()
  await expect(page.getByRole('heading', { name: '持続中の点滴' })).toHaveCount(0)
})

test('[MED-16] a narcotic comes into the safe by two, is given, and the book has one less', async () => {
  const at = driver(page)
  await at.push('その他')
  await at.push('麻薬・向精神薬の帳簿')
  await at.choose('種別', 1)
  await at.write('薬剤名', 'モルヒネ塩酸塩注10mg')
  await at.write('量', '5')
  await pick('単位', 'ampoule')
  await at.write('2人目', second.staffNumber)
  await confirm()
  await expect(page.getByRole('listitem').filter({ hasText: 'モルヒネ' }).getByText('5', { exact: true })).toBeVisible()
  await openChart('Alt+3')
  await act('モルヒネ', '与薬する')
  await page.getByRole('heading', { name: '投与するもの' }).waitFor()
  await expect(page.getByText('この後の残 4 アンプル')).toBeVisible()
  await byTwo()
  await confirm()
})

test('[MED-3] a dose is corrected with a note of why, and the chart keeps both', async () => {
  const at = driver(page)
  await act('セフトリアキソン', '訂正する')
  await page.getByRole('heading', { name: '投与するもの' }).waitFor()
  await at.write('部位', '右前腕')
  await at.write('訂正の理由', '部位の書き誤り')
  await at.write('2人目', second.staffNumber)
  await confirm()
  await at.press('Alt+1')
  const course = page.getByRole('region', { name: '経過', exact: true })
  await expect(course.getByText('右前腕', { exact: false }).first()).toBeVisible()
  await expect(course.getByText('部位の書き誤り').first()).toBeVisible()
  await expect(course.getByText('速度変更', { exact: false }).first()).toBeVisible()
  await expect(course.getByText('未投与', { exact: false }).first()).toBeVisible()
  expect(shown.complaints).toEqual([])
})
