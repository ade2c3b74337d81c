/**
 * Kana as it is heard. Names are told across a dark ward and over a radio: two names that differ in one
 * sound are one mishearing apart.
 */

const small = 'ァィゥェォャュョヮ'

/** Katakana split into sounds: シャ is one, ッ, ン and ー are one each. */
export function soundsOf(katakana: string): readonly string[] {
  const sounds: string[] = []
  for (const sign of katakana) {
    if (small.includes(sign) && sounds.length > 0) sounds.push(`${sounds.pop()}${sign}`)
    else sounds.push(sign)
  }
  return sounds
}

/**
 * Are two words at most `most` slips apart? A slip: one sound wrong, missing, added, or two neighbours swapped.
 * (Optimal string alignment; three rows, given up as soon as no way is left.)
 */
export function withinSounds(one: readonly string[], two: readonly string[], most: number): boolean {
  if (Math.abs(one.length - two.length) > most) return false
  let before: readonly number[] = []
  let above: readonly number[] = Array.from({ length: two.length + 1 }, (_, column) => column)
  for (const [row, sound] of one.entries()) {
    const here = [row + 1]
    for (const [column, other] of two.entries()) {
      const wrong = at(above, column) + (sound === other ? 0 : 1)
      const missing = Math.min(at(above, column + 1), at(here, column)) + 1
      const swapped = sound === two[column - 1] && one[row - 1] === other ? at(before, column - 1) + 1 : Infinity
      here.push(Math.min(wrong, missing, swapped))
    }
    if (Math.min(...here) > most) return false
    before = above
    above = here
  }
  return at(above, two.length) <= most
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
