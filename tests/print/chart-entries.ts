import { StaffNumber } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import type { BodyOf, Kind } from '#domain/log/kinds.ts'
import type { Person } from '#domain/log/person.ts'
import type { OrderedMedicine } from '#domain/order/order.ts'
import { CalendarDate, instantOf, type Instant } from '#domain/time.ts'
import { anEntry, aNumber, aPatient, entryId, noVitalSigns, patientId } from '#tests/builders.ts'

/** A week of one invented patient, as the print standard shows it. Entries are told in Japan's time: `at('11-16 10:40')`. */
export function at(text: string): Instant {
  const [day = '', time = ''] = text.split(' ')
  return instantOf(Date.parse(`2026-${day}T${time}:00.000+09:00`))
}

const person = (number: string, name: string, profession: Person['profession'] = 'nurse'): Person => ({ staffNumber: StaffNumber.parse(number), name, profession })
export const sato = person('N1042', '佐藤 美咲')
export const yamada = person('N1108', '山田 花子')
const takahashi = person('N1211', '高橋 由紀')
export const suzuki = person('N0987', '鈴木 大輔')
export const tanaka = person('D0231', '田中 誠', 'doctor')
const second = ({ staffNumber, name }: Person): { readonly second: Pick<Person, 'staffNumber' | 'name'> } => ({ second: { staffNumber, name } })

let ids = 0x300000
export function told<K extends Kind>(kind: K, when: string, body: BodyOf<K>, over: Partial<Entry<K>> = {}): Entry<K> {
  ids += 1
  return anEntry(kind, { id: entryId(ids), at: at(when), recordedAt: at(when), by: sato, body, patient: patientId(1), ...over })
}

const nothing = { category: 'medicine', term: 'standing', text: '', medicine: null, condition: '', from: null, until: null, times: [], urgent: false, verbal: null } as const satisfies BodyOf<'order-given'>
export const order = (when: string, over: Partial<BodyOf<'order-given'>>, by: Partial<Entry<'order-given'>> = {}): Entry<'order-given'> => told('order-given', when, { ...nothing, ...over }, { by: tanaka, ...by })
const medicine = (drug: string, amount: number, unit: 'tablet' | 'bag' | 'mg', route: 'oral' | 'peripheral', over: Partial<OrderedMedicine> = {}): OrderedMedicine => ({ drug, amount, unit, route, rate: null, mixedWith: '', isControlled: false, ...over })

/** A medicine of an order, one bag of it. */
export const withMedicine = (drug: string, route: 'oral' | 'peripheral'): OrderedMedicine => medicine(drug, 1, route === 'oral' ? 'tablet' : 'bag', route)

export const registered = aPatient(
  { number: aNumber(123), naming: { kind: 'known', family: '髙﨑', given: '德子', familyKana: 'タカサキ', givenKana: 'ノリコ' }, sex: 'female', birth: { kind: 'day', on: CalendarDate.parse('1951-03-14') }, bed: '412-2' },
  { id: entryId(0x2fffff), at: at('11-16 10:38'), recordedAt: at('11-16 10:38'), patient: patientId(1) },
)
const about: readonly Entry[] = [
  registered,
  told('stay-changed', '11-16 10:40', { change: 'admitted', to: '', mobility: 'assisted', handedOver: '', note: '' }),
  told('allergy-stated', '11-16 10:45', { state: 'present', substances: [{ substance: 'ペニシリン系', reaction: '発疹' }, { substance: 'そば', reaction: '' }], source: '本人' }),
  told('blood-type-stated', '11-16 10:46', { type: { abo: 'A', rh: 'positive' }, source: 'word', sample: '' }),
  told('care-needs-stated', '11-16 10:47', { mobility: null, isolation: [], note: '' }),
  told('identity-claimed', '11-16 10:48', { naming: { kind: 'known', family: '髙﨑', given: '德子', familyKana: 'タカサキ', givenKana: 'ノリコ' }, sex: 'female', birth: { kind: 'day', on: CalendarDate.parse('1951-03-14') }, hospitalId: '0004821375', how: 'patient-said', from: null, note: '' }),
]

