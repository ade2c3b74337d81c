import { EntryId } from '#domain/ids.ts'
import { openJournal } from '#electron/node/journal/journal.ts'
import { recover } from '#electron/node/journal/recovery.ts'
import { diskHolding, filesOf, simulatedDisk } from './simulated-disk.ts'
import { identity, idOf, portsOn, readBack, testSigner } from './session.ts'

const file = 'data/incident/000001.tmj'

/** A journal of one segment of about `size` bytes, with entries, events and checkpoints, cleanly closed. */
export async function journalOf(size: number): Promise<Uint8Array> {
  const disk = simulatedDisk()
  const journal = await openJournal({ ...portsOn(disk, 7, testSigner), segmentBytes: 10_000_000 }, identity)
  for (let n = 1; (filesOf(disk.state()).get(file)?.length ?? 0) < size; n += 1) {
    await journal.append({ id: EntryId.parse(idOf(7, n)), cipher: new Uint8Array(300 + (n % 7) * 90).fill(n) })
    if (n % 9 === 0) await journal.record({ event: 'locked', why: 'asked' })
    if (n % 13 === 0) await journal.checkpoint('locked')
  }
  await journal.close()
  return filesOf(disk.state()).get(file) ?? new Uint8Array()
}

export type FlipToll = { flips: number; unnoticed: number; worstLoss: number; notInQuarantine: number }

/** Flips one byte, then looks as `verify` does and as the next opening does. */
export async function flip(journal: Uint8Array, at: number, whole: number, toll: FlipToll): Promise<void> {
  const damaged = journal.slice()
  damaged[at] = (damaged[at] ?? 0) ^ (1 + (at % 255))
  const state = diskHolding(new Map([[file, damaged]]))
  const disk = simulatedDisk(state)
  const { report } = await readBack(disk)
  toll.flips += 1
  if (!report.findings.some((finding) => finding.level === 'alarm')) toll.unnoticed += 1
  toll.worstLoss = Math.max(toll.worstLoss, whole - report.frames)
  const recovered = await recover(disk, identity.folder)
  const lostHere = whole - recovered.settled.length - recovered.carried.length
  const keptIt = [...filesOf(disk.state())].some(([path, bytes]) => {
    const from = Number(/\/quarantine\/\d{6}-(\d+)-/.exec(path)?.[1] ?? Number.NaN)
    return from <= at && at < from + bytes.length && Buffer.compare(bytes, damaged.subarray(from, from + bytes.length)) === 0
  })
  if (lostHere > 0 && (!keptIt || recovered.repairs.length === 0)) toll.notInQuarantine += 1
}
