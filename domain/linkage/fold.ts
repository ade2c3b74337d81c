import { kanjiKey } from '../patient/name-keys.ts'

/**
 * What of a field counts when two lists are compared. Only for comparing: nothing folded is ever stored or shown.
 */

/** A name in kanji or letters: width, case, spaces, accents, apostrophes and the form of a character make no difference. */
export function foldName(raw: string): string {
  const plain = kanjiKey(raw)
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]*$/u.test(plain) ? plain : plain.normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC').replace(/['’`.,・-]/g, '')
}

export const isKana = (text: string): boolean => /^[\p{Script=Hiragana}\p{Script=Katakana}ー\s・]+$/u.test(text.normalize('NFKC'))

/** Figures of a telephone number without the country: the last eight tell one from another, the rest is a matter of habit. */
export const phoneFigures = (raw: string): number => phoneFiguresOf((at) => raw.charCodeAt(at), 0, raw.length)

/** The same of signs that were never made a text. */
export function phoneFiguresOf(signAt: (at: number) => number, from: number, end: number): number {
  let value = 0
  let scale = 1
  let figures = 0
  for (let at = end - 1; at >= from && figures < 8; at -= 1) {
    const code = signAt(at)
    const figure = code >= 0x30 && code <= 0x39 ? code - 0x30 : code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1
    if (figure < 0) continue
    value += figure * scale
    scale *= 10
    figures += 1
  }
  // Fewer than six are an extension or a placeholder, and one figure repeated is nobody's number.
  return figures < 6 || value % 11_111_111 === 0 ? 0 : value
}

export const foldPostcode = (raw: string): string => raw.normalize('NFKC').toLowerCase().replace(/[^0-9a-z]/g, '')

/** Zeros in front are a matter of the system that wrote it. */
export const foldCode = (raw: string): string => foldPostcode(raw).replace(/^0+(?=.)/, '')

const figuresOfKanji: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' }

/** An address: 一丁目2番3号 and 1-2-3 are one place; prefecture and city stay, as both lists have them or not. */
export function foldAddress(raw: string): string {
  return kanjiKey(raw)
    .replace(/([一二三四五六七八九])(?=丁目|番|号|条)/g, (sign) => figuresOfKanji[sign] ?? sign)
    .replace(/丁目|番地の?|番|号室?|[‐‑–—−ー]/g, '-')
    .replace(/[.,、。()]/g, '')
    .replace(/-+/g, '-')
    .replace(/-$/, '')
}
