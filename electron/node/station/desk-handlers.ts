import { fingerprintOf, hashOfRoster } from '#domain/access/roster.ts'
import type { Handlers } from '#domain/bridge.ts'
import { afterLifeEvent } from '#domain/incident/life.ts'
import { ok } from '#domain/result.ts'
import { sha256OfText } from '../journal/frame.ts'
import { saveCard } from './card.ts'
import { newCard } from './ceremony-handlers.ts'
import { notNow, type Handling } from './handling.ts'
import { enterIncident, keepMark, statusOf } from './station.ts'

/**
 * A desk of the records office begins. It never has an envelope: the one account of its roster signed the header of its record and
 * was thrown away in the window, so that it is voided before anything could be encrypted to it. Rule DESK-2.
 */
export function deskHandlers({ station }: Handling): Pick<Handlers, 'desk:begin'> {
  return {
    'desk:begin': async ({ profile, roster, incident, keys, staffNumber }) => {
      const { base, card, ceremony } = station
      const phase = afterLifeEvent(card?.phase ?? 'new', 'begin-desk')
      if (base === null || phase === null || station.damaged || ceremony !== null || roster.station !== base.id || roster.realm !== station.realm) return notNow
      const store = await enterIncident(station, incident, keys)
      if (store === null) return notNow
      await base.journal.record({ event: 'station-prepared', letters: profile.letters, rosterEpoch: roster.epoch, rosterFingerprint: fingerprintOf(hashOfRoster(roster, sha256OfText)) })
      await store.journal.record({ event: 'journal-linked', journal: 'station', ...base.journal.end() })
      await base.journal.record({ event: 'desk-begun', incident, staffNumber })
      await base.journal.record({ event: 'journal-linked', journal: incident, ...store.journal.end() })
      const voided = roster.accounts.map(({ envelope }) => ({ envelope, epoch: roster.epoch, why: 'spare' as const }))
      station.incident = store
      await saveCard(station, { ...newCard(station, base.id, { profile, roster, lastEnvelope: voided.length }), phase, role: 'desk', incident, voided })
      await Promise.all([base.journal.checkpoint('opened'), store.journal.checkpoint('opened')])
      await keepMark(station)
      return ok(await statusOf(station))
    },
  }
}
