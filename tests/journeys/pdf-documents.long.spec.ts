import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { root } from '#build/setup/say.mjs'
import { driver } from '../demo/drive.ts'
import { openEnvelope } from '../demo/steps.ts'
import { pssOfTree } from '#tests/pss.ts'
import { drugList, endlessPdf, lockedPdf, pages, scannedPdf, swellingPdf } from '#tests/reference/pdf-bytes.ts'
import { known, writePatientList } from './brought.ts'
import { inEveryLook } from './every-look.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'

/** The hospital's PDFs in the chart: pages as they would be printed, and those that are locked, cut off, or made to do harm. */
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const lines = ['薬剤一覧　見本 太郎　男', '架空錠 5mg　1回1錠　1日1回　朝食後', '例示散 10%　0.5g　朝・夕　11/10 まで', 'ﾊﾝｶｸｶﾅ ABC 123 mg/mL ①℃㎎']

let station: SealedStation
let shown: Shown
test.beforeAll(async () => {
  test.setTimeout(180_000)
  station = await aSealedStation('real')
  shown = await show(station)
})
test.afterAll(async () => {
  await shown.app.close().catch(() => undefined) // closed already when a test failed
  await station.drop()
})

test('[REF-46] [REF-52] PDFs are imported while sealed, and it is said that they cannot be printed', async () => {
  const { page } = shown
  const at = driver(page)
  const list = join(station.data, '..', 'list.csv')
  const folder = join(station.data, '..', 'documents')
  await writePatientList(list)
  await mkdir(folder)
  const printed = await printedWithFonts(lines)
  const documents: Readonly<Record<string, Uint8Array>> = {
    '1薬': drugList([lines, ['2ページ目', ...lines], ['3ページ目', ...lines]]),
    '2明朝': drugList([lines], { name: 'MS-PMincho', encoding: 'UniJIS-UTF16-H' }),
    '3画面': printed,
    '4長い': drugList(Array.from({ length: 300 }, (_, page_) => [`${page_ + 1}枚目`, ...lines])),
    '5鍵': lockedPdf(),
    '6切れ': drugList([lines, lines, lines]).slice(0, -20),
    '7終わらない': endlessPdf(),
    '8ふくらむ': swellingPdf(),
    '0写し': scannedPdf(),
    '0欠け': drugList([lines], { name: 'SimSun', encoding: 'GBK-EUC-H' }),
    '9動く': pages(['BT /F1 14 Tf 60 780 Td (acts) Tj ET'], '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>', ['<< /S /JavaScript /JS (app.alert\\(1\\)) >>'], { catalogue: '/OpenAction 5 0 R' }),
  }
  for (const [name, bytes] of Object.entries(documents)) await writeFile(join(folder, `${known.id}_${name}.pdf`), bytes)
  await at.push('参照データ')
  await at.push('患者一覧を取り込む')
  await page.locator('input[type=file]').first().setInputFiles(list)
  await at.write('取り込む人の職員番号', 'IT-0104')
  await at.press('Control+Enter')
  await at.sees('取り込みました')
  await at.press('Control+Enter')
  await at.push('文書を取り込む')
  await at.sees('この端末では印刷できません')
  await page.locator('input[type=file]').first().setInputFiles(folder)
  await at.write('取り込む人の職員番号', 'IT-0104')
  await at.press('Control+Enter')
  await at.sees('11件の文書に入れ替えました')
  await at.sees('PDFが 11 件あります')
  await at.press('Control+Enter')
  await at.press('Escape')
})

test('[REF-52] [REF-53] [REF-56] a drug list is read in the chart, page by page, in Japanese, with its words for a screen reader', async () => {
  const { page } = shown
  const at = driver(page)
  await openEnvelope(page, 1, station.codes[0] ?? '')
  await at.press('F4')
  await page.keyboard.insertText(known.id)
  await at.sees(known.name)
  await at.press('ArrowDown')
  await at.press('Enter')
  await at.choose('どう確かめたか', 1)
  await at.write('生年月日', known.birth)
  await at.press('Control+Enter')
  await at.sees('登録しました')
  await at.press('Enter')
  await at.push('停止前の文書 11')
  await at.push(/1薬/)
  await at.sees('全3ページ')
  await expect.poll(() => wordsOf(page, 1), { timeout: 30_000 }).toContain('架空錠 5mg')
  await at.sees('この端末の字で出しています')
  // Four lines of letters, and every line is its own: boxes in the place of letters would be alike.
  const bands = await inkOf(page, 1, 40)
  expect(bands.filter((ink) => ink > 0).length).toBeGreaterThanOrEqual(4)
  expect(new Set(bands.filter((ink) => ink > 100)).size).toBeGreaterThanOrEqual(4)
  expect(await inEveryLook('documents-pdf', page)).toEqual([])

  // By the keyboard alone: to the end, larger, and back.
  const region = page.getByRole('group', { name: /1薬\.pdf/ })
  await region.focus()
  await at.press('End')
  await expect.poll(() => wordsOf(page, 3)).toContain('3ページ目')
  const width = (await pageOf(page, 3).boundingBox())?.width ?? 0
  await at.press('+')
  await at.sees('125%')
  expect((await pageOf(page, 3).boundingBox())?.width).toBeGreaterThan(width * 1.2)
  await at.press('0')

  for (const name of [/2明朝/, /3画面/]) {
    await at.push(name)
    await expect.poll(() => inkOf(page, 1, 1).then(([ink = 0]) => ink), { timeout: 30_000 }).toBeGreaterThan(500)
  }
  await expect.poll(() => wordsOf(page, 1)).toContain('架空錠 5mg')
  expect(await page.getByText('この端末の字で出しています').count()).toBe(0) // its fonts are within it
})

