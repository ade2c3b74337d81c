import type { Bridge, Fault, Output, StationStatus } from '#domain/bridge.ts'
import type { AuditEvent, ExportInput } from '#domain/export/input.ts'
import { countPhotos, type PhotoCounts } from '#domain/export/photos.ts'
import { EntryId } from '#domain/ids.ts'
import type { Standing } from '#domain/log/entry.ts'
import type { Hand } from '#domain/ports.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readingAccounts } from '#domain/station.ts'
import type { Instant } from '#domain/time.ts'
import { buildExport, type BuildFault, type BuiltExport } from '../export/build-export.ts'
import { proveExport, type ProveFault } from '../export/prove-export.ts'
import type { DrawPdf } from '../print/print-sheet.tsx'
import { patientPdfs } from './export-pdf.ts'
import { photosOf } from './export-photos.ts'
import type { OpenWard } from './open-ward.ts'
import { publicPages, type PublicEvents } from './public-pages.ts'
import { readAll } from './read-all.ts'

export type ExportStep = 'collecting' | 'photos' | 'drawing' | 'encrypting' | 'writing' | 'reading-back'
/** `pdf`: draws the pages of each chart into the export too; null: without them. */
export type ExportAsked = { readonly folder: string; readonly pdf: DrawPdf | null }
export type ExportHooks = { readonly step: (step: ExportStep, done: number, of: number) => void; readonly isCancelled: () => boolean }
export type Exported = { readonly fileName: string; readonly path: string; readonly sha256: Output<'export:write'>['sha256']; readonly bytes: number; readonly entries: number; readonly photos: PhotoCounts; readonly end: { readonly seq: number; readonly head: string }; readonly readBackAt: Instant }
export type ExportFault = Fault | BuildFault | ProveFault | { readonly code: 'stopped' }

type Carded = StationStatus & { readonly card: NonNullable<StationStatus['card']> }

/**
 * Writes every record into one encrypted, signed file, reads it back from where it lies, and opens it there
 * with a key made for this proof alone. Only then is it done, and only then does an entry say so.
 */
export async function exportRecords(bridge: Bridge, hand: Hand, status: Carded, open: OpenWard, standing: Standing, { folder, pdf }: ExportAsked, hooks: ExportHooks): Promise<Result<Exported, ExportFault>> {
  const made = await makeExport(bridge, hand, status, open, standing, pdf, hooks)
  if (!made.ok) return made
  const { built, photos, end: { seq, head } } = made.value
  const written = await writeProved(bridge, folder, built, hooks)
  if (!written.ok) return written
  const file = { sha256: built.sha256, bytes: built.bytes.length }
  await bridge.call('export:done', { ...file, upTo: seq })
  await open.ward.commit({ id: EntryId.parse(hand.newId()), kind: 'export-made', patient: null, at: null, body: { ...file, entries: built.counts.entries, recipients: built.recipients } }, standing)
  return ok({ fileName: built.fileName, path: written.value.path, ...file, entries: built.counts.entries, photos, end: { seq, head }, readBackAt: hand.now() })
}

export type MadeExport = { readonly built: BuiltExport; readonly photos: PhotoCounts; /** The last frame that is in it. */ readonly end: { readonly seq: number; readonly head: string } }

/** Everything up to now as one file in memory. */
export async function makeExport(bridge: Bridge, hand: Hand, status: Carded, open: OpenWard, standing: Standing, pdf: DrawPdf | null, hooks: ExportHooks): Promise<Result<MadeExport, ExportFault>> {
  const input = await collect(bridge, hand, status, open, hooks)
  if (!input.ok) return input
  const drawn = pdf === null ? ok([]) : await patientPdfs({ bridge, pdf }, input.value, { by: standing.by, opened: status.card.opened.length, of: readingAccounts(status.card).length }, { drawn: (done, of) => hooks.step('drawing', done, of), isStopped: hooks.isCancelled })
  if (!drawn.ok) return drawn
  const built = await buildExport(input.value, { ...status.card.roster, accounts: readingAccounts(status.card) }, {
    progress: (done, of) => hooks.step('encrypting', done, of),
    isCancelled: hooks.isCancelled,
    sign: async (bytes, comment) => {
      const signed = await bridge.call('station:sign', { bytes: new Uint8Array(bytes), comment })
      return signed.ok ? ok(signed.value.minisig) : signed
    },
  }, drawn.value)
  return built.ok ? ok({ built: built.value, photos: countPhotos(input.value.photos), end: input.value.chain.incident }) : built
}

/** Written, read back from where it lies, and opened there. */
export async function writeProved(bridge: Bridge, folder: string, built: BuiltExport, hooks: Pick<ExportHooks, 'step'>): Promise<Result<{ readonly path: string }, ExportFault>> {
  hooks.step('writing', 0, 1)
  const written = await bridge.call('export:write', { folder, fileName: built.fileName, bytes: new Uint8Array(built.bytes), comment: built.comment })
  if (!written.ok) return written
  hooks.step('reading-back', 0, 1)
  const proven = await proveExport(written.value.read, built.proof)
  return proven.ok ? ok({ path: written.value.path }) : proven
}

async function collect(bridge: Bridge, hand: Hand, status: Carded, open: OpenWard, hooks: ExportHooks): Promise<Result<ExportInput, ExportFault>> {
  const whole = await readAll(bridge, status, open.dek, hooks.isCancelled, (done, of) => hooks.step('collecting', done, of))
  if (!whole.ok) return whole
  if (status.incident === null) return err({ code: 'not-now' })
  const photos = await photosOf({ bridge, keys: open.keys }, whole.value.entries, { read: (done, of) => hooks.step('photos', done, of), isStopped: hooks.isCancelled })
  if (!photos.ok) return photos
  const audit: AuditEvent[] = []
  for (const journal of ['station', 'incident'] as const) {
    const events = await allEvents(bridge, journal)
    if (!events.ok) return events
    audit.push(...events.value.toReversed().map((event) => ({ journal, ...event })))
  }
  const before = whole.value.entries.flatMap(({ entry }) => (entry.kind === 'export-made' ? [entry.body] : []))
  const fresh = await bridge.call('station:status')
  const decided = await bridge.call('plan:read')
  return ok({
    exportId: hand.newId(),
    exportNo: before.length + 1,
    createdAt: hand.now(),
    clockOffsetMs: open.ward.view().clock.at(-1)?.offsetMs ?? null,
    realm: status.realm,
    station: status.card.station,
    profile: status.card.profile,
    identifierSystem: decided.ok ? decided.value.plan.identifierSystem : null,
    incident: open.incident,
    chain: { incident: { ...whole.value.end, beginning: status.incident.beginning }, station: fresh.ok ? fresh.value.stationEnd : status.stationEnd },
    app: { version: '0.1.0', runtime: status.runtime },
    previousExportSha256: before.at(-1)?.sha256 ?? null,
    entries: whole.value.entries,
    frames: whole.value.frames,
    audit,
    photos: photos.value,
  })
}

async function allEvents(bridge: Bridge, journal: 'station' | 'incident'): Promise<Result<PublicEvents, Fault>> {
  const events: PublicEvents = []
  for await (const page of publicPages(bridge, journal, 500)) {
    if (!page.ok) return page
    events.push(...page.value)
  }
  return ok(events)
}
