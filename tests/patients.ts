import type { SearchSource, SearchText } from '#domain/search/search-text.ts'
import { StationLetters, wardNumber } from '#domain/number/ward-number.ts'
import type { Birth } from '#domain/patient/birth.ts'
import { CalendarDate } from '#domain/time.ts'
import { seeded } from './builders.ts'

/**
 * A hospital's list of invented patients: names put together by chance from common parts, the same in every run. As in a
 * real list a few names are very frequent and most are rare.
 */
export type InventedPatient = SearchText & { readonly family: string; readonly given: string; readonly familyKana: string; readonly givenKana: string; readonly sex: 'male' | 'female' }

export function inventedPatients(count: number, seed = 1): readonly InventedPatient[] {
  const chance = seeded(seed)
  const share = (): number => chance() / 2 ** 32
  /** The first of a list are the common ones. */
  const common = <One>(list: readonly One[]): One => list[Math.floor(list.length * share() ** 1.8)] ?? never()
  return Array.from({ length: count }, (_, row): InventedPatient => {
    const [whole, [head, headKana], [tail, tailKana]] = [share() < 0.45, common(familyHeads), common(familyTails)]
    const [family, familyKana] = whole ? common(families) : [head + tail, headKana + tailKana]
    const [[first, firstKana], [second, secondKana]] = [common(givenHeads), common(givenTails)]
    const [given, givenKana] = share() < 0.3 ? common(givens) : [first + second, firstKana + secondKana]
    const id = String(1_000_003 + row * 7 + Math.floor(share() * 7)).padStart(10, '0')
    return {
      ids: row % 97 === 5 ? [id, wardNumber('real', StationLetters.parse('AF'), 1 + (row % 99_000))] : [id],
      family, given, familyKana, givenKana,
      kanji: `${family} ${given}`,
      kana: `${familyKana} ${givenKana}`,
      birth: birthOf(1925 + Math.floor(98 * share() ** 0.6), 1 + Math.floor(share() * 12), 1 + Math.floor(share() * 28), row % 53),
      bed: row % 211 === 7 ? `${301 + (Math.floor(row / 844) % 400)}-${1 + (Math.floor(row / 211) % 4)}` : '',
      sex: share() < 0.5 ? 'male' : 'female',
    }
  })
}

export function sourceOf(patients: readonly SearchText[]): SearchSource {
  return { count: patients.length, at: (row) => patients[row] ?? never() }
}

export type TypedKind = 'kanji' | 'kana' | 'romaji' | 'id' | 'birth'

/**
 * Keystrokes of people looking for patients of the list: each search begins with one sign and grows to at most six. Names from
 * their beginning, sometimes the given name alone, sometimes in another form of a character.
 */
export function keystrokes(patients: readonly InventedPatient[], searches: number, seed = 9): readonly { readonly typed: string; readonly kind: TypedKind }[] {
  const chance = seeded(seed)
  const kinds: readonly TypedKind[] = ['kanji', 'kana', 'romaji', 'id', 'birth']
  return Array.from({ length: searches }, (_, search) => {
    const patient = patients[chance() % patients.length] ?? never()
    const kind = kinds[search % kinds.length] ?? never()
    const whole = [...wholeOf(kind, patient, chance())]
    return whole.slice(0, 6).map((_sign, last) => ({ typed: whole.slice(0, last + 1).join(''), kind }))
  }).flat()
}

