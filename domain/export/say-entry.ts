import { formOf } from '../form/forms.ts'
import type { FormExtended } from '../form/hospital-field.ts'
import { sayForm } from '../form/say-form.ts'
import type { EntryId } from '../ids.ts'
import type { LadderQuestion } from '../incident/ladder.ts'
import { readEntry, type Entry } from '../log/entry.ts'
import { kinds, type BodyOf, type Kind } from '../log/kinds.ts'
import { shownKana, shownName } from '../patient/naming.ts'
import { shownBirth, type Words } from '../patient/wareki.ts'
import { sheetForms, shownForm } from '../print/form.ts'
import type { Arrival } from '../record/arrival.ts'
import { vitalFields } from '../record/vital-fields.ts'
import { shownPressure, shownVital } from '../record/vital-fields.ts'
import { tokyoDateOf } from '../time.ts'
import { shownCategory } from '../triage/category.ts'
import { isCare, type CareKind } from './care-cells.ts'
import { sayCare } from './say-care.ts'
import { allergyWords, answerWords, blankVoidWords, both, clockWhyWords, continuityWayWords, dutyReasonWords, effectWords, howIdentifiedWords, insuranceWords, isolationWords, lineKindWords, meansWords, mobilityWords, personalDataWords, photoWords, questionWords, reasonWords, registeredByWords, reportedToWords, sexWords, shownMoment, shownPerson, stayWords, triageJobWords, triageMethodWords, waiverWords } from './words.ts'

/** One line of a record in words: what it is about (null: the text speaks for itself) and the text, as typed where it was typed. */
export type Said = { readonly label: Words | null; readonly text: string }

type Reader = {
  readonly entry: Entry
  readonly placeOf: (id: EntryId) => number | null
  /** What this hospital added to forms; left out for what another station wrote, whose fields may bear the same names. */
  readonly forms?: readonly FormExtended[]
}
type Saying<K extends Kind> = (body: BodyOf<K>, reader: Reader) => readonly Said[]

/** What a record says, for a page. Nothing in an entry is left out because it is empty in others. */
export function sayEntry(reader: Reader): readonly Said[] {
  const { entry, placeOf } = reader
  if (isOfCare(entry)) return sayCare(entry, placeOf).map(({ label, text }) => ({ label, text: both(text) }))
  const say = sayings[entry.kind] as Saying<Kind> // the row of this entry's own kind takes this entry's own body
  return say(entry.body, reader)
}

function isOfCare(entry: Entry): entry is Entry<CareKind> {
  return isCare(entry.kind)
}

const said = (ja: string, en: string, text: string): Said => ({ label: { ja, en }, text })
const placed = (place: number | null): string => (place === null ? '—' : `№${place}`)
const unlessEmpty = (ja: string, en: string, text: string): readonly Said[] => (text === '' ? [] : [said(ja, en, text)])

const ladderQuestions = Object.keys(questionWords) as readonly LadderQuestion[] // questionWords has exactly the questions

function strikeSaid({ struck, reason, replacement }: BodyOf<'entry-struck'>, { placeOf }: Reader): readonly Said[] {
  const place = placeOf(struck)
  return [said('取り消した記録', 'record struck', place === null ? '—' : `№${place}`), said('理由', 'reason', reason), ...(replacement === undefined ? [] : [said('訂正後の記録', 'said right in', placed(placeOf(replacement)))])]
}

/** What the other station's record says, in the same words; one that this program cannot read stands in the table as it came. */
function importedSaid(there: BodyOf<'entry-imported'>['entry'], form: FormExtended | null, { placeOf }: Reader): readonly Said[] {
  const read = readEntry(there)
  if (!read.ok || read.value.kind === 'entry-imported') return [said('記録', 'record', '読めません unreadable')]
  return [said('記録', 'record', both(kinds[read.value.kind].label)), said('記入者', 'written by', shownPerson(read.value.by)), ...sayEntry({ entry: read.value, placeOf, forms: form === null ? [] : [form] })]
}

