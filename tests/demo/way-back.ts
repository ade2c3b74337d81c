import type { Page } from '@playwright/test'
import { driver } from './drive.ts'
import { copyCode, placeAndSeal, proveCodes } from './steps.ts'

/** Standing down, with as little as the steps ask for, until the accounts are gone. */
export async function standDown(page: Page): Promise<void> {
  const at = driver(page)
  await at.push('その他')
  await at.push('非常時運用を解除する')
  await at.sees('非常時運用を解除しますか')
  await at.write('解除を判断した人', '副院長 見本')
  await at.write('済んでいないものがあるまま進める理由', '掲示は後で外す')
  for (const sees of ['患者を1人ずつ引き継ぎます', '何が起き、何をしたかを残します', '解除を始めてから、まだ書き出していません']) {
    await at.press('Control+Enter')
    await at.sees(sees)
  }
  await page.getByRole('checkbox', { name: 'バックアップなしで進める' }).focus()
  await at.press('Space')
  await at.press('Control+Enter')
  await at.sees('非常時アカウントをすべて廃止しますか')
  await page.getByRole('checkbox', { name: '封筒をすべて回収した' }).focus()
  await at.press('Space')
  await at.press('Control+Enter')
  await at.sees('アカウントは廃止されました')
}

/** From the closed screen to a station that is sealed again, with a new key; these envelopes get the codes that are returned. */
export async function renewEnvelopes(page: Page, officer: string, envelopes: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const at = driver(page)
  await at.press('Control+Enter')
  await at.choose('鍵', 1)
  await at.press('Control+Enter')
  await at.choose('プリンタ', 2)
  await at.push('コードを作る')
  const codes = new Map<number, string>()
  for (const envelope of envelopes) {
    await at.sees(`封筒 ${envelope}号のコード`)
    codes.set(envelope, await copyCode(page))
  }
  await at.sees('用紙はすべて紙になりました')
  await at.press('Control+Enter')
  await proveCodes(page, officer, codes)
  await placeAndSeal(page, envelopes)
  return codes
}
