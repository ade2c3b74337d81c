import { z } from 'zod'
import { readJson } from '../export/stable-json.ts'
import type { Sha256 } from '../ids.ts'
import type { ClockOffsets } from '../incident/clock.ts'
import type { Entry } from '../log/entry.ts'
import type { Kind } from '../log/kinds.ts'
import { Person } from '../log/person.ts'
import { Realm } from '../realm.ts'
import { err, ok, type Result } from '../result.ts'
import { Instant } from '../time.ts'
import { asWritten } from '../transfer/unwrap.ts'
import { Carried, carriedOf } from '../transfer/carried.ts'
import { headOf } from './carried.ts'
import type { Offered } from './take-in.ts'
import { TakenFrom } from './taken-in.ts'

/**
 * What was written at a desk, and what came to it from other desks, for a further one. Plain JSON inside an age file under a
 * code of its own, as a patient's transfer. Files of every version stay readable: add fields with a default, or a version.
 */
export const ExchangeFile = z.object({ format: z.literal('tomoshibi-exchange'), v: z.literal(1), realm: Realm, from: TakenFrom, madeAt: Instant, by: Person, entries: z.array(Carried).max(500_000) })
export type ExchangeFile = z.infer<typeof ExchangeFile>

export type ExchangeFault = { readonly code: 'not-an-exchange' | 'newer-version' | 'record-unreadable' }

/** What is written while reconciling: who is who, how far each record has come, and who answers for what. Told by kind: what came by another desk goes on to the third. */
const goesOn: ReadonlySet<Kind> = new Set<Kind>(['record-transcribed', 'ward-line-struck', 'sheet-listed', 'check-signed', 'match-decided', 'patient-linked', 'identity-claimed', 'identity-verified', 'entry-struck', 'countersigned', 'proxy-approved'])

export function exchangeOf(records: readonly { readonly seq: number; readonly entry: Entry }[], sender: Pick<ExchangeFile, 'realm' | 'from' | 'madeAt' | 'by'>, clock: ClockOffsets): ExchangeFile {
  const entries = records.flatMap(({ seq, entry }) => (goesOn.has(asWritten(entry).entry.kind) ? [carriedOf(seq, entry, sender.from, { clock, forms: [] })] : []))
  return { format: 'tomoshibi-exchange', v: 1, ...sender, entries }
}

export function readExchange(text: string, file: Sha256): Result<Offered, ExchangeFault> {
  const json = readJson(text)
  const read = ExchangeFile.safeParse(json)
  if (!read.success) {
    const later = z.object({ format: z.literal('tomoshibi-exchange'), v: z.number().int().min(2) }).safeParse(json)
    return err({ code: later.success ? 'newer-version' : 'not-an-exchange' })
  }
  const { realm, from, madeAt, entries } = read.data
  if (entries.some((carried) => headOf(carried)?.realm !== realm)) return err({ code: 'record-unreadable' })
  return ok({ way: 'exchange', realm, file, from, madeAt, exportNo: null, signingKey: null, carried: entries, photos: new Map() })
}
