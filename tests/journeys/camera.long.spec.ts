import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { StationLetters, wardNumber } from '#domain/number/ward-number.ts'
import { driver } from '../demo/drive.ts'
import { exportAll, openEnvelope, register } from '../demo/steps.ts'
import { writeFilm } from '../scans/film.ts'
import { theExport, tomoshibi, tool } from './outside.ts'
import { aSealedStation, show } from './station.ts'

/** The camera of the PC where there is no reader; Chromium's make-believe one shows a film of one wristband. */
test('[HOST-5] [SCAN-15] a band before the camera opens its patient; the camera is given while the ward is open, and never a microphone', async () => {
  test.setTimeout(120_000)
  const station = await aSealedStation()
  const film = join(station.data, '..', 'band.y4m')
  await writeFilm(film, 'code128', wardNumber('demo', StationLetters.parse('AF'), 1))
  const { app, page, complaints } = await show(station, ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`])
  const states = (): Promise<string[]> => page.evaluate(async () => Promise.all(['camera', 'microphone'].map((name) => navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state)))) // both are in Chromium, not in the type
  const given = (wanted: MediaStreamConstraints): Promise<string> => page.evaluate((what) => navigator.mediaDevices.getUserMedia(what).then((stream) => {
    for (const track of stream.getTracks()) track.stop()
    return 'given'
  }, (thrown: unknown) => (thrown instanceof Error ? thrown.name : 'thrown')), wanted)
  await page.getByRole('button', { name: /緊急開封へ進む/ }).waitFor()
  expect(await states()).toEqual(['denied', 'denied'])
  expect(await given({ video: true })).toBe('NotAllowedError')

  await openEnvelope(page, 1, station.codes[0] ?? '')
  const number = await register(page, { features: '', bed: '301' })
  await page.keyboard.press('F2')
  expect(await states()).toEqual(['granted', 'denied'])
  expect([await given({ video: true, audio: true }), await given({ audio: true })]).toEqual(['NotAllowedError', 'NotAllowedError'])
  const at = driver(page)
  await at.push('その他')
  await at.push('カメラで読み取る')
  await expect(page.getByRole('region', { name: '患者' })).toContainText(number)
  await expect(page.getByRole('status').filter({ hasText: `番号 ${number} を読み取り` })).toBeVisible()
  // The page itself still runs no WebAssembly; that, and that it asked for a microphone, is all it complains of.
  expect(await page.evaluate(() => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'ran', () => 'refused'))).toBe('refused')
  expect(complaints.filter((line) => !/wasm|microphone is not allowed/i.test(line))).toEqual([])
  await app.close()
  await station.drop()
})

/** A picture of the film, taken as a nurse takes it, and found again by whoever opens the export with other tools. */
test('[EXP-22] a photograph goes into the export as it was taken, and the patient’s page leads to it', async () => {
  test.setTimeout(120_000)
  const station = await aSealedStation()
  const film = join(station.data, '..', 'wound.y4m')
  await writeFilm(film, 'code128', wardNumber('demo', StationLetters.parse('AF'), 1))
  const { app, page, complaints } = await show(station, ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`])
  await openEnvelope(page, 1, station.codes[0] ?? '')
  const number = await register(page, { features: '', bed: '301' })
  const at = driver(page)
  await at.press('Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor()
  await at.push('写真')
  await at.write('説明', '左踵 3cm')
  await at.press('Control+Enter')
  const camera = page.getByRole('alertdialog')
  await camera.getByRole('button', { name: /^撮る(?!.*[（(])/ }).waitFor() // the picture is there
  await at.press('Control+Enter')
  await camera.getByRole('img').waitFor()
  await at.press('Control+Enter')
  await camera.waitFor({ state: 'hidden' })
  await expect(page.getByRole('img', { name: /写真/ })).toHaveCount(1)
  await at.press('Escape')
  await exportAll(page)
  await at.sees('1枚')
  const [key, zip] = [join(station.data, '..', 'officer.txt'), join(station.data, '..', 'export.zip')]
  await writeFile(key, `${station.officer}\n`, { mode: 0o600 })
  await tool('age', ['-d', '-i', key, '-o', zip, await theExport(station.exportTo)])
  const out = join(station.data, '..', 'opened')
  await tool('unzip', ['-q', zip, '-d', out])
  await tool('sha256sum', ['-c', '--strict', '--quiet', 'SHA256SUMS'], out)
  const photos = await readdir(join(out, 'photos', number))
  expect(photos).toEqual([expect.stringMatching(/^[0-9a-f-]{36}\.jpg$/)])
  const jpeg = await readFile(join(out, 'photos', number, photos[0] ?? ''))
  expect([jpeg.subarray(0, 3).toString('hex'), jpeg.subarray(-2).toString('hex')]).toEqual(['ffd8ff', 'ffd9'])
  expect(await readFile(join(out, 'patients', number, 'index.html'), 'utf8')).toContain(`href="../../photos/${number}/${photos[0] ?? ''}"`)
  const own = join(station.data, '..', 'own')
  await tomoshibi('open', await theExport(station.exportTo), '--identity', key, '--out', own)
  expect(await readFile(join(own, 'photos', number, photos[0] ?? ''))).toEqual(jpeg)
  expect(complaints).toEqual([])
  await app.close()
  await station.drop()
})
