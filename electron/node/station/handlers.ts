import { err, ok, type Result } from '#domain/result.ts'
import type { Fault, Handlers, Output } from '#domain/bridge.ts'
import { afterLifeEvent } from '#domain/incident/life.ts'
import type { PublicEvent } from '#domain/log/public-event.ts'
import type { StationCard } from '#domain/station.ts'
import { causeOf, writeWhole } from '../disk/disk.ts'
import type { NotSaved, Saved } from '../journal/journal.ts'
import { sha256 } from '../journal/frame.ts'
import { codes } from './codes.ts'
import { exportHandlers, type FolderChoice } from './export-handlers.ts'
import { findDrafts, findSnapshot, keepDraft, keepSnapshot, type IncidentStore } from './incident.ts'
import { publicEvents } from './public-events.ts'
import { writeStored } from './stored.ts'
import { restartHandlers } from './restart-handlers.ts'
import { beginStation, enterIncident, inspectStation, keepMark, saveCard, statusOf, type Station, type StationBase } from './station.ts'

/** What handlers ask of the process around them. */
export type Around = {
  /** Destroys the window and shows a new, locked one. */
  readonly lock: (why: 'asked' | 'idle') => Promise<void>
  readonly chooseFolder: FolderChoice
  /** Puts the files of the window's databases aside and leaves it without any. */
  readonly putCopyAside: () => Promise<void>
  /** What the machine does with memory that may outlive us: swap on, core dumps on … as codes. */
  readonly memoryFindings: () => Promise<readonly string[]>
  /** A new name for each start of the process. */
  readonly start: string
}

const notNow = err({ code: 'not-now' } as const)

/** The machine's answers, one a channel. They hold no rule of care: those are in domain/. */
export function handlersOf(station: Station, around: Around): Handlers {
  const { disk } = station.ports
  const tries = codes(disk, station.layout.slowing, () => ({ boot: around.start, monoMs: station.ports.clock.monoMs() }))
  const status = async (): Promise<Result<Output<'station:status'>, Fault>> => ok(await statusOf(station))
  const open = (): IncidentStore | null => (station.card?.phase === 'open' || station.card?.phase === 'drill' ? station.incident : null)

  return {
    'station:status': status,
    'station:checks': async () => {
      const reports = await inspectStation(station)
      const findings = reports.flatMap(({ report }) => report.findings.map((finding) => ({ ...finding, journal: report.header?.incident ?? 'station' })))
      const memory = [...(await around.memoryFindings())]
      if (station.base !== null) await station.base.journal.record({ event: 'seal-checked', findings: [...new Set([...findings.filter((finding) => finding.level === 'alarm').map((finding) => finding.code), ...memory])].slice(0, 50), by: null })
      return ok({ findings, memory, wholeAccounts: await wholeAccounts(station), entries: sum(reports.map(({ report }) => report.entries)), frames: sum(reports.map(({ report }) => report.frames)) })
    },
    'station:begin': async () => {
      const base = await beginStation(station)
      return ok({ station: base.id, realm: station.realm, stationKey: base.key.minisignKey })
    },
    'station:prepare': async ({ profile, roster, fingerprint, accounts }) => {
      const { base, card } = station
      if (base === null || (card !== null && card.phase !== 'new') || roster.station !== base.id || roster.realm !== station.realm) return notNow
      await disk.makeFolder(station.layout.accounts)
      for (const { envelope, file } of accounts) await writeWhole(disk, station.layout.account(envelope), file.bytes)
      const accountFiles = accounts.map(({ envelope, file }) => ({ envelope, sha256: file.sha256 }))
      await saveCard(station, { v: 1, station: base.id, realm: station.realm, phase: 'new', profile, roster, accountFiles, opened: [], incident: null, reservedCount: 0, usedLetters: [profile.letters], lettersInDoubt: false })
      await base.journal.record({ event: 'station-prepared', letters: profile.letters, rosterEpoch: roster.epoch, rosterFingerprint: fingerprint })
      return status()
    },
    'station:seal': () => move(station, 'seal', {}, async (base, card) => {
      await base.journal.record({ event: 'station-sealed', rosterEpoch: card.roster.epoch })
      await base.journal.checkpoint('locked')
    }),
    'station:look': async (look) => {
      station.look = look
      if (station.base !== null) await writeStored(disk, station.layout.look, look)
      return ok(undefined)
    },
    'station:officer-test': async ({ bytes }) => {
      const folder = await around.chooseFolder()
      if (folder === null) return ok({ path: null })
      await disk.makeFolder(folder)
      const path = `${folder}/tomoshibi-officer-test.age`
      await writeWhole(disk, path, bytes)
      return ok({ path })
    },
    'station:letters': async ({ letters }) => {
      const { card, base } = station
      if (card === null || base === null || card.usedLetters.includes(letters)) return notNow
      await base.journal.record({ event: 'letters-taken', letters, why: card.lettersInDoubt ? 'restored' : 'used-up' })
      await saveCard(station, { ...card, profile: { ...card.profile, letters }, usedLetters: [...card.usedLetters, letters], lettersInDoubt: false, reservedCount: 0 })
      await keepMark(station)
      return status()
    },
    'station:reserve': async ({ upTo }) => {
      const { card, base } = station
      if (card === null || base === null || open() === null || card.lettersInDoubt) return notNow
      if (upTo <= card.reservedCount) return status()
      // Journal, mark, card, and only then the entry that carries the number: an older copy of this folder is known by it.
      const told = await base.journal.record({ event: 'numbers-reserved', letters: card.profile.letters, upTo })
      if (!told.ok) return err({ code: 'not-saved', cause: told.error.code })
      await keepMark(station)
      await saveCard(station, { ...card, reservedCount: upTo })
      return status()
    },

    'code:try': async ({ envelope, staffNumber }) => {
      const { base, card } = station
      const listed = card?.accountFiles.find((file) => file.envelope === envelope)
      if (base === null || listed === undefined) return err({ code: 'not-found' })
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
      const store = await enterIncident(station, incident, keys)
      if (store === null) return notNow
      await base.journal.record({ event: 'envelope-opened', envelope, incident, staffNumber, reasonCode })
      await store.journal.record({ event: 'journal-linked', journal: 'station', ...base.journal.end() })
      await base.journal.record({ event: 'incident-declared', incident, staffNumber })
      await base.journal.record({ event: 'journal-linked', journal: incident, ...store.journal.end() })
      if (clockOffsetMs !== 0) await base.journal.record({ event: 'clock-confirmed', offsetMs: clockOffsetMs, by: staffNumber })
      station.incident = store
      await saveCard(station, { ...card, phase, incident, opened: [...new Set([...card.opened, envelope])] })
      await Promise.all([base.journal.checkpoint('opened'), store.journal.checkpoint('opened')])
      await keepMark(station)
      return status()
    },
    'incident:join': async ({ envelope, staffNumber }) => {
      const { base, card } = station
      const incident = open()
      if (base === null || card === null || incident === null) return notNow
      await tries.right()
      if (!card.opened.includes(envelope)) await base.journal.record({ event: 'envelope-opened', envelope, incident: incident.id, staffNumber, reasonCode: 'joined' })
      await incident.journal.record({ event: 'unlocked', staffNumber, by: 'envelope' })
      await saveCard(station, { ...card, opened: [...new Set([...card.opened, envelope])] })
      return status()
    },

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

    'pin:secret': async () => (open() === null ? notNow : ok({ s: station.pins.secret() })),
    'pin:keep': async (material) => {
      if (open() === null) return notNow
      station.pins.keep({ ...material, salt: new Uint8Array(material.salt), wrap: new Uint8Array(material.wrap) })
      return ok(undefined)
    },
    'pin:people': async () => ok({ people: [...station.pins.people()] }),
    'pin:try': async ({ staffNumber }) => {
      const taken = station.pins.take(staffNumber)
      if (taken === null) return err({ code: 'no-tries-left' })
      await station.incident?.journal.record({ event: 'unlock-tried', staffNumber, left: taken.left })
      return ok({ salt: taken.salt, wrap: taken.wrap, s: station.pins.secret(), left: taken.left })
    },
    'pin:right': async ({ staffNumber }) => {
      station.pins.right(staffNumber)
      await station.incident?.journal.record({ event: 'unlocked', staffNumber, by: 'pin' })
      return ok(undefined)
    },
    ...restartHandlers(station, tries, open),

    'copy:put-aside': async () => {
      if (open() === null) return notNow
      await around.putCopyAside()
      return ok(undefined)
    },
    'window:lock': async ({ why }) => {
      await around.lock(why)
      return ok(undefined)
    },
    ...exportHandlers(station, around.chooseFolder, open),
  }
}

