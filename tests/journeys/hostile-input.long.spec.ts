import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'
import { exportAll, opener, setUp, throughLadder } from '../demo/steps.ts'
import { fillClipboard, flood, put, refused, slowDisk, standsIn, storable } from './hostile.ts'
import { theExport, tool } from './outside.ts'
import { aPlace, show, type Place, type Shown } from './station.ts'

/** Every box of the road, filled with what no box expects. Stored byte for byte, or refused with a sentence; nothing in between. */
test.describe.configure({ mode: 'serial' })

let place: Place
let shown: Shown
let page: Page
let officer = ''
let envelope = ''
const slowest = { ms: 0, box: '' }
const sentence = /制御文字が混じっています|壊れた文字が混じっています|文字まで保存できます|読み取れません|読めない|数字|暦にない|JCS|英数字16文字まで|打ちます/

test.beforeAll(async () => {
  place = await aPlace()
  shown = await show(place)
  page = shown.page
  await fillClipboard(shown.app)
})
test.afterAll(async () => {
  await shown.app.close().catch(() => undefined) // the last step has closed it
  await place.drop()
})

/** Floods a box, gives it everything that must be refused, and leaves it with `after`. `act` is the key that must do nothing meanwhile. */
async function torment(box: Locator, after: string, said: Locator = page.locator('main, [role="alertdialog"]').last()): Promise<void> {
  const name = (await box.getAttribute('aria-label')) ?? (await box.getAttribute('data-vital')) ?? (await box.getAttribute('id')) ?? ''
  await put(box, 'まえ')
  const ms = await flood(page, box)
  if (ms > slowest.ms) Object.assign(slowest, { ms, box: name })
  await standsIn(box, 'まえ')
  await expect(page.getByText('長すぎるため、この欄には入れませんでした')).toBeVisible()
  // Under a dialog the notice waits; nothing outside a dialog can be pressed.
  if ((await page.getByRole('alertdialog').count()) === 0) await page.getByRole('button', { name: '読みました' }).first().press('Enter')
  for (const [, text] of refused) {
    await put(box, text)
    await standsIn(box, text)
    await expect(said).toContainText(sentence)
  }
  await put(box, after)
  await standsIn(box, after)
}

const box = (label: string | RegExp, within: Page | Locator = page): Locator => within.getByLabel(label).and(page.locator('input:not([type=radio]):not([type=checkbox]), textarea')).first()

test('[UI-4] set-up refuses what it cannot keep in its first step, before any key is made', async () => {
  const at = driver(page)
  await at.choose('この端末は、前に準備されていますか', 3)
  await at.press('Control+Enter')
  await at.sees('どの病棟の端末ですか')
  for (const [label, after] of [['病院名', `病${storable}`], ['病棟名', `棟${storable}`], ['ベッド', '501〜512']] as const) await torment(box(label), after)
  await put(box('端末の文字'), 'AF')
  await put(box('病院名'), 'a\u0007b')
  await at.press('Control+Enter')
  await expect(page.getByText('どの病棟の端末ですか')).toBeVisible()
  await expect(page.getByRole('button', { name: /次へ（読めない文字を直す）/ })).toBeDisabled()
  await at.press('Escape')
  const codes = await setUp(page, undefined, { hospital: `病${storable}`, ward: `棟${storable}` })
  officer = codes.officer
  envelope = codes.envelopes[0] ?? ''
})

test('[UI-4] the opening keeps its story, names and decider as typed, or says why not', async () => {
  const at = driver(page)
  await at.push('緊急開封へ進む')
  await throughLadder(at)
  await at.choose('何が起きていますか', 7)
  await torment(box('様子'), `様${storable}\n2行目\tタブ`)
  await at.press('Control+Enter')
  await torment(box('氏名'), `名${storable}`)
  await put(box('職員番号'), '職員番号ではない')
  await expect(page.getByText('英数字16文字までです')).toBeVisible()
  await put(box('職員番号'), opener.staffNumber)
  await at.choose('職種', 2)
  await torment(box('開けると判断した人'), `判${storable}`)
  await put(box('氏名'), 'a\u0007b')
  await at.press('Control+Enter')
  await expect(page.getByText('開ける人はだれですか')).toBeVisible()
  await put(box('氏名'), `名${storable}`)
  await at.press('Control+Enter')
  await at.choose('端末の時計は合っていますか', 2)
  for (const [, text] of refused) {
    await put(box('正しい時刻'), `00${text}`)
    await expect(page.locator('main')).toContainText(sentence)
    await expect(page.getByRole('button', { name: '次へ（時刻を入れる）' })).toBeDisabled()
  }
  await at.choose('端末の時計は合っていますか', 1)
  await at.press('Control+Enter')
  await at.choose('封筒の番号', 1)
  const first = page.locator('fieldset input').first()
  for (const text of ['灯', '\u{1F600}', '\u0000', '-', 'U']) await put(first, text)
  await expect(first).toHaveValue('')
  await first.focus()
  await page.keyboard.insertText(envelope)
  await at.press('Control+Enter')
  await at.sees('は破られました')
  await at.press('Control+Enter')
  await at.sees('自分のPINを決めてください')
  await put(box('PIN'), '１２a\u0000')
  await expect(page.getByText('数字だけで決めます').or(page.getByText('制御文字')).first()).toBeVisible()
  await at.write('PIN', opener.pin)
  await at.write('もう一度', opener.pin)
  await at.press('Control+Enter')
  await at.push('作らずに進む')
  await page.getByRole('button', { name: '患者を登録する' }).first().waitFor()
})

