import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deliverExport, type DeliverRequest } from '#electron/cli/deliver.ts'
import { anInput, aWard, made, remade, type Made } from '#tests/export/fixture.ts'
import { eachKind } from '#tests/fhir/each-kind.ts'
import { anIncident } from '#tests/fhir/incident.ts'
import { fhirServer, troubledProxy, type FhirServer, type Listening, type Trouble } from '#tests/fhir/fhir-server.ts'

const cli = fileURLToPath(new URL('../../electron/cli/tomoshibi.ts', import.meta.url))
let root = ''
let ward: Made
let demo: Made
const started: Listening[] = []
const at = (name: string) => join(root, name)

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tomoshibi-deliver-'))
  ward = await made(anIncident(8, 120))
  demo = await made(anInput(aWard('demo'), { realm: 'demo' }))
  for (const [name, { built, keys, minisig }] of [['ward', ward], ['demo', demo]] as const) {
    await writeFile(at(`${name}.zip.age`), built.bytes)
    await writeFile(at(`${name}.key`), keys.officer.identity)
    void minisig
  }
})
afterAll(() => rm(root, { recursive: true }))
beforeEach(async () => {
  await Promise.all(started.splice(0).map(({ stop }) => stop()))
  await rm(at('receipt'), { force: true })
})

const said: string[] = []
async function deliver(url: string, over: Partial<DeliverRequest> = {}): Promise<{ readonly code: number; readonly out: string; readonly progress: readonly string[] }> {
  said.length = 0
  const { code, lines } = await deliverExport({
    path: at('ward.zip.age'), identity: at('ward.key'), fhir: url, stationPub: null, receipt: at('receipt'), tokenFile: null, token: null, isDryRun: false, allowHttp: false,
    say: (line) => said.push(line), wait: () => Promise.resolve(), ...over,
  })
  return { code, out: lines.join('\n'), progress: [...said] }
}

async function server(over: Parameters<typeof fhirServer>[0] = {}): Promise<FhirServer> {
  const one = await fhirServer({ isIndexed: true, ...over })
  started.push(one)
  return one
}

async function proxy(to: FhirServer, trouble: (n: number) => Trouble) {
  const one = await troubledProxy(to.url, trouble)
  started.push(one)
  return one
}

async function expectWhole(fhir: FhirServer): Promise<void> {
  expect(await fhir.counts()).toEqual(ward.built.manifest.counts.resources)
  expect(await fhir.doubles()).toEqual([])
}

