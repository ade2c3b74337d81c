import { z } from 'zod'
import { EntryId, Sha256 } from '../ids.ts'
import { readEntry, type Entry } from '../log/entry.ts'
import { PublicEvent } from '../log/public-event.ts'
import { err, ok, type Result } from '../result.ts'
import { instantOf } from '../time.ts'
import type { AuditEvent, ExportedEntry, ExportedFrame } from './input.ts'
import { readJson, stableJson } from './stable-json.ts'

/**
 * log/*.ndjson: one JSON object a line, UTF-8, lines end in LF. events.ndjson is the export: everything else
 * in it can be computed again from these lines. Changing a member's name makes old exports unreadable.
 */
export function eventLine({ seq, head, entry }: ExportedEntry): string {
  const { id, realm, incident, station, kind, patient, at, recordedAt, by, onBehalfOf, account, body, v, after } = entry
  const person = (one: Entry['by']) => ({ staffNumber: one.staffNumber, name: one.name, profession: one.profession })
  const members = {
    seq, head, id, realm, incident, station, kind, patient, at, recordedAt,
    by: person(by), onBehalfOf: onBehalfOf === null ? null : person(onBehalfOf), account,
  }
  // The order of the members is the one above; only the body's come from a schema of its own.
  return `${JSON.stringify(members).slice(0, -1)},"body":${stableJson(body)},"v":${v},"after":${JSON.stringify({ head: after.head, n: after.n })}}\n`
}

export function frameLine({ seq, head, kind, id }: ExportedFrame): string {
  return `${JSON.stringify({ seq, head, kind, id })}\n`
}

export function auditLine({ journal, seq, wallMs, event }: AuditEvent): string {
  const { event: name, ...rest } = event
  return `${JSON.stringify({ journal, seq, wallMs, at: momentOf(wallMs), event: name }).slice(0, -1)},"details":${stableJson(rest)}}\n`
}

/** Where a line stands that cannot be read: counted from 1. */
export type LineFault = { readonly code: 'line-unreadable'; readonly line: number }

const Place = z.looseObject({ seq: z.number().int().min(1), head: Sha256 })

/** Reads one line of events.ndjson back. `line` only names the place of a fault. */
export function readEventLine(text: string, line: number): Result<ExportedEntry, LineFault> {
  const value = readJson(text)
  const place = Place.safeParse(value)
  const entry = readEntry(value)
  if (!place.success || !entry.ok) return err({ code: 'line-unreadable', line })
  return ok({ seq: place.data.seq, head: place.data.head, entry: entry.value })
}

const Frame = z.strictObject({ seq: z.number().int().min(1), head: Sha256, kind: z.enum(['sealed', 'public', 'checkpoint']), id: EntryId.nullable() })

export function readFrameLine(text: string, line: number): Result<ExportedFrame, LineFault> {
  const frame = Frame.safeParse(readJson(text))
  return frame.success ? ok(frame.data) : err({ code: 'line-unreadable', line })
}

const Audit = z.strictObject({ journal: z.enum(['station', 'incident']), seq: z.number().int().min(0), wallMs: z.number(), at: z.string().nullable(), event: z.string(), details: z.looseObject({}) })

export function readAuditLine(text: string, line: number): Result<AuditEvent, LineFault> {
  const audit = Audit.safeParse(readJson(text))
  if (!audit.success) return err({ code: 'line-unreadable', line })
  const event = PublicEvent.safeParse({ ...audit.data.details, event: audit.data.event })
  if (!event.success) return err({ code: 'line-unreadable', line })
  const { journal, seq, wallMs } = audit.data
  return ok({ journal, seq, wallMs, event: event.data })
}

/** The lines of a text, one after the other, without their ends. What stands behind the last line end is none. */
export function* linesOf(text: string): Generator<string> {
  let from = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
    yield text.slice(from, end)
    from = end + 1
  }
}

/** The clock may have been anywhere; a moment no calendar has is left out. */
function momentOf(wallMs: number): string | null {
  return Math.abs(wallMs) < 250_000_000_000_000 && wallMs >= -62_000_000_000_000 ? instantOf(wallMs) : null
}
