import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, expect, test, type Page } from '@playwright/test'
import { root } from '#build/setup/say.mjs'
import { driver } from '../demo/drive.ts'
import { allergy, changeTo, note, openEnvelope, opener, register, vitalSigns } from '../demo/steps.ts'
import { ageAtTerminal } from '../vault/outside-age.ts'
import { tool } from './outside.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'

/** The ward must leave this PC. What it takes along is opened here as at the next hospital: age, unzip, a browser, a reader of PDFs. */
test.describe.configure({ mode: 'serial' })

let station: SealedStation
let shown: Shown
let page: Page
let number = ''
const second = { name: '応援 はな', staffNumber: 'N-2051', pin: '730915' } as const
const reason = '受け入れ先に復号できるPCがない'
const out = join(root, 'out/continuity')

test.beforeAll(async () => {
  station = await aSealedStation('real')
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  shown = await show(station)
  page = shown.page
  await openEnvelope(page, 1, station.codes[0] ?? '')
  const at = driver(page)
  number = await register(page, { family: '髙﨑', given: '𠮷乃', familyKana: 'タカサキ', givenKana: 'ヨシノ', birth: 's25.3.4', bed: '301' })
  await at.press('Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor()
  await vitalSigns(page, ['38.4', '96', '132', '78', '22', '91', '3', '0'])
  await note(page, '右前腕のガーゼ交換 <b>滲出液</b>少量')
  await allergy(page, 'ペニシリン', '本人')
  await at.press('F2')
})
test.afterAll(async () => {
  await shown.app.close()
  await station.drop()
})

const files = async (): Promise<readonly string[]> => (await readdir(station.exportTo)).filter((name) => name.startsWith('DWC_')).toSorted()

/** By F11, the ward on paper: the way the notice of a low battery leads. */
async function toScreen(): Promise<void> {
  const at = driver(page)
  await at.press('F11')
  await page.getByRole('button', { name: '病棟一式を印刷する' }).waitFor()
  await at.push('継続用の控えを媒体に書く')
  await page.getByRole('radiogroup', { name: '暗号化' }).waitFor()
  await at.push('フォルダを選ぶ')
  await page.getByRole('button', { name: '別のフォルダにする' }).waitFor()
}

/** As anybody reads it: index and patient in a browser without this program, and what a printer would get. */
async function readElsewhere(folder: string, name: string): Promise<{ readonly index: string; readonly patient: string; readonly titles: readonly string[]; readonly pdf: string }> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' })
  try {
    const elsewhere = await browser.newPage({ viewport: { width: 1024, height: 900 } })
    const asked: string[] = []
    elsewhere.on('request', (request) => asked.push(request.url()))
    await elsewhere.goto(pathToFileURL(join(folder, 'index.html')).href)
    const [index, title] = [await elsewhere.locator('body').innerText(), await elsewhere.title()]
    await elsewhere.screenshot({ path: join(out, `${name}-index.png`), fullPage: true })
    await elsewhere.getByRole('link', { name: number }).click()
    await elsewhere.getByRole('heading', { name: /いま続いているもの/ }).waitFor()
    await elsewhere.screenshot({ path: join(out, `${name}-patient.png`), fullPage: true })
    const patient = await elsewhere.locator('body').innerText()
    expect(asked.every((url) => url.startsWith('file:'))).toBe(true)
    return { index, patient, titles: [title, await elsewhere.title()], pdf: await tool('pdftotext', ['-layout', join(folder, 'ward.pdf'), '-']) }
  } finally {
    await browser.close()
  }
}

async function holdsWard(folder: string, name: string): Promise<void> {
  const { index, patient, titles, pdf } = await readElsewhere(folder, name)
  for (const words of ['時点', '301', number, '髙﨑 𠮷乃', 'タカサキ ヨシノ', 'あり PRESENT', 'ペニシリン', '架空病院', '3階西', '端末 station AF', '連鎖先頭 chain head']) expect.soft(index, words).toContain(words)
  for (const words of ['髙﨑 𠮷乃', '1950', '昭和25年3月4日', '右前腕のガーゼ交換 <b>滲出液</b>少量', '38.4', 'ペニシリン', opener.name]) expect.soft(patient, words).toContain(words)
  expect(titles.join()).not.toMatch(/髙|タカサキ|AF-/)
  const printed = pdf.replaceAll(/\s/g, '')
  for (const words of ['病棟管理日誌', '経過表', '看護記録', '髙﨑𠮷乃', number, '右前腕のガーゼ交換', 'ペニシリン', '災害時記録']) expect.soft(printed, words).toContain(words)
}

