/**
 * How much room words take on paper, without a browser: page n/N must be known before anything is drawn, and in a test.
 * Widths are of the widest face in use and rather too large: a line may end early, never late.
 */

/** Millimetres of one point. */
const mmPerPt = 25.4 / 72

/** Width of one symbol in em. Kanji and kana are one em or less; Latin letters of BIZ UDPGothic are proportional. */
function em(symbol: string): number {
  const point = symbol.codePointAt(0) ?? 0
  if (point >= 0x300 && point < 0x370) return 0 // combining: drawn over the symbol before
  if (point > 0x2e7f || (point >= 0x2000 && point < 0x2e80)) return 1
  if (/[MW@%&mw—]/.test(symbol)) return 0.95
  if (/[A-Z0-9#$+=<>~^]/.test(symbol)) return 0.72
  if (/[ijlftrI1.,:;'!|()[\]\- /]/.test(symbol)) return 0.45
  return 0.64
}

export function widthMm(text: string, pt: number): number {
  let sum = 0
  for (const symbol of text) sum += em(symbol)
  return sum * pt * mmPerPt
}

/** Words of other scripts are not torn where a space stands near; Japanese breaks anywhere. */
const latin = /^[!-~À-ɏ]$/

/** Text in lines no wider than `mm`. Its own line breaks are kept; joined again, the lines are the text without them. */
export function wrap(text: string, mm: number, pt: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, mm, pt))
}

/** Never at the head of a line. */
const closing = /^[、。,.」』)）】〕:;?!・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]$/

/** Where `line` ends when `next` has no room on it: not within a word, and not before a mark that closes. */
function breakAt(line: string, next: string): number {
  if (latin.test(next) && latin.test(line.slice(-1))) {
    const space = line.lastIndexOf(' ')
    if (space > line.length / 2) return space + 1
  }
  if (!closing.test(next)) return line.length
  const [last = ''] = line.match(/[^\ud800-\udbff][\udc00-\udfff]?$|[\ud800-\udbff][\udc00-\udfff]$/) ?? []
  return last === '' || last.length >= line.length || closing.test(last) ? line.length : line.length - last.length
}

function wrapParagraph(text: string, mm: number, pt: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const symbol of text.replaceAll('\t', '　')) {
    const wide = em(symbol) * pt * mmPerPt
    if (width + wide > mm && line !== '') {
      const at = breakAt(line, symbol)
      lines.push(line.slice(0, at))
      line = line.slice(at)
      width = widthMm(line, pt)
    }
    line += symbol
    width += wide
  }
  return [...lines, line]
}
