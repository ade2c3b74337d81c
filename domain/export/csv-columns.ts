import { kinds, kindNames, type BodyOf, type Kind } from '../log/kinds.ts'
import type { Birth } from '../patient/birth.ts'
import { shownName } from '../patient/naming.ts'
import type { Words } from '../patient/wareki.ts'
import { shownCategory } from '../triage/category.ts'
import { careCells, isCare, type CareCell, type CareKind } from './care-cells.ts'
import type { Cell } from './csv.ts'
import { stableJson } from './stable-json.ts'
import { triageJobWords } from './words.ts'

/** One column: `name` for programs, the words for people, and the cell of a body. */
export type Column<Body> = { readonly name: string; readonly words: Words; readonly cell: (body: Body) => Cell }

/** The columns of a kind's own table. A kind without columns does not compile; columns are added at the end, never moved. */
export function columnsOf<K extends Kind>(kind: K): readonly Column<BodyOf<K>>[] {
  if (isCare(kind)) return careColumns(kind) as readonly Column<BodyOf<K>>[] // the cells of this very kind
  return (columns as { readonly [K in Kind]?: readonly Column<BodyOf<K>>[] })[kind] ?? []
}

function careColumns(kind: CareKind): readonly Column<never>[] {
  const cells: readonly CareCell<never>[] = careCells[kind]
  return cells.map(({ name, words, raw }) => ({ name, words, cell: raw }))
}

/** Tables in the order of the kinds, each of one kind. */
export const tables: readonly { readonly kind: Kind; readonly table: string }[] = kindNames.map((kind) => ({ kind, table: kinds[kind].table }))

function column<Body>(name: string, ja: string, en: string, cell: (body: Body) => Cell): Column<Body> {
  return { name, words: { ja, en }, cell }
}

