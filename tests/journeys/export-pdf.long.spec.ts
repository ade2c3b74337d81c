import { spawnSync } from 'node:child_process'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'
import { allergy, note, openEnvelope, register, vitalSigns } from '../demo/steps.ts'
import { theExport, tool, tomoshibi } from './outside.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'

/** An export that the hospital's own systems read: PDF, SS-MIX2, CP932. Opened here by the programs of others alone. */
let station: SealedStation
let shown: Shown
let page: Page
const numbers: string[] = []

test.beforeAll(async () => {
  station = await aSealedStation('real')
  shown = await show(station)
  page = shown.page
  await openEnvelope(page, 1, station.codes[0] ?? '')
  const at = driver(page)
  for (const one of [
    { family: '髙﨑', given: '𠮷乃', familyKana: 'タカサキ', givenKana: 'ヨシノ', birth: 's25.3.4', bed: '301' },
    { family: '架空', given: '太郎', familyKana: 'カクウ', givenKana: 'タロウ', birth: 's40.1.2', bed: '302' },
  ]) {
    numbers.push(await register(page, one))
    await at.press('Enter')
    await page.locator('[data-vital="temperatureC"]').waitFor()
    await vitalSigns(page, ['38.4', '96', '132', '78', '22', '91', '3', '0'])
    await note(page, `${one.family} 右前腕のガーゼ交換`)
    if (one.bed === '301') await allergy(page, 'ペニシリン', '本人')
    await at.press('F2')
  }
})
test.afterAll(async () => {
  await shown.app.close()
  await station.drop()
})

test('[EXP-20] [SSMIX-1] [CHARSET-5] an export with PDFs is opened by pdftotext, iconv and our own command line', async () => {
  test.setTimeout(180_000)
  const at = driver(page)
  await at.push('その他')
  await at.push('記録を書き出す')
  await at.push('フォルダを選ぶ')
  await page.getByRole('button', { name: '別のフォルダにする' }).waitFor()
  await page.getByRole('checkbox', { name: /患者ごとのPDFも入れる/ }).focus()
  await at.press('Space')
  await at.press('Control+Enter')
  await page.getByText('読み返して確かめました').waitFor({ timeout: 120_000 })

  const around = join(station.exportTo, '..')
  await writeFile(join(around, 'officer.txt'), `${station.officer}\n`)
  const opened = join(around, 'opened')
  await tomoshibi('open', await theExport(station.exportTo), '--identity', join(around, 'officer.txt'), '--out', opened)
  await tool('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], opened)

  expect((await readdir(join(opened, 'pdf'))).toSorted()).toEqual(numbers.map((number) => `${number}.pdf`).toSorted())
  const [first = '', second = ''] = await Promise.all(numbers.map(async (number) => (await tool('pdftotext', ['-layout', join(opened, 'pdf', `${number}.pdf`), '-'])).replaceAll(/\s/g, '')))
  for (const words of ['看護記録', '経過表', '髙﨑𠮷乃', numbers[0] ?? '', '髙﨑右前腕のガーゼ交換', '132', 'ペニシリン', '災害時記録']) expect.soft(first, words).toContain(words)
  expect(first).not.toContain('架空')
  expect(second).toContain('架空太郎')
  expect(second).not.toContain('髙﨑')

  const storage = (await readdir(join(opened, 'ssmix2'), { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
  expect(storage.map(({ name }) => /ADT-\d\d|main_document/.exec(name)?.[0] ?? '').toSorted()).toEqual(['ADT-00', 'ADT-00', 'ADT-61', 'main_document', 'main_document'])
  for (const { parentPath, name } of storage) expect(spawnSync('iconv', ['-f', 'ISO-2022-JP', '-t', 'UTF-8', join(parentPath, name)]).status).toBe(0)
  expect(await readFile(join(opened, 'csv/lossy-characters.csv'), 'utf8')).toContain('"髙","U+9AD9","高"')
  expect(new TextDecoder('shift_jis').decode(await readFile(join(opened, 'csv-cp932/notes.csv')))).toContain('髙﨑 右前腕のガーゼ交換')
  await rm(opened, { recursive: true })
  expect(shown.complaints).toEqual([])
})
