import { personsOf } from '../../identity/persons.ts'
import type { Charset } from '../charset/charset.ts'
import { downMapped } from '../charset/down-map.ts'
import type { LossLine } from '../charset/loss-report.ts'
import type { ExportFile } from '../contents.ts'
import type { PreparedExport } from '../prepare.ts'
import { countedRecords } from './counted.ts'
import { escaped, type Say } from './er7.ts'
import { header } from './segments.ts'
import { standardMessages, type StoredMessage } from './standard.ts'
import { storagePatients } from './storage-id.ts'
import { vitalMessages } from './vitals.ts'

/** The archive holds 65,535 files; the rest of an export has some for each patient. More than this is told and left out. */
const mostFiles = 65_000

type Stored = StoredMessage & { readonly folder: string; readonly count: number }

export type SsmixStorage = { readonly files: readonly ExportFile[]; readonly losses: Iterable<LossLine> }

/** The storage of the ward's patients as files (interop.md §2): ISO-2022-JP, segments ended by CR. Rules SSMIX-1 to SSMIX-7. */
export function ssmixStorage(prepared: PreparedExport, charset: Charset): SsmixStorage {
  const all = stored(prepared)
  if (all.length + 3 * prepared.groups.length > mostFiles) return { files: [leftOut(all.length)], losses: [] }
  const say: Say = (_, typed) => escaped(downMapped(typed, charset).text)
  const files = all.map(({ name, type, count, segments }): ExportFile => ({
    name, records: () => null, weight: 1,
    pieces: () => [charset.encode([header(prepared.input, type, count), ...segments(say), ''].join('\r'))],
  }))
  return { files, losses: { [Symbol.iterator]: () => lossesOf(all, charset) } }
}

function leftOut(count: number): ExportFile {
  return { name: 'ssmix2/LEFT-OUT.txt', records: () => null, weight: 1, pieces: () => [`SS-MIX2 のファイルが多すぎるため（${count} 件）、この書き出しには入れていません。csv と log にはすべてあります。\r\nToo many SS-MIX2 files (${count}): left out of this export. Everything is in csv and log.\r\n`] }
}

/** What the storage could not say as it was typed. */
function* lossesOf(all: readonly Stored[], charset: Charset): Generator<LossLine> {
  for (const { name, folder, seq, segments } of all) {
    const found: LossLine[] = []
    segments((field, typed) => {
      const { text, replaced } = downMapped(typed, charset)
      if (replaced.length > 0) found.push({ file: name, folder, seq, field, replaced })
      return text
    })
    yield* found
    yield { file: name, folder, seq, field: '', replaced: [] }
  }
}

function stored({ groups, input, context }: PreparedExport): readonly Stored[] {
  const rows = new Map(groups.map(({ patient, row }) => [patient, row]))
  const persons = personsOf({ patients: rows })
  const messages = storagePatients(groups, input.realm).flatMap((of) => {
    const records = countedRecords(of.group.own, context.struck, input.profile.letters)
    const members = persons.membersOf(of.row.id).flatMap((member) => rows.get(member) ?? [])
    return [...standardMessages(of, members, records, input), ...vitalMessages(of, records, input)].map((message) => ({ ...message, folder: of.group.folder }))
  })
  return messages.map((message, index) => ({ ...message, count: index + 1 }))
}
