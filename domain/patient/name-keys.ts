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

// Forms of one character that the same family is written with, depending on the clerk. Many more exist;
// these are the common ones in lists of patients (our choice). The left side is after NFKC.
const plainForm: Readonly<Record<string, string>> = {
  髙: '高', 﨑: '崎', 嵜: '崎', 濵: '浜', 濱: '浜', 德: '徳', 邊: '辺', 邉: '辺', 齋: '斎', 齊: '斎', 斉: '斎',
  澤: '沢', 嶋: '島', 嶌: '島', 櫻: '桜', 廣: '広', 國: '国', 圀: '国', 龍: '竜', 惠: '恵', 眞: '真', 𠮷: '吉',
  槇: '槙', 瀨: '瀬', 栁: '柳', 橫: '横', 黑: '黒', 淸: '清', 淺: '浅', 會: '会', 榮: '栄', 壽: '寿',
}

/** Kanji to compare by: width, case, spaces and the common variant forms make no difference. */
export function kanjiKey(text: string): string {
  return [...text.normalize('NFKC').toLowerCase().replace(/\s/g, '')].map((sign) => plainForm[sign] ?? sign).join('')
}
