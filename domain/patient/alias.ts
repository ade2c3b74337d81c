import type { Hand } from '../ports.ts'
import { err, ok, type Result } from '../result.ts'
import type { Alias } from './naming.ts'
import { soundsOf, withinSounds } from './sounds.ts'

/**
 * Names for patients nobody can name yet: two words, no number, in katakana, said with ease by anybody.
 * (NHS alert 2018: random, distinct name pairs instead of "unknown male". Base: 和文通話表.)
 *
 * Left out on purpose, because an alias must not be taken for anything else:
 *   surnames, given names, places   ヨシノ ウエノ ヤマト オオサカ ナゴヤ トウキョウ ヌマヅ カワセ ミカサ アサヒ
 *                                   サクラ ノハラ ワラビ ローマ フジサン ニッポン イロハ エイゴ モミジ チドリ
 *   what a chart may say            タバコ ホケン コドモ メイジ キッテ(切って) マッチ(輸血) リンゴ(アレルゲン) カメラ(内視鏡)
 *                                   ムセン ダルマ トンボ(針) ネズミ
 *   names wards like to have        サクラ ヒマワリ コスモス スミレ
 * No two words of the list are within one sound of each other (a test keeps it so).
 *
 * Words may be added. Taking one away does no harm: aliases already given stand in the journal.
 */
export const aliasWords = [
  'アサガオ', 'アジサイ', 'イナズマ', 'イルカ', 'エンピツ', 'オリガミ', 'オルゴール', 'カモメ', 'キツツキ', 'クジャク',
  'クレヨン', 'ケシキ', 'コアラ', 'コンパス', 'サーカス', 'シマウマ', 'シンブン', 'スズメ', 'セカイ', 'ソロバン',
  'チョウチン', 'ツバメ', 'ツルカメ', 'テガミ', 'ドングリ', 'ナワトビ', 'ハーモニカ', 'ハガキ', 'ハシゴ', 'ヒコウキ',
  'ピアノ', 'フクロウ', 'ペンギン', 'ホウセキ', 'ボート', 'マラソン', 'ミズウミ', 'メダル', 'モザイク', 'ユミヤ',
  'ヨット', 'ラジオ', 'リボン', 'ルビー', 'レンゲ', 'ロケット',
] as const

/** Every pair of two different words was given in this incident. */
export type AliasFault = { readonly code: 'aliases-used-up' }

export type AliasesTaken = {
  /** Of every patient this incident ever had, also those now identified or gone: an alias is never given twice. */
  readonly everGiven: Iterable<Alias>
  /** Of patients on this ward now: a new one should not sound like them. */
  readonly onWard: Iterable<Alias>
}

/**
 * An alias for the next unknown patient, drawn at random so that two isolated stations rarely draw the same.
 * Of those never given, one that shares no word and no similar word with the ward is taken; if there is
 * none, one that shares the fewest. The same input gives the same alias. Rules PAT-12 to PAT-15.
 */
export function drawAlias(taken: AliasesTaken, hand: Pick<Hand, 'random'>): Result<Alias, AliasFault> {
  const given = new Set([...taken.everGiven, ...taken.onWard].map(aliasKey))
  const clashes = heardOnWard(taken.onWard)
  let best: Alias | null = null
  let fewest = Infinity
  for (const pair of shuffled(everyPair(), hand)) {
    if (given.has(aliasKey(pair))) continue
    const shared = (clashes.get(pair[0]) ?? 0) + (clashes.get(pair[1]) ?? 0)
    if (shared < fewest) {
      best = [...pair]
      fewest = shared
    }
    if (shared === 0) break
  }
  return best === null ? err({ code: 'aliases-used-up' }) : ok(best)
}

/** Of each word of the list, how often it or a similar word is called on this ward. */
function heardOnWard(onWard: Iterable<Alias>): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const word of [...onWard].flat()) times.set(word, (times.get(word) ?? 0) + 1)
  const heard = [...times].map(([word, count]) => ({ sounds: soundsOf(word), count }))
  return new Map(
    aliasWords.map((word) => {
      const sounds = soundsOf(word)
      return [word, heard.reduce((sum, other) => (withinSounds(sounds, other.sounds, 1) ? sum + other.count : sum), 0)]
    }),
  )
}

/** Do two aliases share a word, or two words that differ in one sound? */
export function aliasesAlike(one: Alias, two: Alias): boolean {
  return one.some((word) => two.some((other) => withinSounds(soundsOf(word), soundsOf(other), 1)))
}

/** The same for an alias said the other way round: 「ラジオ テガミ」 and 「テガミ ラジオ」 are one alias. */
export function aliasKey(alias: readonly [string, string]): string {
  return alias.toSorted((a, b) => (a < b ? -1 : 1)).join(' ')
}

type WordPair = readonly [(typeof aliasWords)[number], (typeof aliasWords)[number]]

function everyPair(): WordPair[] {
  return aliasWords.flatMap((first) => aliasWords.filter((second) => second !== first).map((second): WordPair => [first, second]))
}

/** Fisher and Yates; a 32-bit draw for fewer than 2,100 pairs has no bias anybody could notice. */
function shuffled(pairs: WordPair[], hand: Pick<Hand, 'random'>): readonly WordPair[] {
  const bytes = hand.random(pairs.length * 4)
  const draws = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let left = pairs.length - 1; left > 0; left -= 1) {
    const chosen = draws.getUint32(left * 4) % (left + 1)
    const [a, b] = [pairs[left], pairs[chosen]]
    if (a === undefined || b === undefined) throw new Error('The shuffle left its own list')
    pairs[left] = b
    pairs[chosen] = a
  }
  return pairs
}