const soap = (when: string, values: Readonly<Record<string, string>>, over: Partial<Entry<'form'>> = {}): Entry<'form'> => told('form', when, { definition: 'soap', version: 1, values }, over)
export const struckNote = told('note', '11-20 14:10', { text: '体温38.4℃ 脈拍98 悪寒あり。解熱薬を準備した。' })
const rightNote = told('note', '11-20 14:10', { text: '体温37.4℃ 脈拍82 悪寒なし。解熱薬は使用していない。' }, { recordedAt: at('11-20 15:02') })
export const proxyNote = told('note', '11-21 09:40', { text: '医師の口頭指示により酸素を中止(復唱済)。' }, { onBehalfOf: tanaka })
const notes: readonly Entry[] = [
  soap('11-20 06:10', { problem: '#1 非効果的気道浄化(肺炎)', subjective: '咳は減りました。夜は眠れました。', objective: '体温36.9℃ 脈拍76 呼吸18 血圧120/70 SpO2 97%(鼻カニュラ1 L/分)。右下肺野に水泡音わずか。喀痰 淡黄色 少量。', assessment: '解熱傾向で酸素化は改善している。離床を進められる。', plan: '酸素1 L/分を継続。10時に歩行後のSpO2を測り、医師に減量を相談する。' }, { by: takahashi }),
  told('note', '11-20 10:20', { text: '病棟廊下50 m歩行。SpO2 96→94%、息切れなし。X線へ独歩。' }, { recordedAt: at('11-20 13:05') }),
  struckNote, rightNote,
  told('entry-struck', '11-20 15:02', { struck: struckNote.id, reason: '412-1の測定値を転記した誤り。', replacement: rightNote.id }),
  soap('11-20 19:30', { problem: '#2 転倒リスク状態', subjective: '少し歩くと足がふらつく。', objective: 'トイレ歩行時にふらつきあり。転倒なし。血圧122/70。履物はスリッパ。', assessment: '臥床が続き下肢筋力が落ちている。転倒の危険あり。', plan: 'かかとのある靴へ変更。夜間はナースコールを依頼し、本人は了解。足元灯を点けた。' }, { by: suzuki }),
  proxyNote,
  told('proxy-approved', '11-21 11:15', { approved: proxyNote.id }, { by: tanaka }),
  told('form', '11-21 10:40', { definition: 'dar', version: 1, values: { focus: '酸素化', data: '酸素中止60分後 SpO2 95%(室内気) 呼吸18 努力呼吸なし。', action: '', response: '歩行後も95%。' } }),
]

