import { createHash } from 'node:crypto'
import { unzipSync, zipSync } from 'fflate'
import type { AgeRecipient, MinisignKey } from '#domain/access/keys.ts'
import { charsetsBy } from '#domain/export/charset/charset.ts'
import { exportFiles } from '#domain/export/contents.ts'
import type { ExportKeys } from '#domain/export/manifest.ts'
import type { ExportedEntry, ExportedFrame, ExportInput } from '#domain/export/input.ts'
import { prepareExport } from '#domain/export/prepare.ts'
import { Sha256 } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import { wardNumber } from '#domain/number/ward-number.ts'
import type { Realm } from '#domain/realm.ts'
import { ok } from '#domain/result.ts'
import { createStationKey, type StationKey } from '#electron/node/signing-key.ts'
import { decryptWith, encryptTo, newIdentity, type KeyPair } from '#renderer/vault/age-file.ts'
import { buildExport, type BuiltExport, type ExportHooks } from '#renderer/export/build-export.ts'
import { aPatient, aStanding, anEntry, anInstant, entryId, letters, patientId, testId } from '#tests/builders.ts'

/** Text that breaks programs: rare and compatibility kanji, astral letters, emoji, turned direction, markup, formulas, JSON. */
export const hostile = [
  '神田 \u{fa19} 𠮷野家', '髙橋 﨑山 濵田', '👩🏽‍⚕️🚑', 'اسم \u202e逆さ\u202c end', '__proto__', 'constructor',
  '=cmd|\' /C calc\'!A0', '+1', '-1', '@SUM(A1)', '\tタブ', "'すでに", '＝１＋１', ' =1+1', '"引用", 改\n行', '\n=改行のあと',
  '</td><script>alert(1)</script>', '<img src=x onerror=alert(1)>', '&lt;b&gt; &amp; ]]> <!--', '{"a":1}\u2028\u2029', 'が\u0304 か\u3099',
]

export function headAt(seq: number): Sha256 {
  return Sha256.parse(createHash('sha256').update(`head ${seq}`).digest('hex'))
}

/** An export's input with these entries in a journal of its own, a public frame in front and a checkpoint behind. */
export function anInput(entries: readonly Entry[], over: Partial<ExportInput> = {}): ExportInput {
  const realm: Realm = over.realm ?? 'real'
  const exported = entries.map((entry, index): ExportedEntry => ({
    seq: index + 2,
    head: headAt(index + 2),
    entry: { ...entry, realm, after: { head: headAt(index + 1), n: index + 1 } },
  }))
  const end = entries.length + 2
  const frames: readonly ExportedFrame[] = [
    { seq: 1, head: headAt(1), kind: 'public', id: null },
    ...exported.map(({ seq, head, entry }): ExportedFrame => ({ seq, head, kind: 'sealed', id: entry.id })),
    { seq: end, head: headAt(end), kind: 'checkpoint', id: null },
  ]
  return {
    exportId: testId(0xe00000000001),
    exportNo: 3,
    createdAt: anInstant('2026-11-21T01:02:03.000Z'),
    clockOffsetMs: -18_000,
    realm,
    station: aStanding().station,
    profile: { hospital: '灯病院 Tomoshibi', ward: '東4', letters: letters() },
    identifierSystem: null,
    incident: aStanding().incident,
    chain: { incident: { beginning: headAt(0), seq: end, head: headAt(end) }, station: { seq: 12, head: headAt(1000) } },
    app: { version: '0.1.0', runtime: 'test' },
    previousExportSha256: null,
    entries: exported,
    frames,
    audit: [
      { journal: 'station', seq: 3, wallMs: 1_795_000_000_000, event: { event: 'stopped' } },
      { journal: 'incident', seq: 1, wallMs: 1_795_000_000_500, event: { event: 'clock-jumped', byMs: -3_600_000 } },
    ],
    photos: new Map(),
    ...over,
  }
}

