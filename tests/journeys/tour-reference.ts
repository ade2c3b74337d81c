import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'
import { maintainer } from '../demo/steps.ts'
import { writeListWithoutPatients, writePatientList } from './brought.ts'
import type { Place } from './station.ts'
import type { Visit } from './tour.ts'

/** The hospital's list on the sealed screen: no file yet, one that is none, its columns, and what of it could not be read. */
export async function throughSealedList(place: Place, page: Page, visit: Visit): Promise<void> {
  const at = driver(page)
  const list = join(place.exportTo, '..', 'list.csv')
  await writePatientList(list)
  await at.push('参照データ')
  await at.sees('停止前の一覧と文書')
  await visit('reference-sealed', page)
  await at.push('患者一覧を取り込む')
  await at.sees('患者一覧を選びます')
  await visit('reference-file', page)
  await choose(page, join(import.meta.dirname, '../../build/pictures/ward.png'))
  await at.sees('前のものはそのままです')
  await visit('reference-file-refused', page)
  await choose(page, list)
  await at.sees('列と時刻を確かめます')
  await visit('reference-check', page)
  const taken = await page.getByLabel('いつの一覧か').inputValue()
  await at.write('いつの一覧か', '2999')
  await at.write('取り込む人の職員番号', maintainer.staffNumber)
  await visit('reference-check-fault', page)
  await at.write('いつの一覧か', taken)
  await at.press('Control+Enter')
  await at.sees('取り込みました')
  await visit('reference-done', page)
  await at.press('Control+Enter')
  await at.sees('封をして保存済み')
  await visit('reference-imported', page)
  await at.press('Escape')
  await at.sees('緊急開封へ進む')
}

/** The same screen once the ward is open: the list can be read, an older one wants a reason, and one without patients replaces nothing. */
export async function throughOpenList(place: Place, page: Page, visit: Visit): Promise<void> {
  const at = driver(page)
  const list = join(place.exportTo, '..', 'nobody.csv')
  await writeListWithoutPatients(list)
  await at.push('その他')
  await at.push('参照データ')
  await at.sees('使えます')
  await visit('reference-open', page)
  await at.push('患者一覧を取り込む')
  await choose(page, list)
  await at.sees('列と時刻を確かめます')
  await at.write('いつの一覧か', '2026/01/01 07:40')
  await at.sees('より古い一覧です')
  await visit('reference-check-older', page)
  await at.choose('より古い一覧です', 1)
  await at.press('Control+Enter')
  await at.sees('取り込めませんでした')
  await visit('reference-refused', page)
  await at.press('Escape')
  await at.press('Escape')
  await at.press('F2')
}

function choose(page: Page, path: string): Promise<void> {
  return page.locator('input[type=file]').first().setInputFiles(path)
}
