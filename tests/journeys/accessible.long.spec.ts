import { expect, test } from '@playwright/test'
import { inEveryLook } from './every-look.ts'
import { unreached } from './reach.ts'
import { atRest } from './sizes.ts'
import { aPlace } from './station.ts'
import { tour } from './tour.ts'

/** One tour of everything, with the eyes of axe-core, of somebody who reads what is drawn, and of somebody without a mouse. */
test.describe.configure({ mode: 'serial' })

const amiss: string[] = []
const outOfReach: string[] = []
const seen = new Set<string>()

test.beforeAll(async () => {
  test.setTimeout(1_800_000) // some hundred and eighty screens, each read, listened to and walked through
  const place = await aPlace('real')
  try {
    const complaints = await tour(place, async (name, page) => {
      seen.add(name)
      await atRest(page)
      outOfReach.push(...(await unreached(page)).map((one) => `${name}: ${one}`))
      amiss.push(...(await inEveryLook(name, page)))
    })
    expect(complaints).toEqual([])
  } finally {
    await place.drop()
    console.log(`${seen.size} screens`)
    for (const one of [...amiss, ...outOfReach]) console.log(one) // also when the tour did not come to its end
  }
  expect(seen.size).toBeGreaterThan(150)
})

test('[UI-8] no screen has an accessibility violation or a text that is clipped, covered or outside', () => {
  expect(amiss).toEqual([])
})

test('[UI-14] whatever can be operated is reached with Tab and the arrow keys, one sees where one is, and a dialog gives the focus back', () => {
  expect(outOfReach).toEqual([])
})
