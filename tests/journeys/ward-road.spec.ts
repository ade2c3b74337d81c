import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { allergy, exportAll, note, openEnvelope, opener, register, setUp, strike, unlock, vitalSigns, type Codes } from '../demo/steps.ts'
import { theExport, tomoshibi, tool } from './outside.ts'
import { aPlace, lockWith, show, type Place, type Shown } from './station.ts'

/** One day of a ward, from an empty folder to an export others open. Keys only: no test here ever clicks. */
test.describe.configure({ mode: 'serial' })

let place: Place
let shown: Shown
let page: Page
let codes: Codes
let known = ''
let unknown = ''
const halfWritten = '21時の巡視。呼吸は楽、会話できる。\n右前腕のガーゼに'

test.beforeAll(async () => {
  place = await aPlace()
  shown = await show(place)
  page = shown.page
})
test.afterAll(async () => {
  await shown.app.close().catch(() => undefined) // the last step has closed it
  await place.drop()
})

test('[UI-1] an empty folder becomes a sealed station by keyboard alone', async () => {
  codes = await setUp(page)
  expect(codes.envelopes).toHaveLength(3)
  expect(new Set(codes.envelopes).size).toBe(3)
  await expect(page.getByText('封印中').first()).toBeVisible()
  await expect(page.getByText('登録', { exact: false }).and(page.getByRole('button'))).toHaveCount(0)
})

test('[UI-1] an envelope is opened and the opener copies a restart code', async () => {
  const restartCode = await openEnvelope(page, 1, codes.envelopes[0] ?? '')
  expect(restartCode).toMatch(/^[0-9A-Z]{6}-[0-9A-Z]{6}$/)
  await expect(page.getByText(opener.name).first()).toBeVisible()
})

test('[UI-2] an unknown patient is on record after two interactions from the board', async () => {
  await countInteractions()
  await page.keyboard.press('F3')
  await page.getByRole('button', { name: 'この番号で登録する' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { level: 2, name: '登録しました' }).waitFor()
  expect(await interactions()).toBeLessThanOrEqual(3)
  unknown = await numberShown()
  expect(unknown).toMatch(/^[A-Z]-AF-00001-\d$/)
  await page.keyboard.press('Escape')
  await expect(page.locator('body')).toContainText(unknown)
})

test('[UI-1] a known patient is registered with name, kana and birth date', async () => {
  known = await register(page, { family: '髙﨑', given: '花子', familyKana: 'タカサキ', givenKana: 'ハナコ', birth: 's25.3.4', bed: '503' })
  expect(known).not.toBe(unknown)
  await page.keyboard.press('Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor()
})

test('[UI-3] vital signs take digits and Enter alone, and the cursor never jumps by itself', async () => {
  const here = (): Promise<string | undefined> => page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.dataset['vital'] : undefined))
  await page.locator('[data-vital="temperatureC"]').focus()
  for (const digit of '36.8') {
    await page.keyboard.press(digit === '.' ? 'Period' : `Digit${digit}`)
    expect(await here()).toBe('temperatureC')
  }
  await page.keyboard.press('Enter')
  expect(await here()).toBe('pulsePerMin')
  await page.keyboard.type('92')
  expect(await here()).toBe('pulsePerMin')
  await page.keyboard.press('Enter')
  for (const [value, at] of [['118', 'systolicMmHg'], ['70', 'diastolicMmHg'], ['18', 'respirationsPerMin'], ['97', 'spo2Percent'], ['', 'oxygenLPerMin'], ['0', 'jcs']] as const) {
    expect(await here()).toBe(at)
    await page.keyboard.type(value)
    expect(await here()).toBe(at)
    await page.keyboard.press('Enter')
  }
  await page.getByLabel('バイタルサインを書く').getByText('保存済み').waitFor()
  await expect(page.getByText('36.8 ℃').first()).toBeVisible()
})

test('[UI-1] a note, an allergy, a record struck with its reason', async () => {
  await vitalSigns(page, ['39.8', '120', '88', '50', '28', '91', '2', '1'])
  await strike(page, '別の患者の値')
  await note(page, '意識清明。右前腕に擦過傷。')
  await allergy(page, 'ペニシリン', '本人')
  await expect(page.getByText('別の患者の値').first()).toBeVisible()
  await expect(page.locator('s').first()).toBeVisible()
})

test('[UI-1] what happened earlier is written with its own time and marked late', async () => {
  const panel = page.getByLabel('看護記録を書く').first()
  const now = await page.evaluate(() => new Date().toLocaleTimeString('en-GB', { timeZone: 'Asia/Tokyo' }))
  const [hour = '00'] = now.split(':')
  await page.getByRole('textbox', { name: '看護記録を書く' }).focus()
  await page.keyboard.insertText('前の時間に嘔吐1回。')
  const when = panel.getByLabel(/時刻/).first()
  await when.focus()
  // The hour before, or yesterday's last hour: at ten past midnight 23:50 is asked about.
  await page.keyboard.type(hour === '00' ? '2330' : `${String(Number(hour) - 1).padStart(2, '0')}05`)
  if (hour === '00') await panel.getByRole('button', { name: /昨日/ }).press('Enter')
  await page.keyboard.press('Control+Enter')
  await panel.getByText('保存済み').waitFor()
  await expect(page.getByText('遅延記載').first()).toBeVisible()
})

