import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { readPassphrase } from '#domain/access/passphrase.ts'
import { plainPlan } from '#domain/plan/hospital-plan.ts'
import { makeMaintenanceAccount } from '#renderer/vault/maintenance.ts'
import { recipientOf } from '#renderer/vault/age-file.ts'
import { driver, type Driver } from '../demo/drive.ts'
import { maintainer, openEnvelope, throughLadder } from '../demo/steps.ts'
import { aSealedStation, lockWith, show, type SealedStation, type Shown } from './station.ts'

/** What the guideline wants decided before the emergency: written by the IT office, read by somebody in front of the sealed station. */
test.describe.configure({ mode: 'serial' })

let station: SealedStation
let shown: Shown
let page: Page
let at: Driver

const criterion = '非常用電源に切り替わり、30分以内に戻る見込みがないとき'
const next = '架空の岬の合言葉は五つの鐘'

test.beforeAll(async () => {
  station = await aSealedStation()
  const [passphrase, officer] = [readPassphrase(maintainer.passphrase), await recipientOf(station.officer)]
  const account = passphrase.ok && officer.ok ? await makeMaintenanceAccount(passphrase.value, officer.value.recipient) : null
  await writeFile(join(station.data, 'maintenance.json'), JSON.stringify({ v: 1, ...(account?.ok === true ? account.value : {}) }))
  await writeFile(join(station.data, 'staff.csv'), '職員番号,氏名,職種\nN-0207,仮谷 和子,看護師\nN-0207,仮谷 数子,看護師\nD-0001,架空 太郎,医師\n')
  shown = await show(station)
  page = shown.page
  at = driver(page)
})
test.afterAll(async () => {
  await shown.app.close()
  await station.drop()
})

test('[MAINT-2] [MAINT-4] a wrong passphrase only slows down; forgotten, it is replaced with the recovery officer’s key', async () => {
  await at.push('保守')
  await at.write('職員番号', maintainer.staffNumber)
  await at.write('保守のパスフレーズ', next)
  await at.press('Control+Enter')
  await at.sees('パスフレーズが合いません')
  await expect(page.getByLabel('保守のパスフレーズ')).toHaveValue('')
  await at.push('パスフレーズを忘れた')
  await at.write('復旧責任者の秘密鍵', station.officer)
  await expect(page.getByRole('button', { name: /^保守に入る/ })).toBeEnabled()
  await at.press('Control+Enter')
  await at.sees('新しいパスフレーズを決めてください')
  await at.write('保守のパスフレーズ', next)
  await at.write('もう一度', next)
  await at.press('Control+Enter')
  await at.sees('変えられるもの')
  await at.press('Escape')
  await at.push('保守')
  await at.write('職員番号', maintainer.staffNumber)
  await at.write('保守のパスフレーズ', next)
  await at.press('Control+Enter')
  await at.sees('変えられるもの')
})

test('[MHLW-8] the criteria of an emergency are defined beforehand', async () => {
  await at.push('非常時と判断する基準')
  await at.write('停電', criterion)
  await at.press('Control+Enter')
  await at.sees('1 / 7 種類')
})

test('[MHLW-10] who decides is defined beforehand', async () => {
  await at.push('判断する人')
  for (const [name, duty] of [['架空 太郎', '病院長'], ['見本 花子', '副院長']] as const) {
    await at.push('判断する人を加える')
    await page.keyboard.insertText(name)
    await at.press('Enter')
    await page.keyboard.insertText(duty)
  }
  await page.getByRole('checkbox', { name: '代行' }).last().focus()
  await at.press('Space')
  await at.press('Control+Enter')
  await at.sees('2人')
})

test('[FHIR-17] whose the patient numbers are is asked for, and what cannot be it is refused in a sentence', async () => {
  await at.push('患者番号の体系（OID）')
  await at.write('患者番号の体系', '架空病院')
  await at.sees('https:// で始まるURLにします')
  await at.write('患者番号の体系', '1.2.392.100495.20.3.51.1')
  await at.sees('点を入れずに11桁を続けます')
  await at.write('患者番号の体系', 'urn:oid:1.2.392.100495.20.3.51.11312345670')
  await at.press('Control+Enter')
  await at.sees('変えられるもの')
  await expect(page.getByText('1.2.392.100495.20.3.51.11312345670', { exact: true })).toBeVisible()
})

test('[PLAN-4] [PLAN-5] the staff list is read from a file, and rows that cannot be read are named by number', async () => {
  await shown.app.evaluate(({ dialog }, path) => {
    Object.assign(dialog, { showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [path] }) })
  }, join(station.data, 'staff.csv'))
  await at.push('職員名簿')
  await at.push('CSVファイルを選ぶ')
  await at.sees('2・3行目')
  await expect(page.getByRole('cell', { name: '架空 太郎' })).toBeVisible()
  await page.getByLabel('職種').focus()
  await page.keyboard.press('Home')
  await expect(page.getByRole('cell', { name: 'その他' })).toBeVisible()
  await at.press('Control+Enter')
  await at.sees('1人の名簿に入れ替えました')
  await at.press('Escape')
  await at.press('Escape')
  await at.sees('緊急開封へ進む')
})

test('[MHLW-9] [PLAN-3] the procedure is defined beforehand, and anybody can read it while sealed', async () => {
  await at.push('決めごと')
  const steps = page.getByRole('region', { name: '開けるときの手順' }).getByRole('listitem')
  await expect(steps).toHaveCount(5)
  await expect(steps.nth(1)).toContainText('封筒を1通')
  await expect(page.getByText(criterion)).toBeVisible()
  await expect(page.getByRole('region', { name: '判断する人' }).getByRole('listitem')).toHaveText([/架空 太郎.*病院長/, /見本 花子.*副院長.*代行/])
  await expect(page.getByRole('region', { name: '正常に戻す手順' }).getByRole('listitem')).toHaveCount(plainPlan.returnSteps.length)
  await at.press('Escape')
})

test('[MHLW-8] the criteria stand beside the choice of what has happened', async () => {
  await at.push('緊急開封へ進む')
  await throughLadder(at)
  await at.choose('何が起きていますか', 3)
  await at.sees(criterion)
  for (let step = 0; step < 4; step += 1) await at.press('Escape')
  await at.sees('緊急開封へ進む')
})

test('[MAINT-5] every change of what was decided stands in the audit', async () => {
  await at.push('監査')
  for (const words of ['決めごとを変更', '保守を開始', '保守を終了', '保守のパスフレーズを決定']) await at.sees(words)
  await at.press('Escape')
})

test('[MHLW-12] [PLAN-3] [MAINT-6] from the open ward and in front of the locked screen it can be read, and nobody can change it', async () => {
  await openEnvelope(page, 1, station.codes[0] ?? '')
  await at.push('その他')
  await at.push('決めごとを読む')
  await at.sees(criterion)
  await at.press('Escape')
  page = await lockWith(shown.app, page)
  at = driver(page)
  await at.sees('だれが使いますか')
  await expect(page.getByRole('button', { name: '保守' })).toHaveCount(0)
  await at.press('F1')
  await at.push('決めごと')
  await at.sees(criterion)
  await at.press('Escape')
  await at.sees('だれが使いますか')
  expect(shown.complaints).toEqual([])
})
