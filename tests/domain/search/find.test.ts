import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idKeys } from '#domain/search/id-keys.ts'
import { find, scan } from '#domain/search/find.ts'
import { kanaKey, kanjiKey } from '#domain/patient/name-keys.ts'
import { rowsOf, shape } from '#domain/search/rows.ts'
import { buffersOf, buildSearch } from '#domain/search/search-index.ts'
import type { SearchText } from '#domain/search/search-text.ts'
import { CalendarDate } from '#domain/time.ts'
import { eras } from '#domain/patient/wareki.ts'
import { aNumber } from '#tests/builders.ts'
import { hiragana, inventedPatients, keystrokes, romajiOf, sourceOf } from '#tests/patients.ts'

const aSearched = (over: Partial<SearchText>): SearchText => ({ ids: [], kanji: '', kana: '', birth: { kind: 'unknown' }, bed: '', ...over })
const bornOn = (on: string): SearchText => aSearched({ birth: { kind: 'day', on: CalendarDate.parse(on) } })
/** Is the one found by this among others that have nothing of it? */
const isFound = (one: SearchText, typed: string): boolean => {
  const others = [aSearched({ kanji: '鈴木 五郎', kana: 'スズキ ゴロウ', ids: ['9876543'] }), one, aSearched({ kanji: '村山 澄', kana: 'ムラヤマ キヨ', ids: ['8765432'], bed: '999' })]
  const [byIndex, byScan] = [find(buildSearch(sourceOf(others)), typed), scan(rowsOf(sourceOf(others)), typed)]
  expect(byIndex).toEqual(byScan)
  return byIndex.includes(1)
}

const many = inventedPatients(3000)
const index = buildSearch(sourceOf(many))

describe('by name', () => {
  test.each(['佐', '佐藤', '藤', '花子', '佐藤花', '佐藤花子', '佐藤 花子', '花子　佐藤', 'サ', 'サトウ', 'ｻﾄｳ', 'さとう', 'トウハナ', 'はな', 'ハナコ', 'さとー', 'ザドゥ'])('[FIND-1] 佐藤 花子 is found by %s', (typed) => {
    expect(isFound(aSearched({ kanji: '佐藤 花子', kana: 'サトウ ハナコ' }), typed)).toBe(true)
  })

  test.each(['佐田', 'サトオ', '花美', '佐藤 花美', 'トウサ', 'カハナ'])('[FIND-1] and not by %s', (typed) => {
    expect(isFound(aSearched({ kanji: '佐藤 花子', kana: 'サトウ ハナコ' }), typed)).toBe(false)
  })

  test.each([['髙橋', '高橋'], ['山﨑', '山崎'], ['山崎', '山嵜'], ['渡邊', '渡辺'], ['渡邉', '渡邊'], ['齋藤', '斉藤'], ['斎藤', '齊藤'], ['濵田', '浜田'], ['金澤', '金沢'], ['𠮷田', '吉田'], ['吉田', '𠮷田'], ['神\uFA19', '神神'], ['葛\u{E0100}城', '葛城'], ['桒田', '桑田'], ['𣘺本', '橋本']])('[FIND-2] %s is found by %s', (name, typed) => {
    expect(isFound(aSearched({ kanji: `${name} 一`, kana: 'ア イ' }), typed)).toBe(true)
  })

  test.each([
    ['サトウ', ['sato', 'satou', 'satō', 'SATO', 'ｓａｔｏ', 'sa', 's', 'sat', 'satoo']],
    ['オオノ', ['ohno', 'ono', 'oono', 'ōno', 'oon', 'oh', 'o']],
    ['ヤマサキ', ['yamas', 'yamasaki', 'yamazaki', 'yam', 'y', 'ヤマs', 'やまｓ']],
    ['ジュンコ', ['junko', 'jyunko', 'zyunko', 'jun', 'jyu', 'j']],
    ['シンイチ', ['shinichi', 'shinnichi', "shin'ichi", 'sinichi', "sin'iti", 'shin', 'shinn', 'sh']],
    ['シンニチ', ['shinnichi', 'shinnnichi', 'sinniti']],
    ['ホッタ', ['hotta', 'hott', 'hot']], ['ハッチョウ', ['hatcho', 'hacchou', 'hatc']], ['ナンバ', ['namba', 'nanba', 'namb']], ['ホンマ', ['homma', 'honma']],
    ['フジワラ', ['fujiwara', 'huziwara', 'fu', 'f']], ['チヅル', ['chizuru', 'tiduru', 'chiduru']], ['ツシマ', ['tsushima', 'tusima', 'ts']],
    ['リョウヘイ', ['ryohei', 'ryouhei', 'ryo']], ['ケンヤ', ['kenya', 'ken', "ken'ya"]], ['オオヤマ', ['ohyama', 'oyama', 'ooyama']], ['クモン', ['kumon', 'kumo', 'kumonn']], ['ユウキ', ['yuki', 'yuuki', 'yūki']], ['ヴァン', ['van']],
  ])('[FIND-3] %s is found by %j', (kana, all) => {
    expect(all.filter((typed) => !isFound(aSearched({ kana: `ア ${kana}` }), typed))).toEqual([])
  })

  test.each([['サトウ', 'sito'], ['ヤマサキ', 'yamat'], ['オノ', 'ohana'], ['サトウ', 'satq']])('[FIND-3] and %s not by %s', (kana, typed) => {
    expect(isFound(aSearched({ kana }), typed)).toBe(false)
  })

  test('[FIND-3] every invented name is found by its romaji in both systems, at each key from the first', () => {
    for (const { familyKana } of many.slice(0, 400)) {
      const one = rowsOf(sourceOf([aSearched({ kana: familyKana })]))
      for (const system of ['hepburn', 'kunrei'] as const) {
        const typed = romajiOf(familyKana, system)
        for (let to = 1; to <= typed.length; to += 1) expect([typed.slice(0, to), scan(one, typed.slice(0, to))]).toEqual([typed.slice(0, to), [0]])
      }
    }
  })
})

