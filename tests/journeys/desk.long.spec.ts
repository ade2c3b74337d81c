import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { lateKeyMs } from '#renderer/ui/wedge.ts'
import { newIdentity } from '#renderer/vault/age-file.ts'
import { driver } from '../demo/drive.ts'
import { beginDesk, doneWith, hana, inFront, introduce, jiro, matchAll, takeIn, takesOver, type Clerk } from './at-desk.ts'
import { aPlace, lockWith, show, type Place, type Shown } from './station.ts'
import { aWardExport } from './ward-export.ts'

/** Four hundred records of two wards, two people, two desks: by turns at one, apart at two, with locks and a kill between. By keyboard. */
test.describe.configure({ mode: 'serial' })

const notes = 198
const patients = 2
/** Each ward's registrations are records, too. */
const each = notes + patients
/** Of the first ward those that the second person typed at the first desk. */
const own = 11

let officer: Awaited<ReturnType<typeof newIdentity>>
let wards: readonly (readonly string[])[]
let room: Place
type Desk = { place: Place; shown: Shown; page: Page; restartCode: string }
const desks: Desk[] = []
const complaints: string[] = []
/** Presses that a person makes, from "go on" to the end. */
let presses = 0

test.beforeAll(async () => {
  test.setTimeout(240_000)
  officer = await newIdentity()
  room = await aPlace()
  const of = (letters: string, ward: string, n: number) => aWardExport(join(room.exportTo, letters), { letters, ward, realm: 'demo', officer: officer.recipient, patients, notes, n })
  wards = [await of('HK', '5階東', 11), await of('MR', '3階西', 12)]
})
test.afterAll(async () => {
  for (const { shown, place } of desks) {
    await shown.app.close().catch(() => undefined) // one that was killed is gone
    await place.drop()
  }
  await room.drop()
})

async function aDesk(name: string, letters: string, clerk: Clerk): Promise<Desk> {
  const place = { ...(await aPlace()), exportTo: room.exportTo }
  const shown = await show(place)
  const restartCode = await beginDesk(shown.page, officer.identity, { desk: name, letters, clerk })
  const desk: Desk = { place, shown, page: shown.page, restartCode }
  desks.push(desk)
  for (const [at, files] of wards.entries()) await takeIn(desk.page, files, officer.identity, new RegExp(`${['HK', 'MR'][at]} .*新しく ${each}件`))
  return desk
}

async function filterWard(page: Page, letters: string): Promise<void> {
  const select = page.getByLabel('病棟', { exact: true })
  await select.focus()
  await page.keyboard.type(letters)
  await expect(select).toHaveValue(letters)
}

/** Of one ward, from where this person left off. */
async function goOn(page: Page, letters: string): Promise<void> {
  await filterWard(page, letters)
  await driver(page).push('続きから始める')
  presses += 1
}

/** One key a record; the source of each, so that none comes twice. */
async function work(page: Page, what: '転記する記録' | '照合する記録', many: number, seen: Set<string>, isLast = false): Promise<void> {
  for (let n = 0; n < many; n += 1) {
    const source = await doneWith(page, what, isLast && n === many - 1)
    presses += 1
    expect(seen.has(source)).toBe(false)
    seen.add(source)
  }
}

async function unlock(page: Page, clerk: Clerk): Promise<void> {
  const at = driver(page)
  await at.sees('だれが使いますか')
  await page.getByRole('button', { name: clerk.name }).focus()
  await at.press('Enter')
  await at.write('PIN', clerk.pin)
  await at.press('Enter')
  await page.getByRole('tab', { name: /転記/ }).waitFor()
}

/** What this desk wrote, for the other one; taken in there under the code. */
async function exchange(from: Desk, to: Desk): Promise<void> {
  const giver = driver(from.page)
  const before = new Set(await readdir(room.exportTo))
  await giver.press('Alt+1')
  await giver.choose('何をしますか', 3)
  await giver.push('書き込む場所を選ぶ')
  await giver.sees('書き込む場所 ')
  await giver.press('Control+Enter')
  await giver.sees('読み返して確かめました')
  const code = await from.page.locator('[data-exchange-code]').innerText()
  await giver.push('紙に控えた')
  const written = (await readdir(room.exportTo)).find((name) => /^DWX_.*\.age$/.test(name) && !before.has(name))
  if (written === undefined) throw new Error('The file of the desk is there')
  expect((await stat(join(room.exportTo, written))).size).toBeGreaterThan(1000)
  const receiver = driver(to.page)
  await receiver.press('Alt+1')
  await receiver.choose('何をしますか', 2)
  await to.page.locator('input[type=file]').first().setInputFiles([join(room.exportTo, written)])
  await to.page.locator('fieldset input').first().focus()
  await to.page.keyboard.type(code.replaceAll('-', ''), { delay: 60 })
  await to.page.waitForTimeout(lateKeyMs + 50)
  await receiver.press('Control+Enter')
  await receiver.sees(/新しく \d+件を取り込み、保存しました/)
}

