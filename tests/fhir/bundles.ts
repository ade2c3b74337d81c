import type { Bundle, Resource } from '@medplum/fhirtypes'
import { charsetsBy } from '#domain/export/charset/charset.ts'
import { exportFiles } from '#domain/export/contents.ts'
import type { ExportInput } from '#domain/export/input.ts'
import { resourceCounts } from '#domain/export/fhir/prepare-fhir.ts'
import { prepareExport, type PreparedExport } from '#domain/export/prepare.ts'
import type { MinisignKey } from '#domain/access/keys.ts'

async function prepared(input: ExportInput): Promise<PreparedExport> {
  const done = await prepareExport(input, () => Promise.resolve())
  if (!done.ok) throw new Error(`The arrangement failed: ${done.error.code}`)
  return done.value
}

/** The files of fhir/ by their names, as text, and the resources counted while they were written. */
export async function fhirWritten(input: ExportInput): Promise<{ readonly files: ReadonlyMap<string, string>; readonly counts: Readonly<Record<string, number>> }> {
  const one = await prepared(input)
  const files = exportFiles(one, 'RWQ' as MinisignKey, charsetsBy((label, bytes) => new TextDecoder(label).decode(bytes))) // no file of fhir/ names the key
  const written = new Map(files.filter(({ name }) => name.startsWith('fhir/')).map(({ name, pieces }) => [name, [...pieces()].join('')]))
  return { files: written, counts: resourceCounts(one.fhir) }
}

export const fhirFilesOf = async (input: ExportInput): Promise<ReadonlyMap<string, string>> => (await fhirWritten(input)).files

export const bundlesIn = (files: ReadonlyMap<string, string>): ReadonlyMap<string, Bundle> => new Map([...files].filter(([name]) => name.endsWith('.bundle.json')).map(([name, text]) => [name, JSON.parse(text) as Bundle]))

export const bundlesOf = async (input: ExportInput): Promise<ReadonlyMap<string, Bundle>> => bundlesIn(await fhirFilesOf(input))

export function resourcesIn(...bundles: readonly (Bundle | undefined)[]): readonly Resource[] {
  return bundles.flatMap((bundle) => (bundle?.entry ?? []).flatMap(({ resource }) => resource ?? []))
}

export function only<T extends Resource['resourceType']>(resources: readonly Resource[], type: T): readonly Extract<Resource, { resourceType: T }>[] {
  return resources.filter((one): one is Extract<Resource, { resourceType: T }> => one.resourceType === type)
}
