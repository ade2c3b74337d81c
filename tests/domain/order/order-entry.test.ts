import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Order } from '#domain/order/order.ts'
import { receiveOrder, carryOut, stopOrder } from '#domain/order/order-acts.ts'
import { emptyOrder, orderAsks, orderEntry, orderFormOf, type OrderDesk, type OrderForm } from '#domain/order/order-entry.ts'
import { daySlotNames, readMoment, readTimes } from '#domain/order/order-times.ts'
import { isApproved, orderWith } from '#domain/order/running.ts'
import { DoseUnit } from '#domain/medicine/units.ts'
import { strikeEntry } from '#domain/record/strike.ts'
import { wardOf } from '#domain/view/ward.ts'
import type { Entry } from '#domain/log/entry.ts'
import { aDoctor, anEntry, anInstant, aNurse, aPatient, entryId, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

/** 2026-11-20 16:24 in Japan. */
const now = anInstant()
const desk: OrderDesk = { patient: patientId(1), entry: entryId(1), now, by: aDoctor(), onBehalfOf: null }
const antibiotic: OrderForm = { ...emptyOrder, category: 'medicine', term: 'standing', drug: 'セフトリアキソン', amount: '1', unit: 'g', route: 'peripheral', rate: '100', rateUnit: 'mL/h', slots: ['evening'] }
const diet: OrderForm = { ...emptyOrder, category: 'diet', term: 'standing', text: '全粥 1600 kcal' }
const given = (form: OrderForm, at = desk) => orderEntry(form, at)
const codesOf = (form: OrderForm, at = desk) => {
  const made = given(form, at)
  return made.ok ? [] : made.error.map((issue) => `${issue.field} ${issue.code}`)
}
const bodyOf = (form: OrderForm, at = desk): Order => {
  const made = given(form, at)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value.body
}

describe('an order', () => {
  test('[ORD-1] says what it is about, its term and what is to be done', () => {
    expect(codesOf(emptyOrder)).toEqual(['category not-chosen', 'term not-chosen'])
    expect(codesOf({ ...diet, text: ' ' })).toEqual(['text text-missing'])
    expect(codesOf({ ...antibiotic, drug: '', amount: '', unit: null, route: null })).toEqual(['drug drug-missing', 'amount amount-missing', 'unit unit-missing', 'route route-missing'])
    expect(codesOf({ ...antibiotic, term: 'conditional' })).toEqual(['condition condition-missing'])
    expect(bodyOf(antibiotic)).toMatchObject({ medicine: { drug: 'セフトリアキソン', amount: 1, unit: 'g', route: 'peripheral', rate: { value: 100, unit: 'mL/h' } }, times: ['18:00'], verbal: null })
  })

  test('[ORD-1] what belongs to another category, term or route is kept in the form and not written', () => {
    expect(bodyOf({ ...antibiotic, category: 'diet', text: '禁食' }).medicine).toBeNull()
    expect(bodyOf({ ...antibiotic, route: 'oral' }).medicine?.rate).toBeNull()
    expect(bodyOf({ ...antibiotic, term: 'once', condition: '38.5 ℃以上' })).toMatchObject({ condition: '', times: [] })
  })

  test('[ORD-2] an amount without a unit, with a unit in its box or beginning with a point waits with a sentence', () => {
    expect(codesOf({ ...antibiotic, unit: null })).toEqual(['unit unit-missing'])
    for (const amount of ['5ミリ', '5mg', '.5', '1,5', '1/2', '-1', '1e3', '1.2.3']) expect(codesOf({ ...antibiotic, amount }), amount).toEqual(['amount not-a-number'])
    expect(codesOf({ ...antibiotic, amount: '0.00001' })).toEqual(['amount too-fine'])
    expect(codesOf({ ...antibiotic, amount: '100001' })).toEqual(['amount out-of-range'])
    expect(codesOf({ ...antibiotic, amount: '0' })).toEqual(['amount amount-missing'])
    expect(codesOf({ ...antibiotic, rate: '80', rateUnit: null })).toEqual(['rate rate-unit-missing'])
    for (const amount of ['０．５', '0。5', '0.5 ']) expect(bodyOf({ ...antibiotic, amount }).medicine?.amount, amount).toBe(0.5)
  })

  test('[ORD-3] no amount is judged: whatever fits its box is an order', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom(...DoseUnit.options), (amount, unit) => {
      expect(codesOf({ ...antibiotic, amount: String(amount), unit })).toEqual([])
      expect(orderAsks({ ...antibiotic, amount: String(amount), unit }, desk)).toEqual([])
    }))
  })

  test('[ORD-4] times stand once and in the order of the day, chosen or typed', () => {
    expect(readTimes(['evening', 'morning'], '6時、1430 18:00')).toEqual({ ok: true, value: ['06:00', '08:00', '14:30', '18:00'] })
    expect(readTimes([], '25:00')).toEqual({ ok: false, error: { code: 'times-not-understood', typed: '25:00' } })
    expect(codesOf({ ...antibiotic, times: '毎食後' })).toEqual(['times times-not-understood'])
    expect(codesOf({ ...antibiotic, times: '1 2' })).toEqual(['times times-not-understood'])
    expect(codesOf({ ...antibiotic, times: Array.from({ length: 13 }, (_, hour) => `${hour}:30`).join(' ') })).toEqual(['times times-too-many'])
    fc.assert(fc.property(fc.subarray([...daySlotNames]), fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 8 }), (slots, hours) => {
      const times = bodyOf({ ...antibiotic, slots, times: hours.map((hour) => `${hour}:15`).join(' ') }).times
      expect(times).toEqual([...new Set(times)].toSorted())
    }))
  })

  test('[ORD-5] a time alone is the next such time, a day may be written, and an end comes after the start', () => {
    expect(readMoment('18:00', now, 'start')).toEqual({ ok: true, value: '2026-11-20T09:00:00.000Z' })
    expect(readMoment('６：００', now, 'start')).toEqual({ ok: true, value: '2026-11-20T21:00:00.000Z' })
    expect(readMoment('16:24', now, 'start')).toEqual({ ok: true, value: now })
    expect(readMoment('11/22', now, 'start')).toEqual({ ok: true, value: '2026-11-21T15:00:00.000Z' })
    expect(readMoment('11/22', now, 'end')).toEqual({ ok: true, value: '2026-11-22T14:59:00.000Z' })
    expect(readMoment('1/3 9:00', now, 'start')).toEqual({ ok: true, value: '2027-01-03T00:00:00.000Z' })
    for (const typed of ['あした', '2/30', '5/20 99:00', '13/1']) expect(readMoment(typed, now, 'start'), typed).toEqual({ ok: false, error: { code: 'moment-not-understood' } })
    expect(codesOf({ ...antibiotic, from: '11/22 8:00', until: '11/21' })).toEqual(['until until-before-start'])
    expect(codesOf({ ...antibiotic, until: '11/19' })).toEqual(['until until-before-start'])
  })

  test('[ORD-6] by somebody else it is heard or copied; no read-back and no doctor are asked about and saved', () => {
    const nurse = { ...desk, by: aNurse(), onBehalfOf: aDoctor() }
    expect(codesOf(antibiotic, nurse)).toEqual(['said not-chosen'])
    expect(bodyOf({ ...antibiotic, said: 'aloud' }, nurse).verbal).toEqual({ readBack: false })
    expect(orderAsks({ ...antibiotic, said: 'aloud' }, nurse)).toEqual(['not-read-back'])
    expect(orderAsks({ ...antibiotic, said: 'aloud', isReadBack: true }, nurse)).toEqual([])
    expect(bodyOf({ ...antibiotic, said: 'written' }, nurse).verbal).toBeNull()
    expect(orderAsks({ ...antibiotic, said: 'written' }, { ...nurse, onBehalfOf: null })).toEqual(['no-doctor'])
    expect(codesOf({ ...antibiotic, said: 'written' }, { ...nurse, onBehalfOf: null })).toEqual([])
    expect(bodyOf({ ...antibiotic, said: 'aloud' }).verbal).toBeNull()
  })

  test('[ORD-6] a rate or a time nobody said is asked about', () => {
    expect(orderAsks({ ...antibiotic, rate: '' }, desk)).toEqual(['no-rate'])
    expect(orderAsks({ ...antibiotic, route: 'oral', slots: [] }, desk)).toEqual(['no-times'])
  })

  test('[ORD-1] whatever the form saves reads as an order', () => {
    const typed = fc.record<OrderForm>({
      category: fc.constantFrom('medicine', 'diet', 'call'), term: fc.constantFrom('standing', 'once', 'conditional'), text: fc.constantFrom('', '全粥', 'a\tb'), drug: fc.constantFrom('', 'A錠5mg'), amount: fc.constantFrom('', '1', '0.5', 'x'),
      unit: fc.constantFrom(null, 'mg', 'mL'), route: fc.constantFrom(null, 'oral', 'peripheral'), rate: fc.constantFrom('', '80', '0'), rateUnit: fc.constantFrom(null, 'mL/h'), mixedWith: fc.constantFrom('', '生食 100 mL'), isControlled: fc.boolean(),
      condition: fc.constantFrom('', '38.5 ℃以上'), from: fc.constantFrom('', '18:00', '11/25', 'x'), until: fc.constantFrom('', '11/22', '11/19'), slots: fc.subarray([...daySlotNames]), times: fc.constantFrom('', '6:00', '08:00 8時'), isUrgent: fc.boolean(), said: fc.constantFrom(null, 'aloud', 'written'), isReadBack: fc.boolean(),
    })
    fc.assert(fc.property(typed, fc.boolean(), (form, isNurse) => {
      const made = orderEntry(form, { ...desk, by: isNurse ? aNurse() : aDoctor() })
      if (made.ok) expect(Order.safeParse(made.value.body)).toEqual({ success: true, data: made.value.body })
      else expect(made.error.length).toBeGreaterThan(0)
    }), { numRuns: 500 })
  })
})

