import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type { AgeRecipient } from '#domain/access/keys.ts'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { createStationKey } from '#electron/node/signing-key.ts'
import { newIdentity, recipientOf } from '#renderer/vault/age-file.ts'
import { driver } from '../demo/drive.ts'
import { exportAll, note, openEnvelope, register, signAll } from '../demo/steps.ts'
import { beginDesk, deskPassphrase, doneWith, hana, introduce, jiro, matchAll, takeIn, takesOver } from './at-desk.ts'
import { archiveTwice, checksButMedia, eraseByTwo } from './closing-steps.ts'
import { aPlace, aSealedStation, lockWith, show, type Place, type Shown } from './station.ts'
import { aWardExport } from './ward-export.ts'

/** The records office: the exports of two wards at one desk, matched, typed by one and checked by another. By keyboard. */
test.describe.configure({ mode: 'serial' })

let officer: { readonly identity: string; readonly recipient: AgeRecipient }
let desk: Place
let shown: Shown
let page: Page
let east: readonly string[]
let west: readonly string[]
let sticks: string
const eastKey = createStationKey()
/** A grey square of eight dots. */
const aPicture = Buffer.from('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AH//Z', 'base64')
/** Records of both wards that are to be typed. */
const records = 4 + 4

test.beforeAll(async () => {
  test.setTimeout(240_000)
  const ward = await aSealedStation()
  const pair = await recipientOf(ward.officer)
  if (!pair.ok) throw new Error('The officer of the arrangement')
  officer = pair.value
  const at = await show(ward)
  await openEnvelope(at.page, 1, ward.codes[0] ?? '')
  await register(at.page, { family: '架空', given: '花子', familyKana: 'カクウ', givenKana: 'ハナコ', birth: 's25.3.4', bed: '301' })
  await driver(at.page).press('Enter')
  await at.page.locator('[data-vital="temperatureC"]').waitFor()
  await note(at.page, '3階西の記録。夜間よく眠れた。')
  await note(at.page, '3階西の記録。意識清明。')
  await note(at.page, '3階西の記録。疼痛なし。')
  await exportAll(at.page)
  await at.app.close()
  sticks = ward.exportTo
  west = (await readdir(ward.exportTo)).filter((name) => /^DWW_.*\.zip\.age/.test(name)).toSorted().map((name) => join(ward.exportTo, name))
  east = await aWardExport(join(sticks, 'east'), { letters: 'HK', ward: '5階東', realm: 'demo', officer: officer.recipient, patients: 1, notes: 2, n: 1, key: eastKey, photo: aPicture })
  desk = await aPlace()
  shown = await show(desk)
  page = shown.page
})
test.afterAll(async () => {
  await shown.app.close().catch(() => undefined) // a step may have closed it
  await desk.drop()
})

test('[DESK-12] a desk is begun in one short flow, and every screen says that it is one', async () => {
  test.setTimeout(120_000)
  const at = driver(page)
  await beginDesk(page, officer.identity, { desk: '診療情報管理室 1', letters: 'RX' })
  await at.sees('病棟の端末ではありません')
  await expect(page).toHaveTitle(/記録室の机/)
  for (const name of ['病棟', '患者登録', 'クロノロジー']) await expect(page.getByRole('navigation').getByRole('button', { name, exact: false })).toHaveCount(0)
  await at.push('その他')
  await expect(page.getByRole('button', { name: 'いつ誰に' })).toHaveCount(0)
  await at.press('F2')
  await at.sees('まだ取り込んでいません')
  await introduce(page, jiro)
  await takesOver(page, hana)
  expect(await page.locator('body').innerText()).not.toContain(officer.identity)
})

test('[DESK-3] two wards come in with the officer’s key, and the same export again adds nothing', async () => {
  test.setTimeout(120_000)
  const at = driver(page)
  await at.press('Alt+1')
  await takeIn(page, west, officer.identity, /AF 3階西：新しく \d+件/)
  await takeIn(page, west, officer.identity, /AF 3階西：新しく 0件を取り込み/)
  await takeIn(page, east, officer.identity, /HK 5階東：新しく 4件/)
  await takeIn(page, east, officer.identity, /HK 5階東：新しく 0件を取り込み、保存しました。4件は前から/)
  const table = page.getByRole('table').first()
  await expect(table.getByRole('row')).toHaveCount(3)
  await expect(table).toContainText('5階東')
  await expect(page.getByLabel('復旧責任者の鍵')).toHaveValue('')
})

test('[DESK-5] another station with the same letters is refused with both wards named', async () => {
  const twin = await aWardExport(join(sticks, 'twin'), { letters: 'HK', ward: '南館2階', realm: 'demo', officer: officer.recipient, patients: 1, notes: 1, n: 2 })
  await takeIn(page, twin, officer.identity, '端末の文字 HK が、5階東 と 南館2階 の2台にあります')
  await expect(page.getByRole('table').first()).not.toContainText('南館2階')
})

