import { describe, expect, it } from 'vitest'
import { EntryId } from '#domain/ids.ts'
import { PublicEvent } from '#domain/log/public-event.ts'
import { patientDisk } from '#electron/node/disk/patient-disk.ts'
import { openJournal } from '#electron/node/journal/journal.ts'
import { sealedFiles } from '#electron/node/journal/sealed-files.ts'
import { entriesAhead, secondJournal } from '#electron/node/journal/second-journal.ts'
import { checkSignature, identity, idOf, portsOn, quickSigner, readBack, testSigner } from '#tests/faults/simulation/session.ts'
import { diskHolding, emptyDisk, fault, filesOf, simulatedDisk, type Step } from '#tests/faults/simulation/simulated-disk.ts'

const sealed = (n: number, length = 200) => ({ id: EntryId.parse(idOf(1, n)), cipher: new Uint8Array(length).fill(n) })
const steps = (beforeStep: (step: Step) => number | undefined) => ({ failedSyncLosesBytes: true, beforeStep })

describe('appending', () => {
  it('[LOG-1] is acknowledged only after the flush', async () => {
    const order: string[] = []
    const disk = simulatedDisk(emptyDisk, steps(({ act }) => void order.push(act)))
    const journal = await openJournal(portsOn(disk, 1), identity)
    order.length = 0
    await journal.append(sealed(1)).then(() => order.push('acknowledged'))
    expect(order).toEqual(['write', 'sync', 'acknowledged'])
  })

  it('[LOG-1] entries asked for together share one flush', async () => {
    let flushes = 0
    const disk = simulatedDisk(emptyDisk, steps(({ act }) => void (flushes += act === 'sync' ? 1 : 0)))
    const journal = await openJournal(portsOn(disk, 1), identity)
    flushes = 0
    const saved = await Promise.all([1, 2, 3, 4, 5].map((n) => journal.append(sealed(n))))
    expect(saved.every((outcome) => outcome.ok)).toBe(true)
    expect(flushes).toBe(1)
  })

  it('[LOG-2] the same entry twice records it once, at once or later or after a restart', async () => {
    const disk = simulatedDisk()
    const journal = await openJournal(portsOn(disk, 1), identity)
    const both = await Promise.all([journal.append(sealed(1)), journal.append(sealed(1))])
    const later = await journal.append(sealed(1))
    await journal.close()
    const restarted = await openJournal(portsOn(disk, 2), identity)
    const afterwards = await restarted.append(sealed(1))
    expect([...both, later, afterwards].map((outcome) => outcome.ok && outcome.value.entrySeq)).toEqual([1, 1, 1, 1])
    expect((await readBack(disk)).entries).toHaveLength(1)
  })

  it('[LOG-2] holds across closed segments, also when the derived index is gone', async () => {
    const disk = simulatedDisk()
    const first = await openJournal(portsOn(disk, 1), identity)
    for (let n = 1; n <= 60; n += 1) await first.append(sealed(n, 700))
    await first.close()
    const second = await openJournal(portsOn(disk, 2), identity)
    expect(filesOf(disk.state()).has('data/incident/000001.ids')).toBe(true)
    expect((await second.append(sealed(3, 700))).ok && second.has(sealed(3).id)).toBe(true)
    await second.close()
    const files = new Map([...filesOf(disk.state())].filter(([path]) => !path.endsWith('.ids')))
    const bare = simulatedDisk(diskHolding(files))
    const third = await openJournal(portsOn(bare, 3), identity)
    for (let n = 1; n <= 60; n += 1) await third.append(sealed(n, 700))
    expect((await readBack(bare)).entries).toHaveLength(60)
  })

  it('[LOG-11] segments stay under their size and end with a signed checkpoint', async () => {
    const disk = simulatedDisk()
    const journal = await openJournal(portsOn(disk, 1, testSigner), identity)
    for (let n = 1; n <= 40; n += 1) await journal.append(sealed(n, 900))
    await journal.checkpoint('locked')
    await journal.close()
    const sizes = [...filesOf(disk.state())].filter(([path]) => path.endsWith('.tmj')).map(([, bytes]) => bytes.length)
    expect(sizes.length).toBeGreaterThan(3)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(9000)
    expect((await readBack(disk, checkSignature)).report.findings).toEqual([])
  })

  it('[LOG-12] refuses an event outside the closed list', async () => {
    const free = { event: 'locked', why: 'asked', note: '患者の名前' }
    expect(PublicEvent.parse(free)).toEqual({ event: 'locked', why: 'asked' })
    expect(PublicEvent.safeParse({ event: 'remark', text: 'x' }).success).toBe(false)
  })
})

