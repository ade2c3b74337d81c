import { alike } from './alike.ts'
import { birthLikeness } from './birth-number.ts'
import { likeAddresses } from './like-addresses.ts'
import type { Columns, Words } from './lists.ts'

/**
 * How often two strangers of the searched list are alike without being the same: u of the levels between same and differs.
 * Looked up in the list itself, on pairs drawn by rule, because it depends on the hospital: in one town every address is like
 * every other.
 */
export type Chance = {
  readonly familySlip: number
  readonly familyMuch: number
  readonly givenSlip: number
  readonly givenMuch: number
  readonly birthSlip: number
  readonly addressSame: number
  readonly addressSlip: number
  readonly addressMuch: number
  readonly postcodeSlip: number
}

const draws = 8_000
/** An address takes as long to compare as all the rest: a few are enough. */
const addressEach = 4

export function chanceOf(columns: Columns, words: Words): Chance {
  const addresses = likeAddresses(words.address)
  const seen = { familySlip: 0, familyMuch: 0, givenSlip: 0, givenMuch: 0, birthSlip: 0, addressSame: 0, addressSlip: 0, addressMuch: 0, postcodeSlip: 0 }
  const { count } = columns
  let state = 1
  const draw = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
  const names = (kana: Uint32Array, name: Uint32Array, one: number, two: number): 0 | 1 | 2 => {
    const [kanaOne, kanaTwo] = [kana[one] ?? 0, kana[two] ?? 0]
    return kanaOne !== 0 && kanaTwo !== 0 ? alike(words.kana, kanaOne, kanaTwo) : alike(words.name, name[one] ?? 0, name[two] ?? 0)
  }
  for (let turn = 0; turn < draws && count > 1; turn += 1) {
    const [one, two] = [draw(), draw()]
    if (one === two) continue
    const family = columns.family[one] === columns.family[two] && columns.familyKana[one] === columns.familyKana[two] ? 0 : names(columns.familyKana, columns.family, one, two)
    if (family === 2) seen.familySlip += 1
    if (family === 1) seen.familyMuch += 1
    const given = columns.given[one] === columns.given[two] && columns.givenKana[one] === columns.givenKana[two] ? 0 : names(columns.givenKana, columns.given, one, two)
    if (given === 2) seen.givenSlip += 1
    if (given === 1) seen.givenMuch += 1
    if (birthLikeness(columns.birth[one] ?? 0, columns.birth[two] ?? 0) === 'slip') seen.birthSlip += 1
    const [addressOne, addressTwo] = [columns.address[one] ?? 0, columns.address[two] ?? 0]
    const like = addressOne === 0 || addressTwo === 0 || turn % addressEach !== 0 ? 0 : addresses(addressOne, addressTwo)
    if (like >= 0.8) seen.addressSame += 1
    else if (like >= 0.6) seen.addressSlip += 1
    else if (like >= 0.42) seen.addressMuch += 1
    if (columns.postcode[one] !== columns.postcode[two] && alike(words.postcode, columns.postcode[one] ?? 0, columns.postcode[two] ?? 0) === 2) seen.postcodeSlip += 1
  }
  // What was never seen among some thousand pairs is rare, not impossible.
  const share = (times: number, of: number, least: number): number => Math.max(least, (times + 0.2) / of)
  const addressDraws = draws / addressEach
  return {
    familySlip: share(seen.familySlip, draws, 5e-4), familyMuch: share(seen.familyMuch, draws, 2e-3), givenSlip: share(seen.givenSlip, draws, 1e-3), givenMuch: share(seen.givenMuch, draws, 3e-3),
    birthSlip: share(seen.birthSlip, draws, 2e-3), addressSame: share(seen.addressSame, addressDraws, 1e-4), addressSlip: share(seen.addressSlip, addressDraws, 3e-4), addressMuch: share(seen.addressMuch, addressDraws, 2e-3), postcodeSlip: share(seen.postcodeSlip, draws, 1e-3),
  }
}
