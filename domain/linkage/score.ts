import { alike, canBeAlike } from './alike.ts'
import { birthLikeness, isWholeDay } from './birth-number.ts'
import type { Chance } from './chance.ts'
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

/** log₂ m of the levels whose u is looked up, and what tells one of a house from another. */
const log = {
  both: Math.log2(0.82), reading: Math.log2(0.1), kana: Math.log2(0.88), spelling: Math.log2(0.05), name: Math.log2(0.86), whole: Math.log2(0.8), exchanged: Math.log2(0.02),
  birth: Math.log2(0.88), partBirth: Math.log2(0.9), months: Math.log2(12), phone: Math.log2(0.72), identifier: Math.log2(0.9), postcode: Math.log2(0.83), address: Math.log2(0.5), likeAddress: Math.log2(0.7),
  birthOfRelative: bits(0.88, 0.03), birthSlipOfRelative: bits(0.08, 0.01), givenOfRelative: bits(0.008, 0.98),
}
const plainBits: Readonly<Record<'phone' | 'identifier' | 'postcode' | 'address', Readonly<Record<PlainLevel, number>>>> = {
  phone: { unknown: 0, same: 0, slip: bits(0.06, 0.0005), 'much-alike': 0, differs: bits(0.22, 0.9995) },
  identifier: { unknown: 0, same: 0, slip: bits(0.08, 0.0005), 'much-alike': 0, differs: bits(0.02, 0.9995) },
  postcode: { unknown: 0, same: 0, slip: 0, 'much-alike': 0, differs: bits(0.1, 0.98) },
  address: { unknown: 0, same: 0, slip: 0, 'much-alike': 0, differs: bits(0.12, 0.97) },
}

const birthBits: Readonly<Record<Exclude<BirthLevel, 'same' | 'slip' | 'same-as-far-as-known'>, number>> = {
  unknown: 0,
  'same-day-of-year': bits(0.01, 1 / 365),
  'same-year': bits(0.012, 1 / 85),
  differs: bits(0.015, 0.98),
}
/** Exchanged names say no more, however rare both are. */
const mostExchanged = 26
const [sameSex, otherSex] = [bits(0.985, 0.5), bits(0.01, 0.5)]

export type Scorer = {
  /** Log₂ odds that the two rows are one person, or -Infinity as soon as `floor` cannot be reached. */
  readonly total: (asking: number, searched: number, floor: number) => number
  /** What each field says of them. */
  readonly explain: (asking: number, searched: number) => Omit<Scored, 'total'>
}

/** Bits of the levels at which a part of a name is not the same. */
type NamePart = { readonly slip: number; readonly much: number; readonly differs: number }
type Part = { level: NameLevel; bits: number }