async function left(page: Page, check: string): Promise<string> {
  const at = driver(page)
  await at.press('Alt+4')
  await at.sees('点検（すべて 0 か、名前つき）')
  return page.getByRole('row').filter({ hasText: check }).getByRole('cell').first().innerText()
}

const typed = new Set<string>()
const checked = new Set<string>()

test('[DESK-8] what two people decided at one desk is known at the other', async () => {
  test.setTimeout(300_000)
  const one = await aDesk('机 1', 'RX', hana)
  await introduce(one.page, jiro)
  await takesOver(one.page, hana)
  await matchAll(one.page, jiro, 2 * patients)
  const two = await aDesk('机 2', 'RY', jiro)
  await introduce(two.page, hana)
  await takesOver(two.page, jiro)
  await exchange(one, two)
  await driver(two.page).press('Alt+2')
  await driver(two.page).sees('未決定 0名／4名')
})

test('[DESK-11] by turns at one desk, through a lock, a kill and a change of person, everybody finds the record they had begun', async () => {
  test.setTimeout(600_000)
  const [one] = desks as [Desk]
  let at = driver(one.page)
  await at.press('Alt+3')
  await goOn(one.page, 'HK')
  await work(one.page, '転記する記録', 40, typed)
  const atLock = await inFront(one.page, '転記する記録')
  one.page = await lockWith(one.shown.app, one.page)
  await unlock(one.page, hana)
  expect(await inFront(one.page, '転記する記録')).toBe(atLock)
  // The power goes.
  one.shown.app.process().kill('SIGKILL')
  await one.shown.app.close().catch(() => undefined) // it is gone
  one.shown = await show(one.place)
  one.page = one.shown.page
  at = driver(one.page)
  await at.sees('再開コードを打ってください')
  await at.write('自分の職員番号', hana.staffNumber)
  await one.page.locator('fieldset input').first().focus()
  await one.page.keyboard.type(one.restartCode.replaceAll('-', ''), { delay: 60 })
  await one.page.waitForTimeout(lateKeyMs + 50)
  await at.press('Control+Enter')
  await at.sees('使う人はだれですか')
  await at.write('氏名', hana.name)
  await at.choose('職種', 6)
  await at.write('自分のPIN', hana.pin)
  await at.write('もう一度', hana.pin)
  await at.press('Control+Enter')
  await one.page.getByRole('tab', { name: /転記/ }).waitFor()
  expect(await inFront(one.page, '転記する記録')).toBe(atLock)
  await introduce(one.page, jiro)
  await driver(one.page).press('Alt+3')
  await goOn(one.page, 'HK')
  const jiros = await inFront(one.page, '転記する記録')
  expect(jiros).not.toBe(atLock)
  await work(one.page, '転記する記録', 10, typed)
  const jirosNext = await inFront(one.page, '転記する記録')
  await takesOver(one.page, hana)
  expect(await inFront(one.page, '転記する記録')).toBe(atLock)
  await goOn(one.page, 'HK')
  await work(one.page, '転記する記録', each - 40 - own, typed)
  await takesOver(one.page, jiro)
  expect(await inFront(one.page, '転記する記録')).toBe(jirosNext)
  await goOn(one.page, 'HK')
  await work(one.page, '転記する記録', 1, typed, true)
  expect(typed.size).toBe(each)
})

test('[REC-20] the other desk types the other ward meanwhile, with one key a record', async () => {
  test.setTimeout(600_000)
  const [, two] = desks as [Desk, Desk]
  const at = driver(two.page)
  await at.press('Alt+3')
  await goOn(two.page, 'MR')
  await work(two.page, '転記する記録', each, typed, true)
  expect(typed.size).toBe(2 * each)
  expect(presses).toBeLessThanOrEqual(2 * each + 10)
})

test('[DESK-9] after the exchange both desks say the same, and each checks what the other person typed', async () => {
  test.setTimeout(900_000)
  const [one, two] = desks as [Desk, Desk]
  await exchange(two, one)
  await exchange(one, two)
  for (const { page } of desks) expect(await left(page, '転記していない記録')).toBe('0')
  // At the second desk hana checks what jiro typed there; at the first jiro, who is at work there, what hana typed.
  await takesOver(two.page, hana)
  for (const { page } of desks) {
    await driver(page).press('Alt+3')
    await driver(page).choose('作業', 2)
  }
  await goOn(two.page, 'MR')
  await work(two.page, '照合する記録', each, checked, true)
  await goOn(one.page, 'HK')
  await work(one.page, '照合する記録', each - own - 1, checked)
  await inFront(one.page, '照合する記録')
  await driver(one.page).press('Enter')
  await driver(one.page).sees('自分が打った記録は、別の人が照合します')
  await exchange(one, two)
  await exchange(two, one)
  await exchange(two, one)
  const counts = await Promise.all(desks.map(({ page }) => left(page, 'まだ照合していない記録')))
  expect(counts).toEqual([String(own), String(own)])
  expect([...complaints, ...desks.flatMap(({ shown }) => shown.complaints)]).toEqual([])
})
