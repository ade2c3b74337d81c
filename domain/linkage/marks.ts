import { mix } from './mix.ts'
import type { Terms } from './terms.ts'

function grown(known: Uint32Array, size: number): Uint32Array {
  if (known.length === size) return known
  const marks = new Uint32Array(size)
  marks.set(known)
  return marks
}

/** For each word a number of its first signs, the same for all words that begin so. A letter says less than a kanji: one more is taken. `known`: what was worked out before. */
export function leadingMarks(terms: Terms, length: number, known: Uint32Array): Uint32Array {
  const marks = grown(known, terms.count)
  for (let term = Math.max(1, known.length); term < marks.length; term += 1) {
    const key = terms.key(term)
    const first = key.charCodeAt(0)
    const many = Math.min(key.length, first >= 0x61 && first <= 0x7a ? length + 1 : length)
    let mark = 1
    for (let at = 0; at < many; at += 1) mark = mix(19, mark, key.charCodeAt(at) + 1)
    marks[term] = mark
  }
  return marks
}

/** For each address a number of the figures in it, the same for all addresses with these figures in this order; 0: it has none. */
export function houseMarks(terms: Terms, known: Uint32Array): Uint32Array {
  const marks = grown(known, terms.count)
  for (let term = Math.max(1, known.length); term < marks.length; term += 1) {
    const key = terms.key(term)
    let mark = 0
    for (let at = 0; at < key.length; at += 1) {
      const sign = key.charCodeAt(at)
      const isFigure = sign >= 0x30 && sign <= 0x39
      const wasFigure = at > 0 && key.charCodeAt(at - 1) >= 0x30 && key.charCodeAt(at - 1) <= 0x39
      if (isFigure) mark = mix(20, mark, wasFigure ? sign : sign + 100)
    }
    marks[term] = mark
  }
  return marks
}
