import { readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { root } from '#build/setup/say.mjs'
import { computingPolicy, computingWorkers } from '#electron/main/policies.ts'
import { allergy, exportAll, note, openEnvelope, register, setUp, strike, unlock, vitalSigns } from '../demo/steps.ts'
import { aPlace, lockWith, show } from './station.ts'

test('[HOST-10] every reply carries the content security policy, and the whole road of a station breaks it nowhere', async () => {
  test.setTimeout(120_000)
  const place = await aPlace()
  const { app, page: first, complaints } = await show(place)
  await watch(first)
  const files = (await readdir(join(root, 'out/app/renderer'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(join(root, 'out/app/renderer').length))
  const fonts = files.filter((name) => extname(name) === '.woff2')
  const asked = [...files.filter((name) => extname(name) !== '.woff2'), ...fonts.slice(0, 20), '/', '/missing.js', '/../main/main.js']
  expect(fonts.length).toBeGreaterThan(100)
  const policies = await first.evaluate(async (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).headers.get('content-security-policy'))), asked)
  const computing = policies.filter((_, at) => computingWorkers.includes(asked[at] ?? ''))
  expect(computing).toEqual(computingWorkers.map(() => computingPolicy))
  expect(computingPolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|http:|\*/)
  expect(new Set(policies).size).toBe(2)
  for (const part of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"]) expect(policies.find((policy) => policy !== computingPolicy)).toContain(part)
  for (const part of ['unsafe-inline', 'unsafe-eval', 'http:', '*']) expect(policies.find((policy) => policy !== computingPolicy)).not.toContain(part)

  const codes = await setUp(first)
  await openEnvelope(first, 1, codes.envelopes[0] ?? '')
  await register(first, { family: '見本', given: '花子', familyKana: 'ミホン', givenKana: 'ハナコ', birth: 's25.3.4', bed: '501' })
  await first.keyboard.press('Enter')
  await first.locator('[data-vital="temperatureC"]').waitFor()
  await vitalSigns(first, ['36.8', '72', '128', '76', '18', '97', '', '0'])
  await note(first, '眠れている。')
  await strike(first, '別の患者の記録')
  await allergy(first, 'ペニシリン', '本人')
  const broken = [...(await seenBy(first))]
  const second = await lockWith(app, first)
  await watch(second)
  await unlock(second)
  await exportAll(second)
  broken.push(...(await seenBy(second)))
  expect(broken).toEqual([])
  expect(complaints.filter((line) => /Content Security Policy|TrustedHTML|TrustedScript/i.test(line))).toEqual([])

  // The watch itself sees: a planted break of each kind is told.
  await second.evaluate(() => {
    new Image().src = 'https://192.0.2.1/x.png'
    try {
      document.createElement('p').innerHTML = '<b>x</b>'
    } catch {
      // refused: what is looked for
    }
  })
  await expect.poll(async () => (await seenBy(second)).toSorted()).toEqual(expect.arrayContaining(['img-src', 'require-trusted-types-for']))
  await app.close()
  await place.drop()
})

/** From now on the page remembers what it refused, also what was refused before. */
async function watch(page: Page): Promise<void> {
  await page.waitForLoadState('domcontentloaded')
  await page.evaluate(() => {
    const refused: string[] = []
    Object.assign(globalThis, { refused })
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => void refused.push(effectiveDirective))
    new ReportingObserver((reports) => {
      for (const { body } of reports) refused.push(String((body as unknown as { readonly effectiveDirective: string }).effectiveDirective))
    }, { types: ['csp-violation'], buffered: true }).observe()
  })
}

function seenBy(page: Page): Promise<string[]> {
  return page.evaluate(() => [...new Set((globalThis as unknown as { readonly refused: string[] }).refused)])
}
