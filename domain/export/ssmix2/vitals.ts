import type { BodyOf } from '../../log/kinds.ts'
import type { ExportInput } from '../input.ts'
import { orderNumber, type Counted } from './counted.ts'
import { digits, escaped, segment, type Say } from './er7.ts'
import { noDepartment, patient, personOf, visit, type Visit } from './segments.ts'
import { visitNow, type StoredMessage } from './standard.ts'
import { foldersOf, type StoragePatient } from './storage-id.ts'

/**
 * Vital signs for the extended storage: ORU^R30, one file a day, its key the day (NHO SSMIX2_support_documents, vital_sign_def.md
 * and its sample). Codes of the five measures and their units are NHO's; temperature has sixteen digits there, and here.
 * Oxygen and consciousness have no code in that table and go by names of ours. Rule SSMIX-6.
 */
const kind = 'L-OBSERVATIONS^OBSERVATIONS^99ZL01'

type Measure = { readonly code: string; readonly unit: string; readonly of: (body: BodyOf<'vital-signs'>) => number | null }

const measures: readonly Measure[] = [
  { code: '9A761000000000001^拡張期血圧（1回目）^JC10', unit: 'mm(hg)^mmHg^ISO+', of: (body) => body.diastolicMmHg },
  { code: '9A751000000000001^収縮期血圧（1回目）^JC10', unit: 'mm(hg)^mmHg^ISO+', of: (body) => body.systolicMmHg },
  { code: '9P300000000000001^脈拍（測定部位記載なし、または不明）^JC10', unit: '(hb)^回／１分^ISO+', of: (body) => body.pulsePerMin },
  { code: '9P200000000000001^呼吸数^JC10', unit: '/min^回／１分^ISO+', of: (body) => body.respirationsPerMin },
  { code: '9P10000000000001^体温（体温計による腋窩（記載なしを含む））^JC10', unit: 'cel^℃^ISO+', of: (body) => body.temperatureC },
  { code: 'SPO2^経皮的動脈血酸素飽和度^99TMS', unit: '%^%^99TMS', of: (body) => body.spo2Percent },
  { code: 'O2^酸素流量^99TMS', unit: 'L/min^L/min^99TMS', of: (body) => body.oxygenLPerMin },
]

/** A patient's measured days, one message each. */
export function vitalMessages(of: StoragePatient, records: readonly Counted[], input: ExportInput): readonly StoredMessage[] {
  const days = new Map<string, VitalRecord[]>()
  const dayOfHour = new Map<string, string>() // a day of Japan begins at a full hour; ten thousand values are of a few hundred hours
  for (const record of records) {
    if (record.entry.kind !== 'vital-signs') continue
    const hour = record.entry.at.slice(0, 13)
    const day = dayOfHour.get(hour) ?? digits(record.entry.at, 8)
    dayOfHour.set(hour, day)
    const own = days.get(day)
    if (own === undefined) days.set(day, [{ ...record, entry: record.entry }])
    else own.push({ ...record, entry: record.entry })
  }
  const now = visitNow(of, records, input)
  return [...days].map(([day, own]) => dayMessage(of, day, own, { input, now }))
}

type VitalRecord = Counted & { readonly entry: Extract<Counted['entry'], { readonly kind: 'vital-signs' }> }

function dayMessage(of: StoragePatient, day: string, own: readonly VitalRecord[], { input, now }: { readonly input: ExportInput; readonly now: Visit }): StoredMessage {
  // With the station in it: two stations that measured on one day do not replace each other's file.
  const key = orderNumber(input.profile.letters, Number(day))
  const content = `${of.id}_${day}_${kind}_${key}_${digits(input.createdAt, 17)}_${noDepartment}_1`
  return {
    name: `ssmix2/extended/${foldersOf(of.id)}/${day}/${kind}/${content}/main_document.hl7`,
    seq: null,
    type: { code: 'ORU^R30', structure: 'ORU_R30' },
    segments: (say) => [
      patient(of, input, own.reduce((last, { entry }) => (entry.recordedAt > last ? entry.recordedAt : last), of.row.registered.recordedAt), say),
      visit({ ...now, bed: null }, say), // the bed of that hour stands in ADT-42
      segment('ORC', { 1: 'SC', 2: key, 5: 'CM', 9: digits(input.createdAt, 14) }),
      segment('OBR', { 1: '1', 2: key, 4: '01^バイタル^99TMS', 7: day }),
      ...numbered(own.flatMap((record) => observations(record, say))),
    ],
  }
}

type Observation = { readonly type: 'NM' | 'ST'; readonly code: string; readonly value: string; readonly unit: string; readonly at: string; readonly by: string }

/** What was taken, each value once; in the order of the chart. */
function observations({ entry: { body, at, by } }: VitalRecord, say: Say): readonly Observation[] {
  const common = { at: digits(at, 14), by: personOf(by, say) }
  const numbers = measures.flatMap(({ code, unit, of }): readonly Observation[] => {
    const value = of(body)
    return value === null ? [] : [{ type: 'NM', code, value: String(value), unit, ...common }]
  })
  const texts: readonly Observation[] = [
    ...(body.jcs === null ? [] : [{ type: 'ST', code: 'JCS^意識レベル（JCS）^99TMS', value: escaped(body.jcs), unit: '', ...common } as const]),
    ...(body.remark.trim() === '' ? [] : [{ type: 'ST', code: 'REMARK^備考^99TMS', value: say('備考', body.remark), unit: '', ...common } as const]),
  ]
  return [...numbers, ...texts]
}

function numbered(all: readonly Observation[]): readonly string[] {
  return all.map(({ type, code, value, unit, at, by }, index) => segment('OBX', { 1: String(index + 1), 2: type, 3: code, 5: value, 6: unit, 11: 'F', 14: at, 16: by }))
}
