import { z } from 'zod'
import { AgeRecipient, MinisignKey } from '../access/keys.ts'
import { base64Of } from '../export/base64.ts'
import { byteOrderMark, csvRow } from '../export/csv.ts'
import { auditLine } from '../export/events.ts'
import { ManifestFile } from '../export/manifest.ts'
import { keyIdOf } from '../export/minisig.ts'
import { realmMark } from '../export/realm-gate.ts'
import { shownMoment } from '../export/words.ts'
import { IncidentId, Sha256, StationId } from '../ids.ts'
import { envelopeOf, staffOf, type PublicEvent } from '../log/public-event.ts'
import { StationLetters } from '../number/ward-number.ts'
import { Realm } from '../realm.ts'
import type { StationProfile } from '../station.ts'
import { instantOf, Instant } from '../time.ts'
import type { AuditRow } from '../view/audit.ts'
import { JournalName } from './compared.ts'
import { proofWords } from './proof-words.ts'

/**
 * The audit alone, as one file for an auditor: public events, and their frames byte for byte so that the chain
 * can be checked without any key; with an open ward also who opened whose chart. No record of care is in it, not
 * even as a cipher: of a sealed frame its hash alone.
 *
 * Changing the meaning of a member makes old exports lie: raise `formatVersion` and keep reading the old one.
 */
export const auditFormat = 'tomoshibi-audit'

const count = z.number().int().min(0)
const line = z.string().max(300)

export const AuditManifest = z.strictObject({
  format: z.literal(auditFormat),
  formatVersion: z.literal(1),
  realm: Realm,
  station: StationId,
  letters: StationLetters,
  hospital: line,
  ward: line,
  createdAt: Instant,
  /** 'public': made without a key; 'with-acts': with what people did with records, from the open ward. */
  scope: z.enum(['public', 'with-acts']),
  signingKey: MinisignKey,
  signingKeyId: z.string().regex(/^[0-9A-F]{16}$/),
  chains: z.array(z.strictObject({ journal: JournalName, file: line, seq: count, head: Sha256, frames: count })),
  counts: z.strictObject({ events: count, acts: count }),
  recipients: z.array(AgeRecipient).min(1).max(200),
  files: z.array(ManifestFile),
})
export type AuditManifest = Readonly<z.infer<typeof AuditManifest>>

/** A frame as it goes out: whole where it is public, its hash alone where it is a cipher. */
export type AuditFrame = { readonly seq: number; readonly kind: 'sealed' | 'public' | 'checkpoint'; readonly head: Sha256; readonly wallMs: number; readonly bytes: Uint8Array | null; readonly event: PublicEvent | null }
export type AuditJournal = { readonly journal: JournalName; readonly realm: Realm; readonly station: StationId; readonly stationKey: string; readonly beginning: Sha256; readonly frames: readonly AuditFrame[] }
/** An act with the number of whom it is about; never a name of a patient. */
export type AuditAct = { readonly row: AuditRow; readonly number: string | null }

export type AuditInput = {
  readonly createdAt: Instant
  readonly realm: Realm
  readonly station: StationId
  readonly profile: Pick<StationProfile, 'hospital' | 'ward' | 'letters'>
  readonly key: MinisignKey
  readonly journals: readonly AuditJournal[]
  /** Null while no key is at hand. */
  readonly acts: readonly AuditAct[] | null
}

export type AuditFile = { readonly name: string; readonly records: number | null; readonly text: string }

export function auditFileName({ realm, profile, createdAt }: Pick<AuditInput, 'realm' | 'profile' | 'createdAt'>): string {
  const stamp = `${createdAt.slice(0, 19).replace(/[-:]/g, '')}Z`
  return `${['DWW', ...(realmMark[realm] === null ? [] : [realm.toUpperCase()]), 'AUDIT', profile.letters, stamp].join('_')}.zip.age`
}

export function chainFileOf(journals: readonly AuditJournal[], of: AuditJournal): string {
  return of.journal === 'station' ? 'chain/station.ndjson' : `chain/incident-${journals.filter(({ journal }) => journal !== 'station').indexOf(of) + 1}.ndjson`
}

/** Every file but the three that speak about all others. */
export function auditFiles(input: AuditInput): readonly AuditFile[] {
  const { journals, acts, realm } = input
  const events = journals.flatMap(({ journal, frames }) => frames.flatMap(({ seq, wallMs, event }) => (event === null ? [] : [{ journal: journal === 'station' ? ('station' as const) : ('incident' as const), seq, wallMs, event }])))
  const mark = realmMark[realm] ?? '実運用'
  return [
    { name: 'README.txt', records: null, text: readme(input) },
    { name: 'audit/events.ndjson', records: events.length, text: events.map(auditLine).join('') },
    {
      name: 'audit/events.csv', records: events.length,
      text: byteOrderMark + csvRow(['区分 realm', '記録 journal', '№ seq', '日時（日本時間） when', '出来事 event', '職員番号 staff', '封筒 envelope', '内容 details']) +
        events.map(({ journal, seq, wallMs, event }) => csvRow([mark, journal, seq, momentOf(wallMs), event.event, staffOf(event), envelopeOf(event), JSON.stringify(event)])).join(''),
    },
    ...(acts === null ? [] : [
      { name: 'audit/acts.ndjson', records: acts.length, text: acts.map(({ row, number }) => `${JSON.stringify({ ...row, number })}\n`).join('') },
      {
        name: 'audit/acts.csv', records: acts.length,
        text: byteOrderMark + csvRow(['区分 realm', '№ seq', '日時（日本時間） when', '行為 act', '開き方 via', '患者番号 ward number', '職員番号 staff', '氏名 name', '職種 profession', '代行元 on behalf of', '封筒 envelope']) +
          acts.map(({ row, number }) => csvRow([mark, row.seq, shownMoment(row.at), row.act, row.via, number, row.by.staffNumber, row.by.name, row.by.profession, row.onBehalfOf?.staffNumber ?? null, row.account])).join(''),
      },
    ]),
    ...journals.map((journal): AuditFile => ({ name: chainFileOf(journals, journal), records: journal.frames.length + 1, text: chainText(journal) })),
  ]
}

