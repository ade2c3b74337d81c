import { exportAll, note, openEnvelope, register, unlock } from '#tests/demo/steps.ts'
import { aSealedStation, lockWith, show } from '#tests/journeys/station.ts'
import { tryEveryWayOut } from './probe.ts'

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

/** Of TEST-NET-1 (RFC 5737): no machine has it. The ports are a web server's and a STUN server's. */
const elsewhere = { host: '192.0.2.7', tcp: 80, udp: 3478, name: 'tomoshibi.invalid' } as const

/** The page of a sealed station tries every way to another machine; then it ends. */
export async function wayOut(): Promise<void> {
  const station = await aSealedStation()
  const { app, page } = await show(station)
  try {
    await page.locator('#root > *').first().waitFor({ timeout: 60_000 })
    await tryEveryWayOut(page, elsewhere)
  } finally {
    await app.close()
    await station.drop()
  }
}