/** Orders and what became of them. */
export const antibiotic = order('11-16 11:05', { medicine: medicine('レボフロキサシン点滴静注バッグ500mg/100mL', 1, 'bag', 'peripheral', { rate: { value: 100, unit: 'mL/h' } }), times: ['12:00'], from: at('11-16 12:00'), until: at('11-22 23:59') })
const fluids = order('11-16 11:05', { medicine: medicine('ソルデム3A輸液500mL', 1, 'bag', 'peripheral', { rate: { value: 60, unit: 'mL/h' } }), from: at('11-16 11:30') })
const fever = order('11-16 14:18', { term: 'once', medicine: medicine('アセトアミノフェン錠500mg', 1, 'tablet', 'oral'), text: '今回のみ(体温39.1℃)', from: at('11-16 14:20'), verbal: { readBack: true } }, { by: sato, onBehalfOf: tanaka })
const magnesium = order('11-18 07:00', { medicine: medicine('酸化マグネシウム錠330mg', 1, 'tablet', 'oral'), times: ['08:00', '12:00', '18:00'], from: at('11-18 07:00') })
export const amlodipine = order('11-17 07:00', { medicine: medicine('アムロジピンOD錠5mg', 1, 'tablet', 'oral'), text: '〔持参〕', times: ['08:00'], from: at('11-17 07:00') })
const lansoprazole = order('11-16 17:00', { medicine: medicine('ランソプラゾールOD錠15mg', 1, 'tablet', 'oral'), text: '〔持参〕', times: ['21:00'], from: at('11-16 17:00') })
const xray = order('11-16 15:10', { category: 'imaging', term: 'once', text: '胸部X線(ポータブル)・採血(血算・生化学・CRP・血液培養2セット)・喀痰培養', urgent: true })
const wean = order('11-17 09:20', { category: 'oxygen', term: 'conditional', text: '酸素を1 L/分ずつ減量', condition: 'SpO2 96%以上4時間' })
const standing = ([['activity', '病棟内歩行可'], ['diet', '全粥・軟菜 1,400 kcal 塩分6 g未満'], ['oxygen', 'SpO2 94%以上で維持'], ['monitor', '心電図'], ['observation', '1日4回(6・10・14・18時)'], ['hygiene', 'シャワー浴可'], ['fever', '38.5℃以上:アセトアミノフェン錠500mg 1錠 6時間以上あけて1日3回まで'], ['pain', 'NRS 4以上:同上(発熱時と通算で1日3回まで)'], ['pressure', '収縮期 180以上または90未満:医師へ報告'], ['call', 'SpO2 92%未満/呼吸数 25以上/体温 39.0℃以上/意識変化/尿量 100 mL未満(8時間)']] as const).map(([category, text]) => order('11-20 09:30', { category, text }))
const received = (of: Entry, when: string, by = sato): Entry => told('order-received', when, { order: of.id }, { by })
const verbalApproved = told('proxy-approved', '11-16 15:20', { approved: fever.id }, { by: tanaka })
const orders: readonly Entry[] = [
  antibiotic, fluids, fever, magnesium, amlodipine, lansoprazole, xray, wean, ...standing, verbalApproved,
  received(antibiotic, '11-16 11:10'), received(fluids, '11-16 11:10'), received(fever, '11-16 14:18'), received(xray, '11-16 15:15', yamada), ...standing.map((one) => received(one, '11-20 09:42')),
  told('order-done', '11-16 15:40', { order: xray.id, due: null, note: 'X線済' }, { by: yamada }),
  told('order-stopped', '11-19 09:30', { order: fluids.id, reason: '経口摂取ができる' }, { by: tanaka }),
]

