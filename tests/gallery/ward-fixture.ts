import type { Entry } from '#domain/log/entry.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import type { Naming } from '#domain/patient/naming.ts'
import type { Birth, Sex } from '#domain/patient/birth.ts'
import { CalendarDate, instantOf, type Instant } from '#domain/time.ts'
import type { TriageCategory } from '#domain/triage/category.ts'
import { tagTriage } from '#domain/triage/tag.ts'
import { wardOf, type PatientRow, type WardView } from '#domain/view/ward.ts'
import { aNumber, anEntry, aNurse, entryId, noVitalSigns, patientId } from '#tests/builders.ts'
import { StaffNumber } from '#domain/ids.ts'

/** An invented ward of the gallery: real projections over invented entries. Nobody here lives or lived. */
export const today = CalendarDate.parse('2026-11-20')
/** 2026-11-20 16:24 in Japan. */
export const now = at(20, 16, 24)

/** A moment of November 2026 in Japan. */
export function at(day: number, hour: number, minute = 0, second = 0): Instant {
  return instantOf(Date.UTC(2026, 10, day, hour - 9, minute, second))
}

export const nurses = [
  aNurse({ staffNumber: StaffNumber.parse('N-1042'), name: '佐藤 美咲' }),
  aNurse({ staffNumber: StaffNumber.parse('N-0873'), name: '山﨑 直子' }),
] as const

export const beds = [
  '501', '502', '503', '512',
  ...['505', '506', '507', '508', '510', '511'].flatMap((room) => [1, 2, 3, 4].map((bed) => `${room}-${bed}`)),
  '臨1', '臨2', '臨3', '臨4',
]

type Who = { readonly bed: string | null; readonly naming: Naming; readonly sex: Sex; readonly birth: Birth; readonly allergy?: BodyOf<'allergy-stated'>; readonly vitals?: number }

const known = (family: string, given: string, familyKana: string, givenKana: string): Naming => ({ kind: 'known', family, given, familyKana, givenKana })
const alias = (first: string, second: string): Naming => ({ kind: 'unknown', alias: [first, second] })
const day = (on: string): Birth => ({ kind: 'day', on: CalendarDate.parse(on) })
const about = (years: number): Birth => ({ kind: 'estimated-age', years })
const none: BodyOf<'allergy-stated'> = { state: 'none', source: '本人' }
const penicillin: BodyOf<'allergy-stated'> = { state: 'present', substances: [{ substance: 'ペニシリン系', reaction: 'アナフィラキシー' }], source: 'お薬手帳' }

