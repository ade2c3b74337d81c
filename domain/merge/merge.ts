import type { CheckedExport } from '../export/check-export.ts'
import { eventLine } from '../export/events.ts'
import type { ExportedEntry } from '../export/input.ts'
import type { Manifest } from '../export/manifest.ts'
import type { EntryId } from '../ids.ts'
import { err, ok, type Result } from '../result.ts'
import { sameTogether, type Together } from './together.ts'

/**
 * Exports of several stations laid together: every entry once, whichever export it came with and in whichever order they were
 * given. Nothing is decided: what contradicts itself is listed with both sides.
 */
export type Merged = {
  readonly stations: readonly MergedStation[]
  /** By the time it happened, then by id. */
  readonly entries: readonly MergedEntry[]
  /** How often an entry came again with another export. */
  readonly again: number
  readonly differing: readonly Differing[]
  readonly together: readonly Together[]
}

export type MergedStation = Pick<Manifest, 'station' | 'letters' | 'hospital' | 'ward' | 'exportNo' | 'createdAt' | 'incident'> & { readonly exports: number }

/** `from`: the letters of the station whose export it came with. An entry taken over from another station stands there as `entry-imported`. */
export type MergedEntry = ExportedEntry & { readonly from: string }

/** One id, two contents: one of the two exports was not written by the station it names. */
export type Differing = { readonly id: EntryId; readonly one: MergedEntry; readonly other: MergedEntry }

export type MergeFault =
  | { readonly code: 'realms-differ'; readonly realms: readonly string[] }
  /** Two stations with the same letters give the same numbers to different patients. */
  | { readonly code: 'letters-twice'; readonly letters: string }
  | { readonly code: 'nothing-given' }

export function mergeExports(exports: readonly CheckedExport[]): Result<Merged, MergeFault> {
  const manifests = exports.map(({ manifest }) => manifest)
  if (manifests.length === 0) return err({ code: 'nothing-given' })
  const realms = [...new Set(manifests.map(({ realm }) => realm))]
  if (realms.length > 1) return err({ code: 'realms-differ', realms })
  const byLetters = Map.groupBy(manifests, ({ letters }) => letters)
  for (const [letters, own] of byLetters) {
    if (new Set(own.map(({ station }) => station)).size > 1) return err({ code: 'letters-twice', letters })
  }
  const kept = new Map<EntryId, MergedEntry>()
  const differing: Differing[] = []
  let again = 0
  // The order in which exports are given must not decide anything.
  for (const { manifest, entries } of exports.toSorted((a, b) => compare(a.manifest.exportId, b.manifest.exportId))) {
    for (const one of entries) {
      const entry: MergedEntry = { ...one, from: manifest.letters }
      const before = kept.get(one.entry.id)
      if (before === undefined) {
        kept.set(one.entry.id, entry)
        continue
      }
      const whole = original(before, entry)
      if (whole === null) differing.push({ id: one.entry.id, one: before, other: entry })
      else {
        again += 1
        kept.set(one.entry.id, whole)
      }
    }
  }
  const entries = [...kept.values()].toSorted((a, b) => compare(a.entry.at, b.entry.at) || compare(a.entry.id, b.entry.id))
  return ok({ stations: [...byLetters.values()].map(stationOf).toSorted((a, b) => compare(a.letters, b.letters)), entries, again, differing, together: sameTogether(entries) })
}

/** Of two entries of one id the one to keep: what was taken over from another station gives way to what stands there. Null: they differ. */
function original(before: MergedEntry, now: MergedEntry): MergedEntry | null {
  const [isBeforeTaken, isNowTaken] = [before, now].map(({ entry }) => entry.kind === 'entry-imported')
  if (isBeforeTaken !== isNowTaken) return isBeforeTaken === true ? now : before
  if (isNowTaken === true) return before // two stations took it over: each says so in its own words
  return eventLine(before) === eventLine(now) ? before : null
}

function stationOf(manifests: readonly Manifest[]): MergedStation {
  const [newest] = manifests.toSorted((a, b) => compare(b.createdAt, a.createdAt))
  if (newest === undefined) throw new Error('A station of no export')
  const { station, letters, hospital, ward, exportNo, createdAt, incident } = newest
  return { station, letters, hospital, ward, exportNo, createdAt, incident, exports: manifests.length }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
