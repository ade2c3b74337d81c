import { readdir, readFile } from 'node:fs/promises'
import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeSealedCode, type SealedCode } from '#domain/access/code.ts'
import { fingerprintOf, type Roster } from '#domain/access/roster.ts'
import type { DrillLog } from '#domain/drill/drill-log.ts'
import { EntryId } from '#domain/ids.ts'
import { verifyJournals } from '#electron/cli/verify-journal.ts'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { atWork, drillMinutes, isDrillOver, resumeDrill } from '#electron/node/station/drill.ts'
import { endDrill } from '#electron/node/station/drill-handlers.ts'
import { newUuid } from '#electron/node/uuid.ts'
import { makeAccount, rosterHash, rosterLine, sealAccount } from '#renderer/vault/account.ts'
import { newIdentity } from '#renderer/vault/age-file.ts'
import { anInstant, aNurse } from '#tests/builders.ts'
import { aFolder, dropFolder, kill, nurse, openIncident, prepare, start, stop, tryCode, type Prepared, type Running, type Wall } from './prepared.ts'

let folder: string
beforeEach(async () => (folder = await aFolder()))
afterEach(() => dropFolder(folder))

const notNow = { ok: false, error: { code: 'not-now' } }
const cipher = new Uint8Array(Buffer.from('x'))
const log: DrillLog = { v: 1, card: 'earthquake', startedAt: anInstant(), endedAt: anInstant('2026-11-20T08:00:00.000Z'), participants: [aNurse()], tasks: [{ task: 'opened', seconds: 40 }], mistakes: [{ mistake: 'wrong-code', times: 1 }], findings: ['掲示の場所が分からない'] }

/** The drill's envelope, made as the window makes it. */
async function prepareDrill({ call }: Running): Promise<Prepared> {
  const begun = await call['drill:begin'](undefined)
  if (!begun.ok) throw new Error(begun.error.code)
  const officer = await newIdentity()
  const account = await makeAccount(1)
  const code: SealedCode = makeSealedCode({ random: (length) => new Uint8Array(randomBytes(length)) })
  const { station, realm, epoch, stationKey } = begun.value
  const roster: Roster = { v: 1, station, realm, epoch, officer: { recipient: officer.recipient }, accounts: [rosterLine(account)], stationKey: stationKey as Roster['stationKey'] } // main's own key, in minisign's form
  const { bytes, sha256 } = await sealAccount(account, roster, code)
  const prepared = await call['drill:prepare']({ roster, fingerprint: fingerprintOf(rosterHash(roster)), accounts: [{ envelope: 1, file: { bytes: new Uint8Array(bytes), sha256 } }] })
  if (!prepared.ok) throw new Error(prepared.error.code)
  return { folder, codes: [code], officer, roster }
}

async function inDrill(time?: Wall): Promise<{ running: Running; real: Prepared; drill: Prepared }> {
  const running = await start(folder, time === undefined ? {} : { time })
  const real = await prepare(running, folder)
  const drill = await prepareDrill(running)
  expect(await running.call['drill:start']({ staffNumber: nurse, card: 'earthquake' })).toMatchObject({ ok: true })
  return { running, real, drill }
}

/** What the handlers of a window see: the drill's station. */
const inside = ({ station, call }: Running): Running => ({ station: atWork(station), call })

