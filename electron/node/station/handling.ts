import { err, ok, type Result } from '#domain/result.ts'
import type { Fault, Output } from '#domain/bridge.ts'
import { afterLifeEvent, type LifeEvent } from '#domain/incident/life.ts'
import type { MachineCheck } from '#domain/inventory/machine-check.ts'
import type { StationCard } from '#domain/station.ts'
import type { NotSaved, Saved } from '../journal/journal.ts'
import { saveCard } from './card.ts'
import type { Codes } from './codes.ts'
import type { IncidentStore } from './incident.ts'
import { endMaintenance } from './maintenance.ts'
import { keepMark, statusOf, type Station, type StationBase } from './station.ts'

/** What handlers ask of the process around them. */
export type Around = {
  /** Destroys the window and shows a new, locked one. */
  readonly lock: (why: 'asked' | 'idle') => Promise<void>
  /** Empties the clipboard after a minute; asked again, the minute begins anew. */
  readonly emptyClipboardSoon: () => void
  readonly chooseFolder: () => Promise<string | null>
  /** The bytes of one file the person chooses; null when none was chosen. */
  readonly chooseFile: (mostBytes: number) => Promise<Uint8Array<ArrayBuffer> | 'too-large' | null>
  /** What the window has laid out for paper, as a PDF in memory; null: there is no window. */
  readonly printPdf: () => Promise<Uint8Array<ArrayBuffer> | null>
  /** Puts the files of the window's databases aside and leaves it without any. */
  readonly putCopyAside: () => Promise<void>
  /** What of the machine could keep patient data or a code after us (main/machine-checks.ts). */
  readonly machineChecks: () => Promise<readonly MachineCheck[]>
  /** A new name for each start of the process. */
  readonly start: string
}

/** What every family of handlers stands on. */
export type Handling = {
  readonly station: Station
  readonly around: Around
  readonly tries: Codes
  /** The incident that may be written to now, or null. */
  readonly open: () => IncidentStore | null
}

export const notNow = err({ code: 'not-now' } as const)

/** One step of the station's life, saved before it is told. */
export async function move(station: Station, event: LifeEvent, change: Partial<StationCard>, tell: (base: StationBase, card: StationCard) => Promise<void>): Promise<Result<Output<'station:status'>, Fault>> {
  const { base, card } = station
  const phase = card === null ? null : afterLifeEvent(card.phase, event)
  if (base === null || card === null || phase === null) return notNow
  const next = { ...card, ...change, phase }
  if (phase !== 'new' && phase !== 'sealed' && phase !== 'closed') await endMaintenance(station, 'opened')
  await saveCard(station, next)
  await tell(base, next)
  await keepMark(station)
  return ok(await statusOf(station))
}

/** A journal's answer as the window is given it; `undefined`: nothing is open that could be written to. */
export function saved(outcome: Result<Saved, NotSaved> | undefined): Result<Output<'journal:append'>, Fault> {
  if (outcome === undefined) return notNow
  return outcome.ok ? outcome : err({ code: 'not-saved', cause: outcome.error.code })
}
