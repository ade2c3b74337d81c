import { readFile, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AgeRecipient } from '#domain/access/keys.ts'
import type { Input } from '#domain/bridge.ts'
import { EntryId, Sha256, StaffNumber } from '#domain/ids.ts'
import type { PublicEvent } from '#domain/log/public-event.ts'
import { plainPlan } from '#domain/plan/hospital-plan.ts'
import { lockStation } from '#electron/node/station/lock.ts'
import { newUuid } from '#electron/node/uuid.ts'
import { aFolder, dropFolder, kill, openIncident, prepare, start, stop, type Prepared, type Running } from './prepared.ts'

let folder: string
beforeEach(async () => (folder = await aFolder()))
afterEach(() => dropFolder(folder))

const it104 = StaffNumber.parse('IT-104')
const token = new Uint8Array(32).fill(7)
const hash = Sha256.parse(createHash('sha256').update(token).digest('hex'))
const refused = { ok: false, error: { code: 'not-now' } }
const text = '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n'

/** What the window would send; main neither makes nor opens the files. */
function anAccount(officer: AgeRecipient, over: Partial<Input<'maintenance:keep'>> = {}): Input<'maintenance:keep'> {
  return { token: hash, officer, passphrase: { text, sha256: hash }, forOfficer: { text: text.replace('YWdl', 'YWdm'), sha256: hash }, why: 'set-up', staffNumber: null, ...over }
}

/** A sealed station with its maintenance account. */
async function sealed(): Promise<{ readonly running: Running; readonly prepared: Prepared }> {
  const running = await start(folder)
  const prepared = await prepare(running, folder)
  const kept = await running.call['maintenance:keep'](anAccount(prepared.officer.recipient))
  if (!kept.ok) throw new Error(kept.error.code)
  return { running, prepared }
}

async function told({ call }: Running): Promise<readonly PublicEvent[]> {
  const events = await call['journal:public']({ journal: 'station', before: null, most: 100 })
  return events.ok ? events.value.events.map(({ event }) => event).toReversed() : []
}

const enter = ({ call }: Running) => call['maintenance:enter']({ token, staffNumber: it104 })

