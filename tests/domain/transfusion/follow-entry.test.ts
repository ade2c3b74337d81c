import { describe, expect, test } from 'vitest'
import { correctStart } from '#domain/record/correct-start.ts'
import { emptyEnd, emptyWatch, endFormOf, transfusionEnd, transfusionWatch, watchFormOf, type EndForm, type WatchForm } from '#domain/transfusion/follow-entry.ts'
import { bagsOf, runningBags } from '#domain/transfusion/running.ts'
import { bagTasks, minutesRun } from '#domain/transfusion/tasks.ts'
import type { Draft, Entry } from '#domain/log/entry.ts'
import { chartOf } from '#domain/view/chart.ts'
import { instantOf, millisecondsOf } from '#domain/time.ts'
import { duesOf, looksFirst, wardDues } from '#domain/view/due.ts'
import { wardOf } from '#domain/view/ward.ts'
import { anEntry, aPatient, entryId, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'
import { aBag, after, aLook, anEnd, bagOf, began, rowOf } from './fixture.ts'

const strike = (entry: Entry): Entry => anEntry('entry-struck', { body: { struck: entry.id, reason: '誤り' } })

describe('looks that are owed', () => {
  test('[TRF-16] stand among what is due of the person, first beside the patient and by time on the ward; none of who died', () => {
    const order = anEntry('order-given', { at: instantOf(millisecondsOf(began) - 20 * 3_600_000), recordedAt: instantOf(millisecondsOf(began) - 20 * 3_600_000), id: entryId(77), body: { ...anEntry('order-given').body, term: 'once', times: [], from: null, until: null } })
    const due = (minutes: number) => looksFirst(duesOf([rowOf(order, aBag())], after(minutes))).map((one) => `${one.of} ${one.state}`)
    expect(due(3)).toEqual(['look coming', 'look coming', 'order overdue'])
    expect(due(8)).toEqual(['look overdue', 'look coming', 'order overdue'])
    expect(due(17)).toEqual(['look overdue', 'look overdue', 'order overdue'])
    const ward = (...more: readonly Entry[]) => wardDues(wardOf(inJournal([aPatient({}, { at: order.at, recordedAt: order.at }), order, aBag(), ...more])), after(8)).map((one) => one.of)
    expect(ward()).toEqual(['order', 'look', 'look'])
    expect(ward(anEntry('death-confirmed', { at: after(8), recordedAt: after(8) }))).toEqual([])
  })


  const tasks = (minutes: number, ...entries: readonly Entry[]) => bagTasks([rowOf(aBag(), ...entries)], after(minutes)).map((task) => `${task.minutes} ${task.state}`)
  test('[TRF-11] at 5 and 15 minutes, late 2 minutes after', () => {
    expect(tasks(0)).toEqual(['5 coming', '15 coming'])
    expect(tasks(5)).toEqual(['5 due', '15 coming'])
    expect(tasks(6.9)).toEqual(['5 due', '15 coming'])
    expect(tasks(7)).toEqual(['5 late', '15 coming'])
    expect(tasks(17)).toEqual(['5 late', '15 late'])
    expect(tasks(10, aLook(5))).toEqual(['15 coming'])
    expect(tasks(15, aLook(5))).toEqual(['15 due'])
  })

  test('[TRF-11] the look at 15 minutes ends the wait for both, the end for all; struck, they are owed again', () => {
    expect(tasks(20, aLook(15))).toEqual([])
    expect(tasks(20, anEnd())).toEqual([])
    const [look, end] = [aLook(15), anEnd()]
    expect(tasks(20, look, strike(look))).toEqual(['5 late', '15 late'])
    expect(tasks(20, end, strike(end))).toEqual(['5 late', '15 late'])
    expect(minutesRun(bagOf(aBag()), after(12.9))).toBe(12)
  })
})

describe('a look at a bag', () => {
  const look = (form: Partial<WatchForm>, bag = bagOf(aBag()), at = after(5)) => transfusionWatch({ ...emptyWatch, minutes: '5', fine: true, ...form }, { bag, entry: entryId(9), at, now: after(100) })
  test('[TRF-12] says whether all was well, and what was not', () => {
    expect(look({})).toMatchObject({ ok: true, value: { draft: { patient: patientId(1), body: { bag: entryId(1), minutes: 5, fine: true } }, asks: [] } })
    expect(look({ minutes: 'other', fine: false, words: '蕁麻疹' })).toMatchObject({ value: { draft: { body: { minutes: null, fine: false, words: '蕁麻疹' } } } })
    expect(look({ minutes: null, fine: null })).toMatchObject({ error: [{ code: 'minutes-missing' }, { code: 'fine-not-said' }] })
    expect(look({ fine: false })).toMatchObject({ error: [{ field: 'words', code: 'words-missing' }] })
  })

  test('[TRF-12] that is early, or there already, is told', () => {
    expect(look({}, bagOf(aBag()), after(2))).toMatchObject({ value: { asks: ['early'] } })
    expect(look({}, bagOf(aBag(), aLook(5)))).toMatchObject({ value: { asks: ['again'] } })
  })

  test('[TRF-13] is of a running bag, and not before it began', () => {
    expect(look({}, bagOf(aBag(), anEnd()))).toMatchObject({ error: [{ code: 'bag-ended' }] })
    expect(look({}, bagOf(aBag()), after(-1))).toMatchObject({ error: [{ code: 'before-start' }] })
    expect(watchFormOf(aLook(5).body)).toEqual({ minutes: '5', fine: true, words: '' })
  })
})

describe('the end of a bag', () => {
  const end = (form: Partial<EndForm>, bag = bagOf(aBag(), aLook(5)), at = after(90)) => transfusionEnd({ ...emptyEnd, givenMl: '280', reacted: false, ...form }, { bag, entry: entryId(9), at })
  test('[TRF-13] says how much went in and whether there was a reaction', () => {
    expect(end({ reaction: '書きかけ' })).toMatchObject({ ok: true, value: { draft: { body: { bag: entryId(1), givenMl: 280, reacted: false, reaction: '' } }, asks: [] } })
    expect(end({ reacted: true, reaction: '発熱 38.5 ℃' })).toMatchObject({ value: { draft: { body: { reacted: true, reaction: '発熱 38.5 ℃' } } } })
    expect(end({ givenMl: '', reacted: null })).toMatchObject({ error: [{ code: 'given-missing' }, { code: 'reacted-not-said' }] })
    expect(end({ givenMl: '28.5', reacted: true })).toMatchObject({ error: [{ code: 'too-fine' }, { code: 'reaction-missing' }] })
  })

  test('[TRF-13] is of a running bag; more than it held, and a bag nobody looked at, are told', () => {
    expect(end({}, bagOf(aBag(), anEnd()))).toMatchObject({ error: [{ code: 'bag-ended' }] })
    expect(end({}, bagOf(aBag()), after(-3))).toMatchObject({ error: [{ code: 'before-start' }] })
    expect(end({ givenMl: '300' }, bagOf(aBag()))).toMatchObject({ value: { asks: ['more-than-bag', 'not-looked-at'] } })
    const written = anEnd()
    const asBefore = bagsOf([rowOf(aBag(), aLook(5), written)], written.id)[0] ?? bagOf()
    expect(end(endFormOf(written.body), asBefore)).toMatchObject({ ok: true, value: { draft: { body: written.body } } })
  })
})

test('[TRF-15] a corrected start takes its looks and its end along, each a version of its own', () => {
  const wrong = anEnd()
  const entries = [aBag(), aLook(5), aLook(15), wrong, strike(wrong), anEnd(), aBag(2), aLook(5, 2)]
  const [start] = entries
  if (start?.kind !== 'transfusion-started') throw new Error('the first of them')
  const next: Draft<'transfusion-started'> = { id: entryId(50), kind: 'transfusion-started', patient: patientId(1), at: null, body: { ...start.body, lot: '99-0000-0001' } }
  let id = 60
  const ids = new Map<string, number>()
  const idOf = (of: string, what: string) => {
    if (!ids.has(`${of}${what}`)) ids.set(`${of}${what}`, (id += 1))
    return entryId(ids.get(`${of}${what}`) ?? 0)
  }
  const made = correctStart({ entry: start, struck: false }, next, '製造番号の写し違い', chartOf(patientId(1), inJournal(entries)).rows, idOf)
  if (!made.ok) throw new Error(made.error.code)
  expect(made.value).toHaveLength(4)
  const written = made.value.flatMap(({ next: draft, strike: line }) => [anEntry(draft.kind, { ...draft, at: draft.at ?? began }), anEntry(line.kind, { ...line, at: after(100) })])
  const row = rowOf(...entries, ...written)
  const bag = bagsOf([row]).find(({ start: { entry } }) => entry === entryId(50))
  expect(bag).toMatchObject({ start: { body: { lot: '99-0000-0001' }, at: began }, end: { body: { givenMl: 280 } } })
  expect(bag?.watches.map(({ body }) => body.minutes)).toEqual([15, 5])
  expect(runningBags([row]).map(({ start: { entry } }) => entry)).toEqual([entryId(2)])
  expect(chartOf(patientId(1), inJournal([...entries, ...written])).rows.filter(({ version }) => version === 2)).toHaveLength(4)
})
