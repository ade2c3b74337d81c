import { kanjiVariants } from '../../patient/kanji-variants.ts'
import type { Charset } from './charset.ts'

/**
 * A text in letters that an older character set has. What cannot be said there is said otherwise, nearest first: the same letter
 * under another number, another width, another form of the kanji, in several plain letters; and ■ where nothing is left. Each
 * replacement is told, so that nobody finds a changed name later without knowing (rules CHARSET-3, CHARSET-4).
 *
 * Source of the spellings: NHO, SSMIX2_support_documents, doc/cp932_JIS_convart.md (2015), but for 〟, for which that table has 、.
 */
export type ReplacementKind = 'same' | 'width' | 'form' | 'spelled' | 'lost'
export type Replacement = { readonly from: string; readonly to: string; readonly kind: ReplacementKind }
export type Mapped = { readonly text: string; readonly replaced: readonly Replacement[] }

/** Gravest last: of a sign made of several code points the gravest counts. */
const gravity: readonly ReplacementKind[] = ['same', 'width', 'form', 'spelled', 'lost']

export function downMapped(text: string, charset: Charset): Mapped {
  if (isWithin(text, charset)) return { text, replaced: [] }
  const replaced: Replacement[] = []
  // Half-width kana with its mark, or a letter with all that is put on it, is one sign.
  const mapped = text.replaceAll(/[\uff66-\uff9d][\uff9e\uff9f]|\P{M}\p{M}*|\p{M}+/gu, (sign) => {
    if (isWithin(sign, charset)) return sign
    const found = mappedSign(sign, charset)
    replaced.push({ from: sign, ...found })
    return found.to
  })
  return { text: mapped, replaced }
}

function isWithin(text: string, charset: Charset): boolean {
  for (const letter of text) if (!charset.has(letter)) return false
  return true
}

type Said = Omit<Replacement, 'from'>

function mappedSign(sign: string, charset: Charset): Said {
  const bare = sign.replaceAll(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, '')
  const composed = bare.normalize('NFC')
  const kind = bare !== sign || /\p{Script=Han}/u.test(sign) ? 'form' : 'same'
  if (composed !== '' && isWithin(composed, charset)) return { to: composed, kind }
  const wide = /^[\uff61-\uff9f]+$/.test(composed) ? composed.normalize('NFKC') : composed
  const letters = [...wide].map((letter): Said => (charset.has(letter) ? { to: letter, kind: wide === composed ? kind : 'width' } : mappedLetter(letter, charset)))
  return { to: letters.map(({ to }) => to).join(''), kind: gravity[Math.max(...letters.map((letter) => gravity.indexOf(letter.kind)))] ?? 'lost' }
}

function mappedLetter(letter: string, charset: Charset): Said {
  const twin = sameLetter[letter]
  if (twin !== undefined && isWithin(twin, charset)) return { to: twin, kind: 'same' }
  const form = variants.get(letter)?.find((other) => charset.has(other))
  if (form !== undefined) return { to: form, kind: 'form' }
  const spelled = spelling(letter)
  if (spelled !== null && isWithin(spelled, charset)) return { to: spelled, kind: 'spelled' }
  const plain = letter.normalize('NFKC')
  if (isWithin(plain, charset)) return { to: plain, kind: /[\uff00-\uffef]/.test(letter) ? 'width' : 'spelled' }
  const unmarked = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  if (unmarked !== '' && isWithin(unmarked, charset)) return { to: unmarked, kind: 'spelled' }
  // Marks on their own and signs nobody sees (direction, joining) leave nothing behind that ■ could stand for.
  return { to: /[\p{M}\p{Cf}\p{Cc}]/u.test(letter) ? '' : '■', kind: 'lost' }
}

/** One letter that Unicode has under two numbers, for the makers of tables never agreed which one of the Japanese set it is. */
const sameLetter: Readonly<Record<string, string>> = {
  '−': '－', '\u301c': '～', '\u2016': '∥', '\u2014': '―', '\u2013': '‐', '\u00a2': '￠', '\u00a3': '￡', '\u00ac': '￢', '\u00a5': '￥', '\u203e': '￣', '\u00af': '￣',
  '\u2022': '・', '\u00b7': '・', '\u00c5': '\u212b', '≤': '≦', '≥': '≧', '\u3099': '゛', '\u309a': '゜', '\u22ef': '…',
}

const spelled: Readonly<Record<string, string>> = {
  '㎡': 'm*2', '〝': '″', '〟': '″', '№': 'No.', '㏍': 'K.K.', '℡': 'Tel', '∮': 'Φ', '∑': 'Σ', '∟': '└', '⊿': 'Δ', '©': '(C)', '®': '(R)', '\u3094': 'う゛',
}

/** ① is (1), ㊤ is (上), and what else stands in a ring. 10³ is 10*3 and 2½ is 2(1/2): a dose must not become another. */
function spelling(letter: string): string | null {
  const plain = letter.normalize('NFKC')
  if (/[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]/.test(letter)) return `*${plain}`
  if (plain.includes('\u2044')) return `(${plain.replace('\u2044', '/')})`
  return spelled[letter] ?? (/[\u2460-\u2473\u24b6-\u24e9\u3244-\u3247\u3251-\u325f\u3280-\u32bf\u32d0-\u32fe]/.test(letter) ? `(${plain})` : null)
}

const variants: ReadonlyMap<string, readonly string[]> = new Map(kanjiVariants.split(' ').flatMap((word) => [...word].map((letter): [string, readonly string[]] => [letter, [...word]])))
