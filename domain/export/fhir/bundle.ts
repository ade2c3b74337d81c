import { correctedEntry, type ClockOffsets } from '../../incident/clock.ts'
import type { EntryId, PatientId, Sha256 } from '../../ids.ts'
import type { Entry } from '../../log/entry.ts'
import { isLate } from '../../view/chart.ts'
import type { Realm } from '../../realm.ts'
import type { ExportedEntry, ExportInput } from '../input.ts'
import type { PatientGroup } from '../prepare.ts'
import type { TableContext } from '../tables.ts'
import { neverAsked } from './allergy.ts'
import { instanceSystem, tidy, type Element, type Resource, type ResourceType } from './elements.ts'
import { encounterResource } from './encounter.ts'
import { madeOf } from './makers.ts'
import { patientResource } from './patient.ts'
import { controlledMoved } from './observations.ts'
import { provenance, spokenOf } from './provenance.ts'
import { sceneOf, type Ground, type Line, type Scene } from './scene.ts'
import type { Shared } from './shared.ts'

/** What all bundles of an export have in common. */
export type World = {
  readonly input: Pick<ExportInput, 'createdAt' | 'entries' | 'identifierSystem' | 'profile' | 'realm' | 'station'>
  readonly shared: Shared
  /** The shared resources by their UUID. */
  readonly common: ReadonlyMap<string, Resource>
  /** What was confirmed of the device's clock: resources bear the times people were shown. */
  readonly clock: ClockOffsets
  readonly patients: ReadonlyMap<PatientId, PatientGroup>
  readonly struck: TableContext['struck']
  readonly forms: PatientGroup['forms']
}

/** Everything of one patient: who, the stay, and of each record its resources and its Provenance. */
export function* patientResources(group: PatientGroup, { input, shared, clock, patients }: World): Generator<Resource> {
  const scene = sceneOf(group, input, shared, clock)
  const heads = headsOf(group.own)
  yield patientResource(group, input, shared, patients)
  yield encounterResource(scene)
  yield* neverAsked(scene)
  for (const line of scene.lines) {
    const own = madeOf(line, scene)
    yield* own.resources
    yield provenance(line, scene, own, heads.get(line.entry.id) ?? null, over(line, scene))
  }
}

/** What the record that a line speaks of became; the patient, where that record is not in this chart. */
function over(line: Line, scene: Scene): readonly string[] {
  const spoken = spokenOf(line)
  const target = spoken === null ? null : scene.line(spoken)
  const became = target === null || spokenOf(target) !== null ? null : madeOf(target, scene)
  const uuids = became === null ? [] : became.resources.length > 0 ? became.resources.map(({ uuid }) => uuid) : became.about
  return uuids.length > 0 ? uuids : [scene.group.patient]
}

/** What patients have in common, and the ward's own records of care: the narcotics in its safe. */
export function* sharedResources({ input, shared, clock, struck, forms }: World): Generator<Resource> {
  yield* shared.resources
  const ground: Ground = { forms, input, shared, line: () => null }
  const seen = new Set<EntryId>()
  for (const { seq, head, entry } of input.entries) {
    if (!isOfTheSafe(entry) || seen.has(entry.id)) continue
    seen.add(entry.id)
    const line: Line<'controlled-moved'> = { seq, entry: correctedEntry(entry, seq, clock), origin: null, form: null, late: isLate(entry), struck: struck.get(entry.id) ?? null, version: 1, corrects: null, approved: null, outside: null }
    const made = controlledMoved(line, ground)
    yield* made.resources
    yield provenance(line, ground, made, head, [])
  }
}

const isOfTheSafe = (entry: Entry): entry is Entry<'controlled-moved'> => entry.kind === 'controlled-moved'

function headsOf(own: readonly ExportedEntry[]): ReadonlyMap<EntryId, Sha256> {
  const heads = new Map<EntryId, Sha256>()
  for (const { entry, head } of own) if (!heads.has(entry.id)) heads.set(entry.id, head)
  return heads
}

