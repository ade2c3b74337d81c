import { plainCare } from './care-bodies.ts'
import { EntryId, IncidentId, PatientId, Sha256, StaffNumber, StationId } from '#domain/ids.ts'
import type { Entry, Standing } from '#domain/log/entry.ts'
import { kinds, type BodyOf, type Kind } from '#domain/log/kinds.ts'
import type { Person } from '#domain/log/person.ts'
import { StationLetters, wardNumber, type WardNumber } from '#domain/number/ward-number.ts'
import type { Hand } from '#domain/ports.ts'
import { Instant, instantOf, millisecondsOf } from '#domain/time.ts'

/**
 * Builders for tests: everything has a plain value, and a test names only what it is about.
 * All names and numbers are invented. Two runs build the same things.
 */

/** The n-th id of a test, in the form of a UUIDv7. */
export function testId(n: number): string {
  const hex = n.toString(16).padStart(12, '0')
  return `01934f00-0000-7000-8000-${hex}`
}

export const entryId = (n: number): EntryId => EntryId.parse(testId(n))
export const patientId = (n: number): PatientId => PatientId.parse(testId(0xa00000000000 + n))
export const anInstant = (text = '2026-11-20T07:24:00.000Z'): Instant => Instant.parse(text)
export const aHash = (digit = 'a'): Sha256 => Sha256.parse(digit.repeat(64))
export const letters = (text = 'AF'): StationLetters => StationLetters.parse(text)
export const aNumber = (count = 123): WardNumber => wardNumber('real', letters(), count)

export function aNurse(over: Partial<Person> = {}): Person {
  return { staffNumber: StaffNumber.parse('N-1042'), name: '試験 看護', profession: 'nurse', ...over }
}

export function aDoctor(over: Partial<Person> = {}): Person {
  return { staffNumber: StaffNumber.parse('D-0077'), name: '試験 医師', profession: 'doctor', ...over }
}

/** Who works where. */
export function aStanding(over: Partial<Standing> = {}): Standing {
  return {
    realm: 'real',
    incident: IncidentId.parse(testId(0xb00000000001)),
    station: StationId.parse(testId(0xc00000000001)),
    account: 3,
    by: aNurse(),
    onBehalfOf: null,
    ...over,
  }
}

/** Pseudo-random numbers below 2^32 from a seed (mulberry32): chance that is the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

export type TestHand = Hand & {
  readonly setClock: (to: string) => void
  /** The clock may also go backwards. */
  readonly advance: (milliseconds: number) => void
}

/** A hand whose clock stands until the test moves it, and whose ids and chance are the same in every run. */
export function aHand(over: { readonly at?: string; readonly seed?: number } = {}): TestHand {
  let now = millisecondsOf(anInstant(over.at ?? '2026-11-20T07:24:00.000Z'))
  const next = seeded(over.seed ?? 1)
  let ids = (over.seed ?? 1) * 1_000_000
  return {
    now: () => instantOf(now),
    newId: () => testId((ids += 1)),
    random: (length) => Uint8Array.from({ length }, () => next() & 0xff),
    setClock: (to) => {
      now = millisecondsOf(anInstant(to))
    },
    advance: (milliseconds) => {
      now += milliseconds
    },
  }
}

