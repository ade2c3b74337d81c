import { expect, test } from '@playwright/test'
import { newIdentity } from '#renderer/vault/age-file.ts'
import { driver } from '../demo/drive.ts'
import { beginDesk } from './at-desk.ts'
import { aPlace, show } from './station.ts'
import { aWardExport } from './ward-export.ts'

/** A ward of months: twenty thousand records in one file. */
test('[DESK-10] twenty thousand records come in within minutes, stopped and gone on, and the window stays awake', async () => {
  test.setTimeout(1_500_000)
  const officer = await newIdentity()
  const place = await aPlace()
  const files = await aWardExport(place.exportTo, { letters: 'HK', ward: '5階東', realm: 'demo', officer: officer.recipient, patients: 100, notes: 19_900, n: 21 })
  const shown = await show(place)
  const { page } = shown
  try {
    const at = driver(page)
    await beginDesk(page, officer.identity, { desk: '机', letters: 'RX' })
    await page.evaluate(() => {
      const held = { longest: 0, over: 0, sum: 0, all: [] as string[] }
      Object.assign(globalThis, { held })
      new PerformanceObserver((seen) => {
        for (const { duration } of seen.getEntries()) {
          held.longest = Math.max(held.longest, duration)
          if (duration > 100) {
            held.over += 1
            held.sum += duration
            held.all.push(`${Math.round(duration)} ms: ${document.querySelector('[role=progressbar]')?.parentElement?.textContent?.slice(0, 40) ?? 'done'}`)
          }
        }
      }).observe({ type: 'longtask' })
    })
    const offer = async (): Promise<void> => {
      await page.locator('input[type=file]').first().setInputFiles([...files])
      await at.write('復旧責任者の鍵', officer.identity)
      await at.press('Control+Enter')
    }
    const started = Date.now()
    await offer()
    await page.getByText('取り込んでいます').waitFor({ timeout: 600_000 })
    await page.waitForTimeout(1500)
    await at.push('中止')
    await at.sees('止めました。同じファイルで続きから取り込めます')
    await at.sees(/件／20000件　途中/)
    await offer()
    await page.getByText(/新しく \d+件を取り込み/).waitFor({ timeout: 900_000 })
    const seconds = Math.round((Date.now() - started) / 1000)
    const held = await page.evaluate(() => (globalThis as unknown as { readonly held: { readonly longest: number; readonly over: number; readonly sum: number; readonly all: readonly string[] } }).held)
    const memory = await page.evaluate(() => (performance as unknown as { readonly memory: { readonly usedJSHeapSize: number } }).memory.usedJSHeapSize)
    console.log(JSON.stringify({ seconds, longestMs: Math.round(held.longest), over100: held.over, heapMiB: Math.round(memory / 1024 ** 2), held: held.all }))
    await expect(page.getByRole('table').first()).toContainText('20000件')
    expect(seconds).toBeLessThan(600)
    expect(held.sum / 1000 / seconds).toBeLessThan(0.05)
    expect(shown.complaints).toEqual([])
  } finally {
    await shown.app.close()
    await place.drop()
  }
})
