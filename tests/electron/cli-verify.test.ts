import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EntryId } from '#domain/ids.ts'
import { printedHead } from '#domain/log/printed-head.ts'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { openJournal, type JournalIdentity } from '#electron/node/journal/journal.ts'
import { identity, idOf, portsOn, testSigner } from '#tests/faults/simulation/session.ts'

const cli = fileURLToPath(new URL('../../electron/cli/tomoshibi.ts', import.meta.url))
let data: string
let shown: string
let earlier: string

/** A data folder on the real disk, with a station journal and an incident journal that name each other. */
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'tomoshibi-verify-'))
  await writeJournals(data)
})
afterAll(() => rm(data, { recursive: true }))

async function writeJournals(folder: string): Promise<void> {
  const ports = { ...portsOn(nodeDisk(), 3, testSigner), segmentBytes: 20_000 }
  const stationIdentity: JournalIdentity = { ...identity, folder: `${folder}/station`, incident: null }
  const station = await openJournal(ports, stationIdentity)
  await station.record({ event: 'started', version: '0', runtime: '0', lastExit: 'first' })
  await station.checkpoint('opened')
  earlier = printedHead(station.end().seq, station.end().head)
  const incident = await openJournal(ports, { ...identity, folder: `${folder}/incidents/one/journal` })
  await incident.record({ event: 'journal-linked', journal: 'station', ...station.end() })
  for (let n = 1; n <= 60; n += 1) await incident.append({ id: EntryId.parse(idOf(3, n)), cipher: new Uint8Array(700).fill(n) })
  await incident.checkpoint('stopped')
  shown = printedHead(incident.end().seq, incident.end().head)
  await Promise.all([station.close(), incident.close()])
}

type Said = { readonly code: number; readonly out: string }
async function verify(...words: string[]): Promise<Said> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [cli, 'verify', ...words])
    return { code: 0, out: stdout }
  } catch (thrown) {
    const { code, stdout, stderr } = thrown as { code: number; stdout: string; stderr: string } // execFile's documented rejection
    return { code, out: stdout + stderr }
  }
}

describe('tomoshibi verify', () => {
  it('[VER-1] [VER-4] finds an untouched data folder in order, also against printed heads', async () => {
    expect(await verify(data)).toMatchObject({ code: 0 })
    for (const head of [shown, earlier]) expect((await verify(data, '--head', head)).out).toContain('is in the chain')
  })

  it('[VER-2] [VER-6] says that a head is not of this journal, or not a head at all', async () => {
    expect(await verify(data, '--head', `${shown.slice(0, -1)}${shown.endsWith('0') ? '1' : '0'}`)).toMatchObject({ code: 1 })
    expect(await verify(data, '--head', '99999 7K2MQ-8H3RD')).toMatchObject({ code: 1 })
    expect(await verify(data, '--head', 'nonsense')).toMatchObject({ code: 2 })
  })

  it('[VER-1] names the place of a flipped byte', async () => {
    const folder = join(data, 'incidents/one/journal')
    const file = join(folder, (await readdir(folder)).filter((name) => name.endsWith('.tmj'))[0] ?? '')
    const whole = await readFile(file)
    const damaged = Buffer.from(whole)
    damaged[9000] = (damaged[9000] ?? 0) ^ 4
    await writeFile(file, damaged)
    const said = await verify(data)
    await writeFile(file, whole)
    expect(said.code).toBe(1)
    expect(said.out).toMatch(/ALARM .* \(segment 1, byte 8\d\d\d\)/)
  })

  it('[VER-5] finds a station journal that was replaced after an opening', async () => {
    const other = await mkdtemp(join(tmpdir(), 'tomoshibi-verify-'))
    const ports = { ...portsOn(nodeDisk(), 4, testSigner), segmentBytes: 20_000 }
    const station = await openJournal(ports, { ...identity, folder: `${other}/station`, incident: null })
    await station.record({ event: 'started', version: '0', runtime: '0', lastExit: 'clean' })
    await station.checkpoint('opened')
    await station.close()
    const mine = join(data, 'station/000001.tmj')
    const whole = await readFile(mine)
    await writeFile(mine, await readFile(join(other, 'station/000001.tmj')))
    const said = await verify(data)
    await writeFile(mine, whole)
    await rm(other, { recursive: true })
    expect(said).toMatchObject({ code: 1 })
    expect(said.out).toContain('one of the two was changed or cut')
  })

  it('[VER-1] says what it needs when there is nothing to verify', async () => {
    expect(await verify(join(data, 'nowhere'))).toMatchObject({ code: 2 })
    expect((await verify()).out).toContain('verify PATH')
  })
})