/** Doses, infusions and what was seen of them. */
export const given = (of: Entry<'order-given'>, when: string, due: string | null, by: Person, over: Partial<BodyOf<'medicine-given'>> = {}): Entry<'medicine-given'> => {
  const m = of.body.medicine
  if (m === null) throw new Error('An order of a medicine')
  return told('medicine-given', when, { asked: { order: of.id, due: due === null ? null : at(due) }, drug: m.drug, amount: m.amount, unit: m.unit, route: m.route, rate: m.rate, site: '', mixedWith: m.mixedWith, rights: ['patient', 'drug', 'purpose', 'dose', 'route', 'time'], byTwo: null, controlled: null, before: '', note: '', ...over }, { by })
}
export const infusion = given(antibiotic, '11-16 12:05', '11-16 12:00', yamada, { site: '右前腕', mixedWith: '側管', byTwo: second(sato) })
const drip = given(fluids, '11-19 08:00', null, sato, { site: '左前腕', mixedWith: 'メイン', byTwo: second(yamada) })
const prn = given(fever, '11-16 14:20', null, sato, { before: '体温 39.1℃ 悪寒なし' })
const struckDose = given(amlodipine, '11-20 08:02', '11-20 08:00', takahashi)
export const morphine = given(antibiotic, '11-18 10:10', null, sato, { asked: { without: 'verbal-not-written-yet', words: '電話で指示' }, drug: 'モルヒネ塩酸塩注10mg', amount: 0.5, unit: 'ampoule', route: 'subcutaneous', rate: null, byTwo: second(yamada), controlled: { slip: 'M-0042', discarded: 0.5 } })
const medicines: readonly Entry[] = [
  told('last-dose-confirmed', '11-16 11:00', { source: 'medicine-book', doses: [{ drug: 'アムロジピンOD錠5mg', at: null, when: '11/16 朝' }], note: '' }),
  infusion, drip, prn, morphine,
  told('infusion-changed', '11-16 12:10', { infusion: infusion.id, change: 'looked', rate: null, givenMl: null, discardedMl: null, byTwo: null, note: '刺入部 異常なし' }),
  told('infusion-changed', '11-16 13:08', { infusion: infusion.id, change: 'ended', rate: null, givenMl: 100, discardedMl: 0, byTwo: null, note: '' }),
  told('infusion-changed', '11-19 09:40', { infusion: drip.id, change: 'ended', rate: null, givenMl: 100, discardedMl: 400, byTwo: null, note: '中止指示' }, { by: yamada }),
  told('effect-seen', '11-16 15:30', { dose: prn.id, effect: '体温 38.8℃ 発汗あり' }),
  ...['17', '18', '19'].map((day) => given(amlodipine, `11-${day} 08:03`, `11-${day} 08:00`, suzuki)), struckDose,
  told('entry-struck', '11-20 09:00', { struck: struckDose.id, reason: '別の患者に与薬した記録を書いた' }),
  ...['16', '17', '18', '19', '20', '21'].map((day) => given(lansoprazole, `11-${day} 21:05`, `11-${day} 21:00`, takahashi)),
  ...['18', '19', '20', '21'].flatMap((day) => [given(magnesium, `11-${day} 08:02`, `11-${day} 08:00`, suzuki), given(magnesium, `11-${day} 18:04`, `11-${day} 18:00`, takahashi)]),
  given(magnesium, '11-18 13:20', '11-18 12:00', yamada),
  told('medicine-withheld', '11-19 12:00', { order: magnesium.id, due: at('11-19 12:00'), because: 'refused', words: '下痢があるので飲みたくない' }, { by: yamada }),
]

/** The flow sheet's values: a fever that goes down, as the standard draws it. */
const curve = [[10, 39.4, 118, 28, 148, 86, 89, null], [14, 39.1, 124, 28, 142, 84, 94, 3], [18, 38.9, 116, 26, 136, 80, 95, 3], [22, 38.4, 108, 24, 132, 78, 95, 3], [26, 38, 102, 24, 128, 76, 95, 3], [30, 38.2, 104, 24, 124, 72, 95, 3], [34, 38.5, 110, 25, 130, 76, 94, 3], [38, 38.9, 116, 26, 136, 80, 94, 3], [42, 38.6, 108, 24, 132, 78, 95, 3], [46, 38.1, 100, 22, 126, 74, 95, 3], [54, 37.7, 92, 22, 122, 70, 96, 2], [58, 38, 98, 22, 126, 74, 95, 2], [62, 38.4, 104, 22, 130, 76, 95, 2], [70, 37.6, 88, 20, 124, 70, 96, 2], [82, 37.4, 84, 20, 124, 72, 95, 1], [94, 37, 82, 19, 122, 70, 96, 1], [106, 37.2, 84, 18, 124, 72, 96, 1], [118, 36.8, 78, 18, 120, 68, 97, 1], [130, 37, 80, 18, 126, 74, 95, null], [142, 36.7, 76, 18, 122, 70, 96, null], [154, 36.8, 78, 18, 124, 72, 96, null], [158, 36.9, 80, 20, 126, 74, 97, null]] as const
const hourAt = (hours: number): string => `11-${16 + Math.floor(hours / 24)} ${String(hours % 24).padStart(2, '0')}:00`
const vitals = curve.map(([hours, temperatureC, pulsePerMin, respirationsPerMin, systolicMmHg, diastolicMmHg, spo2Percent, oxygenLPerMin], n) => told('vital-signs', hourAt(hours), noVitalSigns({ temperatureC, pulsePerMin, respirationsPerMin, systolicMmHg, diastolicMmHg, spo2Percent, oxygenLPerMin, jcs: '0' }), { by: [yamada, sato, takahashi][n % 3] ?? sato }))
const observed = (when: string, values: BodyOf<'form'>['values']): Entry => told('form', when, { definition: 'observations', version: 1, values })
const fluid = (when: string, way: BodyOf<'fluid-measured'>['way'], amountMl: number | null, times: number | null = null, name = ''): Entry => told('fluid-measured', when, { way, name, amountMl, times, note: '' })
const measured: readonly Entry[] = [
  ...vitals,
  told('vital-signs', '11-17 02:40', noVitalSigns({ temperatureC: 42.6, pulsePerMin: 172, remark: '電気毛布を外した' })),
  ...['16', '17', '18', '19', '20', '21'].flatMap((day, n) => [
    observed(`11-${day} 12:10`, { mealOf: 'lunch', mealStaple: 3 + n, mealSide: 2 + n, painNrs: 2 }), observed(`11-${day} 18:10`, { mealOf: 'dinner', mealStaple: 4 + n, mealSide: 3 + n }),
    fluid(`11-${day} 13:00`, 'in-oral', 350 + 50 * n), fluid(`11-${day} 19:00`, 'in-oral', 300), fluid(`11-${day} 13:30`, 'out-urine', 400, 1), fluid(`11-${day} 15:30`, 'out-urine', 250, 1), fluid(`11-${day} 20:00`, 'out-urine', 450, 2),
  ]),
  fluid('11-16 12:30', 'out-vomit', 80), fluid('11-18 12:30', 'out-drain', null, 1, '右胸腔'),
  observed('11-16 11:00', { weightKg: 52.4, gcsEye: 4, gcsVerbal: 5, gcsMotor: 6 }), observed('11-17 07:00', { glucoseMgDl: 148, remark: '清拭・口腔ケア' }), observed('11-18 13:00', { stoolTimes: 1, bristol: 2, weightKg: 52.9 }),
]

