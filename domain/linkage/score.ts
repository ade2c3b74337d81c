import { alike } from './alike.ts'
import { birthLikeness, isWholeDay } from './birth-number.ts'
import { chanceOf } from './chance.ts'
import { likeAddresses } from './like-addresses.ts'
import type { BirthLevel, Field, NameLevel, PlainLevel, Scored } from './levels.ts'
import type { Columns, Words } from './lists.ts'
import type { Tally } from './tally.ts'

/**
 * Fellegi–Sunter with fixed weights (reference/interop.md §7.1): each field gives log₂(m/u) bits. m, how often the level is
 * seen between two records of one person, is set once from what registration clerks get wrong; u, how often by chance,
 * comes from the searched list. Nothing is trained: unsupervised training took street neighbours for one person (§7.3).
 */
const bits = (m: number, u: number): number => Math.log2(m / u)

const birthBits: Readonly<Record<Exclude<BirthLevel, 'same' | 'slip' | 'same-as-far-as-known'>, number>> = {
  unknown: 0,
  'same-day-of-year': bits(0.01, 1 / 365),
  'same-year': bits(0.012, 1 / 85),
  differs: bits(0.015, 0.98),
}
const sexBits: Readonly<Record<PlainLevel, number>> = { unknown: 0, same: bits(0.985, 0.5), differs: bits(0.01, 0.5), slip: 0, 'much-alike': 0 }

export type Scorer = {
  /** Log₂ odds that the two rows are one person, or -Infinity as soon as `floor` cannot be reached. */
  readonly total: (asking: number, searched: number, floor: number) => number
  /** The same, field by field. */
  readonly explain: (asking: number, searched: number) => Scored
}

/** Bits of the levels at which a part of a name is not the same. */
type NamePart = { readonly slip: number; readonly much: number; readonly differs: number }
type Part = { level: NameLevel; bits: number }

