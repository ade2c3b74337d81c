import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PublicEvent } from '#domain/log/public-event.ts'
import { Person } from '#domain/log/person.ts'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { lockStation } from '#electron/node/station/lock.ts'
import { refusals } from '#electron/node/station/refusals.ts'
import { aFolder, copyFolder, dropFolder, kill, nurse, openIncident, prepare, start, stop, type Running, type Wall } from './prepared.ts'

let folder: string
beforeEach(async () => (folder = await aFolder()))
afterEach(() => dropFolder(folder))

/** Oldest first. */
async function told({ call }: Running, journal: 'station' | 'incident'): Promise<readonly PublicEvent[]> {
  const read = await call['journal:public']({ journal, before: null, most: 500 })
  return read.ok ? read.value.events.map(({ event }) => event).toReversed() : []
}

describe('coming back', () => {
  it('[TRACE-3] right, wrong and refused PINs, a lock and a restart code stand in the journal with who', async () => {
    const running = await start(folder)
    await openIncident(running, await prepare(running, folder))
    const { call } = running
    const bytes = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(length))
    await call['pin:keep']({ person: Person.parse({ staffNumber: nurse, name: '架空 花子', profession: 'nurse' }), salt: bytes(16), wrap: bytes(48) })
    await call['restart:keep']({ label: nurse, file: { bytes: bytes(64), sha256: '0'.repeat(64) as never } }) // its hash is not looked at here
    await lockStation(running.station, 'asked')
    for (let wrong = 0; wrong < 6; wrong += 1) await call['pin:try']({ staffNumber: nurse })
    await call['restart:try']({ staffNumber: nurse })
    await call['restart:right']({ staffNumber: nurse })
    const events = (await told(running, 'incident')).slice(1)
    expect(events).toEqual([
      { event: 'restart-code-made', staffNumber: nurse },
      { event: 'locked', why: 'asked' },
      ...[4, 3, 2, 1, 0, 0].map((left) => ({ event: 'unlock-tried', staffNumber: nurse, left })),
      { event: 'unlocked', staffNumber: nurse, by: 'restart-code' },
    ])
    expect((await told(running, 'station')).at(-1)).toEqual({ event: 'code-tried', envelope: null, staffNumber: nurse })
    await stop(running)
  })
})

describe('refused calls', () => {
  it('[TRACE-5] a flood of them costs ten lines a minute, and each stands in a count', async () => {
    const time: Wall = { wallMs: 1_790_000_000_000, monoMs: 0 }
    const running = await start(folder, { time })
    await prepare(running, folder)
    const { tell, rest } = refusals(running.station)
    const channels = ['unknown', 'journal:append', 'code:try', 'pin:try'] as const
    const codes = ['malformed', 'too-large', 'foreign-sender', 'too-many'] as const
    const lines = async () => (await told(running, 'station')).flatMap((event) => (event.event === 'call-refused' ? [event] : []))
    for (let n = 0; n < 1000; n += 1) await tell(channels[n % 4] ?? 'unknown', codes[Math.floor(n / 4) % 4] ?? 'malformed')
    expect(await lines()).toHaveLength(10)
    for (let minute = 0; minute < 3; minute += 1) {
      time.monoMs += 60_000
      await rest()
    }
    await rest(true)
    expect(await lines()).toHaveLength(10 + 16)
    expect((await lines()).reduce((sum, { times }) => sum + times, 0)).toBe(1000)
    await stop(running)
  })
})

describe('a folder in doubt', () => {
  it('[TRACE-6] says so in its journal: a damaged card, a lost identity, another PC, an older copy', async () => {
    const running = await start(folder)
    const prepared = await prepare(running, folder)
    await stop(running)
    await copyFolder(folder, `${folder}-old`)
    const later = await start(folder)
    await openIncident(later, prepared)
    await stop(later)
    const why = async (from: string, over: Parameters<typeof start>[1]): Promise<readonly string[]> => {
      const doubted = await start(from, over)
      const events = await told(doubted, 'station')
      await kill(doubted)
      return events.flatMap((event) => (event.event === 'folder-doubted' ? [event.why] : []))
    }
    expect(await why(`${folder}-old`, { markPath: `${folder}-mark.json` })).toEqual(['rolled-back'])
    await copyFolder(folder, `${folder}-pc`)
    expect(await why(`${folder}-pc`, { machine: 'another-pc', markPath: `${folder}-nowhere.json` })).toEqual(['other-machine'])
    await copyFolder(folder, `${folder}-torn`)
    await writeFile(join(`${folder}-torn`, 'station.json'), (await readFile(join(folder, 'station.json'))).subarray(0, 100))
    await rm(join(`${folder}-torn`, 'identity.json'))
    expect(await why(`${folder}-torn`, {})).toEqual(['card-damaged', 'identity-damaged'])
  })
})

describe('an export', () => {
  it('[TRACE-7] stands in the journal before its file is written, also when the window dies behind it', async () => {
    const running = await start(folder)
    await openIncident(running, await prepare(running, folder))
    const chosen = await running.call['export:choose'](undefined)
    const written = await running.call['export:write']({ folder: chosen.ok ? (chosen.value.folder ?? '') : '', fileName: 'DWW_X_AF_001.zip.age', bytes: new Uint8Array(10), comment: '' })
    expect(written.ok).toBe(true)
    await kill(running)
    const again = await start(folder)
    expect(await told(again, 'incident')).toContainEqual({ event: 'export-begun', sha256: written.ok && written.value.sha256, bytes: 10 })
    expect(await nodeDisk().list(`${folder}-export`)).toContain('DWW_X_AF_001.zip.age')
    await stop(again)
  })
})
