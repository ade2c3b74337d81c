import { aliasesAlike, aliasKey } from './alias.ts'
import { kanaKey, kanjiKey } from './name-keys.ts'
import type { Naming } from './naming.ts'
import { soundsOf, withinSounds } from './sounds.ts'

/**
 * How easily two patients are taken for each other by name, worst first. The ward is warned before the first
 * of them can be chosen.
 *
 *   same         the full names read or sound the same (voicing, long marks and variant kanji do not count)
 *   similar      the full names are one sound apart
 *   same-family  one family name: the ward calls by family name
 */
export type Likeness = 'same' | 'similar' | 'same-family'

const worstFirst: readonly Likeness[] = ['same', 'similar', 'same-family']

/** Null when nothing about the two names is alike, or too little of one is known to tell. */
export function likeness(one: Naming, two: Naming): Likeness | null {
  if (one.kind === 'unknown' || two.kind === 'unknown') {
    if (one.kind !== two.kind || one.kind !== 'unknown' || two.kind !== 'unknown') return null
    if (aliasKey(one.alias) === aliasKey(two.alias)) return 'same'
    return aliasesAlike(one.alias, two.alias) ? 'similar' : null
  }
  const a = keysOf(one)
  const b = keysOf(two)
  if (sameFull(a.kana, b.kana) || sameFull(a.kanji, b.kanji)) return 'same'
  if (whole(a.kana) && whole(b.kana) && withinSounds(soundsOf(a.kana.full), soundsOf(b.kana.full), 1)) return 'similar'
  if (known(a.kana.family) && a.kana.family === b.kana.family) return 'same-family'
  if (known(a.kanji.family) && a.kanji.family === b.kanji.family) return 'same-family'
  return null
}

/** Everybody in `others` whose name is like this one, worst first; the order of `others` within a degree. */
export function alikeIn<Other extends { readonly naming: Naming }>(
  naming: Naming,
  others: Iterable<Other>,
): readonly { readonly other: Other; readonly likeness: Likeness }[] {
  return [...others]
    .flatMap((other) => {
      const degree = likeness(naming, other.naming)
      return degree === null ? [] : [{ other, likeness: degree }]
    })
    .toSorted((a, b) => worstFirst.indexOf(a.likeness) - worstFirst.indexOf(b.likeness))
}

/**
 * Everybody here whose name is the same as, or one sound from, somebody else's here. Only names that agree when
 * one sound is left out of each are compared, which two names one slip apart always do: comparing all with
 * all took longer than drawing the board, and grew with the square of the ward.
 */
export function alikeAmong<One extends { readonly naming: Naming }>(all: Iterable<One>): ReadonlySet<One> {
  const byTrace = new Map<string, One[]>()
  for (const one of all) {
    for (const trace of tracesOf(one.naming)) {
      const others = byTrace.get(trace)
      if (others === undefined) byTrace.set(trace, [one])
      else others.push(one)
    }
  }
  const alike = new Set<One>()
  for (const group of byTrace.values()) {
    for (const [index, one] of group.entries()) {
      for (const other of group.slice(index + 1)) {
        if (alike.has(one) && alike.has(other)) continue
        const degree = likeness(one.naming, other.naming)
        if (degree === 'same' || degree === 'similar') alike.add(one).add(other)
      }
    }
  }
  return alike
}

/** What two names have in common if they are the same or one sound apart. */
function tracesOf(naming: Naming): ReadonlySet<string> {
  if (naming.kind === 'unknown') return new Set(naming.alias.flatMap((word) => withOneLeftOut(word).map((trace) => `alias ${trace}`)))
  const { kana, kanji } = keysOf(naming)
  return new Set([...withOneLeftOut(kana.full).map((trace) => `kana ${trace}`), `kanji ${kanji.full}`])
}

function withOneLeftOut(word: string): readonly string[] {
  const sounds = soundsOf(word)
  return [word, ...sounds.map((_, left) => sounds.toSpliced(left, 1).join(''))]
}

type Keys = { readonly family: string; readonly given: string; readonly full: string }

function keysOf(naming: Extract<Naming, { kind: 'known' }>): { readonly kana: Keys; readonly kanji: Keys } {
  return {
    kana: keys(kanaKey(naming.familyKana), kanaKey(naming.givenKana)),
    kanji: keys(kanjiKey(naming.family), kanjiKey(naming.given)),
  }
}

function keys(family: string, given: string): Keys {
  return { family, given, full: family + given }
}

const known = (part: string): boolean => part !== ''
const whole = (of: Keys): boolean => known(of.family) && known(of.given)
// One of the two may have been typed into one box: 「サトウハナコ」 and 「サトウ」「ハナコ」 sound the same.
const sameFull = (a: Keys, b: Keys): boolean => a.full === b.full && (whole(a) || whole(b))
