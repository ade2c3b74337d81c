import { z } from 'zod'
import { bridge as table, type Bridge, type Channel, type Fault } from '#domain/bridge.ts'
import type { Hand } from '#domain/ports.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { instantOf } from '#domain/time.ts'

/** What the preload puts into the window: the machine, behind one function. */
export type Machine = {
  readonly call: (channel: Channel, input: unknown) => Promise<unknown>
  /** The machine asks something of the window; the only question there is: 'lock'. */
  readonly onAsked: (listener: (what: string) => void) => void
}

declare global {
  interface Window {
    readonly tomoshibi: Machine
  }
}

/** The only place of the window where clock and chance are read. */
export const hand: Hand = {
  now: () => instantOf(Date.now()),
  newId: () => uuidV7(Date.now(), random(10)),
  random,
}

function random(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}

/** RFC 9562, version 7: 48 bits of milliseconds, 74 of chance. */
export function uuidV7(milliseconds: number, chance: Uint8Array): string {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(milliseconds) << 16n)
  bytes.set(chance.subarray(0, 10), 6)
  const [version = 0, variant = 0] = [bytes[6], bytes[8]]
  bytes[6] = 0x70 | (version & 0x0f)
  bytes[8] = 0x80 | (variant & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.looseObject({ code: z.string() }) }),
])

/**
 * The machine as the window knows it. A call that breaks off is a fault like any other ('no-answer': it may or
 * may not have been done); an answer of another form is a bug and thrown.
 */
export function bridgeOver(machine: Pick<Machine, 'call'>): Bridge {
  return {
    call: async (channel, ...[input]) => {
      const answered = await reach(machine, channel, input)
      if (!answered.ok) return answered
      const answer = Answer.parse(answered.value)
      if (!answer.ok) return err(answer.error as unknown as Fault) // made by the same table on the other side
      return ok(table[channel].output.parse(answer.value) as never) // the output of this very channel
    },
  }
}

async function reach(machine: Pick<Machine, 'call'>, channel: Channel, input: unknown): Promise<Result<unknown, Fault>> {
  try {
    return ok(await machine.call(channel, input))
  } catch {
    return err({ code: 'disk-failed', cause: 'no-answer' })
  }
}

/** Resolves when the window has nothing better to do, or after a tenth of a second. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 100 })
  })
}
