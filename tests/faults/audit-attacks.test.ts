import { beforeAll, describe, expect, it } from 'vitest'
import { readPrintedHead } from '#domain/log/printed-head.ts'
import { verifyStation, type Witnesses } from '#electron/node/station/verify.ts'
import { missed, missedByKey, silentlyFound, tally } from './simulation/audit-tally.ts'
import { auditTrial, type Trial } from './simulation/audit-trial.ts'
import { auditWorld, place, printedOf, type AuditWorld } from './simulation/audit-world.ts'
import { diskHolding, simulatedDisk } from './simulation/simulated-disk.ts'

/** The quick tier. `npm run prove` makes 10,000 trials (audit-attacks.prove.ts). */
let world: AuditWorld
const trials: Trial[] = []
beforeAll(async () => {
  world = await auditWorld(1)
  for (let seed = 0; seed < 260; seed += 1) trials.push(await auditTrial(world, seed))
}, 120_000)

const witnesses = (): Witnesses => ({
  second: { disk: simulatedDisk(diskHolding(world.second)), folder: place.second },
  printed: [...printedOf(world.middle), ...printedOf(world.end)].flatMap((head) => {
    const read = readPrintedHead(head)
    return read.ok ? [read.value] : []
  }),
  exported: [{ journal: 'station', heads: [[world.end.station.seq, world.end.station.head]] }],
  mark: { path: place.mark, machine: place.machine },
  stationKey: null,
})

describe('an audit that nobody touched', () => {
  it('[VER-7] agrees with its card, its mark, its second journals, its printed heads and its export', async () => {
    const { compared } = await verifyStation(simulatedDisk(diskHolding(world.files)), place.data, witnesses())
    expect(compared.filter(({ result }) => result === 'contradicts')).toEqual([])
    expect(new Set(compared.filter(({ result }) => result === 'agrees').map(({ what }) => what))).toEqual(new Set(['chain', 'links', 'station-key', 'card', 'mark', 'second-journal', 'printed-head', 'export']))
  })
})

describe('an audit edited by somebody with the disk and the station key', () => {
  it('[VER-7] is found whenever a printed head, the second journal or an export made after it survives', () => {
    expect(missed(trials)).toEqual([])
    expect(tally(trials).filter(({ witness, covered }) => witness !== 'none' && covered === 0)).toEqual([])
  })

  it('[VER-8] with the incident key alone: found wherever an honest entry stands behind the change', () => {
    expect(missedByKey(trials)).toEqual([])
    expect(trials.filter(({ isCoveredByKey }) => isCoveredByKey).length).toBeGreaterThan(30)
  })

  it('[VER-9] is not found when nothing outside the PC survives, nor where it was made after the witness: the stated limit', () => {
    expect(silentlyFound(trials)).toEqual([])
    expect(tally(trials).filter(({ witness, tried }) => witness === 'none' && tried > 0)).toHaveLength(13)
    expect(trials.some(({ witness, isCovered, isFound }) => witness === 'printed head' && !isCovered && !isFound)).toBe(true)
  })

  it('[VER-10] a card edited by itself, a mark edited by itself, and a key of the thief\'s own are found without any witness', () => {
    const alone = trials.filter(({ attack, witness }) => witness === 'none' && ['card-edited', 'mark-edited', 'another-key'].includes(attack))
    expect(alone.length).toBeGreaterThan(10)
    expect(alone.filter(({ isFound }) => !isFound)).toEqual([])
  })
})
