import { err, ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import type { StationCard } from '#domain/station.ts'
import { afterLifeEvent, opensByEnvelope } from '#domain/incident/life.ts'
import { saveCard } from './card.ts'
import { notNow, type Handling } from './handling.ts'
import { endMaintenance } from './maintenance.ts'
import { enterIncident, keepMark, statusOf, type Station } from './station.ts'

type Names = 'code:try' | 'code:wrong' | 'code:wait' | 'incident:open' | 'incident:join'

/** Breaking the glass: the try and its trace, then the incident that the right code opens. */
export function codeHandlers({ station, tries, open }: Handling): Pick<Handlers, Names> {
  const { disk } = station.ports
  return {
    'code:try': async ({ envelope, staffNumber }) => {
      const { base, card } = station
      if (card?.retired.some((account) => account.envelope === envelope) === true) {
        await base?.journal.record({ event: 'retired-code-tried', envelope, staffNumber })
        return err({ code: 'retired' })
      }
      const listed = card?.accountFiles.find((file) => file.envelope === envelope)
      if (card?.voided.some((account) => account.envelope === envelope) === true) {
        await base?.journal.record({ event: 'code-tried', envelope, staffNumber })
        return err({ code: 'voided' })
      }
      if (base === null || card === null || listed === undefined || !opensByEnvelope(card.phase)) return err({ code: 'not-found' })
      const allowed = await tries.begin()
      if (!allowed.ok) return allowed
      const told = await base.journal.record({ event: 'code-tried', envelope, staffNumber })
      if (!told.ok) station.alarms.add('attempt-not-journalled') // care is not refused because a disk is full
      if ((await disk.size(station.layout.account(envelope))) === null) return err({ code: 'not-found' })
      return ok({ file: { bytes: await bytesOf(station, envelope), sha256: listed.sha256 } })
    },
    'code:wrong': async ({ envelope }) => {
      const seconds = await tries.wait()
      await station.base?.journal.record({ event: 'code-refused', envelope, wrongInARow: await tries.wrongInARow(), waitSeconds: seconds })
      return ok({ waitSeconds: seconds })
    },
    'code:wait': async () => ok({ waitSeconds: await tries.wait() }),

    'incident:open': async ({ incident, keys, envelope, staffNumber, reasonCode, clockOffsetMs }) => {
      const { base, card } = station
      const phase = card === null ? null : afterLifeEvent(card.phase, 'open')
      if (base === null || card === null || phase === null) return notNow
      await tries.right()
      await endMaintenance(station, 'opened')
      const store = await enterIncident(station, incident, keys)
      if (store === null) return notNow
      await base.journal.record({ event: 'envelope-opened', envelope, incident, staffNumber, reasonCode })
      await store.journal.record({ event: 'journal-linked', journal: 'station', ...base.journal.end() })
      await base.journal.record({ event: 'incident-declared', incident, staffNumber })
      await base.journal.record({ event: 'journal-linked', journal: incident, ...store.journal.end() })
      await base.journal.record({ event: 'clock-confirmed', offsetMs: clockOffsetMs, by: staffNumber })
      station.incident = store
      await saveCard(station, { ...card, phase, incident, clockOffsetMs, clockInDoubt: false, ...brokenWith(card, envelope) })
      await Promise.all([base.journal.checkpoint('opened'), store.journal.checkpoint('opened')])
      await keepMark(station)
      return ok(await statusOf(station))
    },
    'incident:join': async ({ envelope, staffNumber }) => {
      const { base, card } = station
      const incident = open()
      if (base === null || card === null || incident === null || !opensByEnvelope(card.phase)) return notNow
      await tries.right()
      if (!card.opened.includes(envelope)) await base.journal.record({ event: 'envelope-opened', envelope, incident: incident.id, staffNumber, reasonCode: 'joined' })
      await incident.journal.record({ event: 'unlocked', staffNumber, by: 'envelope' })
      await saveCard(station, { ...card, ...brokenWith(card, envelope) })
      return ok(await statusOf(station))
    },
  }
}

/** Opened in this emergency, and broken for ever. */
function brokenWith({ opened, broken }: StationCard, envelope: number): Pick<StationCard, 'opened' | 'broken'> {
  return { opened: [...new Set([...opened, envelope])], broken: [...new Set([...broken, ...opened, envelope])].toSorted((one, other) => one - other) }
}

async function bytesOf(station: Station, envelope: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await station.ports.disk.read(station.layout.account(envelope)))
}