describe('by number, birth date and bed', () => {
  test.each(['0012345678', '0012', '12345678', '123', '００１２', '0012-345'])('[FIND-4] the hospital ID 0012345678 is found by %s', (typed) => {
    expect(isFound(aSearched({ ids: ['0012345678'] }), typed)).toBe(true)
  })

  test('[FIND-4] zeros that are typed must be there, and a piece from the middle finds nobody', () => {
    expect(isFound(aSearched({ ids: ['12345678'] }), '0012')).toBe(false)
    expect(isFound(aSearched({ ids: ['0012345678'] }), '345')).toBe(false)
  })

  test('[FIND-5] an emergency number is found however it is written, from its first sign, and by its counter', () => {
    const number = aNumber(123)
    const bare = number.replaceAll('-', '')
    const typed = [number, number.toLowerCase(), bare, 'ｄ－ａｆ－００１２３', 'D-AF', 'daf0012', 'd', 'AF00123', '00123', '0012', '123', '12', bare.slice(3), `123${bare.at(-1)}`]
    expect(typed.filter((one) => !isFound(aSearched({ ids: [number] }), one))).toEqual([])
    expect(['D-AF-00124', '0123', '23', 'AH'].filter((one) => isFound(aSearched({ ids: [number] }), one))).toEqual([])
    expect(idKeys('D-AF-00123-X')).toEqual(['DAF00123X'])
  })

  test.each(['s25.3.4', 's25.3', 's25', 's2', 's25.', 's250304', 's2503', '19500304', '1950', '195003', '1950-03', '1950-3-4', '1950/0', '昭和25年', '昭和25年3月4日', '昭25', 'ｓ２５。３', '昭和25年 3月 4日', 'S25 3 4'])('[FIND-6] 昭和25年3月4日 is found by %s', (typed) => {
    expect(isFound(bornOn('1950-03-04'), typed)).toBe(true)
  })

  test.each(['s26', 's25.4', 's25.3.5', '19500305', '1951', 't25', '195', 's25.30'])('[FIND-6] and not by %s', (typed) => {
    expect(isFound(bornOn('1950-03-04'), typed)).toBe(false)
  })

  test('[FIND-6] somebody whose day or month is not known comes up behind those whose is', () => {
    const list = [aSearched({ birth: { kind: 'year', year: 1950 } }), aSearched({ birth: { kind: 'month', month: '1950-03' } }), bornOn('1950-03-04'), aSearched({ birth: { kind: 'year', year: 1951 } })]
    expect(find(buildSearch(sourceOf(list)), 's25.3.4')).toEqual([2, 0, 1])
  })

  test('[FIND-6] every day is found by its Western digits and by its era, and by each beginning of them', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1868-10-23'), max: new Date('2026-12-31'), noInvalidDate: true }), (date) => {
        const on = date.toISOString().slice(0, 10)
        const era = eras.find(({ first, last }) => first <= on && on <= last)
        const [year = 0, month, day] = on.split('-').map(Number)
        const rows = rowsOf(sourceOf([bornOn(on)]))
        const inEra = `${era?.letter}${year - (era?.offset ?? 0)}.${month}.${day}`
        for (const typed of [on, on.replaceAll('-', ''), inEra]) for (let to = typed === inEra ? 2 : 4; to <= typed.length; to += 1) expect([typed.slice(0, to), scan(rows, typed.slice(0, to))]).toEqual([typed.slice(0, to), [0]])
      }),
    )
  })

  test.each(['301-1', '３０１－１', '301', '301ー1', '30'])('[FIND-7] bed 301-1 is found by %s', (typed) => {
    expect(isFound(aSearched({ bed: '301−1' }), typed)).toBe(true)
  })
})

