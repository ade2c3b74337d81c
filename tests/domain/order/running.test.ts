import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntryId } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import type { Order } from '#domain/order/order.ts'
import { wardDues } from '#domain/view/due.ts'
import { aheadMs, behindMs, stateAt, tasksOf, type Task } from '#domain/order/running.ts'
import { instantOf, millisecondsOf, tokyoParts, type Instant } from '#domain/time.ts'
import { wardOf, type PatientRow } from '#domain/view/ward.ts'
import { anEntry, anInstant, aPatient, entryId, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const now = anInstant() // 2026-11-20 16:24 in Japan
const plain = anEntry('order-given').body
const orderAt = (at: string, body: Partial<Order> = {}, id = entryId(10)): Entry<'order-given'> => anEntry('order-given', { id, at: anInstant(at), body: { ...plain, times: ['06:00', '14:00', '22:00'], ...body } })
const rowOf = (...entries: readonly Entry[]): PatientRow => {
  const row = wardOf(inJournal([aPatient({}), ...entries])).patients.get(patientId(1))
  if (row === undefined) throw new Error('the patient is on the ward')
  return row
}
const dues = (entries: readonly Entry[], at = now): readonly string[] => tasksOf(rowOf(...entries), at).map(({ due, state }) => `${tokyoParts(due).date.slice(8)} ${tokyoParts(due).hhmm} ${state}`)
const dose = (due: string | null, over: Partial<Entry<'medicine-given'>> = {}): Entry<'medicine-given'> => anEntry('medicine-given', { ...over, body: { ...anEntry('medicine-given').body, asked: { order: entryId(10), due: due === null ? null : anInstant(due) } } })

describe('what is due', () => {
  test('[ORD-10] each time since the order was written, a day back and eight hours ahead', () => {
    expect(dues([orderAt('2026-11-18T00:00:00.000Z')])).toEqual(['19 22:00 overdue', '20 06:00 overdue', '20 14:00 overdue', '20 22:00 coming'])
    expect(dues([orderAt('2026-11-20T00:00:00.000Z')])).toEqual(['20 14:00 overdue', '20 22:00 coming'])
    expect(dues([orderAt('2026-11-18T00:00:00.000Z', { from: anInstant('2026-11-20T04:00:00.000Z') })])).toEqual(['20 14:00 overdue', '20 22:00 coming'])
    expect(dues([orderAt('2026-11-20T00:00:00.000Z', { from: anInstant('2026-11-18T00:00:00.000Z') })])).toEqual(['20 14:00 overdue', '20 22:00 coming'])
  })

  test('[ORD-12] nothing beyond the end, and nothing of a stopped order', () => {
    expect(dues([orderAt('2026-11-18T00:00:00.000Z', { until: anInstant('2026-11-20T05:00:00.000Z') })])).toEqual(['19 22:00 overdue', '20 06:00 overdue', '20 14:00 overdue'])
    const stop = anEntry('order-stopped', { id: entryId(20), body: { order: entryId(10), reason: '誤り' } })
    expect(dues([orderAt('2026-11-20T00:00:00.000Z'), stop])).toEqual([])
    expect(dues([orderAt('2026-11-20T00:00:00.000Z'), stop, anEntry('entry-struck', { body: { struck: entryId(20), reason: '別の患者' } })])).toEqual(['20 14:00 overdue', '20 22:00 coming'])
  })

  test('[ORD-13] what is for once until it is answered; a condition is met by no clock', () => {
    const once = orderAt('2026-11-18T00:00:00.000Z', { term: 'once', times: [] })
    expect(dues([once])).toEqual(['18 09:00 overdue'])
    expect(dues([once, dose(null)])).toEqual([])
    expect(dues([orderAt('2026-11-20T07:00:00.000Z', { term: 'once', times: [], from: anInstant('2026-11-21T00:00:00.000Z') })])).toEqual([])
    expect(dues([orderAt('2026-11-20T00:00:00.000Z', { term: 'conditional', times: [], condition: '38.5 ℃以上' })])).toEqual([])
  })

  test('[ORD-14] overdue by more than an hour, due within one, coming before', () => {
    const at = (minutes: number): string => stateAt(instantOf(millisecondsOf(now) + minutes * 60_000), now)
    expect([-61, -60, 0, 60, 61].map(at)).toEqual(['overdue', 'due', 'due', 'due', 'coming'])
  })

  test('[ORD-15] of everybody here by time, and nothing of the dead and of who left', () => {
    const of = (n: number, ...more: readonly Entry[]): readonly Entry[] => [aPatient({}, { patient: patientId(n) }), { ...orderAt('2026-11-20T00:00:00.000Z', { times: [n === 1 ? '22:00' : '18:00'] }, entryId(10 + n)), patient: patientId(n) }, ...more]
    const view = wardOf(inJournal([...of(1), ...of(2), ...of(3, anEntry('death-confirmed', { patient: patientId(3) })), ...of(4, anEntry('stay-changed', { patient: patientId(4), body: { change: 'discharged', to: '', mobility: null, handedOver: '', note: '' } }))]))
    expect(wardDues(view, now).map(({ person }) => person.row.id)).toEqual([patientId(2), patientId(1)])
  })
})

type Step = { readonly what: 'order' | 'receive' | 'dose' | 'withhold' | 'stop' | 'strike'; readonly target: number; readonly due: number; readonly hours: number }
const aStep = fc.record<Step>({ what: fc.constantFrom('order', 'order', 'receive', 'dose', 'dose', 'dose', 'withhold', 'stop', 'strike'), target: fc.nat(50), due: fc.nat(50), hours: fc.integer({ min: 0, max: 9 }) })

/** A ward at work: every answer is to something that stood in the list when it was given. */
function played(steps: readonly Step[]): { readonly entries: readonly Entry[]; readonly at: Instant } {
  const entries: Entry[] = [aPatient({})]
  let at = millisecondsOf(anInstant('2026-11-18T00:00:00.000Z'))
  steps.forEach(({ what, target, due, hours }, index) => {
    at += hours * 600_000 + 1
    const common = { id: entryId(100 + index), at: instantOf(at), recordedAt: instantOf(at) }
    const orders = entries.filter((entry): entry is Entry<'order-given'> => entry.kind === 'order-given')
    const order = orders[target % Math.max(1, orders.length)]?.id
    const waiting = tasksOf(rowOf(...entries.slice(1)), instantOf(at))
    const task = waiting[due % Math.max(1, waiting.length)]
    const once = target % 3 === 0
    if (what === 'order') entries.push({ ...orderAt('2026-11-18T00:00:00.000Z', { term: once ? 'once' : 'standing', times: once ? [] : ['06:00', '10:00', '14:00', '18:00', '22:00'].slice(due % 4) }), ...common })
    if (what === 'receive' && order !== undefined) entries.push(anEntry('order-received', { ...common, body: { order } }))
    if (what === 'stop' && order !== undefined) entries.push(anEntry('order-stopped', { ...common, body: { order, reason: '' } }))
    if (what === 'dose' && task !== undefined) entries.push(anEntry('medicine-given', { ...common, body: { ...anEntry('medicine-given').body, asked: { order: task.order.entry, due: task.due } } }))
    if (what === 'withhold' && task !== undefined) entries.push(anEntry('medicine-withheld', { ...common, body: { order: task.order.entry, due: task.due, because: 'fasting', words: '' } }))
    if (what === 'strike') entries.push(anEntry('entry-struck', { ...common, body: { struck: entries[target % entries.length]?.id ?? entryId(1), reason: '誤り' } }))
  })
  return { entries, at: instantOf(at + 1) }
}

/** Written anew from the entries alone: what answers which time of which order, and which orders are stopped. */
function told(entries: readonly Entry[]) {
  const struck = new Set(entries.flatMap((entry): readonly EntryId[] => (entry.kind === 'entry-struck' ? [entry.body.struck] : [])))
  const standing = entries.filter(({ id }) => !struck.has(id))
  const answers = standing.flatMap((entry) => (entry.kind === 'medicine-given' && 'order' in entry.body.asked ? [{ id: entry.id, order: entry.body.asked.order, due: entry.body.asked.due }] : entry.kind === 'medicine-withheld' ? [{ id: entry.id, order: entry.body.order, due: entry.body.due }] : []))
  const stopped = new Set(standing.flatMap((entry) => (entry.kind === 'order-stopped' ? [entry.body.order] : [])))
  const orders = new Map(standing.flatMap((entry) => (entry.kind === 'order-given' ? [[entry.id, entry] as const] : [])))
  return { answers, stopped, orders }
}

const tasksAfter = (entries: readonly Entry[], at: Instant): readonly Task[] => tasksOf(rowOf(...entries.slice(1)), at)

describe('whatever is done on a ward', () => {
  test('[ORD-11] no answered time is due again, and none stands twice', () => {
    fc.assert(fc.property(fc.array(aStep, { maxLength: 40 }), (steps) => {
      const { entries, at } = played(steps)
      const { answers, orders } = told(entries)
      const tasks = tasksAfter(entries, at)
      for (const { order, due } of tasks) {
        expect(orders.has(order.entry)).toBe(true)
        expect(answers.filter((answer) => answer.order === order.entry && (answer.due === due || order.body.term === 'once'))).toEqual([])
      }
      expect(new Set(tasks.map(({ order, due }) => `${order.entry} ${due}`)).size).toBe(tasks.length)
    }), { numRuns: 60 })
  })

  test('[ORD-12] nothing is due of a stopped order, and every time in sight of the others is due or answered', () => {
    fc.assert(fc.property(fc.array(aStep, { maxLength: 40 }), (steps) => {
      const { entries, at } = played(steps)
      const { answers, stopped, orders } = told(entries)
      const tasks = tasksAfter(entries, at)
      expect(tasks.filter(({ order }) => stopped.has(order.entry))).toEqual([])
      for (const { id, at: since, body } of orders.values()) {
        if (stopped.has(id) || body.term === 'once') continue
        for (let ms = millisecondsOf(at) - behindMs; ms <= millisecondsOf(at) + aheadMs; ms += 60_000) {
          const due = instantOf(Math.ceil(ms / 60_000) * 60_000)
          if (due < since || millisecondsOf(due) > millisecondsOf(at) + aheadMs || !body.times.includes(tokyoParts(due).hhmm) || answers.some((answer) => answer.order === id && answer.due === due)) continue
          expect(tasks.some((task) => task.order.entry === id && task.due === due)).toBe(true)
        }
      }
    }), { numRuns: 25 })
  })

  test('[ORD-11] a line through an answer makes its time due again', () => {
    fc.assert(fc.property(fc.array(aStep, { maxLength: 40 }), fc.nat(50), (steps, pick) => {
      const { entries, at } = played(steps)
      const { answers, stopped, orders } = told(entries)
      const inSight = answers.filter(({ order, due }) => due !== null && orders.has(order) && !stopped.has(order) && millisecondsOf(due) > millisecondsOf(at) - behindMs)
      const answer = inSight[pick % Math.max(1, inSight.length)]
      if (answer === undefined || answers.filter((other) => other.order === answer.order && (other.due === answer.due || orders.get(answer.order)?.body.term === 'once')).length > 1) return
      const tasks = tasksAfter([...entries, anEntry('entry-struck', { body: { struck: answer.id, reason: '誤り' } })], at)
      expect(tasks.some((task) => task.order.entry === answer.order && task.due === answer.due)).toBe(true)
    }), { numRuns: 60 })
  })
})
