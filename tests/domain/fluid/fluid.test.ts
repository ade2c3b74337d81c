import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyFluid, fluidEntry, fluidFormOf, type FluidForm } from '#domain/fluid/fluid-entry.ts'
import { fluidSums } from '#domain/fluid/fluid-sums.ts'
import { FluidWay, isIn } from '#domain/fluid/fluid.ts'
import { dayBefore, daySpan, shiftHours, shiftSpan } from '#domain/fluid/shifts.ts'
import type { Entry } from '#domain/log/entry.ts'
import { CalendarDate, instantOf, millisecondsOf } from '#domain/time.ts'
import { chartOf, type ChartRow } from '#domain/view/chart.ts'
import { anEntry, entryId, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const date = CalendarDate.parse('2026-11-20')
const { from, to } = daySpan(date)
/** A moment of that day in Japan. */
const at = (hour: number, minute = 0) => instantOf(millisecondsOf(from) + (hour * 60 + minute) * 60_000)
const rowsOf = (...entries: readonly Entry[]): readonly ChartRow[] => chartOf(patientId(1), inJournal(entries)).rows
const strike = (entry: Entry): Entry => anEntry('entry-struck', { body: { struck: entry.id, reason: '誤り' } })
const fluid = (way: FluidWay, hour: number, amountMl: number | null, times: number | null = null): Entry => anEntry('fluid-measured', { at: at(hour), recordedAt: at(23, 59), body: { way, name: '', amountMl, times, note: '' } })
const infusion = (hour: number, change: 'looked' | 'bag' | 'ended' | 'paused', givenMl: number | null, of = 1): Entry => anEntry('infusion-changed', { at: at(hour), recordedAt: at(23, 59), body: { infusion: entryId(of), change, rate: null, givenMl, discardedMl: null, byTwo: null, note: '' } })
const ended = (hour: number, givenMl: number): Entry => anEntry('transfusion-ended', { at: at(hour), recordedAt: at(23, 59), body: { bag: entryId(2), givenMl, reacted: false, reaction: '' } })
const dayOf = (...entries: readonly Entry[]) => fluidSums(rowsOf(...entries), from, to)

describe('what went in or came out', () => {
  const enter = (form: Partial<FluidForm>) => fluidEntry({ ...emptyFluid, way: 'out-urine', ...form }, { patient: patientId(1), entry: entryId(9), at: null })
  test('[FLU-1] is measured, or counted where nobody measured', () => {
    expect(enter({ amount: '２５０' })).toMatchObject({ ok: true, value: { draft: { body: { way: 'out-urine', amountMl: 250, times: null } }, asks: [] } })
    expect(enter({ times: '2' })).toMatchObject({ value: { draft: { body: { amountMl: null, times: 2 } } } })
    expect(enter({})).toEqual({ ok: false, error: [{ field: 'amount', code: 'nothing-said' }] })
    expect(enter({ way: null, amount: '1' })).toMatchObject({ error: [{ code: 'way-missing' }] })
  })

  test('[FLU-2] waits where it cannot be meant, and is told where it is unlikely', () => {
    expect(enter({ amount: '2.55', times: '0' })).toMatchObject({ error: [{ field: 'amount', code: 'too-fine' }, { field: 'times', code: 'no-times' }] })
    expect(enter({ amount: '多い', note: 'a\u0007' })).toMatchObject({ error: [{ field: 'note' }, { field: 'amount', code: 'not-a-number' }] })
    expect(enter({ way: 'out-drain', amount: '3001' })).toMatchObject({ value: { asks: ['name-missing', 'much'] } })
    expect(enter({ way: 'in-infusion', amount: '100' })).toMatchObject({ value: { asks: ['counted-by-itself'] } })
    const { body } = anEntry('fluid-measured')
    expect(enter(fluidFormOf(body))).toMatchObject({ value: { draft: { body } } })
  })
})

describe('the balance', () => {
  test('[FLU-3] is in and out by way, and the difference; shifts begin at 0, 8 and 16 in Japan', () => {
    expect(dayOf(fluid('in-oral', 9, 300), fluid('in-oral', 20, 200.5), fluid('out-urine', 3, 800), fluid('out-drain', 16, 50))).toEqual({
      ways: [{ way: 'in-oral', ml: 500.5, times: 0 }, { way: 'out-urine', ml: 800, times: 0 }, { way: 'out-drain', ml: 50, times: 0 }], inMl: 500.5, outMl: 850, balanceMl: -349.5, isWhole: true,
    })
    expect(shiftSpan(date, 'night')).toEqual({ from: '2026-11-19T15:00:00.000Z', to: '2026-11-19T23:00:00.000Z' })
    expect(shiftSpan(date, 'evening').to).toBe(to)
    expect(dayBefore(CalendarDate.parse('2026-03-01'))).toBe('2026-02-28')
    const shift = (name: 'night' | 'day' | 'evening') => fluidSums(rowsOf(fluid('out-urine', 8, 100)), shiftSpan(date, name).from, shiftSpan(date, name).to).outMl
    expect([shift('night'), shift('day'), shift('evening')]).toEqual([0, 100, 0])
  })

  test('[FLU-5] an infusion counts what is new of it, and a bag of blood once', () => {
    const all = [infusion(6, 'looked', 80), infusion(9, 'bag', 500), infusion(10, 'looked', 100), infusion(11, 'paused', null), infusion(17, 'ended', 400), ended(12, 280)]
    expect(dayOf(...all).ways).toEqual([{ way: 'in-infusion', ml: 900, times: 0 }, { way: 'in-transfusion', ml: 280, times: 0 }])
    const ofShift = (name: 'night' | 'day' | 'evening') => fluidSums(rowsOf(...all), shiftSpan(date, name).from, shiftSpan(date, name).to).inMl
    expect([ofShift('night'), ofShift('day'), ofShift('evening')]).toEqual([80, 420 + 100 + 280, 300])
  })

  test('[FLU-4] nothing counts of an infusion or a bag of blood that was struck, and all of it where the start was only corrected', () => {
    const start = (n: number): Entry => anEntry('medicine-given', { id: entryId(n), at: at(5), recordedAt: at(23, 59) })
    const bag = (n: number): Entry => anEntry('transfusion-started', { id: entryId(n), at: at(5), recordedAt: at(23, 59) })
    const said = [infusion(6, 'looked', 80), infusion(9, 'ended', 500), ended(12, 280)]
    expect(dayOf(start(1), bag(2), ...said).inMl).toBe(780)
    expect(dayOf(start(1), bag(2), ...said, strike(start(1)), strike(bag(2))).ways).toEqual([])
    const corrected = (one: Entry, next: Entry): Entry => anEntry('entry-struck', { body: { struck: one.id, reason: '量の誤り', replacement: next.id } })
    // Cut off in between: the first look went over to the new start, the end did not yet.
    const cut = [start(1), start(3), corrected(start(1), start(3)), infusion(6, 'looked', 80, 3), infusion(9, 'ended', 500)]
    expect(dayOf(...cut).inMl).toBe(500)
    expect(dayOf(...cut, strike(start(3))).inMl).toBe(0)
  })

  test('[FLU-6] what nobody measured is counted by times, and the balance is not whole', () => {
    expect(dayOf(fluid('out-stool', 9, null, 2), fluid('out-stool', 10, null, 1), fluid('out-stool', 11, 150, 1))).toMatchObject({ ways: [{ way: 'out-stool', ml: 150, times: 3 }], outMl: 150, isWhole: false })
  })
})

describe('whatever was written', () => {
  const anAmount = fc.oneof(
    fc.record({ way: fc.constantFrom(...FluidWay.options), hour: fc.integer({ min: -30, max: 50 }), ml: fc.option(fc.nat(2000).map((ml) => ml / 2)), times: fc.option(fc.integer({ min: 1, max: 5 })) }).map(({ way, hour, ml, times }) => fluid(way, hour, ml, times ?? (ml === null ? 1 : null))),
    fc.record({ hour: fc.integer({ min: -30, max: 50 }), change: fc.constantFrom('looked' as const, 'bag' as const, 'ended' as const, 'paused' as const), ml: fc.option(fc.nat(500)), of: fc.integer({ min: 1, max: 2 }) }).map(({ hour, change, ml, of }) => infusion(hour, change, ml, of)),
    fc.record({ hour: fc.integer({ min: -30, max: 50 }), ml: fc.nat(400) }).map(({ hour, ml }) => ended(hour, ml)),
  )
  const days = fc.array(anAmount, { maxLength: 25 })

  test('[FLU-3] the shifts of a day make the day, way by way', () => {
    fc.assert(fc.property(days, (entries) => {
      const rows = rowsOf(...entries)
      const shifts = shiftHours.map(({ shift }) => fluidSums(rows, shiftSpan(date, shift).from, shiftSpan(date, shift).to))
      const day = fluidSums(rows, from, to)
      const added = (of: (sums: typeof day) => number): number => shifts.reduce((sum, one) => sum + of(one), 0)
      expect([added(({ inMl }) => inMl), added(({ outMl }) => outMl), added(({ balanceMl }) => balanceMl)]).toEqual([day.inMl, day.outMl, day.balanceMl])
      for (const { way, ml, times } of day.ways) expect([added(({ ways }) => ways.find((one) => one.way === way)?.ml ?? 0), added(({ ways }) => ways.find((one) => one.way === way)?.times ?? 0)]).toEqual([ml, times])
      expect(day.ways.filter(({ way }) => isIn(way)).reduce((sum, { ml }) => sum + ml, 0)).toBe(day.inMl)
    }), { numRuns: 200 })
  })

  test('[FLU-4] a struck amount counts as if it had never been written', () => {
    fc.assert(fc.property(days, fc.array(fc.boolean(), { maxLength: 25 }), (entries, lines) => {
      const struck = entries.filter((_, n) => lines[n] === true)
      const kept = entries.filter((_, n) => lines[n] !== true)
      expect(dayOf(...entries, ...struck.map(strike))).toEqual(dayOf(...kept))
    }), { numRuns: 200 })
  })
})
