import { expect, test } from 'vitest'
import { EntryId, type IncidentId } from '#domain/ids.ts'
import { archive, enterMaintenance, keeper, keepMaintenance, nurse, reconcile } from '../electron/station/closed.ts'
import { chanceFrom } from './simulation/chance.ts'
import { boot, newId, newIncident, newWorld, seal, tracesIn, type World } from './simulation/life-world.ts'
import { afterCrash, crashes, filesOf, type DiskState } from './simulation/simulated-disk.ts'

const cipher = new Uint8Array([1, 2, 3])

/** A closed record of some entries, photos and drafts, archived twice. */
async function aClosedRecord(): Promise<{ readonly world: World; readonly state: DiskState; readonly incident: IncidentId }> {
  const world = await newWorld(chanceFrom(7))
  expect(await seal(world, 1, [1, 2, 3])).toBe(true)
  const officer = world.station.card?.roster.officer.recipient
  if (officer === undefined) throw new Error('Sealed just now')
  await keepMaintenance(world.call, officer)
  await world.call['code:try']({ envelope: 1, staffNumber: nurse })
  const incident = newIncident(world)
  expect(await world.call['incident:open']({ incident, keys: 'keys', envelope: 1, staffNumber: nurse, reasonCode: 'earthquake', clockOffsetMs: 0 })).toMatchObject({ ok: true })
  for (let n = 0; n < 3; n += 1) await world.call['journal:append']({ id: EntryId.parse(newId(world.chance)), cipher })
  await world.call['photo:keep']({ cipher })
  await world.call['draft:keep']({ id: EntryId.parse(newId(world.chance)), cipher })
  await reconcile(world.call)
  for (const [medium, why] of [[1, null], [2, 'none-at-hand']] as const) {
    world.folder = `stick-${medium}`
    expect(await archive(world.call, medium, why)).toMatchObject({ ok: true })
  }
  expect(await world.call['incident:close']({ staffNumber: nurse })).toMatchObject({ ok: true })
  return { world, state: afterCrash(world.disk.state(), 'stop', world.chance), incident }
}

async function begin(world: World, state: DiskState, incident: IncidentId): Promise<void> {
  await boot(world, state)
  await enterMaintenance(world.call)
  for (const medium of [1, 2] as const) {
    world.folder = `stick-${medium}`
    expect(await world.call['erase:check']({ incident, medium })).toMatchObject({ ok: true, value: { found: 'verified' } })
  }
}

const here = (state: DiskState, incident: IncidentId): readonly string[] => [...filesOf(state).keys()].filter((path) => path.startsWith(`data/incidents/${incident}/`)).toSorted()

test('[ERASE-7] a power cut at any step of an erasure leaves the record whole and not erased, or told, gone and finished after the next start', async () => {
  const { world, state, incident } = await aClosedRecord()
  const whole = here(state, incident)
  expect(whole.length).toBeGreaterThan(2)
  const tally = { whole: 0, erased: 0 }
  for (let at = 1, isCut = true; isCut; at += 1) {
    await begin(world, state, incident)
    world.pictureIn = at
    expect(await world.call['erase:do']({ incident, officer: keeper })).toMatchObject({ ok: true })
    const picture = world.picture
    isCut = picture !== null
    for (const [round, crash] of crashes.entries()) {
      await boot(world, afterCrash(picture ?? world.disk.state(), crash, chanceFrom(at * 31 + round)))
      expect(world.station.card?.phase).toBe('closed')
      expect([...world.station.alarms]).not.toContain('erased-record-was-back')
      const told = await tracesIn(world, 'data/station')
      if (told.includes('incident-erased')) {
        tally.erased += 1
        expect(here(world.disk.state(), incident)).toEqual([])
        expect(told.filter((event) => event === 'erasure-finished').length).toBeGreaterThan(0)
        const verified = await world.call['audit:verify']({ printed: [] })
        expect(verified.ok && verified.value.compared.filter(({ what, result }) => what === 'erasure' && result !== 'agrees')).toEqual([])
      } else {
        tally.whole += 1
        expect(here(world.disk.state(), incident)).toEqual(whole)
      }
    }
  }
  expect(Math.min(tally.whole, tally.erased)).toBeGreaterThan(10)
})
