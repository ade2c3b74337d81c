import type { MinisignKey } from '../access/keys.ts'
import type { Sha256 } from '../ids.ts'
import { err, ok, type Result } from '../result.ts'
import { auditName, bundleEnding, chainName, eventsName } from './contents.ts'
import { bundleLines } from './fhir/bundle.ts'
import { countCsvRows } from './csv.ts'
import { linesOf, readAuditLine, readEventLine, readFrameLine, type LineFault } from './events.ts'
import { findingsOf, type Finding } from './findings.ts'
import { checkOrder, type ExportedEntry, type InputFault } from './input.ts'
import { manifestComment, readManifest, sumsText, type Manifest, type ManifestFault, type ManifestFile } from './manifest.ts'
import { checkMinisig, type MinisigFault, type SignatureTools } from './minisig.ts'
import { manifestName, manifestSignatureName, sumsName } from './names.ts'

/** An unpacked export, in memory or in a folder. `read` gives at most `most` bytes; null when the file is larger or cannot be read. */
export type Unpacked = {
  readonly names: readonly string[]
  readonly read: (name: string, most: number) => Promise<Uint8Array | null>
}

export type CheckTools = SignatureTools & {
  readonly sha256: (bytes: Uint8Array) => Sha256 | Promise<Sha256>
  /** Strict UTF-8, a byte order mark kept; null for anything else. */
  readonly text: (bytes: Uint8Array) => string | null
  /** Lets others work. Called often enough that nothing waits long. */
  readonly pause: () => Promise<void>
}

export type CheckFault =
  | ManifestFault
  | { readonly code: 'file-missing' | 'file-unlisted' | 'file-damaged' | 'records-differ'; readonly name: string }
  | { readonly code: 'manifest-signature'; readonly why: MinisigFault['code'] }
  /** Signed by a whole key that is not the one it should be. */
  | { readonly code: 'other-station'; readonly keyId: string }
  | { readonly code: 'sums-disagree' }
  | { readonly code: 'counts-differ'; readonly what: 'entries' | 'patients' | 'publicEvents' | 'unreadable' | 'findings' }
  | (LineFault & { readonly name: string })
  | { readonly code: 'log-disagrees'; readonly why: InputFault['code']; readonly seq: number }

export type CheckedExport = {
  readonly manifest: Manifest
  readonly manifestSha256: Sha256
  readonly entries: readonly ExportedEntry[]
  /** What was wrong with the journal already when this was exported; told, not refused. */
  readonly findings: readonly Finding[]
}

const mib = 1024 * 1024

/**
 * Checks everything an export says about itself: signature, names, every hash and count, and the order of its
 * log. `known`: the key it must be signed with, when one is known. Holds one file at a time.
 */
export async function checkExport(unpacked: Unpacked, tools: CheckTools, known: MinisignKey | null): Promise<Result<CheckedExport, CheckFault>> {
  const signed = await checkManifest(unpacked, tools, known)
  if (!signed.ok) return signed
  const { manifest, manifestSha256 } = signed.value
  const names = checkNames(unpacked.names, manifest)
  if (!names.ok) return names
  const sums = await unpacked.read(sumsName, 64 * mib)
  if (sums === null || tools.text(sums) !== sumsText(manifest, manifestSha256)) return err({ code: 'sums-disagree' })
  const texts = new Map<string, string>()
  for (const file of manifest.files) {
    const text = await checkFile(unpacked, tools, file)
    if (!text.ok) return text
    if (file.name.startsWith('log/')) texts.set(file.name, text.value ?? '')
    await tools.pause()
  }
  return checkLog(texts, { manifest, manifestSha256 }, tools)
}

type Signed = { readonly manifest: Manifest; readonly manifestSha256: Sha256 }

async function checkManifest(unpacked: Unpacked, tools: CheckTools, known: MinisignKey | null): Promise<Result<Signed, CheckFault>> {
  const bytes = await unpacked.read(manifestName, 64 * mib)
  const signature = await unpacked.read(manifestSignatureName, 4_096)
  if (bytes === null) return err({ code: 'file-missing', name: manifestName })
  if (signature === null) return err({ code: 'file-missing', name: manifestSignatureName })
  const text = tools.text(bytes)
  const manifest = readManifest(text ?? '')
  if (!manifest.ok) return manifest
  const { signingKey, signingKeyId } = manifest.value
  if (known !== null && known !== signingKey) return err({ code: 'other-station', keyId: signingKeyId })
  const checked = checkMinisig(tools.text(signature) ?? '', bytes, signingKey, tools)
  if (!checked.ok) return err({ code: 'manifest-signature', why: checked.error.code })
  if (checked.value.comment !== manifestComment(manifest.value)) return err({ code: 'manifest-signature', why: 'signature-wrong' })
  return ok({ manifest: manifest.value, manifestSha256: await tools.sha256(bytes) })
}

