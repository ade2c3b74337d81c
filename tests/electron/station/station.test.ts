import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeSealedCode, type SealedCode } from '#domain/access/code.ts'
import { EntryId } from '#domain/ids.ts'
import { StationLetters } from '#domain/number/ward-number.ts'
import { StationCard } from '#domain/station.ts'
import { verifyJournals } from '#electron/cli/verify-journal.ts'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { clockWatch } from '#electron/node/station/clock-watch.ts'
import { verifyStation } from '#electron/node/station/verify.ts'
import { openStation } from '#electron/node/station/station.ts'
import { newUuid } from '#electron/node/uuid.ts'
import { makeAccount, rosterLine } from '#renderer/vault/account.ts'
import { readIncidentKeysText } from '#renderer/vault/incident-key.ts'
import { aFolder, copyFolder, dropFolder, kill, nurse, openIncident, prepare, start, stop, tryCode, type Wall } from './prepared.ts'

let folder: string
beforeEach(async () => (folder = await aFolder()))
afterEach(() => dropFolder(folder))

const wrong = (): SealedCode => makeSealedCode({ random: (length) => new Uint8Array(randomBytes(length)) })
const cipher = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text))

describe('the life of a station', () => {
  it('[GLASS-1] an empty folder stays empty until set-up begins', async () => {
    const { station, call } = await start(folder)
    expect(await call['station:status'](undefined)).toMatchObject({ ok: true, value: { card: null, incident: null } })
    expect(await nodeDisk().list(folder)).toEqual([])
    expect(station.base).toBeNull()
  })

  it('[GLASS-2] while sealed nothing can be written or read of patients', async () => {
    const running = await start(folder)
    await prepare(running, folder)
    const refused = { ok: false, error: { code: 'not-now' } }
    expect(await running.call['journal:append']({ id: EntryId.parse(newUuid()), cipher: cipher('x') })).toEqual(refused)
    expect(await running.call['journal:frames']({ after: 0, most: 1000 })).toEqual(refused)
    expect(await running.call['snapshot:find'](undefined)).toEqual(refused)
    expect(await running.call['draft:find'](undefined)).toEqual(refused)
    await stop(running)
  })

  it('[GLASS-3] opening leaves its trace before and after, links both journals, and is there after a restart', async () => {
    const running = await start(folder)
    const prepared = await prepare(running, folder)
    const { incident } = await openIncident(running, prepared, 2)
    await running.call['journal:append']({ id: EntryId.parse(newUuid()), cipher: cipher('sealed') })
    await stop(running)
    const again = await start(folder)
    expect(again.station).toMatchObject({ lastExit: 'clean', card: { phase: 'open', incident, opened: [2] } })
    const told = await again.call['journal:public']({ journal: 'station', before: null, most: 100 })
    const events = told.ok ? told.value.events.map(({ event }) => event.event) : []
    expect(events.toReversed().slice(0, 7)).toEqual(['started', 'station-prepared', 'station-sealed', 'code-tried', 'envelope-opened', 'incident-declared', 'journal-linked'])
    const keys = again.station.incident?.keys ?? ''
    expect(readIncidentKeysText(keys, prepared.roster).ok).toBe(true)
    await stop(again)
    expect(await verifyJournals(nodeDisk(), folder, null)).toMatchObject({ code: 0 })
  })

  it('[GLASS-4] a process that was killed is told from one that ended', async () => {
    const running = await start(folder)
    await prepare(running, folder)
    await kill(running)
    const after = await start(folder)
    expect(after.station.lastExit).toBe('unclean')
    await stop(after)
    const last = await start(folder)
    expect(last.station.lastExit).toBe('clean')
    await stop(last)
  })

  it('[REALM-1] a folder of one realm is not opened as another', async () => {
    const running = await start(folder, { realm: 'demo' })
    await prepare(running, folder)
    await stop(running)
    expect(await openStation(running.station.ports, folder, 'real')).toEqual({ code: 'other-realm', realm: 'demo' })
  })
})

