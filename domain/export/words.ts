import type { LadderAnswer, LadderQuestion } from '../incident/ladder.ts'
import type { PersonalDataAtRisk, ReportedTo } from '../incident/report.ts'
import type { IncidentEffect } from '../incident/reason.ts'
import type { HowIdentified } from '../identity/claim.ts'
import type { BodyOf, RegisteredBy } from '../log/kinds.ts'
import type { Person, Profession } from '../log/person.ts'
import type { Sex } from '../patient/birth.ts'
import type { DutyReason } from '../record/duty-reason.ts'
import type { BlankVoidReason } from '../number/blank.ts'
import type { FeeWaiver, InsuranceKind } from '../record/insurance.ts'
import type { PhotoOf } from '../record/photo.ts'
import type { Isolation, Mobility, StayChangeKind } from '../record/stay.ts'
import type { Words } from '../patient/wareki.ts'
import type { AllergyStatement } from '../record/allergy.ts'
import type { ChronologyKind, ChronologyMeans } from '../record/chronology-line.ts'
import type { ClockWhy } from '../record/clock-confirmed.ts'
import type { ContinuityWay } from '../continuity/continuity.ts'
import type { OpenWhy } from '../view/open-items.ts'
import { tokyoParts, type Instant } from '../time.ts'
import type { TriageJob, TriageMethod } from '../triage/decision.ts'

/** Words of an export that is read without this program, in thirty years too: Japanese first, English beside it. */
export const sexWords = {
  male: { ja: '男', en: 'male' },
  female: { ja: '女', en: 'female' },
  other: { ja: 'その他', en: 'other' },
  unknown: { ja: '不明', en: 'unknown' },
} as const satisfies Record<Sex, Words>

export const professionWords = {
  doctor: { ja: '医師', en: 'doctor' },
  nurse: { ja: '看護師', en: 'nurse' },
  midwife: { ja: '助産師', en: 'midwife' },
  pharmacist: { ja: '薬剤師', en: 'pharmacist' },
  technician: { ja: '技師', en: 'technician' },
  clerk: { ja: '事務', en: 'clerk' },
  other: { ja: 'その他', en: 'other' },
} as const satisfies Record<Profession, Words>

export const reasonWords = {
  earthquake: { ja: '地震', en: 'earthquake' },
  'fire-or-flood': { ja: '火災・水害', en: 'fire or flood' },
  blackout: { ja: '停電', en: 'power failure' },
  'cyber-attack': { ja: 'サイバー攻撃', en: 'cyber-attack' },
  'system-failure': { ja: 'システム障害', en: 'system failure' },
  'mass-casualty': { ja: '多数傷病者', en: 'mass casualties' },
  other: { ja: 'その他の非常時', en: 'other emergency' },
} as const satisfies Record<BodyOf<'incident-told'>['reasonCode'], Words>

export const effectWords = {
  I: { ja: 'I 閲覧できない', en: 'I cannot look up' },
  II: { ja: 'II 入力できない', en: 'II cannot enter' },
  III: { ja: 'III 連絡できない', en: 'III cannot reach each other' },
  IV: { ja: 'IV 機器が止まる・異常', en: 'IV devices stop or misbehave' },
} as const satisfies Record<IncidentEffect, Words>

export const personalDataWords = {
  no: { ja: 'なし', en: 'no' },
  possible: { ja: 'おそれあり', en: 'possible' },
  yes: { ja: 'あり', en: 'yes' },
  unknown: { ja: '不明', en: 'unknown' },
} as const satisfies Record<PersonalDataAtRisk, Words>

export const reportedToWords = {
  mhlw: { ja: '厚生労働省', en: 'MHLW' },
  prefecture: { ja: '都道府県', en: 'prefecture' },
  police: { ja: '警察', en: 'police' },
  'privacy-commission': { ja: '個人情報保護委員会', en: 'privacy commission' },
  vendor: { ja: 'システム事業者', en: 'system vendor' },
  other: { ja: 'その他', en: 'other' },
} as const satisfies Record<ReportedTo, Words>

