import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { driver } from '../demo/drive.ts'
import { maintainer, openEnvelope, register, setUp, signAll } from '../demo/steps.ts'
import { renewEnvelopes, standDown } from '../demo/way-back.ts'
import { archiveTwice, checksButMedia, eraseByTwo } from './closing-steps.ts'
import { theExport, tomoshibi, tool } from './outside.ts'
import { keepPrints, printedWords } from './printed.ts'
import { aPlace, show, type Place, type Shown } from './station.ts'

/** The end of an emergency, by keyboard: archived twice, closed, erased by two, certified, prepared and sealed again. */
test.describe.configure({ mode: 'serial' })

const keeper = 'R-0007'
let place: Place
let shown: Shown
let page: Page
let codes: Awaited<ReturnType<typeof setUp>>
let number: string

test.beforeAll(async () => {
  test.setTimeout(240_000)
  place = await aPlace()
  shown = await show(place)
  page = shown.page
  codes = await setUp(page)
  await openEnvelope(page, 1, codes.envelopes[0] ?? '')
  number = await register(page, { features: '60代くらい、青い上着', bed: '301' })
  await page.keyboard.press('Escape')
  await standDown(page)
})
test.afterAll(async () => {
  await shown.app.close().catch(() => undefined) // closed already when a test failed
  await place.drop()
})

const around = (): string => join(place.exportTo, '..')

test('[ERASE-2] [ERASE-10] the records lie on two media, read back and proved, before the emergency is closed', async () => {
  test.setTimeout(120_000)
  const at = driver(page)
  await at.press('Alt+3')
  await at.sees('点検（すべて 0 か、名前つき）')
  await page.getByText('名簿と比べるまで分かりません').waitFor({ state: 'hidden' })
  await signAll(page, checksButMedia)
  await at.press('Alt+4')
  await at.sees(/この非常時を閉じる（点検が 1項目 残っています）/)
  await archiveTwice(page, place.exportTo)
  await at.sees('点検はすべて片付いたか、署名されています')
})

test('[EXP-21] the statistics for the report are on the screen, on paper, in the archive and on the command line', async () => {
  const at = driver(page)
  await at.sees('この非常時の数')
  const archive = await theExport(place.exportTo)
  const report = await tomoshibi('report', archive, '--identity', await officerFile())
  expect(report).toContain('登録した患者 Patients registered: 1')
  await tool('age', ['-d', '-i', await officerFile(), '-o', join(around(), 'archive.zip'), archive])
  const table = await tool('unzip', ['-p', join(around(), 'archive.zip'), 'csv/statistics.csv'])
  expect(table).toContain('登録した患者 Patients registered')
  expect(await tool('minisign', ['-Vm', archive, '-p', join(place.exportTo, 'station.pub')])).toContain('verified')
})

async function officerFile(): Promise<string> {
  const file = join(around(), 'officer.txt')
  await writeFile(file, `${codes.officer}\n`, { mode: 0o600 })
  return file
}

test('[ERASE-4] [ERASE-6] two people erase the record with both media in hand, and the certificate says what can still open it', async () => {
  test.setTimeout(120_000)
  const at = driver(page)
  const next = shown.app.waitForEvent('window')
  await at.push('この非常時を閉じる')
  await page.getByRole('alertdialog').waitFor()
  await at.leave('Control+Enter')
  page = await next
  const closed = driver(page)
  await eraseByTwo(page, place.exportTo, { maintainer, keeper, officer: codes.officer })
  expect(await nodeDisk().tree(join(place.data, 'incidents'))).toEqual([])
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([])
  await keepPrints(page)
  await closed.push('消去証明書を印刷する')
  const paper = await printedWords({ ...shown, page }, join(around(), 'certificate.pdf'))
  for (const words of ['消去証明書', maintainer.staffNumber, keeper, '復旧責任者の鍵', '消すことは上書きではない', 'この証明が言わないこと']) expect(paper).toContain(words.replaceAll(' ', ''))
  await closed.press('Escape')
  await closed.sees('使った封筒はすべて廃止しました')
})

test('[ERASE-8] the folder verifies without the record, and the archive still opens with the officer’s key', async () => {
  expect(await tomoshibi('verify', place.data)).toContain('was erased, and the station journal says so')
  await tomoshibi('open', await theExport(place.exportTo), '--identity', await officerFile(), '--out', join(around(), 'opened'))
  expect(await readdir(join(around(), 'opened'))).toContain('index.html')
})

test('[ERASE-12] sealed again with new accounts: old codes say why, and numbers go on above', async () => {
  test.setTimeout(240_000)
  const at = driver(page)
  // Number 4 was the spare of the first ceremony: burnt, and never given.
  const fresh = await renewEnvelopes(page, codes.officer, [5, 6, 7])
  await at.sees('第2回の封印')
  await openEnvelope(page, 5, fresh.get(5) ?? '', async (name) => {
    if (name !== 'open-code') return
    await at.choose('封筒の番号', 1)
    await at.sees('この封筒は前の非常時のあと、使えなくなりました')
    await at.choose('封筒の番号', 5)
  })
  const later = await register(page, { features: '70代くらい、白い杖', bed: '302' })
  expect(countOf(later)).toBeGreaterThan(countOf(number))
  expect(shown.complaints).toEqual([])
})

const countOf = (wardNumber: string): number => Number(wardNumber.split('-')[2])
