import { rename } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'

/** What is signed for before the record is archived: every check but that of the media. */
export const checksButMedia = /^署名する(?!.*媒体)/

/** Pulls one stick out and puts the other in: `folder`, the one that is always chosen, is another medium then. */
async function swap(folder: string, out: 'one' | 'two' | null, into: 'one' | 'two' | null): Promise<void> {
  if (out !== null) await rename(folder, `${folder}-${out}`)
  if (into !== null) await rename(`${folder}-${into}`, folder)
}

/** Writes both media; the first one is tried for the second. Afterwards the first lies at `folder-one`, the second at `folder`. */
export async function archiveTwice(page: Page, folder: string): Promise<void> {
  const at = driver(page)
  for (const [medium, label, where] of [[1, '非常時記録 その1', '診療情報管理室 金庫'], [2, '非常時記録 その2', '分院 書庫']] as const) {
    const group = page.getByRole('group', { name: `媒体 ${medium}` })
    for (const [field, text] of [['媒体に書いたこと', label], ['保管する場所', where]] as const) {
      await group.getByLabel(field).focus()
      await page.keyboard.insertText(text)
    }
  }
  await at.push('媒体 1 に書き込む')
  await page.getByRole('group', { name: '媒体 1' }).getByText('読み返して確認').waitFor({ timeout: 60_000 })
  await at.push('媒体 2 に書き込む')
  await at.sees('同じファイルがそこにあります')
  await swap(folder, 'one', null)
  await at.push('媒体 2 に書き込む')
  await page.getByRole('group', { name: '媒体 2' }).getByText('読み返して確認').waitFor({ timeout: 60_000 })
}

/** Who erases: the number and the passphrase of maintenance, and the officer's key in other hands. */
export type Erasers = { readonly maintainer: { readonly staffNumber: string; readonly passphrase: string }; readonly keeper: string; readonly officer: string }

/** From the closed screen to the erased record; the media as `archiveTwice` left them, one shown twice on the way. */
export async function eraseByTwo(page: Page, folder: string, { maintainer, keeper, officer }: Erasers): Promise<void> {
  const at = driver(page)
  await at.push('記録の消去')
  await at.sees('この端末から、終わった非常時の記録を消します')
  await expect(page.getByRole('button', { name: /^この記録を消去する/ })).toHaveAccessibleName(/1が済んでいない/)
  await at.write('情報システムの職員番号', maintainer.staffNumber)
  await at.write('保守のパスフレーズ', maintainer.passphrase)
  await at.push('パスフレーズを確かめる')
  await at.sees(`${maintainer.staffNumber} が確かめました`)
  await swap(folder, 'two', 'one')
  await at.push('媒体 1 のフォルダを選ぶ')
  await at.sees('中身も署名も合っています')
  await at.push('媒体 2 のフォルダを選ぶ')
  await at.sees('もう1つと同じファイルです')
  await swap(folder, 'one', 'two')
  await at.push('媒体 2 のフォルダを選ぶ')
  await expect(page.getByText('中身も署名も合っています')).toHaveCount(2)
  await at.write('鍵を持つ人の職員番号', keeper)
  await at.write('秘密鍵', officer)
  await at.push('鍵で開けてみる')
  await at.sees(`${keeper} が開けました`)
  await at.push('この記録を消去する')
  await page.getByRole('alertdialog').waitFor()
  await at.press('Control+Enter')
  await at.sees('消去しました')
}