export const bag = told('transfusion-started', '11-18 14:00', { order: null, product: 'red-cells', lot: '12-3456-7890', units: 2, volumeMl: 280, bagType: { abo: 'A', rh: 'positive' }, patientType: { abo: 'A', rh: 'positive' }, expiresOn: CalendarDate.parse('2026-12-01'), crossmatch: 'compatible', checks: ['name', 'band', 'blood-type', 'lot', 'expiry', 'crossmatch', 'appearance'], byTwo: second(yamada), note: '' })
export const result = told('exam-reported', '11-18 09:40', { order: null, exam: '生化学', specimen: '静脈血', lines: [{ item: 'K', value: '6.8', unit: 'mEq/L', range: '3.5–5.0', flag: 'critical' }, { item: 'CRP', value: '12.3', unit: 'mg/dL', range: '0–0.3', flag: 'high' }, { item: 'Na', value: '138', unit: 'mEq/L', range: '138–145', flag: null }], findings: '' })
const rest: readonly Entry[] = [
  bag,
  told('transfusion-watched', '11-18 14:05', { bag: bag.id, minutes: 5, fine: true, words: '' }), told('transfusion-watched', '11-18 14:15', { bag: bag.id, minutes: 15, fine: false, words: '前腕に膨疹2個' }),
  told('transfusion-ended', '11-18 16:10', { bag: bag.id, givenMl: 280, reacted: true, reaction: '膨疹、抗ヒスタミン薬で消失' }),
  told('specimen-taken', '11-18 08:30', { order: null, specimen: '静脈血', label: 'S-0012', note: '' }), result,
  told('exam-reported', '11-20 11:00', { order: null, exam: '胸部X線(立位)', specimen: '', lines: [], findings: '右下肺野の浸潤影は縮小。胸水なし。' }),
  told('critical-called', '11-18 09:45', { result: result.id, caller: '検査 技師', told: '田中 誠', readBack: true, answer: '心電図をとり、再検する' }),
  told('form', '11-17 10:00', { definition: 'oral-care', version: 1, values: { done: true, coating: '中等度', places: ['舌', '上顎'], remark: '義歯は外して洗浄した' } }),
]

export const week: readonly Entry[] = [...about, ...orders, ...medicines, ...notes, ...measured, ...rest]
