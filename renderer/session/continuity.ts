import type { SealedCode } from '#domain/access/code.ts'
import type { Bridge, Fault, StationStatus } from '#domain/bridge.ts'
import type { ContinuitySigners, Protection } from '#domain/continuity/continuity.ts'
import type { ContinuityInput } from '#domain/continuity/pages.ts'
import { continuityFileName } from '#domain/export/names.ts'
import { EntryId, type Sha256 } from '#domain/ids.ts'
import type { Standing } from '#domain/log/entry.ts'
import { printedHead } from '#domain/log/printed-head.ts'
import type { Hand } from '#domain/ports.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readingAccounts } from '#domain/station.ts'
import { mostLine } from '#domain/text.ts'
import type { Instant } from '#domain/time.ts'
import { inBedOrder } from '#domain/view/census.ts'
import { wardPeople } from '#domain/view/ward-people.ts'
import { continuityZip, protect, type ContinuityChart } from '../export/build-continuity.ts'
import { quickSha256 } from '../export/check-tools.ts'
import type { DrawPdf } from '../print/print-sheet.tsx'
import type { Printed, Sheet } from '../print/sheet.ts'
import type { Vault } from '../workers/vault-worker.ts'
import type { OpenWard } from './open-ward.ts'
import { wardPack } from './ward-pack.ts'

export type ContinuityStep = 'reading' | 'drawing' | 'packing' | 'writing' | 'reading-back'
export type ContinuityHooks = { readonly step: (step: ContinuityStep, done: number, of: number) => void; readonly isStopped: () => boolean }
export type ContinuityDone = { readonly fileName: string; readonly path: string; readonly sha256: Sha256; readonly bytes: number; readonly patients: number; readonly records: number; readonly at: Instant; readonly code: SealedCode | null }
export type ContinuityFault = Fault | { readonly code: 'stopped' | 'read-back-differs' | 'frozen' | 'not-a-recipient' }

type Desk = {
  readonly bridge: Bridge
  readonly hand: Hand
  readonly vault: Pick<Vault, 'ask'>
  readonly pdf: DrawPdf
}
type Prepared = StationStatus & { readonly card: NonNullable<StationStatus['card']> }

/**
 * The ward as it is now, for a place that has neither this PC nor this program. Everybody's chart is read, and recorded as read;
 * that a copy leaves is on record before anything is written, and it is done only when it was read back. Rules CONT-1 to CONT-8.
 */
export async function makeContinuity(desk: Desk, status: Prepared, open: OpenWard, standing: Standing, asked: { readonly folder: string; readonly protection: Protection; readonly at: Instant }, hooks: ContinuityHooks): Promise<Result<ContinuityDone, ContinuityFault>> {
  const { bridge, hand } = desk
  const { profile, roster } = status.card
  const read = await readWard(desk, status, open, standing, asked.at, hooks)
  if (!read.ok) return read
  const { input, charts, pdf } = read.value
  const zip = await continuityZip(input, charts, pdf, { progress: (done, of) => hooks.step('packing', done, of), isStopped: hooks.isStopped })
  if (!zip.ok) return zip
  const made = await protect(zip.value, asked.protection.way, [roster.officer.recipient, ...readingAccounts(status.card).map(({ recipient }) => recipient)], desk)
  if (!made.ok) return err({ code: 'not-a-recipient' })
  if (hooks.isStopped()) return err({ code: 'stopped' })
  hooks.step('writing', 0, 1)
  const { bytes, code, proves } = made.value
  const sha256 = await quickSha256(bytes)
  const [patients, records] = [charts.length, charts.reduce((sum, { rows }) => sum + rows.length, 0)]
  const told = await open.ward.commit({ id: EntryId.parse(hand.newId()), kind: 'continuity-made', patient: null, at: null, body: { sha256, bytes: bytes.length, patients, records, medium: asked.folder.slice(-mostLine), protection: asked.protection } }, standing)
  if (!told.ok) return err(told.error.code === 'frozen' ? { code: 'frozen' } : { code: 'not-saved', cause: 'disk-failed' })
  const fileName = continuityFileName({ realm: status.realm, ...profile, createdAt: asked.at }, asked.protection.way === 'plain')
  const written = await bridge.call('continuity:write', { folder: asked.folder, fileName, bytes: new Uint8Array(bytes), comment: `tomoshibi continuity ${sha256.slice(0, 16)}`, signers: signersOf(asked.protection, standing) })
  if (!written.ok) return written
  hooks.step('reading-back', 0, 1)
  if (!(await proves(written.value.read))) return err({ code: 'read-back-differs' })
  return ok({ fileName, path: written.value.path, sha256, bytes: bytes.length, patients, records, at: asked.at, code })
}

type ReadWard = { readonly input: ContinuityInput; readonly charts: readonly ContinuityChart[]; readonly pdf: Uint8Array }

async function readWard({ bridge, pdf }: Desk, status: Prepared, open: OpenWard, standing: Standing, at: Instant, hooks: ContinuityHooks): Promise<Result<ReadWard, ContinuityFault>> {
  const { card, realm } = status
  const { profile } = card
  const view = open.ward.view()
  // What is written while the charts are read may be in them or not: the copy promises what was there when it began.
  const end = open.ward.end()
  const people = inBedOrder(wardPeople(view).here, profile.beds)
  const charts: ContinuityChart[] = []
  const desk = { ward: open.ward, standing, place: { hospital: profile.hospital, ward: profile.ward }, beds: profile.beds, now: at, realm }
  const pack = await wardPack(desk, people, null, (done) => hooks.step('reading', done, people.length), hooks.isStopped, (person, rows) => charts.push({ person, rows }))
  if (!pack.ok) return pack
  const head = printedHead(end.seq, end.head)
  const printed: Printed = { at, by: standing.by, letters: profile.letters, opened: card.opened.length, of: readingAccounts(card).length, head, serial: null, realm }
  const sheets = pack.value.map((sheet): Sheet => ({ ...sheet, printed }))
  const drawn = await pdf(sheets, () => bridge.call('print:pdf'), { drawn: (done) => hooks.step('drawing', done, sheets.length), isStopped: hooks.isStopped })
  if (drawn === null) return err({ code: 'stopped' })
  if (!drawn.ok) return drawn
  const input: ContinuityInput = { realm, profile, at, by: standing.by, head, clockOffsetMs: view.clock.at(-1)?.offsetMs ?? null, people, items: view.items.open, forms: view.forms }
  return ok({ input, charts, pdf: drawn.value.bytes })
}

function signersOf(protection: Protection, { by }: Standing): ContinuitySigners {
  return protection.way === 'plain' ? { way: 'plain', by: by.staffNumber, second: protection.second.staffNumber } : { way: protection.way, by: by.staffNumber, second: null }
}
