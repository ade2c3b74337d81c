import { describe, expect, test } from 'vitest'
import type { Entry } from '#domain/log/entry.ts'
import { NumbersSetAside } from '#domain/number/blank.ts'
import { chartOf } from '#domain/view/chart.ts'
import { oldPaper } from '#domain/view/paper-out.ts'
import { personOf } from '#domain/view/ward-people.ts'
import { wardOf } from '#domain/view/ward.ts'
import { flowWeek } from '#renderer/print/chart/flow-week.ts'
import { sayByName } from '#renderer/print/chart/form-words.ts'
import { weekOf } from '#renderer/print/chart/weeks.ts'
import { partsOf } from '#renderer/print/count.ts'
import { packFrom, recent, wardPack, type PackDesk } from '#renderer/session/ward-pack.ts'
import { anEntry, anInstant, aNumber, aPatient, aStanding, entryId, letters, patientId } from '#tests/builders.ts'
import { inJournal } from '../domain/view/records.ts'

const at = (day: number, hhmm: string) => anInstant(`2026-11-${day}T${hhmm}:00.000Z`)
const now = at(23, '06:00')
const order = anEntry('order-given', { id: entryId(1), at: at(18, '02:00') })
const stopped = anEntry('order-given', { id: entryId(2), at: at(18, '03:00') })
const entries: readonly Entry[] = [
  aPatient({ bed: '301' }),
  aPatient({ number: aNumber(2) }, { id: entryId(90), patient: patientId(2) }),
  order, anEntry('order-received', { id: entryId(3), at: at(18, '02:10'), body: { order: order.id } }),
  stopped, anEntry('order-stopped', { id: entryId(4), at: at(19, '03:00'), body: { order: stopped.id, reason: '' } }),
  anEntry('last-dose-confirmed', { id: entryId(5), at: at(18, '01:00') }),
  anEntry('note', { id: entryId(6), at: at(19, '01:00') }), anEntry('note', { id: entryId(7), at: at(22, '23:00') }),
]
const records = inJournal(entries)
const view = wardOf(records)
const people = [...view.patients.values()].map((row) => personOf(row))

function desk(looked: string[]): PackDesk {
  const openChart: PackDesk['ward']['openChart'] = (patient, _standing, via) => {
    looked.push(`${patient} ${via}`)
    const chart = chartOf(patient, records)
    return Promise.resolve({ ok: true, value: { chart, recorded: true, from: 'copy', refresh: () => Promise.resolve({ ok: true, value: chart }) } })
  }
  return { ward: { openChart, view: () => view }, standing: aStanding(), place: { hospital: '架空病院', ward: '3階西' }, beds: ['301'], now, realm: 'real' }
}