test('[DESK-4] what is damaged, foreign, of another realm or not opened by the key is refused with a sentence each', async () => {
  test.setTimeout(120_000)
  const [age = '', minisig = ''] = east
  const bytes = await readFile(age)
  const damaged = join(sticks, 'DWW_damaged.zip.age')
  await writeFile(damaged, Buffer.from(bytes.map((byte, at) => (at === bytes.length - 2000 ? byte ^ 1 : byte))))
  await writeFile(`${damaged}.minisig`, await readFile(minisig))
  await takeIn(page, [damaged, `${damaged}.minisig`], officer.identity, 'ファイルが壊れています')
  await takeIn(page, [damaged], officer.identity, 'ファイルが壊れています')
  await takeIn(page, [age, west[1] ?? ''], officer.identity, 'ファイルが壊れています')
  await takeIn(page, [age, minisig], (await newIdentity()).identity, 'この鍵では開きません')
  await takeIn(page, [age, minisig], 'AGE-SECRET-KEY-1', '復旧責任者の鍵の形ではありません')
  const plain = join(sticks, 'list.age')
  await writeFile(plain, '患者番号,氏名\n')
  await takeIn(page, [plain], officer.identity, '病棟の書き出しではありません')
  const real = await aWardExport(join(sticks, 'real'), { letters: 'MM', ward: '西4', realm: 'real', officer: officer.recipient, patients: 1, notes: 1, n: 3 })
  await takeIn(page, real, officer.identity, '訓練・見本と本番の記録は混ぜられません')
  await expect(page.getByRole('table').first().getByRole('row')).toHaveCount(3)
})

test('[DESK-6] the same record with another content is listed with both, and nothing is replaced', async () => {
  const asked = { letters: 'HK', ward: '5階東', realm: 'demo', officer: officer.recipient, patients: 1, notes: 2, n: 1, says: '別の話' } as const
  await takeIn(page, await aWardExport(join(sticks, 'forged'), asked), officer.identity, 'HK の前の書き出しとは別の鍵で署名されています')
  await takeIn(page, await aWardExport(join(sticks, 'changed'), { ...asked, key: eastKey }), officer.identity, 'HK 5階東：新しく 0件')
  const at = driver(page)
  await at.sees('同じ記録で内容が違うもの　2')
  await at.sees('5階東 の記録 1。')
  await at.sees('別の話 の記録 1。')
  await at.push('一覧をコピーする')
  await at.sees('コピーしました')
  expect(await shown.app.evaluate(({ clipboard }) => clipboard.readText())).toContain('別の話 の記録 2。')
})

test('[DESK-3] [DESK-12] both wards’ patients are matched and their records typed, with the ward beside each, and a sheet of paper from its photograph', async () => {
  test.setTimeout(120_000)
  const at = driver(page)
  await matchAll(page, jiro, 2)
  await at.press('Alt+3')
  await at.push('続きから始める')
  const wards = new Set<string>()
  const pictures: number[][] = []
  for (let n = 0; n < records; n += 1) {
    const view = page.getByRole('group', { name: '転記する記録' })
    if ((await view.getByText('指示の紙').count()) > 0) pictures.push(await view.getByRole('img', { name: /写真：紙の記録/ }).evaluate((img: HTMLImageElement) => img.decode().then(() => [img.naturalWidth, img.naturalHeight])))
    wards.add((await view.getByText('書いた病棟').first().innerText()).trim())
    await doneWith(page, '転記する記録', n === records - 1)
  }
  expect([...wards].toSorted()).toEqual(['書いた病棟 AF 3階西', '書いた病棟 HK 5階東'])
  expect(pictures).toEqual([[8, 8]])
})

test('[DESK-11] after a lock the other person comes in, checks with one key each, and the checks lead to nothing of care', async () => {
  test.setTimeout(120_000)
  page = await lockWith(shown.app, page)
  const at = driver(page)
  await at.sees('だれが使いますか')
  await at.sees('病棟の端末ではありません')
  await page.getByRole('button', { name: jiro.name }).focus()
  await at.press('Enter')
  await at.write('PIN', jiro.pin)
  await at.press('Enter')
  await page.getByRole('tab', { name: /転記/ }).waitFor()
  await at.choose('作業', 2)
  await at.push('続きから始める')
  for (let n = 0; n < records; n += 1) await doneWith(page, '照合する記録', n === records - 1)
  await at.press('Alt+4')
  await at.sees('点検（すべて 0 か、名前つき）')
  await expect(page.getByRole('row').filter({ hasText: '転記していない記録' })).toContainText('0')
  expect(shown.complaints).toEqual([])
})

test('[DESK-13] the desk is archived twice, closed, and erased by two like a ward', async () => {
  test.setTimeout(240_000)
  const at = driver(page)
  await signAll(page, checksButMedia)
  await at.press('Alt+5')
  await archiveTwice(page, desk.exportTo)
  await at.sees('点検はすべて片付いたか、署名されています')
  const next = shown.app.waitForEvent('window')
  await at.push('この非常時を閉じる')
  await page.getByRole('alertdialog').waitFor()
  await at.leave('Control+Enter')
  page = await next
  await driver(page).sees('この机の照合は終わりました')
  for (const ward of ['封筒の置き場所', '決めごと']) await expect(page.getByRole('button', { name: ward })).toHaveCount(0)
  await eraseByTwo(page, desk.exportTo, { maintainer: { staffNumber: hana.staffNumber, passphrase: deskPassphrase }, keeper: jiro.staffNumber, officer: officer.identity })
  expect(await nodeDisk().tree(join(desk.data, 'incidents'))).toEqual([])
  expect(shown.complaints).toEqual([])
})
