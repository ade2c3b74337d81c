import { basename } from 'node:path'
import type { CheckedExport, Unpacked } from '#domain/export/check-export.ts'
import { photoOfName } from '#domain/export/photos.ts'
import { mergeExports, type Merged, type MergeFault } from '#domain/merge/merge.ts'
import { statisticsOf, statisticsSections, type Statistics } from '#domain/merge/statistics.ts'
import { mergedFiles } from './merge-files.ts'
import { openChecked } from './open-check.ts'
import { isFree, writeFolder } from './open-write.ts'
import { understood, type Outcome } from './output.ts'
import { inRealm } from './verify-export-words.ts'

export type MergeRequest = { readonly paths: readonly string[]; readonly identity: string; readonly out: string | null; readonly onOpened: (done: number, of: number) => void }

const untouched = 'Nothing was written.'

/**
 * Opens exports of many stations, checks each whole, and lays them together in a new folder; without `out`, says the statistics
 * alone. Rule MERGE-6.
 */
export async function mergeFiles({ paths, identity, out, onOpened }: MergeRequest): Promise<Outcome> {
  if (out !== null && !(await isFree(out))) return understood(false, [`${out} is there already and not an empty folder: nothing was written`])
  const checked: CheckedExport[] = []
  const exports: Unpacked[] = []
  for (const [done, path] of paths.entries()) {
    onOpened(done, paths.length)
    const opened = await openChecked({ path, identity, stationPub: null, untouched })
    if (!opened.ok) return opened.error
    checked.push(opened.value.checked)
    // Only what still has something to give stays in memory.
    if (out !== null && opened.value.unpacked.names.some((name) => photoOfName(name) !== null)) exports.push(opened.value.unpacked)
  }
  const merged = mergeExports(checked)
  if (!merged.ok) return understood(false, [sentenceOf(merged.error), untouched])
  const realm = checked[0]?.manifest.realm ?? 'real'
  const statistics = statisticsOf(merged.value)
  const lines = statisticsLines(statistics)
  if (out === null) return understood(true, inRealm(realm, lines))
  const written = await writeFolder(mergedFiles(merged.value, statistics, realm, exports), out)
  if (!written.ok) return understood(false, inRealm(realm, [written.error]))
  return understood(true, inRealm(realm, [...summary(merged.value, paths), ...lines.slice(0, 2), `Written to ${out}`]))
}

function summary({ stations, entries, again, differing, together }: Merged, paths: readonly string[]): readonly string[] {
  return [
    `${paths.length} exports (${paths.map((path) => basename(path)).join(', ')})`,
    ...stations.map(({ letters, hospital, ward, exportNo, createdAt }) => `  station ${letters}: ${hospital}, ${ward}, newest export no. ${exportNo} of ${createdAt}`),
    `${entries.length} entries, each once; ${again} came again with another export`,
    ...(differing.length + together.length === 0 ? ['nothing contradicts itself'] : [`ATTENTION ${differing.length} with one id and two contents, ${together.length} written at two stations within ten minutes: conflicts.csv, to be decided by a person`]),
  ]
}

function statisticsLines(statistics: Statistics): readonly string[] {
  const { patients, entries, people, from, to, late, onBehalf, struck } = statistics
  return [
    `${patients} patients registered, ${entries} entries by ${people} people, ${from ?? '-'} to ${to ?? '-'} (Japan)`,
    `${late} written late, ${onBehalf} on behalf of somebody, ${struck} struck`,
    ...statisticsSections(statistics).flatMap(({ ja, en, lines }) => [`${ja} ${en}`, ...lines.map((line) => `  ${line.ja} ${line.en}: ${line.value}`)]),
  ]
}

function sentenceOf(fault: MergeFault): string {
  switch (fault.code) {
    case 'letters-twice':
      return `REFUSED: two different stations have the letters ${fault.letters}, so that their numbers are not one patient each; merge them apart`
    case 'realms-differ':
      return `REFUSED: exports of ${fault.realms.join(' and ')} are never laid together`
    case 'nothing-given':
      return 'REFUSED: no export was given'
  }
}
