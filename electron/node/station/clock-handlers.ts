import { ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import { saveCard } from './card.ts'
import { notNow, type Handling } from './handling.ts'
import { statusOf } from './station.ts'

/** Somebody compared the clock with a watch: told in the journal that is written now, and shown from here on. */
export function clockHandlers({ station }: Handling): Pick<Handlers, 'clock:confirm'> {
  return {
    'clock:confirm': async ({ offsetMs, by }) => {
      const { base, card, incident } = station
      if (base === null || card === null) return notNow
      await (incident?.journal ?? base.journal).record({ event: 'clock-confirmed', offsetMs, by })
      await saveCard(station, { ...card, clockOffsetMs: offsetMs, clockInDoubt: false })
      return ok(await statusOf(station))
    },
  }
}
