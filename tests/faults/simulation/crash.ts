import { EntryId } from '#domain/ids.ts'
import { openJournal } from '#electron/node/journal/journal.ts'
import { chanceFrom } from './chance.ts'
import { afterCrash, crashes, emptyDisk, fault, simulatedDisk, type Crash, type DiskState, type Step } from './simulated-disk.ts'
import { identity, play, portsOn, readBack, script, type Ledger } from './session.ts'

/**
 * What went wrong, in numbers that must all be zero but `points` and `alarms`: a torn batch that nobody was
 * told is saved looks like a damaged one, and the station says so rather than stay silent.
 */
export type Toll = { points: number; lost: number; invented: number; duplicated: number; alarms: number; falselySaved: number; stuck: number }
export const noToll = (): Toll => ({ points: 0, lost: 0, invented: 0, duplicated: 0, alarms: 0, falselySaved: 0, stuck: 0 })

type Picture = { readonly state: DiskState; readonly acknowledged: ReadonlySet<string>; readonly submitted: ReadonlyMap<string, Uint8Array> }

/**
 * Crashes one session at every I/O step in every way, recovers, then asks for every entry that was not
 * acknowledged once more (the crash between fsync and acknowledgement, followed by a retry).
 */
export async function crashEverywhere(seed: number, toll: Toll): Promise<void> {
  const pictures: Picture[] = []
  const ledger: Ledger = { submitted: new Map(), acknowledged: new Set() }
  let last: DiskState | null = null
  const disk = simulatedDisk(emptyDisk, {
    failedSyncLosesBytes: true,
    beforeStep: (step: Step, state) => {
      if (state !== last || step.act === 'write') pictures.push({ state, acknowledged: new Set(ledger.acknowledged), submitted: new Map(ledger.submitted) })
      last = state
      return undefined
    },
  })
  await play(disk, seed, script(seed), ledger)
  pictures.push({ state: disk.state(), acknowledged: new Set(ledger.acknowledged), submitted: new Map(ledger.submitted) })
  for (const [index, picture] of pictures.entries()) {
    for (const crash of crashes) await recoverFrom(picture, crash, seed * 10_007 + index, toll)
  }
}

async function recoverFrom(picture: Picture, crash: Crash, seed: number, toll: Toll): Promise<void> {
  toll.points += 1
  const chance = chanceFrom(seed)
  let state = afterCrash(picture.state, crash, chance)
  if (chance() < 0.25) state = await crashWhileRecovering(state, seed, chance)
  const disk = simulatedDisk(state)
  const journal = await openJournal(portsOn(disk, seed), identity)
  const recovered = await readBack(disk)
  await check(picture, recovered.entries, toll)
  for (const [id, cipher] of picture.submitted) {
    if (!picture.acknowledged.has(id)) await journal.append({ id: EntryId.parse(id), cipher })
  }
  await journal.close()
  // Everything said to be saved after the retry must survive the hardest crash of all.
  const final = await readBack(simulatedDisk(afterCrash(disk.state(), 'drop', chance)))
  await check({ ...picture, acknowledged: new Set(picture.submitted.keys()) }, final.entries, toll)
  if (final.report.findings.some((finding) => finding.level === 'alarm')) toll.alarms += 1
}

/** The power goes again in the middle of recovery. */
async function crashWhileRecovering(state: DiskState, seed: number, chance: () => number): Promise<DiskState> {
  const at = 1 + Math.floor(chance() * 12)
  const disk = simulatedDisk(state, {
    failedSyncLosesBytes: true,
    beforeStep: ({ index }) => {
      if (index >= at) throw fault('POWER')
      return undefined
    },
  })
  await openJournal(portsOn(disk, seed), identity).catch(() => undefined)
  return afterCrash(disk.state(), crashes[Math.floor(chance() * crashes.length)] ?? 'drop', chance)
}

async function check(picture: Picture, entries: readonly { readonly id: string; readonly cipher: Uint8Array }[], toll: Toll): Promise<void> {
  const seen = new Set<string>()
  for (const { id, cipher } of entries) {
    if (seen.has(id)) toll.duplicated += 1
    seen.add(id)
    const submitted = picture.submitted.get(id)
    if (submitted === undefined || Buffer.compare(submitted, cipher) !== 0) toll.invented += 1
  }
  for (const id of picture.acknowledged) if (!seen.has(id)) toll.lost += 1
}

export type Trouble = 'enospc' | 'eio-once' | 'eio-always-then-well' | 'ebusy' | 'short-writes'
export const troubles: readonly Trouble[] = ['enospc', 'eio-once', 'eio-always-then-well', 'ebusy', 'short-writes']

/** Fails one session at one I/O step in one way, lets it go on, and then looks. Returns false when the session was over before. */
export async function troubleAt(seed: number, at: number, trouble: Trouble, toll: Toll): Promise<boolean> {
  let met = false
  const ledger: Ledger = { submitted: new Map(), acknowledged: new Set() }
  const disk = simulatedDisk(emptyDisk, {
    failedSyncLosesBytes: true,
    beforeStep: ({ index, act, bytes }) => {
      if (index < at) return undefined
      met = true
      if (trouble === 'short-writes') return act === 'write' && bytes > 1 ? Math.ceil(bytes / 3) : undefined
      if (trouble === 'eio-once' && index === at) throw fault('EIO')
      if (trouble === 'ebusy' && index < at + 3) throw fault('EBUSY')
      if (trouble === 'eio-always-then-well' && index < at + 25 && (act === 'sync' || act === 'write')) throw fault('EIO')
      if (trouble === 'enospc' && index < at + 25 && (act === 'write' || act === 'open-create')) throw fault('ENOSPC')
      return undefined
    },
  })
  await play(disk, seed, script(seed), ledger)
  if (!met) return false
  toll.points += 1
  const chance = chanceFrom(seed * 31 + at)
  const lasting = await readBack(simulatedDisk(afterCrash(disk.state(), 'drop', chance)))
  const told = { state: disk.state(), ...ledger }
  const before = toll.lost
  await check(told, lasting.entries, toll)
  toll.falselySaved += toll.lost - before
  if (ledger.acknowledged.size !== ledger.submitted.size && !(await savesAgain(disk.state(), seed, ledger))) toll.stuck += 1
  return true
}

/** After the trouble has passed: can everything that was refused be saved? */
async function savesAgain(state: DiskState, seed: number, ledger: Ledger): Promise<boolean> {
  const journal = await openJournal(portsOn(simulatedDisk(state), seed), identity)
  const outcomes = await Promise.all([...ledger.submitted].map(([id, cipher]) => journal.append({ id: EntryId.parse(id), cipher })))
  return outcomes.every((outcome) => outcome.ok)
}
