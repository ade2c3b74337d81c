import { z } from 'zod'
import { Sha256 } from '#domain/ids.ts'

/**
 * A signed statement of how far the chain has come. It says which station wrote the chain up to here; it
 * does not say that nobody holding the station's key rewrote it: that is what printed heads are for.
 */
export const Checkpoint = z.object({
  v: z.literal(1),
  reason: z.enum(['opened', 'locked', 'operator-changed', 'printed', 'exported', 'segment-closed', 'stopped', 'closed', 'battery']),
  /** The last frame this statement covers. */
  seq: z.number().int().min(0),
  head: Sha256,
  wallMs: z.number().int(),
  monoMs: z.number().int(),
  start: z.string().regex(/^[0-9a-f]{16}$/),
  /** Sequence of the checkpoint before; null for the first of a start. */
  before: z.number().int().nullable(),
  /** Ed25519 over `statement`, hexadecimal. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})
export type Checkpoint = z.infer<typeof Checkpoint>
export type CheckpointReason = Checkpoint['reason']

/** Signing and checking as the machine provides it: Ed25519, hexadecimal in and out. */
export type Signer = {
  readonly publicKey: string
  readonly sign: (statement: Uint8Array) => string
}
export type CheckSignature = (publicKey: string, statement: Uint8Array, signature: string) => boolean

/** The body of a checkpoint frame: the same fields always give the same bytes. */
export function makeCheckpoint({ reason, seq, head, wallMs, monoMs, start, before }: Omit<Checkpoint, 'v' | 'signature'>, signer: Signer): Uint8Array {
  const fields = { v: 1, reason, seq, head, wallMs, monoMs, start, before } as const
  return new TextEncoder().encode(JSON.stringify({ ...fields, signature: signer.sign(statement(fields)) }))
}

/** Null when the body is not a checkpoint. */
export function readCheckpoint(body: Uint8Array): Checkpoint | null {
  const parsed = Checkpoint.safeParse(parse(body))
  return parsed.success ? parsed.data : null
}

export function isGenuine(checkpoint: Checkpoint, stationKey: string, check: CheckSignature): boolean {
  return check(stationKey, statement(checkpoint), checkpoint.signature)
}

/** JSON of a frame body, or undefined: a body that passed its checksum can still come from a stranger. */
export function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}

function statement(fields: Omit<Checkpoint, 'signature'>): Uint8Array {
  const { reason, seq, head, wallMs, monoMs, start, before } = fields
  return new TextEncoder().encode(['tomoshibi checkpoint v1', reason, seq, head, wallMs, monoMs, start, before ?? '-'].join('\n'))
}
