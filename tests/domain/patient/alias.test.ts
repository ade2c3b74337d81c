import { describe, expect, test } from 'vitest'
import { aliasesAlike, aliasKey, aliasWords, drawAlias, type AliasesTaken } from '#domain/patient/alias.ts'
import { Alias } from '#domain/patient/naming.ts'
import { soundsOf, withinSounds } from '#domain/patient/sounds.ts'
import { aHand } from '#tests/builders.ts'

const nobody: AliasesTaken = { everGiven: [], onWard: [] }

/** Draws one alias after another, everybody staying on the ward. */
function drawMany(times: number, seed = 1): readonly Alias[] {
  const hand = aHand({ seed })
  const given: Alias[] = []
  for (let time = 0; time < times; time += 1) {
    const drawn = drawAlias({ everGiven: given, onWard: given }, hand)
    if (!drawn.ok) break
    given.push(drawn.value)
  }
  return given
}

describe('aliases of unknown patients', () => {
  test('[PAT-12] no alias is given twice in an incident, the other way round included', () => {
    const given = drawMany(400)
    expect(given).toHaveLength(400)
    expect(new Set(given.map(aliasKey)).size).toBe(400)
  })

  test('[PAT-12] an alias of somebody no longer on the ward is not given again', () => {
    const everGiven = drawMany(200)
    const drawn = drawAlias({ everGiven, onWard: [] }, aHand({ seed: 1 }))
    expect(drawn.ok && everGiven.map(aliasKey).includes(aliasKey(drawn.value))).toBe(false)
  })

  test('[PAT-13] while it can be avoided, no two aliases on one ward share a word or a similar word', () => {
    const given = drawMany(Math.floor(aliasWords.length / 2))
    const alike = given.flatMap((one, index) => given.slice(index + 1).filter((two) => aliasesAlike(one, two)))
    expect(alike).toEqual([])
  })

  test('[PAT-13] a word one sound away from one on the ward is avoided too', () => {
    const almostAll: readonly Alias[] = aliasWords.slice(4).map((word) => [`${word}ス`, `${word}ミ`])
    for (let seed = 1; seed <= 20; seed += 1) {
      const drawn = drawAlias({ everGiven: [], onWard: almostAll }, aHand({ seed }))
      expect(drawn.ok && drawn.value.every((word) => aliasWords.slice(0, 4).some((free) => free === word))).toBe(true)
    }
  })

  test('[PAT-13] when every word is heard already, the alias that shares the fewest is taken', () => {
    const onWard: readonly Alias[] = [...aliasWords.map((word): Alias => [word, 'ヒトリメ']), ...aliasWords.slice(2).map((word): Alias => [word, 'フタリメ'])]
    const drawn = drawAlias({ everGiven: [], onWard }, aHand({ seed: 5 }))
    expect(drawn.ok && aliasKey(drawn.value)).toBe(aliasKey([aliasWords[0], aliasWords[1]]))
  })

  test('[PAT-14] there are at least 300 aliases, and when they are used up that is said', () => {
    const most = (aliasWords.length * (aliasWords.length - 1)) / 2
    expect(most).toBeGreaterThanOrEqual(300)
    const everGiven = aliasWords.flatMap((one, index) => aliasWords.slice(index + 1).map((two): Alias => [one, two]))
    expect(drawAlias({ everGiven: everGiven.slice(1), onWard: [] }, aHand())).toMatchObject({ ok: true })
    expect(drawAlias({ everGiven, onWard: [] }, aHand())).toEqual({ ok: false, error: { code: 'aliases-used-up' } })
  })

  test('[PAT-14] an alias is two different words of katakana, without a number', () => {
    for (const alias of drawMany(300)) {
      expect(Alias.safeParse(alias).success).toBe(true)
      expect(alias[0]).not.toBe(alias[1])
      expect(alias.join('')).toMatch(/^[ァ-ヺー]+$/)
    }
  })

  test('[PAT-14] no two words of the list are within one sound of each other', () => {
    const close = aliasWords.flatMap((one, index) => aliasWords.slice(index + 1).filter((two) => withinSounds(soundsOf(one), soundsOf(two), 1)).map((two) => `${one}/${two}`))
    expect(close).toEqual([])
    expect(new Set(aliasWords).size).toBe(aliasWords.length)
  })

  test('[PAT-14] no word of the list is a place or surname, or means something on a chart', () => {
    const leftOut = 'ヨシノ ウエノ ヤマト オオサカ ナゴヤ トウキョウ ヌマヅ カワセ ミカサ アサヒ サクラ ノハラ ワラビ ローマ フジサン ニッポン タバコ ホケン コドモ メイジ キッテ マッチ リンゴ カメラ'.split(' ')
    expect(aliasWords.filter((word) => leftOut.includes(word))).toEqual([])
  })

  test('[PAT-15] aliases come shuffled: the same chance gives the same alias, another station another', () => {
    expect(drawMany(10, 7)).toEqual(drawMany(10, 7))
    const firsts = Array.from({ length: 30 }, (_, seed) => drawAlias(nobody, aHand({ seed: seed + 1 })))
    expect(new Set(firsts.map((drawn) => (drawn.ok ? aliasKey(drawn.value) : ''))).size).toBeGreaterThan(25)
  })
})

describe('sounds', () => {
  test.each<[string, string, number, boolean]>([
    ['サトウ', 'サトウ', 0, true], ['サトウ', 'カトウ', 1, true], ['サトウ', 'サイトウ', 1, true], ['サトウ', 'サト', 1, true], ['タナカ', 'タカナ', 1, true],
    ['サトウ', 'イトウ', 1, true], ['サトウ', 'カトリ', 1, false], ['タナカ', 'ナカタ', 1, false], ['', 'ア', 1, true], ['', 'アイ', 1, false], ['シャシン', 'シシン', 1, true],
  ])('[PAT-13] %s and %s within %i slips: %s', (one, two, most, within) => {
    expect(withinSounds(soundsOf(one), soundsOf(two), most)).toBe(within)
    expect(withinSounds(soundsOf(two), soundsOf(one), most)).toBe(within)
  })
})
