import fc from 'fast-check'
import { expect, test } from 'vitest'
import { vitalNames } from '#domain/record/vital-fields.ts'
import { chartOf } from '#domain/view/chart.ts'
import { latestVital, vitalsTogether } from '#domain/view/latest-vitals.ts'
import { chartOfPerson } from '#domain/view/person-chart.ts'
import { wardOf } from '#domain/view/ward.ts'
import { patientId } from '#tests/builders.ts'
import { aNight } from './records.ts'

const two = [patientId(1), patientId(2)] as const

test('[WHO-18] a person’s chart holds every record of both registrations once, in one order, each under its own number', () => {
  fc.assert(fc.property(aNight(), (records) => {
    const [one, other] = two.map((patient) => chartOf(patient, records))
    if (one === undefined || other === undefined) return
    const together = chartOfPerson([one, other])
    expect(new Set(together.rows)).toEqual(new Set([...one.rows, ...other.rows]))
    expect(together.rows).toHaveLength(one.rows.length + other.rows.length)
    expect(together.opened).toBe(one.opened + other.opened)
    const order = together.rows.map(({ entry, seq }) => `${entry.at} ${String(seq).padStart(9, '0')}`)
    expect(order).toEqual(order.toSorted())
    // Taken back, the link leaves each chart as it was.
    expect(chartOfPerson([one])).toBe(one)
  }), { numRuns: 50 })
})

test('[WHO-18] the latest of each vital sign is the newest of both registrations, or in the chart where that is not known', () => {
  fc.assert(fc.property(aNight(), (records) => {
    const { patients } = wardOf(records)
    const each = two.flatMap((patient) => patients.get(patient)?.vitals ?? [])
    const together = vitalsTogether(each)
    for (const name of vitalNames) {
      const latest = latestVital(together, name)
      const ofEach = each.map((vitals) => latestVital(vitals, name))
      const newest = ofEach.flatMap((one) => (one.state === 'taken' ? [one.at] : [])).toSorted().at(-1)
      if (latest.state === 'taken') expect(latest.at).toBe(newest)
      else if (latest.state === 'not-taken') expect(ofEach.every(({ state }) => state === 'not-taken')).toBe(true)
      else expect(ofEach.some(({ state }) => state === 'in-chart')).toBe(true)
    }
  }), { numRuns: 50 })
})