describe('a drill', () => {
  it('[DRILL-1] has its own folder, realm, keys and numbers, and the real station notes its beginning and end alone', async () => {
    const { running, drill } = await inDrill()
    const frames = running.station.base?.journal.end().seq ?? 0
    expect(await running.call['station:status'](undefined)).toMatchObject({ ok: true, value: { realm: 'drill', card: { realm: 'drill', phase: 'sealed' }, drill: { running: { card: 'earthquake' } } } })
    await openIncident(inside(running), drill, 1)
    for (let count = 0; count < 5; count += 1) expect(await running.call['journal:append']({ id: EntryId.parse(newUuid()), cipher })).toMatchObject({ ok: true })
    expect(running.station.base?.journal.end().seq).toBe(frames)
    expect(await nodeDisk().list(running.station.layout.incidents)).toEqual([])
    await running.call['drill:end']({ staffNumber: nurse, log })
    const told = await running.call['journal:public']({ journal: 'station', before: null, most: 50 })
    expect(told.ok && told.value.events.map(({ event }) => event.event).slice(0, 3)).toEqual(['drill-ended', 'drill-started', 'drill-prepared'])
    await stop(running)
    expect(await verifyJournals(nodeDisk(), folder, null)).toMatchObject({ code: 0 })
    expect(await verifyJournals(nodeDisk(), running.station.layout.drill, null)).toMatchObject({ code: 0 })
  })

  it('[DRILL-2] no call reaches the accounts of the real station, and its codes open nothing', async () => {
    const { running, real, drill } = await inDrill()
    expect(await tryCode(inside(running), 1, real.codes[0] ?? drill.codes[0] ?? ('' as SealedCode))).toBe('wrong-code')
    expect(await tryCode(inside(running), 2, real.codes[1] ?? ('' as SealedCode))).toBe('not-found')
    expect(await running.call['station:prepare']({ profile: atWork(running.station).card?.profile ?? (null as never), roster: real.roster, fingerprint: 'X', accounts: [] as never })).toEqual(notNow)
    expect(running.station.card).toMatchObject({ phase: 'drill', opened: [], incident: null })
    await stop(running)
  })

  it('[DRILL-2] the code of a drill opens nothing of the real station', async () => {
    const { running, drill } = await inDrill()
    await running.call['drill:end']({ staffNumber: nurse, log })
    expect(await tryCode(running, 1, drill.codes[0] ?? ('' as SealedCode))).toBe('wrong-code')
    await stop(running)
  })

  it('[DRILL-3] 「本番です」 leads to the real sealed station at any moment, with the ward of the drill gone', async () => {
    const { running, real, drill } = await inDrill()
    await openIncident(inside(running), drill, 1)
    await running.call['drill:end']({ staffNumber: null, log: null })
    expect(await running.call['station:status'](undefined)).toMatchObject({ ok: true, value: { realm: 'real', card: { phase: 'sealed', opened: [] }, incident: null, drill: { running: null } } })
    expect(await running.call['journal:append']({ id: EntryId.parse(newUuid()), cipher })).toEqual(notNow)
    await openIncident(running, real, 1)
    expect(running.station.card).toMatchObject({ phase: 'open', opened: [1] })
    expect(await running.call['drill:start']({ staffNumber: nurse, card: 'earthquake' })).toEqual(notNow)
    await stop(running)
  })

  it('[DRILL-3] a program killed in a drill comes back in it, and the drill can be held again', async () => {
    const { running, drill } = await inDrill()
    await openIncident(inside(running), drill, 1)
    await kill(inside(running))
    await kill(running)
    const again = await start(folder)
    expect(await resumeDrill(again.station)).toBe(true)
    expect(await again.call['station:status'](undefined)).toMatchObject({ ok: true, value: { realm: 'drill', card: { phase: 'open' } } })
    await again.call['drill:end']({ staffNumber: nurse, log })
    expect(again.station.card?.phase).toBe('sealed')
    expect(await again.call['drill:start']({ staffNumber: nurse, card: 'blackout' })).toMatchObject({ ok: true })
    await openIncident(inside(again), drill, 1)
    expect(atWork(again.station).card).toMatchObject({ phase: 'open', opened: [1] })
    await stop(again)
  })

  it('[DRILL-3] it ends by itself after four hours', async () => {
    const time: Wall = { wallMs: 1_790_000_000_000, monoMs: 0 }
    const { running } = await inDrill(time)
    time.monoMs += drillMinutes * 60_000 - 1
    expect(isDrillOver(running.station)).toBe(false)
    time.monoMs += 1
    expect(isDrillOver(running.station)).toBe(true)
    await endDrill(running.station, 'time', null, null)
    expect(running.station).toMatchObject({ drill: null, card: { phase: 'sealed' } })
    expect(isDrillOver(running.station)).toBe(false)
    await stop(running)
  })

  it('[DRILL-4] its log is kept beside the real station, and its hash stands in the journal', async () => {
    const { running } = await inDrill()
    await running.call['drill:end']({ staffNumber: nurse, log })
    expect(await running.call['drill:logs'](undefined)).toEqual({ ok: true, value: { logs: [log] } })
    const [file = ''] = await readdir(running.station.layout.drillLogs)
    const hash = createHash('sha256').update(await readFile(join(running.station.layout.drillLogs, file))).digest('hex')
    const told = await running.call['journal:public']({ journal: 'station', before: null, most: 5 })
    expect(told.ok && told.value.events[0]?.event).toMatchObject({ event: 'drill-ended', why: 'finished', log: hash, findings: 1, participants: [aNurse().staffNumber] })
    await stop(running)
  })
})