/** Every answer that was given, as stored: names and codes are those of the triage table in the export. */
function answersSaid(values: object): string {
  const given = Object.entries(values).filter(([, value]) => value !== null)
  return given.length === 0 ? '—' : given.map(([name, value]) => `${name}=${Array.isArray(value) ? (value.length === 0 ? 'none' : value.join('+')) : String(value)}`).join('、')
}

const sayings: { readonly [K in Exclude<Kind, CareKind>]: Saying<K> } = {
  'incident-told': ({ reasonCode, story, opener, decidedBy, clockOffsetMs, effects, ladder, decider, witness }) => [
    said('理由', 'reason', both(reasonWords[reasonCode])),
    ...unlessEmpty('経緯', 'story', story),
    said('開封者', 'opened by', shownPerson(opener)),
    ...unlessEmpty('判断者', 'decided by', decidedBy),
    ...(decider?.isDeputy === true ? [said('判断者の立場', 'standing of the decider', '代行 deputy')] : []),
    said('立会者', 'witness', witness === null ? 'なし（1人で開封） none (alone)' : `${witness.name}（${witness.staffNumber}）`),
    ...unlessEmpty('影響', 'effects', effects.map((effect) => both(effectWords[effect])).join('、')),
    ...(ladder === null ? [] : [
      said('段階（目安 → 決定）', 'stage (suggested → decided)', `${ladder.suggested} → ${ladder.chosen}`),
      said('使えるもの', 'what works', ladderQuestions.map((question) => `${both(questionWords[question])} ${both(answerWords[ladder.answers[question]])}`).join('、')),
    ]),
    said('時計のずれ', 'clock offset', `${clockOffsetMs / 1000} s`),
  ],
  'person-identified': ({ person, vouchedBy, organisation }) => [
    said('職員', 'person', shownPerson(person)),
    ...unlessEmpty('所属', 'organisation', organisation),
    said('確認した人', 'vouched for by', vouchedBy ?? '—'),
  ],
  'patient-registered': ({ number, naming, sex, birth, bed, features, way, arrival }, { entry }) => {
    const born = shownBirth(birth, tokyoDateOf(entry.at))
    return [
      said('番号', 'number', number),
      said('氏名', 'name', shownName(naming)),
      ...unlessEmpty('かな', 'kana', shownKana(naming)),
      said('性別', 'sex', both(sexWords[sex])),
      said('生年月日', 'birth', `${born.ja} ${born.en}`),
      said('ベッド', 'bed', bed ?? '—'),
      ...unlessEmpty('特徴', 'features', features),
      ...(way === 'unsaid' || way === 'form' ? [] : [said('登録の方法', 'registered by way of', both(registeredByWords[way]))]),
      ...(arrival === null ? [] : saidArrival(arrival)),
    ]
  },
  'patient-described': ({ sex, birth, features }, { entry }) => {
    const born = shownBirth(birth, tokyoDateOf(entry.at))
    return [said('性別', 'sex', both(sexWords[sex])), said('生年月日', 'birth', `${born.ja} ${born.en}`), ...unlessEmpty('特徴', 'features', features)]
  },
  'identity-claimed': ({ naming, sex, birth, hospitalId, how, from, note }, { entry }) => {
    const born = shownBirth(birth, tokyoDateOf(entry.at))
    return [
      said('氏名', 'name', shownName(naming)),
      ...unlessEmpty('かな', 'kana', shownKana(naming)),
      said('性別', 'sex', both(sexWords[sex])),
      said('生年月日', 'birth', `${born.ja} ${born.en}`),
      ...(hospitalId === null ? [] : [said('正のID', 'hospital id', hospitalId)]),
      said('分かった方法', 'how identified', both(howIdentifiedWords[how])),
      ...(from === null ? [] : [said('参照データ', 'list taken at', shownMoment(from.takenAt))]),
      ...unlessEmpty('備考', 'note', note),
    ]
  },
  'identity-verified': ({ claim, second, how }, { placeOf }) => [
    said('照合した記録', 'record verified', claim === null ? '登録 registration' : placed(placeOf(claim))),
    said('2人目', 'second person', `${second.name}（${second.staffNumber}）`),
    said('照合の方法', 'how verified', both(howIdentifiedWords[how])),
  ],
  'patient-linked': ({ to, reason }) => [
    to.kind === 'hospital' ? said('正のID', 'hospital id', to.hospitalId) : said('結び付けた患者のID', 'linked to patient id', to.patient),
    said('理由', 'reason', reason),
  ],
  'photo-taken': ({ file, of, caption }) => [said('写真', 'photo of', both(photoWords[of])), ...unlessEmpty('説明', 'caption', caption), said('SHA-256', 'SHA-256', file)],
  'insurance-stated': ({ kind, insurer, symbol, number, branch, workplace, address, phone, waivers }) => [
    said('保険の種類', 'kind of insurance', both(insuranceWords[kind])),
    ...unlessEmpty('保険者番号', 'insurer number', insurer),
    ...unlessEmpty('記号', 'symbol', symbol),
    ...unlessEmpty('番号', 'insured number', number),
    ...unlessEmpty('枝番', 'branch', branch),
    ...unlessEmpty('事業所・組合', 'workplace or union', workplace),
    ...unlessEmpty('住所', 'address', address),
    ...unlessEmpty('連絡先', 'contact', phone),
    ...unlessEmpty('一部負担金の免除', 'fee waiver', waivers.map((why) => both(waiverWords[why])).join('、')),
  ],
  'stay-changed': ({ change, to, mobility, handedOver, note }) => [
    said('変更', 'change', both(stayWords[change])),
    ...unlessEmpty('行き先', 'to', to),
    ...(mobility === null ? [] : [said('救護区分', 'mobility', both(mobilityWords[mobility]))]),
    ...unlessEmpty('申し送りの相手', 'handed over', handedOver),
    ...unlessEmpty('備考', 'note', note),
  ],
  'care-needs-stated': ({ mobility, isolation, note }) => [
    ...(mobility === null ? [] : [said('救護区分', 'mobility', both(mobilityWords[mobility]))]),
    ...(isolation === null ? [] : [said('隔離', 'isolation', isolation.length === 0 ? '不要 none' : isolation.map((one) => both(isolationWords[one])).join('、'))]),
    ...unlessEmpty('備考', 'note', note),
  ],
  'death-confirmed': ({ doctor, cause, note }) => [said('確認した医師', 'confirmed by', doctor), ...unlessEmpty('死因', 'cause', cause), ...unlessEmpty('備考', 'note', note)],
  'patient-sent': ({ to, entries, file }) => [said('転送先', 'to', to), said('件数', 'entries', String(entries)), said('SHA-256', 'SHA-256', file)],
  'entry-imported': ({ origin, entry: there, form }, reader) => [
    said('元の端末', 'station of origin', `${origin.letters} №${origin.seq}`),
    ...importedSaid(there, form, reader),
  ],
  'records-taken-in': ({ from, way, entries, conflicts, moreConflicts, file }) => [
    said('元', 'from', `${from.letters} ${from.ward}（${from.hospital}）`),
    said('方法', 'way', way === 'export' ? '病棟の書き出し export of a ward' : 'ほかの机 another desk'),
    said('件数', 'entries', String(entries)),
    said('食い違い', 'contradictions', String(conflicts.length + moreConflicts)),
    said('SHA-256', 'SHA-256', file),
  ],
  'patient-moved': ({ bed }) => [said('ベッド', 'bed', bed ?? '—')],
  'allergy-stated': (body) => {
    const state = said('アレルギー', 'allergies', both(allergyWords[body.state]))
    if (body.state === 'unconfirmed') return [state]
    const substances = body.state === 'present' ? body.substances : []
    return [
      state,
      ...substances.map(({ substance, reaction }) => said('物質・反応', 'substance, reaction', reaction === '' ? substance : `${substance}：${reaction}`)),
      ...unlessEmpty('情報源', 'source', body.source),
    ]
  },
  'triage-decided': (body) => [
    said('区分（決定）', 'category decided', both(shownCategory(body.decided))),
    ...(body.suggested === null ? [] : [said('目安', 'suggested', both(shownCategory(body.suggested)))]),
    ...unlessEmpty('目安と違う理由', 'why otherwise', body.overrideReason),
    said('方法', 'method', `${both(triageMethodWords[body.method])}${body.ruleSet === null ? '' : `（${body.ruleSet}）`}`),
    ...(body.values === null ? [] : [said('所見', 'answers', answersSaid(body.values))]),
    ...(body.who === null ? [] : [said('対象', 'who', answersSaid(body.who))]),
    ...unlessEmpty('タッグ番号', 'tag number', body.tagNumber),
    ...(body.tagReplaced ? [said('タッグ', 'tag', '同じ番号の新しいタッグに付け替え new tag with the same number')] : []),
    ...unlessEmpty('場所', 'place', body.place),
    ...unlessEmpty('機関', 'organisation', body.organisation),
    said('実施者', 'officer', both(triageJobWords[body.job])),
    ...unlessEmpty('特記', 'note', body.note),
  ],
  'vital-signs': (signs) => {
    const pressure = shownPressure(signs)
    const one = (name: 'temperatureC' | 'pulsePerMin' | 'respirationsPerMin' | 'spo2Percent' | 'oxygenLPerMin'): readonly Said[] => {
      const value = signs[name]
      return value === null ? [] : [{ label: vitalFields[name], text: shownVital(name, value).ja }]
    }
    return [
      ...one('temperatureC'),
      ...one('pulsePerMin'),
      ...(pressure === null ? [] : [said('血圧', 'blood pressure', pressure)]),
      ...one('respirationsPerMin'),
      ...one('spo2Percent'),
      ...one('oxygenLPerMin'),
      ...(signs.jcs === null ? [] : [said('意識', 'consciousness', `JCS ${signs.jcs}`)]),
      ...unlessEmpty('備考', 'remark', signs.remark),
    ]
  },
  note: ({ text }) => [{ label: null, text }],
  'entry-struck': strikeSaid,
  'chart-opened': () => [],
  'proxy-approved': ({ approved }, { placeOf }) => [said('承認した記録', 'record approved', placed(placeOf(approved)))],
  'outside-usual': ({ entry, reason, words }, { placeOf }) => [
    said('記録', 'record', placed(placeOf(entry))),
    said('理由', 'reason', both(dutyReasonWords[reason])),
    ...unlessEmpty('説明', 'in words', words),
  ],
  countersigned: ({ entry }, { placeOf }) => [said('確認した記録', 'record countersigned', placed(placeOf(entry)))],
  'draft-taken-over': ({ from }) => [said('書きかけていた人', 'begun by', from)],
  'export-made': ({ sha256, bytes, entries, recipients }) => [
    said('件数', 'entries', String(entries)),
    said('大きさ', 'bytes', String(bytes)),
    said('宛先', 'recipients', String(recipients)),
    said('SHA-256', 'SHA-256', sha256),
  ],
  'continuity-made': ({ sha256, bytes, patients, records, medium, protection }) => [
    said('人数', 'patients', String(patients)),
    said('件数', 'records', String(records)),
    said('大きさ', 'bytes', String(bytes)),
    said('書き込み先', 'medium', medium),
    said('暗号化', 'encryption', both(continuityWayWords[protection.way])),
    ...(protection.way === 'keys' ? [said('宛先', 'recipients', String(protection.recipients))] : []),
    ...(protection.way === 'plain' ? [said('理由', 'reason', protection.reason), said('2人目', 'second person', `${protection.second.name}（${protection.second.staffNumber}）`)] : []),
    said('SHA-256', 'SHA-256', sha256),
  ],
  'clock-confirmed': ({ offsetMs, why, second, aloneBecause }) => [
    said('時計のずれ', 'clock offset', `${offsetMs / 1000} s`),
    said('理由', 'why', both(clockWhyWords[why])),
    said('2人目', 'second person', second ?? '—'),
    ...unlessEmpty('1人で確かめた理由', 'alone because', aloneBecause),
  ],
  'chronology-line': ({ from, to, means, lineKind, content }) => [
    ...unlessEmpty('発信', 'from', from),
    ...unlessEmpty('受信', 'to', to),
    said('手段', 'means', both(meansWords[means])),
    said('種別', 'kind', both(lineKindWords[lineKind])),
    { label: null, text: content },
  ],
  'ward-line-struck': strikeSaid,
  'stood-down': ({ decidedBy, steps, reason }) => [
    said('判断者', 'decided by', decidedBy),
    ...steps.map(({ step, isDone }) => said(isDone ? '済' : '未', isDone ? 'done' : 'open', step)),
    ...unlessEmpty('それでも進める理由', 'why all the same', reason),
  ],
  'hand-over-signed': ({ lastDose, nextDue, pumps, note, takenOverBy, takenOverAt }) => [
    said('最終投与', 'last dose', lastDose === '' ? '記載なし not written' : lastDose),
    said('次の予定', 'next due', nextDue === '' ? '記載なし not written' : nextDue),
    said('動いているポンプ', 'running pumps', pumps === '' ? '記載なし not written' : pumps),
    ...unlessEmpty('申し送り', 'note', note),
    said('引き継ぐ人', 'taken over by', `${takenOverBy} ${shownMoment(takenOverAt)}`),
  ],
  'incident-reported': ({ found, stopped, scope, personalData, actions, reports }) => [
    ...unlessEmpty('見つけた日時', 'found', found),
    ...unlessEmpty('止まったもの', 'what stopped', stopped),
    ...unlessEmpty('影響の範囲', 'scope', scope),
    said('個人情報のおそれ', 'personal data at risk', both(personalDataWords[personalData])),
    ...unlessEmpty('行ったこと', 'actions', actions),
    ...reports.map(({ to, by, at, note: remark }) => said(`報告 ${reportedToWords[to].ja}`, `reported to ${reportedToWords[to].en}`, `${shownMoment(at)} ${by} ${remark}`.trim())),
  ],
  'sheet-printed': ({ form, sheets, serials }) => [
    said('様式', 'form', `${shownForm(form)} ${both(sheetForms[form].label)}`),
    said('枚数', 'sheets', String(sheets)),
    said('用紙', 'sheet numbers', serials.length === 0 ? '—' : serials.join(' ')),
  ],
  'numbers-voided': ({ letters, first, last, reason, words }) => [said('番号', 'numbers', `${letters} ${first}–${last}`), said('理由', 'reason', both(blankVoidWords[reason])), ...unlessEmpty('説明', 'words', words)],
  'numbers-set-aside': ({ letters, first, last }) => [said('番号', 'numbers', `${letters} ${first}–${last}`)],
  form: (body, { forms = [] }) => {
    const { title, lines } = sayForm(body, forms)
    return [said('様式', 'form', both(title)), ...lines.map(({ label, text }) => ({ label, text: both(text) }))]
  },
  'form-extended': ({ definition, version, fields }) => [
    said('様式', 'form', both(formOf(definition)?.label ?? { ja: definition, en: definition })),
    said('版', 'version', String(version)),
    said('病院の項目', 'the hospital’s fields', fields.length === 0 ? 'なし none' : fields.map(({ label }) => label).join('、')),
  ],
}

/** Where a patient came from whom another hospital sent. */
function saidArrival({ from, sentBy, otherNumber, letter }: Arrival): readonly Said[] {
  return [
    ...unlessEmpty('紹介元・転院元', 'sent from', from), ...unlessEmpty('紹介した人', 'sent by', sentBy), ...unlessEmpty('転院元の患者番号', 'number at the other hospital', otherNumber),
    ...(letter === null ? [] : [said('紹介状', 'referral letter', letter ? 'あり yes' : 'なし no')]),
  ]
}
