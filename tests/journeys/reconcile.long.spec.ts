import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { lateKeyMs } from '#renderer/ui/wedge.ts'
import { driver } from '../demo/drive.ts'
import { closeSigned, note, openEnvelope, opener, register } from '../demo/steps.ts'
import { standDown } from '../demo/way-back.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'

/** After the storm, by keyboard: matched by two, typed by one, checked by another, signed for, closed. */
test.describe.configure({ mode: 'serial' })

const clerk = { name: '医事 花', staffNumber: 'C-0007', pin: '730915' } as const
const records = 20

let place: SealedStation
let shown: Shown
let page: Page

test.beforeAll(async () => {
  test.setTimeout(180_000)
  place = await aSealedStation()
  shown = await show(place)
  page = shown.page
  const at = driver(page)
  await openEnvelope(page, 1, place.codes[0] ?? '')
  for (const [given, kana, birth, bed] of [['花子', 'ハナコ', 's25.3.4', '301'], ['和子', 'カズコ', 's40.5.6', '302']] as const) {
    await register(page, { family: '架空', given, familyKana: 'カクウ', givenKana: kana, birth, bed })
    await at.press('Enter')
    await page.locator('[data-vital="temperatureC"]').waitFor()
    for (let n = 1; n < records / 2; n += 1) await note(page, `${given} の記録 ${n}。意識清明。`)
    await at.press('F2')
  }
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
})
test.afterAll(async () => {
  await shown.app.close().catch(() => undefined) // the last step may have closed it
  await place.drop()
})

test('[REC-19] the recovered list is imported after the accounts are gone, and compared beside the screen, field by field in words', async () => {
  test.setTimeout(120_000)
  await standDown(page)
  const at = driver(page)
  await at.sees('病院の名簿がありません')
  const list = join(place.exportTo, '..', 'recovered.csv')
  await writeFile(list, ['患者番号,氏名,カナ氏名,性別,生年月日', '00031842,架空 花子,カクウ ハナコ,女,1950/03/04', '00040077,架空 和子,カクウ カズコ,女,1965/06/05', '00050001,別人 太郎,ベツジン タロウ,男,1940/01/01', ''].join('\r\n'))
  await at.push('名簿を取り込む')
  await at.push('患者一覧を取り込む')
  await page.locator('input[type=file]').first().setInputFiles(list)
  await at.sees('列と時刻を確かめます')
  await at.press('Control+Enter')
  await at.sees('取り込みました')
  await at.press('Control+Enter')
  await at.press('Escape')
  await at.push('その他')
  await at.push('照合と終了')
  await at.sees(/名簿 .*（3名）と比べました/)
  await at.sees('00031842')
  await at.sees('一致する項目が少ない')
})

test('[REC-9] each patient is decided by two people, and nothing is chosen beforehand', async () => {
  const at = driver(page)
  for (const [id, level] of [['00031842', '一致'], ['00040077', '一か所だけ違う']] as const) {
    await at.sees(id)
    await at.sees(level)
    await expect(page.getByRole('radio', { checked: true, name: '同じ人' })).toHaveCount(0)
    await at.push('この人と比べて決める')
    await at.press('Control+Enter')
    await at.sees('同じ人か、初めての人か、分からないかを選びます')
    await at.choose('病院の患者と', 1)
    await at.write('理由', '診察券と家族の電話で確かめた')
    await at.write('2人目', opener.staffNumber)
    await page.getByLabel('理由').first().focus()
    await at.press('Control+Enter')
    await page.getByRole('option').filter({ hasText: id }).waitFor()
  }
  await at.sees('未決定 0名／2名')
})

test('[REC-20] twenty records are typed with at most six key presses each, and the next one opens by itself', async () => {
  test.setTimeout(120_000)
  const at = driver(page)
  await at.press('Alt+2')
  await at.push('続きから始める')
  const keysOf: number[] = []
  const seen = new Set<string>()
  for (let n = 0; n < records; n += 1) {
    const view = page.getByRole('group', { name: '転記する記録' })
    await expect(view).toBeFocused()
    const source = (await view.getByText('非常時記録より転記').first().innerText()).trim()
    expect(seen.has(source)).toBe(false)
    seen.add(source)
    let keys = 0
    const press = async (key: string): Promise<void> => {
      keys += 1
      await page.keyboard.press(key)
      await page.waitForTimeout(lateKeyMs + 20) // slower than any reader
    }
    await press('2')
    await view.getByText('60秒で消えます').waitFor()
    const copied = await shown.app.evaluate(({ clipboard }) => clipboard.readText())
    expect(await view.getByRole('button').nth(1).innerText()).toContain(copied)
    await press('0')
    expect(await shown.app.evaluate(({ clipboard }) => clipboard.readText())).toContain('非常時記録より転記')
    await press('Enter')
    keysOf.push(keys)
    if (n < records - 1) await expect(view.getByText(source)).toHaveCount(0)
  }
  expect(Math.max(...keysOf)).toBeLessThanOrEqual(6)
  await at.sees('この条件で残っている記録はありません')
  await expect(page.getByRole('listbox', { name: '記録の一覧' }).getByRole('option').filter({ hasText: '転記済' }).first()).toBeVisible()
})

test('[REC-4] nobody checks what they typed; another person checks with one key each', async () => {
  test.setTimeout(120_000)
  const at = driver(page)
  await at.choose('作業', 2)
  await at.push('続きから始める')
  await at.sees('自分が打った記録は、別の人が照合します')
  await expect(page.getByRole('group', { name: '照合する記録' })).toHaveCount(0)
  await at.press('Alt+K')
  await at.sees('次はだれが書きますか')
  await at.write('職員番号か氏名', opener.staffNumber)
  await at.press('Enter')
  await at.write('PIN', opener.pin)
  await at.press('Enter')
  await at.sees('在院')
  await at.push('その他')
  await at.push('照合と終了')
  await page.getByRole('tab', { name: /転記/ }).waitFor()
  await at.press('Alt+2')
  await at.choose('作業', 2)
  await at.push('続きから始める')
  for (let left = records; left > 0; left -= 1) {
    const view = page.getByRole('group', { name: '照合する記録' })
    await expect(view).toBeFocused()
    const source = await view.getByText('非常時記録より転記').first().innerText()
    await at.press('Enter')
    await expect(view.getByText(source)).toHaveCount(0)
  }
  await at.press('Alt+3')
  await at.sees('点検（すべて 0 か、名前つき）')
  await expect(page.getByRole('row').filter({ hasText: '転記していない記録' })).toContainText('0')
})

test('[REC-14] the emergency closes when every check is nought or signed for by name', async () => {
  const at = driver(page)
  await at.press('Alt+4')
  await at.sees(/点検が \d+項目 残っています/)
  page = await closeSigned(shown.app, page)
  await expect(page.locator('body')).not.toContainText('00031842')
  expect(await shown.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('')
  expect(shown.complaints).toEqual([])
})