const plainBodies: { readonly [K in Kind]?: BodyOf<K> } = {
  'patient-registered': {
    number: aNumber(),
    naming: { kind: 'known', family: '灯', given: '花子', familyKana: 'トモシビ', givenKana: 'ハナコ' },
    sex: 'female',
    birth: { kind: 'unknown' },
    bed: null,
    features: '',
    way: 'form',
    mother: null, arrival: null,
  },
  'patient-described': { sex: 'male', birth: { kind: 'estimated-age', years: 40 }, features: '青い上着' },
  'identity-claimed': { naming: { kind: 'known', family: '灯', given: '一郎', familyKana: 'トモシビ', givenKana: 'イチロウ' }, sex: 'male', birth: { kind: 'unknown' }, hospitalId: null, how: 'patient-said', from: null, note: '' },
  'identity-verified': { claim: null, second: { staffNumber: aDoctor().staffNumber, name: aDoctor().name }, how: 'document' },
  'patient-linked': { to: { kind: 'hospital', hospitalId: '00012345', from: null }, reason: '診察券と一致' },
  'photo-taken': { file: aHash('b'), bytes: 40_000, of: 'face', caption: '' },
  'insurance-stated': { kind: 'employee', insurer: '', symbol: '', number: '', branch: '', workplace: '灯製作所', address: '', phone: '', waivers: [] },
  'stay-changed': { change: 'admitted', to: '', mobility: 'assisted', handedOver: '', note: '' },
  'care-needs-stated': { mobility: 'stretcher', isolation: [], note: '' },
  'death-confirmed': { doctor: '試験 医師', cause: '', note: '' },
  'patient-sent': { to: '西4病棟', file: aHash('c'), entries: 3 },
  'continuity-made': { sha256: aHash('d'), bytes: 1000, patients: 1, records: 3, medium: '/media/usb', protection: { way: 'code' } },
  'patient-moved': { bed: '301-1' },
  'records-taken-in': { way: 'export', file: aHash('e'), from: { station: StationId.parse(testId(0xc00000000002)), letters: letters('FA'), incident: IncidentId.parse(testId(0xb00000000002)), hospital: '架空総合病院', ward: '西4病棟' }, madeAt: anInstant(), exportNo: 1, signingKey: null, entries: 3, conflicts: [], moreConflicts: 0 },
  'allergy-stated': { state: 'none', source: '本人' },
  'triage-decided': { method: 'tag', ruleSet: null, values: null, who: null, suggested: null, decided: 'II', overrideReason: '', place: '', organisation: '', job: 'nurse', tagNumber: '', tagReplaced: false, note: '' },
  'vital-signs': noVitalSigns({ temperatureC: 36.5 }),
  note: { text: '変わりなし' },
  'entry-struck': { struck: entryId(1), reason: '別の患者' },
  'chart-opened': { via: 'board' },
  'incident-told': { reasonCode: 'earthquake', story: '', opener: aNurse(), decidedBy: '', clockOffsetMs: 0, rosterOverride: null, effects: [], ladder: null, decider: null, witness: null },
  'person-identified': { person: aNurse(), vouchedBy: null, organisation: '' },
  'proxy-approved': { approved: entryId(1) },
  'outside-usual': { entry: entryId(1), reason: 'asked', words: '' },
  countersigned: { entry: entryId(1) },
  'draft-taken-over': { draft: entryId(1), from: aNurse().staffNumber },
  'sheet-printed': { form: 'poster', serials: [], sheets: 1, patient: null },
  'numbers-set-aside': { letters: letters(), first: 7, last: 12 },
  'numbers-voided': { letters: letters(), first: 7, last: 7, reason: 'lost', words: '' },
  'export-made': { sha256: aHash(), bytes: 1, entries: 1, recipients: 1 },
  'clock-confirmed': { offsetMs: 0, why: 'checked', second: null, aloneBecause: '' },
  'chronology-line': { from: '', to: '', means: 'spoken', lineKind: 'information', content: '自家発電に切り替わった' },
  'ward-line-struck': { struck: entryId(1), reason: '重複' },
  'stood-down': { decidedBy: '副院長', steps: [{ step: '紙を集めた', isDone: true }], reason: '' },
  'hand-over-signed': { lastDose: '18:00 抗菌薬', nextDue: '', pumps: 'なし', note: '', takenOverBy: '試験 看護', takenOverAt: anInstant() },
  'incident-reported': { found: '11/18 14:40', stopped: '電子カルテ', scope: '', personalData: 'unknown', actions: '', reports: [] },
  form: { definition: 'oral-care', version: 1, values: { done: true } },
  'form-extended': { definition: 'observations', version: 2, fields: [{ name: 'ownGirth', label: '下腿周囲', type: 'number', unit: 'cm', least: 5, most: 80, options: [] }] },
  ...plainCare,
}

/** A set of vital signs in which only the named ones were taken. */
export function noVitalSigns(over: Partial<BodyOf<'vital-signs'>> = {}): BodyOf<'vital-signs'> {
  return {
    temperatureC: null, pulsePerMin: null, systolicMmHg: null, diastolicMmHg: null,
    respirationsPerMin: null, spo2Percent: null, oxygenLPerMin: null, jcs: null, remark: '', ...over,
  }
}

let entries = 0x100000

/** An entry of a kind: `anEntry('note', { body: { text: '…' } })`. Its id is fresh unless named; `recordedAt` follows `at`. */
export function anEntry<K extends Kind>(kind: K, over: Partial<Entry<K>> = {}): Entry<K> {
  const at = over.at ?? anInstant()
  const body = plainBodies[kind]
  if (body === undefined && over.body === undefined) throw new Error(`Give a body for ${kind}`)
  entries += 1
  const entry = {
    ...aStanding(),
    id: entryId(entries),
    kind,
    patient: kinds[kind].about === 'ward' ? null : patientId(1),
    at,
    recordedAt: at,
    body,
    v: 1,
    after: { head: aHash(), n: 1 },
    ...over,
  }
  return entry as unknown as Entry<K> // a spread of Partial<Entry<K>> forgets which member of the union it is
}

/** An entry of station FA as it stands in this one's journal, under its own id. */
export function anImported(inner: Entry, over: Partial<Entry<'entry-imported'>> = {}): Entry<'entry-imported'> {
  const origin = { station: StationId.parse(testId(0xc00000000002)), letters: letters('FA'), incident: IncidentId.parse(testId(0xb00000000002)), seq: 7, clockOffsetMs: 0 }
  return anEntry('entry-imported', { id: inner.id, patient: inner.patient, at: inner.recordedAt, body: { origin, file: aHash('d'), entry: { ...inner }, form: null, photo: null }, ...over })
}

/** The registration of a patient: `aPatient({ birth: { kind: 'unknown' } }, { patient: patientId(2) })`. */
export function aPatient(
  over: Partial<BodyOf<'patient-registered'>> = {},
  entry: Partial<Entry<'patient-registered'>> = {},
): Entry<'patient-registered'> {
  const plain = anEntry('patient-registered', entry)
  return { ...plain, body: { ...plain.body, ...over } }
}
