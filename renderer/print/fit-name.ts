import { widthMm, wrap } from './measure.ts'

/** Lines of one size, ready to be drawn; `mm` is the height of one line. */
export type Lines = { readonly lines: readonly string[]; readonly pt: number; readonly mm: number }

/** Kana null: there was none, or no room for it. */
export type FittedName = { readonly name: Lines; readonly kana: Lines | null }

export type NameRoom = { readonly widthMm: number; readonly heightMm: number; readonly namePt: number; readonly kanaPt: number }

/** From a bed card read across the room down to the smallest type that paper may carry. */
const sizes = [60, 52, 44, 36, 30, 26, 22, 19, 17, 15, 13, 12, 11, 9.5, 8, 7.5, 7] as const

/** Bold kanji clog on a copy under this size. */
export const boldFromPt = 8

export function lineMm(pt: number): number {
  return (pt * 1.09 * 25.4) / 72
}

/**
 * The largest type in which name and kana stand whole in a room: the kana shrinks first, then the name; lines break where
 * they must. Without room for both the kana is left out, never a part of either. Null: the name alone has no room.
 */
export function fitName(name: string, kana: string, room: NameRoom): FittedName | null {
  const [name1, kana1] = [oneParagraph(name), oneParagraph(kana)]
  for (const breakUp of [wrap, tear]) {
    for (const withKana of kana1 === '' ? [false] : [true, false]) {
      for (const pt of sizes.filter((size) => size <= room.namePt)) {
        const named = linesOf(breakUp(name1, room.widthMm, pt), pt)
        const left = room.heightMm - heightOf(named)
        if (left < 0) continue
        if (!withKana) return { name: named, kana: null }
        const read = sizes.filter((size) => size <= room.kanaPt).map((size) => linesOf(breakUp(kana1, room.widthMm, size), size)).find((lines) => heightOf(lines) <= left)
        if (read !== undefined) return { name: named, kana: read }
      }
    }
  }
  return null
}

function linesOf(lines: readonly string[], pt: number): Lines {
  return { lines, pt, mm: lineMm(pt) }
}

function heightOf({ lines, mm }: Lines): number {
  return lines.length * mm
}

function oneParagraph(text: string): string {
  return text.replace(/[\n\t]/g, ' ')
}

/** Breaks anywhere: the last help for a name that good breaks do not get in. */
function tear(text: string, mm: number, pt: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const symbol of text) {
    if (line !== '' && widthMm(line + symbol, pt) > mm) {
      lines.push(line)
      line = ''
    }
    line += symbol
  }
  return [...lines, line]
}

/** The largest of these sizes in which a text stands on one line, or null. */
export function oneLinePt(text: string, mm: number, pts: readonly number[]): number | null {
  return pts.find((pt) => widthMm(text, pt) <= mm) ?? null
}
