import { expect, it } from 'vitest'
import { japaneseLists } from './japanese-errors.ts'
import { matched } from './pairs.ts'

it.each([1, 2, 3])('[MATCH-7] 100,000 registrations against 100,000 patients, seed %i: no false link is called likely', (seed) => {
  const { master, registrations } = japaneseLists({ master: 100_000, registrations: 100_000 }, seed)
  const likely = matched(registrations, master).filter((match) => match.class === 'likely')
  expect(likely.length).toBeGreaterThan(25_000)
  expect(likely.filter((match) => registrations[match.asking]?.truth !== match.searched)).toEqual([])
})