const receiptLines = async (): Promise<readonly Record<string, unknown>[]> => (await readFile(at('receipt'), 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
const bundles = 9

describe('tomoshibi deliver', { timeout: 60_000 }, () => {
  it('[DELIV-1] brings every resource that the manifest counts to a server, with the ids it gave', async () => {
    const fhir = await server()
    const { code, out, progress } = await deliver(fhir.url)
    expect(out).toMatch(/ok: the server has every resource that the manifest counts/)
    expect(code).toBe(0)
    await expectWhole(fhir)
    expect(progress).toHaveLength(bundles)
    for (const [type, count] of Object.entries(ward.built.manifest.counts.resources)) expect(out).toContain(`  ${type} ${count} of ${count}`)
    const ids = new Set((await fhir.resources('Patient')).map(({ id }) => id))
    const patients = (await receiptLines()).slice(1).flatMap((line) => (line['resources'] as readonly { readonly type: string; readonly id: string; readonly made: boolean }[]).filter(({ type }) => type === 'Patient'))
    expect(patients).toHaveLength(8)
    for (const { id, made: isMade } of patients) expect([ids.has(id), isMade]).toEqual([true, true])
  })

  it('[DELIV-1] leaves no reference of a bundle unresolved on the server', async () => {
    const fhir = await server()
    await deliver(fhir.url)
    const there = new Set((await Promise.all(Object.keys(await fhir.counts()).map((type) => fhir.resources(type as 'Patient')))).flat().map(({ resourceType, id }) => `${resourceType}/${id}`))
    for (const type of Object.keys(await fhir.counts())) {
      for (const one of await fhir.resources(type as 'Patient')) {
        for (const [, reference = ''] of JSON.stringify(one).matchAll(/"reference":"([^#"]+)"/g)) expect(there.has(reference), `${type} ${reference}`).toBe(true)
      }
    }
  })

  it('[DELIV-2] delivered again, with its receipt or without, makes nothing twice', async () => {
    const fhir = await server()
    await deliver(fhir.url)
    const again = await deliver(fhir.url)
    expect([again.code, again.progress]).toEqual([0, [`${bundles} of ${bundles} transactions were done before`]])
    await rm(at('receipt'))
    const anew = await deliver(fhir.url)
    expect(anew.code).toBe(0)
    expect(anew.out).toMatch(/ 0 made by this delivery/)
    await expectWhole(fhir)
  })

  it.each([1, 2, 5, 9])('[DELIV-3] is cut off at transaction %i for good, before or after the server took it, and goes on when run again', async (n) => {
    for (const when of ['cut-before', 'cut-after'] as const) {
      await rm(at('receipt'), { force: true })
      const fhir = await server()
      let isDown = true
      const between = await proxy(fhir, (request) => (isDown && request >= n ? when : null))
      const first = await deliver(between.url)
      expect([first.code, first.out]).toEqual([1, expect.stringMatching(/STOPPED: No answer from [^]*Run the same command again/)])
      expect(await receiptLines()).toHaveLength(n) // its head, and what was done
      isDown = false
      const before = between.requests()
      const second = await deliver(between.url)
      expect(second.code).toBe(0)
      expect(between.requests() - before).toBe(bundles - n + 1)
      await expectWhole(fhir)
    }
  })

  it('[DELIV-3] tries again by itself when the connection is cut or the server is busy', async () => {
    const fhir = await server()
    const waited: number[] = []
    const between = await proxy(fhir, (n) => (n % 3 === 1 ? 'cut-after' : n % 3 === 2 ? { status: 503 } : null))
    const { code, progress } = await deliver(between.url, { wait: (ms) => Promise.resolve(void waited.push(ms)) })
    expect(code).toBe(0)
    expect(waited.length).toBe(bundles * 2)
    expect(waited.slice(0, 2)).toEqual([1_000, 2_000])
    expect(progress.join('\n')).toMatch(/The server answered 503; again in 2 s/)
    await expectWhole(fhir)
  })

  it('[DELIV-3] is killed in the middle and goes on', async () => {
    const fhir = await server()
    let child: ReturnType<typeof spawn> | null = null
    const between = await proxy(fhir, (n) => (n === 4 ? (child?.kill('SIGKILL'), 'cut-after') : null))
    const words = ['deliver', 'ward.zip.age', '--identity', 'ward.key', '--fhir', between.url, '--receipt', 'receipt']
    child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, ...words], { cwd: root, stdio: 'ignore' })
    await new Promise((done) => child?.on('exit', done))
    expect(await receiptLines()).toHaveLength(4)
    await writeFile(at('receipt'), `${await readFile(at('receipt'), 'utf8')}{"bundle":"fhir/D-AF-0`) // cut in the middle of a line
    expect((await deliver(between.url)).code).toBe(0)
    expect(await receiptLines()).toHaveLength(bundles + 1)
    await expectWhole(fhir)
  })

  it('[DELIV-4] a server that keeps a part of a transaction is told of, and has the rest after the next time', async () => {
    let isStrict = true
    const fhir = await server({ refuses: (one) => isStrict && one.resourceType === 'MedicationAdministration' })
    const first = await deliver(fhir.url)
    expect(first.code).toBe(1)
    expect(first.out).toMatch(/NOT DELIVERED fhir\/D-AF-\d{5}-\d\.bundle\.json: the server took only a part of it: refused \d+ × MedicationAdministration 400/)
    expect(first.out).toMatch(/MedicationAdministration 0 of \d+ {2}MISSING/)
    isStrict = false
    expect((await deliver(fhir.url)).code).toBe(0)
    await expectWhole(fhir)
  })

  it('[DELIV-4] one refused patient does not hold up the others', async () => {
    const fhir = await server()
    const outcome = JSON.stringify({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'invalid', diagnostics: '灯 花子', expression: ['Bundle.entry[3].resource.status'] }] })
    const between = await proxy(fhir, (n) => (n === 3 ? { status: 422, body: outcome } : n === 5 ? { status: 412 } : null))
    const { code, out } = await deliver(between.url)
    expect(code).toBe(1)
    expect(out).toMatch(/the server refused it \(422\)\. It says: invalid Bundle\.entry\[3\]\.resource\.status/)
    expect(out).toMatch(/more than one resource of the same UUID \(412\)/)
    expect(out).not.toContain('花子')
    expect(out).toMatch(/7 of 9 transactions done/)
    expect((await deliver(between.url)).code).toBe(0)
    await expectWhole(fhir)
  })

  it.each([[401, /TOMOSHIBI_FHIR_TOKEN/], [403, /refuses this token/], [404, /is the base address/], [302, /final address/], [200, /no answer to a transaction/]])('[DELIV-5] stops at %i with a sentence and the next action', async (status, sentence) => {
    const fhir = await server()
    const between = await proxy(fhir, () => ({ status }))
    const { code, out } = await deliver(between.url)
    expect(out).toMatch(sentence)
    expect([code, between.requests(), await fhir.counts()]).toEqual([1, 1, {}])
  })

  it('[DELIV-5] shows the token of a file or of the environment, and of no word of the command', async () => {
    const fhir = await server({ token: 'geheim-123' })
    expect((await deliver(fhir.url, { token: 'falsch' })).out).toMatch(/asks who you are/)
    await writeFile(at('token'), 'geheim-123\n')
    const { code, out } = await deliver(fhir.url, { tokenFile: at('token'), token: 'falsch' })
    expect(code).toBe(0)
    expect(out + (await readFile(at('receipt'), 'utf8'))).not.toContain('geheim')
    expect((await deliver(fhir.url, { tokenFile: at('none') })).out).toMatch(/cannot be read/)
  })

  it.each([['ftp://x', /base address/], ['http://fhir.hospital.example/fhir', /in the clear/], ['https://me:secret@fhir.hospital.example', /no password/]])('[DELIV-6] does not send to %s', async (url, sentence) => {
    const { code, out } = await deliver(url)
    expect(out).toMatch(sentence)
    expect([code, out]).toEqual([1, expect.stringContaining('Nothing was sent.')])
    expect(out).not.toContain('secret')
  })

  it('[DELIV-6] checks the export as opening does, and sends nothing of a damaged or foreign one', async () => {
    const fhir = await server()
    const changed = await remade(ward, (files) => void (files['fhir/shared.bundle.json'] = new TextEncoder().encode('{}')))
    await writeFile(at('changed.zip.age'), changed)
    expect((await deliver(fhir.url, { path: at('changed.zip.age') })).out).toMatch(/shared\.bundle\.json[^]*Nothing was sent\./)
    expect((await deliver(fhir.url, { identity: at('demo.key') })).out).toMatch(/no key in the identity file opens this export[^]*Nothing was sent\./)
    expect(await fhir.counts()).toEqual({})
  })

  it('[DELIV-6] a dry run asks no server and writes no receipt', async () => {
    const { code, out } = await deliver('https://fhir.hospital.example/fhir', { isDryRun: true })
    expect(code).toBe(0)
    expect(out).toMatch(/9 transactions, \d+ resources[^]* {2}Patient 8\n[^]*nothing was sent/)
    await expect(readFile(at('receipt'))).rejects.toThrow()
  })

  it('[DELIV-2] a receipt is of one export and one server, and no other file is taken for one', async () => {
    const fhir = await server()
    await deliver(fhir.url)
    expect((await deliver(fhir.url, { path: at('demo.zip.age'), identity: at('demo.key') })).out).toMatch(/receipt of another export/)
    const other = await server()
    expect((await deliver(other.url)).out).toMatch(/receipt of a delivery to http/)
    await writeFile(at('receipt'), 'shopping list\n')
    expect((await deliver(fhir.url)).out).toMatch(/is not a receipt/)
    expect(await readFile(at('receipt'), 'utf8')).toBe('shopping list\n')
  })

  it('[DELIV-1] of a demonstration says so, and every resource is marked as test data', async () => {
    const fhir = await server({ isIndexed: false })
    const { code, out } = await deliver(fhir.url, { path: at('demo.zip.age'), identity: at('demo.key') })
    expect([code, out]).toEqual([0, expect.stringContaining('見本 DEMO')])
    for (const one of await fhir.resources('Patient')) expect(one.meta?.security?.[0]?.code).toBe('HTEST')
  })

  it('[DELIV-1] a ward with a record of every kind arrives whole, by the command itself', async () => {
    const every = await made(anInput(eachKind()))
    await writeFile(at('every.zip.age'), every.built.bytes)
    await writeFile(at('every.key'), every.keys.officer.identity)
    const fhir = await server({ isIndexed: false })
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, 'deliver', 'every.zip.age', '--identity', 'every.key', '--fhir', fhir.url], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const [out, progress] = [await textOf(child.stdout), await textOf(child.stderr)]
    expect(out).toContain('ok: the server has every resource')
    expect(progress).toMatch(/^1 of 4: \d+ resources, \d+ made/)
    expect(await fhir.counts()).toEqual(every.built.manifest.counts.resources)
    expect(await readFile(at('every.zip.age.fhir-receipt.ndjson'), 'utf8')).not.toMatch(/花子|トモシビ/)
  })
})

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const piece of stream) text += String(piece)
  return text
}
