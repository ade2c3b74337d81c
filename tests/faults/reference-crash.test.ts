import { expect, test } from 'vitest'
import { Sha256, StaffNumber, StationId } from '#domain/ids.ts'
import { ReferenceSetId, type ReferenceCard } from '#domain/reference/reference-set.ts'
import { Instant } from '#domain/time.ts'
import { layoutOf } from '#electron/node/station/layout.ts'
import { referenceFiles } from '#electron/node/station/reference-files.ts'
import { chanceFrom } from './simulation/chance.ts'
import { afterCrash, crashes, emptyDisk, fault, filesOf, simulatedDisk, type DiskState, type Interference } from './simulation/simulated-disk.ts'

const layout = layoutOf('data')
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text.repeat(100))
const before = ['first one', 'first two', 'in both'].map(bytes)
const after = ['second one', 'in both', 'second three', 'second four'].map(bytes)

function aCard(parts: readonly Sha256[], set: string): ReferenceCard {
  return {
    v: 1, set: ReferenceSetId.parse(`01932f00-0000-7000-8000-0000000000${set}`), kind: 'patients', realm: 'real', station: StationId.parse('01932f00-0000-7000-8000-000000000001'), epoch: 1, takenAt: Instant.parse('2026-11-20T07:40:00.000Z'),
    source: 'csv', patients: 2, stays: 0, documents: 0, faults: 0, by: StaffNumber.parse('N-104'), parts: [...parts], wrapped: '-----BEGIN AGE ENCRYPTED FILE-----\nAA==\n-----END AGE ENCRYPTED FILE-----\n',
    proof: Sha256.parse('a'.repeat(64)), importedAt: Instant.parse('2026-11-20T08:00:00.000Z'), why: null,
  }
}

/** An import as the station does it: parts, card, sweep. */
async function importList(disk: ReturnType<typeof simulatedDisk>, parts: readonly Uint8Array[], set: string): Promise<void> {
  const files = referenceFiles(disk, layout)
  const names = []
  for (const part of parts) names.push(await files.keepPart(part))
  await files.replace(aCard(names, set))
  await files.sweep()
}

/** Which of the two lists is found, whole to its last byte. */
async function found(state: DiskState): Promise<'before' | 'after' | 'neither'> {
  const files = referenceFiles(simulatedDisk(state), layout)
  await files.sweep()
  const card = (await files.cards()).cards.patients
  const expected = card?.set.endsWith('e1') === true ? before : after
  const parts = card === null ? [] : await Promise.all(card.parts.map(files.part))
  const isWhole = card !== null && parts.length === expected.length && parts.every((part, at) => part !== null && Buffer.compare(part, expected[at] ?? new Uint8Array()) === 0)
  return isWhole ? (expected === before ? 'before' : 'after') : 'neither'
}

async function aDiskWithAList(): Promise<DiskState> {
  const disk = simulatedDisk()
  await importList(disk, before, 'e1')
  return disk.state()
}

test('[REF-34] a power cut at any step of an import leaves the list of before or the new one, whole', async () => {
  const start = await aDiskWithAList()
  const pictures: DiskState[] = []
  const disk = simulatedDisk(start, { failedSyncLosesBytes: true, beforeStep: (_, state) => void pictures.push(state) })
  await importList(disk, after, 'e2')
  pictures.push(disk.state())
  const tally = { before: 0, after: 0, neither: 0 }
  for (const [at, picture] of pictures.entries()) {
    for (const crash of crashes) {
      for (let round = 0; round < 5; round += 1) tally[await found(afterCrash(picture, crash, chanceFrom(at * 101 + round)))] += 1
    }
  }
  expect(tally.neither).toBe(0)
  expect(Math.min(tally.before, tally.after)).toBeGreaterThan(20)
})

test('[REF-34] a disk that is full or fails at any step leaves the list of before or the new one, and the next import goes through', async () => {
  const start = await aDiskWithAList()
  for (const code of ['ENOSPC', 'EIO']) {
    let met = true
    for (let at = 1; met; at += 1) {
      met = false
      const trouble: Interference = {
        failedSyncLosesBytes: true,
        beforeStep: ({ index }) => {
          if (index < at || index > at + 6) return undefined
          met = true
          throw fault(code)
        },
      }
      const disk = simulatedDisk(start, trouble)
      await importList(disk, after, 'e2').catch(() => undefined)
      const lasting = afterCrash(disk.state(), 'drop', chanceFrom(at))
      expect(await found(lasting)).not.toBe('neither')
      const healed = simulatedDisk(lasting)
      await importList(healed, after, 'e2')
      expect(await found(healed.state())).toBe('after')
    }
  }
})

test('[REF-34] what no list names is gone after the next start, and nothing else is', async () => {
  const disk = simulatedDisk(await aDiskWithAList())
  const files = referenceFiles(disk, layout)
  await files.keepPart(bytes('never finished'))
  await files.sweep()
  expect([...filesOf(disk.state()).keys()].filter((path) => path.startsWith(layout.referenceParts))).toHaveLength(before.length)
  expect(await found(emptyDisk)).toBe('neither')
})
