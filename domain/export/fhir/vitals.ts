import { news2 } from '../../score/news2.ts'
import { isSaidPregnant } from '../../triage/pregnancy.ts'
import { vitalFields, type NumberVital } from '../../record/vital-fields.ts'
import { tokyoDateOf } from '../../time.ts'
import { leastYears } from '../../triage/suggest.ts'
import { absent, coded, jpProfile, ownSystem, quantity, reference, text, type Element, type Resource } from './elements.ts'
import { made, observation, type Maker } from './scene.ts'

type Vital = { readonly words: string; readonly loinc: readonly string[]; readonly medis: string | null; readonly jlac: string | null; readonly unit: string; readonly ucum: string }

/**
 * Codes of a vital sign: ours, the MEDIS nursing key, LOINC as the R4 profiles ask for it, and JLAC10 for the six items that have
 * one (source: JP Core of 2023-08 and the vital-sign document of the National Hospital Organization, 2021-12-28).
 */
const vitals = {
  temperatureC: { words: '体温 Body temperature', loinc: ['8310-5'], medis: '31001368', jlac: '9P100000000000001', unit: 'Cel', ucum: 'Cel' },
  pulsePerMin: { words: '脈拍 Pulse', loinc: ['8867-4'], medis: '31001390', jlac: '9P300000000000001', unit: '/min', ucum: '/min' },
  systolicMmHg: { words: '収縮期血圧 Systolic', loinc: ['8480-6'], medis: '31001848', jlac: '9A751000000000001', unit: 'mmHg', ucum: 'mm[Hg]' },
  diastolicMmHg: { words: '拡張期血圧 Diastolic', loinc: ['8462-4'], medis: '31001849', jlac: '9A761000000000001', unit: 'mmHg', ucum: 'mm[Hg]' },
  respirationsPerMin: { words: '呼吸数 Respirations', loinc: ['9279-1'], medis: '31001369', jlac: '9P200000000000001', unit: '/min', ucum: '/min' },
  spo2Percent: { words: 'SpO2', loinc: ['2708-6', '59408-5'], medis: '31000001', jlac: '3H065000000000001', unit: '%', ucum: '%' },
  oxygenLPerMin: { words: '酸素投与量 Oxygen', loinc: [], medis: null, jlac: null, unit: 'L/min', ucum: 'L/min' },
} as const satisfies Record<NumberVital, Vital>

const loincSystem = 'http://loinc.org'
export const medisSystem = 'http://medis.or.jp/CodeSystem/master-nursingObservationKeyCode'

export function codesOf(own: string, words: string, loinc: readonly string[], medis: string | null, jlac: string | null = null): Element {
  return coded(words, [ownSystem('CodeSystem/observation'), own], ...(medis === null ? [] : [[medisSystem, medis] as const]), ...loinc.map((code) => [loincSystem, code] as const), ...(jlac === null ? [] : [['http://medis.or.jp/CodeSystem/master-JLAC10-17digits', jlac] as const]))
}

function codeOf(name: NumberVital): Element {
  const { words, loinc, medis, jlac } = vitals[name]
  return codesOf(name, words, loinc, medis, jlac)
}

/** Both category systems in one: JP Core's, and HL7's, by which every R4 server finds vital signs. */
export function category(code: 'vital-signs' | 'laboratory' | 'exam' | 'survey', jpCode: string = code): readonly Element[] {
  return [{ coding: [{ system: 'http://jpfhir.jp/fhir/core/CodeSystem/JP_SimpleObservationCategory_CS', code: jpCode }, { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code }] }]
}

const vitalMeta = { meta: jpProfile('JP_Observation_VitalSigns'), category: category('vital-signs') }

const alone = ['temperatureC', 'pulsePerMin', 'respirationsPerMin', 'spo2Percent', 'oxygenLPerMin'] as const

