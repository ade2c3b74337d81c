import { expect, type Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'

export type Clerk = { readonly name: string; readonly staffNumber: string; readonly pin: string }
export const hana: Clerk = { name: '医事 花', staffNumber: 'C-0007', pin: '730915' }
export const jiro: Clerk = { name: '医事 次郎', staffNumber: 'C-0008', pin: '826041' }

export const deskPassphrase = '医事課の机 第三病棟 2026'

/** From an empty folder to a desk, with keys alone. Returns the restart code. */
export async function beginDesk(page: Page, officer: string, { desk, letters, clerk = hana }: { readonly desk: string; readonly letters: string; readonly clerk?: Clerk }): Promise<string> {
  const at = driver(page)
  // A hurried machine takes its time to show the first screen.
  await page.getByText('この端末は、前に準備されていますか').first().waitFor({ timeout: 60_000 })
  await at.push('記録室で照合する机にする')
  await at.sees('どの記録室の、どの机ですか')
  await at.write('病院名', '架空総合病院')
  await at.write('机の名前', desk)
  await at.write('机の文字', letters)
  await at.write('職員番号', clerk.staffNumber)
  await at.write('氏名', clerk.name)
  await at.choose('職種', 6)
  await at.write('復旧責任者の鍵', officer)
  await at.write('保守のパスフレーズ', deskPassphrase)
  await at.write('もう一度', deskPassphrase)
  await at.press('Control+Enter')
  await at.sees('自分のPINを決めてください')
  await at.write('PIN', clerk.pin)
  await at.write('もう一度', clerk.pin)
  await at.press('Control+Enter')
  await at.sees('再開コードを紙に書き写してください')
  const shown = await page.locator('figure').first().innerText()
  const code = shown.match(/(?:\b[0-9A-HJKMNP-TV-Z]{6}\b[\s-]*){2}/)?.[0].trim().replace(/[\s-]+/g, '-') ?? ''
  await at.press('Space')
  await at.press('Control+Enter')
  await at.sees('まだ取り込んでいません')
  return code
}

/** Takes a file in; resolves with what the screen says of it. */
export async function takeIn(page: Page, files: readonly string[], officer: string, says: RegExp | string): Promise<void> {
  const at = driver(page)
  await page.locator('input[type=file]').first().setInputFiles([...files])
  await at.write('復旧責任者の鍵', officer)
  await at.press('Control+Enter')
  await page.getByText(says).first().waitFor({ timeout: 240_000 })
}

/** A second person introduces themselves beside the first. */
export async function introduce(page: Page, clerk: Clerk): Promise<void> {
  const at = driver(page)
  await at.press('Alt+K')
  await at.push('はじめての人を登録する')
  await at.sees('新しい記録者を登録します')
  await at.write('氏名', clerk.name)
  await at.write('自分の職員番号', clerk.staffNumber)
  await at.choose('職種', 6)
  await at.write('自分のPIN', clerk.pin)
  await at.write('もう一度', clerk.pin)
  await at.press('Control+Enter')
  await page.getByRole('button', { name: clerk.name }).waitFor()
}

export async function takesOver(page: Page, clerk: Clerk): Promise<void> {
  const at = driver(page)
  await at.press('Alt+K')
  await at.sees('次はだれが書きますか')
  await at.write('職員番号か氏名', clerk.staffNumber)
  await at.press('Enter')
  await at.write('PIN', clerk.pin)
  await at.press('Enter')
  await page.getByRole('button', { name: clerk.name }).first().waitFor()
  await page.getByRole('tab', { name: /転記/ }).waitFor()
}

/** Everybody who waits is decided by two, with a number typed from the hospital's card. */
export async function matchAll(page: Page, second: Clerk, count: number, from = 1): Promise<void> {
  const at = driver(page)
  await at.press('Alt+2')
  await at.sees('病院の名簿がありません')
  for (let n = 0; n < count; n += 1) {
    await at.sees(new RegExp(`未決定 ${count - n}名`))
    await at.choose('病院の患者と', 1)
    await at.write('病院の番号', `0003${String(from + n).padStart(4, '0')}`)
    await at.write('理由', '診察券で確かめた')
    await at.write('2人目', second.staffNumber)
    await page.getByLabel('理由').first().focus()
    await at.press('Control+Enter')
    await at.sees(new RegExp(`未決定 ${count - n - 1}名`))
  }
}

/** The record in front, by its source. */
export async function inFront(page: Page, what: '転記する記録' | '照合する記録'): Promise<string> {
  const view = page.getByRole('group', { name: what })
  await expect(view).toBeFocused()
  return (await view.getByText('非常時記録より転記').first().innerText()).trim()
}

/** Types or checks the record in front and waits for the next one; `last`: there is none behind it. */
export async function doneWith(page: Page, what: '転記する記録' | '照合する記録', last = false): Promise<string> {
  const source = await inFront(page, what)
  await page.keyboard.press('Enter')
  if (last) await page.getByText('この条件で残っている記録はありません').first().waitFor()
  else await expect(page.getByRole('group', { name: what }).getByText(source)).toHaveCount(0)
  return source
}
