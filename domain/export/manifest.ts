import { z } from 'zod'
import { AgeRecipient, EnvelopeNumber, MinisignKey } from '../access/keys.ts'
import type { Roster } from '../access/roster.ts'
import { resourceCounts } from './fhir/prepare-fhir.ts'
import { IncidentId, Sha256, StationId } from '../ids.ts'
import { StationLetters } from '../number/ward-number.ts'
import { Realm } from '../realm.ts'
import { err, ok, type Result } from '../result.ts'
import { Instant } from '../time.ts'
import { Finding } from './findings.ts'
import { keyIdOf } from './minisig.ts'
import { isSafeName, manifestName } from './names.ts'
import type { PreparedExport } from './prepare.ts'
import { readJson } from './stable-json.ts'

/**
 * What an export says about itself; signed. Changing the meaning of a field makes old exports lie: raise
 * `formatVersion` and keep reading the old one.
 */
const count = z.number().int().min(0)
const line = z.string().max(300)
const point = { seq: count, head: Sha256 }

export const manifestFormat = 'tomoshibi-export'
export const manifestVersion = 1

const Recipient = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('officer'), recipient: AgeRecipient }),
  z.strictObject({ role: z.literal('account'), envelope: EnvelopeNumber, recipient: AgeRecipient }),
  /** Its key was made for this one file, used to read it back from the disk, and forgotten. Opens nothing any more. */
  z.strictObject({ role: z.literal('proof'), recipient: AgeRecipient, note: line }),
])
export type ManifestRecipient = Readonly<z.infer<typeof Recipient>>

export const ManifestFile = z.strictObject({ name: z.string().refine(isSafeName), bytes: count, records: count.nullable(), sha256: Sha256 })
export type ManifestFile = Readonly<z.infer<typeof ManifestFile>>

export const Manifest = z.strictObject({
  format: z.literal(manifestFormat),
  formatVersion: z.literal(manifestVersion),
  realm: Realm,
  exportId: z.uuidv7(),
  exportNo: z.number().int().min(1),
  station: StationId,
  letters: StationLetters,
  hospital: line,
  ward: line,
  incident: IncidentId,
  signingKey: MinisignKey,
  signingKeyId: z.string().regex(/^[0-9A-F]{16}$/),
  createdAt: Instant,
  clock: z.strictObject({ offsetMs: z.number().int().nullable(), note: line }),
  app: z.strictObject({ name: z.literal('tomoshibi'), version: line, runtime: line }),
  schema: z.strictObject({ entry: z.literal(1) }),
  recipients: z.array(Recipient).min(1).max(200),
  previousExportSha256: Sha256.nullable(),
  chain: z.strictObject({ incident: z.strictObject({ beginning: Sha256, ...point }), station: z.strictObject(point) }),
  /** `resources`: of FHIR, by type, each once; what a server holds after all bundles. Older exports had none. */
  counts: z.strictObject({ entries: count, patients: count, publicEvents: count, unreadable: count, resources: z.record(z.string().regex(/^[A-Z][A-Za-z]{2,40}$/), count).default({}) }),
  findings: z.array(Finding),
  files: z.array(ManifestFile),
})
export type Manifest = Readonly<z.infer<typeof Manifest>>

export type ManifestFault =
  | { readonly code: 'manifest-not-ours' }
  /** Written by a later version of this program. */
  | { readonly code: 'newer-format' }
  | { readonly code: 'manifest-damaged'; readonly where: string }

/** Reads the text of a manifest. Says nothing about who wrote it. */
export function readManifest(text: string): Result<Manifest, ManifestFault> {
  const value = readJson(text)
  const kind = z.looseObject({ format: z.literal(manifestFormat), formatVersion: z.number() }).safeParse(value)
  if (!kind.success) return err({ code: 'manifest-not-ours' })
  if (kind.data.formatVersion > manifestVersion) return err({ code: 'newer-format' })
  const read = Manifest.safeParse(value)
  if (!read.success) return err({ code: 'manifest-damaged', where: read.error.issues[0]?.path.map(String).join('.') ?? '' })
  if (read.data.signingKeyId !== keyIdOf(read.data.signingKey)) return err({ code: 'manifest-damaged', where: 'signingKeyId' })
  return ok(read.data)
}

