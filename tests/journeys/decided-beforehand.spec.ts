import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { plainPlan } from '#domain/plan/hospital-plan.ts'
import { driver, type Driver } from '../demo/drive.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'

/** What the guideline wants decided before the emergency, as it is found by somebody who stands in front of the sealed station. */
test.describe.configure({ mode: 'serial' })

let station: SealedStation
let shown: Shown
let page: Page
let at: Driver

const criterion = '非常用電源に切り替わり、30分以内に戻る見込みがないとき'

test.beforeAll(async () => {
  station = await aSealedStation()
  await writeFile(join(station.data, 'plan.json'), JSON.stringify({
    ...plainPlan,
    criteria: { blackout: criterion },
    declarers: [{ name: '架空 太郎', duty: '病院長', staffNumber: null, isDeputy: false }, { name: '見本 花子', duty: '副院長', staffNumber: null, isDeputy: true }],
    contacts: [{ who: '情報管理室', reach: '内線 7119', note: '夜間は守衛室' }],
  }))
  shown = await show(station)
  page = shown.page
  at = driver(page)
})
test.afterAll(async () => {
  await shown.app.close()
  await station.drop()
})

test('[PLAN-3] [MHLW-8] the criteria of an emergency are defined beforehand, and anybody can read them while sealed', async () => {
  await at.push('決めごと')
  await expect(page.getByRole('heading', { name: '非常時と判断する基準' })).toBeVisible()
  await expect(page.getByText(criterion)).toBeVisible()
})

test('[PLAN-3] [MHLW-9] the procedure is defined beforehand', async () => {
  const steps = page.getByRole('region', { name: '開けるときの手順' }).getByRole('listitem')
  await expect(steps).toHaveCount(5)
  await expect(steps.nth(1)).toContainText('封筒を1通')
})

test('[PLAN-3] [MHLW-10] who decides is defined beforehand, with deputies in order', async () => {
  const people = page.getByRole('region', { name: '判断する人' }).getByRole('listitem')
  await expect(people).toHaveText([/架空 太郎.*病院長/, /見本 花子.*副院長.*代行/])
  await expect(page.getByText('内線 7119')).toBeVisible()
})

test('[PLAN-3] [MHLW-12] staff can read at any time, sealed or open, what they are to do', async () => {
  await expect(page.getByRole('region', { name: '正常に戻す手順' }).getByRole('listitem')).toHaveCount(plainPlan.returnSteps.length)
  await at.press('Escape')
  await at.sees('緊急開封へ進む')
  expect(shown.complaints).toEqual([])
})
