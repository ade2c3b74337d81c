/**
 * What romaji may stand for, as kana keys (name-keys.ts: large, unvoiced, no long marks). Hepburn, Kunrei and what
 * keyboards taught people (`jyunko`, `shinnichi`), read together: it is somebody looking for a name, not a dictation.
 *
 * A reading is a row of places, each with the kana that may stand there: `sato` is サ, then ト, トウ or トオ, since
 * long vowels are mostly left out in romaji and never in kana.
 */
export type Reading = {
  readonly places: readonly (readonly string[])[]
  /** The last syllable is unfinished (`yamas`): what stands there is a beginning, never a whole name. */
  readonly isOpen: boolean
}

const vowels = 'aiueo'
/** Kana of each beginning before a, i, u, e, o; several are parted by `|`, none is `-`. */
const rows: Readonly<Record<string, string>> = {
  '': 'ア イ ウ エ オ', k: 'カ キ ク ケ コ', s: 'サ シ ス セ ソ', t: 'タ チ|テイ ツ|トウ テ ト', n: 'ナ ニ ヌ ネ ノ', h: 'ハ ヒ フ ヘ ホ', m: 'マ ミ ム メ モ',
  y: 'ヤ - ユ イエ ヨ', r: 'ラ リ ル レ ロ', w: 'ワ ウイ|ヰ|イ - ウエ|ヱ|エ オ', g: 'カ キ ク ケ コ', z: 'サ シ ス セ ソ', d: 'タ シ|テイ ス|トウ テ ト', b: 'ハ ヒ フ ヘ ホ', p: 'ハ ヒ フ ヘ ホ',
  f: 'フア フイ フ フエ フオ', j: 'シヤ シ シユ シエ シヨ', v: 'ウア ウイ ウ ウエ ウオ', l: 'ラ リ ル レ ロ', c: 'カ シ ク セ コ',
  sh: 'シヤ シ シユ シエ シヨ', ch: 'チヤ チ チユ チエ チヨ', ts: 'ツア ツイ ツ ツエ ツオ', dz: '- シ ス - -',
  ky: 'キヤ - キユ キエ キヨ', gy: 'キヤ - キユ キエ キヨ', sy: 'シヤ - シユ シエ シヨ', zy: 'シヤ - シユ シエ シヨ', jy: 'シヤ シ シユ シエ シヨ', ty: 'チヤ - チユ チエ チヨ', cy: 'チヤ - チユ チエ チヨ',
  dy: 'シヤ - シユ シエ シヨ', ny: 'ニヤ - ニユ ニエ ニヨ', hy: 'ヒヤ - ヒユ ヒエ ヒヨ', by: 'ヒヤ - ヒユ ヒエ ヒヨ', py: 'ヒヤ - ヒユ ヒエ ヒヨ', my: 'ミヤ - ミユ ミエ ミヨ', ry: 'リヤ - リユ リエ リヨ', ly: 'リヤ - リユ リエ リヨ',
  fy: 'フヤ - フユ - フヨ', kw: 'クア クイ - クエ クオ', gw: 'クア クイ - クエ クオ',
}

type Step = { readonly places: readonly (readonly string[])[]; readonly to: number; readonly isOpen?: boolean }

/** The readings of letters a–z with macrons; none when they cannot be romaji. */
export function readRomaji(letters: string): readonly Reading[] {
  const { plain, long } = plainLetters(letters)
  const places: (readonly string[])[] = []
  let at = 0
  while (at < plain.length) {
    const step = stepAt(plain, at, long)
    if (step === null) return []
    if (step.isOpen === true) {
      const open: Reading = { places: [...places, ...step.places], isOpen: true }
      // A last n may be ン already.
      return plain.endsWith('n') && step.places.length === 1 && plain.length - at === 1 ? [{ places: [...places, ['ン']], isOpen: false }, open] : [open]
    }
    places.push(...step.places)
    at = step.to
  }
  return places.length === 0 ? [] : [{ places, isOpen: false }]
}

