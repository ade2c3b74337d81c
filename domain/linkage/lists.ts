import { dividedName, remembered, sexOf } from '../reference/source-text.ts'
import type { CalendarDate } from '../time.ts'
import { kanaKey } from '../patient/name-keys.ts'
import { birthNumber } from './birth-number.ts'
import { foldAddress, foldCode, foldName, foldPostcode, isKana, phoneFigures } from './fold.ts'
import { Terms } from './terms.ts'

/** A person of a list as the list writes them; empty where it says nothing. */
export type ListedPerson = {
  /** A number both lists use: the hospital's own, or of the insurance; not the row's. */
  readonly identifier: string
  readonly family: string
  readonly given: string
  readonly familyKana: string
  readonly givenKana: string
  readonly birthDate: string
  readonly sex: string
  readonly phone: string
  readonly postcode: string
  readonly address: string
}

/** Of whom a list says nothing. */
export const nobody: ListedPerson = { identifier: '', family: '', given: '', familyKana: '', givenKana: '', birthDate: '', sex: '', phone: '', postcode: '', address: '' }

export type ListSource = { readonly count: number; readonly at: (row: number) => ListedPerson }

/** The words of both lists of one comparison. */
export type Words = { readonly name: Terms; readonly kana: Terms; readonly postcode: Terms; readonly address: Terms; readonly identifier: Terms }

export const newWords = (): Words => ({ name: new Terms(foldName), kana: new Terms(kanaKey), postcode: new Terms(foldPostcode), address: new Terms(foldAddress), identifier: new Terms(foldCode) })

/** A list as columns of numbers; 0 is "not said" in each. */
export type Columns = {
  readonly count: number
  readonly family: Uint32Array
  readonly given: Uint32Array
  /** Family and given name as one word: lists divide names differently, or not at all. */
  readonly whole: Uint32Array
  readonly familyKana: Uint32Array
  readonly givenKana: Uint32Array
  readonly wholeKana: Uint32Array
  readonly birth: Uint32Array
  /** 1 male, 2 female, 3 other. */
  readonly sex: Uint8Array
  readonly phone: Uint32Array
  readonly postcode: Uint32Array
  readonly address: Uint32Array
  readonly identifier: Uint32Array
}

const sexNumbers: Readonly<Record<string, number>> = { unknown: 0, male: 1, female: 2, other: 3 }

/** Reads a list into columns. `today` ends the births that can be. */
export function columnsOf(source: ListSource, words: Words, today: CalendarDate): Columns {
  const { count } = source
  const wide = (): Uint32Array => new Uint32Array(count)
  const columns: Columns = { count, family: wide(), given: wide(), whole: wide(), familyKana: wide(), givenKana: wide(), wholeKana: wide(), birth: wide(), sex: new Uint8Array(count), phone: wide(), postcode: wide(), address: wide(), identifier: wide() }
  const births = remembered((raw) => birthNumber(raw, today))
  const sexes = remembered((raw) => {
    const read = sexOf(raw)
    return read.ok ? (sexNumbers[read.value] ?? 0) : 0
  })
  for (let row = 0; row < count; row += 1) {
    const person = source.at(row)
    const [family, given, familyKana, givenKana] = namesOf(person)
    columns.family[row] = words.name.of(family)
    columns.given[row] = words.name.of(given)
    columns.whole[row] = given === '' ? (columns.family[row] ?? 0) : words.name.of(family + given)
    columns.familyKana[row] = words.kana.of(familyKana)
    columns.givenKana[row] = words.kana.of(givenKana)
    columns.wholeKana[row] = givenKana === '' ? (columns.familyKana[row] ?? 0) : words.kana.of(familyKana + givenKana)
    columns.birth[row] = births(person.birthDate)
    columns.sex[row] = sexes(person.sex)
    columns.phone[row] = phoneFigures(person.phone)
    columns.postcode[row] = words.postcode.of(person.postcode)
    columns.address[row] = words.address.of(person.address)
    columns.identifier[row] = words.identifier.of(person.identifier)
  }
  return columns
}

type Names = readonly [family: string, given: string, familyKana: string, givenKana: string]

/** A whole name in one cell is divided at its one space; a name written in kana alone is a reading, not a spelling. */
function namesOf(person: ListedPerson): Names {
  let { family, given, familyKana, givenKana } = person
  if (given === '' && /\s/.test(family.trim())) ({ family, given } = dividedName(family.trim()))
  if (givenKana === '' && /\s/.test(familyKana.trim())) ({ family: familyKana, given: givenKana } = dividedName(familyKana.trim()))
  if (familyKana + givenKana === '' && isKana(family + given)) return ['', '', family, given]
  return [family, given, familyKana, givenKana]
}