/** One observation a sign, both pressures in one panel; a side that was not taken says so. NEWS2 is computed of a whole set only, as on the screen. */
export const vitalSigns: Maker<'vital-signs'> = (line, scene) => {
  const { body, at } = line.entry
  const note = body.remark.trim() === '' ? {} : { note: [{ text: body.remark }] }
  const single = alone.flatMap((name): readonly Resource[] => {
    const value = body[name]
    return value === null ? [] : [observation(line, scene, name, codeOf(name), { ...vitalMeta, ...note, valueQuantity: quantity(value, vitals[name].unit, vitals[name].ucum) })]
  })
  const { systolicMmHg, diastolicMmHg, jcs } = body
  const side = (name: 'systolicMmHg' | 'diastolicMmHg'): Element => {
    const value = body[name]
    return { code: codeOf(name), ...(value === null ? { dataAbsentReason: absent('not-performed') } : { valueQuantity: quantity(value, vitals[name].unit, vitals[name].ucum) }) }
  }
  const pressure = systolicMmHg === null && diastolicMmHg === null ? [] : [observation(line, scene, 'pressure', codesOf('blood-pressure', '血圧 Blood pressure', ['85354-9'], '31002365'), { ...vitalMeta, ...note, component: [side('systolicMmHg'), side('diastolicMmHg')] })]
  const coma = jcs === null ? [] : [observation(line, scene, 'jcs', codesOf('jcs', 'JCS', [], '31001657'), { category: category('exam'), ...note, valueCodeableConcept: coded(`JCS ${jcs}`, [ownSystem('CodeSystem/jcs'), jcs]) })]
  const taken = [...single, ...pressure, ...coma]
  const years = scene.who === null ? null : leastYears(scene.who.birth, tokyoDateOf(at))
  const scored = news2(body, { years, isPregnant: isSaidPregnant(scene.lines) })
  if (!scored.ok) return made(...taken)
  const { score, risk, points } = scored.value
  return made(...taken, observation(line, scene, 'news2', codesOf('news2', 'NEWS2（目安 hint）', [], null), {
    category: category('survey'), valueInteger: score, interpretation: [text(risk)], derivedFrom: taken.map(({ uuid }) => reference(uuid)),
    component: Object.entries(points).map(([name, point]) => ({ code: text(name === 'jcs' ? 'JCS' : vitalFields[name as NumberVital].ja), valueInteger: point })), // the signs of NEWS2 are JCS and numbers
  }))
}

/** The values of a form that other systems draw as curves: pain, GCS, weight, height, glucose. Its text holds all of it. */
export const observationsForm: Maker<'form'> = (line, scene) => {
  const { values } = line.entry.body
  const number = (name: string): number | null => (typeof values[name] === 'number' ? values[name] : null)
  const measured = measures.flatMap(({ name, words, loinc, medis, unit, ucum, profile }): readonly Resource[] => {
    const value = number(name)
    return value === null ? [] : [observation(line, scene, name, codesOf(name, words, loinc, medis), { meta: profile === null ? null : jpProfile(profile), category: profile === null ? category('exam') : category('vital-signs', 'body-measurement'), valueQuantity: quantity(value, unit, ucum) })]
  })
  const scale = gcs.map(({ name, words, loinc, medis }) => ({ code: codesOf(name, words, [loinc], medis), score: typeof values[name] === 'string' ? Number(values[name]) : Number.NaN, typed: values[name] ?? null }))
  if (scale.every(({ typed }) => typed === null)) return made(...measured)
  // A score with a part that was not told, or of somebody intubated, has no sum.
  const sum = scale.every(({ score }) => Number.isInteger(score)) ? scale.reduce((total, { score }) => total + score, 0) : null
  const component = scale.map(({ code, score, typed }): Element => ({ code, ...(Number.isInteger(score) ? { valueQuantity: quantity(score, '{score}', '{score}') } : typed === 'T' ? { valueCodeableConcept: text('T 挿管 intubated') } : { dataAbsentReason: absent('not-performed') }) }))
  return made(...measured, observation(line, scene, 'gcs', codesOf('gcs', 'GCS', ['9269-2'], null), { category: category('exam'), ...(sum === null ? {} : { valueQuantity: quantity(sum, '{score}', '{score}') }), component }))
}

const measures: readonly { readonly name: string; readonly words: string; readonly loinc: readonly string[]; readonly medis: string | null; readonly unit: string; readonly ucum: string | null; readonly profile: string | null }[] = [
  { name: 'painNrs', words: '痛み NRS Pain', loinc: [], medis: null, unit: '/10', ucum: null, profile: null },
  { name: 'weightKg', words: '体重 Weight', loinc: ['29463-7'], medis: '31000296', unit: 'kg', ucum: 'kg', profile: 'JP_Observation_BodyMeasurement' },
  { name: 'heightCm', words: '身長 Height', loinc: ['8302-2'], medis: '31000298', unit: 'cm', ucum: 'cm', profile: 'JP_Observation_BodyMeasurement' },
  { name: 'girthCm', words: '腹囲 Girth', loinc: [], medis: null, unit: 'cm', ucum: 'cm', profile: null },
  { name: 'glucoseMgPerDl', words: '血糖 Glucose', loinc: [], medis: null, unit: 'mg/dL', ucum: 'mg/dL', profile: null },
]

const gcs = [
  { name: 'gcsEye', words: 'GCS E', loinc: '9267-6', medis: '31001620' },
  { name: 'gcsVerbal', words: 'GCS V', loinc: '9270-0', medis: '31001622' },
  { name: 'gcsMotor', words: 'GCS M', loinc: '9268-4', medis: '31001621' },
] as const
