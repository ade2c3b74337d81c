import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startDisplay } from '#build/setup/display.mjs'
import { readyElectron } from '#build/setup/electron.mjs'
import { root } from '#build/setup/say.mjs'
import { atRest, large, notebook, sized } from './sizes.ts'
import { aPlace } from './station.ts'
import { inLook, tour } from './tour.ts'

/**
 * Every screen of the real application as a picture, to be looked at: in Japanese, in English and at night, on a ward's
 * notebook and on a larger screen. `node tests/journeys/pictures.ts [folder]`, after the application was built.
 */
const out = process.argv[2] ?? join(root, 'out/pictures')
await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })
await readyElectron()
const display = await startDisplay('2000x1200x24')
Object.assign(process.env, display.env)
const place = await aPlace('real')
let count = 0
try {
  const complaints = await tour(place, async (name, here) => {
    count += 1
    await atRest(here)
    await here.mouse.move(0, 0)
    for (const size of [notebook, large]) {
      await sized(here, size)
      for (const [look, language, theme] of [['ja', 'ja', 'day'], ['en', 'en', 'day'], ['night', 'ja', 'night']] as const) {
        await inLook(here, { language, theme })
        await here.screenshot({ path: join(out, `${String(count).padStart(2, '0')}-${name}-${size.name}-${look}.png`) })
      }
    }
    await inLook(here, { language: 'ja', theme: 'day' })
    await sized(here, null)
  })
  console.log(`${count} screens in ${out}`)
  for (const complaint of complaints) console.log(complaint)
} finally {
  await place.drop()
  display.stop()
}