test('[UI-6] the language is switched in the middle of a form and everything typed stays', async () => {
  const box = page.getByRole('textbox', { name: /看護記録を書く|Write a note/ })
  await box.focus()
  await page.keyboard.insertText(halfWritten)
  await page.getByRole('button', { name: 'EN' }).press('Enter')
  await expect(page.getByRole('region', { name: 'Write vital signs' })).toBeVisible()
  await expect(box).toHaveValue(halfWritten)
  await page.getByRole('button', { name: '日本語' }).press('Enter')
  await expect(box).toHaveValue(halfWritten)
})

test('[UI-7] after a lock the PIN brings back the ward and what was half written', async () => {
  const box = page.getByRole('textbox', { name: '看護記録を書く' })
  await expect(box).toHaveValue(halfWritten)
  const before = page
  page = await lockWith(shown.app, page)
  expect(before.isClosed()).toBe(true)
  await expect(page.getByText('髙﨑')).toHaveCount(0)
  await unlock(page)
  await openChart(known)
  await expect(page.getByRole('textbox', { name: '看護記録を書く' })).toHaveValue(halfWritten)
  await page.getByRole('textbox', { name: '看護記録を書く' }).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('滲出液なし。')
  await page.keyboard.press('Control+Enter')
  await page.getByLabel('看護記録を書く').first().getByText('保存済み').waitFor()
})

test('[EXP-8] the export opens with age, unzip, sha256sum and minisign, and every count is the same', async () => {
  await page.keyboard.press('F2')
  await exportAll(page)
  const said = await page.locator('body').innerText()
  const entriesSaid = Number(/(\d[\d,]*)件/.exec(said.slice(said.indexOf('大きさ')))?.[1]?.replaceAll(',', ''))
  await shown.app.close()

  const file = await theExport(place.exportTo)
  const keys = join(place.exportTo, '..', 'officer.txt')
  await writeFile(keys, `${codes.officer}\n`)
  await tool('minisign', ['-V', '-p', join(place.exportTo, 'station.pub'), '-m', file])
  const zip = join(place.exportTo, '..', 'opened.zip')
  await tool('age', ['-d', '-i', keys, '-o', zip, file])
  expect(await tool('unzip', ['-t', zip])).toContain('No errors detected')
  const opened = join(place.exportTo, '..', 'by-hand')
  await mkdir(opened)
  await tool('unzip', ['-q', zip, '-d', opened])
  await tool('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], opened)

  const byUs = join(place.exportTo, '..', 'by-us')
  const openedSaid = await tomoshibi('open', file, '--identity', keys, '--out', byUs)
  const verified = await tomoshibi('verify', byUs)
  expect(await readFile(join(byUs, 'log/events.ndjson'))).toEqual(await readFile(join(opened, 'log/events.ndjson')))

  const events = (await readFile(join(opened, 'log/events.ndjson'), 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line) as { kind: string; body: Record<string, unknown>; at: string; recordedAt: string })
  const manifest = JSON.parse(await readFile(join(opened, 'manifest.json'), 'utf8')) as { counts: Record<string, number> }
  expect(entriesSaid).toBe(events.length)
  expect(manifest.counts).toMatchObject({ entries: events.length, patients: 2 })
  expect(openedSaid).toContain(String(events.length))
  expect(verified).toContain(String(events.length))
  const count = (kind: string): number => events.filter((event) => event.kind === kind).length
  expect([count('patient-registered'), count('vital-signs'), count('note'), count('allergy-stated'), count('entry-struck')]).toEqual([2, 2, 3, 1, 1])
  expect(events.filter(({ kind }) => kind === 'note').map(({ body }) => body['text'])).toEqual(['意識清明。右前腕に擦過傷。', '前の時間に嘔吐1回。', `${halfWritten}滲出液なし。`])
  expect(events.filter(({ kind, at, recordedAt }) => kind === 'note' && Date.parse(recordedAt) - Date.parse(at) > 300_000)).toHaveLength(1)
  // The journal itself holds one entry more: that it was exported.
  expect(await tomoshibi('verify', place.data)).toContain(`${events.length + 1} `)
  expect(shown.complaints).toEqual([])
})

async function openChart(number: string): Promise<void> {
  await page.getByRole('grid').focus()
  const chosen = page.getByRole('row', { selected: true })
  for (let presses = 0; presses < 20 && !((await chosen.allInnerTexts())[0] ?? '').includes(number); presses += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor()
}

async function numberShown(): Promise<string> {
  return (await page.locator('body').innerText()).match(/[DTS]-[A-Z]{2}-\d{5}-\d/)?.[0] ?? ''
}

/** Key presses and clicks as the page sees them; a chord is one. */
async function countInteractions(): Promise<void> {
  await page.evaluate(() => {
    const box = document.documentElement
    box.dataset['counted'] = '0'
    const one = (event: Event): void => {
      if (event instanceof KeyboardEvent && (event.repeat || ['Control', 'Shift', 'Alt', 'Meta'].includes(event.key))) return
      box.dataset['counted'] = String(Number(box.dataset['counted']) + 1)
    }
    addEventListener('keydown', one, true)
    addEventListener('pointerdown', one, true)
  })
}

async function interactions(): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.dataset['counted']))
}
