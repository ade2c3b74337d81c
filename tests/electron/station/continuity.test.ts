import { execFileSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Protection } from '#domain/continuity/continuity.ts'
import { EntryId, PatientId } from '#domain/ids.ts'
import type { Draft, Standing } from '#domain/log/entry.ts'
import { StationLetters, wardNumber } from '#domain/number/ward-number.ts'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import type { Disk } from '#electron/node/disk/disk.ts'
import { guarded } from '#electron/node/station/handlers.ts'
import { newUuid } from '#electron/node/uuid.ts'
import { makeContinuity, type ContinuityHooks } from '#renderer/session/continuity.ts'
import { standingOf, type OpenWard } from '#renderer/session/open-ward.ts'
import { readAll } from '#renderer/session/read-all.ts'
import { vaultJobs } from '#renderer/workers/vault-jobs.ts'
import type { Vault } from '#renderer/workers/vault-worker.ts'
import { aDoctor, aHand, anInstant, aNurse } from '#tests/builders.ts'
import { age, ageAtTerminal, hasAge, hasTerminal, inFolder } from '#tests/vault/outside-age.ts'
import { someDatabases } from '#tests/store/store-fixture.ts'
import { aFolder, dropFolder, openIncident, prepare, start, stop, type Prepared, type Running } from './prepared.ts'
import { bridgeOf, statusOf, wardOf } from './realms.ts'

const vault: Pick<Vault, 'ask'> = { ask: (job, given) => vaultJobs[job](given as never) as never } // each job's own input and result, as the asker gave it
const patient = PatientId.parse(newUuid())
const at = anInstant('2026-11-20T07:24:00.000Z')
const drafts: readonly Draft[] = [
  { id: EntryId.parse(newUuid()), kind: 'patient-registered', patient, at: null, body: { number: wardNumber('real', StationLetters.parse('AF'), 7), naming: { kind: 'known', family: '髙﨑', given: '𠮷乃', familyKana: 'タカサキ', givenKana: 'ヨシノ' }, sex: 'female', birth: { kind: 'unknown' }, bed: '301', features: '', way: 'form', mother: null, arrival: null } },
  { id: EntryId.parse(newUuid()), kind: 'note', patient, at: null, body: { text: '右前腕のガーゼ交換' } },
]
const plain: Protection = { way: 'plain', reason: '受け入れ先に復号できるPCがない', second: { staffNumber: aDoctor().staffNumber, name: aDoctor().name } }

/** A stick that is full, or pulled, once a file of this name is written. */
function failing(disk: Disk, code: string | null): Disk {
  return {
    ...disk,
    open: async (path, how) => {
      const file = await disk.open(path, how)
      return code === null || !path.includes('DWC_') ? file : { ...file, write: async (bytes) => { await file.write(bytes.subarray(0, 10)); throw Object.assign(new Error('test'), { code }) } }
    },
  }
}

let folder: string
let running: Running
let prepared: Prepared
let open: OpenWard
let standing: Standing
let fault: string | null = null

beforeEach(async () => {
  folder = await aFolder()
  fault = null
  const disk = nodeDisk()
  running = await start(folder, { disk: { ...disk, open: (path, how) => failing(disk, fault).open(path, how) } })
  prepared = await prepare(running, folder)
  const { dek } = await openIncident(running, prepared)
  open = (await wardOf(running, dek, someDatabases())).open
  const now = standingOf(await statusOf(running), open, aNurse())
  if (now === null) throw new Error('The station has a card')
  standing = now
  for (const draft of drafts) await open.ward.commit(draft, standing)
})
afterEach(async () => {
  open.ward.stop()
  await stop(running)
  await dropFolder(folder)
})

async function make(protection: Protection, hooks: ContinuityHooks = { step: () => undefined, isStopped: () => false }) {
  const status = await statusOf(running)
  const bridge = bridgeOf({ ...running, call: guarded(running.call) }) // what a disk throws comes as main tells it
  const chosen = await bridge.call('export:choose')
  if (status.card === null || !chosen.ok || chosen.value.folder === null) throw new Error('A folder was chosen')
  // No window draws here: the PDF stands for itself.
  const pdf = () => Promise.resolve({ ok: true, value: { bytes: new TextEncoder().encode('%PDF-1.7 of the ward') } } as never)
  return makeContinuity({ bridge, hand: { ...aHand(), newId: newUuid }, vault, pdf }, { ...status, card: status.card }, open, standing, { folder: chosen.value.folder, protection, at }, hooks)
}