const columns: { readonly [K in Exclude<Kind, CareKind>]: readonly Column<BodyOf<K>>[] } = {
  'incident-told': [
    column('reason', '理由', 'reason', (body) => body.reasonCode),
    column('story', '経緯', 'story', (body) => body.story),
    column('openerNumber', '開封者の職員番号', 'opener number', (body) => body.opener.staffNumber),
    column('openerName', '開封者', 'opener', (body) => body.opener.name),
    column('decidedBy', '判断者', 'decided by', (body) => body.decidedBy),
    column('clockOffsetMs', '時計のずれ ms', 'clock offset ms', (body) => body.clockOffsetMs),
    column('effects', '影響', 'effects', (body) => body.effects.join(' ')),
    column('stageSuggested', '段階の目安', 'stage suggested', (body) => body.ladder?.suggested ?? null),
    column('stageChosen', '決めた段階', 'stage decided', (body) => body.ladder?.chosen ?? null),
    column('deciderNumber', '判断者の職員番号', 'decider number', (body) => body.decider?.staffNumber ?? null),
    column('witnessNumber', '立会者の職員番号', 'witness number', (body) => body.witness?.staffNumber ?? null),
    column('witnessName', '立会者', 'witness', (body) => body.witness?.name ?? null),
  ],
  'person-identified': [
    column('personNumber', '職員番号', 'staff number', (body) => body.person.staffNumber),
    column('personName', '職員名', 'name', (body) => body.person.name),
    column('personProfession', '職種', 'profession', (body) => body.person.profession),
    column('vouchedBy', '確認した人', 'vouched for by', (body) => body.vouchedBy),
    column('organisation', '所属', 'organisation', (body) => body.organisation),
  ],
  'patient-registered': [
    column('name', '表示名', 'shown name', (body) => shownName(body.naming)),
    column('family', '姓', 'family name', (body) => (body.naming.kind === 'known' ? body.naming.family : null)),
    column('given', '名', 'given name', (body) => (body.naming.kind === 'known' ? body.naming.given : null)),
    column('familyKana', 'セイ', 'family kana', (body) => (body.naming.kind === 'known' ? body.naming.familyKana : null)),
    column('givenKana', 'メイ', 'given kana', (body) => (body.naming.kind === 'known' ? body.naming.givenKana : null)),
    column('alias', '仮名', 'alias', (body) => (body.naming.kind === 'unknown' ? body.naming.alias.join(' ') : null)),
    column('sex', '性別', 'sex', (body) => body.sex),
    column('birthKind', '生年月日の種類', 'kind of birth date', (body) => body.birth.kind),
    column('birth', '生年月日・推定年齢', 'birth date or estimated age', (body) => birthCell(body.birth)),
    column('bed', '登録時のベッド', 'bed at registration', (body) => body.bed),
    column('features', '特徴', 'features', (body) => body.features),
    column('way', '登録の方法', 'registered by way of', (body) => body.way),
    column('mother', '母のID', 'id of the mother', (body) => body.mother),
    column('cameFrom', '紹介元・転院元', 'sent from', (body) => body.arrival?.from ?? null),
    column('sentBy', '紹介した人', 'sent by', (body) => body.arrival?.sentBy ?? null),
    column('otherNumber', '転院元の患者番号', 'number at the other hospital', (body) => body.arrival?.otherNumber ?? null),
    column('letter', '紹介状', 'referral letter', (body) => (body.arrival === null || body.arrival.letter === null ? null : body.arrival.letter ? 'yes' : 'no')),
  ],
  'patient-described': [
    column('sex', '性別', 'sex', (body) => body.sex),
    column('birthKind', '生年月日の種類', 'kind of birth date', (body) => body.birth.kind),
    column('birth', '生年月日・推定年齢', 'birth date or estimated age', (body) => birthCell(body.birth)),
    column('features', '特徴', 'features', (body) => body.features),
  ],
  'identity-claimed': [
    column('name', '表示名', 'shown name', (body) => shownName(body.naming)),
    column('family', '姓', 'family name', (body) => (body.naming.kind === 'known' ? body.naming.family : null)),
    column('given', '名', 'given name', (body) => (body.naming.kind === 'known' ? body.naming.given : null)),
    column('familyKana', 'セイ', 'family kana', (body) => (body.naming.kind === 'known' ? body.naming.familyKana : null)),
    column('givenKana', 'メイ', 'given kana', (body) => (body.naming.kind === 'known' ? body.naming.givenKana : null)),
    column('sex', '性別', 'sex', (body) => body.sex),
    column('birthKind', '生年月日の種類', 'kind of birth date', (body) => body.birth.kind),
    column('birth', '生年月日・推定年齢', 'birth date or estimated age', (body) => birthCell(body.birth)),
    column('hospitalId', '正のID', 'hospital id', (body) => body.hospitalId),
    column('how', '分かった方法', 'how identified', (body) => body.how),
    column('listTakenAt', '参照データの日時', 'list taken at', (body) => body.from?.takenAt ?? null),
    column('note', '備考', 'note', (body) => body.note),
  ],
  'identity-verified': [
    column('claim', '照合した記録のID', 'id of the claim', (body) => body.claim),
    column('secondNumber', '2人目の職員番号', 'second person, number', (body) => body.second.staffNumber),
    column('secondName', '2人目', 'second person', (body) => body.second.name),
    column('how', '照合の方法', 'how verified', (body) => body.how),
  ],
  'patient-linked': [
    column('hospitalId', '正のID', 'hospital id', (body) => (body.to.kind === 'hospital' ? body.to.hospitalId : null)),
    column('patient', '結び付けた患者のID', 'linked to patient id', (body) => (body.to.kind === 'patient' ? body.to.patient : null)),
    column('reason', '理由', 'reason', (body) => body.reason),
  ],
  'photo-taken': [
    column('of', '写真', 'photo of', (body) => body.of),
    column('caption', '説明', 'caption', (body) => body.caption),
    column('sha256', 'SHA-256', 'SHA-256', (body) => body.file),
    column('bytes', '大きさ', 'bytes', (body) => body.bytes),
  ],
  'insurance-stated': [
    column('kind', '保険の種類', 'kind of insurance', (body) => body.kind),
    column('insurer', '保険者番号', 'insurer number', (body) => body.insurer),
    column('symbol', '記号', 'symbol', (body) => body.symbol),
    column('insuredNumber', '番号', 'insured number', (body) => body.number),
    column('branch', '枝番', 'branch', (body) => body.branch),
    column('workplace', '事業所・組合', 'workplace or union', (body) => body.workplace),
    column('address', '住所', 'address', (body) => body.address),
    column('phone', '連絡先', 'contact', (body) => body.phone),
    column('waivers', '一部負担金の免除', 'fee waiver', (body) => body.waivers.join(' ')),
  ],
  'stay-changed': [
    column('change', '変更', 'change', (body) => body.change),
    column('to', '行き先', 'to', (body) => body.to),
    column('mobility', '救護区分', 'mobility', (body) => body.mobility),
    column('handedOver', '申し送りの相手', 'handed over', (body) => body.handedOver),
    column('note', '備考', 'note', (body) => body.note),
  ],
  'care-needs-stated': [
    column('mobility', '救護区分', 'mobility', (body) => body.mobility),
    column('isolation', '隔離', 'isolation', (body) => body.isolation?.join(' ') ?? null),
    column('note', '備考', 'note', (body) => body.note),
  ],
  'death-confirmed': [
    column('doctor', '確認した医師', 'confirmed by', (body) => body.doctor),
    column('cause', '死因', 'cause', (body) => body.cause),
    column('note', '備考', 'note', (body) => body.note),
  ],
  'patient-sent': [
    column('to', '転送先', 'to', (body) => body.to),
    column('sha256', 'SHA-256', 'SHA-256', (body) => body.file),
    column('entries', '件数', 'entries', (body) => body.entries),
  ],
  'entry-imported': [
    column('originLetters', '元の端末', 'station of origin', (body) => body.origin.letters),
    column('originStation', '元の端末のID', 'id of that station', (body) => body.origin.station),
    column('originSeq', '元の№', 'journal number there', (body) => body.origin.seq),
    column('sha256', 'ファイルのSHA-256', 'SHA-256 of the file', (body) => body.file),
    column('entry', '記録（JSON）', 'record (JSON)', (body) => stableJson(body.entry)),
  ],
  'records-taken-in': [
    column('way', '方法', 'way', (body) => body.way),
    column('letters', '元の端末', 'station of origin', (body) => body.from.letters),
    column('ward', '病棟・机', 'ward or desk', (body) => body.from.ward),
    column('sha256', 'ファイルのSHA-256', 'SHA-256 of the file', (body) => body.file),
    column('madeAt', '作成日時', 'made at', (body) => body.madeAt),
    column('exportNo', '書き出し番号', 'export number', (body) => body.exportNo),
    column('entries', '件数', 'entries', (body) => body.entries),
    column('conflicts', '食い違い（JSON）', 'contradictions (JSON)', (body) => stableJson(body.conflicts)),
    column('moreConflicts', 'ほかの食い違い', 'further contradictions', (body) => body.moreConflicts),
  ],
  'patient-moved': [column('bed', 'ベッド', 'bed', (body) => body.bed)],
  'allergy-stated': [
    column('state', '状態', 'state', (body) => body.state),
    column('substances', '物質・反応', 'substances and reactions', (body) =>
      body.state === 'present' ? body.substances.map(({ substance, reaction }) => `${substance}：${reaction}`).join('\n') : null,
    ),
    column('source', '情報源', 'source', (body) => (body.state === 'unconfirmed' ? null : body.source)),
  ],
  'triage-decided': [
    column('category', '区分（決定）', 'category decided', (body) => body.decided),
    column('categoryWords', '色', 'colour', (body) => shownCategory(body.decided).ja),
    column('suggested', '目安', 'category suggested', (body) => body.suggested),
    column('overrideReason', '目安と違う理由', 'why otherwise than suggested', (body) => body.overrideReason),
    column('method', '方法', 'method', (body) => body.method),
    column('ruleSet', '規則', 'rule set', (body) => body.ruleSet),
    column('tagNumber', 'タッグ番号', 'tag number', (body) => body.tagNumber),
    column('tagReplaced', 'タッグの付け替え', 'new tag hung', (body) => (body.tagReplaced ? '同じ番号の新しいタッグ' : null)),
    column('place', '実施場所', 'place', (body) => body.place),
    column('organisation', '実施機関', 'organisation', (body) => body.organisation),
    column('job', '実施者の職', 'job of the officer', (body) => triageJobWords[body.job].ja),
    column('note', '特記', 'note', (body) => body.note),
    column('values', '所見（JSON）', 'answers (JSON)', (body) => (body.values === null ? null : stableJson(body.values))),
    column('who', '対象（JSON）', 'who (JSON)', (body) => (body.who === null ? null : stableJson(body.who))),
  ],
  'vital-signs': [
    column('temperatureC', '体温 ℃', 'temperature °C', (body) => body.temperatureC),
    column('pulsePerMin', '脈拍 回/分', 'pulse /min', (body) => body.pulsePerMin),
    column('systolicMmHg', '収縮期血圧 mmHg', 'systolic mmHg', (body) => body.systolicMmHg),
    column('diastolicMmHg', '拡張期血圧 mmHg', 'diastolic mmHg', (body) => body.diastolicMmHg),
    column('respirationsPerMin', '呼吸 回/分', 'respirations /min', (body) => body.respirationsPerMin),
    column('spo2Percent', 'SpO2 %', 'SpO2 %', (body) => body.spo2Percent),
    column('oxygenLPerMin', '酸素 L/分', 'oxygen L/min', (body) => body.oxygenLPerMin),
    column('jcs', 'JCS', 'JCS', (body) => body.jcs),
    column('remark', '備考', 'remark', (body) => body.remark),
  ],
  note: [column('text', '記録', 'note', (body) => body.text)],
  'entry-struck': [
    column('struck', '取り消した記録のID', 'id of the record struck', (body) => body.struck),
    column('reason', '理由', 'reason', (body) => body.reason),
  ],
  'chart-opened': [column('via', '開き方', 'opened by way of', (body) => body.via)],
  'proxy-approved': [column('approved', '承認した記録のID', 'id of the record approved', (body) => body.approved)],
  'outside-usual': [
    column('entry', '記録のID', 'id of the record', (body) => body.entry),
    column('reason', '理由', 'reason', (body) => body.reason),
    column('words', '説明', 'in words', (body) => body.words),
  ],
  countersigned: [column('entry', '確認した記録のID', 'id of the record countersigned', (body) => body.entry)],
  'draft-taken-over': [
    column('draft', '書きかけのID', 'id of the draft', (body) => body.draft),
    column('from', '書きかけていた人の職員番号', 'begun by', (body) => body.from),
  ],
  'export-made': [
    column('sha256', 'SHA-256', 'SHA-256', (body) => body.sha256),
    column('bytes', '大きさ', 'bytes', (body) => body.bytes),
    column('entries', '件数', 'entries', (body) => body.entries),
    column('recipients', '宛先の数', 'recipients', (body) => body.recipients),
  ],
  'continuity-made': [
    column('sha256', 'SHA-256', 'SHA-256', (body) => body.sha256),
    column('bytes', '大きさ', 'bytes', (body) => body.bytes),
    column('patients', '人数', 'patients', (body) => body.patients),
    column('records', '件数', 'records', (body) => body.records),
    column('medium', '書き込み先', 'medium', (body) => body.medium),
    column('way', '暗号化', 'encryption', (body) => body.protection.way),
    column('recipients', '宛先の数', 'recipients', (body) => (body.protection.way === 'keys' ? body.protection.recipients : null)),
    column('reason', '暗号化しない理由', 'why not encrypted', (body) => (body.protection.way === 'plain' ? body.protection.reason : null)),
    column('secondNumber', '2人目の職員番号', 'second person, number', (body) => (body.protection.way === 'plain' ? body.protection.second.staffNumber : null)),
    column('secondName', '2人目', 'second person', (body) => (body.protection.way === 'plain' ? body.protection.second.name : null)),
  ],
  'clock-confirmed': [
    column('offsetMs', '時計のずれ ms', 'clock offset ms', (body) => body.offsetMs),
    column('why', '理由', 'why', (body) => body.why),
    column('second', '2人目の職員番号', 'second person', (body) => body.second),
    column('aloneBecause', '1人で確かめた理由', 'alone because', (body) => body.aloneBecause),
  ],
  'chronology-line': [
    column('from', '発信', 'from', (body) => body.from),
    column('to', '受信', 'to', (body) => body.to),
    column('means', '手段', 'means', (body) => body.means),
    column('lineKind', '種別', 'kind', (body) => body.lineKind),
    column('content', '内容', 'content', (body) => body.content),
  ],
  'ward-line-struck': [
    column('struck', '取り消した行のID', 'id of the line struck', (body) => body.struck),
    column('reason', '理由', 'reason', (body) => body.reason),
  ],
  'stood-down': [
    column('decidedBy', '判断者', 'decided by', (body) => body.decidedBy),
    column('open', '済んでいない項目', 'steps not done', (body) => body.steps.filter(({ isDone }) => !isDone).map(({ step }) => step).join('\n')),
    column('reason', 'それでも進める理由', 'why all the same', (body) => body.reason),
  ],
  'hand-over-signed': [
    column('lastDose', '最終投与', 'last dose', (body) => body.lastDose),
    column('nextDue', '次の予定', 'next due', (body) => body.nextDue),
    column('pumps', '動いているポンプ', 'running pumps', (body) => body.pumps),
    column('note', '申し送り', 'note', (body) => body.note),
    column('takenOverBy', '引き継ぐ人', 'taken over by', (body) => body.takenOverBy),
    column('takenOverAt', '引き継ぐ日時', 'taken over at', (body) => body.takenOverAt),
  ],
  'incident-reported': [
    column('found', '見つけた日時', 'found', (body) => body.found),
    column('stopped', '止まったもの', 'what stopped', (body) => body.stopped),
    column('scope', '影響の範囲', 'scope', (body) => body.scope),
    column('personalData', '個人情報のおそれ', 'personal data at risk', (body) => body.personalData),
    column('actions', '行ったこと', 'actions', (body) => body.actions),
    column('reports', '報告先', 'reported to', (body) => body.reports.map(({ to, by, at, note }) => `${to} ${at} ${by} ${note}`.trim()).join('\n')),
  ],
  'sheet-printed': [
    column('form', '様式', 'form', (body) => body.form),
    column('sheets', '枚数', 'sheets', (body) => body.sheets),
    column('serials', '用紙番号', 'sheet numbers', (body) => body.serials.join(' ')),
    column('patient', '患者のID', 'patient id', (body) => body.patient),
  ],
  'numbers-set-aside': [
    column('letters', '端末の文字', 'station letters', (body) => body.letters),
    column('first', '最初の番号', 'first count', (body) => body.first),
    column('last', '最後の番号', 'last count', (body) => body.last),
  ],
  'numbers-voided': [
    column('letters', '端末の文字', 'station letters', (body) => body.letters),
    column('first', '最初の番号', 'first count', (body) => body.first),
    column('last', '最後の番号', 'last count', (body) => body.last),
    column('reason', '理由', 'reason', (body) => body.reason),
    column('words', '説明', 'words', (body) => body.words),
  ],
  form: [
    column('definition', '様式', 'form', (body) => body.definition),
    column('version', '版', 'version', (body) => body.version),
    column('values', '値（JSON）', 'values (JSON)', (body) => stableJson(body.values)),
  ],
  'form-extended': [
    column('definition', '様式', 'form', (body) => body.definition),
    column('version', '版', 'version', (body) => body.version),
    column('fields', '項目（JSON）', 'fields (JSON)', (body) => stableJson(body.fields)),
  ],
}

function birthCell(birth: Birth): Cell {
  switch (birth.kind) {
    case 'day':
      return birth.on
    case 'month':
      return birth.month
    case 'year':
      return birth.year
    case 'estimated-age':
      return birth.years
    case 'age-band':
      return `${birth.from}–${birth.to ?? ''}`
    case 'unknown':
      return null
  }
}
