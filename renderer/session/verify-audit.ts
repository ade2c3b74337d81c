import type { Bridge, Fault, Output, StationStatus } from '#domain/bridge.ts'
import type { Compared } from '#domain/audit/compared.ts'
import { checkInnerChain, type ChainLink, type InnerFault } from '#domain/log/inner-chain.ts'
import { readPrintedHead, type PrintedHead } from '#domain/log/printed-head.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readAll, type WholeJournal } from './read-all.ts'

export type AuditVerified = Output<'audit:verify'>

/** Heads as somebody copied them from paper, one a line; null when a line is none. */
export function readTypedHeads(typed: string): readonly PrintedHead[] | null {
  const lines = typed.split('\n').filter((line) => line.trim() !== '')
  const read = lines.flatMap((line) => {
    const head = readPrintedHead(line)
    return head.ok ? [head.value] : []
  })
  return read.length === lines.length ? read : null
}

/** What the machine compares without a key; and, while the ward is open, the chain under the cipher, which no key of the station can forge. */
export async function verifyAudit(bridge: Bridge, status: StationStatus, dek: Uint8Array | null, printed: readonly PrintedHead[], isCancelled: () => boolean): Promise<Result<AuditVerified, Fault | { readonly code: 'stopped' }>> {
  const told = await bridge.call('audit:verify', { printed: printed.slice(0, 20).map(({ seq, symbols }) => ({ seq, symbols })) })
  if (!told.ok || dek === null || status.incident === null) return told
  const whole = await readAll(bridge, status, dek, isCancelled)
  if (!whole.ok) return err(whole.error)
  const faults = checkInnerChain(linksOf(whole.value), [status.incident.beginning])
  return ok({ ...told.value, compared: [...told.value.compared, inner(faults, status.incident.incident, whole.value)] })
}

function linksOf({ frames, entries }: WholeJournal): readonly ChainLink[] {
  const opened = new Map(entries.map(({ seq, entry }) => [seq, entry.after]))
  return frames.map(({ seq, head, kind }): ChainLink => (kind === 'sealed' ? { kind, seq, head, after: opened.get(seq) ?? null } : { kind: 'plain', seq, head }))
}

/** A counter that never came may also be an entry that a full disk refused: it is told elsewhere, and contradicts nothing. */
function inner(faults: readonly InnerFault[], journal: string, { end }: WholeJournal): Compared {
  const worst = faults.find(({ code }) => code !== 'entry-missing')
  return { what: 'inner-chain', result: worst === undefined ? 'agrees' : 'contradicts', journal, seq: worst?.seq ?? end.seq }
}
