import { phoneFigures } from './fold.ts'
import type { ListedPerson, ListSource } from './lists.ts'

/** One field of a list: each different text once, and which of them a row holds. Number 0, and only 0, is the empty text. */
export type Coded = { readonly texts: readonly string[]; readonly codes: Uint32Array }

/** What is written again and again: of a million people there are some thousands of names, and each need be folded once. */
export const codedFields = ['identifier', 'family', 'given', 'familyKana', 'givenKana', 'birthDate', 'sex', 'postcode', 'address'] as const satisfies readonly (keyof ListedPerson)[]
export type CodedField = (typeof codedFields)[number]

/** A list by fields. Telephones are nearly all different, and only their figures count (fold.ts). */
export type CodedList = { readonly count: number; readonly phones: Uint32Array } & Readonly<Record<CodedField, Coded>>

/** Puts a list together that is told row by row. */
export function codedList({ count, at }: ListSource): CodedList {
  const phones = new Uint32Array(count)
  const writers = codedFields.map((field) => ({ field, writer: codeWriter(count) }))
  for (let row = 0; row < count; row += 1) {
    const person = at(row)
    for (const { field, writer } of writers) writer.put(row, person[field])
    if (person.phone !== '') phones[row] = phoneFigures(person.phone)
  }
  return { count, phones, ...byField((field) => writers.find((one) => one.field === field)?.writer.coded ?? never()) }
}

export function byField(of: (field: CodedField) => Coded): Readonly<Record<CodedField, Coded>> {
  return Object.fromEntries(codedFields.map((field) => [field, of(field)])) as Record<CodedField, Coded> // every field, as the line above says
}

function codeWriter(count: number): { readonly put: (row: number, text: string) => void; readonly coded: Coded } {
  const [texts, codes] = [[''], new Uint32Array(count)]
  const known = new Map([['', 0]])
  return {
    put: (row, text) => {
      if (text === '') return
      const before = known.get(text)
      if (before !== undefined) {
        codes[row] = before
        return
      }
      codes[row] = texts.length
      known.set(text, texts.length)
      texts.push(text)
    },
    coded: { texts, codes },
  }
}

function never(): never {
  throw new Error('A field of a list was not read')
}
