import { z } from 'zod'
import type { ListedPerson } from '#domain/linkage/lists.ts'
import { err, ok, type Result } from '#domain/result.ts'

/**
 * Which column of a list means what. A column is named as the head of the list names it; several make one value, with a space between
 * (an address is often in five columns).
 */
export type ColumnMap = { readonly id: string; readonly columns: ReadonlyMap<keyof ListedPerson, readonly string[]> }

const Column = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).nullable().optional()
const Side = z.strictObject({
  id: z.string().min(1), identifier: Column, family: Column, given: Column, familyKana: Column, givenKana: Column, birthDate: Column, sex: Column, phone: Column, postcode: Column, address: Column,
})

const shape = 'The map is JSON: {"a": {"id": "COLUMN", "family": "COLUMN", …}, "b": {…}}. Columns: id (needed), identifier, family, given, familyKana, givenKana, birthDate, sex, phone, postcode, address; a list of names makes one value of several columns. One object without "a" and "b" is meant for both lists.'

/** Reads the map of both lists. Err: what is wrong with it, and how it should be. */
export function readMaps(text: string): Result<{ readonly a: ColumnMap; readonly b: ColumnMap }, string> {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return err(`The map is not JSON. ${shape}`)
  }
  const sides = z.looseObject({}).safeParse(json)
  if (!sides.success) return err(shape)
  const named = (name: string): unknown => Object.entries(sides.data).find(([key]) => key.toLowerCase() === name)?.[1]
  const isShared = named('a') === undefined && named('b') === undefined
  const [a, b] = isShared ? [json, json] : [named('a') ?? named('b'), named('b') ?? named('a')]
  const [readA, readB] = [mapOf(a), mapOf(b)]
  if (!readA.ok) return readA
  return readB.ok ? ok({ a: readA.value, b: readB.value }) : readB
}

function mapOf(json: unknown): Result<ColumnMap, string> {
  const read = Side.safeParse(json)
  if (!read.success) {
    const where = read.error.issues.map((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.'))).filter((part) => part !== '')
    return err(`The map was not understood${where.length === 0 ? '' : ` at ${where.join('; ')}`}. ${shape}`)
  }
  const { id, ...others } = read.data
  const columns = new Map<keyof ListedPerson, readonly string[]>()
  for (const [meaning, column] of Object.entries(others)) {
    if (column !== null && column !== undefined) columns.set(meaning as keyof typeof others, typeof column === 'string' ? [column] : column)
  }
  if (![...columns.keys()].some((meaning) => meaning !== 'sex')) return err(`The map names nothing to compare by. ${shape}`)
  return ok({ id, columns })
}