/** A small ward that has everything a page must show. */
export function aWard(realm: Realm = 'real'): readonly Entry[] {
  const two = { patient: patientId(2) }
  return [
    anEntry('incident-told'),
    aPatient({ number: wardNumber(realm, letters(), 123), features: hostile[3] ?? '' }),
    aPatient({ number: wardNumber(realm, letters(), 124), naming: { kind: 'unknown', alias: ['サクラ', 'ツバメ'] } }, two),
    anEntry('allergy-stated', { body: { state: 'present', substances: [{ substance: 'ペニシリン', reaction: '発疹' }], source: '家族' } }),
    anEntry('vital-signs'),
    anEntry('note', { id: entryId(77), body: { text: '右の患者の記録' } }),
    anEntry('entry-struck', { body: { struck: entryId(77), reason: '別の患者' } }),
    anEntry('chart-opened', two),
    anEntry('form', two),
  ]
}

export type Keys = { readonly station: StationKey; readonly officer: KeyPair; readonly accounts: readonly KeyPair[]; readonly roster: ExportKeys }

export async function someKeys(): Promise<Keys> {
  const officer = await newIdentity()
  const accounts = [await newIdentity(), await newIdentity()]
  const station = createStationKey()
  const roster: ExportKeys = {
    officer: { recipient: officer.recipient },
    accounts: accounts.map(({ recipient }: { readonly recipient: AgeRecipient }, index) => ({ envelope: index + 1, recipient, signingKey: signingKeyOf(station) })),
    stationKey: station.minisignKey,
  }
  return { station, officer, accounts, roster }
}

function signingKeyOf(station: StationKey): ExportKeys['accounts'][number]['signingKey'] {
  return station.publicKey as ExportKeys['accounts'][number]['signingKey'] // 64 hexadecimal digits; any Ed25519 key does here
}

export function hooksOf(station: StationKey, over: Partial<ExportHooks> = {}): ExportHooks {
  return {
    progress: () => undefined,
    isCancelled: () => false,
    sign: async (bytes, comment) => ok(await station.signFile(bytes, comment)),
    ...over,
  }
}

/** A built export and the signature that lies beside it. */
export type Made = { readonly keys: Keys; readonly built: BuiltExport; readonly minisig: string }

export async function made(input: ExportInput = anInput(aWard())): Promise<Made> {
  const keys = await someKeys()
  const built = await buildExport(input, keys.roster, hooksOf(keys.station))
  if (!built.ok) throw new Error(`The arrangement failed: ${JSON.stringify(built.error)}`)
  return { keys, built: built.value, minisig: await keys.station.signFile(built.value.bytes, built.value.comment) }
}

/** An export as somebody else might make it: its files changed, packed and encrypted anew. Returns the encrypted bytes. */
export async function remade({ keys, built }: Made, change: (files: Record<string, Uint8Array>) => void): Promise<Uint8Array> {
  const zip = await decryptWith(keys.officer.identity, built.bytes)
  if (!zip.ok) throw new Error('The arrangement failed')
  const files: Record<string, Uint8Array> = unzipSync(zip.value)
  change(files)
  return encrypted(built, zipSync(files))
}

/** Bytes encrypted to everybody whom the export's manifest lists. */
export async function encrypted(built: BuiltExport, bytes: Uint8Array): Promise<Uint8Array> {
  const file = await encryptTo(built.manifest.recipients.map(({ recipient }) => recipient), bytes)
  if (!file.ok) throw new Error('The arrangement failed')
  return file.value
}

/** The text of every file of an input but the three that speak about all others; files that are no UTF-8 are left to `bytesOf`. */
export async function filesOf(input: ExportInput, key: MinisignKey): Promise<ReadonlyMap<string, string>> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  return new Map([...(await bytesOf(input, key))].map(([name, bytes]) => [name, decoder.decode(bytes)]))
}

/** The bytes of the same files. */
export async function bytesOf(input: ExportInput, key: MinisignKey): Promise<ReadonlyMap<string, Uint8Array>> {
  const prepared = await prepareExport(input, () => Promise.resolve())
  if (!prepared.ok) throw new Error(`The arrangement failed: ${prepared.error.code}`)
  const files = exportFiles(prepared.value, key, charsetsBy((label, bytes) => new TextDecoder(label).decode(bytes)))
  return new Map(files.map(({ name, pieces }) => [name, Buffer.concat([...pieces()].map((piece) => Buffer.from(piece)))]))
}