function wholeOf(kind: TypedKind, { kanji, kana, given, givenKana, ids, birth }: InventedPatient, draw: number): string {
  const isGiven = draw % 4 === 0
  switch (kind) {
    case 'kanji': {
      const name = isGiven ? given : kanji.replace(' ', '')
      return draw % 3 === 0 ? name.replace('高', '髙').replace('崎', '﨑').replace('辺', '邉') : name.replace('髙', '高').replace('渡邊', '渡辺')
    }
    case 'kana':
      return draw % 3 === 0 ? hiragana(isGiven ? givenKana : kana.replace(' ', '')) : isGiven ? givenKana : kana.replace(' ', '')
    case 'romaji':
      return romajiOf(isGiven ? givenKana : kana.replace(' ', ''), draw % 2 === 0 ? 'hepburn' : 'kunrei')
    case 'id': {
      const id = ids[draw % ids.length] ?? never()
      return draw % 2 === 0 ? id.replace(/^0+/, '') : id
    }
    case 'birth':
      if (birth.kind !== 'day') return '1950-03'
      return draw % 2 === 0 ? birth.on.replaceAll('-', '') : Number(birth.on.slice(0, 4)) > 1926 ? `s${Number(birth.on.slice(0, 4)) - 1925}.${Number(birth.on.slice(5, 7))}.${Number(birth.on.slice(8))}` : birth.on
  }
}

export function hiragana(katakana: string): string {
  return katakana.replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60))
}

/** Written by its own table, so that the reading is tried against something else than itself. */
export function romajiOf(katakana: string, system: 'hepburn' | 'kunrei'): string {
  const table = system === 'hepburn' ? { ...kunrei, シ: 'shi', チ: 'chi', ツ: 'tsu', フ: 'fu', ジ: 'ji', シャ: 'sha', シュ: 'shu', ショ: 'sho', チャ: 'cha', チュ: 'chu', チョ: 'cho', ジャ: 'ja', ジュ: 'ju', ジョ: 'jo' } : kunrei
  const written = (katakana.match(/.[ャュョ]?/g) ?? []).reduceRight((after, sound) => {
    if (sound === 'ッ') return (after.startsWith('ch') && system === 'hepburn' ? 't' : after.slice(0, 1)) + after
    return (table[sound] ?? '') + after
  }, '')
  return system === 'hepburn' ? written.replace(/ou|oo/g, 'o').replace(/uu/g, 'u') : written
}

const rowsOfKunrei = { '': 'アイウエオ', k: 'カキクケコ', g: 'ガギグゲゴ', s: 'サシスセソ', z: 'ザジズゼゾ', t: 'タチツテト', d: 'ダヂヅデド', n: 'ナニヌネノ', h: 'ハヒフヘホ', b: 'バビブベボ', p: 'パピプペポ', m: 'マミムメモ', r: 'ラリルレロ' }
const kunrei: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(rowsOfKunrei).flatMap(([begin, row]) => [...row].map((kana, at) => [kana, begin + ('aiueo'[at] ?? '')]))),
  ...Object.fromEntries(Object.entries(rowsOfKunrei).flatMap(([begin, row]) => ['ャ', 'ュ', 'ョ'].map((small, at) => [(row[1] ?? '') + small, `${begin}y${'auo'[at] ?? ''}`]))),
  ヤ: 'ya', ユ: 'yu', ヨ: 'yo', ワ: 'wa', ヲ: 'o', ン: 'n',
}

function birthOf(year: number, month: number, day: number, draw: number): Birth {
  const [mm, dd] = [month, day].map((part) => String(part).padStart(2, '0'))
  if (draw === 1) return { kind: 'month', month: `${year}-${mm}` }
  if (draw === 2) return { kind: 'year', year }
  if (draw === 3) return { kind: 'unknown' }
  return { kind: 'day', on: CalendarDate.parse(`${year}-${mm}-${dd}`) }
}

function never(): never {
  throw new Error('A list of parts is not empty')
}

const pairs = (text: string): readonly (readonly [string, string])[] => text.split(' ').map((pair) => pair.split('/')).map(([kanji = '', kana = '']) => [kanji, kana] as const)

