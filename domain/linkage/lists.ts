import { sexOf } from '../reference/source-text.ts'
import type { CalendarDate } from '../time.ts'
import { kanaKey } from '../patient/name-keys.ts'
import { birthNumber } from './birth-number.ts'
import type { Coded, CodedList } from './coded.ts'
import { foldAddress, foldCode, foldName, foldPostcode } from './fold.ts'
import { nameColumns } from './name-columns.ts'
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
  /** Of family and given name as one word (terms.ts `joined`): lists divide names differently, or not at all. */
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
export function columnsOf(list: CodedList, words: Words, today: CalendarDate): Columns {
  const numbers = ({ texts, codes }: Coded, of: (text: string) => number): Uint32Array => {
    const each = Uint32Array.from(texts, of)
    const read = new Uint32Array(codes.length)
    for (let row = 0; row < codes.length; row += 1) read[row] = each[codes[row]!]! // a third of what `map` takes
    return read
  }
  return {
    count: list.count,
    ...nameColumns(list, words),
    birth: numbers(list.birthDate, (text) => birthNumber(text, today)),
    sex: new Uint8Array(numbers(list.sex, sexNumber)),
    phone: list.phones,
    postcode: numbers(list.postcode, (text) => words.postcode.of(text)),
    address: numbers(list.address, (text) => words.address.of(text)),
    identifier: numbers(list.identifier, (text) => words.identifier.of(text)),
  }
}

function sexNumber(text: string): number {
  const read = sexOf(text)
  return read.ok ? (sexNumbers[read.value] ?? 0) : 0
}