export const questionWords = {
  reading: { ja: '電子カルテの閲覧', en: 'record system, reading' },
  entry: { ja: '電子カルテへの入力', en: 'record system, entry' },
  network: { ja: '院内ネットワーク', en: 'network' },
  phone: { ja: '電話・PHS', en: 'phone' },
  power: { ja: '電源', en: 'power' },
  printer: { ja: 'プリンタ', en: 'printer' },
} as const satisfies Record<LadderQuestion, Words>

export const answerWords = {
  can: { ja: '使える', en: 'works' },
  cannot: { ja: '使えない', en: 'does not work' },
  unknown: { ja: '不明', en: 'unknown' },
} as const satisfies Record<LadderAnswer, Words>

export const clockWhyWords = {
  checked: { ja: '確かめた', en: 'compared' },
  off: { ja: 'ずれていた', en: 'was off' },
  utc: { ja: '世界時（UTC）になっていた', en: 'was in UTC' },
  'dead-battery': { ja: '時計の電池切れ', en: 'clock battery empty' },
  jumped: { ja: '時計が飛んだ', en: 'had jumped' },
} as const satisfies Record<ClockWhy, Words>

export const meansWords = {
  spoken: { ja: '口頭', en: 'spoken' },
  phone: { ja: '電話・PHS', en: 'phone' },
  radio: { ja: '無線', en: 'radio' },
  fax: { ja: 'FAX', en: 'fax' },
  paper: { ja: '紙', en: 'paper' },
  satellite: { ja: '衛星電話', en: 'satellite phone' },
  runner: { ja: '伝令', en: 'runner' },
} as const satisfies Record<ChronologyMeans, Words>

export const lineKindWords = {
  information: { ja: '情報', en: 'information' },
  request: { ja: '依頼', en: 'request' },
  order: { ja: '指示', en: 'order' },
  report: { ja: '報告', en: 'report' },
  decision: { ja: '決定', en: 'decision' },
} as const satisfies Record<ChronologyKind, Words>

export const dutyReasonWords = {
  asked: { ja: '頼まれた・指示を受けた', en: 'asked or told to' },
  'nobody-else': { ja: 'ほかに書ける人がいない', en: 'nobody else could' },
  relief: { ja: '応援としてこの業務をしている', en: 'does this work as relief' },
  other: { ja: 'その他', en: 'other' },
  later: { ja: '急ぐ（理由はあとで）', en: 'urgent, reason to follow' },
} as const satisfies Record<DutyReason, Words>

export const allergyWords = {
  unconfirmed: { ja: '未確認', en: 'not confirmed' },
  none: { ja: 'なし', en: 'none' },
  present: { ja: 'あり', en: 'PRESENT' },
} as const satisfies Record<AllergyStatement['state'], Words>

export const howIdentifiedWords = {
  'patient-said': { ja: '本人が言った', en: 'the patient said so' },
  'family-said': { ja: '家族が言った', en: 'family said so' },
  'acquaintance-said': { ja: '知人が言った', en: 'an acquaintance said so' },
  'staff-knows': { ja: '職員が知っている', en: 'known to staff' },
  document: { ja: '免許証・保険証など', en: 'a document' },
  'band-or-card': { ja: 'リストバンド・診察券', en: 'wristband or card' },
  photo: { ja: '写真', en: 'photo' },
  'hospital-list': { ja: '参照データ', en: 'the hospital’s list' },
  'handed-over': { ja: '申し送り', en: 'hand-over' },
} as const satisfies Record<HowIdentified, Words>

export const photoWords = {
  face: { ja: '顔', en: 'face' },
  tag: { ja: 'トリアージ・タッグ', en: 'triage tag' },
  belongings: { ja: '所持品', en: 'belongings' },
  features: { ja: '特徴', en: 'features' },
  document: { ja: '書類', en: 'document' },
  wound: { ja: '創部・皮膚', en: 'wound or skin' },
  paper: { ja: '紙の記録', en: 'paper record' },
} as const satisfies Record<PhotoOf, Words>

export const registeredByWords = {
  form: { ja: '登録票', en: 'form' },
  'mass-intake': { ja: '多数受入', en: 'mass intake' },
  'hospital-list': { ja: '参照データ', en: 'the hospital’s list' },
  newborn: { ja: '出生', en: 'newborn' },
  'transfer-in': { ja: '転入', en: 'transfer in' },
  unsaid: { ja: '記載なし', en: 'not said' },
} as const satisfies Record<RegisteredBy, Words>