const people: readonly Who[] = [
  { bed: '507-2', naming: known('髙橋', '和子', 'タカハシ', 'カズコ'), sex: 'female', birth: day('1948-05-03'), allergy: penicillin, vitals: 10 },
  { bed: '507-1', naming: known('髙橋', '和代', 'タカハシ', 'カズヨ'), sex: 'female', birth: day('1945-07-14'), allergy: none, vitals: 4 },
  { bed: '501', naming: known('小川', 'マサ', 'オガワ', 'マサ'), sex: 'female', birth: day('1935-01-20'), allergy: none, vitals: 3 },
  { bed: '502', naming: alias('オルゴール', 'ハーモニカ'), sex: 'male', birth: about(50), vitals: 2 },
  { bed: '503', naming: known('德永', '昭', 'トクナガ', 'アキラ'), sex: 'male', birth: day('1951-09-09'), allergy: none, vitals: 4 },
  { bed: '512', naming: known('濵田', '洋子', 'ハマダ', 'ヨウコ'), sex: 'female', birth: day('1960-02-11'), allergy: { state: 'present', substances: [{ substance: 'そば', reaction: '' }, { substance: 'ラテックス', reaction: '発疹' }], source: '本人' }, vitals: 5 },
  { bed: '505-1', naming: known('加藤', '明', 'カトウ', 'アキラ'), sex: 'male', birth: day('1944-12-01'), allergy: none, vitals: 3 },
  { bed: '505-2', naming: known('渡邊', '実', 'ワタナベ', 'ミノル'), sex: 'male', birth: { kind: 'month', month: '1950-03' }, allergy: none, vitals: 2 },
  { bed: '505-4', naming: known('大野', '隆', 'オオノ', 'タカシ'), sex: 'male', birth: day('1971-06-30'), allergy: none, vitals: 1 },
  { bed: '506-1', naming: known('林', '静江', 'ハヤシ', 'シズエ'), sex: 'female', birth: day('1938-04-17'), allergy: none, vitals: 6 },
  { bed: '506-2', naming: known('三浦', '節子', 'ミウラ', 'セツコ'), sex: 'female', birth: day('1942-10-05'), vitals: 3 },
  { bed: '506-3', naming: known('山口', '久美', 'ヤマグチ', 'クミ'), sex: 'female', birth: day('1988-08-08'), allergy: none, vitals: 2 },
  { bed: '506-4', naming: alias('レンゲ', 'テガミ'), sex: 'female', birth: about(70), vitals: 1 },
  { bed: '507-3', naming: known('森本', '千代', 'モリモト', 'チヨ'), sex: 'female', birth: { kind: 'year', year: 1933 }, allergy: none, vitals: 2 },
  { bed: '508-1', naming: known('井上', '正', 'イノウエ', 'タダシ'), sex: 'male', birth: day('1957-05-25'), allergy: none, vitals: 3 },
  { bed: '508-2', naming: known('西村', '勇', 'ニシムラ', 'イサム'), sex: 'male', birth: day('1963-03-03'), allergy: { state: 'present', substances: [{ substance: 'ヨード造影剤', reaction: '呼吸困難' }], source: '家族' }, vitals: 4 },
  { bed: '508-3', naming: known('岡', '武', 'オカ', 'タケシ'), sex: 'male', birth: day('1936-01-01'), allergy: none, vitals: 2 },
  { bed: '508-4', naming: alias('ペンギン', 'ロケット'), sex: 'unknown', birth: { kind: 'unknown' } },
  { bed: '510-1', naming: known('藤﨑', '恵', 'フジサキ', 'メグミ'), sex: 'female', birth: day('1968-11-21'), allergy: none, vitals: 5 },
  { bed: '510-2', naming: known('石川', '清', 'イシカワ', 'キヨシ'), sex: 'male', birth: day('1949-07-07'), allergy: none, vitals: 3 },
  { bed: '510-3', naming: known('中島', '誠', 'ナカジマ', 'マコト'), sex: 'male', birth: day('1979-12-24'), vitals: 1 },
  { bed: '511-1', naming: known('前田', 'トミ', 'マエダ', 'トミ'), sex: 'female', birth: day('1933-02-14'), allergy: none, vitals: 4 },
  { bed: '511-2', naming: known('清水', '修', 'シミズ', 'オサム'), sex: 'male', birth: day('1971-01-31'), allergy: none, vitals: 2 },
  { bed: '511-3', naming: known('上田', '悟', 'ウエダ', 'サトル'), sex: 'male', birth: day('1954-09-18'), allergy: none, vitals: 2 },
  { bed: '511-4', naming: known('', '', 'イマイ', ''), sex: 'male', birth: about(30), vitals: 1 },
  { bed: '臨1', naming: alias('ヒコウキ', 'ミズウミ'), sex: 'unknown', birth: about(60), vitals: 1 },
  { bed: '臨2', naming: known('原', '良子', 'ハラ', 'リョウコ'), sex: 'female', birth: day('1974-06-06') },
  { bed: null, naming: alias('チョウチン', 'マラソン'), sex: 'unknown', birth: { kind: 'unknown' } },
]

/** `n` patients: the people above, then invented ones made of counted parts. */
export function wardOfGallery(n: number = people.length): WardView {
  const all = [...people, ...more(Math.max(0, n - people.length))].slice(0, n)
  const entries = all.flatMap((who, index) => entriesOf(who, index + 1))
  return wardOf(entries.map((entry, index) => ({ seq: index + 1, entry })))
}

