import { ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import type { PublicEvent } from '#domain/log/public-event.ts'
import { notNow, saved, type Handling } from './handling.ts'
import { findDrafts, findSnapshot, keepDraft, keepSnapshot } from './incident.ts'
import { publicEvents } from './public-events.ts'
import { keepMark } from './station.ts'

type Names = 'journal:append' | 'journal:checkpoint' | 'journal:frames' | 'journal:missing' | 'journal:tell' | 'journal:public' | 'snapshot:keep' | 'snapshot:find' | 'draft:keep' | 'draft:find' | 'photo:keep' | 'photo:find'

/** Appending to the journal and reading it, and the sealed files beside it. */
export function journalHandlers({ station, open }: Handling): Pick<Handlers, Names> {
  const { disk } = station.ports
  return {
    'journal:append': async (sealed) => saved(await open()?.journal.append(sealed)),
    'journal:checkpoint': async ({ reason }) => {
      const outcome = saved(await open()?.journal.checkpoint(reason))
      await keepMark(station)
      return outcome
    },
    'journal:frames': async ({ after, most }) => {
      const page = await open()?.frames.after(after, most)
      return page === undefined ? notNow : ok({ frames: [...page.frames], done: page.done })
    },
    'journal:missing': async ({ ids }) => {
      const journal = open()?.journal
      return journal === undefined ? notNow : ok({ missing: ids.filter((id) => !journal.has(id)) })
    },
    'journal:tell': async (told) => {
      // Made anew since the exit that was not clean: the next unlock need not do it again.
      if (told.event === 'working-copy-rebuilt') station.lastExit = 'clean'
      return saved(await open()?.journal.record(eventTold(told)))
    },
    'journal:public': async ({ journal, before, most }) => {
      const folder = journal === 'station' ? station.layout.stationJournal : station.incident?.layout.journal
      return folder === undefined ? notNow : ok(await publicEvents(disk, folder, before, most))
    },

    'snapshot:keep': async ({ upTo, head, cipher }) => {
      const incident = open()
      if (incident === null) return notNow
      const file = await keepSnapshot(disk, incident, cipher, upTo, head)
      await incident.journal.record({ event: 'snapshot-kept', file, upTo })
      return ok({ file })
    },
    'snapshot:find': async () => {
      const incident = open()
      return incident === null ? notNow : ok(await findSnapshot(disk, incident))
    },
    'draft:keep': async ({ id, cipher }) => {
      const incident = open()
      if (incident === null) return notNow
      await keepDraft(disk, incident, id, cipher)
      return ok(undefined)
    },
    'draft:find': async () => {
      const incident = open()
      return incident === null ? notNow : ok({ drafts: await findDrafts(disk, incident) })
    },
    'photo:keep': async ({ cipher }) => {
      const incident = open()
      return incident === null ? notNow : ok({ file: await incident.files.keep(cipher) })
    },
    'photo:find': async ({ file }) => {
      const incident = open()
      if (incident === null) return notNow
      const found = await incident.files.find(file)
      return ok({ cipher: found === null ? null : new Uint8Array(found) })
    },
  }
}

function eventTold(told: Parameters<Handlers['journal:tell']>[0]): PublicEvent {
  return told.event === 'entries-reappended' ? { ...told, from: 'working-copy' } : told
}