describe('an order that was given', () => {
  const order = anEntry('order-given', { id: entryId(10), at: anInstant('2026-11-20T03:00:00.000Z'), by: aNurse(), onBehalfOf: aDoctor() })
  const viewOf = (...more: readonly Entry[]) => wardOf(inJournal([aPatient({}), order, ...more]))
  const oneOf = (...more: readonly Entry[]) => orderWith([...viewOf(...more).patients.values()], order.id, now)

  test('[ORD-7] is given again without its start; what was due before is not asked for by the new one', () => {
    const form = orderFormOf({ ...order.body, from: anInstant('2026-11-19T00:00:00.000Z'), until: anInstant('2026-11-25T00:00:00.000Z'), times: ['08:00', '14:30'] }, now)
    expect(form).toMatchObject({ from: '', until: '11/25 9:00'.replace(' 9', ' 09'), slots: ['morning'], times: '14:30', amount: '1', unit: 'g' })
    expect(bodyOf(form)).toMatchObject({ from: null, until: '2026-11-25T00:00:00.000Z', times: ['08:00', '14:30'], medicine: order.body.medicine })
  })

  test('[ORD-8] is 医師未承認 until the doctor it was written for approves it', () => {
    const view = viewOf()
    const approved = viewOf(anEntry('proxy-approved', { by: aDoctor(), body: { approved: order.id } }))
    const one = oneOf()
    if (one === null) throw new Error('the order is there')
    expect(isApproved(one, view.items)).toBe(false)
    expect(isApproved(one, approved.items)).toBe(true)
    expect(isApproved({ order: { ...one.order, by: aNurse(), onBehalfOf: null } }, approved.items)).toBe(false)
    expect(isApproved({ order: { ...one.order, by: aDoctor(), onBehalfOf: null } }, approved.items)).toBe(true)
  })

  test('[ORD-9] is received once, stopped with a reason, and takes nothing after that', () => {
    const received = anEntry('order-received', { body: { order: order.id } })
    const stopped = anEntry('order-stopped', { at: now, body: { order: order.id, reason: '効果なし' } })
    expect(receiveOrder(entryId(2), oneOf())).toMatchObject({ ok: true, value: { body: { order: order.id } } })
    expect(receiveOrder(entryId(2), oneOf(received))).toEqual({ ok: false, error: { code: 'already-received' } })
    expect(receiveOrder(entryId(2), oneOf(stopped))).toEqual({ ok: false, error: { code: 'order-ended' } })
    expect(receiveOrder(entryId(2), null)).toEqual({ ok: false, error: { code: 'order-gone' } })
    expect(stopOrder(entryId(2), oneOf(), ' ')).toEqual({ ok: false, error: { code: 'reason-missing' } })
    expect(stopOrder(entryId(2), oneOf(), '発疹')).toMatchObject({ ok: true, value: { body: { reason: '発疹' } } })
    expect(stopOrder(entryId(2), oneOf(stopped), '発疹')).toEqual({ ok: false, error: { code: 'order-ended' } })
    expect(carryOut(entryId(2), oneOf(), { due: null, note: '', at: null })).toEqual({ ok: false, error: { code: 'is-medicine' } })
  })

  test('[ORD-9] of no medicine is carried out, once for each of its times', () => {
    const wash = anEntry('order-given', { id: entryId(11), at: order.at, body: bodyOf({ ...diet, category: 'hygiene', text: '口腔ケア', slots: ['noon', 'evening'] }) })
    const due = anInstant('2026-11-20T03:00:00.000Z')
    const one = (...more: readonly Entry[]) => orderWith([...viewOf(wash, ...more).patients.values()], wash.id, now)
    const done = carryOut(entryId(2), one(), { due, note: '', at: null })
    expect(done).toMatchObject({ ok: true, value: { kind: 'order-done', body: { order: wash.id, due } } })
    expect(carryOut(entryId(3), one(anEntry('order-done', { body: { order: wash.id, due, note: '' } })), { due, note: '', at: null })).toEqual({ ok: false, error: { code: 'already-answered' } })
  })

  test('[ORD-9] that was stopped may still be told what was done before the stop', () => {
    const wash = anEntry('order-given', { id: entryId(11), at: order.at, body: bodyOf(diet) })
    const stopped = anEntry('order-stopped', { at: now, body: { order: wash.id, reason: '転棟' } })
    const one = orderWith([...viewOf(wash, stopped).patients.values()], wash.id, now)
    expect(carryOut(entryId(2), one, { due: null, note: '', at: anInstant('2026-11-20T05:00:00.000Z') }).ok).toBe(true)
    expect(carryOut(entryId(2), one, { due: null, note: '', at: null })).toEqual({ ok: false, error: { code: 'order-ended' } })
  })

  test('[ORD-16] a stop is struck for 72 hours, and anything else whenever it was', () => {
    const stopped = anEntry('order-stopped', { at: now, body: { order: order.id, reason: '誤り' } })
    expect(strikeEntry(entryId(3), { entry: stopped, struck: false }, '別の患者', anInstant('2026-11-23T07:24:00.000Z')).ok).toBe(true)
    expect(strikeEntry(entryId(3), { entry: stopped, struck: false }, '別の患者', anInstant('2026-11-23T07:24:00.001Z'))).toEqual({ ok: false, error: { code: 'stopped-long-ago' } })
    expect(strikeEntry(entryId(3), { entry: order, struck: false }, '別の患者', anInstant('2026-12-23T07:24:00.000Z')).ok).toBe(true)
  })
})
