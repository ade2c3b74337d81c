import type { WardView } from '../../view/ward.ts'
import type { ExportedEntry, ExportInput } from '../input.ts'
import type { PatientGroup } from '../prepare.ts'
import type { TableContext } from '../tables.ts'
import { isTrace } from './audit.ts'
import type { BundleCount, World } from './bundle.ts'
import { privateUse } from './elements.ts'
import { sharedOf } from './shared.ts'

/** The FHIR part of an export. Its bundles are counted while they are written. */
export type PreparedFhir = {
  readonly world: World
  readonly shared: BundleCount
  /** Of each patient's bundle, in the order of the groups. */
  readonly bundles: readonly BundleCount[]
  readonly traces: readonly ExportedEntry[]
  /** Entries in which private-use characters (外字) were replaced. */
  readonly replaced: readonly ExportedEntry[]
}

const slice = 500

/** Finds what the bundles have in common and what stands beside them, pausing on the way. */
export async function prepareFhir(input: ExportInput, groups: readonly PatientGroup[], { clock, forms }: Pick<WardView, 'clock' | 'forms'>, { struck }: Pick<TableContext, 'struck'>, pause: () => Promise<void>): Promise<PreparedFhir> {
  const shared = sharedOf(input)
  await pause()
  const world: World = { input, shared, common: new Map(shared.resources.map((one) => [one.uuid, one])), clock, patients: new Map(groups.map((group) => [group.patient, group])), struck, forms }
  const traces: ExportedEntry[] = []
  const replaced: ExportedEntry[] = []
  for (const [index, one] of input.entries.entries()) {
    if (isTrace(one)) traces.push(one)
    if (JSON.stringify(one.entry).search(privateUse) >= 0) replaced.push(one)
    if (index % slice === slice - 1) await pause()
  }
  return { world, shared: uncounted(), bundles: groups.map(uncounted), traces, replaced }
}

const uncounted = (): BundleCount => ({ records: 0, own: {} })

/** Resources by type, each once, however many bundles repeat it: what a server holds after all bundles. To be asked when every bundle was written. */
export function resourceCounts({ shared, bundles }: PreparedFhir): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { own } of [shared, ...bundles]) for (const [type, many] of Object.entries(own)) counts[type] = (counts[type] ?? 0) + many
  return Object.fromEntries(Object.entries(counts).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** Which private-use characters stood where: one line an entry, so that nothing is replaced silently. */
export function replacedLine({ seq, entry }: ExportedEntry): string {
  const found = [...new Set(JSON.stringify(entry).match(privateUse))].map((symbol) => `U+${(symbol.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
  return `${JSON.stringify({ seq, id: entry.id, characters: found, by: '〓' })}\n`
}
