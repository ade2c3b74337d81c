import { err, ok, type Result } from '#domain/result.ts'
import type { Fault, Handlers, Output } from '#domain/bridge.ts'
import { afterLifeEvent } from '#domain/incident/life.ts'
import type { PublicEvent } from '#domain/log/public-event.ts'
import { readingAccounts, type StationCard } from '#domain/station.ts'
import { saveCard } from './card.ts'
import { notNow, type Handling } from './handling.ts'
import type { IncidentStore } from './incident.ts'
import { findEvent } from './public-events.ts'
import { settleReference } from './reference.ts'
import { dropRestartCodes, removeAccounts } from './retirement.ts'
import { keepMark, statusOf, type Station } from './station.ts'

type Names = 'incident:stand-down' | 'incident:resume' | 'incident:retire' | 'incident:close' | 'incident:officer'

/** The way back to normal: standing down, retiring the accounts, closing. Each step is in both journals before the card has it. */
export function lifeHandlers({ station }: Handling): Pick<Handlers, Names> {
  return {
    'incident:stand-down': ({ staffNumber }) => step(station, 'stand-down', (incident) => ({ event: 'stood-down', incident: incident.id, staffNumber })),
    'incident:resume': ({ staffNumber }) => step(station, 'resume', (incident) => ({ event: 'resumed', incident: incident.id, staffNumber })),
    'incident:retire': async ({ staffNumber, withoutBackup }) => {
      const { card, incident } = station
      if (card === null || incident === null || station.realm === 'drill' || afterLifeEvent(card.phase, 'retire-accounts') === null) return notNow
      if (!withoutBackup && !(await hasBackup(station, incident))) return err({ code: 'no-backup' })
      const { epoch } = card.roster
      const envelopes = readingAccounts(card).map(({ envelope }) => envelope)
      const told = await step(station, 'retire-accounts', () => ({ event: 'accounts-retired', incident: incident.id, rosterEpoch: epoch, envelopes, opened: card.opened, staffNumber, withoutBackup }))
      if (!told.ok) return told
      await removeAccounts(station, envelopes, epoch)
      return ok(await statusOf(station))
    },
    'incident:close': async ({ staffNumber }) => {
      const { card, incident } = station
      if (card === null || incident === null || afterLifeEvent(card.phase, 'close') === null) return notNow
      await incident.journal.record({ event: 'operator-changed', staffNumber })
      const closed = await step(station, 'close', () => ({ event: 'incident-closed', incident: incident.id }), { incident: null })
      if (!closed.ok) return closed
      await endIncident(station, incident)
      await settleReference(station)
      await keepMark(station)
      return ok(await statusOf(station))
    },
    'incident:officer': async ({ staffNumber }) => {
      const { card, incident } = station
      if (card === null || incident === null || (card.phase !== 'reconciling' && card.phase !== 'standing-down')) return notNow
      await incident.journal.record({ event: 'unlocked', staffNumber, by: 'officer' })
      return ok(undefined)
    },
  }
}

/** Nobody comes back to this record here: not by PIN, not by restart code. Its folder stays, for the archive. */
export async function endIncident(station: Station, incident: IncidentStore): Promise<void> {
  const { disk } = station.ports
  await incident.journal.checkpoint('stopped')
  await incident.journal.close()
  await station.second?.rest()
  station.second = null
  station.incident = null
  station.pins.forgetAll()
  await dropRestartCodes(disk, incident.layout.restart)
}

/** In the incident's journal, then in the station's, then on the card; a step that is not on the disk is not taken. */
async function step(station: Station, event: 'stand-down' | 'resume' | 'retire-accounts' | 'close', tell: (incident: IncidentStore) => PublicEvent, change: Partial<StationCard> = {}): Promise<Result<Output<'station:status'>, Fault>> {
  const { base, card, incident } = station
  const phase = card === null ? null : afterLifeEvent(card.phase, event)
  // A drill is ended, not stood down: its envelope serves the next drill, too.
  if (base === null || card === null || incident === null || phase === null || station.realm === 'drill') return notNow
  const told = await incident.journal.record(tell(incident))
  if (!told.ok) return err({ code: 'not-saved', cause: told.error.code })
  await base.journal.record({ event: 'journal-linked', journal: incident.id, ...incident.journal.end() })
  const saved = await base.journal.record(tell(incident))
  if (!saved.ok) return err({ code: 'not-saved', cause: saved.error.code })
  await saveCard(station, { ...card, ...change, phase })
  await Promise.all([base.journal.checkpoint('closed'), incident.journal.checkpoint('closed')])
  await keepMark(station)
  return ok(await statusOf(station))
}

/** An export that was read back and proved, made after the newest stand-down: what the ward wrote is in it. */
async function hasBackup(station: Station, incident: IncidentStore): Promise<boolean> {
  const last = await findEvent(station.ports.disk, incident.layout.journal, ({ event }) => event === 'export-made' || event === 'backup-made' || event === 'stood-down')
  return last !== null && last.event !== 'stood-down'
}