function stepAt(text: string, at: number, long: ReadonlySet<number>): Step | null {
  const [one = '', two = '', three = ''] = [text[at], text[at + 1], text[at + 2]]
  if (one === "'" || one === '-') return { places: [], to: at + 1 }
  if (one === 'n') {
    if (two === "'" || (two !== '' && !isVowel(two) && two !== 'y' && two !== 'n')) return { places: [['ン']], to: at + 1 }
    if (two === 'n') {
      if (!isVowel(three) && three !== 'y') return { places: [['ン']], to: at + 2 } // kenn, shinnkai: as an input method wants it
      const next = syllableAt(text, at + 1, long)
      return next === null ? openAt(text, at + 1, ['ン']) : { places: [next.kana.flatMap((kana) => [`ン${kana}`, ...afterN(kana)])], to: next.to }
    }
  }
  if (one === 'm' && (two === 'b' || two === 'p' || two === 'm')) return { places: [['ン']], to: at + 1 }
  const isDouble = (one === two && one !== 'n' && !isVowel(one) && one !== '') || (one === 't' && two === 'c')
  if (isDouble) return { places: [['ツ']], to: at + 1 }
  const syllable = syllableAt(text, at, long)
  return syllable === null ? openAt(text, at, null) : { places: [one === 'n' ? syllable.kana.flatMap((kana) => [kana, ...afterN(kana)]) : syllable.kana], to: syllable.to }
}

/** `shinichi` may be シンイチ: what begins with ナ行 may be ン and a vowel. */
function afterN(kana: string): readonly string[] {
  const [head = '', ...rest] = kana
  if (head === 'ニ' && rest[0] !== undefined && 'ヤユヨエ'.includes(rest[0])) return [`ン${rest.join('')}`]
  const vowel = 'アイウエオ'['ナニヌネノ'.indexOf(head)]
  return vowel === undefined ? [] : [`ン${vowel}${rest.join('')}`]
}

function syllableAt(text: string, at: number, long: ReadonlySet<number>): { readonly kana: readonly string[]; readonly to: number } | null {
  for (const length of [2, 1, 0]) {
    const [begin, vowel] = [text.slice(at, at + length), text[at + length] ?? '']
    const kana = begin.length === length && isVowel(vowel) ? kanaOf(begin, vowel) : []
    if (kana.length > 0) return lengthened(text, at + length, kana, vowel, long, begin === 'hy' && 'ou'.includes(text[at - 1] ?? '-'))
  }
  return null
}

/** A long vowel may be written (oo, oh, ō) or not. */
function lengthened(text: string, at: number, short: readonly string[], vowel: string, long: ReadonlySet<number>, mayBeY: boolean): { readonly kana: readonly string[]; readonly to: number } {
  const kana = mayBeY ? [...short, ...short.map((one) => one.replace('ヒ', ''))] : short // ohya, ohyama: オオヤ
  const and = (...more: readonly string[]): readonly string[] => kana.flatMap((one) => ['', ...more].map((end) => one + end))
  if (vowel === 'o') {
    const isDoubled = text[at + 1] === 'o'
    const isH = text[at + 1] === 'h' && !isVowel(text[at + 2] ?? '') && text[at + 2] !== 'y'
    return { kana: and('ウ', 'オ'), to: at + (isDoubled || isH ? 2 : 1) }
  }
  if (vowel === 'u') return { kana: and('ウ'), to: at + 1 }
  if (!long.has(at)) return { kana, to: at + 1 }
  return { kana: vowel === 'a' ? and('ア') : vowel === 'i' ? and('イ') : and('イ', 'エ'), to: at + 1 }
}

/** The last letters have no vowel yet: every syllable that begins so, by its first kana. */
function openAt(text: string, at: number, before: readonly string[] | null): Step | null {
  const left = text.slice(at)
  if (left === '' || left.length > 2) return null
  const heads = Object.keys(rows).filter((begin) => begin !== '' && begin.startsWith(left)).flatMap((begin) => [...vowels].flatMap((vowel) => kanaOf(begin, vowel).map((kana) => kana.slice(0, 1))))
  const first = [...new Set(heads)]
  return first.length === 0 ? null : { places: [...(before === null ? [] : [before]), first], to: text.length, isOpen: true }
}

function kanaOf(begin: string, vowel: string): readonly string[] {
  const cell = rows[begin]?.split(' ')[vowels.indexOf(vowel)] ?? '-'
  return cell === '-' ? [] : cell.split('|')
}

const isVowel = (letter: string): boolean => letter !== '' && vowels.includes(letter)

/** Letters without macrons and circumflexes, and where one stood. */
function plainLetters(letters: string): { readonly plain: string; readonly long: ReadonlySet<number> } {
  const long = new Set<number>()
  let plain = ''
  for (const sign of letters.normalize('NFD').replace(/’/g, "'")) {
    if (sign === '\u0304' || sign === '\u0302') long.add(plain.length - 1)
    else plain += sign
  }
  return { plain, long }
}
