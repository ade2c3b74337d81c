import { whoOf, type Who } from '../../identity/identity.ts'
import type { ClockOffsets } from '../../incident/clock.ts'
import type { EntryId } from '../../ids.ts'
import type { Entry } from '../../log/entry.ts'
import type { Kind } from '../../log/kinds.ts'
import { chartOf, type ChartRow } from '../../view/chart.ts'
import type { ExportInput } from '../input.ts'
import type { PatientGroup } from '../prepare.ts'
import { moment, narrative, reference, type Element, type Json, type Resource, type ResourceType } from './elements.ts'
import type { Shared } from './shared.ts'
import { uuidOf } from './uuid.ts'

/** A record of the chart with what its resources need to know of it. */
export type Line<K extends Kind = Kind> = Omit<ChartRow, 'entry'> & { readonly entry: Entry<K> }

/**
 * One patient's chart as its resources see it: each record once, in the order it happened, with times as people were shown them
 * (device time plus the offset confirmed when it was written).
 */
export type Scene = {
  readonly group: PatientGroup
  readonly forms: PatientGroup['forms']
  readonly input: Pick<ExportInput, 'createdAt' | 'profile' | 'realm' | 'station'>
  readonly shared: Shared
  readonly who: Who | null
  readonly lines: readonly Line[]
  readonly line: (id: EntryId) => Line | null
  /** Records that answer another one and hold, in the order they happened. */
  readonly answers: (id: EntryId) => readonly Line[]
  readonly patient: Element
  readonly encounter: Element
}

export function encounterId(group: Pick<PatientGroup, 'patient'>): string {
  return uuidOf('encounter', group.patient)
}

export function sceneOf(group: PatientGroup, input: Scene['input'], shared: Shared, clock: ClockOffsets): Scene {
  const byId = new Map<EntryId, Line>()
  const answers = new Map<EntryId, Line[]>()
  for (const row of chartOf(group.patient, group.own, clock).rows) {
    if (byId.has(row.entry.id)) continue // it stands in the journal twice (EXP-11)
    const line: Line = row
    byId.set(row.entry.id, line)
    const asked = row.struck === null ? askedBy(row.entry) : null
    if (asked !== null) answers.set(asked, [...(answers.get(asked) ?? []), line])
  }
  return {
    group, forms: group.forms, input, shared, who: whoOf(group.row),
    lines: [...byId.values()],
    line: (id) => byId.get(id) ?? null,
    answers: (id) => answers.get(id) ?? [],
    patient: reference(group.patient),
    encounter: reference(encounterId(group)),
  }
}

/** The record that this one is about, where a later state is read from the answers. */
function askedBy(entry: Entry): EntryId | null {
  if (entry.kind === 'order-received' || entry.kind === 'order-done' || entry.kind === 'order-stopped') return entry.body.order
  if (entry.kind === 'medicine-given') return 'order' in entry.body.asked ? entry.body.asked.order : null
  if (entry.kind === 'infusion-changed') return entry.body.infusion
  return entry.kind === 'transfusion-ended' ? entry.body.bag : null
}

/** As much of a scene as a record of the ward needs, which is about no patient. */
export type Ground = Pick<Scene, 'forms' | 'input' | 'line' | 'shared'>

/** What a record became: its own resources, and others that it is about. */
export type Made = { readonly resources: readonly Resource[]; readonly about: readonly string[] }
export type Maker<K extends Kind> = (line: Line<K>, scene: Scene) => Made

export const made = (...resources: readonly Resource[]): Made => ({ resources, about: [] })

/** How a record stands: written once, put right by it (its older version is struck), put right by another, or taken back. */
export type Standing = 'plain' | 'amended' | 'superseded' | 'struck'

export function standingOf({ struck, corrects }: Pick<ChartRow, 'struck' | 'corrects'>): Standing {
  if (struck !== null) return struck.replacement === null ? 'struck' : 'superseded'
  return corrects === null ? 'plain' : 'amended'
}

export const isStruck = (line: Pick<ChartRow, 'struck'>): boolean => line.struck !== null

/** Status of an Observation or a DiagnosticReport. What another version replaced was entered in error: neither has a word for "superseded". */
export function resultStatus(line: ChartRowState, plain: 'final' | 'preliminary' = 'final'): string {
  return ({ plain, amended: 'amended', superseded: 'entered-in-error', struck: 'entered-in-error' } as const)[standingOf(line)]
}
type ChartRowState = Pick<ChartRow, 'struck' | 'corrects'>

/** Whoever is answerable: the person typed for, or whoever wrote. */
export function author({ entry }: Pick<Line, 'entry'>, { shared }: Pick<Scene, 'shared'>): Element {
  return shared.person(entry.onBehalfOf ?? entry.by)
}

/** The first resource of an entry bears the entry's id; `part` names a further one. */
export function partId({ entry }: Line, part: string | null): string {
  return part === null ? entry.id : uuidOf(entry.id, part)
}

/** An observation of this record. `part` null: the record's first resource. `said`: what it says for people, where the values do not say it all. */
export function observation(line: Line, scene: Scene, part: string | null, code: Element, { said = [], ...more }: ObservationParts): Resource {
  return {
    type: 'Observation', uuid: partId(line, part),
    body: {
      text: said.length === 0 ? null : narrative(said), status: resultStatus(line), code, subject: scene.patient, encounter: scene.encounter,
      effectiveDateTime: moment(line.entry.at), issued: moment(line.entry.recordedAt), performer: [author(line, scene)], ...more,
    },
  }
}
export type ObservationParts = { readonly said?: readonly string[] } & { readonly [name: string]: Json }

export function resource(type: ResourceType, uuid: string, body: Element): Resource {
  return { type, uuid, body }
}