const families = pairs('佐藤/サトウ 鈴木/スズキ 高橋/タカハシ 田中/タナカ 伊藤/イトウ 渡辺/ワタナベ 山本/ヤマモト 中村/ナカムラ 小林/コバヤシ 加藤/カトウ 吉田/ヨシダ 山田/ヤマダ 佐々木/ササキ 山口/ヤマグチ 松本/マツモト 井上/イノウエ 木村/キムラ 林/ハヤシ 斎藤/サイトウ 清水/シミズ 山崎/ヤマザキ 森/モリ 池田/イケダ 橋本/ハシモト 阿部/アベ 石川/イシカワ 前田/マエダ 藤田/フジタ 小川/オガワ 後藤/ゴトウ 岡田/オカダ 長谷川/ハセガワ 村上/ムラカミ 近藤/コンドウ 石井/イシイ 坂本/サカモト 遠藤/エンドウ 青木/アオキ 藤井/フジイ 西村/ニシムラ 福田/フクダ 太田/オオタ 三浦/ミウラ 岡本/オカモト 松田/マツダ 中島/ナカジマ 中川/ナカガワ 原田/ハラダ 小野/オノ 竹内/タケウチ 髙橋/タカハシ 山﨑/ヤマザキ 渡邊/ワタナベ 渡邉/ワタナベ 齋藤/サイトウ 齊藤/サイトウ 濵田/ハマダ 德永/トクナガ 𠮷田/ヨシダ 大野/オオノ 河野/コウノ 原/ハラ 岡/オカ 新田/ニッタ 服部/ハットリ 本間/ホンマ 神\uFA19田/カンダ 九条/クジョウ 東海林/ショウジ')
const familyHeads = pairs('山/ヤマ 川/カワ 田/タ 中/ナカ 大/オオ 小/コ 松/マツ 高/タカ 石/イシ 木/キ 藤/フジ 吉/ヨシ 池/イケ 長/ナガ 岡/オカ 前/マエ 西/ニシ 東/ヒガシ 北/キタ 南/ミナミ 上/カミ 下/シモ 内/ウチ 青/アオ 赤/アカ 白/シラ 黒/クロ 金/カネ 水/ミズ 森/モリ 島/シマ 竹/タケ 梅/ウメ 杉/スギ 桜/サクラ 堀/ホリ 谷/タニ 宮/ミヤ 福/フク 星/ホシ')
const familyTails = pairs('田/ダ 本/モト 村/ムラ 川/カワ 山/ヤマ 野/ノ 井/イ 原/ハラ 口/グチ 島/シマ 崎/サキ 沢/ザワ 谷/タニ 木/キ 橋/ハシ 上/ガミ 下/シタ 中/ナカ 辺/ベ 水/ミズ 瀬/セ 塚/ヅカ 尾/オ 津/ツ 倉/クラ 森/モリ 城/シロ 浦/ウラ 岡/オカ 江/エ')
const givens = pairs('和子/カズコ 一郎/イチロウ 陽子/ヨウコ 裕子/ユウコ 正/タダシ 清/キヨシ 恵/メグミ 誠/マコト 勇/イサム 実/ミノル 進/ススム 順一/ジュンイチ 健一/ケンイチ 真一/シンイチ 純子/ジュンコ 京子/キョウコ 涼太/リョウタ 翔/ショウ 蓮/レン 葵/アオイ 結衣/ユイ 洋/ヒロシ さくら/サクラ ふみ/フミ マサ/マサ トミ/トミ 龍之介/リュウノスケ 小百合/サユリ 緑/ミドリ 光/ヒカル')
const givenHeads = pairs('健/ケン 裕/ユウ 和/カズ 美/ミ 由/ユ 智/トモ 幸/サチ 明/アキ 正/マサ 久/ヒサ 千/チ 文/フミ 光/ミツ 良/ヨシ 真/マ 直/ナオ 勝/カツ 茂/シゲ 清/キヨ 節/セツ 洋/ヨウ 貴/タカ 春/ハル 秋/アキ 冬/フユ 夏/ナツ 静/シズ 弘/ヒロ 信/ノブ 義/ヨシ')
const givenTails = pairs('子/コ 美/ミ 太/タ 一/イチ 郎/ロウ 樹/キ 介/スケ 人/ト 之/ユキ 香/カ 代/ヨ 江/エ 枝/エ 菜/ナ 奈/ナ 花/カ 治/ジ 男/オ 雄/オ 彦/ヒコ 夫/オ 希/キ 衣/イ 里/リ 哉/ヤ 平/ヘイ 司/ジ 二/ジ 三/ゾウ 太郎/タロウ')
