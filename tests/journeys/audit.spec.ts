import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { verifyExport } from '#electron/cli/verify-export.ts'
import { driver } from '../demo/drive.ts'
import { openEnvelope, opener, register } from '../demo/steps.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'

/** What somebody finds who asks, after the use of an emergency account, what was done with it. */
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
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor()
  await page.keyboard.press('Escape')
})
test.afterAll(async () => {
  await shown.app.close().catch(() => undefined) // the last step may have closed it
  await place.drop()
})

async function toAudit(): Promise<void> {
  const at = driver(page)
  await at.push('その他')
  await at.push('記録の検証と履歴')
  await at.sees('記録の連鎖')
}

test('[MHLW-4] the use of an emergency account leaves traces: the envelope, who opened it, and whose chart was seen by whom', async () => {
  const at = driver(page)
  await toAudit()
  await page.getByRole('radio', { name: '端末の記録' }).focus()
  await at.press('Space')
  await at.sees('封筒を開封：1号')
  await at.sees('開封コードの入力')
  await page.getByRole('tab', { name: '閲覧と記録の扱い' }).press('Enter')
  const seen = page.getByRole('region', { name: '閲覧と記録の扱い' })
  await expect(seen.getByRole('row', { name: /閲覧.*病棟一覧.*S-AF-00001/ })).toContainText(opener.name)
})

test('[MHLW-18] the audit is looked through by person and patient, verified by one button, and exported alone', async () => {
  const at = driver(page)
  await at.write('患者', 'AF-00001')
  await at.write('職員', opener.staffNumber)
  await at.sees('1件（全')
  await at.write('職員', 'N-9999')
  await at.sees('0件（全')
  await at.push('絞り込みをやめる')
  await at.push('連鎖を検証する')
  await at.sees('異常はありませんでした')
  const compared = page.getByRole('list', { name: '何と照らしたか' })
  for (const what of ['連鎖と署名', '端末の控え', '暗号の中の連鎖']) await expect(compared.getByRole('listitem').filter({ hasText: what })).toContainText('一致')
  await at.sees('その書き直しは見つかりません')
  await at.push('監査だけを書き出す')
  await at.sees('監査を書き出し、読み戻して確かめました')
  const written = (await readdir(place.exportTo)).find((name) => name.endsWith('.zip.age')) ?? ''
  expect(written).toContain('AUDIT')
  expect(await verifyExport(join(place.exportTo, written), null)).toMatchObject({ code: 0 })
})

test('[MHLW-17] a use that somebody hides afterwards is detected: the edited card contradicts the journal', async () => {
  const at = driver(page)
  const card = join(place.data, 'station.json')
  const honest = await readFile(card, 'utf8')
  await writeFile(card, honest.replace(/"opened": \[[^\]]*\]/, '"opened": []'))
  await at.push('もう一度検証する')
  await at.sees('異常が1件あります')
  await expect(page.getByRole('list', { name: '何と照らしたか' }).getByRole('listitem').filter({ hasText: '端末の控え' })).toContainText('不一致')
  await writeFile(card, honest)
  await at.push('もう一度検証する')
  await at.sees('異常はありませんでした')
})
