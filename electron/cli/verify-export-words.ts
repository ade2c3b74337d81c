import type { CheckFault } from '#domain/export/check-export.ts'
import type { AgeStructureFault } from '#domain/export/age-structure.ts'
import type { Manifest } from '#domain/export/manifest.ts'
import type { MinisigFault } from '#domain/export/minisig.ts'
import { printedHead } from '#domain/log/printed-head.ts'
import { realmMark } from '#domain/export/realm-gate.ts'
import type { ZipFault } from '#domain/export/zip-directory.ts'
import type { Realm } from '#domain/realm.ts'
import type { FolderFault } from './verify-export-tools.ts'

export type Fault = CheckFault | ZipFault | AgeStructureFault | FolderFault

/** Every line of a drill or demonstration says so: a line copied out of a terminal must not pass for real care. */
export function inRealm(realm: Realm | null, lines: readonly string[]): readonly string[] {
  const mark = realm === null ? null : realmMark[realm]
  return mark === null ? lines : lines.map((line) => `【${mark}】 ${line}`)
}

/** What was found, in one sentence with its place. */
export function sentence(fault: Fault): string {
  switch (fault.code) {
    case 'not-an-age-file':
      return 'REFUSED: this is not an age file (byte 0)'
    case 'age-header-damaged':
      return `REFUSED: the header of the encrypted file is damaged (byte ${fault.offset})`
    case 'age-file-cut':
      return `REFUSED: the encrypted file is cut off (it ends at byte ${fault.offset})`
    case 'not-a-plain-zip':
      return `REFUSED: what is inside is not a plain ZIP archive (byte ${fault.offset} of it)`
    case 'zip-name-unsafe':
      return `REFUSED: the archive names a file that would lie outside the folder, or that some system cannot hold (byte ${fault.offset} of it)`
    case 'zip-name-twice':
      return `REFUSED: the archive holds ${fault.name} twice`
    case 'zip-not-a-file':
    case 'not-a-plain-file':
      return `REFUSED: ${shown(fault.name)} is a link or not a plain file`
    case 'zip-too-large':
      return 'REFUSED: the archive would unpack to more than an export ever is'
    case 'manifest-not-ours':
      return 'REFUSED: manifest.json is not the manifest of an export'
    case 'newer-format':
      return 'REFUSED: this export was made by a later version; use that version, or age, unzip and sha256sum'
    case 'manifest-damaged':
      return `REFUSED: manifest.json is damaged or not as a station writes it (${fault.where})`
    case 'manifest-signature':
      return `REFUSED: ${signatureSentence[fault.why]} (manifest.json, manifest.json.minisig)`
    case 'other-station':
      return `REFUSED: signed by key ${fault.keyId}, which is not the station key you gave`
    case 'sums-disagree':
      return 'REFUSED: SHA256SUMS does not agree with manifest.json'
    case 'file-missing':
      return `REFUSED: ${fault.name} is missing`
    case 'file-unlisted':
      return `REFUSED: ${shown(fault.name)} is not in the manifest; it does not belong here`
    case 'file-damaged':
      return `REFUSED: ${fault.name} is not as it was written`
    case 'records-differ':
      return `REFUSED: ${fault.name} does not hold as many records as the manifest says`
    case 'counts-differ':
      return `REFUSED: the manifest counts other ${fault.what} than there are`
    case 'line-unreadable':
      return `REFUSED: line ${fault.line} of ${fault.name} cannot be read`
    case 'log-disagrees':
      return `REFUSED: the order of the log does not hold at number ${fault.seq} (${fault.why})`
  }
}

export const signatureSentence = {
  'not-a-signature': 'the signature file is damaged, or not as a station writes it',
  'other-key': 'the signature was made with another key',
  'signature-damaged': 'the signature file is damaged',
  'signature-wrong': 'this is not the file that was signed: it was damaged or changed',
} as const satisfies Record<MinisigFault['code'], string>

/** What an export says of itself, once all of it was checked. */
export function describe(manifest: Manifest): readonly string[] {
  const { counts, chain, findings } = manifest
  return [
    `Export no. ${manifest.exportNo} of ${manifest.createdAt}, station ${manifest.letters} (${manifest.hospital}, ${manifest.ward})`,
    `  ${counts.entries} entries, ${counts.patients} patients, ${counts.publicEvents} audit events, ${manifest.files.length} files`,
    `  chain head ${printedHead(chain.incident.seq, chain.incident.head)}, station journal ${printedHead(chain.station.seq, chain.station.head)}`,
    `  export before this one: ${manifest.previousExportSha256 ?? 'none'}`,
    `  ${manifest.clock.note}`,
    ...(counts.unreadable === 0 ? [] : [`ATTENTION ${counts.unreadable} records of the journal did not open when this was exported`]),
    ...findings.slice(0, mostFindings).map(({ code, seq }) => `ATTENTION the journal itself, at number ${seq}: ${code.replaceAll('-', ' ')}`),
    ...(findings.length > mostFindings ? [`ATTENTION and ${findings.length - mostFindings} more, all in manifest.json`] : []),
  ]
}

const mostFindings = 20

/** A name from a file of unknown origin, safe to print. */
function shown(name: string): string {
  return JSON.stringify(name).replace(/[^\x20-\x7e]/g, '?')
}
