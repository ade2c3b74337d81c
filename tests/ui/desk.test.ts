import { describe, expect, it } from 'vitest'
import { deskKey, deskOf, moveTo, othersAt, ownAt, takenOverForm, wordsFor, type Half } from '#renderer/app/desk.ts'
import { aDoctor, anInstant, aNurse, entryId, patientId } from '#tests/builders.ts'

const half = (n: number, over: Partial<Half> = {}): Half => ({ id: entryId(n), form: 'note', patient: patientId(1), by: aNurse().staffNumber, values: { text: 'のど' }, keptAt: anInstant(), ...over })
const desk = (...halves: readonly Half[]): ReturnType<typeof deskOf> => deskOf(halves.map((one) => ({ ...one, saved: false })))

describe('half-written forms', () => {
  it('[PEOPLE-7] belong to their owner: two people at one patient do not write over each other', () => {
    const both = desk(half(1), half(2, { by: aDoctor().staffNumber, values: { text: '胸' } }))
    expect(both.get(deskKey('note', patientId(1), aNurse().staffNumber))?.values).toEqual({ text: 'のど' })
    expect(both.get(deskKey('note', patientId(1), aDoctor().staffNumber))?.values).toEqual({ text: '胸' })
  })

  it('[PEOPLE-7] of others are found at the same form of the same patient alone, newest first', () => {
    const later = half(3, { by: aNurse({ staffNumber: aDoctor().staffNumber }).staffNumber, keptAt: anInstant('2026-11-20T08:00:00.000Z') })
    const all = desk(half(1), later, half(4, { form: 'vital-signs' }), half(5, { patient: patientId(2) }))
    expect(othersAt(all, 'note', patientId(1), aNurse({ staffNumber: half(9).by }).staffNumber).map(({ id }) => id)).toEqual([entryId(3)])
    const waiting = desk(half(6, { form: 'register', patient: patientId(7) }))
    expect(othersAt(waiting, 'register', null, aDoctor().staffNumber)).toHaveLength(1)
    expect(othersAt(waiting, 'register', null, aNurse().staffNumber)).toEqual([])
  })

  it('[SWITCH-1] one’s own of one patient are found, newest first, and neither another’s nor word of a take-over', () => {
    const later = half(3, { form: 'order', keptAt: anInstant('2026-11-20T09:00:00.000Z') })
    const all = desk(half(1), half(2, { by: aDoctor().staffNumber }), later, half(4, { patient: patientId(2) }), half(5, { form: takenOverForm }), half(6, { form: 'register', patient: patientId(7) }))
    expect(ownAt(all, patientId(1), aNurse().staffNumber).map(({ id }) => id)).toEqual([entryId(3), entryId(1)])
    expect(ownAt(all, patientId(9), aNurse().staffNumber)).toEqual([])
  })

  it('[PEOPLE-8] taken over keep their id and what was typed, and word is left for the owner until it is read', () => {
    const all = desk(half(1))
    const { half: mine, word } = moveTo(all, half(1), aDoctor(), anInstant('2026-11-20T09:00:00.000Z'), entryId(8))
    expect(mine).toEqual(half(1, { by: aDoctor().staffNumber, keptAt: anInstant('2026-11-20T09:00:00.000Z') }))
    expect([...all.values()]).toEqual([mine, word])
    const restored = deskOf([mine, word].map((one) => ({ ...one, saved: false })))
    expect(wordsFor(restored, aNurse().staffNumber).map(({ form, values }) => ({ form, values }))).toEqual([{ form: takenOverForm, values: { by: aDoctor().name, form: 'note', at: '2026-11-20T09:00:00.000Z' } }])
    expect(wordsFor(restored, aDoctor().staffNumber)).toEqual([])
  })
})