/** One step of the station's life, saved before it is told. */
async function move(station: Station, event: 'seal', change: Partial<StationCard>, tell: (base: StationBase, card: StationCard) => Promise<void>): Promise<Result<Output<'station:status'>, Fault>> {
  const { base, card } = station
  const phase = card === null ? null : afterLifeEvent(card.phase, event)
  if (base === null || card === null || phase === null) return notNow
  const next = { ...card, ...change, phase }
  await saveCard(station, next)
  await tell(base, next)
  await keepMark(station)
  return ok(await statusOf(station))
}

/** Account files that are as they were written. */
async function wholeAccounts({ ports, layout, card }: Station): Promise<number> {
  const whole = await Promise.all((card?.accountFiles ?? []).map(async (file) => {
    const path = layout.account(file.envelope)
    return (await ports.disk.size(path)) !== null && sha256(await ports.disk.read(path)) === file.sha256
  }))
  return whole.filter(Boolean).length
}

async function bytesOf(station: Station, envelope: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await station.ports.disk.read(station.layout.account(envelope)))
}

function eventTold(told: Parameters<Handlers['journal:tell']>[0]): PublicEvent {
  return told.event === 'entries-reappended' ? { ...told, from: 'working-copy' } : told
}

/** A journal's answer as the window is given it; `undefined`: nothing is open that could be written to. */
export function saved(outcome: Result<Saved, NotSaved> | undefined): Result<Output<'journal:append'>, Fault> {
  if (outcome === undefined) return notNow
  return outcome.ok ? outcome : err({ code: 'not-saved', cause: outcome.error.code })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** Turns what a disk throws into a fault once, for every handler. Bugs go on to the crash screen's log as they are. */
export function guarded(handlers: Handlers): Handlers {
  const entries = Object.entries(handlers).map(([channel, handle]) => [
    channel,
    async (input: never) => {
      try {
        return await handle(input)
      } catch (thrown) {
        return err({ code: 'disk-failed', cause: causeOf(thrown) })
      }
    },
  ])
  return Object.fromEntries(entries) as Handlers // the same keys, each with its own input type
}

