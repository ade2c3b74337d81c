import { execFile, execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { _electron as electron, expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { launchArgs } from '#build/setup/display.mjs'
import { root } from '#build/setup/say.mjs'
import { printedHead } from '#domain/log/printed-head.ts'
import { partsOf } from '#renderer/print/count.ts'
import { asImage, marginsOf, photocopy, readPgm, type Bitmap } from '../print/bitmap.ts'
import { inksOf } from '../print/inks.ts'
import { code, longWorn, officer, sheets } from '../print/sample-sheets.ts'
import { driver } from '../demo/drive.ts'
import { aSealedStation, show } from './station.ts'

const run = promisify(execFile)
const out = join(root, 'out/paper')
/** For margins, and for codes: as a worn scanner sees them. */
const [coarse, fine] = [72, 200]

let app: ElectronApplication
let page: Page
const complaints: string[] = []

test.describe.configure({ mode: 'default' })

test.beforeAll(async () => {
  const gallery = join(root, 'out/paper-gallery')
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', join(root, 'tests/gallery/vite.config.ts'), '--logLevel', 'warn'], { cwd: root, env: { ...process.env, GALLERY_BUILD: gallery } })
  await mkdir(out, { recursive: true })
  prepareZXingModule({ overrides: { wasmBinary: (await readFile(join(root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'))).buffer } })
  const switches = await launchArgs()
  app = await electron.launch({ args: [...switches, join(root, 'tests/print/printer'), `--gallery=${gallery}`], chromiumSandbox: switches.length === 0, cwd: root })
  page = await app.firstWindow()
  page.on('console', (said) => void (said.type() === 'error' ? complaints.push(said.text()) : null))
  page.on('pageerror', (thrown) => void complaints.push(thrown.message))
  await page.getByRole('button').first().waitFor()
})

test.afterAll(() => app.close())

/** What each form must say on its first page, what its QR reads as, and on what paper it is. */
const said: Readonly<Record<string, { readonly says: readonly string[]; readonly qr?: readonly string[]; readonly bars?: readonly string[]; readonly mm?: readonly [number, number] }>> = {
  envelope: { says: ['非常時用 封緘口座票', '2号 / 3通', code, '7K2M7-3N8VT-CFRFD', '看護部長室 金庫', 'SL-004417', '開封者', 'AF-000241'], qr: [code] },
  'envelope-bare': { says: [code], qr: [code] },
  'envelope-long': { says: ['髙﨑𠮷記念病院', '12号 / 12通'], qr: [code] },
  officer: { says: [officer.recipient, 'age -d -i key.txt'], qr: [officer.secret] },
  poster: { says: ['非常時用端末', '使用中', 'EMERGENCY WORKSTATION IN USE', '電子カルテ停止', '副院長 伊藤 恵', '1番(3通のうち1通)', 'PHS 2901', '封筒開封 1/3', '3JV8R-0WPN6'] },
  'poster-a3': { says: ['使用中'], mm: [297, 420] },
  'poster-long': { says: ['髙﨑𠮷記念病院', '武者小路 百合子'] },
  'poster-drill': { says: ['訓練中', 'NOT AN EMERGENCY', 'T-AF-000001'] },
  runner: { says: ['非常時用端末を使っています。', '受けた人(署名)', 'AF-000003-3'] },
  'hand-over': { says: ['終了時引継票', '髙﨑 德子', 'ペニシリン系', 'ノルアドレナリン', '128/76 mmHg', '記載なし(要確認)', '未測定', '受けた人'], qr: ['AF-F12-000003'] },
  'hand-over-heavy': { says: ['髙﨑 德子'] },
  'incident-report': { says: ['個人情報保護委員会', 'システム事業者', '都道府県', '厚生労働省', '警察', '漏れた・失われたおそれのある個人情報'], qr: ['AF-F13-000003'] },
  inventory: { says: ['防災センター 鍵保管庫', '開封・使用済', '次回期限'], qr: ['AF-F15-000003'] },
  'audit-head': { says: ['--head "4812 ', '端末の署名鍵', '古い写しに戻されている'], qr: ['AF-F16-000003'] },
  'drill-log': { says: ['訓練', '封筒を手にしてから最初の患者の保存まで', '1分36秒', '達成', '超過'], qr: ['T-AF-F17-000012'] },
  conformance: { says: ['ガイドライン適合表', 'MHLW-1', 'GLASS-2'], qr: ['AF-F14-000003'] },
  band: { says: ['髙﨑 德子', 'タカサキ ノリコ', '1951-03-14(昭26) 75歳 女', 'D-AF-00123-4', 'アレルギー あり', '5階東病棟'], qr: ['DAF001234'], bars: ['DAF001234'], mm: [280, 25] },
  'band-a4': { says: ['◇ ラジオ テガミ', '推定60歳', '再発行 1', '仮: ◇ ツバメ クジャク', 'アレルギー 未確認'], qr: ['DAF001234', 'DAF001288', 'DAF001291'], bars: ['DAF001234', 'DAF001288'] },
  'band-long': { says: ['再発行 12', longWorn.name], qr: ['DAF001234'], mm: [280, 25] },
  'band-drill': { says: ['訓練 TRAINING', 'T-AF-00001-6'], qr: ['DAF001234', 'TAF000016'] },
  'bed-card': { says: ['髙﨑 德子', '412-2', 'アレルギー あり'], qr: ['DAF001234', 'DAF001288'], bars: ['DAF001234', 'DAF001288'] },
  'bed-card-long': { says: [longWorn.name], qr: ['DAF001234'] },
  specimens: { says: ['検体', '№AF-000003-20', '採取者'], qr: ['DAF001234'] },
  'specimens-65': { says: ['◇ ラジオ テガミ', '推定60歳 男'], qr: ['DAF001288'] },
  documents: { says: ['髙﨑 德子', '1951-03-14(昭26) 75歳 女'], qr: ['DAF001234'], bars: ['DAF001234'] },
  'documents-65': { says: ['髙﨑 德子', '1951-03-14 75歳 女'], qr: ['DAF001234'] },
  'documents-long': { says: ['氏名はバンドで確認'], qr: ['DAF001234'] },
  'documents-drill': { says: ['訓練', 'T-AF-00001-6'], qr: ['TAF000016'] },
  'blank-bands': { says: ['氏名(カナ)', 'D-AF-00146-6'], qr: ['DAF001415', 'DAF001428', 'DAF001431', 'DAF001444', 'DAF001453', 'DAF001466'] },
  'blank-labels': { says: ['性別 男・女・不明', 'D-AF-00146-6'], qr: ['DAF001415', 'DAF001428', 'DAF001431', 'DAF001444', 'DAF001453', 'DAF001466'] },
  'blank-labels-65': { says: ['D-AF-00146-6'], qr: ['DAF001415', 'DAF001428', 'DAF001431', 'DAF001444', 'DAF001453', 'DAF001466'] },
  'label-test': { says: ['試し刷り', '等倍'], qr: ['AF-F03-T-000003'] },
  flowsheet: { says: ['経過表(体温表)', '2026-11-16(月)〜22(日)', '入院1日目', '●42.6↑', '髙﨑 德子', '未照合'], qr: ['DAF001234-F04-000003'], bars: ['DAF001234'] },
  'flowsheet-number': { says: ['D-AF-00141-5', '日目', '第枚'], qr: ['DAF001415-F04-000003'], bars: ['DAF001415'] },
  'flowsheet-long': { says: ['Meersch-Oosterhuis', '記載事項'], qr: ['DAF001234-F04-000003'] },
  orders: { says: ['指示簿', '基本指示', 'ペニシリン系(発疹)・そば', 'ソルデム3A輸液500mL', '口頭指示 受 佐藤'], qr: ['DAF001234-F06-000003'], bars: ['DAF001234'] },
  medication: { says: ['与薬・注射記録', 'ランソプラゾールOD錠15mg', '×拒', '右前腕', 'M-0042'], qr: ['DAF001234-F07-000003'], bars: ['DAF001234'] },
  'nursing-note': { says: ['看護記録(SOAP)', '【訂正 第2版】', '【遅延記載】', '【代行入力】', '旧(第1版):体温38.4℃'], qr: ['DAF001234-F08-000003'], bars: ['DAF001234'] },
  'nursing-note-long': { says: ['次頁へ続く', '前頁から続く'], qr: ['DAF001234-F08-000003'] },
  transfusion: { says: ['輸血実施記録', '12-3456-7890', '15分'], qr: ['DAF001234-F18-000003'] },
  exams: { says: ['パニック値', '右下肺野の浸潤影は縮小。'], qr: ['DAF001234-F19-000003'] },
  'form-record': { says: ['義歯は外して洗浄した'], qr: ['DAF001234-F20-000003'] },
  fluids: { says: ['水分出納', '準夜 16〜24時 計'], qr: ['DAF001234-F21-000003'] },
  controlled: { says: ['モルヒネ塩酸塩注10mg', '実数確認', '1人で実施'], qr: ['AF-F22-000003'] },
  'continuity-code': { says: ['継続用の控えの開け方', code, 'age -d -o DWC_SHIOMI', 'index.html', 'age-encryption.org'], qr: ['AF-F23-000003', code] },
  'not-recorded': { says: ['この印刷は端末に記録されていない', '________'] },
}

/** `npm run paper` prints all of them. */
const names = process.env['TOMOSHIBI_PAPER'] === 'all' ? [...Object.keys(sheets), 'conformance'] : ['envelope', 'envelope-long', 'poster', 'hand-over', 'band', 'band-long', 'documents', 'conformance', 'flowsheet', 'nursing-note-long']

test('[SHEET-13] Every form, also with the longest words it can be given, stands whole on paper of its size, at least 4 mm from every edge, in black alone, with its words as text and in faces of our own.', async () => {
  test.setTimeout(names.length > 10 ? 900_000 : 180_000)
  for (const name of names) {
    const file = await printed(name)
    const { says = [], mm: [width, height] = [210, 297] } = said[name] ?? {}
    const pages = [...(await text('pdfinfo', '-l', '99', file)).matchAll(/Page +\d+ size: +([\d.]+) x ([\d.]+)/g)].map(([, w, h]) => [(Number(w) * 25.4) / 72, (Number(h) * 25.4) / 72])
    const sheet = sheets[name]
    if (sheet !== undefined) expect.soft(pages.length, name).toBe(partsOf(sheet).reduce((sum, part) => sum + part.sheets, 0))
    for (const [w = 0, h = 0] of pages) {
      expect.soft(Math.abs(w - width), `${name} is ${w} mm wide`).toBeLessThan(0.5)
      expect.soft(Math.abs(h - height), `${name} is ${h} mm high`).toBeLessThan(0.5)
    }
    const words = (await text('pdftotext', '-raw', file, '-')).replaceAll(/\s/g, '')
    for (const word of says) expect.soft(words, name).toContain(word.replaceAll(/\s/g, ''))
    expect.soft(inksOf(await readFile(file)).filter((ink) => ink !== '0 0 0' && ink !== '1 1 1'), name).toEqual([])
    expect.soft(await text('pdffonts', file), name).not.toMatch(/DejaVu|Liberation|Type 3/)
    for (const [at, bitmap] of (await drawn(name, file, coarse)).entries()) {
      const margins = marginsOf(bitmap, coarse)
      // The fold ticks of an envelope's sheet reach the edge on purpose.
      const edges = name.startsWith('label-test') ? [margins.bottom] : name.startsWith('envelope') && at === 0 ? [margins.top, margins.bottom] : Object.values(margins)
      expect.soft(Math.min(...edges), `${name} page ${at + 1} ${JSON.stringify(margins)}`).toBeGreaterThanOrEqual(4)
    }
  }
  expect.soft(complaints).toEqual([])
})

test('[SHEET-14] A QR on paper reads as the text beside it, also from a photocopy of a photocopy; an envelope’s code stands on page one alone, in the third that both others cover.', async () => {
  test.setTimeout(names.length > 10 ? 900_000 : 180_000)
  for (const [name, { qr = [], bars = [] }] of Object.entries(said)) {
    if (qr.length === 0 || !names.includes(name)) continue
    const [first, second] = await drawn(name, join(out, `${name}.pdf`), fine, 2)
    if (first === undefined) throw new Error(`${name} has no page`)
    expect.soft(await read(first), name).toEqual(qr)
    if (bars.length > 0) expect.soft(await read(first, 'Code128'), `line codes of ${name}`).toEqual(bars)
    let seed = 7
    const chance = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
    expect.soft(await read(photocopy(photocopy(first, 0.4, chance), -0.7, chance)), `a copy of a copy of ${name}`).toEqual(qr)
    if (name.startsWith('envelope') && second !== undefined) expect.soft(await read(second), name).toEqual([])
  }
  for (const name of names.filter((each) => each.startsWith('envelope'))) {
    const file = join(out, `${name}.pdf`)
    const groups = code.split('-')
    const middle = await text('pdftotext', '-raw', '-l', '1', '-x', '0', '-y', '281', '-W', '600', '-H', '280', file, '-')
    const upper = await text('pdftotext', '-raw', '-l', '1', '-x', '0', '-y', '0', '-W', '600', '-H', '280', file, '-')
    const lower = await text('pdftotext', '-raw', '-l', '1', '-x', '0', '-y', '562', '-W', '600', '-H', '300', file, '-')
    const label = await text('pdftotext', '-raw', '-f', '2', file, '-')
    expect.soft(middle.replaceAll(/\s/g, '')).toContain(code)
    for (const group of groups) for (const elsewhere of [upper, lower, label]) expect.soft(elsewhere.replaceAll(/\s/g, '')).not.toContain(group)
  }
})

/** Prints as the application does, up to the moment of print(); what stands on the page then goes into a PDF instead. */
async function printed(name: string): Promise<string> {
  await page.evaluate(() => {
    window.print = () => {
      const place = document.body.lastElementChild
      const kept = place?.cloneNode(true)
      Object.assign(window, { printed: { kept, look: document.documentElement.className, clipped: clippedIn(place) } })
    }
    /** Boxes that hide a part of what is in them. Before print() the place stands beside the window, laid out. */
    function clippedIn(place: Element | null): readonly string[] {
      return [...(place?.querySelectorAll('section, section *') ?? [])].flatMap((element) => {
        const { overflow } = getComputedStyle(element)
        const isOver = element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1
        return overflow === 'hidden' && element.clientHeight > 0 && isOver ? [`${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}: ${element.scrollWidth}x${element.scrollHeight} in ${element.clientWidth}x${element.clientHeight}`] : []
      })
    }
  })
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForFunction(() => 'printed' in window)
  await page.waitForFunction(() => document.body.lastElementChild?.hasAttribute('inert') !== true)
  const clipped = await page.evaluate(() => {
    const { printed: { kept, look, clipped: found } } = window as unknown as { printed: { kept: Node; look: string; clipped: readonly string[] } } // put there just now
    document.documentElement.className = look
    document.body.append(kept)
    return found
  })
  expect.soft(clipped, `${name} is clipped`).toEqual([])
  const pdf = await app.evaluate(async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }))?.toString('base64') ?? '')
  await page.evaluate(() => {
    document.documentElement.className = ''
    document.body.lastElementChild?.remove()
    Reflect.deleteProperty(window, 'printed')
  })
  const file = join(out, `${name}.pdf`)
  await writeFile(file, Buffer.from(pdf, 'base64'))
  return file
}

async function text(program: string, ...args: readonly string[]): Promise<string> {
  return (await run(program, args, { maxBuffer: 64 * 1024 * 1024 })).stdout
}

async function drawn(name: string, file: string, dpi: number, last = 99): Promise<readonly Bitmap[]> {
  const folder = join(out, name)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  await run('pdftoppm', ['-r', String(dpi), '-l', String(last), '-gray', file, join(folder, 'page')])
  const files = await readdir(folder)
  return Promise.all(files.toSorted().map(async (drawing) => readPgm(await readFile(join(folder, drawing)))))
}

/** Each code once, as a text: on a sheet of labels one code stands many times. */
async function read(bitmap: Bitmap, format: 'QRCode' | 'Code128' = 'QRCode'): Promise<readonly string[]> {
  return [...new Set((await readBarcodes(asImage(bitmap), { formats: [format], tryHarder: true })).map(({ text: value }) => value))].toSorted()
}

test('[SHEET-8] [SHEET-9] a sheet printed while sealed carries its number and the head of the journal that says so', async () => {
  const station = await aSealedStation()
  const shown = await show(station)
  try {
    const at = driver(shown.page)
    await at.sees('緊急開封へ進む')
    await at.press('F1')
    await at.sees('文字の大きさ')
    await at.push('ガイドライン適合表')
    await at.sees('MHLW-19')
    await shown.page.evaluate(() => {
      window.print = () => void Object.assign(window, { printed: document.body.lastElementChild?.textContent })
    })
    await at.press('Control+Enter')
    await shown.page.waitForFunction(() => 'printed' in window)
    const paper = await shown.page.evaluate(() => String(Reflect.get(window, 'printed')))
    expect(paper).toContain('用紙 S-AF-000001')
    const status = await shown.page.evaluate(async () => window.tomoshibi.call('station:status', undefined)) as { readonly value: { readonly stationEnd: { readonly seq: number; readonly head: string } } } // the machine's own form
    const { seq, head } = status.value.stationEnd
    expect(paper).toContain(`連鎖先頭 ${printedHead(seq, head).split(' ')[1]}(#${seq})`)
  } finally {
    await shown.app.close()
    await station.drop()
  }
  expect(shown.complaints).toEqual([])
})