function checkNames(names: readonly string[], manifest: Manifest): Result<null, CheckFault> {
  const listed = new Set([...manifest.files.map(({ name }) => name), manifestName, manifestSignatureName, sumsName])
  const there = new Set(names)
  const unlisted = names.find((name) => !listed.has(name))
  if (unlisted !== undefined) return err({ code: 'file-unlisted', name: unlisted })
  const missing = [...listed].find((name) => !there.has(name))
  if (missing !== undefined) return err({ code: 'file-missing', name: missing })
  return listed.size === names.length && listed.size === manifest.files.length + 3 ? ok(null) : err({ code: 'manifest-damaged', where: 'files' })
}

/** Its text, when it has records to count. */
async function checkFile(unpacked: Unpacked, tools: CheckTools, { name, bytes: size, sha256, records }: ManifestFile): Promise<Result<string | null, CheckFault>> {
  const bytes = await unpacked.read(name, size)
  if (bytes?.length !== size || (await tools.sha256(bytes)) !== sha256) return err({ code: 'file-damaged', name })
  if (records === null) return ok(null)
  const text = tools.text(bytes)
  if (text === null || recordsIn(name, text) !== records) return err({ code: 'records-differ', name })
  return ok(text)
}

function recordsIn(name: string, text: string): number | null {
  if (name.endsWith('.csv')) {
    const rows = countCsvRows(text)
    return rows === null ? null : rows - 1
  }
  let lines = name.endsWith(bundleEnding) ? -bundleLines : 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines += 1
  return lines
}

async function checkLog(texts: ReadonlyMap<string, string>, { manifest, manifestSha256 }: Signed, tools: CheckTools): Promise<Result<CheckedExport, CheckFault>> {
  const entries = await readLines(texts.get(eventsName) ?? '', readEventLine, tools)
  if (!entries.ok) return err({ ...entries.error, name: eventsName })
  const frames = await readLines(texts.get(chainName) ?? '', readFrameLine, tools)
  if (!frames.ok) return err({ ...frames.error, name: chainName })
  const audit = await readLines(texts.get(auditName) ?? '', readAuditLine, tools)
  if (!audit.ok) return err({ ...audit.error, name: auditName })

  const log = { entries: entries.value, frames: frames.value }
  const stranger = log.entries.find(({ entry }) => entry.realm !== manifest.realm || entry.incident !== manifest.incident)
  if (stranger !== undefined) {
    const why = stranger.entry.realm === manifest.realm ? 'entry-of-another-incident' : 'entry-of-another-realm'
    return err({ code: 'log-disagrees', why, seq: stranger.seq })
  }
  await tools.pause()
  const order = checkOrder({ ...log, chain: manifest.chain })
  if (!order.ok) return err({ code: 'log-disagrees', why: order.error.code, seq: 'seq' in order.error ? order.error.seq : 0 })

  const { counts } = manifest
  const opened = new Set(log.entries.map(({ seq }) => seq))
  const pages = manifest.files.filter(({ name }) => /^patients\/[^/]+\/index\.html$/.test(name)).length
  const patients = new Set(log.entries.flatMap(({ entry }) => entry.patient ?? [])).size
  const unreadable = log.frames.filter(({ kind, seq }) => kind === 'sealed' && !opened.has(seq)).length
  await tools.pause()
  const findings = findingsOf({ ...log, beginning: manifest.chain.incident.beginning })
  if (counts.entries !== log.entries.length) return err({ code: 'counts-differ', what: 'entries' })
  if (counts.patients !== patients || counts.patients !== pages) return err({ code: 'counts-differ', what: 'patients' })
  if (counts.publicEvents !== audit.value.length) return err({ code: 'counts-differ', what: 'publicEvents' })
  if (counts.unreadable !== unreadable) return err({ code: 'counts-differ', what: 'unreadable' })
  if (JSON.stringify(findings) !== JSON.stringify(manifest.findings)) return err({ code: 'counts-differ', what: 'findings' })
  return ok({ manifest, manifestSha256, entries: log.entries, findings })
}

async function readLines<Row>(text: string, read: (line: string, place: number) => Result<Row, LineFault>, tools: CheckTools): Promise<Result<readonly Row[], LineFault>> {
  if (text !== '' && !text.endsWith('\n')) return err({ code: 'line-unreadable', line: text.split('\n').length })
  const rows: Row[] = []
  for (const line of linesOf(text)) {
    const row = read(line, rows.length + 1)
    if (!row.ok) return row
    rows.push(row.value)
    if (rows.length % 500 === 0) await tools.pause()
  }
  return ok(rows)
}
