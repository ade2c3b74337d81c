import { expect, test, type Page } from '@playwright/test'
import { lateKeyMs } from '#renderer/ui/wedge.ts'
import { openEnvelope, register } from '../demo/steps.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'
import { scans } from './wedge.ts'

/** A reader in the hand of somebody whose other hand is writing: the band says whose chart it is, and what was written stays as it was. */
test.describe.configure({ mode: 'serial' })

let station: SealedStation
let shown: Shown
let page: Page
let first = ''
let second = ''

test.beforeAll(async () => {
  station = await aSealedStation()
  shown = await show(station)
  page = shown.page
  await openEnvelope(page, 1, station.codes[0] ?? '')
  first = await register(page, { family: '架空', given: '花子', familyKana: 'カクウ', givenKana: 'ハナコ', birth: 's25.3.4', bed: '301' })
  await page.keyboard.press('Escape')
  second = await register(page, { features: '70代くらい、白髪、杖', bed: '302' })
  await page.keyboard.press('F5')
})
test.afterAll(async () => {
  await shown.app.close()
  await station.drop()
})

const noteBox = () => page.getByRole('textbox', { name: '看護記録を書く' })
const said = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text })

test('[SCAN-1] [SCAN-11] a band scanned over a half-written line opens its patient, and is said', async () => {
  const line = page.getByRole('textbox', { name: '内容' })
  await line.focus()
  await page.keyboard.insertText('自家発電は')
  await scans(page, first)
  await page.locator('[data-vital="temperatureC"]').waitFor()
  await expect(page.getByRole('region', { name: '患者' })).toContainText(first)
  await expect(said(`番号 ${first} を読み取り`)).toBeVisible()
})

test('[SCAN-1] [SCAN-12] the patient’s own band leaves the note as it was: text, cursor and what is kept of it', async () => {
  await noteBox().focus()
  await page.keyboard.insertText('ガーゼ交換、滲出液なし')
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowLeft')
  await scans(page, first)
  await expect(said('いま開いている患者です')).toBeVisible()
  await expect(noteBox()).toHaveValue('ガーゼ交換、滲出液なし')
  await page.keyboard.insertText('右の')
  await expect(noteBox()).toHaveValue('ガーゼ交換、右の滲出液なし')
})

test('[SCAN-1] nor does it land in what an input method is composing', async () => {
  await page.keyboard.press('Control+End')
  const method = await page.context().newCDPSession(page)
  const compose = (text: string): Promise<unknown> => method.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await compose('かんじ')
  // The input method takes every key for itself and composes on with it.
  await scans(page, first, 'input-method', (at) => compose(`かんじ${first.slice(0, at + 1)}`))
  await expect(said('いま開いている患者です')).toBeVisible()
  await expect(noteBox()).toHaveValue('ガーゼ交換、右の滲出液なしかんじ')
  await expect(noteBox()).toBeFocused()
  await page.keyboard.insertText('。')
  await expect(noteBox()).toHaveValue('ガーゼ交換、右の滲出液なしかんじ。')
  await method.detach()
})

test('[SCAN-2] over a choice no key of a scan chooses; what nobody knows stays typed in a box and is said by its length elsewhere', async () => {
  await scans(page, '4912345678904')
  await expect(noteBox()).toHaveValue('ガーゼ交換、右の滲出液なしかんじ。4912345678904\n')
  await page.getByRole('button', { name: '病棟 F2' }).or(page.getByRole('button', { name: /^病棟/ })).first().focus()
  await scans(page, '4912345678904')
  await expect(page.getByText('読み取ったコード（13文字）')).toBeVisible()
  await expect(page.getByRole('region', { name: '患者' })).toContainText(first)
})

test('[SCAN-12] another patient’s band over an open chart asks first, with the patient in full', async () => {
  await noteBox().focus()
  await scans(page, second)
  const asked = page.getByRole('status').filter({ hasText: '別の患者のバーコード' })
  await expect(asked).toContainText(second)
  await expect(page.getByRole('region', { name: '患者' })).toContainText(first)
  await page.getByRole('button', { name: 'この患者のカルテを開く' }).focus()
  await page.waitForTimeout(lateKeyMs + 50) // until then Enter may be the reader's own second line end
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: '患者' })).toContainText(second)
  await page.keyboard.press('F2')
  await scans(page, first.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)))
  await expect(page.getByText('検査数字が合いません')).toBeVisible()
  expect(shown.complaints).toEqual([])
})
