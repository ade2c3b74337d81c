import { kinds } from '../../log/kinds.ts'
import type { Words } from '../../patient/wareki.ts'
import { both } from '../words.ts'
import { coded, jpProfile, moment, plainText, reference, type Element, type Resource } from './elements.ts'
import { saidOf } from './said.ts'
import { author, partId, resource, standingOf, type Line, type Scene } from './scene.ts'

/** LOINC of the documents that have one beyond doubt (those a national hospital group files its own by). */
const documentCodes: Partial<Record<string, string>> = { note: '11506-3', soap: '11506-3', dar: '11506-3', visit: '34108-1', summary: '18842-5' }

const docStatus = { plain: 'final', amended: 'amended', superseded: 'final', struck: 'entered-in-error' } as const
const status = { plain: 'current', amended: 'current', superseded: 'superseded', struck: 'entered-in-error' } as const

/** A record as a text for people: what has no resource of its own, and what a form says in its own order. */
export function document(line: Line, scene: Scene, { part = null, title = kinds[line.entry.kind].label, code = line.entry.kind }: { readonly part?: string | null; readonly title?: Words; readonly code?: string } = {}): Resource {
  const standing = standingOf(line)
  const loinc = documentCodes[code]
  const type = coded(both(title), ...(loinc === undefined ? [] : [['http://loinc.org', loinc] as const]))
  return resource('DocumentReference', partId(line, part), {
    meta: jpProfile('JP_DocumentReference'), status: status[standing], docStatus: docStatus[standing], type, subject: scene.patient, date: moment(line.entry.recordedAt), author: [author(line, scene)],
    custodian: scene.shared.hospital, relatesTo: replaces(line, part), description: both(title),
    content: [{ attachment: { ...plainText(saidOf(line, scene).join('\n') || both(title)), title: both(title), creation: moment(line.entry.recordedAt) } }],
    context: { encounter: [scene.encounter], period: { start: moment(line.entry.at) } },
  })
}

function replaces(line: Line, part: string | null): readonly Element[] {
  return line.corrects === null ? [] : [{ code: 'replaces', target: reference(partId({ ...line, entry: { ...line.entry, id: line.corrects } }, part)) }]
}
