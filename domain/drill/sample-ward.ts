import { emptyForm, type RegistrationForm } from '../patient/register.ts'
import type { VitalSigns } from '../record/vital-signs.ts'

/** Invented people for a drill: a ward that is not empty when the exercise begins. None of them resembles a real patient by intent. */
export type SamplePatient = { readonly form: RegistrationForm; readonly vitals: VitalSigns }

const none: VitalSigns = { temperatureC: null, pulsePerMin: null, systolicMmHg: null, diastolicMmHg: null, respirationsPerMin: null, spo2Percent: null, oxygenLPerMin: null, jcs: null, remark: '' }

const people: readonly Partial<RegistrationForm>[] = [
  { family: '訓練', given: '一郎', familyKana: 'クンレン', givenKana: 'イチロウ', birthText: 's20.4.1', sex: 'male' },
  { family: '見本', given: '花子', familyKana: 'ミホン', givenKana: 'ハナコ', birthText: 's33.11.3', sex: 'female' },
  { family: '例題', given: '三郎', familyKana: 'レイダイ', givenKana: 'サブロウ', birthText: 'h2.7.7', sex: 'male' },
  { family: '仮名', given: '桜', familyKana: 'カメイ', givenKana: 'サクラ', birthText: 's60.2.14', sex: 'female' },
]
const signs: readonly Partial<VitalSigns>[] = [
  { temperatureC: 37.2, pulsePerMin: 92, systolicMmHg: 134, diastolicMmHg: 78, spo2Percent: 96 },
  { temperatureC: 36.4, pulsePerMin: 70, systolicMmHg: 118, diastolicMmHg: 66, spo2Percent: 98 },
  { temperatureC: 38.6, pulsePerMin: 108, systolicMmHg: 102, diastolicMmHg: 58, spo2Percent: 93, oxygenLPerMin: 2 },
  { temperatureC: 36.8, pulsePerMin: 84, systolicMmHg: 126, diastolicMmHg: 80, spo2Percent: 97 },
]

/** As many of them as there are beds, in the ward's own beds, in order. */
export function sampleWard(beds: readonly string[]): readonly SamplePatient[] {
  return people.slice(0, Math.max(1, Math.min(people.length, beds.length))).map((person, index) => ({
    form: { ...emptyForm, ...person, bed: beds[index] ?? '' },
    vitals: { ...none, ...signs[index] },
  }))
}
