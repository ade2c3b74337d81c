import type { Page } from '@playwright/test'
import { driver, type Driver } from '../demo/drive.ts'
import { known } from './brought.ts'
import type { Visit } from './tour.ts'

/** From the door of a mass casualty to one person with two registrations, and to somebody the hospital knew. `second`: a name of somebody else at work. Returns the numbers of those taken in. */
export async function throughPatients(page: Page, second: string, visit: Visit): Promise<readonly string[]> {
  const numbers = await throughMassIntake(page, visit)
  await throughCompletion(page, numbers, visit)
  await throughIdentity(page, numbers[0] ?? '', second, visit)
  await throughFind(page, visit)
  await throughKnown(page, visit)
  await throughTriage(page, visit)
  return numbers
}

/** Opens a chart as a person without a mouse does. */
export async function openChart(at: Driver, sought: string): Promise<void> {
  await at.press('F4')
  await at.write('患者を探す', sought)
  await at.press('ArrowDown')
  await at.press('Enter')
  await seesChart(at)
}

/** The whole of it: what is read a moment later has its own stops of Tab. */
export async function seesChart({ page, sees }: Driver): Promise<void> {
  await page.locator('[data-vital="temperatureC"]').waitFor()
  await sees(/新しい順・[1-9]/)
}

async function throughMassIntake(page: Page, visit: Visit): Promise<readonly string[]> {
  const at = driver(page)
  await at.press('F3')
  await at.press('Alt+M')
  await page.getByRole('radiogroup', { name: /区分/ }).waitFor()
  await visit('mass-intake-empty', page)
  await at.choose('区分', 1)
  await at.press('Alt+P')
  await page.getByRole('alertdialog').waitFor()
  await at.sees('カメラが見つかりません')
  await visit('mass-intake-photo', page)
  await at.press('Escape')
  const numbers: string[] = []
  for (const [colour, sex, tag] of [[1, 2, 'T-0001'], [2, 2, 'T-0002'], [3, 1, 'T-0001']] as const) {
    await at.choose('区分', colour)
    await at.choose('年齢', 4)
    await at.choose('性別', sex)
    await at.write('タッグ番号', tag)
    if (numbers.length === 2) {
      await at.sees('も同じ番号です')
      await visit('mass-intake', page)
    }
    await page.getByRole('textbox', { name: /タッグ番号/ }).focus()
    await at.press('Enter')
    const saved = page.getByRole('status').filter({ hasText: 'を保存しました' }).filter({ hasNotText: numbers.at(-1) ?? 'nobody yet' })
    numbers.push(/[DTS]-[A-Z]{2}-\d{5}-\d/.exec(await saved.innerText())?.[0] ?? '')
  }
  await page.getByRole('radiogroup', { name: /区分/ }).getByRole('radio').first().focus()
  await at.press('Enter') // without a colour
  await at.sees('色を選んでください')
  await visit('mass-intake-fault', page)
  return numbers
}

async function throughCompletion(page: Page, numbers: readonly string[], visit: Visit): Promise<void> {
  const at = driver(page)
  await at.push(/補完リストを開く/)
  await at.sees('左から1名を選ぶと')
  await visit('completion', page)
  for (const [index, number] of numbers.slice(0, 2).entries()) {
    await at.push(new RegExp(number))
    await at.sees(`${number} を補う`)
    await at.write('姓', '架空')
    await at.write('名', '和子')
    await at.write('セイ', 'カクウ')
    await at.write('メイ', 'カズコ')
    if (index === 0) {
      await at.write('生年月日', 's50.2.29')
      await at.write('正のID', '番号')
      await at.press('Control+Enter')
      await visit('completion-faults', page)
      await at.write('正のID', '')
    } else await visit('completion-alike', page)
    await at.write('生年月日', 's40.5.6')
    await at.choose('どう確かめたか', 2)
    await at.press('Control+Enter')
    await page.getByRole('heading', { name: `${number} を補う` }).waitFor({ state: 'hidden' })
  }
  await visit('completion-next', page)
}

