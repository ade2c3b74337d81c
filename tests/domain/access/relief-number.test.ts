import { expect, test } from 'vitest'
import { reliefNumber } from '#domain/access/relief-number.ts'

test('[PEOPLE-4] a number for relief staff is above every one given before, however it was written', () => {
  expect(reliefNumber([])).toBe('R-001')
  expect(reliefNumber(['N-1042', 'R-001', 'R-003', 'r-002'])).toBe('R-004')
  expect(reliefNumber(['R-999'])).toBe('R-1000')
})

test('[PEOPLE-4] a number of the hospital that only looks like one is not counted from', () => {
  expect(reliefNumber(['R-12', 'R-0A1', 'XR-005', 'R-77-1'])).toBe('R-001')
})
