import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTakenAt, takenAtText } from '#domain/reference/taken-at.ts'
import { Instant, instantOf } from '#domain/time.ts'

const now = Instant.parse('2026-11-20T09:00:00.000Z')

test('[REF-45] the time of a list is read with its year, in the ways people write it', () => {
  for (const typed of ['2026/11/20 07:40', '2026-11-20 7:40', '２０２６／１１／２０　０７：４０', '2026年11月20日 7時40分']) expect(readTakenAt(typed, now)).toBe('2026-11-19T22:40:00.000Z')
})

test('[REF-45] without a year, on no day, or later than now it is not taken', () => {
  for (const typed of ['', '11/20 07:40', '2026/02/30 07:40', '2026/11/20 24:00', '2026/11/20', '2026/11/20 18:01', '2026/11/20 07:60']) expect(readTakenAt(typed, now)).toBeNull()
  expect(readTakenAt('2026/11/20 18:00', now)).toBe(now)
})

test('[REF-45] what is proposed reads as what it was, to the minute', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: Date.parse(now) / 60_000 }), (minutes) => {
    const at = instantOf(minutes * 60_000)
    expect(readTakenAt(takenAtText(at), now)).toBe(at)
  }))
})