export const stayWords = {
  admitted: { ja: '入院', en: 'admitted' },
  'on-leave': { ja: '外出・外泊', en: 'on leave' },
  returned: { ja: '帰院', en: 'returned' },
  sent: { ja: '転出・転送', en: 'sent on' },
  discharged: { ja: '退院', en: 'discharged' },
  received: { ja: '転入', en: 'received' },
} as const satisfies Record<StayChangeKind, Words>

export const mobilityWords = {
  stretcher: { ja: '担送', en: 'stretcher' },
  assisted: { ja: '護送', en: 'assisted' },
  walking: { ja: '独歩', en: 'walking' },
} as const satisfies Record<Mobility, Words>

export const isolationWords = {
  contact: { ja: '接触予防', en: 'contact' },
  droplet: { ja: '飛沫予防', en: 'droplet' },
  airborne: { ja: '空気予防', en: 'airborne' },
  protective: { ja: '防護', en: 'protective' },
} as const satisfies Record<Isolation, Words>

export const insuranceWords = {
  employee: { ja: '被用者保険', en: 'employees’ insurance' },
  national: { ja: '国民健康保険', en: 'national health insurance' },
  'national-union': { ja: '国民健康保険組合', en: 'national health insurance union' },
  'late-elderly': { ja: '後期高齢者医療', en: 'late-stage elderly' },
  none: { ja: 'なし・自費', en: 'none' },
  unknown: { ja: '不明', en: 'unknown' },
} as const satisfies Record<InsuranceKind, Words>

export const waiverWords = {
  'house-damaged': { ja: '住家の被害', en: 'house damaged' },
  'breadwinner-lost': { ja: '主たる生計維持者の死亡・重傷・行方不明', en: 'bread-winner dead, gravely ill or missing' },
  'business-stopped': { ja: '事業の休廃止', en: 'business stopped' },
  'job-lost': { ja: '失職', en: 'job lost' },
} as const satisfies Record<FeeWaiver, Words>

export const blankVoidWords = {
  lost: { ja: '紛失', en: 'lost' },
  spoiled: { ja: '破損・印刷不良', en: 'spoiled or badly printed' },
  other: { ja: 'その他', en: 'other' },
} as const satisfies Record<BlankVoidReason, Words>

export const triageJobWords = {
  doctor: { ja: '医師', en: 'doctor' },
  paramedic: { ja: '救急救命士', en: 'paramedic' },
  nurse: { ja: '看護師', en: 'nurse' },
  other: { ja: 'その他', en: 'other' },
} as const satisfies Record<TriageJob, Words>

export const triageMethodWords = {
  START: { ja: 'START法', en: 'START' },
  PAT: { ja: 'PAT法', en: 'PAT' },
  clinical: { ja: '診て判断', en: 'by eye' },
  tag: { ja: 'タッグのとおり', en: 'as on the tag' },
} as const satisfies Record<TriageMethod, Words>

export const continuityWayWords = {
  code: { ja: '1回限りのコードで暗号化', en: 'encrypted under a code made once' },
  keys: { ja: '病院の鍵で暗号化', en: 'encrypted for the hospital’s keys' },
  plain: { ja: '暗号化なし', en: 'not encrypted' },
} as const satisfies Record<ContinuityWay, Words>

export const openWhyWords = {
  proxy: { ja: '代行・未承認', en: 'On behalf, not approved' },
  'no-reason': { ja: '業務の外・理由なし', en: 'Outside duties, no reason' },
  alone: { ja: '1人で実施', en: 'Done alone' },
  uncalled: { ja: 'パニック値・連絡の記録なし', en: 'Critical value, nobody told yet' },
} as const satisfies Record<OpenWhy, Words>

/** Both languages, and what is the same in both (typed text, a number with its unit) once. */
export function both(words: Words): string {
  return words.ja === words.en ? words.ja : `${words.ja} ${words.en}`
}

/** 「2026-11-20 16:24」, in Japan. */
export function shownMoment(at: Instant): string {
  const { date, hhmm } = tokyoParts(at)
  return `${date} ${hhmm}`
}

/** 「試験 看護（看護師 N-1042）」 */
export function shownPerson({ name, profession, staffNumber }: Person): string {
  return `${name}（${professionWords[profession].ja} ${staffNumber}）`
}