/** One resource in a bundle, as its line. `isOwn` false: it is told in another bundle too, and counted there. */
export type BundleEntry = { readonly type: ResourceType; readonly isOwn: boolean; readonly line: string }

/**
 * The entries of a patient's bundle. What the resources refer to of others, the hospital, people, a linked registration, is in
 * it too, so that every reference leads somewhere within the bundle, in whatever order bundles are sent.
 */
export function* patientEntries(group: PatientGroup, world: World): Generator<BundleEntry> {
  const isOther = (uuid: string): boolean => uuid !== group.patient && (world.common.has(uuid) || world.patients.has(uuid as PatientId)) // asked, not trusted
  const wanted = new Set<string>()
  const told = (one: Resource, isOwn: boolean): BundleEntry => {
    const line = entryLine(one, world.input.realm)
    for (const [, uuid = ''] of line.matchAll(/"urn:uuid:([0-9a-f-]{36})"/g)) if (isOther(uuid)) wanted.add(uuid)
    return { type: one.type, isOwn, line }
  }
  for (const one of patientResources(group, world)) yield told(one, true)
  for (const uuid of wanted) { // grows while it is walked: what was taken in refers to others in its turn
    const other = otherOf(uuid, world)
    if (other !== null) yield told(other, false)
  }
}

export function* sharedEntries(world: World): Generator<BundleEntry> {
  for (const one of sharedResources(world)) yield { type: one.type, isOwn: true, line: entryLine(one, world.input.realm) }
}

function otherOf(uuid: string, { common, input, patients, shared }: World): Resource | null {
  const group = patients.get(uuid as PatientId) // asked, not trusted
  return group === undefined ? (common.get(uuid) ?? null) : patientResource(group, input, shared, patients)
}

/** What a bundle held when it was last written: its entries, and by type the resources that are told in no other. */
export type BundleCount = { records: number; own: Partial<Record<ResourceType, number>> }

/**
 * A transaction with one line of JSON an entry, so that counting lines counts entries. Each resource is created unless one with
 * its UUID is there (`ifNoneExist`): delivered twice, it is there once. Counted into `count` as they are written: making each
 * resource only to count it would take half of an export's time.
 */
export function* bundlePieces(entries: Iterable<BundleEntry>, count: BundleCount): Generator<string> {
  count.records = 0
  count.own = {}
  let before = '{"resourceType":"Bundle","type":"transaction","entry":[\n'
  for (const { type, isOwn, line } of entries) {
    count.records += 1
    if (isOwn) count.own[type] = (count.own[type] ?? 0) + 1
    yield before + line
    before = ',\n'
  }
  yield '\n]}\n'
}

/** Lines of a bundle that are no entries: its first and its last. */
export const bundleLines = 2

/** Of a drill or a demonstration: test data, in HL7's own word for it. */
const testData: Element = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST', display: 'test health data' }

function entryLine({ type, uuid, body }: Resource, realm: Realm): string {
  const { meta = null, identifier = null, ...rest } = body
  const isTagged = type === 'Provenance'
  const instance = { system: instanceSystem, value: uuid }
  const whole = {
    resourceType: type,
    meta: { ...(meta as Element | null), security: realm === 'real' ? [] : [testData], tag: isTagged ? [{ system: instanceSystem, code: uuid }] : [] }, // meta is an element wherever a maker gives one
    identifier: isTagged ? [] : [instance, ...(Array.isArray(identifier) ? (identifier as readonly Element[]) : [])],
    ...rest,
  }
  const ifNoneExist = `${isTagged ? '_tag' : 'identifier'}=${instanceSystem}|${uuid}`
  return JSON.stringify({ fullUrl: `urn:uuid:${uuid}`, request: { method: 'POST', url: type, ifNoneExist }, resource: tidy(whole) })
}
