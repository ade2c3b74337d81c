import type { EntryId, Sha256 } from '../../ids.ts'
import { kinds } from '../../log/kinds.ts'
import { both } from '../words.ts'
import { coded, moment, narrative, reference, text, type Element, type Resource } from './elements.ts'
import { saidOf } from './said.ts'
import { resource, standingOf, type Ground, type Line, type Made } from './scene.ts'
import { uuidOf } from './uuid.ts'

const participant = (code: 'author' | 'enterer' | 'verifier' | 'attester' | 'assembler', words: string): Element => coded(words, ['http://terminology.hl7.org/CodeSystem/provenance-participant-type', code])
const activity = (code: 'CREATE' | 'UPDATE' | 'NULLIFY'): Element => coded('', ['http://terminology.hl7.org/CodeSystem/v3-DataOperation', code])

/**
 * Who wrote a record down, for whom, when and on which station, over everything the record became. It names the record by the
 * hash of its frame in the journal, so that each resource leads back to a line of log/events.ndjson. `over`: what it is about,
 * where it made nothing; never empty then.
 */
export function provenance(line: Line, ground: Ground, { resources, about }: Made, head: Sha256 | null, over: readonly string[]): Resource {
  const { entry, origin, approved } = line
  const { shared } = ground
  const targets = [...resources.map(({ uuid }) => uuid), ...about]
  const standing = standingOf(line)
  return resource('Provenance', provenanceId(entry.id), {
    text: narrative([both(kinds[entry.kind].label), ...(resources.length > 0 ? [] : saidOf(line, ground)), ...(line.late ? ['遅延記載 late entry'] : [])]),
    target: [...new Set(targets.length === 0 ? over : targets)].map((uuid) => reference(uuid)),
    occurredDateTime: moment(entry.at), recorded: moment(entry.recordedAt),
    activity: activity(entry.kind === 'entry-struck' ? 'NULLIFY' : standing === 'amended' || resources.length === 0 ? 'UPDATE' : 'CREATE'),
    reason: reasonOf(line),
    agent: [
      { type: participant('author', '記載の責任者 answerable'), who: shared.person(entry.onBehalfOf ?? entry.by) },
      { type: participant('enterer', '入力者 entered by'), who: shared.person(entry.by), onBehalfOf: entry.onBehalfOf === null ? null : shared.person(entry.onBehalfOf) },
      ...(approved === null ? [] : [{ type: participant('attester', '代行の承認 approved'), who: shared.person(approved.by) }]),
      { type: participant('assembler', '端末 station'), who: shared.device(origin?.station ?? ground.input.station) },
    ],
    entity: [
      { role: 'source', what: { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${entry.id}` }, display: `log/events.ndjson №${line.seq}` } },
      ...(head === null ? [] : [{ role: 'source', what: { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:sha256:${head}` }, display: '記録の連鎖の要約値 chain head of the record' } }]),
      ...(line.corrects === null ? [] : [{ role: 'revision', what: { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${line.corrects}` }, display: '訂正前の記録 the version before' } }]),
    ],
  })
}

/** Provenance has no identifier in R4: it is found again by this id in a tag. */
export function provenanceId(entry: EntryId): string {
  return uuidOf('provenance', entry)
}

function reasonOf({ entry }: Line): readonly Element[] {
  const reason = entry.kind === 'entry-struck' || entry.kind === 'order-stopped' || entry.kind === 'patient-linked' ? entry.body.reason : ''
  return reason.trim() === '' ? [] : [text(reason)]
}

/** The record that this one speaks about, where it makes nothing of its own. */
export function spokenOf({ entry }: Line): EntryId | null {
  if (entry.kind === 'entry-struck') return entry.body.struck
  if (entry.kind === 'proxy-approved') return entry.body.approved
  return entry.kind === 'outside-usual' ? entry.body.entry : null
}
