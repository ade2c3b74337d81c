import type { EntryId } from '../ids.ts'
import type { BodyOf, Kind } from '../log/kinds.ts'
import { bloodTypeSourceWords, bloodProductWords, bagCheckWords, crossmatchWords, shownBloodType } from '../transfusion/transfusion.ts'
import { resultFlagWords, type ResultLine } from '../exam/exam.ts'
import { fluidWayWords } from '../fluid/fluid.ts'
import { controlledMoveWords, infusionChangeWords, lastDoseSourceWords, sixRightWords, withheldWords, withoutOrderWords, type MedicineGiven } from '../medicine/medicine.ts'
import { saysHold } from '../linkage/class.ts'
import { saysField, saysLevel } from '../linkage/levels.ts'
import { routeWords, shownDose, shownRate, type Rate } from '../medicine/units.ts'
import { orderCategoryWords, orderTermWords, type OrderedMedicine } from '../order/order.ts'
import type { Words } from '../patient/wareki.ts'
import { checkWords } from '../reconcile/checks.ts'
import { matchDecisionWords } from '../reconcile/match.ts'
import { stepWords } from '../reconcile/transcription.ts'
import { aloneBecause, shownSecond, type ByTwo } from '../record/second.ts'
import type { Instant } from '../time.ts'
import type { Cell } from './csv.ts'
import { stableJson } from './stable-json.ts'
import { shownMoment } from './words.ts'

/**
 * What each kind of care, and of bringing care back into the hospital's system, holds, field by field: for programs (`raw`, a column of its table) and for people (`said`, null where
 * there is nothing to say). One list, so that the table, the page of an export, the course on the screen and a printed line
 * say the same. Fields are added at the end, never moved.
 */
export type CareCell<Body> = {
  readonly name: string
  readonly words: Words
  readonly raw: (body: Body) => Cell
  readonly said: (body: Body) => Words | null
  /** Of a field that names another record. */
  readonly of: ((body: Body) => EntryId | null) | null
}

export type CareKind = keyof typeof careCells
export const isCare = (kind: Kind): kind is CareKind => kind in careCells

const same = (text: string): Words => ({ ja: text, en: text })

function text<Body>(name: string, ja: string, en: string, get: (body: Body) => string): CareCell<Body> {
  return { name, words: { ja, en }, raw: get, said: (body) => (get(body).trim() === '' ? null : same(get(body))), of: null }
}

/** A code, and the words it stands for. */
function code<Body, Code extends string>(name: string, ja: string, en: string, get: (body: Body) => Code | null, words: Readonly<Record<Code, Words>>): CareCell<Body> {
  const said = (body: Body): Words | null => {
    const value = get(body)
    return value === null ? null : { ja: words[value].ja, en: words[value].en }
  }
  return { name, words: { ja, en }, raw: get, said, of: null }
}

function codes<Body, Code extends string>(name: string, ja: string, en: string, get: (body: Body) => readonly Code[], words: Readonly<Record<Code, Words>>): CareCell<Body> {
  const joined = (values: readonly Code[]): Words | null => (values.length === 0 ? null : { ja: values.map((value) => words[value].ja).join('・'), en: values.map((value) => words[value].en).join(', ') })
  return { name, words: { ja, en }, raw: (body) => get(body).join(' '), said: (body) => joined(get(body)), of: null }
}

function amount<Body>(name: string, ja: string, en: string, get: (body: Body) => number | null, unit: string): CareCell<Body> {
  return { name, words: { ja, en }, raw: get, said: (body) => (get(body) === null ? null : same(`${String(get(body))}${unit === '' ? '' : ` ${unit}`}`)), of: null }
}

function moment<Body>(name: string, ja: string, en: string, get: (body: Body) => Instant | null): CareCell<Body> {
  return { name, words: { ja, en }, raw: get, said: (body) => saidMoment(get(body)), of: null }
}

const saidMoment = (at: Instant | null): Words | null => (at === null ? null : same(shownMoment(at)))