async function throughIdentity(page: Page, number: string, second: string, visit: Visit): Promise<void> {
  const at = driver(page)
  await openChart(at, number)
  await visit('chart-completed', page)
  await at.push('本人照合・結び付け')
  await at.sees('2人で照合する')
  await visit('identity', page)
  await at.push('照合済みにする')
  await at.push(/^結び付ける/)
  await at.write('番号で選ぶ', 'D-AF-99999-9')
  await page.getByRole('button', { name: 'この登録と結び付ける' }).last().press('Enter')
  await at.sees('その番号の患者はいません')
  await visit('identity-faults', page)
  await at.write('2人目の職員番号か氏名', second)
  await at.sees(`2人目：${second}`)
  await at.choose('何で確かめたか', 3)
  await at.push('照合済みにする')
  await at.sees('照合済み（2人目')
  await at.write('正のID', '00000003')
  await at.write('理由', '診察券と一致')
  await at.push(/^結び付ける/)
  await at.sees('に結び付いています')
  await at.push('この登録と結び付ける')
  await page.getByRole('alertdialog').waitFor()
  await at.press('Control+Enter')
  await at.sees('理由を書いてください')
  await visit('identity-link', page)
  await at.write('なぜ同じ人と分かったか', '診察券と本人の話が一致')
  await at.press('Control+Enter')
  await at.sees('と同じ人として結び付いています')
  await visit('identity-linked', page)
  await at.press('Escape')
  await seesChart(at)
  await visit('chart-linked', page)
  await at.push('本人照合・結び付け')
  await at.push('結び付けを取り消す')
  await at.sees('1件ずつ確かめてください')
  await visit('identity-unlink', page)
  await at.write('取り消す理由', '別の人だった')
  await at.press('Control+Enter')
  await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  await page.getByText('と同じ人として結び付いています').waitFor({ state: 'hidden' })
  await at.press('Escape')
  await seesChart(at)
}

async function throughFind(page: Page, visit: Visit): Promise<void> {
  const at = driver(page)
  await at.press('F4')
  await visit('find-empty', page)
  await page.getByRole('combobox').fill('架空')
  await visit('find', page)
  await page.getByRole('combobox').focus()
  await at.press('ArrowDown')
  await visit('find-chosen', page)
  await page.getByRole('combobox').fill('D-AF-00001-0')
  await visit('find-nobody', page)
}

async function throughKnown(page: Page, visit: Visit): Promise<void> {
  const at = driver(page)
  await chooseKnown(at)
  await visit('register-known', page)
  await at.press('Control+Enter')
  await at.sees('どう確かめたかを選んでください')
  await at.write('生年月日', 's50.1.1')
  await at.press('Control+Enter')
  await visit('register-known-faults', page)
  await at.choose('どう確かめたか', 1)
  await at.write('生年月日', known.birth)
  await at.press('Control+Enter')
  await at.sees('登録しました')
  await visit('register-known-done', page)
  await chooseKnown(at)
  await at.sees('として登録済みです')
  await visit('register-known-here', page)
  await at.push('登録済みのカルテを開く')
  await seesChart(at)
}

async function chooseKnown({ page, press, sees }: Driver): Promise<void> {
  await press('F4')
  await page.getByRole('combobox').fill(known.id)
  const rows = page.getByRole('row').filter({ hasText: known.name })
  await rows.last().waitFor()
  for (let step = 0; step < (await rows.count()); step += 1) await press('ArrowDown')
  await press('Enter')
  await sees('一覧の患者')
}

/** On the chart that is open: by the steps, by the second table, by eye; then once more, better than before. */
async function throughTriage(page: Page, visit: Visit): Promise<void> {
  const at = driver(page)
  await at.push('区分を決める')
  await page.getByRole('radiogroup', { name: '自力で歩けますか' }).waitFor()
  await visit('triage', page)
  await page.getByRole('radiogroup', { name: '自力で歩けますか' }).getByRole('radio').first().focus()
  for (const key of ['2', '1', '2', '1', '2']) await page.keyboard.press(key, { delay: 150 })
  await visit('triage-start', page)
  await at.choose('決定する区分', 2)
  await at.press('Control+Enter')
  await at.sees('目安と違う区分は理由を書いて')
  await visit('triage-other', page)
  await page.getByRole('tab', { name: /PAT/ }).press('Enter')
  await at.write('血圧上', '1000')
  await page.getByRole('checkbox', { name: '胸郭動揺' }).focus()
  await at.press('Space')
  await visit('triage-pat', page)
  await at.write('血圧上', '78')
  await visit('triage-pat-filled', page)
  await page.getByRole('tab', { name: '診て判断' }).press('Enter')
  await at.choose('決定する区分', 1)
  await visit('triage-clinical', page)
  await at.write('タッグ番号', 'T-0001')
  await at.press('Control+Enter')
  await at.sees('同じ番号の患者がいます')
  await visit('triage-tag-shared', page)
  await at.write('タッグ番号', 'T-0009')
  await at.press('Control+Enter')
  await seesChart(at)
  await visit('chart-triaged', page)
  await at.push('区分を決め直す')
  await page.getByRole('tab', { name: '診て判断' }).press('Enter')
  await at.choose('決定する区分', 4)
  await visit('triage-black', page)
  await at.choose('決定する区分', 2)
  await at.press('Control+Enter')
  await at.sees('新しいタッグを付けます')
  await visit('triage-better', page)
  await at.choose('前より軽い区分です', 1)
  await at.press('Control+Enter')
  await seesChart(at)
}
