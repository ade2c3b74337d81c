import { correctedEntry } from '../../incident/clock.ts'
import type { Entry } from '../../log/entry.ts'
import { kinds } from '../../log/kinds.ts'
import { staffOf } from '../../log/public-event.ts'
import { instantOf } from '../../time.ts'
import { asWritten } from '../../transfer/unwrap.ts'
import type { AuditEvent, ExportedEntry } from '../input.ts'
import { sayEntry } from '../say-entry.ts'
import { stableJson } from '../stable-json.ts'
import type { TableContext } from '../tables.ts'
import { both } from '../words.ts'
import { absentExtension, instanceSystem, moment, narrative, ownSystem, tidy, type Element } from './elements.ts'
import type { World } from './bundle.ts'
import { places } from './makers.ts'
import { staffIdentifier } from './shared.ts'
import { uuidOf } from './uuid.ts'

/** Is this record a trace of an act: a chart opened, a sheet printed, the glass broken? */
export function isTrace({ entry }: ExportedEntry): boolean {
  return places[asWritten(entry).entry.kind] === 'audit'
}

const dicom = 'http://dicom.nema.org/resources/ontology/DCM'
const applicationActivity = ['110100', 'Application Activity'] as const
const types: { readonly [K in Entry['kind']]?: readonly [code: string, display: string] } = { 'chart-opened': ['110110', 'Patient Record'], 'sheet-printed': ['110106', 'Export'], 'export-made': ['110106', 'Export'], 'incident-told': ['110127', 'Emergency Override Started'], 'stood-down': ['110138', 'Emergency Override Stopped'] }

/**
 * One trace as an AuditEvent on a line. They stand apart from the bundles: an audit repository takes them, no clinical server
 * does. They name people and patients by number and are read alone.
 */
export function traceLine({ seq, entry: recorded }: ExportedEntry, world: World, numbers: TableContext['numbers']): string {
  const { entry } = asWritten(correctedEntry(recorded, seq, world.clock))
  const number = entry.patient === null ? null : (numbers.get(entry.patient) ?? null)
  const said = sayEntry({ entry, placeOf: () => null }).map(({ label, text }) => (label === null ? text : `${both(label)}: ${text}`))
  const [code, display] = types[entry.kind] ?? applicationActivity
  return line(world, uuidOf('audit', entry.id), {
    text: narrative([both(kinds[entry.kind].label), ...said]), type: { system: dicom, code, display }, subtype: [{ system: ownSystem('CodeSystem/audit'), code: entry.kind, display: both(kinds[entry.kind].label) }],
    action: entry.kind === 'chart-opened' ? 'R' : 'E', recorded: moment(entry.recordedAt), outcome: '0', agent: [agent(entry.by.staffNumber, entry.by.name, world)],
    entity: entry.patient === null ? [] : [{ what: { type: 'Patient', identifier: number === null ? { system: instanceSystem, value: entry.patient } : { system: ownSystem('IdSystem/ward-number'), value: number } } }],
  })
}

/** What the machine itself recorded: codes and staff numbers, no free text. */
export function eventLine({ journal, seq, wallMs, event }: AuditEvent, world: World): string {
  const staff = staffOf(event)
  const isDate = wallMs > -62_000_000_000_000 && wallMs < 250_000_000_000_000
  return line(world, uuidOf('audit', world.input.station, journal, String(seq)), {
    text: narrative([event.event, stableJson(event)]), type: { system: dicom, code: applicationActivity[0], display: applicationActivity[1] }, subtype: [{ system: ownSystem('CodeSystem/audit'), code: event.event }],
    action: 'E', ...(isDate ? { recorded: moment(instantOf(wallMs)) } : { _recorded: absentExtension('unknown') }), outcome: '0',
    agent: [staff === null ? { who: device(world), requestor: false } : agent(staff, null, world)],
  })
}

function agent(staffNumber: string, name: string | null, { input }: World): Element {
  return { who: { type: 'Practitioner', identifier: staffIdentifier(staffNumber, input.profile.hospital), display: name }, requestor: true }
}

function device({ input }: World): Element {
  return { type: 'Device', identifier: { system: instanceSystem, value: input.station }, display: `灯 Tomoshibi ${input.profile.letters}` }
}

function line(world: World, uuid: string, body: Element): string {
  const realm = world.input.realm === 'real' ? [] : [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }]
  const whole = { resourceType: 'AuditEvent', id: uuid, meta: { security: realm }, ...body, source: { site: `${world.input.profile.hospital} ${world.input.profile.ward}`, observer: device(world), type: [coding('4', 'Application Server')] } }
  return `${JSON.stringify(tidy(whole))}\n`
}

const coding = (code: string, display: string): Element => ({ system: 'http://terminology.hl7.org/CodeSystem/security-source-type', code, display })