/** First line: whose chain; then a line a frame. A sealed frame says its hash: what stands behind it is bound to it. */
function chainText({ journal, realm, station, stationKey, beginning, frames }: AuditJournal): string {
  const head = { format: 'tomoshibi-chain', v: 1, realm, station, incident: journal === 'station' ? null : journal, stationKey, beginning }
  return `${JSON.stringify(head)}\n${frames.map(({ seq, kind, head: hash, bytes }) => `${JSON.stringify({ seq, kind, head: hash, frame: bytes === null ? null : base64Of(bytes) })}\n`).join('')}`
}

export const ChainHead = z.strictObject({ format: z.literal('tomoshibi-chain'), v: z.literal(1), realm: Realm, station: StationId, incident: IncidentId.nullable(), stationKey: z.string().regex(/^[0-9a-f]{64}$/), beginning: Sha256 })
export const ChainLine = z.strictObject({ seq: z.number().int().min(1), kind: z.enum(['sealed', 'public', 'checkpoint']), head: Sha256, frame: z.base64().nullable() })

export function auditManifest(input: AuditInput, recipients: readonly AgeRecipient[], files: readonly ManifestFile[]): AuditManifest {
  const { realm, station, profile, createdAt, key, journals, acts } = input
  return {
    format: auditFormat, formatVersion: 1, realm, station, letters: profile.letters, hospital: profile.hospital, ward: profile.ward, createdAt,
    scope: acts === null ? 'public' : 'with-acts', signingKey: key, signingKeyId: keyIdOf(key),
    chains: journals.map((journal) => ({ journal: journal.journal, file: chainFileOf(journals, journal), seq: journal.frames.at(-1)?.seq ?? 0, head: journal.frames.at(-1)?.head ?? journal.beginning, frames: journal.frames.length })),
    counts: { events: journals.reduce((sum, { frames }) => sum + frames.filter(({ event }) => event !== null).length, 0), acts: acts?.length ?? 0 },
    recipients: [...recipients], files: [...files],
  }
}

/** Trusted comment of the signature over the manifest. */
export function auditComment({ realm, signingKey }: Pick<AuditManifest, 'realm' | 'signingKey'>): string {
  return `tomoshibi audit realm=${realm} key=${signingKey}`
}

function readme({ realm, profile, createdAt, key, acts, journals }: AuditInput): string {
  const mark = realmMark[realm]
  const text = [
    ...(mark === null ? [] : [`【${mark}】`]),
    '灯（ともしび） 監査だけの書き出し / Tomoshibi, the audit alone',
    `${profile.hospital} ${profile.ward} 端末 ${profile.letters}  作成 ${shownMoment(createdAt)}（日本時間）`,
    `署名鍵の番号 ${keyIdOf(key)}（端末の設置記録の紙と見比べます）`,
    '',
    '■ 中身 / Contents',
    'audit/events.*  端末自身の記録（開封、施錠、時計、印刷など） / what the machine recorded',
    ...(acts === null ? ['（鍵なしで作ったため、カルテの閲覧は入っていません / made without a key: no views of charts）'] : ['audit/acts.*    だれがどの番号のカルテを開いたか、印刷、書き出し、取り消し / who opened whose chart, prints, exports, strikes']),
    ...journals.map((journal) => `${chainFileOf(journals, journal)}  記録の連鎖（公開の部分は元のまま、患者の記録は要約値だけ） / the chain; of sealed records the hash alone`),
    '',
    '■ 確かめ方 / How to check',
    '  sha256sum -c SHA256SUMS',
    `  minisign -V -m manifest.json -P ${key}`,
    '  tomoshibi verify このフォルダー   （鍵は要りません / needs no key）',
    '',
    '■ 分かること / What this shows',
    ...proofWords.proves.flatMap(({ ja, en }) => [`・${ja}`, `  ${en}`]),
    '■ 分からないこと / What it does not show',
    ...proofWords.doesNotProve.flatMap(({ ja, en }) => [`・${ja}`, `  ${en}`]),
  ]
  return `${text.join('\r\n')}\r\n`
}

/** The clock may have been anywhere; a moment no calendar has is left out. */
function momentOf(wallMs: number): string | null {
  return wallMs > 0 && wallMs < 250_000_000_000_000 ? shownMoment(instantOf(wallMs)) : null
}
