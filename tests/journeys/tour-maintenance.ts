import type { Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'
import { maintainer } from '../demo/steps.ts'
import { scansUntil } from './wedge.ts'

/** From the sealed screen through every screen of maintenance, and back to the sealed screen. Changes what the hospital decided. */
export async function throughMaintenance(page: Page, visit: (name: string, page: Page) => Promise<void>): Promise<void> {
  const at = driver(page)
  await at.push('保守')
  await at.sees('保守に入る人はだれですか')
  await at.push('パスフレーズを忘れた')
  await at.write('職員番号', 'IT 104')
  await visit('maintenance-officer', page)
  await at.push('パスフレーズで入る')
  await at.write('職員番号', maintainer.staffNumber)
  await at.write('保守のパスフレーズ', '架空の灯台の合言葉は四つの波')
  await at.press('Control+Enter')
  await at.sees('パスフレーズが合いません')
  await page.getByRole('button', { name: 'パスフレーズを入れる' }).waitFor() // the wait is over
  await visit('maintenance-wrong', page)
  await at.write('保守のパスフレーズ', maintainer.passphrase)
  await at.press('Control+Enter')
  await at.sees('変えられるもの')
  await visit('maintenance-home', page)
  await at.push('非常時と判断する基準')
  await at.write('停電', '非常用電源に切り替わり、30分以内に戻る見込みがないとき')
  await visit('plan-edit-criteria', page)
  await at.press('Control+Enter')
  await at.push('判断する人')
  await at.push('判断する人を加える')
  await at.write('氏名', '架空 太郎')
  await at.write('役職', '病院長')
  await visit('plan-edit-declarers', page)
  await at.press('Control+Enter')
  await at.push('連絡先')
  await at.push('連絡先を加える')
  await page.keyboard.insertText('情報管理室')
  await visit('plan-edit-contacts-fault', page)
  await at.write('番号・場所', '内線 7119')
  await at.press('Control+Enter')
  for (const [name, button] of [['return-steps', '正常に戻す手順'], ['intervals', '点検と施錠の間隔'], ['scanning', 'バーコード'], ['profile', '病院・病棟・ベッド'], ['staff', '職員名簿'], ['passphrase', '保守のパスフレーズ']] as const) {
    await at.sees('変えられるもの')
    await at.push(button)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await visit(`plan-edit-${name}`, page)
    if (name === 'scanning') await throughBarcodes(page, visit)
    await at.press('Escape')
  }
  await at.sees('変えられるもの')
  await at.press('Escape')
  await at.sees('緊急開封へ進む')
}

/** A rule learnt from samples, and tried on a bar that fits it and on one that does not. Nothing of it is kept. */
async function throughBarcodes(page: Page, visit: (name: string, page: Page) => Promise<void>): Promise<void> {
  const at = driver(page)
  await at.push('見本から覚える')
  await at.sees('見本を読み取り機で読み取ってください')
  await visit('plan-edit-scanning-samples', page)
  await scansUntil(page, 'A0012345B', page.getByText('A0012345B'))
  await at.write('1枚目の、印刷された番号', '99999')
  await at.sees('読み取った文字の中にありません')
  await visit('plan-edit-scanning-fault', page)
  await at.write('1枚目の、印刷された番号', '12345') // the zeros may belong to the number or stand before it: two rules fit
  await at.sees('どの決まりですか')
  await visit('plan-edit-scanning-rules', page)
  await page.getByRole('radiogroup', { name: 'どの決まりですか' }).getByRole('radio').first().focus()
  await at.press('Space')
  await at.push('この決まりを加える')
  await page.getByRole('button', { name: '見本から覚える' }).focus()
  await scansUntil(page, '4912345678904', page.getByText('決まりのどれにも当てはまりません'))
  await visit('plan-edit-scanning-tried', page)
}
