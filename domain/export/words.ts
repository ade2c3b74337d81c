import type { LadderAnswer, LadderQuestion } from '../incident/ladder.ts'
import type { PersonalDataAtRisk, ReportedTo } from '../incident/report.ts'
import type { IncidentEffect } from '../incident/reason.ts'
import type { BodyOf } from '../log/kinds.ts'
import type { Person, Profession } from '../log/person.ts'
import type { Sex } from '../patient/birth.ts'
import type { DutyReason } from '../record/duty-reason.ts'
import type { Words } from '../patient/wareki.ts'
import type { AllergyStatement } from '../record/allergy.ts'
import type { ChronologyKind, ChronologyMeans } from '../record/chronology-line.ts'
import type { ClockWhy } from '../record/clock-confirmed.ts'
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

export function both(words: Words): string {
  return `${words.ja} ${words.en}`
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