export function scorerOf(asking: Columns, searched: Columns, words: Words, tally: Tally): Scorer {
  const prior = -Math.log2(Math.max(asking.count, searched.count, 100))
  const addresses = likeAddresses(words.address)
  const chance = chanceOf(searched, words)
  const ofFamily: NamePart = { slip: bits(0.07, chance.familySlip), much: bits(0.025, chance.familyMuch), differs: bits(0.05, 0.98) }
  const ofGiven: NamePart = { slip: bits(0.07, chance.givenSlip), much: bits(0.03, chance.givenMuch), differs: bits(0.025, 0.98) }
  const family: Part = { level: 'unknown', bits: 0 }
  const given: Part = { level: 'unknown', bits: 0 }
  const remembered = alikeness()

  function part(into: Part, kanaA: number, kanaB: number, nameA: number, nameB: number, shareKana: (term: number) => number, shareName: (term: number) => number, of: NamePart): void {
    const [hasKana, hasName] = [kanaA !== 0 && kanaB !== 0, nameA !== 0 && nameB !== 0]
    if (!hasKana && !hasName) return put(into, 'unknown', 0)
    const [sameKana, sameName] = [hasKana && kanaA === kanaB, hasName && nameA === nameB]
    if (sameKana && sameName) return put(into, 'same', bits(0.82, Math.min(shareKana(kanaB), shareName(nameB))))
    if (sameKana) return hasName ? put(into, 'same-reading', bits(0.1, shareKana(kanaB))) : put(into, 'same', bits(0.88, shareKana(kanaB)))
    if (sameName) return hasKana ? put(into, 'same-spelling', bits(0.05, shareName(nameB))) : put(into, 'same', bits(0.86, shareName(nameB)))
    // Two ways to write one name agree better than either: the reading decides where both are there.
    const like = hasKana ? remembered(words.kana, kanaA, kanaB) : remembered(words.name, nameA, nameB)
    if (like === 2) return put(into, 'slip', of.slip)
    if (like === 1) return put(into, 'much-alike', of.much)
    return put(into, 'differs', of.differs)
  }

  function names(a: number, b: number): void {
    const familyKanaA = asking.familyKana[a] ?? 0, familyKanaB = searched.familyKana[b] ?? 0, familyA = asking.family[a] ?? 0, familyB = searched.family[b] ?? 0
    const givenKanaA = asking.givenKana[a] ?? 0, givenKanaB = searched.givenKana[b] ?? 0, givenA = asking.given[a] ?? 0, givenB = searched.given[b] ?? 0
    part(family, familyKanaA, familyKanaB, familyA, familyB, tally.familyKana, tally.family, ofFamily)
    part(given, givenKanaA, givenKanaB, givenA, givenB, tally.givenKana, tally.given, ofGiven)
    if (isFirm(family.level) && isFirm(given.level)) return
    if (givenKanaA !== 0 && familyKanaA === givenKanaB && givenKanaA === familyKanaB) return exchanged(tally.familyKana(familyKanaB) * tally.givenKana(givenKanaB))
    if (givenA !== 0 && familyA === givenB && givenA === familyB) return exchanged(tally.family(familyB) * tally.given(givenB))
    // 佐藤花子 in one cell and 佐藤 | 花子 in two: the divided one says how rare the name is.
    const wholeA = asking.whole[a] ?? 0, wholeKanaA = asking.wholeKana[a] ?? 0
    if (wholeA !== 0 && wholeA === searched.whole[b]) whole(tally.family(givenB === 0 ? familyA : familyB), tally.given(givenB === 0 ? givenA : givenB))
    else if (wholeKanaA !== 0 && wholeKanaA === searched.wholeKana[b]) whole(tally.familyKana(givenKanaB === 0 ? familyKanaA : familyKanaB), tally.givenKana(givenKanaB === 0 ? givenKanaA : givenKanaB))
  }

  function whole(shareFamily: number, shareGiven: number): void {
    put(family, 'same', bits(0.8, shareFamily))
    put(given, 'same', bits(0.8, shareGiven))
  }

  function exchanged(share: number): void {
    const half = bits(0.02, Math.max(share, 1e-8)) / 2
    put(family, 'exchanged', half)
    put(given, 'exchanged', half)
  }

  function birthOf(a: number, b: number): readonly [BirthLevel, number] {
    const [one, two] = [asking.birth[a] ?? 0, searched.birth[b] ?? 0]
    const level = birthLikeness(one, two)
    if (level === 'same') return [level, bits(0.88, tally.birth(two))]
    if (level === 'same-as-far-as-known') return [level, bits(0.9, tally.year(two) * (isMonth(one) && isMonth(two) ? 1 / 12 : 1))]
    return [level, level === 'slip' ? bits(0.08, chance.birthSlip) : birthBits[level]]
  }

  function phoneOf(a: number, b: number): readonly [PlainLevel, number] {
    const [one, two] = [asking.phone[a] ?? 0, searched.phone[b] ?? 0]
    if (one === 0 || two === 0) return ['unknown', 0]
    if (one === two) return ['same', bits(0.72, tally.phone(two))]
    return oneFigure(one, two) ? ['slip', bits(0.06, 0.0005)] : ['differs', bits(0.22, 0.9995)]
  }

  function identifierOf(a: number, b: number): readonly [PlainLevel, number] {
    const [one, two] = [asking.identifier[a] ?? 0, searched.identifier[b] ?? 0]
    if (one === 0 || two === 0) return ['unknown', 0]
    if (one === two) return ['same', bits(0.9, 1 / Math.max(searched.count, 10_000))]
    return remembered(words.identifier, one, two) === 2 ? ['slip', bits(0.08, 0.0005)] : ['differs', bits(0.02, 0.9995)]
  }

  function postcodeOf(a: number, b: number): readonly [PlainLevel, number] {
    const [one, two] = [asking.postcode[a] ?? 0, searched.postcode[b] ?? 0]
    if (one === 0 || two === 0) return ['unknown', 0]
    if (one === two) return ['same', bits(0.83, tally.postcode(two))]
    return remembered(words.postcode, one, two) === 2 ? ['slip', bits(0.07, chance.postcodeSlip)] : ['differs', bits(0.1, 0.98)]
  }

  function addressOf(a: number, b: number): readonly [PlainLevel, number] {
    const [one, two] = [asking.address[a] ?? 0, searched.address[b] ?? 0]
    if (one === 0 || two === 0) return ['unknown', 0]
    if (one === two) return ['same', bits(0.5, Math.max(tally.address(two), chance.addressSame / 4))]
    const like = addresses(one, two)
    if (like >= 0.8) return ['same', bits(0.7, chance.addressSame)]
    if (like >= 0.6) return ['slip', bits(0.14, chance.addressSlip)]
    return like >= 0.42 ? ['much-alike', bits(0.07, chance.addressMuch)] : ['differs', bits(0.12, 0.97)]
  }

  function total(a: number, b: number, floor: number): number {
    let sum = prior + birthOf(a, b)[1] + sexBits[sexLevel(asking.sex[a] ?? 0, searched.sex[b] ?? 0)] + phoneOf(a, b)[1] + identifierOf(a, b)[1]
    names(a, b)
    sum += family.bits + given.bits
    const asRelative = relative(a, b)
    // Where one lives says at most this much: most pairs end here.
    if (sum + 15 < floor || asRelative < floor) return -Infinity
    return Math.min(asRelative, sum + placeBits(postcodeOf(a, b)[1], addressOf(a, b)[1]))
  }

  /**
   * The odds against a relative instead of a stranger, after names(): in one house the family name, the telephone and the address are
   * the same anyway, and only the given name, the birth date and the sex tell two people apart. Not judged of names in letters,
   * which are mistyped too often to say that one is another's.
   */
  function relative(a: number, b: number): number {
    if (family.level === 'differs' || family.level === 'unknown' || (searched.familyKana[b] === 0 && isLetters(words.name.key(searched.family[b] ?? 0)))) return Infinity
    const [level, birth] = birthOf(a, b)
    const ofBirth = level === 'same' ? bits(0.88, 0.03) : level === 'slip' ? bits(0.08, 0.01) : birth
    const ofGiven = given.level === 'differs' ? bits(0.008, 0.98) : given.bits
    return 1 + ofGiven + ofBirth + sexBits[sexLevel(asking.sex[a] ?? 0, searched.sex[b] ?? 0)] + Math.max(0, identifierOf(a, b)[1])
  }

  function explain(a: number, b: number): Scored {
    const [birth, phone, identifier, postcode, address] = [birthOf(a, b), phoneOf(a, b), identifierOf(a, b), postcodeOf(a, b), addressOf(a, b)]
    const sex = sexLevel(asking.sex[a] ?? 0, searched.sex[b] ?? 0)
    names(a, b)
    const place = placeBits(postcode[1], address[1])
    // The smaller of two that say the same thing is what it adds to the larger.
    const [postcodeBits, addressBits] = postcode[1] >= address[1] ? [postcode[1], place - postcode[1]] : [place - address[1], address[1]]
    const each: Record<Field, number> = { identifier: identifier[1], family: family.bits, given: given.bits, birth: birth[1], sex: sexBits[sex], phone: phone[1], postcode: postcodeBits, address: addressBits }
    return {
      family: family.level, given: given.level, birth: birth[0], identifier: identifier[0], sex, phone: phone[0], postcode: postcode[0], address: address[0],
      bits: each,
      total: total(a, b, -Infinity),
    }
  }

  return { total, explain }
}

