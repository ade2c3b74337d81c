import { expect, test } from 'vitest'
import type { Entry } from '#domain/log/entry.ts'
import type { SheetForm } from '#domain/print/form.ts'
import { bandsBefore, withoutPrintedBand } from '#domain/view/bands.ts'
import { registeredPatients } from '#domain/view/ward-lists.ts'
import { wardOf, type WardView } from '#domain/view/ward.ts'
import { aNumber, anEntry, anInstant, aPatient, letters, patientId } from '#tests/builders.ts'
import { inJournal } from './records.ts'

const print = (form: SheetForm, patient: number | null): Entry => anEntry('sheet-printed', { patient: null, body: { form, serials: [], sheets: 1, patient: patient === null ? null : patientId(patient) } })
/** Patients 1, 2, 3, whose registrations were written a minute after one another, the last first. */
const three = [1, 2, 3].map((n) => aPatient({ number: aNumber(n) }, { patient: patientId(n), recordedAt: anInstant(`2026-11-20T07:1${9 - n}:00.000Z`) }))
const before = (view: WardView): readonly number[] => registeredPatients(view).map((row) => bandsBefore(view, row))

test('[BAND-5] bands are counted by number: printed ones, ones by hand and pre-printed ones, and no other sheet', () => {
  const blank = anEntry('numbers-set-aside', { patient: null, body: { letters: letters(), first: 3, last: 8 } })
  const prints = [print('wristband', 1), print('bed-card', 1), print('specimen-labels', 2), print('band-by-hand', 1), print('wristband', 1), print('poster', null)]
  expect(before(wardOf(inJournal([...three, ...prints, blank])))).toEqual([3, 0, 1])
  // As after a recovery: a print may stand before its registration.
  expect(before(wardOf(inJournal([blank, ...prints, ...three])))).toEqual([3, 0, 1])
})

test('[BAND-9] Every patient for whom no band was printed stands in one list, longest wait first, those with a band by hand last; who wears a pre-printed band does not.', () => {
  const waiting = (...entries: readonly Entry[]): readonly (readonly [string, boolean])[] => withoutPrintedBand(wardOf(inJournal([...three, ...entries]))).map(({ row, isHandWritten }) => [row.registered.number, isHandWritten])
  expect(waiting()).toEqual([[aNumber(3), false], [aNumber(2), false], [aNumber(1), false]])
  expect(waiting(print('band-by-hand', 3), print('bed-card', 2), print('document-labels', 1))).toEqual([[aNumber(2), false], [aNumber(1), false], [aNumber(3), true]])
  expect(waiting(print('wristband', 2), print('band-by-hand', 2), anEntry('numbers-set-aside', { patient: null, body: { letters: letters(), first: 3, last: 3 } }))).toEqual([[aNumber(1), false]])
})
