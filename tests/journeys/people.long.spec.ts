import { expect, test, type Locator, type Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'
import { changeTo, note, openEnvelope, opener, register, unlock, vitalSigns } from '../demo/steps.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'
import { scans } from './wedge.ts'

/** Many hands at one PC: who they are is known, and whatever was done at once because care came first is settled later. */
test.describe.configure({ mode: 'serial' })

let station: SealedStation
let shown: Shown
let page: Page
const relief = { name: '応援 はな', staffNumber: 'R-001', pin: '730915' } as const
const clerk = { name: '事務 葉子', staffNumber: 'J-0404', pin: '518207' } as const

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

async function introduce({ name, staffNumber, pin }: typeof relief | typeof clerk, profession: number): Promise<void> {
  const at = driver(page)
  await at.press('Alt+K')
  await at.push('はじめての人を登録する')
  await at.sees('新しい記録者を登録します')
  await at.write('氏名', name)
  if (staffNumber !== relief.staffNumber) await at.write('自分の職員番号', staffNumber)
  await at.choose('職種', profession)
  await at.write('自分のPIN', pin)
  await at.write('もう一度', pin)
}

test('[MHLW-15] relief staff without a number are vouched for, given one and at work under their own name', async () => {
  const at = driver(page)
  await introduce(relief, 1)
  await at.write('所属', '架空市民病院')
  await at.press('Control+Enter')
  await at.sees('この番号を覚えてください')
  await expect(page.getByText(relief.staffNumber)).toBeVisible()
  await at.press('Enter')
  await page.getByRole('button', { name: relief.name }).waitFor()
  await introduce(clerk, 6)
  await at.press('Control+Enter')
  await page.getByRole('button', { name: clerk.name }).waitFor()
})

test('[PEOPLE-3] from a half-written note to the next person in two acts and three seconds, and back to the same note', async () => {
  const at = driver(page)
  await changeTo(page, relief)
  await register(page, { features: '70代くらい、白髪、杖', bed: '301' })
  await at.press('Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor()
  await at.write('看護記録を書く', '右前腕のガーゼに')
  await at.press('Alt+K')
  await at.sees('次はだれが書きますか')
  await page.keyboard.type(opener.staffNumber)
  await at.press('Enter')
  await page.keyboard.type(opener.pin)
  const began = performance.now()
  await at.press('Enter')
  await page.getByRole('button', { name: opener.name }).waitFor()
  await page.getByRole('button', { name: '患者を登録する' }).first().waitFor()
  const tookMs = Math.round(performance.now() - began)
  console.log(`[PEOPLE-3] from the last key of the PIN to the ward: ${tookMs} ms`)
  expect(tookMs).toBeLessThanOrEqual(3000)
  await changeTo(page, relief)
  await openFirstChart()
  await expect(page.getByRole('textbox', { name: '看護記録を書く' })).toHaveValue('右前腕のガーゼに')
})

test('[PEOPLE-1] a badge read in the middle of a note leaves the note alone and asks for the PIN', async () => {
  await page.getByRole('textbox', { name: '看護記録を書く' }).focus()
  await page.keyboard.press('Control+End')
  await scans(page, opener.staffNumber)
  await page.getByLabel(`${opener.name} のPIN`).waitFor()
  await expect(page.getByLabel(`${opener.name} のPIN`)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: '看護記録を書く' })).toHaveValue('右前腕のガーゼに')
})

test('[PEOPLE-6] a PIN stopped after five wrong tries is chosen anew by two others, who stand in the journal', async () => {
  const at = driver(page)
  await changeTo(page, opener)
  await at.press('Alt+K')
  await at.write('職員番号か氏名', clerk.staffNumber)
  await at.press('Enter')
  for (const left of ['あと4回', 'あと3回', 'あと2回', 'あと1回', '5回違ったので止めました']) {
    await at.write('PIN', '999000')
    await at.press('Enter')
    await at.sees(left)
  }
  await at.push('PINを決め直す')
  await at.sees('のPINを決め直します')
  await at.write('確かめる人 1 のPIN', opener.pin)
  await at.write('確かめる人 2 の職員番号', relief.staffNumber)
  await at.write('確かめる人 2 のPIN', relief.pin)
  await at.write('本人の新しいPIN', clerk.pin)
  await at.write('もう一度', clerk.pin)
  await at.press('Control+Enter')
  await at.sees('次はだれが書きますか')
  await at.press('Escape')
  await changeTo(page, clerk)
  await at.push('その他')
  await at.push('記録の検証と履歴')
  await at.sees('PINを決め直し')
  const rows = await page.getByRole('row').allInnerTexts()
  expect(rows.some((row) => row.includes('PINを決め直し') && row.includes(clerk.staffNumber) && row.includes(opener.staffNumber) && row.includes(relief.staffNumber))).toBe(true)
  await at.press('F2')
})

