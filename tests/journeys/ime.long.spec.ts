import { expect, test, type CDPSession, type Locator, type Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'
import { openEnvelope, opener, register, vitalSigns, throughLadder } from '../demo/steps.ts'
import { aPlace, aSealedStation, lockWith, show, type SealedStation, type Shown } from './station.ts'

/** Japanese is written by converting: Enter takes a conversion and Esc gives it up. Neither is meant for the form. */
test.describe.configure({ mode: 'serial' })

let station: SealedStation
let shown: Shown
let page: Page

test.beforeAll(async () => {
  station = await aSealedStation()
  shown = await show(station)
  page = shown.page
})
test.afterAll(async () => {
  await shown.app.close()
  await station.drop()
})

/**
 * Converts a word in a box as an input method does: the browser composes, and the keys of the conversion arrive as real
 * key presses, with key code 229 (Windows, Linux) and with their own code while composing (some others).
 */
async function converts(box: Locator, reading = 'かんじ', word = '漢字'): Promise<void> {
  const keys: CDPSession = await page.context().newCDPSession(page)
  await box.focus()
  const before = await box.inputValue()
  const screen = await page.getByRole('heading', { level: 1 }).first().innerText()
  const question = await headings()
  for (const [key, code] of [['Enter', 13], ['Escape', 27]] as const) {
    await keys.send('Input.imeSetComposition', { text: reading, selectionStart: reading.length, selectionEnd: reading.length })
    await press(keys, 'Process', key, 229)
    await press(keys, key, key, code)
    await press(keys, key, key, 229)
    await expect(box).toBeFocused()
    expect(await headings()).toEqual(question)
    expect(await page.getByRole('heading', { level: 1 }).first().innerText()).toBe(screen)
    expect(await box.inputValue()).toContain(reading)
    await keys.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  }
  await keys.send('Input.imeSetComposition', { text: reading, selectionStart: reading.length, selectionEnd: reading.length })
  await keys.send('Input.insertText', { text: word })
  // Some input methods end the composition first and send the key that took it afterwards: only its code tells.
  await press(keys, 'Enter', 'Enter', 229)
  expect(await headings()).toEqual(question)
  await expect(box).toBeFocused()
  await expect(box).toHaveValue(before + word)
  await keys.detach()
}

async function press(keys: CDPSession, key: string, code: string, keyCode: number): Promise<void> {
  await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code, windowsVirtualKeyCode: keyCode, nativeVirtualKeyCode: keyCode })
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, windowsVirtualKeyCode: keyCode, nativeVirtualKeyCode: keyCode })
}

const headings = (): Promise<string[]> => page.getByRole('heading').allInnerTexts()
const box = (label: string | RegExp, within: Page | Locator = page): Locator => within.getByLabel(label).and(page.locator('input:not([type=radio]):not([type=checkbox]), textarea')).first()

test('[UI-5] the keys that were sent are those of an input method', async () => {
  await page.evaluate(() => {
    addEventListener('keydown', (event) => {
      // oxlint-disable-next-line typescript/no-deprecated -- key code 229 is what this test is about
      document.documentElement.dataset['keys'] = `${document.documentElement.dataset['keys'] ?? ''}${event.key} ${event.keyCode} ${String(event.isComposing)};`
    }, true)
  })
  const at = driver(page)
  await at.push('緊急開封へ進む')
  await throughLadder(at)
  await at.choose('何が起きていますか', 1)
  await converts(box('様子'))
  const seen = await page.evaluate(() => document.documentElement.dataset['keys'] ?? '')
  expect(seen).toContain('Process 229 true;')
  expect(seen).toContain('Enter 13 true;')
  expect(seen).toContain('Enter 229 true;')
  expect(seen).toContain('Enter 229 false;')
})

test('[UI-5] Enter that takes a conversion does not go on in the opening', async () => {
  const at = driver(page)
  await at.press('Control+Enter')
  for (const label of ['氏名', '開けると判断した人']) await converts(box(label))
  for (let step = 0; step < 3; step += 1) await at.press('Escape')
  await openEnvelope(page, 1, station.codes[0] ?? '')
})

test('[UI-5] nor does it register, nor leave the field', async () => {
  await page.keyboard.press('F3')
  for (const label of ['姓', '名', 'セイ', 'メイ', '生年月日', '床', '特徴・所持品']) await converts(box(new RegExp(`^${label}`)))
  await page.keyboard.press('Escape')
  await register(page, { family: '架空', given: '花子', familyKana: 'カクウ', givenKana: 'ハナコ', birth: '', bed: '301' })
  await page.keyboard.press('Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor()
})

test('[UI-5] nor save a note, a set of vital signs, an allergy or a strike', async () => {
  const at = driver(page)
  await vitalSigns(page, ['36.8', '', '', '', '', '', '', ''])
  for (const name of ['temperatureC', 'jcs', 'remark']) {
    await converts(page.locator(`[data-vital="${name}"]`))
    await page.locator(`[data-vital="${name}"]`).fill('')
  }
  await converts(box('測定時刻'))
  await box('測定時刻').fill('')
  await converts(page.getByRole('textbox', { name: '看護記録を書く' }))
  await converts(page.getByLabel('看護記録を書く').first().getByLabel('時刻'))
  await at.push(/確かめる/)
  const dialog = page.getByRole('alertdialog')
  await at.choose('確かめた結果', 3)
  for (const label of ['物質 1', '症状', '確かめた相手・資料']) await converts(box(label, dialog))
  await at.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await at.push(/取り消す/)
  await converts(box('理由', dialog))
  await at.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await expect(page.getByText('新しい順・2件')).toBeVisible()
})

test('[UI-5] nor choose the person at the lock, though one is left to choose', async () => {
  page = await lockWith(shown.app, page)
  await page.getByText('だれが使いますか').waitFor()
  await converts(box('職員番号か氏名'), 'みほん', '見本')
  await expect(page.getByRole('button', { name: opener.name })).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: opener.name })).toHaveAttribute('aria-pressed', 'true')
  expect(shown.complaints).toEqual([])
})

test('[UI-5] nor go on in set-up', async () => {
  const place = await aPlace()
  const fresh = await show(place)
  page = fresh.page
  const at = driver(page)
  await at.choose('この端末は、前に準備されていますか', 3)
  await at.press('Control+Enter')
  for (const label of ['病院名', '病棟名']) await converts(box(label))
  await fresh.app.close()
  await place.drop()
})
