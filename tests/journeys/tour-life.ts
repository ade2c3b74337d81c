import type { ElectronApplication, Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'
import { opener } from '../demo/steps.ts'
import { lockWith } from './station.ts'
import type { Visit } from './tour.ts'

/** The way back to normal, each stop as a person meets it first; then the officer's key, at the lock. */
export async function throughStandDown(app: ElectronApplication, page: Page, visit: Visit): Promise<void> {
  const at = driver(page)
  await at.push('その他')
  await at.push('非常時運用を解除する')
  await at.sees('非常時運用を解除しますか')
  await at.write('解除を判断した人', '副院長 見本')
  await at.write('済んでいないものがあるまま進める理由', '掲示は後で外す')
  await visit('stand-down-decide', page)
  await at.press('Control+Enter')
  await at.sees('患者を1人ずつ引き継ぎます')
  await page.getByRole('list', { name: '患者' }).getByRole('button').first().focus()
  await at.press('Enter')
  await at.write('最終投与', '18:00 抗菌薬 1 g')
  await visit('stand-down-patients', page)
  await at.write('引き継ぐ人', '本館 佐藤')
  await at.push('この患者を引き継ぐ')
  await at.press('Control+Enter')
  await at.sees('何が起き、何をしたかを残します')
  await at.choose('報告した先', 5)
  await at.write('報告した人', '事務 見本')
  await at.push('報告先を加える')
  await visit('stand-down-report', page)
  await at.press('Control+Enter')
  await at.sees('解除を始めてから、まだ書き出していません')
  await visit('stand-down-backup', page)
  await page.getByRole('checkbox', { name: 'バックアップなしで進める' }).focus()
  await at.press('Space')
  await at.press('Control+Enter')
  await at.sees('非常時アカウントをすべて廃止しますか')
  await visit('stand-down-accounts', page)
  await page.getByRole('checkbox', { name: '封筒をすべて回収した' }).focus()
  await at.press('Space')
  await at.press('Control+Enter')
  await at.sees('アカウントは廃止されました')
  await visit('reconciling', page)
  await at.push('この非常時を閉じる')
  await page.getByRole('alertdialog').waitFor()
  await visit('reconciling-close', page)
  await at.press('Escape')
  await at.press('F2')
  await visit('board-reconciling', page)
  const locked = await lockWith(app, page)
  const beside = driver(locked)
  await beside.push('復旧責任者の鍵で開く')
  await beside.sees('復旧責任者の鍵を入れてください')
  await visit('lock-officer', locked)
}

/** A drill, prepared and held, and back at the real sealed screen; the window is another one each time. */
export async function throughDrill(app: ElectronApplication, page: Page, visit: Visit): Promise<Page> {
  const at = driver(page)
  await at.push('訓練')
  await at.sees('訓練用の封筒がまだありません')
  await at.push('訓練用のコードを作る')
  await at.sees('訓練用のコード（封筒 1号）')
  await visit('drill-code', page)
  await at.push('紙に控えました')
  await at.choose('訓練の場面', 5)
  await at.write('始める人の職員番号', opener.staffNumber)
  await visit('drill', page)
  const started = app.waitForEvent('window')
  await at.leave('Control+Enter')
  const inside = await started
  await driver(inside).sees('これは訓練です')
  await visit('drill-sealed', inside)
  await driver(inside).push('訓練を終える')
  await driver(inside).sees('訓練をふりかえります')
  await visit('drill-end', inside)
  const ended = app.waitForEvent('window')
  await driver(inside).leave('Control+Enter')
  const after = await ended
  await driver(after).sees('緊急開封へ進む')
  return after
}
