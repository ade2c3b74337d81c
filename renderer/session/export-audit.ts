import type { Bridge, Fault, Output, StationStatus } from '#domain/bridge.ts'
import type { AuditAct, AuditFrame, AuditJournal } from '#domain/audit/audit-export.ts'
import { wardNumbers } from '#domain/export/tables.ts'
import type { Hand } from '#domain/ports.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { auditRows } from '#domain/view/audit.ts'
import { buildAudit, proveAudit, type AuditBuildFault } from '../export/build-audit.ts'
import { readAll } from './read-all.ts'

export type AuditExported = { readonly fileName: string; readonly path: string; readonly sha256: Output<'audit:write'>['sha256']; readonly events: number; readonly acts: number | null }
export type AuditExportFault = Fault | AuditBuildFault | { readonly code: 'no-folder' | 'read-back-differs' | 'stopped' }

const pageBytes = 4 * 1024 * 1024

/** Writes the audit alone: with the key of an open ward also who opened whose chart. The machine signs; no other key is needed. */
export async function exportAudit(bridge: Bridge, hand: Pick<Hand, 'now'>, status: StationStatus, dek: Uint8Array | null): Promise<Result<AuditExported, AuditExportFault>> {
  const { card } = status
  if (card === null) return err({ code: 'not-now' })
  const journals = await readJournals(bridge)
  if (!journals.ok) return journals
  const acts = dek === null ? ok(null) : await readActs(bridge, status, dek)
  if (!acts.ok) return acts
  const built = await buildAudit({ createdAt: hand.now(), realm: status.realm, station: card.station, profile: card.profile, key: card.roster.stationKey, journals: journals.value, acts: acts.value }, card.roster, {
    sign: async (bytes, comment) => {
      const signed = await bridge.call('audit:sign', { bytes: new Uint8Array(bytes), comment })
      return signed.ok ? ok(signed.value.minisig) : signed
    },
  })
  if (!built.ok) return built
  const { fileName, bytes, comment, proof, manifest } = built.value
  const written = await bridge.call('audit:write', { fileName, bytes: new Uint8Array(bytes), comment, scope: manifest.scope })
  if (!written.ok) return written
  const { path, sha256, read } = written.value
  if (path === null) return err({ code: 'no-folder' })
  return (await proveAudit(read, proof)) ? ok({ fileName, path, sha256, events: manifest.counts.events, acts: acts.value === null ? null : manifest.counts.acts }) : err({ code: 'read-back-differs' })
}

async function readJournals(bridge: Bridge): Promise<Result<readonly AuditJournal[], Fault>> {
  const listed = await bridge.call('audit:journals')
  if (!listed.ok) return listed
  const journals: AuditJournal[] = []
  for (const journal of listed.value.journals) {
    const frames: AuditFrame[] = []
    for (;;) {
      const page = await bridge.call('audit:frames', { journal: journal.journal, after: frames.at(-1)?.seq ?? 0, most: pageBytes })
      if (!page.ok) return page
      frames.push(...page.value.frames)
      if (page.value.done || page.value.frames.length === 0) break
    }
    journals.push({ ...journal, frames })
  }
  return ok(journals)
}

async function readActs(bridge: Bridge, status: StationStatus, dek: Uint8Array): Promise<Result<readonly AuditAct[], Fault | { readonly code: 'stopped' }>> {
  const whole = await readAll(bridge, status, dek, () => false)
  if (!whole.ok) return whole
  const numbers = wardNumbers(whole.value.entries.map(({ entry }) => entry))
  return ok(auditRows(whole.value.entries).map((row) => ({ row, number: row.patient === null ? null : (numbers.get(row.patient) ?? null) })))
}