function put(into: Part, level: NameLevel, of: number): void {
  into.level = level
  into.bits = of
}

const isFirm = (level: NameLevel): boolean => level === 'same' || level === 'same-reading' || level === 'same-spelling'
const isMonth = (birth: number): boolean => isWholeDay(birth) || birth % 10_000 !== 0

/** Postcode and address say nearly the same thing: the second of two that agree adds a quarter of its weight. */
function placeBits(postcode: number, address: number): number {
  if (postcode > 0 && address > 0) return Math.max(postcode, address) + Math.min(postcode, address) / 4
  return Math.max(-4, postcode + address)
}

function sexLevel(one: number, two: number): PlainLevel {
  if (one === 0 || two === 0) return 'unknown'
  return one === two ? 'same' : 'differs'
}

const isLetters = (key: string): boolean => key !== '' && key.charCodeAt(0) < 0x250

/** Eight figures of which one is wrong, or the last four are the same. */
function oneFigure(one: number, two: number): boolean {
  if (one % 10_000 === two % 10_000) return true
  let wrong = 0
  for (let [left, right] = [one, two]; left > 0 || right > 0; [left, right] = [Math.floor(left / 10), Math.floor(right / 10)]) {
    if (left % 10 !== right % 10) wrong += 1
    if (wrong > 1) return false
  }
  return true
}

/** How alike two words are, each pair of words worked out once for as long as it stays in a small table. */
function alikeness(): (terms: Words['name'], one: number, two: number) => 0 | 1 | 2 {
  const size = 1 << 16
  const known = new Map<Words['name'], { readonly pair: Float64Array; readonly like: Uint8Array }>()
  return (terms, one, two) => {
    let table = known.get(terms)
    if (table === undefined) {
      table = { pair: new Float64Array(size).fill(-1), like: new Uint8Array(size) }
      known.set(terms, table)
    }
    const pair = one * 67_108_864 + two
    const place = (Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b)) >>> 16
    if (table.pair[place] === pair) return table.like[place] as 0 | 1 | 2 // written below
    const like = alike(terms, one, two)
    table.pair[place] = pair
    table.like[place] = like
    return like
  }
}