export type ExportKeys = Pick<Roster, 'officer' | 'accounts' | 'stationKey'>

/** The manifest of an export whose files (`files`) are all written. `proof`: the recipient of the one-time key this file is read back with. */
export function manifestOf({ input, groups, findings, unreadable, fhir }: PreparedExport, keys: ExportKeys, proof: AgeRecipient, files: readonly ManifestFile[]): Manifest {
  return {
    format: manifestFormat,
    formatVersion: manifestVersion,
    realm: input.realm,
    exportId: input.exportId,
    exportNo: input.exportNo,
    station: input.station,
    letters: input.profile.letters,
    hospital: input.profile.hospital,
    ward: input.profile.ward,
    incident: input.incident,
    signingKey: keys.stationKey,
    signingKeyId: keyIdOf(keys.stationKey),
    createdAt: input.createdAt,
    clock: { offsetMs: input.clockOffsetMs, note: clockNote(input.clockOffsetMs) },
    app: { name: 'tomoshibi', ...input.app },
    schema: { entry: 1 },
    recipients: [
      { role: 'officer', recipient: keys.officer.recipient },
      ...keys.accounts.map(({ envelope, recipient }): ManifestRecipient => ({ role: 'account', envelope, recipient })),
      { role: 'proof', recipient: proof, note: 'one-time key made to read this file back after writing; forgotten since; opens nothing' },
    ],
    previousExportSha256: input.previousExportSha256,
    chain: { incident: { beginning: input.chain.incident.beginning, seq: input.chain.incident.seq, head: input.chain.incident.head }, station: { seq: input.chain.station.seq, head: input.chain.station.head } },
    counts: { entries: input.entries.length, patients: groups.length, publicEvents: input.audit.length, unreadable, resources: resourceCounts(fhir) },
    findings: [...findings],
    files: [...files],
  }
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 1)}\n`
}

/** For `sha256sum -c`: everything but itself and the manifest's signature. */
export function sumsText(manifest: Pick<Manifest, 'files'>, manifestSha256: Sha256): string {
  return [...manifest.files, { name: manifestName, sha256: manifestSha256 }].map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')
}

/** How a PC clock that was off is told. Device times are never corrected in records. */
export function clockNote(offsetMs: number | null): string {
  const unconfirmed = 'Times are those of the PC clock, uncorrected. Nobody compared it with another clock.'
  return offsetMs === null ? unconfirmed : `Times are those of the PC clock, uncorrected. True time = PC time ${offsetMs < 0 ? '-' : '+'} ${Math.abs(offsetMs) / 1000} s, as last compared.`
}

/** Trusted comment of the signature over the encrypted file: enough to check it with nothing else at hand. */
export type ExportComment = { readonly realm: Realm; readonly key: MinisignKey; readonly fileName: string }

export function exportComment({ realm, key, fileName }: ExportComment): string {
  return `tomoshibi export realm=${realm} key=${key} file=${fileName}`
}

export function readExportComment(comment: string): ExportComment | null {
  const [, realm, key, fileName] = /^tomoshibi export realm=([a-z]+) key=(\S+) file=([A-Za-z0-9_.-]+)$/.exec(comment) ?? []
  const [readRealm, readKey] = [Realm.safeParse(realm), MinisignKey.safeParse(key)]
  return readRealm.success && readKey.success && fileName !== undefined ? { realm: readRealm.data, key: readKey.data, fileName } : null
}

/** Trusted comment of the signature over the manifest. */
export function manifestComment({ realm, exportId, signingKey }: Pick<Manifest, 'realm' | 'exportId' | 'signingKey'>): string {
  return `tomoshibi manifest realm=${realm} export=${exportId} key=${signingKey}`
}
