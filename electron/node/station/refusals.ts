import type { PublicEvent } from '#domain/log/public-event.ts'
import type { Station } from './station.ts'

type Refused = Extract<PublicEvent, { event: 'call-refused' }>

/** Calls that were not taken, told in the station journal. */
export type Refusals = {
  readonly tell: (channel: Refused['channel'], code: Refused['code']) => Promise<void>
  /** Tells what was held back, once its minute is over; `isLast`: at once, before the journal is closed. */
  readonly rest: (isLast?: boolean) => Promise<void>
}

const minuteMs = 60_000
/** Kinds of refusal told in one minute: the journal is kept for ever, and nobody may fill it by knocking. */
const mostInAMinute = 10

/**
 * The first refusal of a kind is told at once; what follows within a minute is counted and told as one line.
 * A flood costs ten lines a minute and hides nothing: every refusal stands in a count.
 */
export function refusals(station: Station): Refusals {
  const held = new Map<string, Refused>()
  let since = -minuteMs
  let told = 0
  const lastTold = new Map<string, number>()

  async function write(key: string, event: Refused, now: number): Promise<void> {
    told += 1
    lastTold.set(key, now)
    held.delete(key)
    await station.base?.journal.record(event)
  }

  async function rest(isLast = false): Promise<void> {
    const now = station.ports.clock.monoMs()
    if (now - since >= minuteMs) {
      since = now
      told = 0
    }
    for (const [key, event] of held) {
      if (!isLast && (told >= mostInAMinute || now - (lastTold.get(key) ?? -minuteMs) < minuteMs)) continue
      await write(key, event, now)
    }
  }

  return {
    tell: async (channel, code) => {
      const key = `${channel} ${code}`
      held.set(key, { event: 'call-refused', channel, code, times: (held.get(key)?.times ?? 0) + 1 })
      await rest()
    },
    rest,
  }
}
