import type { Entry } from '#domain/log/entry.ts'
import { anEntry, noVitalSigns, patientId } from '#tests/builders.ts'
import { at, given, order, registered, sato, suzuki, tanaka, told, week, withMedicine } from './chart-entries.ts'

const much = (words: string, times: number): string => words.repeat(times)
const strange = '髙﨑𠮷濵德 SpO2 94→89% W12.5 mL/時、'
/** The longest name that can be typed stands on a band; one of a long foreign patient stands in the box. */
const name = { family: 'Maximiliana van der Meersch-Oosterhuis', given: 'Wilhelmina', familyKana: 'マクシミリアーナ ファン デル メールシュ', givenKana: 'ウィルヘルミーナ' } as const
const author = { ...sato, name: '武者小路 百合子左衛門尉' }

const drugs = Array.from({ length: 14 }, (_, n) => order('11-16 08:00', { medicine: withMedicine(`長い名前の配合錠${n + 1}号OD「潮見」2.5mg/5mg`, 'oral'), text: much('食後すぐ、', 6), times: ['08:00', '12:00', '18:00', '22:00'], from: at('11-16 08:00') }, { by: { ...tanaka, name: '独活山 𠮷之介' } }))
const drips = Array.from({ length: 12 }, (_, n) => order('11-17 08:00', { medicine: { ...withMedicine(`シリンジ用持続注${n + 1}号 50 mL`, 'peripheral'), rate: { value: 12.5, unit: 'mcg/kg/min' }, mixedWith: much('生食・', 6) } }))
const started = drips.map((one, n) => given(one, `11-${17 + (n % 3)} 09:0${n % 10}`, null, author, { site: '右内頸中心静脈', before: much(strange, 2), note: much(strange, 2), byTwo: { aloneBecause: much('夜勤が1人で', 4) } }))

/** A stay of two weeks in which everything comes at once. */
export const longChart: readonly Entry[] = [
  ...week.filter((entry) => entry.kind !== 'identity-claimed' && entry.id !== registered.id),
  { ...registered, body: { ...registered.body, bed: '東館8階 集中治療室 第12床(窓側・陰圧)', naming: { kind: 'unknown', alias: ['ラジオ', 'テガミ'] } } },
  told('identity-claimed', '11-16 10:50', { naming: { kind: 'known', ...name }, sex: 'female', birth: { kind: 'month', month: '1989-01' }, hospitalId: '00048213751234', how: 'document', from: null, note: '' }),
  told('allergy-stated', '11-16 11:00', { state: 'present', substances: Array.from({ length: 14 }, (_, n) => ({ substance: `ヨード造影剤${n}号`, reaction: '全身の発疹と呼吸困難' })), source: '本人' }),
  told('care-needs-stated', '11-16 11:10', { mobility: 'stretcher', isolation: ['contact', 'droplet', 'airborne', 'protective'], note: '' }),
  ...drugs, ...drips, ...started,
  ...drugs.flatMap((one, n) => ['17', '18', '19', '20', '21', '22', '23', '24'].flatMap((day) => [given(one, `11-${day} 09:30`, `11-${day} 08:00`, n % 2 === 0 ? suzuki : author, { note: day === '17' ? much(strange, 2) : '' })])),
  ...started.flatMap((one, n) => Array.from({ length: 9 }, (_, hour) => told('infusion-changed', `11-2${n % 3} ${String(10 + hour)}:00`, { infusion: one.id, change: hour === 8 ? 'ended' : 'rate', rate: { value: 10 + hour, unit: 'mcg/kg/min' }, givenMl: hour === 8 ? 42.5 : null, discardedMl: hour === 8 ? 7.5 : null, byTwo: null, note: strange }))),
  ...Array.from({ length: 12 }, (_, n) => told('medicine-given', `11-18 1${n % 10}:0${n % 6}`, { asked: { without: 'other', words: strange }, drug: '長い名前の頓用坐剤「潮見」200mg', amount: 1, unit: 'suppository', route: 'rectal', rate: null, site: '', mixedWith: '', rights: [], byTwo: null, controlled: { slip: `M-00${n + 10}`, discarded: 0.25 }, before: much(strange, 3), note: much(strange, 2) })),
  ...Array.from({ length: 9 }, (_, n) => told('note', `11-2${n % 5} 0${n}:15`, { text: much(`${strange}\n`, n === 0 ? 220 : 12) }, { by: author, onBehalfOf: tanaka })),
  told('form', '11-19 08:00', { definition: 'soap', version: 1, values: { problem: `#12 ${much(strange, 4)}`, subjective: much(strange, 60), objective: much(strange, 80), assessment: much(strange, 10), plan: much(strange, 30), other: strange } }, { by: author }),
  ...Array.from({ length: 40 }, (_, n) => told('vital-signs', `11-${16 + (n % 12)} 0${n % 8}:${10 + n}`, noVitalSigns({ temperatureC: 34 + (n % 10), pulsePerMin: 15 + n * 5, respirationsPerMin: 5 + n * 2, systolicMmHg: 300, diastolicMmHg: 110, spo2Percent: 100, oxygenLPerMin: 12.25, jcs: 'III-300', remark: much(strange, 2) }))),
  ...Array.from({ length: 20 }, (_, n) => told('fluid-measured', `11-${16 + (n % 8)} 1${n % 9}:00`, { way: (['out-drain', 'out-blood', 'out-vomit', 'out-dialysis', 'out-stool', 'out-urine', 'in-tube'] as const)[n % 7] ?? 'out-other', name: n % 2 === 0 ? '右胸腔ドレーン第2' : '', amountMl: n % 5 === 0 ? null : 18_250.5, times: n % 5 === 0 ? 12 : null, note: strange })),
  ...Array.from({ length: 5 }, (_, n) => told('form', `11-2${n} 10:00`, { definition: 'observations', version: 1, values: { painNrs: 10, meal: 'lunch', mealStaple: 10, mealSide: 10, stoolTimes: 12, stoolBristol: '7', vomitTimes: 11, weightKg: 102.555, glucoseMgPerDl: 1020, remark: much(strange, 3), drainRemark: strange } })),
  told('exam-reported', '11-19 07:00', { order: null, exam: much('長い検査名・', 12), specimen: '静脈血', lines: Array.from({ length: 80 }, (_, n) => ({ item: `抗酸菌核酸同定精密検査${n + 1}`, value: '検出せず(<0.0125)', unit: '×10^3 copies/mL', range: '0.0125未満', flag: 'abnormal' as const })), findings: much(strange, 60) }),
  told('form', '11-19 11:00', { definition: 'admission', version: 1, values: Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`field${n}`, much(strange, 1 + (n % 9) * 4)])) }),
  anEntry('note', { patient: patientId(1), at: at('11-25 10:00'), recordedAt: at('11-26 10:00'), body: { text: '遅れて書いた' } }),
]
