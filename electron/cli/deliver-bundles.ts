import { z } from 'zod'
import type { Manifest } from '#domain/export/manifest.ts'
import type { Unpacked } from '#domain/export/check-export.ts'
import { bundleEnding, sharedBundleName } from '#domain/export/contents.ts'
import { readJson } from '#domain/export/stable-json.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { strictText } from './verify-export-tools.ts'

/** A bundle of an export as it is sent: its text, and what stands in each of its entries, in order. */
export type Delivery = { readonly name: string; readonly text: string; readonly entries: readonly Sent[] }
export type Sent = { readonly type: string; readonly uuid: string }

const Bundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.literal('transaction'),
  entry: z.array(z.looseObject({ fullUrl: z.string().startsWith('urn:uuid:'), request: z.looseObject({ method: z.literal('POST'), url: z.string(), ifNoneExist: z.string().min(1) }) })).min(1),
})

/** The names of the bundles in the order they are sent: what patients share first. */
export function bundleNames({ files }: Pick<Manifest, 'files'>): readonly string[] {
  const names = files.flatMap(({ name }) => (name.startsWith('fhir/') && name.endsWith(bundleEnding) ? [name] : []))
  return names.toSorted((one, other) => Number(other === sharedBundleName) - Number(one === sharedBundleName))
}

/** Null: not a bundle of ours. The export's signature was checked; this reads one file of it, and holds one at a time. */
export async function readBundle(unpacked: Unpacked, name: string): Promise<Delivery | null> {
  const bytes = await unpacked.read(name, Number.MAX_SAFE_INTEGER)
  const text = bytes === null ? null : strictText(bytes)
  const read = text === null ? null : Bundle.safeParse(readJson(text))
  return text === null || read?.success !== true ? null : { name, text, entries: read.data.entry.map(({ fullUrl, request }) => ({ type: request.url, uuid: fullUrl.slice('urn:uuid:'.length) })) }
}

/** Every resource once, by its UUID; err where the bundles hold other than the manifest counts. */
export async function resourcesOf(unpacked: Unpacked, manifest: Manifest): Promise<Result<ReadonlyMap<string, string>, string>> {
  const names = bundleNames(manifest)
  if (names.length === 0) return err('There is no FHIR in this export: it was made by an earlier version. Make a new export on the station, or use its tables.')
  const types = new Map<string, string>()
  for (const name of names) {
    const bundle = await readBundle(unpacked, name)
    if (bundle === null) return err(`REFUSED: ${name} is not a transaction of this program`)
    for (const { uuid, type } of bundle.entries) types.set(uuid, type)
  }
  const counted = countsOf(types.values())
  const listed = manifest.counts.resources
  const differing = [...new Set([...Object.keys(listed), ...counted.keys()])].find((type) => (listed[type] ?? 0) !== (counted.get(type) ?? 0))
  return differing === undefined ? ok(types) : err(`REFUSED: the bundles hold ${counted.get(differing) ?? 0} ${differing}, the manifest counts ${listed[differing] ?? 0}`)
}

export function countsOf(types: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1)
  return counts
}
