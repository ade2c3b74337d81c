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
  return likenessOf(heardAs(one), heardAs(two))
}

/** Everybody in `others` whose name is like this one, worst first; the order of `others` within a degree. */
export function alikeIn<Other extends { readonly naming: Naming }>(
  naming: Naming,
  others: Iterable<Other>,
): readonly { readonly other: Other; readonly likeness: Likeness }[] {
  const heard = heardAs(naming)
  return [...others]
    .flatMap((other) => {
      const degree = likenessOf(heard, heardAs(other.naming))
      return degree === null ? [] : [{ other, likeness: degree }]
    })
    .toSorted((a, b) => worstFirst.indexOf(a.likeness) - worstFirst.indexOf(b.likeness))
}

/** Those whose name is like another's here, and how like the likest two are. */
export type Alike<One> = { readonly among: ReadonlySet<One>; readonly worst: Exclude<Likeness, 'same-family'> | null }

/**
 * Everybody here whose name is the same as, or one sound from, somebody else's here. Only names that agree when
 * one sound is left out of each are compared, which two names one slip apart always do: comparing all with
 * all took longer than drawing the board, and grew with the square of the ward.
 */
export function alikeAmong<One extends { readonly naming: Naming }>(all: Iterable<One>): Alike<One> {
  const byTrace = new Map<string, { readonly one: One; readonly heard: Heard }[]>()
  for (const one of all) {
    const heard = heardAs(one.naming)
    for (const trace of tracesOf(heard)) {
      const others = byTrace.get(trace)
      if (others === undefined) byTrace.set(trace, [{ one, heard }])
      else others.push({ one, heard })
    }
  }
  const among = new Set<One>()
  let worst: Alike<One>['worst'] = null
  for (const group of byTrace.values()) {
    for (const [index, { one, heard }] of group.entries()) {
      for (const other of group.slice(index + 1)) {
        if (worst === 'same' && among.has(one) && among.has(other.one)) continue
        const degree = likenessOf(heard, other.heard)
        if (degree === null || degree === 'same-family') continue
        among.add(one).add(other.one)
        worst = degree === 'same' ? 'same' : (worst ?? 'similar')
      }
    }
  }
  return { among, worst }
}

/** A name as it is compared: folding it costs more than comparing it, so it is done once for each name. */
type Heard =
  | { readonly kind: 'unknown'; readonly alias: Extract<Naming, { kind: 'unknown' }>['alias']; readonly key: string }
  | { readonly kind: 'known'; readonly kana: Keys; readonly kanji: Keys; readonly sounds: readonly string[] }

function heardAs(naming: Naming): Heard {
  if (naming.kind === 'unknown') return { kind: 'unknown', alias: naming.alias, key: aliasKey(naming.alias) }
  const kana = keys(kanaKey(naming.familyKana), kanaKey(naming.givenKana))
  return { kind: 'known', kana, kanji: keys(kanjiKey(naming.family), kanjiKey(naming.given)), sounds: soundsOf(kana.full) }
}

function likenessOf(a: Heard, b: Heard): Likeness | null {
  if (a.kind === 'unknown' || b.kind === 'unknown') {
    if (a.kind !== 'unknown' || b.kind !== 'unknown') return null
    if (a.key === b.key) return 'same'
    return aliasesAlike(a.alias, b.alias) ? 'similar' : null
  }
  if (sameFull(a.kana, b.kana) || sameFull(a.kanji, b.kanji)) return 'same'
  if (whole(a.kana) && whole(b.kana) && withinSounds(a.sounds, b.sounds, 1)) return 'similar'
  if (known(a.kana.family) && a.kana.family === b.kana.family) return 'same-family'
  if (known(a.kanji.family) && a.kanji.family === b.kanji.family) return 'same-family'
  return null
}

/** What two names have in common if they are the same or one sound apart. */
function tracesOf(heard: Heard): ReadonlySet<string> {
  if (heard.kind === 'unknown') return new Set(heard.alias.flatMap((word) => withOneLeftOut(word, soundsOf(word)).map((trace) => `alias ${trace}`)))
  return new Set([...withOneLeftOut(heard.kana.full, heard.sounds).map((trace) => `kana ${trace}`), `kanji ${heard.kanji.full}`])
}

function withOneLeftOut(word: string, sounds: readonly string[]): readonly string[] {
  return [word, ...sounds.map((_, left) => sounds.toSpliced(left, 1).join(''))]
}

type Keys = { readonly family: string; readonly given: string; readonly full: string }

function keys(family: string, given: string): Keys {
  return { family, given, full: family + given }
}

const known = (part: string): boolean => part !== ''
const whole = (of: Keys): boolean => known(of.family) && known(of.given)
// One of the two may have been typed into one box: 「サトウハナコ」 and 「サトウ」「ハナコ」 sound the same.
const sameFull = (a: Keys, b: Keys): boolean => a.full === b.full && (whole(a) || whole(b))
