import { expect, test } from 'vitest'
import { noBlanks } from '#domain/number/blank.ts'
import { blankScanned } from '#renderer/app/take-blank.ts'
import { aNumber, letters } from '#tests/builders.ts'

test('[BAND-12] a scanned band that nobody wears is the number of whoever is being registered; one that is worn means its patient, and anything else is left to others', () => {
  const blanks = {
    ...noBlanks({ realm: 'real', letters: letters() }),
    setAside: [{ letters: letters(), first: 7, last: 12 }], used: new Set([aNumber(8)]), voided: [{ letters: letters(), first: 9, last: 9, reason: 'lost' as const, words: '' }],
  }
  expect(blankScanned(aNumber(7), blanks)).toBe(aNumber(7))
  expect(blankScanned(aNumber(8), blanks)).toBeNull()
  // A void one goes into the box, too: there it is said why it cannot be used.
  expect(blankScanned(aNumber(9), blanks)).toBe(aNumber(9))
  for (const text of [aNumber(13), 'T-0312', '', aNumber(7).replace(/\d$/, (check) => String((Number(check) + 1) % 10))]) expect(blankScanned(text, blanks), text).toBeNull()
})
