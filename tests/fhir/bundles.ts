import type { Bundle, Resource } from '@medplum/fhirtypes'
import { charsetsBy } from '#domain/export/charset/charset.ts'
import { exportFiles } from '#domain/export/contents.ts'
import type { ExportInput } from '#domain/export/input.ts'
import { prepareExport, type PreparedExport } from '#domain/export/prepare.ts'
import type { MinisignKey } from '#domain/access/keys.ts'

export async function prepared(input: ExportInput): Promise<PreparedExport> {
  const done = await prepareExport(input, () => Promise.resolve())
  if (!done.ok) throw new Error(`The arrangement failed: ${done.error.code}`)
  return done.value
}

/** The files of fhir/ by their names, as text. */
export async function fhirFilesOf(input: ExportInput): Promise<ReadonlyMap<string, string>> {
  const files = exportFiles(await prepared(input), 'RWQ' as MinisignKey, charsetsBy((label, bytes) => new TextDecoder(label).decode(bytes))) // no file of fhir/ names the key
  return new Map(files.filter(({ name }) => name.startsWith('fhir/')).map(({ name, pieces }) => [name, [...pieces()].join('')]))
}

export async function bundlesOf(input: ExportInput): Promise<ReadonlyMap<string, Bundle>> {
  return new Map([...(await fhirFilesOf(input))].filter(([name]) => name.endsWith('.bundle.json')).map(([name, text]) => [name, JSON.parse(text) as Bundle]))
}

export function resourcesIn(...bundles: readonly (Bundle | undefined)[]): readonly Resource[] {
  return bundles.flatMap((bundle) => (bundle?.entry ?? []).flatMap(({ resource }) => resource ?? []))
}

export function only<T extends Resource['resourceType']>(resources: readonly Resource[], type: T): readonly Extract<Resource, { resourceType: T }>[] {
  return resources.filter((one): one is Extract<Resource, { resourceType: T }> => one.resourceType === type)
}
