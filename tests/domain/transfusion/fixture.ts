import type { Entry } from '#domain/log/entry.ts'
import { readAmount } from '#domain/record/typed-amount.ts'
import { bagsOf, type Bag } from '#domain/transfusion/running.ts'
import { emptyTransfusion, transfusionStart, type TransfusionDesk, type TransfusionForm } from '#domain/transfusion/start-entry.ts'
import { BagCheck } from '#domain/transfusion/transfusion.ts'
import { CalendarDate, instantOf, millisecondsOf, type Instant } from '#domain/time.ts'
import { wardOf, type PatientRow } from '#domain/view/ward.ts'
import { aDoctor, anEntry, anInstant, aNurse, entryId, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

export const began = anInstant('2026-11-20T07:00:00.000Z')
export const after = (minutes: number): Instant => instantOf(millisecondsOf(began) + minutes * 60_000)
export const today = CalendarDate.parse('2026-11-20')

export function rowOf(...entries: readonly Entry[]): PatientRow {
  return wardOf(inJournal(entries)).patients.get(patientId(1)) ?? never()
}

export function bagOf(...entries: readonly Entry[]): Bag {
  return bagsOf([rowOf(...entries)])[0] ?? never()
}

function never(): never {
  throw new Error('nothing was begun')
}

export const aBag = (n = 1): Entry<'transfusion-started'> => anEntry('transfusion-started', { id: entryId(n), at: began })
export const aLook = (minutes: 5 | 15, bag = 1): Entry<'transfusion-watched'> => anEntry('transfusion-watched', { at: after(minutes), body: { bag: entryId(bag), minutes, fine: true, words: '' } })
export const anEnd = (bag = 1): Entry<'transfusion-ended'> => anEntry('transfusion-ended', { at: after(90), body: { bag: entryId(bag), givenMl: 280, reacted: false, reaction: '' } })

/** Everything said that is asked for. */
export const aForm = (over: Partial<TransfusionForm> = {}): TransfusionForm => ({
  ...emptyTransfusion, product: 'red-cells', lot: '12-3456-7890', units: '2', volume: '280', abo: 'A', rh: 'positive', expires: '2026-12-01', crossmatch: 'compatible', checks: BagCheck.options, second: 'D-0077', ...over,
})

export const aDesk = (over: Partial<TransfusionDesk> = {}): TransfusionDesk => ({
  patient: patientId(1), entry: entryId(9), order: null, at: null, day: today, bloodType: { is: 'certain', type: { abo: 'A', rh: 'positive' }, said: [] }, first: [aNurse()], second: aDoctor(), isLotHere: false, ...over,
})

export const begin = (form: Partial<TransfusionForm> = {}, desk: Partial<TransfusionDesk> = {}): ReturnType<typeof transfusionStart> => transfusionStart(aForm(form), aDesk(desk))

export function codesOf(made: ReturnType<typeof transfusionStart>): readonly string[] {
  return made.ok ? [] : made.error.map(({ field, code }) => `${field} ${code}`)
}

export const asked = (made: ReturnType<typeof transfusionStart>): readonly string[] => (made.ok ? made.value.asks : ['not saved'])

export const wholeNumber = (text: string): ReturnType<typeof readAmount> => readAmount(text, { most: 5000, decimals: 0 })