test('[UI-4] a registration keeps every name as typed, or refuses it by field', async () => {
  const at = driver(page)
  await at.press('F3')
  for (const [label, after] of [['姓', `姓${storable}`], ['名', `名${storable}`], ['セイ', '__proto__'], ['メイ', 'constructor'], ['床', '__proto__'], ['特徴・所持品', `特${storable}\n2行目`]] as const) {
    await torment(box(new RegExp(`^${label}`)), after)
  }
  await torment(box(/^生年月日/), '')
  for (const [typed, said] of [['s50.2.29', '暦にない日です'], ['1868-10-22', '明治より前'], ['2100-01-01', 'まだ来ていません'], ['\uFA19\u{20BB7}', '読み取れません']] as const) {
    await put(box(/^生年月日/), typed)
    await at.press('Control+Enter')
    await expect(page.locator('main')).toContainText(said)
    await standsIn(box(/^生年月日/), typed)
  }
  await torment(box(/^推定年齢/), '')
  await put(box(/^生年月日/), '1868-10-23')
  await at.press('Control+Enter')
  await page.getByRole('heading', { level: 2, name: '登録しました' }).waitFor()
})

test('[UI-4] a second patient of the same impossible name, born on the 29th of February, stands beside the first', async () => {
  const at = driver(page)
  await at.press('Escape')
  await at.press('F3')
  await put(box(/^姓/), `姓${storable}`)
  await put(box(/^セイ/), '__proto__')
  await put(box(/^床/), '__proto__')
  await put(box(/^生年月日/), 'r6.2.29')
  await at.press('Control+Enter')
  await page.getByRole('heading', { level: 2, name: '登録しました' }).waitFor()
  await at.press('Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor()
  await expect(page.getByText('2024-02-29').first()).toBeVisible()
})

test('[UI-4] vital signs, their remark and their time take what they can keep and say what they cannot', async () => {
  const at = driver(page)
  const panel = page.getByLabel('バイタルサインを書く')
  await torment(page.locator('[data-vital="remark"]'), `備${storable}`, panel)
  for (const name of ['temperatureC', 'pulsePerMin', 'systolicMmHg', 'diastolicMmHg', 'respirationsPerMin', 'spo2Percent', 'oxygenLPerMin', 'jcs']) {
    const cell = page.locator(`[data-vital="${name}"]`)
    await flood(page, cell)
    await standsIn(cell, '')
    await put(cell, storable)
    await at.press('Control+Enter')
    await expect(cell).toHaveAttribute('aria-invalid', 'true')
    await standsIn(cell, storable)
    await put(cell, '')
  }
  await page.getByRole('button', { name: '読みました' }).first().press('Enter')
  const when = panel.getByLabel('測定時刻')
  for (const text of [storable, '25:00', '99/99 10:00', ...refused.map(([, one]) => one)]) {
    await put(when, text)
    await expect(when).toHaveAttribute('aria-invalid', 'true')
  }
  await put(when, '')
  await put(page.locator('[data-vital="temperatureC"]'), '３６。８')
  await at.press('Control+Enter')
  await panel.getByText('保存済み').waitFor()
})

test('[UI-4] a note too long by one is refused whole, and is there to be shortened', async () => {
  const at = driver(page)
  const note = page.getByRole('textbox', { name: '看護記録を書く' })
  await torment(note, '', page.getByLabel('看護記録を書く').first())
  const long = '記'.repeat(20_001)
  await note.focus()
  await page.keyboard.insertText(long)
  await at.press('Control+Enter')
  await expect(page.getByText('20000文字まで保存できます。あと1文字減らしてください')).toBeVisible()
  await expect(note).toHaveValue(long)
  await put(note, `記${storable}\n\n　字下げ\tタブ\n`)
  await note.focus()
  await at.press('Control+Enter')
  await page.getByLabel('看護記録を書く').first().getByText('保存済み').waitFor()
})

test('[UI-4] an allergy and the reason of a strike are kept as typed', async () => {
  const at = driver(page)
  await at.push(/確かめる/)
  await at.choose('確かめた結果', 3)
  const dialog = page.getByRole('alertdialog')
  await torment(box('物質 1', dialog), `物${storable}`, dialog)
  await torment(box('症状', dialog), `症${storable}`, dialog)
  await torment(box('確かめた相手・資料', dialog), `相${storable}`, dialog)
  await at.press('Control+Enter')
  await dialog.waitFor({ state: 'hidden' })
  await at.push(/取り消す/)
  await torment(box('理由', dialog), `理${storable}`, dialog)
  await at.press('Control+Enter')
  await dialog.waitFor({ state: 'hidden' })
})

test('[UI-15] a disk that takes a second loses nothing of what is typed meanwhile', async () => {
  await slowDisk(shown.app, 1000)
  const note = page.getByRole('textbox', { name: '看護記録を書く' })
  await note.focus()
  await page.keyboard.insertText('遅い媒体への1件目。')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('看護記録を書く').first().getByText('保存しています')).toBeVisible()
  await page.keyboard.insertText('2件目の書き出し')
  await page.getByLabel('看護記録を書く').first().getByText('未保存').waitFor()
  await expect(note).toHaveValue('2件目の書き出し')
  await slowDisk(shown.app, 0)
  await page.keyboard.press('Control+Enter')
  await expect(note).toHaveValue('')
})

