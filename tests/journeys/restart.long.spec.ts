import { betweenKeysMs } from '#renderer/ui/wedge.ts'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { makeRestartCode } from '#domain/access/code.ts'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { publicEvents } from '#electron/node/station/public-events.ts'
import { driver } from '../demo/drive.ts'
import { openEnvelope, opener, register, unlock } from '../demo/steps.ts'
import { aSealedStation, lockWith, show, type SealedStation, type Shown } from './station.ts'

/** The power goes, and with it every PIN. What is left is paper: a shift leader's restart code, and the other envelopes. */
test.describe.configure({ mode: 'serial' })

let station: SealedStation
let shown: Shown
let page: Page
let restartCode = ''
let number = ''
const leader = { name: '仮谷 和子', staffNumber: 'N-0207', pin: '830164' } as const
const joiner = { name: '試野 健', staffNumber: 'D-0031', pin: '559021' } as const
const newcomer = { name: '見学 さくら', staffNumber: 'N-0330', pin: '417702' } as const
const complaints: string[] = []

test.beforeAll(async () => {
  station = await aSealedStation('real')
  shown = await show(station)
  page = shown.page
})
test.afterAll(async () => {
  await shown.app.close()
  await station.drop()
})

/** The program ends and is started again, as after a power cut: main's memory is gone. */
async function restart(): Promise<void> {
  await shown.app.close()
  complaints.push(...shown.complaints)
  shown = await show(station)
  page = shown.page
}

test('[UI-10] the restart code is shown once, is no good before it is on paper, and leaving it out is said in a sentence', async () => {
  restartCode = await openEnvelope(page, 1, station.codes[0] ?? '', async (name) => {
    if (name !== 'open-restart') return
    await expect(page.getByText('作らないと、再起動のあとに封筒のコードがもう一度要ります。')).toBeVisible()
    await expect(page.getByRole('button', { name: '病棟をはじめる（控えたら印を付ける）' })).toBeDisabled()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('再開コードを紙に書き写してください')).toBeVisible()
  })
  expect(restartCode).toMatch(/^[0-9A-Z]{6}-[0-9A-Z]{6}$/)
  await expect(page.getByText(restartCode.slice(0, 6))).toHaveCount(0)
  number = await register(page, { features: '70代くらい、白髪、杖', bed: '301' })
})

test('[UI-9] after a restart no PIN is asked for, and a wrong restart code only slows down', async () => {
  await restart()
  const at = driver(page)
  await at.sees('再開コードを打ってください')
  await expect(page.getByText('PINは使えません').first()).toBeVisible()
  await expect(page.getByText(number)).toHaveCount(0)
  await at.write('自分の職員番号', leader.staffNumber)
  const wrong = makeRestartCode({ random: (length) => new Uint8Array(length) })
  await watchWaits()
  const message = page.getByText('この再開コードでは開きません')
  for (const _ of [1, 2, 3]) {
    await typeRestartCode(wrong)
    await expect(page.getByRole('button', { name: /^解錠する(?!（)/ })).toBeEnabled()
    await at.press('Control+Enter')
    await expect(page.getByRole('button', { name: '解錠する（確かめています…）' }).or(message)).toBeVisible()
    await message.waitFor()
    await expect(page.getByText('締め出されることはありません').first()).toBeVisible()
  }
  // Counted from the try, so the first second or two may be over when the answer comes; the third wait is four.
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['waits'] ?? '')).toMatch(/<[1-4]>/)
})

test('[UI-9] the restart code opens the ward, and whoever holds it says who they are before anything is written', async () => {
  const at = driver(page)
  await typeRestartCode(restartCode)
  await expect(page.getByRole('button', { name: /^解錠する(?!（)/ })).toBeEnabled()
  await at.press('Control+Enter')
  await at.sees('再開コードで開きました。使う人はだれですか')
  await expect(page.getByText(number)).toHaveCount(0)
  await expect(page.getByRole('button', { name: '病棟に戻る（氏名を入れる）' })).toBeDisabled()
  await page.keyboard.insertText(leader.name)
  await expect(page.getByLabel('自分の職員番号')).toHaveValue(leader.staffNumber)
  await at.choose('職種', 2)
  await at.write('自分のPIN', leader.pin)
  await at.write('もう一度', leader.pin)
  await at.press('Control+Enter')
  await page.getByRole('button', { name: '患者を登録する' }).first().waitFor()
  await expect(page.getByText(number).first()).toBeVisible()
  await expect(page.getByText(leader.name).first()).toBeVisible()
})

