import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { StationCard } from '#domain/station.ts'
import { beginSetUp, copyCode, placeAndSeal, proveCodes, sealer } from '../demo/steps.ts'
import { renewEnvelopes } from '../demo/way-back.ts'
import { driver } from '../demo/drive.ts'
import { aPlace, aSealedStation, show, type Place, type Shown } from './station.ts'

/** The accounts in ordinary times: how they are prepared, sealed, kept and looked after. One station, one story. */
test.describe.configure({ mode: 'serial' })

let place: Place
let shown: Shown
test.beforeAll(async () => {
  place = await aPlace()
  shown = await show(place)
})
test.afterAll(async () => {
  await shown.app.close().catch(() => undefined) // closed already when a test failed
  await place.drop()
})

const seen = (page: Page): Promise<string> => page.locator('main').innerText()

test('[MHLW-14] there is a procedure for managing the accounts: prepared, cut off by a power failure, and gone on with what is on paper', async () => {
  const officer = await beginSetUp(shown.page)
  const codes = new Map<number, string>()
  for (const number of [1, 2]) {
    await driver(shown.page).sees(`封筒 ${number}号のコード`)
    codes.set(number, await copyCode(shown.page))
  }
  await driver(shown.page).sees('封筒 3号のコード')
  shown.app.process().kill('SIGKILL')
  await shown.app.close().catch(() => undefined) // the power was cut
  shown = await show(place)
  const at = driver(shown.page)
  await at.sees('準備の途中です')
  expect(await seen(shown.page)).toMatch(/封筒 3号.*\n?.*無効になる/)
  await at.press('Control+Enter')
  await proveCodes(shown.page, officer, codes)
  await placeAndSeal(shown.page, [1, 2])
})

test('[MHLW-2] in normal times the emergency accounts are explicitly sealed: two envelopes with their places, and no patient', async () => {
  const text = await seen(shown.page)
  for (const word of ['封印中', '患者情報は表示できません', '看護部長室 金庫', '5階東 薬品庫', sealer.name, '3号']) expect(text).toContain(word)
  expect(await shown.page.getByRole('button', { name: /患者を登録/ }).count()).toBe(0)
})

test('[MHLW-14] each envelope has a place and a holder, and changing them leaves a trace', async () => {
  const at = driver(shown.page)
  await at.push('封筒の置き場所')
  await at.write('2号の保管場所', '3階 手術部 金庫')
  await at.write('氏名', '見本 花子')
  await at.write('職員番号', 'N-0207')
  await at.press('Control+Enter')
  await shown.page.getByRole('button', { name: '置き場所を保存する（変更なし）' }).waitFor()
  await at.press('Escape')
  await at.sees('3階 手術部 金庫')
  await at.push('監査記録')
  await at.sees('封筒の置き場所を変更')
  await at.press('Escape')
})

test('[MHLW-16] improper use in normal times is looked for: a broken envelope whose account was not used is a finding on record', async () => {
  const at = driver(shown.page)
  await at.push('封印点検を記録する')
  await at.write('氏名', '見本 花子')
  await at.write('職員番号', 'N-0207')
  await at.choose('封筒 1号', 2)
  await at.choose('封筒 2号', 1)
  await at.choose('試し刷り', 3)
  await at.choose('時計', 1)
  await at.press('Control+Enter')
  await at.sees('緊急開封へ進む')
  await at.sees(/見本 花子.*要確認/)
  await at.push('監査記録')
  await at.sees(/封印点検/)
  await at.press('Escape')
  expect(shown.complaints).toEqual([])
})

test('[MHLW-5] [CEREM-7] after an emergency was closed new accounts take the place of the old ones, with numbers never used before', async () => {
  const closed = await aSealedStation()
  const path = join(closed.data, 'station.json')
  const card = StationCard.parse(JSON.parse(await readFile(path, 'utf8')))
  await writeFile(path, JSON.stringify({ ...card, phase: 'closed', accountFiles: [], retired: [1, 2, 3].map((envelope) => ({ envelope, epoch: 1 })) }))
  const { app, page, complaints } = await show(closed)
  try {
    const at = driver(page)
    await at.sees('使った封筒はすべて廃止しました')
    await renewEnvelopes(page, closed.officer, [4, 5, 6])
    const text = await seen(page)
    for (const word of ['第2回の封印', '廃止・無効：1号、2号、3号']) expect(text).toContain(word)
    expect(complaints).toEqual([])
  } finally {
    await app.close()
    await closed.drop()
  }
})