test('[UI-12] a file dropped on the window is not opened and changes nothing', async () => {
  const before = await page.locator('body').innerText()
  const url = page.url()
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [join(place.data, 'station.json')], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data })
  await page.waitForTimeout(300)
  expect(page.url()).toBe(url)
  expect((await page.locator('body').innerText()).length).toBeGreaterThan(before.length / 2)
  expect(shown.app.windows()).toHaveLength(1)
})

test('[UI-4] everything that was accepted stands in the export byte for byte, and no window complained', async () => {
  await page.keyboard.press('F2')
  await exportAll(page)
  expect(shown.complaints).toEqual([])
  await shown.app.close()
  const around = join(place.exportTo, '..')
  await writeFile(join(around, 'officer.txt'), `${officer}\n`)
  await tool('age', ['-d', '-i', join(around, 'officer.txt'), '-o', join(around, 'opened.zip'), await theExport(place.exportTo)])
  await mkdir(join(around, 'opened'))
  await tool('unzip', ['-q', join(around, 'opened.zip'), '-d', join(around, 'opened')])
  const events = (await readFile(join(around, 'opened/log/events.ndjson'), 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line) as { kind: string; by: { name: string }; body: Record<string, unknown> })
  const bodies = (kind: string): readonly Record<string, unknown>[] => events.filter((event) => event.kind === kind).map(({ body }) => body)
  expect(bodies('incident-told')).toMatchObject([{ story: `様${storable}\n2行目\tタブ`, decidedBy: `判${storable}`, opener: { name: `名${storable}` } }])
  expect(bodies('patient-registered')).toMatchObject([
    { naming: { family: `姓${storable}`, given: `名${storable}`, familyKana: '__proto__', givenKana: 'constructor' }, bed: '__proto__', features: `特${storable}\n2行目`, birth: { kind: 'day', on: '1868-10-23' } },
    { naming: { family: `姓${storable}`, given: '', familyKana: '__proto__' }, bed: '__proto__', birth: { kind: 'day', on: '2024-02-29' } },
  ])
  expect(bodies('vital-signs')).toMatchObject([{ temperatureC: 36.8, remark: `備${storable}` }])
  expect(bodies('note')).toMatchObject([{ text: `記${storable}\n\n　字下げ\tタブ\n` }, { text: '遅い媒体への1件目。' }, { text: '2件目の書き出し' }])
  expect(bodies('allergy-stated')).toMatchObject([{ substances: [{ substance: `物${storable}`, reaction: `症${storable}` }], source: `相${storable}` }])
  expect(bodies('entry-struck')).toMatchObject([{ reason: `理${storable}` }])
  const card = JSON.parse(await readFile(join(place.data, 'station.json'), 'utf8')) as { profile: { hospital: string; ward: string } }
  expect(card.profile).toMatchObject({ hospital: `病${storable}`, ward: `棟${storable}` })
  console.log(`A flood of ten million characters: at most ${Math.round(slowest.ms)} ms (${slowest.box}).`)
})