describe('the roster', () => {
  it('[GLASS-5] an added or swapped key in the roster on the disk is found when an envelope is opened', async () => {
    const running = await start(folder)
    const prepared = await prepare(running, folder)
    await stop(running)
    const path = join(folder, 'station.json')
    const card = StationCard.parse(JSON.parse(await readFile(path, 'utf8')))
    const thief = rosterLine(await makeAccount(4))
    for (const roster of [{ ...card.roster, accounts: [...card.roster.accounts, thief] }, { ...card.roster, officer: { recipient: thief.recipient } }]) {
      await writeFile(path, JSON.stringify({ ...card, roster }))
      const tampered = await start(folder, { time: { wallMs: 1_790_000_000_000, monoMs: 60_000 } })
      expect(await tryCode(tampered, 1, prepared.codes[0] ?? wrong())).toBe('roster-differs')
      await stop(tampered)
    }
  })

  it('[GLASS-6] a copied identity file is found when its envelope is opened', async () => {
    const running = await start(folder)
    const prepared = await prepare(running, folder)
    const one = await readFile(join(folder, 'accounts/envelope-1.age'))
    await writeFile(join(folder, 'accounts/envelope-2.age'), one)
    expect(await tryCode(running, 2, prepared.codes[0] ?? wrong())).toBe('other-envelope')
    await stop(running)
  })
})

describe('wrong codes', () => {
  it('[GLASS-7] twenty of them with kills and clock changes between: the wait is never shorter, and the right code then works', { timeout: 60_000 }, async () => {
    const time: Wall = { wallMs: 1_790_000_000_000, monoMs: 0 }
    let running = await start(folder, { time })
    const prepared = await prepare(running, folder)
    let waited = 0
    for (let round = 0; round < 20; round += 1) {
      const owed = Math.min(30, round === 0 ? 0 : 2 ** (round - 1))
      if (round % 3 === 1) {
        // Killed at once after the wrong code, or in the middle of one: no 'code:wrong' was ever told.
        await kill(running)
        time.monoMs = 0
        running = await start(folder, { time })
      }
      if (round % 4 === 2) time.wallMs += round % 8 === 2 ? 10 * 365 * 86_400_000 : -20 * 365 * 86_400_000
      if (owed > 0) {
        time.monoMs += Math.max(0, owed * 1000 - 1500)
        expect(await tryCode(running, 1, wrong()), `round ${round}`).toMatch(/^wait /)
        time.monoMs += 1500
      }
      waited += owed
      if (round % 5 === 3) await running.call['code:try']({ envelope: 1, staffNumber: nurse }) // and the window dies here
      else expect(await tryCode(running, 1, wrong()), `round ${round}`).toBe('wrong-code')
    }
    expect(waited).toBeGreaterThan(400)
    time.monoMs += 30_000
    expect(typeof (await tryCode(running, 1, prepared.codes[0] ?? wrong()))).toBe('object')
    await stop(running)
  })
})

describe('the folder', () => {
  it('[NUM-4] a folder that was put back, or came from another PC, waits for new letters', async () => {
    const running = await start(folder)
    const prepared = await prepare(running, folder)
    await stop(running)
    await copyFolder(folder, `${folder}-old`)
    const later = await start(folder)
    await openIncident(later, prepared)
    await later.call['journal:append']({ id: EntryId.parse(newUuid()), cipher: cipher('a number was given') })
    await stop(later)
    // Rolled back on the same PC: the mark beside it knows more than the journals.
    const rolledBack = await start(`${folder}-old`, { markPath: `${folder}-mark.json` })
    expect(rolledBack.station.card?.lettersInDoubt).toBe(true)
    expect([...rolledBack.station.alarms]).toContain('folder-rolled-back')
    expect(await rolledBack.call['station:letters']({ letters: StationLetters.parse('AF') })).toMatchObject({ ok: false })
    expect(await rolledBack.call['station:letters']({ letters: StationLetters.parse('KM') })).toMatchObject({ ok: true, value: { card: { lettersInDoubt: false, usedLetters: ['AF', 'KM'] } } })
    await stop(rolledBack)
    // Carried to another PC.
    const carried = await start(folder, { machine: 'another-pc', markPath: `${folder}-elsewhere.json` })
    expect(carried.station.card?.lettersInDoubt).toBe(true)
    await stop(carried)
  })
})