test('[REF-53] [REF-54] a list of 300 pages, a locked one and one that was cut off say what is not there', async () => {
  const { page } = shown
  const at = driver(page)
  await at.push(/4長い/)
  await at.sees('全300ページのうち、はじめの200ページだけ')
  await page.getByRole('group', { name: /4長い\.pdf/ }).focus()
  await at.press('End')
  await expect.poll(() => wordsOf(page, 200), { timeout: 30_000 }).toContain('200枚目')
  expect(await page.evaluate(() => [...document.querySelectorAll('canvas')].filter((canvas) => canvas.width > 1).length)).toBeLessThan(8)
  await at.push(/0写し/)
  await expect.poll(() => wordsOf(page, 1)).toContain('読み上げる文字がありません')
  const scanned = await inkOf(page, 1, 1)
  expect(scanned[0]).toBeGreaterThan(100_000)
  await at.push(/5鍵/)
  await at.sees('パスワードのかかったPDF')
  await at.push(/0欠け/)
  await at.sees('抜けた行があるかもしれません')
  await at.push(/6切れ/)
  await at.sees('壊れているか、途中で切れています')
  await expect.poll(() => wordsOf(page, 1)).toContain('架空錠')
})

test('[REF-55] [REF-56] what draws or unpacks without end is ended, the window is not held up, and leaving lets go of it', async () => {
  const { app, page } = shown
  const at = driver(page)
  const pid = app.process().pid ?? 0
  const before = await pssOfTree(pid)
  let most = 0
  for (const [name, said] of [[/7終わらない/, /時間がかかりすぎる/], [/8ふくらむ/, /出せ|時間がかかりすぎる/]] as const) {
    await at.push(name)
    const from = Date.now()
    let slowest = 0
    while (!(await page.getByText(said).first().isVisible()) && Date.now() - from < 60_000) {
      const asked = Date.now()
      await page.evaluate(() => 1)
      slowest = Math.max(slowest, Date.now() - asked)
      most = Math.max(most, await pssOfTree(pid))
      await page.waitForTimeout(250)
    }
    console.log(`${String(name)}: ${((Date.now() - from) / 1000).toFixed(1)} s, ${Math.round((most - before) / 1024 ** 2)} MB more at most, the window answered within ${slowest} ms`)
    await at.sees(said)
    expect(slowest).toBeLessThan(5000)
  }
  await at.push(/9動く/)
  await expect.poll(() => wordsOf(page, 1)).toContain('acts')
  await at.press('Escape')
  await at.sees('停止前の文書 11')
  await expect.poll(() => page.workers().length).toBeLessThan(3)
  expect(page.workers().some((worker) => worker.url().includes('pdf'))).toBe(false)
  const kept = await filesOf(join(station.data, '..'))
  expect(kept.filter((path) => path.endsWith('.pdf') && !path.includes('/documents/'))).toEqual([])
  expect(shown.complaints).toEqual([])
})

const pageOf = (page: Page, number: number) => page.getByRole('group', { name: new RegExp(`^${number} / \\d+ページ$`) })

/** What a screen reader reads of it. */
const wordsOf = (page: Page, number: number): Promise<string> => pageOf(page, number).locator('p').last().innerText()

/** What Chromium prints has its fonts within it: the pieces of one that hold these letters. */
async function printedWithFonts(text: readonly string[]): Promise<Uint8Array> {
  const folder = join(root, 'node_modules/@fontsource/biz-udpgothic')
  const ranges = Object.entries(JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Readonly<Record<string, string>>)
  const holds = (range: string): boolean => range.split(',').some((part) => {
    const [first = 0, last = first] = part.slice(2).split('-').map((code) => Number.parseInt(code, 16))
    return [...text.join('')].some((letter) => (letter.codePointAt(0) ?? 0) >= first && (letter.codePointAt(0) ?? 0) <= last)
  })
  const faces = await Promise.all(ranges.filter(([, range]) => holds(range)).map(async ([shard, range]) => {
    const bytes = await readFile(join(folder, `files/biz-udpgothic-${shard.replace(/[[\]]/g, '')}-400-normal.woff2`), 'base64')
    return `@font-face { font-family: own; src: url(data:font/woff2;base64,${bytes}); unicode-range: ${range} }`
  }))
  const html = `<!DOCTYPE html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"><style>${faces.join('\n')} body { font: 20px own }</style>${text.map((line) => `<p>${line}</p>`).join('')}`
  return Buffer.from(await shown.app.evaluate(async ({ BrowserWindow }, page) => {
    const window = new BrowserWindow({ show: false })
    await window.loadURL(`data:text/html;base64,${page}`)
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => null)')
    const bytes = await window.webContents.printToPDF({})
    window.destroy()
    return bytes.toString('base64')
  }, Buffer.from(html).toString('base64')), 'base64')
}

/** How many dark points a page has in each of so many bands, from the top. */
async function inkOf(page: Page, number: number, bands: number): Promise<readonly number[]> {
  const canvas = pageOf(page, number).locator('canvas')
  return canvas.evaluate(async (element, count) => {
    const picture = await createImageBitmap(element as HTMLCanvasElement)
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
    if (context === null) throw new Error('A canvas has two dimensions')
    context.drawImage(picture, 0, 0)
    const { data, width, height } = context.getImageData(0, 0, picture.width, picture.height)
    return Array.from({ length: count }, (_, band) => {
      let ink = 0
      for (let at = Math.floor((height * band) / count) * width * 4; at < Math.floor((height * (band + 1)) / count) * width * 4; at += 4) if ((data[at + 3] ?? 0) > 128 && (data[at] ?? 255) < 128) ink += 1
      return ink
    })
  }, bands)
}

async function filesOf(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
