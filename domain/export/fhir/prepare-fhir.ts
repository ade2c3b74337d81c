import type { PatientId } from '../../ids.ts'
import type { WardView } from '../../view/ward.ts'
import type { ExportedEntry, ExportInput } from '../input.ts'
import type { PatientGroup } from '../prepare.ts'
import type { TableContext } from '../tables.ts'
import { isTrace } from './audit.ts'
import { patientEntries, sharedEntries, type BundleEntry, type World } from './bundle.ts'
import { privateUse } from './elements.ts'
import { sharedOf } from './shared.ts'

/** The FHIR part of an export, counted: what a bundle holds must be known before it is written. */
export type PreparedFhir = {
  readonly world: World
  /** Resources by type, each once, however many bundles repeat it: what a server holds after all bundles. */
  readonly counts: Readonly<Record<string, number>>
  readonly sharedRecords: number
  readonly patientRecords: ReadonlyMap<PatientId, number>
  readonly traces: readonly ExportedEntry[]
  /** Entries in which private-use characters (外字) were replaced. */
  readonly replaced: readonly ExportedEntry[]
}

const slice = 500

/** Goes through every resource once, pausing on the way, and keeps none of them. */
export async function prepareFhir(input: ExportInput, groups: readonly PatientGroup[], { clock, forms }: Pick<WardView, 'clock' | 'forms'>, { struck }: Pick<TableContext, 'struck'>, pause: () => Promise<void>): Promise<PreparedFhir> {
  const shared = sharedOf(input)
  await pause()
  const world: World = { input, shared, common: new Map(shared.resources.map((one) => [one.uuid, one])), clock, patients: new Map(groups.map((group) => [group.patient, group])), struck, forms }
  const counts: Record<string, number> = {}
  const count = async (entries: Iterable<BundleEntry>): Promise<number> => {
    let records = 0
    for (const { type, isOwn } of entries) {
      if (isOwn) counts[type] = (counts[type] ?? 0) + 1
      records += 1
      if (records % slice === 0) await pause()
    }
    await pause()
    return records
  }
  const sharedRecords = await count(sharedEntries(world))
  const patientRecords = new Map<PatientId, number>()
  for (const group of groups) patientRecords.set(group.patient, await count(patientEntries(group, world)))
  const traces: ExportedEntry[] = []
  const replaced: ExportedEntry[] = []
  for (const [index, one] of input.entries.entries()) {
    if (isTrace(one)) traces.push(one)
    if (JSON.stringify(one.entry).search(privateUse) >= 0) replaced.push(one)
    if (index % slice === slice - 1) await pause()
  }
  return { world, counts: Object.fromEntries(Object.entries(counts).toSorted(([one], [other]) => (one < other ? -1 : 1))), sharedRecords, patientRecords, traces, replaced }
}

/** Which private-use characters stood where: one line an entry, so that nothing is replaced silently. */
export function replacedLine({ seq, entry }: ExportedEntry): string {
  const found = [...new Set(JSON.stringify(entry).match(privateUse))].map((symbol) => `U+${(symbol.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
  return `${JSON.stringify({ seq, id: entry.id, characters: found, by: '〓' })}\n`
}