/** Yes is said, and no where it matters. */
function flag<Body>(name: string, ja: string, en: string, get: (body: Body) => boolean | null, no: Words | null = null): CareCell<Body> {
  return { name, words: { ja, en }, raw: get, said: (body) => (get(body) === null ? null : get(body) === true ? { ja: 'はい', en: 'yes' } : no), of: null }
}

function record<Body>(name: string, ja: string, en: string, get: (body: Body) => EntryId | null): CareCell<Body> {
  return { name, words: { ja, en }, raw: get, said: () => null, of: get }
}

function shown<Body>(name: string, ja: string, en: string, said: (body: Body) => Words | null, raw: (body: Body) => Cell): CareCell<Body> {
  return { name, words: { ja, en }, raw, said, of: null }
}

function rate<Body>(get: (body: Body) => Rate | null): readonly CareCell<Body>[] {
  return [
    shown('rate', '速度', 'rate', (body) => saidRate(get(body)), (body) => get(body)?.value ?? null),
    shown('rateUnit', '速度の単位', 'unit of the rate', () => null, (body) => get(body)?.unit ?? null),
  ]
}

const saidRate = (value: Rate | null): Words | null => (value === null ? null : shownRate(value))

function byTwo<Body>(get: (body: Body) => ByTwo | null): readonly CareCell<Body>[] {
  const alone = (body: Body): string => aloneIn(get(body))
  return [
    shown('secondNumber', '2人目の職員番号', 'second person, number', () => null, (body) => secondIn(get(body))?.staffNumber ?? null),
    shown('second', '2人目', 'second person', (body) => saidSecond(get(body)), (body) => secondIn(get(body))?.name ?? null),
    text('aloneBecause', '1人で行った理由', 'alone because', alone),
  ]
}

const aloneIn = (two: ByTwo | null): string => (two === null ? '' : (aloneBecause(two) ?? ''))
const secondIn = (two: ByTwo | null): { readonly staffNumber: string; readonly name: string } | null => (two !== null && 'second' in two ? two.second : null)
const saidSecond = (two: ByTwo | null): Words | null => (two === null || shownSecond(two) === '' ? null : same(shownSecond(two)))

/** 「セフトリアキソン 1 g 点滴（末梢）」 */
export function shownMedicine({ drug, amount: dose, unit, route }: Pick<OrderedMedicine | MedicineGiven, 'drug' | 'amount' | 'unit' | 'route'>): Words {
  const said = shownDose(dose, unit)
  return { ja: `${drug} ${said.ja} ${routeWords[route].ja}`, en: `${drug} ${said.en} ${routeWords[route].en}` }
}

/** 「CRP 12.3 mg/dL（0–0.3）高」 */
export function shownResult({ item, value, unit, range, flag: raised }: ResultLine): Words {
  const [left, right] = [`${item} ${value}${unit === '' ? '' : ` ${unit}`}`, range === '' ? '' : `（${range}）`]
  return raised === null ? same(`${left}${right}`) : { ja: `${left}${right} ${resultFlagWords[raised].ja}`, en: `${left}${right} ${resultFlagWords[raised].en}` }
}

const orderOf = { asked: ({ asked }: MedicineGiven) => ('order' in asked ? asked : null), without: ({ asked }: MedicineGiven) => ('without' in asked ? asked : null) }