test('[GLASS-4] a program that was closed is not taken for one that was cut off', async () => {
  await expect(page.getByText('作り直し')).toHaveCount(0)
})

test('[UI-9] the PIN chosen there brings the same person back after a lock', async () => {
  page = await lockWith(shown.app, page)
  await expect(page.getByRole('button', { name: opener.name })).toHaveCount(0)
  await unlock(page, leader)
  await expect(page.getByText(number).first()).toBeVisible()
})

test('[UI-11] a second envelope joins the running emergency and is asked only who opens it', async () => {
  await restart()
  const at = driver(page)
  await at.push('別の封筒を開ける')
  await at.sees('開ける人はだれですか')
  await expect(page.getByText('封印中に戻る')).toHaveCount(0)
  await expect(page.getByLabel('開けると判断した人')).toHaveCount(0)
  await at.write('氏名', joiner.name)
  await at.write('職員番号', joiner.staffNumber)
  await at.choose('職種', 1)
  await at.press('Control+Enter')
  await at.choose('封筒の番号', 2)
  await page.locator('fieldset input').first().focus()
  await page.keyboard.type((station.codes[1] ?? '').replaceAll('-', ''), { delay: 2 * betweenKeysMs })
  await at.press('Control+Enter')
  await at.sees('封印 2号 は破られました')
  await at.press('Control+Enter')
  await at.sees('自分のPINを決めてください')
  await at.write('PIN', joiner.pin)
  await at.write('もう一度', joiner.pin)
  await at.press('Control+Enter')
  await at.push('作らずに進む')
  await page.getByRole('button', { name: '患者を登録する' }).first().waitFor()
  await expect(page.getByText(number).first()).toBeVisible()
  await expect(page.getByText(/開封した封筒\s*2\s*\/\s*3/).first()).toBeVisible()
})

test('[UI-16] a newcomer is vouched for by whoever is at work, and comes back after a lock with a PIN of their own', async () => {
  const at = driver(page)
  await at.press('Alt+K')
  await at.push('はじめての人を登録する')
  await at.sees('新しい記録者を登録します')
  await at.write('氏名', newcomer.name)
  await at.write('自分の職員番号', joiner.staffNumber)
  await at.choose('職種', 2)
  await at.write('自分のPIN', newcomer.pin)
  await at.write('もう一度', newcomer.pin)
  await expect(page.getByText('登録済みの番号です')).toBeVisible()
  await at.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'この人に交代する（登録済みの番号）' })).toBeDisabled()
  await at.write('自分の職員番号', newcomer.staffNumber)
  await at.press('Control+Enter')
  await page.getByRole('button', { name: '患者を登録する' }).first().waitFor()
  await expect(page.getByRole('button', { name: newcomer.name })).toBeVisible()
  page = await lockWith(shown.app, page)
  await expect(page.getByRole('button', { name: joiner.name })).toBeVisible()
  await unlock(page, newcomer)
  await expect(page.getByText(number).first()).toBeVisible()
})

test('[UI-10] the audit names who holds a restart code and who came in with it', async () => {
  const at = driver(page)
  await at.push('その他')
  await at.push('記録の検証と履歴')
  await at.sees('再開コードを発行')
  const { events } = await publicEvents(nodeDisk(), join(station.data, 'station'), null, 100)
  expect(events.flatMap(({ event }) => (event.event === 'code-refused' ? [event.wrongInARow] : [])).toReversed()).toEqual([1, 2, 3])
  const rows = await page.getByRole('row').allInnerTexts()
  expect(rows.some((row) => row.includes('再開コードを発行') && row.includes(opener.staffNumber))).toBe(true)
  expect(rows.some((row) => row.includes('解錠') && row.includes('再開コード') && row.includes(leader.staffNumber))).toBe(true)
  expect([...complaints, ...shown.complaints]).toEqual([])
})

/** Every wait that was on the screen, however short: a second is gone before a slow machine looks. */
async function watchWaits(): Promise<void> {
  await page.evaluate(() => {
    const look = (): void => {
      const [, seconds] = /あと ?(\d+)秒/.exec(document.body.innerText) ?? []
      if (seconds !== undefined) document.documentElement.dataset['waits'] = `${document.documentElement.dataset['waits'] ?? ''}<${seconds}>`
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}

async function typeRestartCode(code: string): Promise<void> {
  const boxes = page.locator('fieldset input')
  for (const index of [1, 0]) {
    await boxes.nth(index).focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
  }
  await page.keyboard.type(code.replaceAll('-', ''), { delay: 2 * betweenKeysMs })
}
