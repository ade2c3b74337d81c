import { describe, expect, test } from 'vitest'
import { kanjiVariants } from '#domain/patient/kanji-variants.ts'
import { kanaKey, kanjiKey } from '#domain/patient/name-keys.ts'
import type { Naming } from '#domain/patient/naming.ts'
import { alikeIn, likeness } from '#domain/patient/similar.ts'

const kana = (familyKana: string, givenKana = ''): Naming => ({ kind: 'known', family: '', given: '', familyKana, givenKana })
const kanji = (family: string, given = ''): Naming => ({ kind: 'known', family, given, familyKana: '', givenKana: '' })
const alias = (one: string, two: string): Naming => ({ kind: 'unknown', alias: [one, two] })

describe('names that are alike', () => {
  test.each([
    ['ｻﾄｳ ﾊﾅｺ', 'サトウハナコ'], ['さとう　はなこ', 'サトウハナコ'], ['サトー', 'サト'], ['ヅ', 'ズ'], ['ヂ', 'ジ'], ['ヲ', 'オ'], ['ッ', 'ツ'], ['ャュョ', 'ヤユヨ'], ['ガギグ', 'カキク'], ['パ', 'ハ'], ['ﾊﾟ', 'ハ'], ['ヶ', 'ケ'], ['Smith', 'ＳＭＩＴＨ'],
  ])('[PAT-25] %s and %s have one search key', (one, two) => {
    expect(kanaKey(one)).toBe(kanaKey(two))
  })

  test('[PAT-25] names that only share sounds keep different keys', () => {
    expect(kanaKey('サトウ')).not.toBe(kanaKey('サイトウ'))
    expect(kanaKey('オオノ')).not.toBe(kanaKey('オノ'))
  })

  test.each<[Naming, Naming, string | null]>([
    [kana('サトウ', 'ハナコ'), kana('さとう', 'はなこ'), 'same'],
    [kana('カドタ', 'ケンジ'), kana('カトダ', 'ケンシ'), 'same'],
    [kana('サトウ', 'ハナコ'), kana('サトウハナコ'), 'same'],
    [kanji('髙橋', '一郎'), kanji('高橋', '一郎'), 'same'],
    [kanji('渡邊', '花'), kanji('渡辺', '花'), 'same'],
    [kana('サトウ', 'ハナコ'), kana('カトウ', 'ハナコ'), 'similar'],
    [kana('サトウ', 'ハナコ'), kana('サトウ', 'ハナエ'), 'similar'],
    [kana('サトウ', 'ハナコ'), kana('サイトウ', 'ハナコ'), 'similar'],
    [kana('サトウ', 'ハナコ'), kana('サトウ', 'ゴロウ'), 'same-family'],
    [kana('サトウ'), kana('サトウ', 'ゴロウ'), 'same-family'],
    [kanji('佐藤'), kanji('佐藤', '五郎'), 'same-family'],
    [kana('サトウ', 'ハナコ'), kana('スズキ', 'ゴロウ'), null],
    [kana('サトウ', 'ハナコ'), kanji('佐藤', '花子'), null],
    [kana('サトウ'), kana('', 'サトウ'), null],
    [alias('ラジオ', 'テガミ'), alias('テガミ', 'ラジオ'), 'same'],
    [alias('ラジオ', 'テガミ'), alias('ラジオ', 'ハガキ'), 'similar'],
    [alias('ラジオ', 'テガミ'), alias('ピアノ', 'ハガキ'), null],
    [alias('ラジオ', 'テガミ'), kana('ラジオ', 'テガミ'), null],
  ])('[PAT-26] same, similar and same-family names are told apart, whichever comes first: %o %o', (one, two, degree) => {
    expect(likeness(one, two)).toBe(degree)
    expect(likeness(two, one)).toBe(degree)
  })

  test('[PAT-26] everybody on the ward who is alike is named, worst first', () => {
    const ward = [
      { bed: '1', naming: kana('スズキ', 'ゴロウ') },
      { bed: '2', naming: kana('サトウ', 'ゴロウ') },
      { bed: '3', naming: kana('カトウ', 'ハナコ') },
      { bed: '4', naming: kana('サトウ', 'ハナコ') },
    ]
    expect(alikeIn(kana('さとう', 'はなこ'), ward).map(({ other, likeness: degree }) => [other.bed, degree])).toEqual([['4', 'same'], ['3', 'similar'], ['2', 'same-family']])
  })

  test('[PAT-27] variant kanji are one key, and the name itself is not touched', () => {
    expect(kanjiKey('髙﨑 德')).toBe(kanjiKey('高崎徳'))
    expect(kanjiKey('神\uFA19')).toBe('神神')
    expect(kanjiKey('𠮷田')).toBe('吉田')
    const naming = kanji('神\uFA19', '𠮷')
    likeness(naming, naming)
    expect(naming).toEqual(kanji('神\uFA19', '𠮷'))
  })

  test.each([
    ...'髙高 﨑崎 嵜崎 濵浜 濱浜 德徳 邊辺 邉辺 齋斎 齊斎 斉斎 澤沢 嶋島 嶌島 櫻桜 廣広 國国 圀国 龍竜 惠恵 眞真 𠮷吉 槇槙 瀨瀬 栁柳 橫横 黑黒 淸清 淺浅 會会 榮栄 壽寿'.split(' '),
    ...'臺台 辯弁 瓣弁 藪薮 桒桑 冨富 峯峰 舘館 渕淵 碕崎 靏鶴'.split(' '),
  ])('[PAT-27] the two of %s are one character', (both) => {
    const [one = '', two = ''] = both
    expect(kanjiKey(one)).toBe(kanjiKey(two))
    expect(kanjiKey(`${one}\u{E0101}`)).toBe(kanjiKey(two))
  })

  test('[PAT-27] characters that are names of their own are not made one', () => {
    const apart = ['伊井', '坂阪', '太大', '河川', '佐左', '園苑', '谷屋', '埼崎', '島鳥', '朴樸', '圭珪', '晃光', '彰章', '祐裕', '恵慧', '和知', '于於', '原源', '森守', '岸峰']
    expect(apart.filter((signs) => new Set([...signs].map(kanjiKey)).size < [...signs].length)).toEqual([])
  })

  test('[PAT-27] a character stands in one class only, and a class begins with what it is compared by', () => {
    const all = [...kanjiVariants.replaceAll(' ', '')]
    expect(new Set(all).size).toBe(all.length)
    expect(kanjiVariants.split(' ').filter((word) => [...word].some((sign) => kanjiKey(sign) !== [...word][0]))).toEqual([])
  })
})
