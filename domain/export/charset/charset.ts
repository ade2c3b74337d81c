/**
 * The two older character sets that Japanese hospital systems still load: CP932 as Windows writes it, and ISO-2022-JP with
 * ASCII and JIS X 0208 alone. Both tables are read out of the decoders that every window and every Node has (WHATWG Encoding
 * Standard, index jis0208), so there is no table of ours to be wrong. Rules CHARSET-1, CHARSET-2.
 */
export type Charset = {
  readonly name: 'CP932' | 'ISO-2022-JP'
  /** Has it this letter (one code point)? */
  readonly has: (letter: string) => boolean
  /** The bytes of a text. Throws at a letter that it has not: whoever calls maps first (down-map.ts). */
  readonly encode: (text: string) => Uint8Array
}

export type Charsets = { readonly cp932: Charset; readonly jis: Charset }

/** Decodes bytes as the platform does (TextDecoder); what is no character becomes U+FFFD. */
export type DecodeBytes = (encoding: 'shift_jis' | 'euc-jp', bytes: Uint8Array) => string

export function charsetsBy(decode: DecodeBytes): Charsets {
  return { cp932: cp932(decode), jis: iso2022jp(decode) }
}

/** Two bytes for each letter of the basic plane; 0: there are none. */
type Pairs = Uint16Array

function cp932(decode: DecodeBytes): Charset {
  const pairs: Pairs = new Uint16Array(0x1_00_00)
  const trails = range(0x40, 0xfc).filter((trail) => trail !== 0x7f)
  // The first place of a letter counts. Left out are NEC's second copy of IBM's characters (ED, EE): Windows writes 髙 as FB FC,
  // and the places that every hospital fills with characters of its own (F0–F9), which mean something else everywhere.
  for (const lead of [...range(0x81, 0x9f), ...range(0xe0, 0xec), 0xef, ...range(0xfa, 0xfc)]) addRow(pairs, lead, trails, decode('shift_jis', rowBytes(lead, trails)))
  const kana = (unit: number): boolean => unit >= 0xff61 && unit <= 0xff9f
  return {
    name: 'CP932',
    has: (letter) => isIn(letter, (unit) => unit < 0x80 || kana(unit) || pairs[unit] !== 0),
    encode: (text) => {
      const bytes: number[] = []
      for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at)
        if (unit < 0x80) bytes.push(unit)
        else if (kana(unit)) bytes.push(unit - 0xff61 + 0xa1)
        else bytes.push(...pairOf(pairs, unit))
      }
      return Uint8Array.from(bytes)
    },
  }
}

const toAscii = [0x1b, 0x28, 0x42]
const toJis = [0x1b, 0x24, 0x42]

/** Level 1 and 2 only: the rows between and behind are each maker's own, and readers refuse them (interop.md §2.3). */
function iso2022jp(decode: DecodeBytes): Charset {
  const pairs: Pairs = new Uint16Array(0x1_00_00)
  const cells = range(0xa1, 0xfe)
  for (const row of [...range(1, 8), ...range(16, 84)]) addRow(pairs, row + 0xa0, cells, decode('euc-jp', rowBytes(row + 0xa0, cells)))
  return {
    name: 'ISO-2022-JP',
    has: (letter) => isIn(letter, (unit) => (unit < 0x80 && unit !== 0x0e && unit !== 0x0f && unit !== 0x1b) || pairs[unit] !== 0),
    encode: (text) => {
      const bytes: number[] = []
      let isWide = false
      const turn = (wide: boolean): void => {
        if (wide !== isWide) bytes.push(...(wide ? toJis : toAscii))
        isWide = wide
      }
      for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at)
        turn(unit >= 0x80)
        if (unit < 0x80) bytes.push(unit)
        else bytes.push(...pairOf(pairs, unit).map((byte) => byte & 0x7f))
      }
      turn(false)
      return Uint8Array.from(bytes)
    },
  }
}

function pairOf(pairs: Pairs, unit: number): readonly [number, number] {
  const pair = pairs[unit] ?? 0
  if (pair === 0) throw new Error('A letter outside the character set was not mapped before encoding')
  return [pair >> 8, pair & 0xff]
}

function isIn(letter: string, has: (unit: number) => boolean): boolean {
  return letter.length === 1 && has(letter.charCodeAt(0))
}

/** Every pair of a row, a line end behind each: what is no character then spoils its own line alone. */
function rowBytes(lead: number, trails: readonly number[]): Uint8Array {
  return Uint8Array.from(trails.flatMap((trail) => [lead, trail, 0x0a]))
}

function addRow(pairs: Pairs, lead: number, trails: readonly number[], decoded: string): void {
  for (const [place, letter] of decoded.split('\n').entries()) {
    const unit = letter.charCodeAt(0)
    const trail = trails[place]
    if (letter.length === 1 && unit !== 0xfffd && trail !== undefined && pairs[unit] === 0) pairs[unit] = (lead << 8) | trail
  }
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
