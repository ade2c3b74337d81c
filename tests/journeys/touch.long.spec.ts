import { expect, test, type Page } from '@playwright/test'
import { openEnvelope } from '../demo/steps.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'
import { finger, type Finger } from './touch.ts'

/** A tablet in a gloved hand: from the door to the bed and found again, without a key and without a mouse. Only the code of the envelope is typed. */
test.describe.configure({ mode: 'serial' })

let station: SealedStation
let shown: Shown
let page: Page
let hand: Finger
let number = ''

test.beforeAll(async () => {
  station = await aSealedStation('real')
  shown = await show(station)
  page = shown.page
  await openEnvelope(page, 1, station.codes[0] ?? '')
  hand = await finger(page)
})
test.afterAll(async () => {
  for (const { what, px } of hand.touched) console.log(`${px} px  ${what}`)
  await shown.app.close()
  await station.drop()
})

const banner = () => page.getByRole('region', { name: '患者' })
const button = (name: string | RegExp) => page.getByRole('button', { name }).first()
const radio = (group: RegExp, name: RegExp) => page.getByRole('radiogroup', { name: group }).getByRole('radio', { name })
const bedMap = () => page.getByRole('region', { name: 'ベッドマップ' })

test('[MASS-1] [UI-17] a casualty is registered with a colour by three touches of the form', async () => {
  await hand.tap(button('患者登録'))
  await hand.tap(button('続けて多数'))
  await expect(page.getByRole('radiogroup', { name: /区分/ })).toBeVisible()
  await hand.tap(radio(/区分/, /黄/))
  await expect(radio(/区分/, /黄/)).toBeChecked()
  await hand.tap(radio(/年齢/, /40/))
  await expect(radio(/年齢/, /40/)).toBeChecked()
  await hand.tap(button('登録して次の人へ'))
  const saved = page.getByRole('status').filter({ hasText: 'を保存しました' })
  await expect(saved).toBeVisible()
  number = /[DTS]-[A-Z]{2}-\d{5}-\d/.exec(await saved.innerText())?.[0] ?? ''
  await expect(radio(/区分/, /黄/)).not.toBeChecked()
  await hand.tap(button(number.slice(5)))
  await expect(banner()).toContainText(number)
  await expect(banner()).toContainText('黄')
})

test('[UI-17] the chart’s triage is answered and decided by touch', async () => {
  await hand.tap(button(/区分を決め直す/))
  for (const [question, answer] of [[/自力で歩けますか/, /いいえ/], [/^呼吸(?!数)/, /^あり/], [/^呼吸数/, /10〜29回/], [/橈骨動脈/, /触れる/], [/指示に従えますか/, /いいえ/]] as const) {
    await hand.tap(radio(question, answer))
    await expect(radio(question, answer)).toBeChecked()
  }
  await hand.tap(button(/目安のとおり決定する/))
  await expect(page.locator('[data-vital="temperatureC"]')).toBeVisible()
  await expect(banner()).toContainText('赤')
  await expect(page.getByText('START法').first()).toBeVisible()
})

test('[UI-17] a patient without a bed is laid into one on the bed map, and into another', async () => {
  await hand.tap(button(/^病棟/))
  for (const [from, to] of [['', '301'], ['301', '302']] as const) {
    const tile = bedMap().getByRole('button', { name: /◇/ })
    await hand.tap(tile)
    if (from === '') await expect(tile).toHaveAttribute('aria-pressed', 'true')
    await hand.tap(bedMap().getByRole('button', { name: new RegExp(`${to} へ`) }))
    await expect(page.getByText(`→ ${to} へ移します`)).toBeVisible()
    await hand.tap(button(/このベッドへ移す/))
    await expect(page.getByRole('row').filter({ hasText: number })).toContainText(to)
  }
})

test('[FIND-5] [UI-17] the patient is found by digits and opened by touch', async () => {
  await hand.tap(button(/^探す/))
  const box = page.getByRole('combobox')
  await hand.tap(box)
  await expect(box).toBeFocused()
  await page.keyboard.insertText(number.slice(5, 10)) // as the system's own on-screen keyboard puts it in
  const row = page.getByRole('row').filter({ hasText: number })
  await expect(row).toContainText('302')
  await hand.tap(row)
  await expect(banner()).toContainText(number)
  expect(shown.complaints).toEqual([])
})
