import type { EntryId } from '#domain/ids.ts'
import type { BodyOf, Kind } from '#domain/log/kinds.ts'
import { noVitalSigns } from '#tests/builders.ts'
import { plainCare } from '#tests/care-bodies.ts'

const mostOrders = 6

/**
 * What forty beds write in ninety days, by seed: vital signs, doses of running orders, fluids, notes, forms, results. Of a patient
 * six orders run, the oldest is stopped before another is given, doses name one of them, and of infusions one runs at a time.
 */
export function careRecords(patients: number): (n: number, chance: () => number, idOf: (n: number) => EntryId) => readonly [Kind, unknown] {
  const orders = new Map<number, readonly number[]>()
  const infusion = new Map<number, number>()
  const told = new Set<number>()
  return (n, chance, idOf) => {
    const patient = n % patients
    const running = orders.get(patient) ?? []
    const of = chance() % 1000
    if (!told.has(patient)) {
      told.add(patient)
      return ['last-dose-confirmed', plainCare['last-dose-confirmed']]
    }
    if (running.length === 0 || of < 12) {
      const [oldest, ...others] = running
      if (oldest !== undefined && running.length === mostOrders) {
        orders.set(patient, others)
        return ['order-stopped', { order: idOf(oldest), reason: '終了' } satisfies BodyOf<'order-stopped'>]
      }
      orders.set(patient, [...running, n])
      return ['order-given', plainCare['order-given']]
    }
    const order = idOf(running[chance() % running.length] ?? 0) // one of those that run
    if (of < 24) return ['order-received', { order } satisfies BodyOf<'order-received'>]
    if (of < 380) return ['vital-signs', noVitalSigns({ temperatureC: 36 + (chance() % 30) / 10, pulsePerMin: 60 + (chance() % 50), systolicMmHg: 95 + (chance() % 60), diastolicMmHg: 55 + (chance() % 40), respirationsPerMin: 14 + (chance() % 8), spo2Percent: 93 + (chance() % 7), oxygenLPerMin: 0, jcs: '0' })]
    if (of < 560) return given(order, null)
    if (of < 590) {
      const drip = infusion.get(patient)
      if (drip !== undefined) {
        infusion.delete(patient)
        return ['infusion-changed', { ...plainCare['infusion-changed'], infusion: idOf(drip), change: 'ended', ...both }]
      }
      infusion.set(patient, n)
      return given(order, { value: 80, unit: 'mL/h' })
    }
    if (of < 640) {
      const drip = infusion.get(patient)
      return drip === undefined ? note(chance) : ['infusion-changed', { ...plainCare['infusion-changed'], infusion: idOf(drip), change: 'looked', ...both }]
    }
    if (of < 760) return ['fluid-measured', { ...plainCare['fluid-measured'], amountMl: 50 + (chance() % 400) }]
    if (of < 900) return note(chance)
    if (of < 950) return ['form', { definition: 'observations', version: 1, values: { painNrs: chance() % 11, weightKg: 40 + (chance() % 400) / 10 } } satisfies BodyOf<'form'>]
    if (of < 965) return ['exam-reported', { ...plainCare['exam-reported'], order: null, lines: plainCare['exam-reported'].lines.map((line) => ({ ...line, flag: 'high' as const })) }]
    return ['chart-opened', { via: 'board' }]
  }
}

/** Infusions and injections are given by two: a ward that leaves every one open has nobody to sign them. */
const both = { byTwo: plainCare['transfusion-started'].byTwo }

function given(order: EntryId, rate: BodyOf<'medicine-given'>['rate']): readonly [Kind, unknown] {
  return ['medicine-given', { ...plainCare['medicine-given'], asked: { order, due: null }, rate, ...both } satisfies BodyOf<'medicine-given'>]
}

function note(chance: () => number): readonly [Kind, unknown] {
  return ['note', { text: '訪室時、入眠中。呼吸平静、苦痛表情なし。点滴刺入部の発赤・腫脹なし。水分摂取すすむ。夜間のトイレ歩行は看護師付き添いで実施、ふらつきなし。引き続き観察していく。'.slice(chance() % 40) }]
}