describe('the ward pack', () => {
  test('[PACK-1] holds two days, and whatever older record is in force', () => {
    const [person] = people
    if (person === undefined) throw new Error('The ward has a patient')
    expect(recent(chartOf(patientId(1), records).rows, person, now).map(({ entry }) => entry.id)).toEqual([5, 1, 3, 7].map(entryId))
  })

  test('[PACK-1] of an order that runs its last answer stands in it however old, and none before that', () => {
    const given = (id: number, when: ReturnType<typeof at>) => anEntry('medicine-given', { id: entryId(id), at: when, body: { ...anEntry('medicine-given').body, asked: { order: order.id, due: null } } })
    const old = [given(30, at(18, '04:00')), given(31, at(19, '04:00')), anEntry('order-done', { id: entryId(32), at: at(20, '01:00'), body: { order: order.id, due: null, note: '' } })]
    const answers = (all: readonly Entry[]): readonly string[] => {
      const [person] = [...wardOf(inJournal(all)).patients.values()].map((row) => personOf(row))
      if (person === undefined) throw new Error('The ward has a patient')
      const kept = recent(chartOf(patientId(1), inJournal(all)).rows, person, now).map(({ entry }) => entry.id)
      return [30, 31, 32, 33].map(entryId).filter((id) => kept.includes(id))
    }
    expect(answers([...entries, ...old])).toEqual([entryId(32)])
    expect(answers([...entries, ...old, given(33, at(22, '04:00'))])).toEqual([entryId(33)])
  })

  test('[PACK-1] a last answer that is an infusion ended before the two days stands in it with its end, or it would read as running', () => {
    const infusion = anEntry('medicine-given', { id: entryId(40), at: at(18, '04:00'), body: { ...anEntry('medicine-given').body, asked: { order: order.id, due: null }, rate: { value: 60, unit: 'mL/h' } } })
    const ended = anEntry('infusion-changed', { id: entryId(41), at: at(18, '09:00'), body: { infusion: infusion.id, change: 'ended', rate: null, givenMl: 300, discardedMl: null, byTwo: null, note: '' } })
    const records = inJournal([...entries, infusion, ended])
    const [person] = [...wardOf(records).patients.values()].map((row) => personOf(row))
    if (person === undefined) throw new Error('The ward has a patient')
    const kept = recent(chartOf(patientId(1), records).rows, person, now).map(({ entry }) => entry.id)
    expect(kept).toEqual(expect.arrayContaining([infusion.id, ended.id]))
  })

  test('[PACK-1] sums fluids of whole days only, and an infusion that ended since by all that was read off it', () => {
    const read = (id: number, when: ReturnType<typeof at>, change: 'looked' | 'ended', givenMl: number) => anEntry('infusion-changed', { id: entryId(id), at: when, body: { infusion: entryId(20), change, rate: null, givenMl, discardedMl: null, byTwo: null, note: '' } })
    const [start, looked, ended] = [anEntry('medicine-given', { id: entryId(20), at: at(19, '01:00'), body: { ...anEntry('medicine-given').body, rate: { value: 5, unit: 'mL/h' } } }), read(21, at(19, '10:00'), 'looked', 100), read(22, at(20, '15:30'), 'ended', 400)]
    const { rows } = chartOf(patientId(1), inJournal([...entries, start, looked, ended]))
    const [person] = people
    if (person === undefined) throw new Error('The ward has a patient')
    const kept = recent(rows, person, now) // 48 hours ago it is already the 21st in Japan, since 15:00 of the 20th
    expect(kept.map(({ entry }) => entry.id)).toEqual(expect.arrayContaining([20, 21, 22].map(entryId)))
    const { week: { days } } = flowWeek(weekOf(ended.at), { rows: kept, since: null, registered: null, now, say: sayByName, from: packFrom(now) })
    expect(days?.map(({ balance }) => balance[0]?.text)).toEqual(['', '', '', '', '', '300', ''])
  })

  test('[PACK-1] an order that names its last day is in force until then', () => {
    const until = (moment: string) => {
      const given = anEntry('order-given', { id: entryId(1), at: at(18, '02:00') })
      const lasting = inJournal([aPatient({ bed: '301' }), { ...given, body: { ...given.body, until: anInstant(moment) } }])
      const [person] = [...wardOf(lasting).patients.values()].map((row) => personOf(row))
      if (person === undefined) throw new Error('The ward has a patient')
      return recent(chartOf(patientId(1), lasting).rows, person, now).map(({ entry }) => entry.id)
    }
    expect([until('2026-11-25T00:00:00.000Z'), until('2026-11-20T00:00:00.000Z')]).toEqual([[entryId(1)], []])
  })

  test('[PACK-1] is the census, four sheets of everybody who is here, and blank sets under numbers set aside', async () => {
    const blanks = NumbersSetAside.parse({ letters: letters(), first: 50, last: 51 })
    const pack = await wardPack(desk([]), people, blanks, () => undefined, () => false)
    if (!pack.ok) throw new Error(pack.error.code)
    const printed = { at: now, by: null, letters: 'AF', opened: 1, of: 3, head: null, serial: null, realm: 'real' } as const
    const parts = pack.value.map((sheet) => ({ kind: sheet.kind, of: partsOf({ ...sheet, printed }).flatMap(({ patients }) => patients) }))
    const each = ['orders', 'medication', 'flowsheet', 'nursing-note']
    expect(parts.map(({ kind }) => kind)).toEqual(['census', ...each, ...each, ...each])
    expect(parts.slice(1, 5).every(({ of }) => of.length > 0 && of.every((one) => one === patientId(1)))).toBe(true)
    expect(parts.slice(5, 9).every(({ of }) => of.every((one) => one === patientId(2)))).toBe(true)
    expect(parts.slice(9).every(({ of }) => of.length === 0)).toBe(true)
  })

  test('[PACK-2] every chart in it is recorded as looked at for a print; stopped, nothing comes of it', async () => {
    const looked: string[] = []
    const told: number[] = []
    expect((await wardPack(desk(looked), people, null, (done) => told.push(done), () => false)).ok).toBe(true)
    expect(looked).toEqual([`${patientId(1)} print`, `${patientId(2)} print`])
    expect(told).toEqual([0, 1, 2])
    expect(await wardPack(desk([]), people, null, () => undefined, () => true)).toEqual({ ok: false, error: { code: 'stopped' } })
  })

  test('[PACK-3] a print of a chart older than four hours is told of whoever is here, until a newer one is made', () => {
    const print = (form: 'orders' | 'wristband', when: string, n: number) => anEntry('sheet-printed', { at: at(23, when), body: { form, serials: [], sheets: 1, patient: patientId(n) } })
    const paper = (...prints: readonly Entry[]) => oldPaper(wardOf(inJournal([...entries, ...prints])).paper, new Set([patientId(1)]), now).map(({ form, patient }) => `${form} ${patient}`)
    expect(paper(print('orders', '01:59', 1), print('wristband', '00:00', 1), print('orders', '01:00', 2))).toEqual([`orders ${patientId(1)}`])
    expect(paper(print('orders', '02:00', 1))).toEqual([])
    expect(paper(print('orders', '01:00', 1), print('orders', '05:00', 1))).toEqual([])
  })
})