export const careCells = {
  'order-given': [
    code('category', '種類', 'category', (body) => body.category, orderCategoryWords),
    code('term', '種別', 'term', (body) => body.term, orderTermWords),
    shown('medicine', '薬剤', 'medicine', ({ medicine }) => (medicine === null ? null : shownMedicine(medicine)), ({ medicine }) => medicine?.drug ?? null),
    shown('amount', '1回量', 'dose', () => null, ({ medicine }) => medicine?.amount ?? null),
    shown('unit', '単位', 'unit', () => null, ({ medicine }) => medicine?.unit ?? null),
    shown('route', '経路', 'route', () => null, ({ medicine }) => medicine?.route ?? null),
    ...rate<BodyOf<'order-given'>>(({ medicine }) => medicine?.rate ?? null),
    text('mixedWith', '希釈・ルート', 'mixed with, line', ({ medicine }) => medicine?.mixedWith ?? ''),
    flag('isControlled', '麻薬・向精神薬', 'controlled', ({ medicine }) => medicine?.isControlled ?? null),
    text('text', '内容', 'text', (body) => body.text),
    text('condition', '条件', 'condition', (body) => body.condition),
    moment('from', '開始', 'from', (body) => body.from),
    moment('until', '終了', 'until', (body) => body.until),
    text('times', '時刻', 'times', (body) => body.times.join('・')),
    flag('urgent', '緊急', 'urgent', (body) => body.urgent),
    flag('verbal', '口頭指示', 'verbal order', (body) => body.verbal !== null),
    flag('readBack', '復唱', 'read back', (body) => body.verbal?.readBack ?? null, { ja: 'していない', en: 'no' }),
  ],
  'order-received': [record('order', '受けた指示', 'order received', (body) => body.order)],
  'order-done': [
    record('order', '実施した指示', 'order carried out', (body) => body.order),
    moment('due', '予定', 'due', (body) => body.due),
    text('note', '備考', 'note', (body) => body.note),
  ],
  'order-stopped': [
    record('order', '中止した指示', 'order stopped', (body) => body.order),
    text('reason', '理由', 'reason', (body) => body.reason),
  ],
  'last-dose-confirmed': [
    code('source', '情報源', 'source', (body) => body.source, lastDoseSourceWords),
    shown('doses', '最後に使った薬', 'last doses', ({ doses, source }) => (doses.length > 0 ? same(doses.map(({ drug, at, when }) => `${drug} ${[at === null ? '' : shownMoment(at), when].filter((part) => part.trim() !== '').join(' ')}`.trim()).join('、')) : source === 'unknown' ? { ja: '不明', en: 'not known' } : { ja: '使っている薬なし', en: 'takes nothing' }), (body) => stableJson(body.doses)),
    text('note', '備考', 'note', (body) => body.note),
  ],
  'medicine-given': [
    shown('medicine', '薬剤', 'medicine', (body) => shownMedicine(body), (body) => body.drug),
    shown('amount', '量', 'amount', () => null, (body) => body.amount),
    shown('unit', '単位', 'unit', () => null, (body) => body.unit),
    shown('route', '経路', 'route', () => null, (body) => body.route),
    ...rate<BodyOf<'medicine-given'>>((body) => body.rate),
    record('order', '指示', 'order', (body) => orderOf.asked(body)?.order ?? null),
    moment('due', '予定', 'due', (body) => orderOf.asked(body)?.due ?? null),
    code('without', '指示なしの理由', 'given without an order because', (body) => orderOf.without(body)?.without ?? null, withoutOrderWords),
    text('withoutWords', '指示なしの説明', 'in words', (body) => orderOf.without(body)?.words ?? ''),
    text('site', '部位', 'site', (body) => body.site),
    text('mixedWith', '希釈・ルート', 'mixed with, line', (body) => body.mixedWith),
    codes('rights', '6R', 'six rights', (body) => body.rights, sixRightWords),
    ...byTwo<BodyOf<'medicine-given'>>((body) => body.byTwo),
    text('slip', '施用票番号', 'slip number', (body) => body.controlled?.slip ?? ''),
    shown('discarded', '残の廃棄', 'discarded', ({ controlled, unit }) => (controlled === null ? null : shownDose(controlled.discarded, unit)), ({ controlled }) => controlled?.discarded ?? null),
    text('before', '投与前', 'before', (body) => body.before),
    text('note', '備考', 'note', (body) => body.note),
  ],
  'medicine-withheld': [
    record('order', '指示', 'order', (body) => body.order),
    moment('due', '予定', 'due', (body) => body.due),
    code('because', '未投与の理由', 'not given because', (body) => body.because, withheldWords),
    text('words', '説明', 'in words', (body) => body.words),
  ],
  'infusion-changed': [
    record('infusion', '点滴', 'infusion', (body) => body.infusion),
    code('change', '変更', 'change', (body) => body.change, infusionChangeWords),
    ...rate<BodyOf<'infusion-changed'>>((body) => body.rate),
    amount('givenMl', '入った量', 'given', (body) => body.givenMl, 'mL'),
    amount('discardedMl', '残量廃棄', 'discarded', (body) => body.discardedMl, 'mL'),
    ...byTwo<BodyOf<'infusion-changed'>>((body) => body.byTwo),
    text('note', '観察', 'seen', (body) => body.note),
  ],
  'effect-seen': [
    record('dose', '投与', 'dose', (body) => body.dose),
    text('effect', '効果', 'effect', (body) => body.effect),
  ],
  'controlled-moved': [
    text('drug', '薬剤', 'medicine', (body) => body.drug),
    code('move', '種別', 'kind', (body) => body.move, controlledMoveWords),
    shown('amount', '量', 'amount', ({ amount: moved, unit }) => shownDose(moved, unit), (body) => body.amount),
    shown('unit', '単位', 'unit', () => null, (body) => body.unit),
    text('slip', '票番号', 'slip number', (body) => body.slip),
    ...byTwo<BodyOf<'controlled-moved'>>((body) => body.byTwo),
    text('explained', '差の説明', 'explained', (body) => body.explained),
  ],
  'blood-type-stated': [
    shown('type', '血液型', 'blood type', ({ type }) => shownBloodType(type), ({ type }) => `${type.abo} ${type.rh}`),
    code('source', '情報源', 'source', (body) => body.source, bloodTypeSourceWords),
    text('sample', '検体', 'sample', (body) => body.sample),
  ],
  'transfusion-started': [
    code('product', '製剤', 'product', (body) => body.product, bloodProductWords),
    text('lot', '製造番号', 'lot', (body) => body.lot),
    amount('units', '単位数', 'units', (body) => body.units, ''),
    amount('volumeMl', '容量', 'volume', (body) => body.volumeMl, 'mL'),
    shown('bagType', 'バッグの血液型', 'blood type of the bag', ({ bagType }) => (bagType === null ? null : shownBloodType(bagType)), ({ bagType }) => (bagType === null ? null : `${bagType.abo} ${bagType.rh}`)),
    shown('patientType', '患者の血液型', 'blood type of the patient', ({ patientType }) => (patientType === null ? null : shownBloodType(patientType)), ({ patientType }) => (patientType === null ? null : `${patientType.abo} ${patientType.rh}`)),
    text('expiresOn', '有効期限', 'expires on', (body) => body.expiresOn),
    code('crossmatch', '交差適合試験', 'crossmatch', (body) => body.crossmatch, crossmatchWords),
    codes('checks', '照合', 'compared', (body) => body.checks, bagCheckWords),
    ...byTwo<BodyOf<'transfusion-started'>>((body) => body.byTwo),
    record('order', '指示', 'order', (body) => body.order),
    text('note', '備考', 'note', (body) => body.note),
  ],
  'transfusion-watched': [
    record('bag', 'バッグ', 'bag', (body) => body.bag),
    shown('minutes', '開始から', 'after the start', ({ minutes }) => (minutes === null ? null : { ja: `${minutes} 分`, en: `${minutes} min` }), ({ minutes }) => minutes),
    shown('fine', '状態', 'state', ({ fine }) => (fine ? { ja: '異常なし', en: 'nothing abnormal' } : { ja: '異常あり', en: 'abnormal' }), ({ fine }) => fine),
    text('words', '所見', 'seen', (body) => body.words),
  ],
  'transfusion-ended': [
    record('bag', 'バッグ', 'bag', (body) => body.bag),
    amount('givenMl', '輸血量', 'given', (body) => body.givenMl, 'mL'),
    shown('reacted', '副作用', 'reaction', ({ reacted }) => (reacted ? { ja: 'あり', en: 'seen' } : { ja: 'なし', en: 'none' }), ({ reacted }) => reacted),
    text('reaction', '副作用の内容', 'reaction in words', (body) => body.reaction),
  ],
  'specimen-taken': [
    record('order', '指示', 'order', (body) => body.order),
    text('specimen', '検体', 'specimen', (body) => body.specimen),
    text('label', 'ラベル番号', 'label', (body) => body.label),
    text('note', '備考', 'note', (body) => body.note),
  ],
  'exam-reported': [
    record('order', '指示', 'order', (body) => body.order),
    text('exam', '検査', 'test', (body) => body.exam),
    text('specimen', '検体', 'specimen', (body) => body.specimen),
    shown('lines', '結果', 'results', ({ lines }) => (lines.length === 0 ? null : { ja: lines.map((line) => shownResult(line).ja).join('、'), en: lines.map((line) => shownResult(line).en).join(', ') }), (body) => stableJson(body.lines)),
    text('findings', '所見', 'findings', (body) => body.findings),
  ],
  'critical-called': [
    record('result', '結果', 'result', (body) => body.result),
    text('caller', '連絡した人', 'told by', (body) => body.caller),
    text('told', '連絡を受けた人', 'told to', (body) => body.told),
    flag('readBack', '復唱', 'read back', (body) => body.readBack, { ja: 'していない', en: 'no' }),
    text('answer', '指示・対応', 'answer', (body) => body.answer),
  ],
  'fluid-measured': [
    code('way', '種類', 'way', (body) => body.way, fluidWayWords),
    text('name', '名称', 'name', (body) => body.name),
    amount('amountMl', '量', 'amount', (body) => body.amountMl, 'mL'),
    amount('times', '回数', 'times', (body) => body.times, ''),
    text('note', '備考', 'note', (body) => body.note),
  ],
  'match-decided': [
    code('decision', '決定', 'decision', (body) => body.decision, matchDecisionWords),
    text('hospitalId', '正のID', 'hospital id', (body) => body.hospitalId ?? ''),
    moment('listTakenAt', '参照データの日時', 'list taken at', (body) => body.from?.takenAt ?? null),
    shown('evidence', '根拠', 'evidence', ({ evidence }) => (evidence.length === 0 ? null : { ja: evidence.map(({ field, level }) => `${saysField(field).ja}：${saysLevel(level).ja}`).join('、'), en: evidence.map(({ field, level }) => `${saysField(field).en}: ${saysLevel(level).en}`).join(', ') }), ({ evidence }) => stableJson(evidence)),
    shown('holds', '注意', 'held back by', ({ holds }) => (holds.length === 0 ? null : { ja: holds.map((hold) => saysHold(hold).ja).join('、'), en: holds.map((hold) => saysHold(hold).en).join(', ') }), ({ holds }) => holds.join(' ')),
    text('reason', '理由', 'reason', (body) => body.reason),
    ...byTwo<BodyOf<'match-decided'>>((body) => body.byTwo),
  ],
  'record-transcribed': [
    code('step', '段階', 'step', (body) => body.step, stepWords),
    shown('of', '記録のID', 'ids of the records', ({ of }) => ({ ja: `${of.length} 件`, en: `${of.length} records` }), ({ of }) => of.join(' ')),
    text('target', '転記先の番号', 'number typed under', (body) => body.target ?? ''),
    text('note', '備考・理由', 'note or reason', (body) => body.note),
  ],
  'sheet-listed': [
    text('title', '表題', 'title', (body) => body.title),
    amount('pages', '枚数', 'pages', (body) => body.pages, ''),
    text('written', '書いた期間', 'written between', (body) => body.written),
    shown('patient', '患者のID', 'patient id', () => null, (body) => body.patient),
  ],
  'check-signed': [
    code('check', '点検', 'check', (body) => body.check, checkWords),
    amount('count', '残り', 'open', (body) => body.count, ''),
    text('reason', '理由', 'reason', (body) => body.reason),
  ],
  'archive-labelled': [
    text('first', '媒体1に書いたこと', 'written on medium 1', ({ media: [{ label }] }) => label),
    text('firstPlace', '媒体1の保管場所', 'where medium 1 is kept', ({ media: [{ place }] }) => place),
    text('second', '媒体2に書いたこと', 'written on medium 2', ({ media: [, { label }] }) => label),
    text('secondPlace', '媒体2の保管場所', 'where medium 2 is kept', ({ media: [, { place }] }) => place),
  ],
} as const satisfies { readonly [K in Kind]?: readonly CareCell<BodyOf<K>>[] }