test('[CONT-1] [CONT-3] [CONT-4] under its code: age, unzip, a browser and pdftotext find the ward, and no name stands outside', async () => {
  test.setTimeout(180_000)
  const at = driver(page)
  await toScreen()
  await at.press('Control+Enter')
  await page.getByText('読み返して確かめました').waitFor({ timeout: 120_000 })
  await page.screenshot({ path: join(out, 'written.png') })
  const code = (await page.locator('[data-code]').innerText()).trim()
  expect(code).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/)
  const [name = ''] = await files()
  expect(name).toMatch(/^DWC_HOSPITAL_AF_\d{8}T\d{6}Z\.zip\.age$/)
  expect((await readFile(join(station.exportTo, name))).subarray(0, 400).toString('latin1')).toContain('-> scrypt ')

  // The screen keeps whoever has not put the code on paper.
  await at.press('Escape')
  await expect(page.locator('[data-code]')).toBeVisible()
  await page.getByRole('checkbox', { name: 'コードを紙に控えた' }).focus()
  await at.press('Space')
  await at.press('Escape')
  await page.getByRole('button', { name: '病棟一式を印刷する' }).waitFor()

  const there = join(out, 'under-code')
  await mkdir(there, { recursive: true })
  await writeFile(join(there, name), await readFile(join(station.exportTo, name)))
  await writeFile(join(there, 'copy.zip'), await ageAtTerminal(there, code, `-d -o out ${name}`))
  await tool('unzip', ['-q', 'copy.zip', '-d', 'copy'], there)
  expect((await readdir(join(there, 'copy'), { recursive: true })).toSorted()).toEqual(['index.html', 'patients', 'patients/001.html', 'ward.pdf'])
  await holdsWard(join(there, 'copy'), 'under-code')
  // Neither code nor name lies anywhere on station or medium; the same search finds what does lie there in clear.
  const holding = (what: string): number | null => spawnSync('grep', ['-r', '-a', '-q', '-E', what, station.exportTo, station.data]).status
  expect([holding(`${code}|髙﨑`), holding('continuity-begun')]).toEqual([1, 0])
})

test('[CONT-5] [CONT-6] without encryption: refused to one person, refused with a wrong PIN, done by two and on record', async () => {
  test.setTimeout(180_000)
  const at = driver(page)
  await at.press('Alt+K')
  await at.push('はじめての人を登録する')
  await at.sees('新しい記録者を登録します')
  await at.write('氏名', second.name)
  await at.write('自分の職員番号', second.staffNumber)
  await at.choose('職種', 1)
  await at.write('自分のPIN', second.pin)
  await at.write('もう一度', second.pin)
  await at.press('Control+Enter')
  await page.getByRole('button', { name: second.name }).waitFor()
  await changeTo(page, opener)

  await toScreen()
  await at.choose('暗号化', 3)
  await at.write('暗号化しない理由', reason)
  const refuses = async (why: string): Promise<void> => {
    await page.getByRole('button', { name: `暗号化せずに書き込む（${why}）` }).waitFor()
    await at.press('Control+Enter')
    await page.waitForTimeout(500)
    expect((await files()).filter((one) => one.endsWith('.zip'))).toEqual([])
  }
  await refuses('2人目の番号を打つ')
  await at.write('2人目の職員番号', opener.staffNumber)
  await at.write('2人目のPIN', opener.pin)
  await refuses('自分とは別の人が要る')
  await at.write('2人目の職員番号', second.staffNumber)
  await at.sees(`2人目：${second.name}`)
  await refuses('2人目がPINを打つ')
  await at.write('2人目のPIN', '918273')
  await at.press('Control+Enter')
  await at.sees('2人目のPINが違います。あと4回試せます。')
  expect((await files()).filter((one) => one.endsWith('.zip'))).toEqual([])
  await page.screenshot({ path: join(out, 'plain-refused.png') })
  await at.write('2人目のPIN', second.pin)
  await at.press('Control+Enter')
  await page.getByText('読み返して確かめました').waitFor({ timeout: 120_000 })
  await at.sees('暗号化していません。')
  await page.screenshot({ path: join(out, 'plain-written.png') })
  const name = (await files()).find((one) => one.endsWith('.zip')) ?? ''
  await tool('unzip', ['-q', join(station.exportTo, name), '-d', join(out, 'plain')])
  await holdsWard(join(out, 'plain'), 'plain')

  // Told without a key, too: both numbers stand in the audit.
  await at.press('Escape')
  await page.getByRole('button', { name: '病棟一式を印刷する' }).waitFor()
  await at.push('その他')
  await at.push('記録の検証と履歴')
  await at.sees(new RegExp(`継続用の控えの書き込みを開始：暗号化なし・\\d+バイト・2人目 ${second.staffNumber}`))
  expect(shown.complaints).toEqual([])
})