describe('the maintenance account', () => {
  it('[MAINT-5] each try, entry, change and end is a public event with the staff number given', async () => {
    const { running } = await sealed()
    const { call } = running
    expect(await call['maintenance:try']({ staffNumber: it104, way: 'officer-key' })).toEqual({ ok: true, value: { file: { text: text.replace('YWdl', 'YWdm'), sha256: hash } } })
    await call['maintenance:wrong']({ staffNumber: it104 })
    expect(await call['maintenance:enter']({ token: new Uint8Array(32), staffNumber: it104 })).toEqual({ ok: false, error: { code: 'refused' } })
    expect(await enter(running)).toMatchObject({ ok: true, value: { maintenance: true } })
    await call['plan:change']({ part: 'contacts', plan: { ...plainPlan, contacts: [{ who: '架空 連絡先', reach: '内線 0000', note: '' }] } })
    expect(await call['maintenance:leave']({ why: 'idle' })).toMatchObject({ ok: true, value: { maintenance: false } })
    await call['maintenance:leave']({ why: 'asked' })
    const events = (await told(running)).slice(-6)
    expect(events).toMatchObject([
      { event: 'maintenance-account-kept' },
      { event: 'maintenance-tried', way: 'officer-key', staffNumber: it104 },
      { event: 'maintenance-refused', wrongInARow: 1, waitSeconds: 1, staffNumber: it104 },
      { event: 'maintenance-entered', staffNumber: it104 },
      { event: 'configuration-changed', part: 'contacts', by: it104 },
      { event: 'maintenance-left', why: 'idle', by: it104 },
    ])
    expect(JSON.stringify(events)).not.toContain('架空')
    await stop(running)
  })

  it('[MAINT-4] wrong passphrases wait longer and longer, by a wait of their own, also after a restart, and the right one then enters', async () => {
    const time = { wallMs: 1_790_000_000_000, monoMs: 0 }
    const first = await start(folder, { time })
    const prepared = await prepare(first, folder)
    await first.call['maintenance:keep'](anAccount(prepared.officer.recipient))
    const tryOnce = ({ call }: Running) => call['maintenance:try']({ staffNumber: it104, way: 'passphrase' })
    for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
      expect(await tryOnce(first)).toMatchObject({ ok: true })
      expect(await first.call['maintenance:wrong']({ staffNumber: it104 })).toEqual({ ok: true, value: { waitSeconds: seconds } })
      expect(await tryOnce(first)).toEqual({ ok: false, error: { code: 'wait', seconds } })
      time.monoMs += seconds * 1000
    }
    expect(await first.call['code:wait'](undefined)).toEqual({ ok: true, value: { waitSeconds: 0 } })
    await kill(first)
    time.monoMs = 0
    const again = await start(folder, { time })
    expect(await again.call['maintenance:wait'](undefined)).toEqual({ ok: true, value: { waitSeconds: 30 } })
    time.monoMs = 30_000
    expect(await tryOnce(again)).toMatchObject({ ok: true })
    expect(await enter(again)).toMatchObject({ ok: true })
    expect(await again.call['maintenance:wait'](undefined)).toEqual({ ok: true, value: { waitSeconds: 0 } })
    await stop(again)
  })

  it('[MAINT-6] is refused while the ward is open, and an opening, a lock and a restart end it', async () => {
    const { running, prepared } = await sealed()
    await enter(running)
    await lockStation(running.station, 'asked')
    expect(running.station.maintenance).toBe(false)
    await enter(running)
    await openIncident(running, prepared)
    expect(running.station.maintenance).toBe(false)
    expect(await enter(running)).toEqual(refused)
    expect(await running.call['maintenance:try']({ staffNumber: it104, way: 'passphrase' })).toEqual(refused)
    expect((await told(running)).flatMap((event) => (event.event === 'maintenance-left' ? [event.why] : []))).toEqual(['locked', 'opened'])
    await stop(running)
    const again = await start(folder)
    expect(again.station).toMatchObject({ maintenance: false, maintenanceOfficer: prepared.officer.recipient })
    await stop(again)
  })

  it('[MAINT-5] [MAINT-6] an end of the program ends it, too, and says so', async () => {
    const { running } = await sealed()
    await enter(running)
    await stop(running)
    const again = await start(folder)
    expect((await told(again)).slice(-3)).toMatchObject([{ event: 'maintenance-left', why: 'locked', by: it104 }, { event: 'stopped' }, { event: 'started' }])
    await stop(again)
  })

  it('[MAINT-7] in maintenance nothing of patients can be written or read', async () => {
    const { running } = await sealed()
    await enter(running)
    expect(await running.call['journal:append']({ id: EntryId.parse(newUuid()), cipher: new Uint8Array([1]) })).toEqual(refused)
    expect(await running.call['journal:frames']({ after: 0, most: 1000 })).toEqual(refused)
    expect(await running.call['snapshot:find'](undefined)).toEqual(refused)
    expect(await running.call['draft:find'](undefined)).toEqual(refused)
    expect(await running.call['pin:secret'](undefined)).toEqual(refused)
    await stop(running)
  })

  it('[MAINT-8] nothing changes outside maintenance', async () => {
    const { running, prepared } = await sealed()
    const { call } = running
    const before = await readFile(`${folder}/station.json`, 'utf8')
    expect(await call['plan:change']({ part: 'staff', plan: plainPlan })).toEqual(refused)
    expect(await call['plan:choose-file'](undefined)).toEqual(refused)
    expect(await call['station:profile']({ hospital: '架空', ward: '1', beds: ['1'] })).toEqual(refused)
    expect(await call['maintenance:keep'](anAccount(prepared.officer.recipient, { why: 'changed' }))).toEqual(refused)
    expect(await readFile(`${folder}/station.json`, 'utf8')).toBe(before)
    await stop(running)
  })

  it('[MAINT-2] a new passphrase takes the place of the old one, in maintenance', async () => {
    const { running, prepared } = await sealed()
    await enter(running)
    const next = new Uint8Array(32).fill(8)
    expect(await running.call['maintenance:keep'](anAccount(prepared.officer.recipient, { token: Sha256.parse(createHash('sha256').update(next).digest('hex')), why: 'recovered', staffNumber: it104 }))).toMatchObject({ ok: true })
    await running.call['maintenance:leave']({ why: 'asked' })
    expect(await enter(running)).toEqual({ ok: false, error: { code: 'refused' } })
    expect(await running.call['maintenance:enter']({ token: next, staffNumber: it104 })).toMatchObject({ ok: true })
    await stop(running)
  })

  it('[MAINT-9] an account that cannot be read is made anew for the roster’s officer only, and that is recorded', async () => {
    const { running, prepared } = await sealed()
    await writeFile(`${folder}/maintenance.json`, '{"v":1,')
    const stranger = `age1${'q'.repeat(58)}` as AgeRecipient // another officer's form
    expect(await running.call['maintenance:keep'](anAccount(stranger))).toEqual(refused)
    expect(await running.call['maintenance:keep'](anAccount(prepared.officer.recipient, { staffNumber: it104 }))).toMatchObject({ ok: true })
    expect((await told(running)).at(-1)).toEqual({ event: 'maintenance-account-kept', why: 'lost', by: it104 })
    await stop(running)
  })
})

describe('what the hospital decided', () => {
  it('[PLAN-1] is kept as written, and a damaged one reads as the plain one', async () => {
    const { running } = await sealed()
    const { call } = running
    const plan = { ...plainPlan, criteria: { blackout: '停電が30分続き、\n復旧の見込みがない' }, declarers: [{ name: '架空 院長', duty: '病院長', staffNumber: null, isDeputy: false }] }
    await enter(running)
    expect(await call['plan:change']({ part: 'criteria', plan })).toEqual({ ok: true, value: undefined })
    await stop(running)
    const again = await start(folder)
    expect(await again.call['plan:read'](undefined)).toEqual({ ok: true, value: { plan, isDamaged: false } })
    await writeFile(`${folder}/plan.json`, '\0')
    expect(await again.call['plan:read'](undefined)).toEqual({ ok: true, value: { plan: plainPlan, isDamaged: true } })
    await stop(again)
  })

  it('[PLAN-2] names and beds change outside incidents only, and the letters stay', async () => {
    const { running, prepared } = await sealed()
    await enter(running)
    const changed = await running.call['station:profile']({ hospital: '架空病院', ward: '3階東', beds: ['301', '303'] })
    expect(changed).toMatchObject({ ok: true, value: { card: { profile: { ward: '3階東', letters: 'AF', beds: ['301', '303'] } } } })
    expect((await told(running)).at(-1)).toMatchObject({ event: 'configuration-changed', part: 'profile', by: it104 })
    await openIncident(running, prepared)
    expect(await running.call['station:profile']({ hospital: '架空病院', ward: '3階東', beds: [] })).toEqual(refused)
    expect(running.station.card?.profile.beds).toEqual(['301', '303'])
    await stop(running)
  })
})
