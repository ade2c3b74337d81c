import { exportAll, note, openEnvelope, register, unlock } from '#tests/demo/steps.ts'
import { aSealedStation, lockWith, show } from '#tests/journeys/station.ts'

/** A sealed station is opened, written to, locked, unlocked and exported; then it ends. */
export async function shortRoad(): Promise<void> {
  const station = await aSealedStation()
  const { app, page } = await show(station)
  page.setDefaultTimeout(60_000) // watched call by call, it is slower
  try {
    await openEnvelope(page, 1, station.codes[0] ?? '')
    await register(page, { features: '紺の上着', bed: '301' })
    await page.keyboard.press('Enter')
    await page.locator('[data-vital="temperatureC"]').waitFor()
    await note(page, '眠れている。')
    const locked = await lockWith(app, page)
    locked.setDefaultTimeout(60_000)
    await unlock(locked)
    await exportAll(locked)
  } finally {
    await app.close()
    await station.drop()
  }
}
