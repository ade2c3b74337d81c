import { expect, test, type Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'
import { closeSigned, exportAll, openEnvelope, register } from '../demo/steps.ts'
import { aSealedStation, lockWith, show, type SealedStation, type Shown } from './station.ts'

/** The way back to normal, by keyboard: decided, handed over, reported, backed up, retired, reconciled, closed. */
test.describe.configure({ mode: 'serial' })

let place: SealedStation
let shown: Shown
let page: Page

test.beforeAll(async () => {
  place = await aSealedStation()
  shown = await show(place)
  page = shown.page
  await openEnvelope(page, 1, place.codes[0] ?? '')
  await register(page, { features: '60代くらい、青い上着', bed: '301' })
  await page.keyboard.press('Escape')
})
test.afterAll(async () => {
  await shown.app.close().catch(() => undefined) // the last step may have closed it
  await place.drop()
})

test('[MHLW-11] the return to normal follows the hospital’s own list, and patients are handed over by name', async () => {
  const at = driver(page)
  await at.push('その他')
  await at.push('非常時運用を解除する')
  await at.sees('非常時運用を解除しますか')
  for (const box of await page.getByRole('checkbox').all()) {
    await box.focus()
    await at.press('Space')
  }
  await at.write('解除を判断した人', '副院長 見本')
  await at.press('Control+Enter')
  await at.sees('患者を1人ずつ引き継ぎます')
  // From here on nothing of care is written: no way to register is offered, and its key does nothing.
  await expect(page.getByRole('button', { name: /^登録/ })).toHaveCount(0)
  await page.getByRole('list', { name: '患者' }).getByRole('button').first().focus()
  await at.press('Enter')
  await at.write('最終投与', '18:00 抗菌薬 1 g')
  await at.write('動いているポンプ', 'なし')
  await at.write('引き継ぐ人', '本館 佐藤')
  await at.push('この患者を引き継ぐ')
  await at.sees('残り 0名／1名')
  await at.press('Control+Enter')
  await at.sees('何が起き、何をしたかを残します')
  await at.write('止まったもの', '電子カルテ')
  await at.choose('個人情報が漏れたおそれ', 4)
  await at.choose('報告した先', 1)
  await at.write('報告した人', '事務 見本')
  await at.push('報告先を加える')
  await at.push('事故の記録を保存する')
  await at.sees('保存してあります')
})

test('[MHLW-11] the accounts are not retired before the records were exported and read back', async () => {
  const at = driver(page)
  await at.press('Control+Enter')
  await at.sees('解除を始めてから、まだ書き出していません')
  await at.press('Control+Enter')
  await at.sees('記録を1つのファイルに書き出します')
  await at.press('F2')
  await exportAll(page)
  await at.press('Escape')
})

test('[MHLW-19] after use every envelope, opened or not, is refused with the reason, before and after a restart', async () => {
  const at = driver(page)
  await at.push('その他')
  await at.push('解除の手順を続ける')
  for (const sees of ['患者を1人ずつ', '何が起き、何をしたか', '読み戻して確かめました']) {
    await at.sees(sees)
    await at.press('Control+Enter')
  }
  await at.sees('非常時アカウントをすべて廃止しますか')
  await page.getByRole('checkbox', { name: '封筒をすべて回収した' }).focus()
  await at.press('Space')
  await at.press('Control+Enter')
  await at.sees('アカウントは廃止されました')
  page = await lockWith(shown.app, page)
  await driver(page).sees('復旧責任者の鍵で開く')
  await expect(page.getByRole('button', { name: '別の封筒を開ける' })).toHaveCount(0)
  await shown.app.close()
  shown = await show(place)
  page = shown.page
  await driver(page).sees('復旧責任者の鍵で開く')
  await expect(page.getByRole('button', { name: '別の封筒を開ける' })).toHaveCount(0)
})

test('[LIFE-6] the recovery officer’s key opens the record for reconciling, and nothing of care can be written', async () => {
  const at = driver(page)
  await at.push('復旧責任者の鍵で開く')
  await at.write('自分の職員番号', 'C-0007')
  await at.write('秘密鍵', place.officer)
  await at.press('Control+Enter')
  await at.sees('氏名')
  await at.write('氏名', '医事 見本')
  await at.choose('職種', 6)
  await at.write('PIN', '830517')
  await at.write('もう一度', '830517')
  await at.press('Control+Enter')
  await at.sees('照合')
  await expect(page.getByRole('button', { name: '患者を登録する' })).toHaveCount(0)
})

test('[MHLW-5] once closed the station opens no record, and waits for new accounts and envelopes', async () => {
  const at = driver(page)
  await at.push('その他')
  await at.push('照合と終了')
  await page.getByRole('tab', { name: /閉鎖/ }).waitFor()
  await at.press('Alt+4')
  await at.sees(/この非常時を閉じる（点検が \d+項目 残っています）/)
  page = await closeSigned(shown.app, page)
  await expect(page.locator('body')).not.toContainText('緊急開封へ進む')
  await expect(page.locator('body')).not.toContainText('301')
  expect(shown.complaints).toEqual([])
})

test('[ERASE-3] what was closed without its archives is offered for no erasure, and stays', async () => {
  const at = driver(page)
  await at.push('記録の消去')
  await at.sees('この記録は、2つの媒体に保管されていません')
  await expect(page.getByRole('button', { name: /^この記録を消去する/ })).toHaveAccessibleName(/2つの媒体に保管されていない/)
  await at.press('Escape')
  await at.sees('使った封筒はすべて廃止しました')
})
