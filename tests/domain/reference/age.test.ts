import { expect, test } from 'vitest'
import { ageOf, isStale } from '#domain/reference/age.ts'
import { Instant } from '#domain/time.ts'

const at = (text: string): Instant => Instant.parse(`2026-11-${text}.000Z`)

test('[REF-42] the age is told in minutes within the hour, in hours within two days, then in days, and also when the list came after the stop', () => {
  expect(ageOf(at('20T07:40:00'), at('20T08:39:59'))).toEqual({ unit: 'minutes', count: 59, isAfter: false })
  expect(ageOf(at('20T07:40:00'), at('20T08:40:00'))).toEqual({ unit: 'hours', count: 1, isAfter: false })
  expect(ageOf(at('20T07:40:00'), at('22T07:39:59'))).toEqual({ unit: 'hours', count: 47, isAfter: false })
  expect(ageOf(at('20T07:40:00'), at('22T07:40:00'))).toEqual({ unit: 'days', count: 2, isAfter: false })
  expect(ageOf(at('20T07:40:00'), at('20T05:40:00'))).toEqual({ unit: 'hours', count: 2, isAfter: true })
})

test('[REF-43] a list of more than seven days is warned about, one of exactly seven is not', () => {
  expect(isStale(at('13T07:40:00'), at('20T07:40:00'))).toBe(false)
  expect(isStale(at('13T07:40:00'), at('20T07:40:01'))).toBe(true)
})
