import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from '#domain/log/entry.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import type { StayChangeKind } from '#domain/record/stay.ts'
import { CalendarDate, instantOf, type Instant } from '#domain/time.ts'
import { censusOf } from '#domain/view/census.ts'
import { bedNow, deathOf, isolationOf, mobilityOf, presenceOf } from '#domain/view/presence.ts'
import { personWith, wardPeople } from '#domain/view/ward-people.ts'
import { aliasesTaken, freeBeds, occupiedBeds } from '#domain/view/ward-lists.ts'
import { emptyRow, wardOf, type PatientRow, type WardView } from '#domain/view/ward.ts'
import { anEntry, anImported, aPatient, patientId } from '#tests/builders.ts'

const one = patientId(1)
const at = (minute: number): Instant => instantOf(Date.UTC(2026, 10, 20, 0, minute))
const viewOf = (entries: readonly Entry[]): WardView => wardOf(entries.map((entry, index) => ({ seq: index + 1, entry })))
const rowOf = (entries: readonly Entry[]): PatientRow => viewOf(entries).patients.get(one) ?? emptyRow(one)
const registered = (bed: string | null = '301', patient = one): Entry => aPatient({ bed }, { patient, at: at(0), recordedAt: at(0) })
const stay = (change: StayChangeKind, minute: number, over: Partial<BodyOf<'stay-changed'>> = {}, patient = one): Entry<'stay-changed'> =>
  anEntry('stay-changed', { patient, at: at(minute), recordedAt: at(minute), body: { change, to: '', mobility: null, handedOver: '', note: '', ...over } })
const moved = (bed: string | null, minute: number, patient = one): Entry => anEntry('patient-moved', { patient, at: at(minute), recordedAt: at(minute), body: { bed } })
const strike = (entry: Entry): Entry => anEntry('entry-struck', { patient: entry.patient, body: { struck: entry.id, reason: '誤り' } })

describe('where a patient is', () => {
  test('[STAY-1] What was said last of a stay, by when it happened, says whether a patient is present, on leave, sent on or discharged; who was registered and of whom nothing else was said is present.', () => {
    expect(presenceOf(rowOf([registered()]))).toBe('present')
    expect(presenceOf(rowOf([registered(), stay('on-leave', 5)]))).toBe('on-leave')
    expect(presenceOf(rowOf([registered(), stay('on-leave', 5), stay('returned', 9)]))).toBe('present')
    expect(presenceOf(rowOf([registered(), stay('sent', 9), stay('on-leave', 5)]))).toBe('sent')
    const wrong = stay('discharged', 5)
    expect(presenceOf(rowOf([registered(), wrong]))).toBe('discharged')
    expect(presenceOf(rowOf([registered(), wrong, strike(wrong)]))).toBe('present')
  })

  test('[STAY-3] Whoever was sent on or discharged frees their bed, and what was said of beds before does not count when they come back; a bed of somebody on leave is kept.', () => {
    expect(bedNow(rowOf([registered('301'), stay('on-leave', 5)]))).toBe('301')
    expect(bedNow(rowOf([registered('301'), moved('302', 3), stay('discharged', 5)]))).toBeNull()
    expect(bedNow(rowOf([registered('301'), moved('302', 3), stay('discharged', 5), stay('admitted', 9)]))).toBeNull()
    expect(bedNow(rowOf([registered('301'), stay('discharged', 5), stay('admitted', 9), moved('303', 9)]))).toBe('303')
    const view = viewOf([registered('301'), registered('302', patientId(2)), stay('discharged', 5)])
    expect(freeBeds(view, ['301', '302'])).toEqual(['301'])
    expect([...occupiedBeds(view).keys()]).toEqual(['302'])
  })

  test('[STAY-4] A death is confirmed by a named doctor at a time that is not in the future, and by no triage; the dead stand on the ward’s lists, marked, until somebody says that they left.', () => {
    const black = anEntry('triage-decided', { body: { ...anEntry('triage-decided').body, decided: '0' } })
    const tagged = viewOf([registered(), black])
    expect(wardPeople(tagged).here.map(({ hasDied }) => hasDied)).toEqual([false])
    expect(deathOf(rowOf([registered(), black]))).toBeNull()
    const died = [registered(), black, anEntry('death-confirmed')]
    expect(wardPeople(viewOf(died)).here.map(({ hasDied, presence }) => [hasDied, presence])).toEqual([[true, 'present']])
    expect(wardPeople(viewOf([...died, stay('sent', 30)])).here).toEqual([])
  })

  test('[STAY-5] Stretcher, assisted or walking is what was said last with care needs or a change of the stay; isolation what was said last of it, and "none needed" is something said.', () => {
    const needs = (body: BodyOf<'care-needs-stated'>, minute: number): Entry => anEntry('care-needs-stated', { at: at(minute), recordedAt: at(minute), body })
    expect(mobilityOf(rowOf([registered()]))).toBeNull()
    const row = rowOf([registered(), needs({ mobility: 'walking', isolation: ['droplet'], note: '' }, 3), stay('returned', 6, { mobility: 'stretcher' }), needs({ mobility: null, isolation: [], note: '' }, 8)])
    expect(mobilityOf(row)).toBe('stretcher')
    expect(isolationOf(row)).toEqual([])
    expect(isolationOf(rowOf([registered()]))).toBeNull()
  })

  test('[STAY-6] Who has left is on no board, bed map, count or warning of names, and is still found and opened.', () => {
    const unknown = aPatient({ bed: '301', naming: { kind: 'unknown', alias: ['ラジオ', 'テガミ'] } }, { at: at(0), recordedAt: at(0) })
    const view = viewOf([unknown, stay('discharged', 5)])
    expect(wardPeople(view).here).toEqual([])
    expect(aliasesTaken(view)).toEqual({ everGiven: [['ラジオ', 'テガミ']], onWard: [] })
    expect(personWith(wardPeople(view), one)?.row.registered?.naming).toEqual({ kind: 'unknown', alias: ['ラジオ', 'テガミ'] })
  })

  test('[STAY-7] What another station wrote of beds and stays stands in the chart and moves nobody here.', () => {
    const row = rowOf([anImported(registered('305-1')), anImported(moved('305-2', 2)), anImported(stay('sent', 50)), anImported(anEntry('death-confirmed'))])
    expect(presenceOf(row)).toBe('present')
    expect(bedNow(row)).toBeNull()
    expect(row.registered?.from).toBe('FA')
    expect(deathOf(row)).not.toBeNull()
  })
})