describe('together', () => {
  test('[FIND-8] of several words all must hold, whatever each of them is', () => {
    const one = aSearched({ kanji: '佐藤 花子', kana: 'サトウ ハナコ', ids: ['0012345'], birth: { kind: 'day', on: CalendarDate.parse('1950-03-04') }, bed: '301-1' })
    expect(['佐藤 ハナ', 'sato s25', '301 佐', '12345 花子', 'hana sato 1950'].filter((typed) => !isFound(one, typed))).toEqual([])
    expect(['佐藤 ゴロウ', 'sato s26', '302 佐'].filter((typed) => isFound(one, typed))).toEqual([])
  })

  test('[FIND-9] an exact number comes first, then a whole name, a beginning and a piece; equals in the order of the list', () => {
    const list = [aSearched({ kanji: '小林 一' }), aSearched({ kanji: '林田 一' }), aSearched({ kanji: '林 一' }), aSearched({ kanji: '木村 林' }), aSearched({ ids: ['林'] })]
    expect(find(buildSearch(sourceOf(list)), '林')).toEqual([4, 2, 3, 1, 0])
    const numbers = [aSearched({ ids: ['12'] }), aSearched({ ids: ['1'] }), aSearched({ ids: ['0001'] })]
    expect(find(buildSearch(sourceOf(numbers)), '1')).toEqual([1, 2, 0])
  })

  test('[FIND-10] the best fifty of three thousand are those that asking every row gives, at every key', () => {
    for (const { typed } of keystrokes(many, 400)) expect([typed, find(index, typed)]).toEqual([typed, scan(index.rows, typed)])
  })

  test('[FIND-10] and so for anything else put together from names and numbers', () => {
    const piece = fc.oneof(
      fc.constantFrom(...many.slice(0, 60).flatMap(({ kanji, kana, ids, familyKana }) => [kanji, kana, ...ids, romajiOf(familyKana, 'hepburn'), hiragana(familyKana)])),
      fc.constantFrom('ア', 'ン', 'o', 'oo', 'n', 's2', '19', '1950', '0', '00', 'd-af', '301', '-', '　', 'ー', 'ou'),
    )
    const cut = fc.tuple(piece, fc.nat(6), fc.integer({ min: 1, max: 6 })).map(([text, from, length]) => text.slice(from, from + length))
    fc.assert(fc.property(fc.array(cut, { maxLength: 3 }), fc.constantFrom('', ' '), fc.integer({ min: 1, max: 60 }), (pieces, between, most) => {
      const typed = pieces.join(between)
      expect(find(index, typed, most)).toEqual(scan(index.rows, typed, most))
    }), { numRuns: 400 })
  })

  test('[FIND-9] the same list and the same typing give the same order', () => {
    const again = buildSearch(sourceOf(inventedPatients(3000)))
    for (const { typed } of keystrokes(many, 40)) expect(find(again, typed)).toEqual(find(index, typed))
  })

  test('[FIND-11] whatever is typed is answered, and nothing typed finds nobody', () => {
    expect(['', ' ', '　', 'ー', '゛'].map((typed) => find(index, typed))).toEqual([[], [], [], [], []])
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => {
      expect(find(index, typed)).toEqual(scan(index.rows, typed))
    }))
    expect(find(index, 'o'.repeat(1000))).toEqual([])
    expect(find(index, 'ou oo '.repeat(200))).toEqual(scan(index.rows, 'ou oo '.repeat(200)))
  })

  test('[FIND-11] whatever stands in the list can be read, and no list is too short', () => {
    fc.assert(fc.property(fc.array(fc.record({ ids: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }), kanji: fc.string({ unit: 'binary' }), kana: fc.string({ unit: 'binary' }), birth: fc.constant({ kind: 'unknown' } as const), bed: fc.string({ unit: 'binary' }) }), { maxLength: 5 }), fc.string({ unit: 'binary', maxLength: 4 }), (list, typed) => {
      expect(find(buildSearch(sourceOf(list)), typed)).toEqual(scan(rowsOf(sourceOf(list)), typed))
    }))
  })

  test('[FIND-1] a key written sign by sign is the key of the whole name', () => {
    const words = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom('が', 'か\u3099', 'ｶﾞ', 'ﾊﾟ', '髙', '﨑', '𠮷', 'é', 'Σ', 'ㇰ', '㌔', '각', 'ゝ', '神')), { maxLength: 6 }).map((parts) => parts.join('').replace(/\s/g, ''))
    fc.assert(fc.property(words, (name) => {
      const { text, shape: lengths } = rowsOf(sourceOf([aSearched({ kanji: name, kana: name })]))
      const [kanji, kana] = [lengths[shape.kanji] ?? 0, lengths[shape.kana] ?? 0]
      expect(String.fromCharCode(...text.subarray(0, kanji))).toBe(kanjiKey(name))
      expect(String.fromCharCode(...text.subarray(kanji, kanji + kana))).toBe(kanaKey(name))
    }), { numRuns: 1000 })
  })

  test('[FIND-10] an index crosses to another thread without being copied and answers there as here', () => {
    const own = buildSearch(sourceOf(many.slice(0, 50)))
    const before = find(own, '山')
    const moved = structuredClone(own, { transfer: [...buffersOf(own)] as ArrayBuffer[] }) // none of them is shared
    expect(own.rows.text.length).toBe(0)
    expect(find(moved, '山')).toEqual(before)
  })
})
