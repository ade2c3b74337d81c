import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { deliverExport } from '#electron/cli/deliver.ts'
import { made } from '#tests/export/fixture.ts'
import { fhirServer, troubledProxy } from './fhir-server.ts'
import { anIncident } from './incident.ts'

it('[DELIV-1] [DELIV-2] [DELIV-3] an incident of 40 patients and 20,000 records is delivered, cut off half-way, resumed, and delivered again: counts equal the manifest, nothing is there twice', async () => {
  const root = await mkdtemp(join(tmpdir(), 'tomoshibi-deliver-'))
  const { built, keys } = await made(anIncident(40, 20_000))
  const { resources } = built.manifest.counts
  await writeFile(join(root, 'export.zip.age'), built.bytes)
  await writeFile(join(root, 'officer.key'), keys.officer.identity)
  const deliver = (fhir: string, receipt: string) => deliverExport({ path: join(root, 'export.zip.age'), identity: join(root, 'officer.key'), fhir, stationPub: null, receipt: join(root, receipt), tokenFile: null, token: null, isDryRun: false, allowHttp: false, say: () => undefined, wait: () => Promise.resolve() })

  const fhir = await fhirServer({ isIndexed: true })
  let isDown = true
  const proxy = await troubledProxy(fhir.url, (n) => (isDown && n > 20 ? 'cut-after' : null))
  const began = performance.now()
  expect(await deliver(proxy.url, 'receipt')).toMatchObject({ code: 1 })
  isDown = false
  expect(await deliver(proxy.url, 'receipt')).toMatchObject({ code: 0 })
  console.info(`${Object.values(resources).reduce((sum, one) => sum + one, 0)} resources in ${Math.round(performance.now() - began)} ms, server and checking included`)
  expect([await fhir.counts(), await fhir.doubles()]).toEqual([resources, []])

  for (const receipt of ['receipt', 'another']) {
    expect(await deliver(proxy.url, receipt)).toMatchObject({ code: 0 })
    expect([await fhir.counts(), await fhir.doubles()]).toEqual([resources, []])
  }
  await proxy.stop()
  await fhir.stop()
  await rm(root, { recursive: true })
}, 1_200_000)