test('[MHLW-7] outside their usual duties somebody is asked why, in a hurry saves all the same, and says it later', async () => {
  const at = driver(page)
  await openFirstChart()
  await expect(page.getByRole('radiogroup', { name: '事務の通常の業務の外です' })).toBeVisible()
  await vitalSigns(page, ['36.8', '92', '118', '70', '18', '97', '', '0'])
  await expect(page.getByText('通常の業務の外：急ぐ（理由はあとで）').first()).toBeVisible()
  await at.push('その他')
  await at.push('承認と確認（2件）')
  await itemOf('業務の外・理由なし').press('Enter')
  await at.choose('事務の通常の業務の外です', 2)
  await at.press('Control+Enter')
  await expect(itemOf('業務の外・理由なし')).toHaveCount(0)
  await at.press('F2')
  await openFirstChart()
  await expect(page.getByText('通常の業務の外：ほかに書ける人がいない').first()).toBeVisible()
  await at.push('その他')
  await at.push('記録の検証と履歴')
  await page.getByRole('tab', { name: '業務の外' }).press('Enter')
  await expect(page.getByRole('row').filter({ hasText: clerk.name }).filter({ hasText: 'ほかに書ける人がいない' })).toBeVisible()
  await at.press('F2')
})

test('[PEOPLE-8] what somebody left half-written is seen and taken over by an act, and the owner is told', async () => {
  const at = driver(page)
  await changeTo(page, opener)
  await openFirstChart()
  await expect(page.getByText(new RegExp(`書きかけの看護記録：${relief.name}`))).toBeVisible()
  await expect(page.getByRole('textbox', { name: '看護記録を書く' })).toHaveValue('')
  await at.push('引き継いで書く')
  await expect(page.getByRole('textbox', { name: '看護記録を書く' })).toHaveValue('右前腕のガーゼに')
  await at.push('代行で書く')
  await at.write('だれの代わりですか', relief.staffNumber)
  await at.press('Enter')
  await at.sees(`代行：${relief.name} の代わりに書きます`)
  await note(page, '右前腕のガーゼに滲出液なし。')
  await expect(page.getByText('未承認').first()).toBeVisible()
  await expect(page.getByText('代わりに書きます')).toHaveCount(0)
})

test('[MHLW-15] a proxy entry is approved by the person it was written for, and what one did alone is confirmed by another', async () => {
  const at = driver(page)
  await at.push('その他')
  await at.push('承認と確認（2件）')
  await itemOf('代行・未承認').press('Enter')
  await at.sees('右前腕のガーゼに滲出液なし。')
  await expect(page.getByRole('button', { name: `自分の記録として承認する（${relief.name} に交代する）` })).toBeDisabled()
  await changeTo(page, relief)
  await expect(page.getByText(`あなたの書きかけの看護記録は、${opener.name}が`)).toBeVisible()
  await at.push('読んだ')
  await at.push('その他')
  await at.push('承認と確認（2件）')
  await itemOf('代行・未承認').press('Enter')
  await at.sees('右前腕のガーゼに滲出液なし。')
  await expect(page.getByRole('button', { name: /自分の記録として承認する(?!（)/ })).toBeEnabled()
  await at.press('Control+Enter')
  await itemOf('1人で実施').press('Enter')
  await expect(page.getByRole('button', { name: /2人目として確認した(?!（)/ })).toBeEnabled()
  await at.press('Control+Enter')
  await at.sees('待っているものはありません')
  await at.press('F2')
  await openFirstChart()
  await expect(page.getByText(/ 承認/).first()).toBeVisible()
  await expect(page.getByText('未承認')).toHaveCount(0)
})

test('[PEOPLE-9] untouched for the minutes of the plan the station locks itself, and what was half-written is kept', async () => {
  const at = driver(page)
  await page.clock.install()
  await at.write('看護記録を書く', '呼吸は楽')
  await at.press('Shift')
  await page.clock.fastForward(3 * 60_000 - 2_000)
  await expect(page.getByRole('textbox', { name: '看護記録を書く' })).toBeVisible()
  const next = shown.app.waitForEvent('window')
  await page.clock.fastForward(4_000)
  page = await next
  await unlock(page, relief)
  await openFirstChart()
  await expect(page.getByRole('textbox', { name: '看護記録を書く' })).toHaveValue('呼吸は楽')
  expect(shown.complaints).toEqual([])
})

function itemOf(why: string): Locator {
  return page.getByRole('listitem').filter({ hasText: why }).getByRole('button')
}

async function openFirstChart(): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor()
}
