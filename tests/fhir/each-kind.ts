import { EntryId } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import { kindNames, kinds, type Kind } from '#domain/log/kinds.ts'
import { aDoctor, anEntry, anImported, anInstant, aNumber, aPatient, entryId, noVitalSigns, patientId } from '#tests/builders.ts'
import { plainCare } from '#tests/care-bodies.ts'

const ids = { order: entryId(0x51), exam: entryId(0x52), treatment: entryId(0x53), dose: entryId(0x54), drip: entryId(0x55), bag: entryId(0x56), report: entryId(0x57), note: entryId(0x58), wrong: entryId(0x59), right: entryId(0x5a), proxy: entryId(0x5b) }

/** One patient with a record of every kind, each answering the one it should; a second one nobody knows, linked to the first; a third who was imported. */
export function eachKind(): readonly Entry[] {
  const given = plainCare['medicine-given']
  const others: readonly Entry[] = [
    aPatient({ number: aNumber(124), naming: { kind: 'unknown', alias: ['サクラ', 'ツバメ'] }, sex: 'male', birth: { kind: 'age-band', from: 40, to: 49 } }, { patient: patientId(2) }),
    anEntry('patient-linked', { patient: patientId(2), body: { to: { kind: 'patient', patient: patientId(1) }, reason: '同じ人' } }),
    aPatient({ number: aNumber(125), mother: patientId(1), way: 'newborn', naming: { kind: 'known', family: '', given: '', familyKana: 'ともしび', givenKana: '' } }, { patient: patientId(3) }),
    anImported(anEntry('note', { patient: patientId(3) })),
    anImported(anEntry('vital-signs', { patient: patientId(3) })),
    anEntry('entry-imported', { patient: patientId(3), body: { ...anImported(anEntry('note')).body, entry: { kind: 'of a later version' } } }),
  ]
  const first: readonly Entry[] = [
    anEntry('incident-told'), anEntry('person-identified'),
    aPatient({ birth: { kind: 'day', on: '1950-03-04' as never }, bed: '301-1', arrival: { from: '灯診療所', sentBy: '', otherNumber: '77', letter: true } }),
    anEntry('identity-claimed', { body: { ...bodyOf('identity-claimed'), hospitalId: '00012345' } }),
    anEntry('order-given', { id: ids.order }),
    anEntry('order-given', { id: ids.exam, by: aDoctor(), body: { ...plainCare['order-given'], category: 'exam', term: 'once', times: [], medicine: null, text: '血算・生化学', urgent: true } }),
    anEntry('order-given', { id: ids.treatment, body: { ...plainCare['order-given'], category: 'pain', term: 'conditional', times: [], condition: 'NRS 4以上', medicine: null, text: '冷罨法' } }),
    anEntry('order-given', { body: { ...plainCare['order-given'], medicine: { drug: 'アムロジピンOD錠5mg', amount: 1, unit: 'tablet', route: 'oral', rate: null, mixedWith: '', isControlled: true }, until: anInstant('2026-11-20T09:00:00.000Z') } }),
    anEntry('order-received', { body: { order: ids.order } }), anEntry('order-received'),
    anEntry('order-done', { body: { order: ids.treatment, due: null, note: '楽になった' } }), anEntry('order-done'),
    anEntry('order-stopped', { body: { order: ids.treatment, reason: '不要' } }), anEntry('order-stopped'),
    anEntry('medicine-given', { id: ids.dose, body: { ...given, asked: { order: ids.order, due: null } }, onBehalfOf: aDoctor() }),
    anEntry('medicine-given', { id: ids.drip, body: { ...given, asked: { without: 'life-saving', words: '' }, drug: '生食500mL', amount: 500, unit: 'mL', route: 'peripheral', rate: { value: 80, unit: 'mL/h' }, byTwo: { aloneBecause: '夜間一人' } } }),
    anEntry('medicine-withheld', { body: { order: ids.order, due: null, because: 'fasting', words: '' } }), anEntry('medicine-withheld'),
    anEntry('infusion-changed', { body: { ...plainCare['infusion-changed'], infusion: ids.drip, change: 'rate', rate: { value: 60, unit: 'mL/h' } } }),
    anEntry('infusion-changed', { at: anInstant('2026-11-20T08:24:00.000Z'), body: { ...plainCare['infusion-changed'], infusion: ids.drip } }),
    anEntry('effect-seen', { body: { dose: ids.dose, effect: '37.8 ℃に下がった' } }),
    anEntry('transfusion-started', { id: ids.bag }),
    anEntry('transfusion-watched', { body: { bag: ids.bag, minutes: 5, fine: true, words: '' } }),
    anEntry('transfusion-ended', { at: anInstant('2026-11-20T09:24:00.000Z'), body: { bag: ids.bag, givenMl: 280, reacted: true, reaction: '発疹' } }),
    anEntry('specimen-taken', { body: { ...plainCare['specimen-taken'], order: ids.exam } }),
    anEntry('exam-reported', { id: ids.report, body: { ...plainCare['exam-reported'], order: ids.exam, lines: [...plainCare['exam-reported'].lines, { item: 'CRP', value: '<0.3', unit: 'mg/dL', range: '', flag: null }], findings: '溶血あり' } }),
    anEntry('critical-called', { body: { ...plainCare['critical-called'], result: ids.report } }), anEntry('critical-called'),
    anEntry('vital-signs', { body: noVitalSigns({ temperatureC: 38.2, pulsePerMin: 96, systolicMmHg: 118, diastolicMmHg: 64, respirationsPerMin: 20, spo2Percent: 95, oxygenLPerMin: 2, jcs: 'I-1', remark: '悪寒' }) }),
    anEntry('vital-signs', { body: noVitalSigns({ systolicMmHg: 118 }) }),
    anEntry('form', { body: { definition: 'observations', version: 1, values: { painNrs: 3, gcsEye: '4', gcsVerbal: 'T', gcsMotor: '6', weightKg: 52.5, heightCm: 160, glucoseMgPerDl: 110 } } }),
    anEntry('form', { body: { definition: 'observations', version: 1, values: { gcsEye: '4', gcsVerbal: '5', gcsMotor: '6' } } }),
    anEntry('form', { body: { definition: 'care', version: 1, values: { what: '創部消毒', where: '右下腿', hygiene: ['bed-bath'] } } }),
    anEntry('form', { body: { definition: 'summary', version: 1, values: { diagnosis: '肺炎', course: '改善' } } }),
    anEntry('form', { body: { definition: 'consent', version: 1, values: { explained: '輸血の説明', answer: 'agreed' } } }),
    anEntry('allergy-stated', { body: { state: 'present', substances: [{ substance: 'ペニシリン', reaction: '発疹' }, { substance: 'そば', reaction: '' }], source: '家族' } }),
    anEntry('allergy-stated', { body: { state: 'unconfirmed' } }),
    anEntry('stay-changed', { at: anInstant('2026-11-20T07:30:00.000Z'), body: { change: 'discharged', to: '自宅', mobility: 'walking', handedOver: '家族', note: '' } }),
    anEntry('note', { id: ids.wrong, body: { text: '右足を痛がる' } }),
    anEntry('note', { id: ids.right, body: { text: '左足を痛がる' } }),
    anEntry('entry-struck', { body: { struck: ids.wrong, reason: '左右の誤り', replacement: ids.right } }),
    anEntry('vital-signs', { id: ids.note, body: noVitalSigns({ temperatureC: 39 }) }),
    anEntry('entry-struck', { body: { struck: ids.note, reason: '別の患者' } }),
    anEntry('entry-struck'),
    anEntry('note', { id: ids.proxy, onBehalfOf: aDoctor() }),
    anEntry('proxy-approved', { by: aDoctor(), body: { approved: ids.proxy } }),
    anEntry('outside-usual', { body: { entry: ids.order, reason: 'nobody-else', words: '' } }),
    anEntry('controlled-moved'),
  ]
  const there = new Set<Kind>([...first, ...others].map(({ kind }) => kind))
  const rest = kindNames.filter((kind) => !there.has(kind)).map((kind) => anEntry(kind, kind === 'patient-moved' ? { at: anInstant('2026-11-20T07:26:00.000Z') } : {}))
  return [...first, ...rest, ...others]
}

function bodyOf<K extends Kind>(kind: K): BodyOf<K> {
  return anEntry(kind).body as BodyOf<K> // an entry of that kind
}

/** Each strikable record of a list with a line through it. */
export function allStruck(entries: readonly Entry[]): readonly Entry[] {
  const strikes = entries.filter(({ kind, patient }) => kinds[kind].strikable && patient !== null).map(({ id, patient }) => anEntry('entry-struck', { patient, body: { struck: EntryId.parse(id), reason: '取消' } }))
  return [...entries, ...strikes]
}