describe('beside the work', () => {
  it('[GLASS-8] a clock that jumps is recorded with how far; one that runs is not', async () => {
    const time: Wall = { wallMs: 1_790_000_000_000, monoMs: 0 }
    const running = await start(folder, { time })
    const prepared = await prepare(running, folder)
    await openIncident(running, prepared)
    const watch = clockWatch(running.station, { wallMs: () => time.wallMs, monoMs: () => time.monoMs })
    time.wallMs += 30_000
    time.monoMs += 30_000
    await watch()
    expect(running.station.card?.clockInDoubt).toBe(false)
    time.wallMs -= 20 * 365 * 86_400_000
    time.monoMs += 30_000
    await watch()
    const told = await running.call['journal:public']({ journal: 'incident', before: null, most: 1 })
    expect(told.ok && told.value.events[0]?.event).toEqual({ event: 'clock-jumped', byMs: -20 * 365 * 86_400_000 - 30_000 })
    await stop(running)
  })

  it('[VER-11] the second device holds the station journal, too; a folder rolled back under it is contradicted, also after it followed', async () => {
    const second = { disk: nodeDisk(), folder: `${folder}-second` }
    const running = await start(folder, { second })
    await prepare(running, folder)
    await stop(running)
    await copyFolder(folder, `${folder}-old`)
    const later = await start(folder, { second })
    await tryCode(later, 1, wrong())
    await later.station.base?.journal.checkpoint('locked')
    await later.station.secondStation?.rest()
    await stop(later)
    const seconds = async (data: string) => (await verifyStation(nodeDisk(), data, { second, printed: [], exported: [], mark: null, stationKey: null })).compared.filter(({ what }) => what === 'second-journal').map(({ result }) => result)
    expect(await seconds(folder)).not.toContain('contradicts')
    await rm(folder, { recursive: true })
    await copyFolder(`${folder}-old`, folder)
    expect(await seconds(folder)).toContain('contradicts')
    const rolledBack = await start(folder, { second })
    await rolledBack.station.secondStation?.rest()
    await stop(rolledBack)
    expect(await seconds(folder)).toContain('contradicts')
  })

  it('[CLOCK-5] a clock in doubt is asked about after every start, until somebody compared it with a watch', async () => {
    const time: Wall = { wallMs: 1_790_000_000_000, monoMs: 0 }
    const running = await start(folder, { time })
    const prepared = await prepare(running, folder)
    await openIncident(running, prepared)
    await stop(running)
    // The battery of the clock is empty: the PC begins in 2010.
    const behind = Date.UTC(2010, 0, 1)
    const again = await start(folder, { time: { wallMs: behind, monoMs: 0 } })
    const told = await again.call['journal:public']({ journal: 'incident', before: null, most: 5 })
    expect(told.ok && told.value.events.map(({ event }) => event)).toContainEqual({ event: 'clock-behind', byMs: 1_790_000_000_000 - behind })
    const status = await again.call['station:status'](undefined)
    expect(status.ok && [status.value.card?.clockInDoubt, status.value.clockNotBefore]).toEqual([true, '2026-09-21T14:13:20.000Z'])
    await stop(again)
    // A minute later it no longer looks behind: the last record is of 2010 too. It is still not to be trusted.
    const later = await start(folder, { time: { wallMs: behind + 60_000, monoMs: 0 } })
    expect(later.station.card?.clockInDoubt).toBe(true)
    const confirmed = await later.call['clock:confirm']({ offsetMs: 1_790_000_060_000 - behind, by: nurse })
    expect(confirmed.ok && [confirmed.value.card?.clockInDoubt, confirmed.value.card?.clockOffsetMs]).toEqual([false, 1_790_000_060_000 - behind])
    await stop(later)
  })

  it('[GLASS-9] what only the second journal holds is put back, and told', async () => {
    const second = { disk: nodeDisk(), folder: `${folder}-second` }
    const running = await start(folder, { second })
    const prepared = await prepare(running, folder)
    const { incident } = await openIncident(running, prepared)
    const id = EntryId.parse(newUuid())
    await running.call['journal:append']({ id, cipher: cipher('kept twice') })
    await stop(running)
    // The first device loses the whole journal; the second still has it, keys and all.
    await rm(join(folder, 'incidents', incident, 'journal'), { recursive: true })
    const again = await start(folder, { second })
    await expect.poll(() => [...again.station.alarms]).toContain('second-journal-ahead')
    expect(again.station.incident?.journal.has(id)).toBe(true)
    expect(again.station.incident?.keys).toContain('BEGIN AGE ENCRYPTED FILE')
    await stop(again)
  })
})
