import { expect, it } from 'vitest'
import { bundlesIn, fhirWritten } from './bundles.ts'
import { anIncident } from './incident.ts'
import { faultsOf } from './validators.ts'

it('[FHIR-2] every bundle of an incident of 40 patients and 20,000 records passes the three validators', async () => {
  const { files, counts } = await fhirWritten(anIncident(40, 20_000))
  const bundles = bundlesIn(files)
  expect(bundles.size).toBe(41)
  expect(counts).toMatchObject({ Patient: 40, Encounter: 40 })
  expect(counts['Provenance']).toBeGreaterThan(18_000)
  for (const [name, bundle] of bundles) expect(faultsOf(bundle), name).toEqual([])
})
