import { expect, test, type Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'
import { changeTo, openEnvelope, opener, register } from '../demo/steps.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'

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
  await introduce(relief, 2)
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
  await badge(opener.staffNumber)
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
  expect(shown.complaints).toEqual([])
})

async function openFirstChart(): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor()
}

/** As a reader types: all keys at once, wherever the focus is. */
async function badge(code: string): Promise<void> {
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}