/** These patients with a category as on their tags. */
export function withTriage(view: WardView, tagged: readonly (readonly [n: number, category: TriageCategory])[]): WardView {
  const entries = tagged.map(([n, decided], index) => {
    const when = at(20, 15, index)
    const draft = tagTriage(decided, `T-${String(300 + n).padStart(4, '0')}`, { entry: entryId(7000 + n), patient: patientId(n), at: when, place: '救急入口', organisation: '', job: 'nurse' })
    if (!draft.ok) throw new Error('The tag of a sample is refused')
    return anEntry('triage-decided', { patient: patientId(n), at: when, recordedAt: when, by: nurses[0], body: draft.value.body })
  })
  return wardOf(entries.map((entry, index) => ({ seq: view.upToSeq + index + 1, entry })), view)
}

export function rowsOf(view: WardView): readonly PatientRow[] {
  return [...view.patients.values()]
}

function entriesOf(who: Who, n: number): readonly Entry[] {
  const patient = patientId(n)
  const came = at(18, 17, n % 60)
  const body = { number: aNumber(n), naming: who.naming, sex: who.sex, birth: who.birth, bed: who.bed, features: '', way: 'form' as const, mother: null, arrival: null }
  const sets = Array.from({ length: who.vitals ?? 0 }, (_, index) => {
    const taken = index === 0 ? at(20, 14 + (n % 2), (n * 7) % 60) : at(20 - Math.ceil(index / 5), 23 - (index % 5) * 4, (n * 11) % 60)
    return anEntry('vital-signs', { patient, at: taken, recordedAt: taken, by: nurses[n % 2] ?? nurses[0], body: signs(n, index) })
  })
  return [
    anEntry('patient-registered', { patient, at: came, recordedAt: came, by: nurses[0], body }),
    ...(who.allergy === undefined ? [] : [anEntry('allergy-stated', { patient, at: came, recordedAt: came, by: nurses[0], body: who.allergy })]),
    ...sets.toReversed(),
  ]
}

function signs(n: number, index: number): BodyOf<'vital-signs'> {
  const wave = (n * 13 + index * 7) % 11
  const whole = noVitalSigns({ temperatureC: 36 + wave / 5, pulsePerMin: 60 + wave * 5, systolicMmHg: 98 + wave * 5, diastolicMmHg: 56 + wave * 3, respirationsPerMin: 14 + wave, spo2Percent: 98 - (wave % 7), jcs: wave > 8 ? 'I-2' : '0' })
  if (n === 4 && index === 0) return { ...whole, systolicMmHg: 46, diastolicMmHg: 28, temperatureC: null }
  return index > 0 || n % 5 !== 0 ? whole : { ...whole, spo2Percent: null }
}

const families = [['青木', 'アオキ'], ['板橋', 'イタバシ'], ['宇野', 'ウノ'], ['江口', 'エグチ'], ['尾崎', 'オザキ'], ['神田', 'カンダ'], ['熊谷', 'クマガイ'], ['郷田', 'ゴウダ'], ['島村', 'シマムラ'], ['須藤', 'スドウ'], ['立花', 'タチバナ'], ['土屋', 'ツチヤ'], ['中里', 'ナカザト'], ['沼田', 'ヌマタ'], ['野口', 'ノグチ']] as const
const givens = [['一郎', 'イチロウ'], ['春枝', 'ハルエ'], ['健二', 'ケンジ'], ['由美', 'ユミ'], ['三千雄', 'ミチオ'], ['ふみ', 'フミ'], ['義男', 'ヨシオ']] as const

function more(count: number): readonly Who[] {
  return Array.from({ length: count }, (_, index) => {
    const [family, familyKana] = families[index % families.length] ?? families[0]
    const [given, givenKana] = givens[(index * 3 + Math.floor(index / 15)) % givens.length] ?? givens[0]
    return {
      bed: `${601 + Math.floor(index / 4)}-${(index % 4) + 1}`,
      naming: known(family, given, familyKana, givenKana),
      sex: index % 2 === 0 ? ('male' as const) : ('female' as const),
      birth: day(`${1930 + (index % 60)}-0${(index % 9) + 1}-1${index % 10}`),
      ...(index % 3 === 0 ? {} : { allergy: none }),
      vitals: 1 + (index % 4),
    }
  })
}

