import { kanjiVariants } from './kanji-variants.ts'

/**
 * Keys to find and compare names by. They are computed whenever needed and stored nowhere: the name itself
 * stays as typed (神 U+FA19 stays U+FA19), because a key forgets what a person is called.
 */

const smallToLarge: Readonly<Record<string, string>> = {
  ァ: 'ア', ィ: 'イ', ゥ: 'ウ', ェ: 'エ', ォ: 'オ', ッ: 'ツ', ャ: 'ヤ', ュ: 'ユ', ョ: 'ヨ', ヮ: 'ワ', ヵ: 'カ', ヶ: 'ケ',
  ヅ: 'ズ', ヂ: 'ジ', ヲ: 'オ',
}

/**
 * Kana as it is heard and misheard (domain facts §7.1): half width, hiragana, small letters, long marks,
 * voicing and spaces make no difference; ヅ is ズ, ヂ is ジ, ヲ is オ. Other letters pass in lower case.
 */
export function kanaKey(text: string): string {
  return [...text.normalize('NFKC').toLowerCase()]
    .map((sign) => (sign >= 'ぁ' && sign <= 'ゖ' ? String.fromCodePoint(sign.charCodeAt(0) + 0x60) : sign))
    .map((sign) => smallToLarge[sign] ?? sign)
    .join('')
    .normalize('NFD')
    .replace(/[\u3099\u309A゛゜ー\s・.-]/g, '')
}

/** Every character of a class but the first, to the first. */
const plainForm: ReadonlyMap<string, string> = new Map(
  kanjiVariants.split(' ').flatMap((word) => {
    const [plain = '', ...others] = word
    return others.map((other) => [other, plain] as const)
  }),
)

/** Kanji to compare by: width, case, spaces, variation selectors and variant forms (kanji-variants.ts) make no difference. */
export function kanjiKey(text: string): string {
  return [...text.normalize('NFKC').toLowerCase().replace(/[\s\p{Variation_Selector}]/gu, '')].map((sign) => plainForm.get(sign) ?? sign).join('')
}