const entries = async (kind: string) => {
  const whole = await readAll(bridgeOf(running), await statusOf(running), open.dek, () => false)
  return whole.ok ? whole.value.entries.filter(({ entry }) => entry.kind === kind).map(({ entry }) => entry) : []
}
const begun = async () => {
  const page = await running.call['journal:public']({ journal: 'incident', before: null, most: 500 })
  return page.ok ? page.value.events.map(({ event }) => event).filter(({ event }) => event === 'continuity-begun') : []
}
const files = async () => (await readdir(`${folder}-export`)).toSorted()

async function unzipped(zip: Uint8Array): Promise<{ readonly names: readonly string[]; readonly index: string; readonly page: string; readonly pdf: string }> {
  return inFolder({ 'copy.zip': zip }, async (where) => {
    execFileSync('unzip', ['-q', 'copy.zip', '-d', 'copy'], { cwd: where })
    const read = (name: string) => readFile(join(where, 'copy', name), 'utf8')
    return { names: (await readdir(join(where, 'copy'), { recursive: true })).toSorted(), index: await read('index.html'), page: await read('patients/001.html'), pdf: await read('ward.pdf') }
  })
}

describe('a continuity copy', () => {
  test.runIf(hasAge && hasTerminal)('[CONT-4] [CONT-6] [CONT-8] under its own code opens with age and unzip, and everything before it is on record', { timeout: 60_000 }, async () => {
    const made = await make({ way: 'code' })
    if (!made.ok) throw new Error(made.error.code)
    const { fileName, path, code, sha256, bytes } = made.value
    expect(fileName).toBe('DWC_HOSPITAL_AF_20261120T072400Z.zip.age')
    expect(await files()).toEqual([fileName, `${fileName}.minisig`, 'station.pub'])
    const file = new Uint8Array(await readFile(path))
    const copy = await unzipped(await inFolder({ 'copy.age': file }, (where) => ageAtTerminal(where, code ?? '', '-d -o out copy.age')))
    expect(copy.names).toEqual(['index.html', 'patients', 'patients/001.html', 'ward.pdf'])
    for (const words of ['髙﨑 𠮷乃', '2026-11-20 16:24 時点']) expect(copy.index).toContain(words)
    expect(copy.page).toContain('右前腕のガーゼ交換')
    expect(copy.pdf).toBe('%PDF-1.7 of the ward')
    expect((await entries('continuity-made')).map(({ body }) => body)).toEqual([{ sha256, bytes, patients: 1, records: 2, medium: `${folder}-export`, protection: { way: 'code' } }])
    expect(await begun()).toEqual([{ event: 'continuity-begun', sha256, bytes, way: 'code', by: aNurse().staffNumber, second: null }])
    expect((await entries('chart-opened')).map(({ patient: whose, body }) => [whose, body])).toEqual([[patient, { via: 'print' }]])
    // Neither the code nor a name stands where anybody reads it without a key.
    expect(`${JSON.stringify(await entries('continuity-made'))}${JSON.stringify(await begun())}`).not.toContain(code)
  })

  test.runIf(hasAge)('[CONT-4] for the hospital’s keys it opens with the officer’s', { timeout: 60_000 }, async () => {
    const made = await make({ way: 'keys', recipients: 4 })
    if (!made.ok) throw new Error(made.error.code)
    const zip = await inFolder({ 'copy.age': new Uint8Array(await readFile(made.value.path)), key: prepared.officer.identity }, (where) => age(where, '-d', '-i', 'key', 'copy.age'))
    expect([made.value.code, (await unzipped(zip)).page.includes('髙﨑')]).toEqual([null, true])
  })

  test('[CONT-5] [CONT-6] without encryption the entry says why and who else, and the journal both numbers', { timeout: 60_000 }, async () => {
    const made = await make(plain)
    if (!made.ok) throw new Error(made.error.code)
    expect(made.value.fileName).toMatch(/\.zip$/)
    expect((await unzipped(new Uint8Array(await readFile(made.value.path)))).index).toContain('髙﨑 𠮷乃')
    expect((await entries('continuity-made')).map(({ body }) => body)).toMatchObject([{ protection: plain }])
    expect(await begun()).toMatchObject([{ way: 'plain', by: aNurse().staffNumber, second: aDoctor().staffNumber }])
  })

  test('[CONT-7] a medium that is full or gone leaves no file of its name, and no piece of one', { timeout: 60_000 }, async () => {
    for (const code of ['ENOSPC', 'ENODEV']) {
      fault = code
      expect(await make({ way: 'code' })).toEqual({ ok: false, error: { code: 'disk-failed', cause: code.toLowerCase() } })
      expect(await files()).toEqual([])
    }
    fault = null
    // Pulled after it was chosen: nothing takes its place on this PC's own disk.
    expect(await make({ way: 'code' }, { step: (step) => void (step === 'packing' && rmSync(`${folder}-export`, { recursive: true, force: true })), isStopped: () => false })).toEqual({ ok: false, error: { code: 'disk-failed', cause: 'enoent' } })
    expect(existsSync(`${folder}-export`)).toBe(false)
    await mkdir(`${folder}-export`)
    await writeFile(join(`${folder}-export`, 'DWC_HOSPITAL_AF_20261120T072400Z.zip.age.part'), 'of a stick that was pulled')
    expect((await make({ way: 'code' })).ok).toBe(true)
    expect((await files()).some((name) => name.endsWith('.part'))).toBe(false)
    // Never over one that is there.
    expect(await make({ way: 'code' })).toMatchObject({ ok: false, error: { code: 'disk-failed', cause: 'eexist' } })
  })

  test('[CONT-7] read back and not the same, it is not done', { timeout: 60_000 }, async () => {
    const honest = running.call['continuity:write']
    running = { ...running, call: { ...running.call, 'continuity:write': async (input) => {
      const written = await honest(input)
      return written.ok ? { ok: true, value: { ...written.value, read: written.value.read.with(400, (written.value.read[400] ?? 0) ^ 1) } } : written
    } } }
    for (const protection of [{ way: 'code' }, { way: 'keys', recipients: 4 }, plain] as const) {
      expect(await make(protection)).toEqual({ ok: false, error: { code: 'read-back-differs' } })
      for (const name of await files()) if (name.startsWith('DWC')) await nodeDisk().remove(join(`${folder}-export`, name))
    }
  })

  test('[CONT-8] stopped before the writing, nothing is written and nothing said', { timeout: 60_000 }, async () => {
    let step = ''
    for (const last of ['reading', 'packing']) {
      expect(await make({ way: 'code' }, { step: (now) => (step = now), isStopped: () => step === last })).toEqual({ ok: false, error: { code: 'stopped' } })
    }
    expect([await files(), await entries('continuity-made'), await begun()]).toEqual([[], [], []])
  })

  test('[CONT-8] it is no backup: the accounts are still not retired without one', { timeout: 60_000 }, async () => {
    expect((await running.call['incident:stand-down']({ staffNumber: aNurse().staffNumber })).ok).toBe(true)
    expect((await make({ way: 'code' })).ok).toBe(true)
    expect(await running.call['incident:retire']({ staffNumber: aNurse().staffNumber, withoutBackup: false })).toEqual({ ok: false, error: { code: 'no-backup' } })
  })
})

test('[CONT-5] the door takes no unencrypted file of one person, and none under a wrong name or into a folder nobody chose', async () => {
  const { bridge } = await import('#domain/bridge.ts')
  const [by, other] = [aNurse().staffNumber, aDoctor().staffNumber]
  const given = { folder: '/', fileName: 'DWC_X_AF_20261120T072400Z.zip', bytes: new Uint8Array(1), comment: 'tomoshibi continuity 0123456789abcdef', signers: { way: 'plain', by, second: other } }
  const takes = (over: object): boolean => bridge['continuity:write'].input.safeParse({ ...given, ...over }).success
  expect(takes({})).toBe(true)
  for (const over of [{ signers: { way: 'plain', by, second: null } }, { signers: { way: 'plain', by, second: by } }, { signers: { way: 'code', by, second: null } }, { fileName: `${given.fileName}.age` }, { fileName: '../DWC_X.zip' }]) expect.soft(takes(over), JSON.stringify(over)).toBe(false)
  expect(await running.call['continuity:write']({ ...given, signers: { way: 'plain', by, second: other } })).toEqual({ ok: false, error: { code: 'refused' } })
})