const changes: readonly StayChangeKind[] = ['admitted', 'on-leave', 'returned', 'sent', 'discharged', 'received']
const patients = [1, 2, 3, 4].map(patientId)

/** Any sequence of what happens to the whereabouts of four patients, with times in any order. */
const anything: fc.Arbitrary<readonly Entry[]> = fc
  .array(
    fc.record({
      patient: fc.constantFrom(...patients), minute: fc.integer({ min: -600, max: 600 }),
      what: fc.constantFrom(...changes, 'moved', 'death', 'link', 'strike', 'needs', 'imported', 'registered' as const),
      other: fc.constantFrom(...patients), bed: fc.constantFrom(null, '301', '302', '廊下'), pick: fc.nat(),
    }),
    { maxLength: 30 },
  )
  .map((steps) => {
    const entries: Entry[] = []
    for (const { patient, minute, what, other, bed, pick } of steps) {
      const times = { patient, at: at(minute), recordedAt: at(minute) }
      if (what === 'moved') entries.push(moved(bed, minute, patient))
      else if (what === 'registered') entries.push(aPatient({ bed }, times))
      else if (what === 'imported') entries.push(anImported(aPatient({ bed }, times)))
      else if (what === 'death') entries.push(anEntry('death-confirmed', times))
      else if (what === 'needs') entries.push(anEntry('care-needs-stated', times))
      else if (what === 'link') entries.push(anEntry('patient-linked', { ...times, body: { to: { kind: 'patient', patient: other }, reason: '同じ人' } }))
      else if (what === 'strike') {
        const target = entries[pick % Math.max(1, entries.length)]
        if (target !== undefined && target.kind !== 'patient-registered' && target.kind !== 'entry-imported') entries.push(strike(target))
      } else entries.push(stay(what, minute, {}, patient))
    }
    return entries
  })

test('[STAY-2] Everybody registered is in exactly one of the two groups, here or left, once, under the main registration; who returns or is admitted again is here again.', () => {
  fc.assert(fc.property(anything, (entries) => {
    const view = viewOf(entries)
    const { here, left } = wardPeople(view)
    const listed = [...here, ...left].flatMap(({ row, others }) => [row.id, ...others.map(({ id }) => id)])
    expect(listed.toSorted()).toEqual([...view.patients.keys()].toSorted())
    for (const change of ['admitted', 'returned', 'received'] as const) {
      for (const id of view.patients.keys()) expect(personWith(wardPeople(viewOf([...entries, stay(change, 700, {}, id)])), id)?.presence).toBe('present')
    }
    // Nothing of somebody in whom nothing changed is drawn again.
    const again = wardPeople(view, { here, left })
    expect(again.here.every((person, index) => person === here[index])).toBe(true)
  }))
})

test('[STAY-9] The day’s numbers add up for any sequence of events: before, and in, and not out, is who is here; inside, on leave and dead are everybody here; beds are free or taken.', () => {
  const beds = ['301', '302', '303']
  fc.assert(fc.property(anything, (entries) => {
    const census = censusOf(viewOf(entries), beds, CalendarDate.parse('2026-11-20'))
    expect(census.before + census.admitted + census.received - census.sent - census.discharged).toBe(census.inWard)
    expect(census.inside + census.onLeave + census.dead).toBe(census.inWard)
    expect(census.freeBeds.length + census.takenBeds).toBe(beds.length)
    expect(census.people).toHaveLength(census.inWard)
  }), { numRuns: 500 })
  const day = censusOf(viewOf([registered('301'), aPatient({ bed: '302', way: 'transfer-in' }, { patient: patientId(2), at: at(0), recordedAt: at(0) }), stay('discharged', 5), stay('sent', 6)]), beds, CalendarDate.parse('2026-11-20'))
  expect(day).toMatchObject({ before: 0, admitted: 1, received: 1, discharged: 1, sent: 0, inWard: 1, freeBeds: ['301', '303'] })
})

test('[STAY-10] Every person inside is counted once as stretcher, assisted, walking or not said, and once in a triage category or none.', () => {
  const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((so, n) => so + n, 0)
  fc.assert(fc.property(anything, (entries) => {
    const { inside, mobility, triage } = censusOf(viewOf(entries), [], CalendarDate.parse('2026-11-20'))
    expect(sum(mobility)).toBe(inside)
    expect(sum(triage)).toBe(inside)
  }))
})