export function scorerOf(asking: Columns, searched: Columns, words: Words, { tally, chance, house }: { readonly tally: Tally; readonly chance: Chance; readonly house: Uint32Array }): Scorer {
  const prior = -Math.log2(Math.max(asking.count, searched.count, 100))
  const addresses = likeAddresses(words.address)
  const ofFamily: NamePart = { slip: bits(0.07, chance.familySlip), much: bits(0.025, chance.familyMuch), differs: bits(0.05, 0.98) }
  const ofGiven: NamePart = { slip: bits(0.07, chance.givenSlip), much: bits(0.03, chance.givenMuch), differs: bits(0.025, 0.98) }
  const birthSlip = bits(0.08, chance.birthSlip)
  const postcodeSlip = bits(0.07, chance.postcodeSlip)
  const sameAddress = -Math.log2(chance.addressSame)
  const addressSlip = bits(0.14, chance.addressSlip)
  const addressMuch = bits(0.07, chance.addressMuch)
  /** The most that each can say where it is not simply the same. What is not said says 0. */
  const most = {
    family: Math.max(0, ofFamily.slip, ofFamily.much, ofFamily.differs),
    given: Math.max(0, ofGiven.slip, ofGiven.much, ofGiven.differs),
    postcode: Math.max(postcodeSlip, plainBits.postcode.differs),
    address: Math.max(log.likeAddress + sameAddress, addressSlip, addressMuch, plainBits.address.differs),
    otherHouse: Math.max(addressSlip, addressMuch, plainBits.address.differs),
    exchanged: log.exchanged + mostExchanged,
    whole: 2 * log.whole + Math.max(tally.unseen.family + tally.unseen.given, tally.unseen.familyKana + tally.unseen.givenKana),
  }
  const areUndivided = [asking, searched].every(({ given: kanji, givenKana: kana }) => kanji.every((term) => term === 0) && kana.every((term) => term === 0))
  const family: Part = { level: 'unknown', bits: 0 }
  const given: Part = { level: 'unknown', bits: 0 }
  const remembered = alikeness()

  function part(into: Part, kanaA: number, kanaB: number, nameA: number, nameB: number, rareKana: Float64Array, rareName: Float64Array, of: NamePart): void {
    const hasKana = kanaA !== 0 && kanaB !== 0
    const hasName = nameA !== 0 && nameB !== 0
    if (!hasKana && !hasName) return put(into, 'unknown', 0)
    const sameKana = hasKana && kanaA === kanaB
    const sameName = hasName && nameA === nameB
    if (sameKana && sameName) return put(into, 'same', log.both + Math.max(rareKana[kanaB]!, rareName[nameB]!))
    if (sameKana) return hasName ? put(into, 'same-reading', log.reading + rareKana[kanaB]!) : put(into, 'same', log.kana + rareKana[kanaB]!)
    if (sameName) return hasKana ? put(into, 'same-spelling', log.spelling + rareName[nameB]!) : put(into, 'same', log.name + rareName[nameB]!)
    // Two ways to write one name agree better than either: the reading decides where both are there.
    const like = hasKana ? remembered(words.kana, kanaA, kanaB) : remembered(words.name, nameA, nameB)
    if (like === 2) return put(into, 'slip', of.slip)
    if (like === 1) return put(into, 'much-alike', of.much)
    return put(into, 'differs', of.differs)
  }

  function names(a: number, b: number): void {
    const familyKanaA = asking.familyKana[a]!
    const familyKanaB = searched.familyKana[b]!
    const familyA = asking.family[a]!
    const familyB = searched.family[b]!
    const givenKanaA = asking.givenKana[a]!
    const givenKanaB = searched.givenKana[b]!
    const givenA = asking.given[a]!
    const givenB = searched.given[b]!
    part(family, familyKanaA, familyKanaB, familyA, familyB, tally.familyKana, tally.family, ofFamily)
    part(given, givenKanaA, givenKanaB, givenA, givenB, tally.givenKana, tally.given, ofGiven)
    if (isFirm(family.level) && isFirm(given.level)) return
    if (givenA === 0 && givenB === 0 && givenKanaA === 0 && givenKanaB === 0) {
      // The cell of the family name is the whole name only where neither list divides any; else nobody said a given name.
      if (!areUndivided || !isFirm(family.level)) return
      const half = family.bits / 2
      put(family, family.level, half)
      return put(given, 'same', half)
    }
    if (givenKanaA !== 0 && familyKanaA === givenKanaB && givenKanaA === familyKanaB) return exchanged(tally.familyKana[familyKanaB]! + tally.givenKana[givenKanaB]!)
    if (givenA !== 0 && familyA === givenB && givenA === familyB) return exchanged(tally.family[familyB]! + tally.given[givenB]!)
    // 佐藤花子 in one cell and 佐藤 | 花子 in two: the divided one says how rare the name is, and may be the only one that has it.
    const wholeA = asking.whole[a]!
    const wholeKanaA = asking.wholeKana[a]!
    if (wholeA !== 0 && wholeA === searched.whole[b] && words.name.areJoinedSame(familyA, givenA, familyB, givenB)) whole(tally.family[givenB === 0 ? familyA : familyB] ?? tally.unseen.family, tally.given[givenB === 0 ? givenA : givenB] ?? tally.unseen.given)
    else if (wholeKanaA !== 0 && wholeKanaA === searched.wholeKana[b] && words.kana.areJoinedSame(familyKanaA, givenKanaA, familyKanaB, givenKanaB)) whole(tally.familyKana[givenKanaB === 0 ? familyKanaA : familyKanaB] ?? tally.unseen.familyKana, tally.givenKana[givenKanaB === 0 ? givenKanaA : givenKanaB] ?? tally.unseen.givenKana)
  }

  function whole(rareFamily: number, rareGiven: number): void {
    put(family, 'same', log.whole + rareFamily)
    put(given, 'same', log.whole + rareGiven)
  }

  function exchanged(rare: number): void {
    const half = (log.exchanged + Math.min(rare, mostExchanged)) / 2
    put(family, 'exchanged', half)
    put(given, 'exchanged', half)
  }

  function birthLevel(a: number, b: number): BirthLevel {
    return birthLikeness(asking.birth[a]!, searched.birth[b]!)
  }

  function birthBitsOf(level: BirthLevel, a: number, b: number): number {
    const two = searched.birth[b]!
    if (level === 'same') return log.birth + tally.birth(two)
    if (level === 'same-as-far-as-known') return log.partBirth + tally.year(two) + (isMonth(asking.birth[a]!) && isMonth(two) ? log.months : 0)
    return level === 'slip' ? birthSlip : birthBits[level]
  }

  function phoneLevel(a: number, b: number): PlainLevel {
    const one = asking.phone[a]!
    const two = searched.phone[b]!
    if (one === 0 || two === 0) return 'unknown'
    return one === two ? 'same' : oneFigure(one, two) ? 'slip' : 'differs'
  }

  function phoneBits(level: PlainLevel, b: number): number {
    return level === 'same' ? log.phone + tally.phone(searched.phone[b]!) : plainBits.phone[level]
  }

  function identifierLevel(a: number, b: number): PlainLevel {
    const one = asking.identifier[a]!
    const two = searched.identifier[b]!
    if (one === 0 || two === 0) return 'unknown'
    return one === two ? 'same' : remembered(words.identifier, one, two) === 2 ? 'slip' : 'differs'
  }

  function identifierBits(level: PlainLevel): number {
    return level === 'same' ? log.identifier + Math.log2(Math.max(searched.count, 10_000)) : plainBits.identifier[level]
  }

  function postcodeLevel(a: number, b: number): PlainLevel {
    const one = asking.postcode[a]!
    const two = searched.postcode[b]!
    if (one === 0 || two === 0) return 'unknown'
    return one === two ? 'same' : remembered(words.postcode, one, two) === 2 ? 'slip' : 'differs'
  }

  function postcodeBits(level: PlainLevel, b: number): number {
    if (level === 'same') return log.postcode + tally.postcode[searched.postcode[b]!]!
    return level === 'slip' ? postcodeSlip : plainBits.postcode[level]
  }

  function addressLevel(a: number, b: number): PlainLevel {
    const one = asking.address[a]!
    const two = searched.address[b]!
    if (one === 0 || two === 0) return 'unknown'
    if (one === two) return 'same'
    const like = addresses(one, two)
    return like >= 0.8 ? 'same' : like >= 0.6 ? 'slip' : like >= 0.42 ? 'much-alike' : 'differs'
  }

  function sameAddressBits(term: number): number {
    return log.address + Math.min(tally.address[term]!, sameAddress + 2)
  }

  function addressBits(level: PlainLevel, a: number, b: number): number {
    if (level === 'same') return asking.address[a] === searched.address[b] ? sameAddressBits(searched.address[b]!) : log.likeAddress + sameAddress
    return level === 'slip' ? addressSlip : level === 'much-alike' ? addressMuch : plainBits.address[level]
  }

  function total(a: number, b: number, floor: number): number {
    const birthIs = birthLevel(a, b)
    const birth = birthBitsOf(birthIs, a, b)
    const identifier = identifierBits(identifierLevel(a, b))
    const sex = sexBits(asking.sex[a]!, searched.sex[b]!)
    const sum = prior + birth + sex + phoneBits(phoneLevel(a, b), b) + identifier
    // Names say at most this much, and where one lives at most that: most pairs end here. The same sum in another order may differ in its last figure.
    const least = floor - 1e-9
    const address = mostAddress(a, b)
    const place = placeBits(mostPostcode(a, b), address)
    if (sum + mostNames(a, b) + place < least) return -Infinity
    names(a, b)
    const named = sum + family.bits + given.bits
    if (named + place < least) return -Infinity
    const asRelative = relative(b, birthIs, birth, sex + Math.max(0, identifier))
    if (asRelative < floor) return -Infinity
    const postcode = postcodeBits(postcodeLevel(a, b), b)
    // Comparing addresses is the dearest of all: not where even the likest one would not do.
    if (named + placeBits(postcode, address) < least) return -Infinity
    return Math.min(asRelative, named + placeBits(postcode, addressBits(addressLevel(a, b), a, b)))
  }

  /** No less than names() can find, from equal numbers alone. */
  function mostNames(a: number, b: number): number {
    const familyKana = searched.familyKana[b]!
    const familyName = searched.family[b]!
    const givenKana = searched.givenKana[b]!
    const givenName = searched.given[b]!
    const familyKanaA = asking.familyKana[a]!
    const familyA = asking.family[a]!
    const sameFamily = (familyKana !== 0 && familyKana === familyKanaA) || (familyName !== 0 && familyName === familyA)
    const sameGiven = (givenKana !== 0 && givenKana === asking.givenKana[a]) || (givenName !== 0 && givenName === asking.given[a])
    const parts = (sameFamily ? Math.max(tally.familyKana[familyKana]!, tally.family[familyName]!, 0) : most.family) + (sameGiven ? Math.max(tally.givenKana[givenKana]!, tally.given[givenName]!, 0) : most.given)
    if (sameFamily && sameGiven) return parts
    const areWhole = (searched.whole[b] !== 0 && searched.whole[b] === asking.whole[a]) || (searched.wholeKana[b] !== 0 && searched.wholeKana[b] === asking.wholeKana[a])
    if (areWhole) return Math.max(parts, most.whole, most.exchanged)
    const areExchanged = (familyKana !== 0 && familyKana === asking.givenKana[a] && givenKana === familyKanaA) || (familyName !== 0 && familyName === asking.given[a] && givenName === familyA)
    return areExchanged ? Math.max(parts, most.exchanged) : parts
  }

  /** No less than the postcodes can say, from equal numbers alone. */
  function mostPostcode(a: number, b: number): number {
    const one = asking.postcode[a]!
    const two = searched.postcode[b]!
    return one === 0 || two === 0 ? 0 : one === two ? log.postcode + tally.postcode[two]! : most.postcode
  }

  /** The same of addresses, and of the figures in them: those whose figures are others are never the same one (like-addresses.ts). */
  function mostAddress(a: number, b: number): number {
    const one = asking.address[a]!
    const two = searched.address[b]!
    if (one === 0 || two === 0) return 0
    if (one === two) return sameAddressBits(two)
    return house[one] === house[two] ? most.address : most.otherHouse
  }

  /**
   * The odds against a relative instead of a stranger, after names(): in one house the family name, the telephone and the address are
   * the same anyway, and only the given name, the birth date and the sex tell two people apart. Not judged of names in letters,
   * which are mistyped too often to say that one is another's. `others`: the bits of sex and number.
   */
  function relative(b: number, birthIs: BirthLevel, birth: number, others: number): number {
    if (family.level === 'differs' || family.level === 'unknown' || (searched.familyKana[b] === 0 && isLetters(words.name.key(searched.family[b]!)))) return Infinity
    const ofBirth = birthIs === 'same' ? log.birthOfRelative : birthIs === 'slip' ? log.birthSlipOfRelative : birth
    const ofGiven = given.level === 'differs' ? log.givenOfRelative : given.bits
    return 1 + ofGiven + ofBirth + others
  }

  function explain(a: number, b: number): Omit<Scored, 'total'> {
    const levels = { birth: birthLevel(a, b), identifier: identifierLevel(a, b), sex: sexLevel(asking.sex[a]!, searched.sex[b]!), phone: phoneLevel(a, b), postcode: postcodeLevel(a, b), address: addressLevel(a, b) }
    names(a, b)
    const postcode = postcodeBits(levels.postcode, b)
    const address = addressBits(levels.address, a, b)
    const place = placeBits(postcode, address)
    const each: Record<Field, number> = {
      identifier: identifierBits(levels.identifier), family: family.bits, given: given.bits, birth: birthBitsOf(levels.birth, a, b), sex: sexBits(asking.sex[a]!, searched.sex[b]!), phone: phoneBits(levels.phone, b),
      // The smaller of two that say the same thing is what it adds to the larger.
      postcode: postcode >= address ? postcode : place - address, address: postcode >= address ? place - postcode : address,
    }
    return { family: family.level, given: given.level, ...levels, bits: each }
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

const sexBits = (one: number, two: number): number => (one === 0 || two === 0 ? 0 : one === two ? sameSex : otherSex)

const isLetters = (key: string): boolean => key !== '' && key.charCodeAt(0) < 0x250

/** Eight figures of which one is wrong, or the last four are the same. */
function oneFigure(one: number, two: number): boolean {
  if (one % 10_000 === two % 10_000) return true
  // One wrong figure makes a difference of one figure with noughts behind it; of two strangers few do.
  let apart = one > two ? one - two : two - one
  while (apart % 10 === 0) apart = (apart / 10) | 0
  if (apart > 9) return false
  let wrong = 0
  for (let left = one, right = two; left > 0 || right > 0; left = (left / 10) | 0, right = (right / 10) | 0) {
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
    // Before the table, which is larger than a processor's nearest memory.
    if (!canBeAlike(terms, one, two)) return 0
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