describe('a failing disk', () => {
  it('[LOG-5] after a failed flush the entry is in a new segment, once', async () => {
    let failing = false
    const disk = simulatedDisk(emptyDisk, steps(({ act }) => {
      if (failing && act === 'sync') {
        failing = false
        throw fault('EIO')
      }
      return undefined
    }))
    const journal = await openJournal(portsOn(disk, 1), identity)
    await journal.append(sealed(1))
    failing = true
    expect((await journal.append(sealed(2))).ok).toBe(true)
    await journal.close()
    const { report, entries } = await readBack(disk)
    expect(entries.map((entry) => entry.id)).toEqual([sealed(1).id, sealed(2).id])
    expect(report.findings.filter((finding) => finding.level === 'alarm')).toEqual([])
    expect([...filesOf(disk.state()).keys()].filter((path) => path.endsWith('.tmj'))).toHaveLength(2)
  })

  it('[LOG-13] gives up the room kept for a full disk, and goes on saving', async () => {
    let full = false
    const disk = simulatedDisk(emptyDisk, steps(({ act }) => {
      if (full && (act === 'write' || act === 'open-create')) throw fault('ENOSPC')
      return undefined
    }))
    const journal = await openJournal(portsOn(disk, 1, quickSigner, async () => {
      full = false
      return true
    }), identity)
    full = true
    expect((await journal.append(sealed(1))).ok).toBe(true)
  })

  it('[LOG-4] says that it cannot save, and saves when asked again with room', async () => {
    let full = false
    const disk = simulatedDisk(emptyDisk, steps(({ act }) => {
      if (full && act === 'write') throw fault('ENOSPC')
      return undefined
    }))
    const journal = await openJournal(portsOn(disk, 1), identity)
    full = true
    expect(await journal.append(sealed(1))).toEqual({ ok: false, error: { code: 'disk-full', cause: 'enospc' } })
    full = false
    expect((await journal.append(sealed(1))).ok).toBe(true)
    expect((await readBack(disk)).entries).toHaveLength(1)
  })

  it('[LOG-17] waits for a file that another program holds, and gives up after a while', async () => {
    let held = 3
    const disk = simulatedDisk(emptyDisk, steps(({ act }) => {
      if (act === 'rename' && held > 0) {
        held -= 1
        throw fault('EBUSY')
      }
      return undefined
    }))
    const patient = patientDisk(disk, () => Promise.resolve())
    const file = await patient.open('data/a', 'create')
    await file.close()
    await patient.rename('data/a', 'data/b')
    expect(await patient.size('data/b')).toBe(0)
    held = 99
    await expect(patient.rename('data/b', 'data/c')).rejects.toMatchObject({ code: 'EBUSY' })
  })
})

describe('the second journal', () => {
  const other = { ...identity, folder: 'stick/incident' }

  it('[LOG-14] holds the same bytes, and its failure delays nothing', async () => {
    const disk = simulatedDisk()
    let gone = false
    const stick = simulatedDisk(emptyDisk, steps(() => {
      if (gone) throw fault('ENODEV')
      return undefined
    }))
    const second = secondJournal({ disk, folder: identity.folder }, { disk: stick, folder: other.folder }, 0)
    const journal = await openJournal(portsOn(disk, 1), identity, ({ seq }) => second.follow(seq))
    for (let n = 1; n <= 30; n += 1) await journal.append(sealed(n, 900))
    await second.rest()
    expect(second.status()).toEqual({ behind: 0, cause: null })
    gone = true
    expect((await journal.append(sealed(31))).ok).toBe(true)
    await second.rest()
    expect(second.status()).toEqual({ behind: 1, cause: 'enodev' })
    gone = false
    await journal.append(sealed(32))
    await second.rest()
    const [first, copy] = [disk, stick].map((from) => [...filesOf(from.state())].filter(([path]) => path.endsWith('.tmj')).map(([, bytes]) => Buffer.from(bytes).toString('hex')))
    expect(copy).toEqual(first)
  })

  it('[LOG-15] entries that only the second holds are appended again, and what differs is set aside', async () => {
    const disk = simulatedDisk()
    const stick = simulatedDisk()
    const journal = await openJournal(portsOn(disk, 1), identity)
    for (let n = 1; n <= 5; n += 1) await journal.append(sealed(n))
    await journal.close()
    await secondJournal({ disk, folder: identity.folder }, { disk: stick, folder: other.folder }, 6).rest()
    // The first is put back to an old state: its file lost the last entries and went on without them.
    const rolledBack = simulatedDisk()
    const older = await openJournal(portsOn(rolledBack, 1), identity)
    for (let n = 1; n <= 3; n += 1) await older.append(sealed(n))
    const ahead = await entriesAhead({ disk: stick, folder: other.folder }, identity, older.has)
    expect(ahead.map((entry) => entry.id)).toEqual([sealed(4).id, sealed(5).id])
    for (const entry of ahead) await older.append(entry)
    await older.append(sealed(6))
    const follower = secondJournal({ disk: rolledBack, folder: identity.folder }, { disk: stick, folder: other.folder }, older.end().seq)
    await follower.rest()
    expect((await readBack(rolledBack)).entries).toHaveLength(6)
    expect(follower.status().behind).toBe(0)
  })
})

describe('sealed files', () => {
  it('[LOG-16] are found by their hash or not at all', async () => {
    const disk = simulatedDisk()
    const files = sealedFiles(disk, 'data/files')
    const bytes = new Uint8Array([1, 2, 3])
    const name = await files.keep(bytes)
    expect(await files.keep(bytes)).toBe(name)
    expect(await files.find(name)).toEqual(bytes)
    const damaged = simulatedDisk(diskHolding(new Map([[`data/files/${name}`, new Uint8Array([1, 2, 4])]])))
    expect(await sealedFiles(damaged, 'data/files').find(name)).toBeNull()
    expect(await sealedFiles(damaged, 'data/files').names()).toEqual([name])
  })
})
