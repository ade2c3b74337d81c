import { describe, expect, it } from 'vitest'
import { emptyDisk, simulatedDisk } from './simulation/simulated-disk.ts'
import { crashEverywhere, noToll, troubleAt, troubles } from './simulation/crash.ts'
import { play, readBack, script } from './simulation/session.ts'
import { afterCrash } from './simulation/simulated-disk.ts'
import { chanceFrom } from './simulation/chance.ts'

/** The quick tier: some sessions. `npm run prove` plays all of them (crash-simulation.prove.ts). */
describe('crash at every I/O step', () => {
  it('[LOG-3] [LOG-6] loses nothing acknowledged, invents nothing, doubles nothing', { timeout: 120_000 }, async () => {
    const toll = noToll()
    for (let seed = 1; seed <= 40; seed += 1) await crashEverywhere(seed, toll)
    expect(toll).toMatchObject({ lost: 0, invented: 0, duplicated: 0, falselySaved: 0, stuck: 0 })
    expect(toll.points).toBeGreaterThan(5000)
  })

  it.each(troubles)('[LOG-4] %s at every I/O step: no false "saved", and saving resumes', { timeout: 120_000 }, async (trouble) => {
    const toll = noToll()
    for (let seed = 1; seed <= 6; seed += 1) for (let at = 1; await troubleAt(seed, at, trouble, toll); at += 1);
    expect(toll).toMatchObject({ lost: 0, invented: 0, duplicated: 0, falselySaved: 0, stuck: 0 })
    expect(toll.points).toBeGreaterThan(300)
  })

  it('[LOG-3] the simulation can see a loss: a disk that only pretends to flush loses acknowledged entries', async () => {
    const ledger = { submitted: new Map<string, Uint8Array>(), acknowledged: new Set<string>() }
    const honest = simulatedDisk(emptyDisk)
    const lying = { ...honest, open: async (path: string, how: 'create' | 'existing') => ({ ...(await honest.open(path, how)), sync: () => Promise.resolve() }), syncFolder: () => Promise.resolve() }
    await play(lying, 3, script(3), ledger)
    const { entries } = await readBack(simulatedDisk(afterCrash(honest.state(), 'drop', chanceFrom(1))))
    expect(ledger.acknowledged.size).toBeGreaterThan(5)
    expect(entries.length).toBeLessThan(ledger.acknowledged.size)
  })
})
