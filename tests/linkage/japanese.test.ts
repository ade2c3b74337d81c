import { expect, it } from 'vitest'
import { japaneseLists } from './japanese-errors.ts'
import { judged, matched } from './pairs.ts'

const { master, registrations } = japaneseLists({ master: 6_000, registrations: 4_000 }, 5)
const pairs = matched(registrations, master)
const isTrue = (match: (typeof pairs)[number]): boolean => registrations[match.asking]?.truth === match.searched
const truths = registrations.filter(({ truth }) => truth >= 0).length

it('[MATCH-4] none of the twins, relatives, namesakes and strangers of a list is called likely', () => {
  expect(pairs.filter((match) => match.class === 'likely').length).toBeGreaterThan(1000)
  expect(pairs.filter((match) => match.class === 'likely' && !isTrue(match))).toEqual([])
})

it('[MATCH-3] nineteen of twenty registrations that are somebody of the list are found, whatever was mistyped', () => {
  expect(judged(pairs, isTrue, truths).recall).toBeGreaterThan(0.95)
})

it('[MATCH-1] the same lists give the same pairs', () => {
  expect(matched(registrations.slice(0, 500), master)).toEqual(matched(registrations.slice(0, 500), master))
})
