import { describe, expect, test } from 'vitest'
import { summary } from '#domain/form/definitions/summary.ts'
import { notWritten, summaryFirst } from '#domain/form/prefill.ts'
import { formEntry, type FormTyped } from '#domain/form/read-form.ts'
import { shapeNow } from '#domain/form/shape.ts'
import type { Entry } from '#domain/log/entry.ts'
import { chartOf } from '#domain/view/chart.ts'
import { personOf } from '#domain/view/ward-people.ts'
import { emptyRow, wardOf } from '#domain/view/ward.ts'
import { aPatient, anEntry, anInstant, entryId, noVitalSigns, patientId } from '#tests/builders.ts'
import { plainCare } from '#tests/care-bodies.ts'

const at = (hour: number) => ({ at: anInstant(`2026-11-20T0${hour}:00:00.000Z`), recordedAt: anInstant(`2026-11-20T0${hour}:00:00.000Z`) })
const first = (...entries: readonly Entry[]): FormTyped => {
  const records = [aPatient({}, at(0)), ...entries].map((entry, index) => ({ seq: index + 1, entry }))
  return summaryFirst(chartOf(patientId(1), records), personOf(wardOf(records).patients.get(patientId(1)) ?? emptyRow(patientId(1))))
}
const given = plainCare['medicine-given']
const drip = { ...given, drug: '維持液', amount: 500, unit: 'mL' as const, route: 'peripheral' as const, rate: { value: 80, unit: 'mL/h' as const } }

describe('the summary begins with what the chart holds', () => {
  test('[FORM-15] of an empty chart nothing is said but that nothing is written', () => {
    const typed = first()
    expect(typed).toEqual({ course: notWritten, vitalSigns: notWritten, allergy: '未確認', infection: notWritten, lastDoses: notWritten, infusions: notWritten, devices: notWritten })
    expect(formEntry(shapeNow(summary, []), typed, { patient: patientId(1), entry: entryId(1), now: anInstant(), at: null }).ok).toBe(true)
  })

  test('[FORM-15] notes, vital signs, allergies, doses, isolation and mobility stand there with their times', () => {
    const typed = first(
      anEntry('note', { ...at(1), body: { text: '悪寒あり。' } }),
      anEntry('form', { ...at(2), body: { definition: 'soap', version: 1, values: { subjective: '寒い', plan: '保温' } } }),
      anEntry('vital-signs', { ...at(1), body: noVitalSigns({ temperatureC: 38.2, pulsePerMin: 96 }) }),
      anEntry('vital-signs', { ...at(3), body: noVitalSigns({ temperatureC: 37.4 }) }),
      anEntry('allergy-stated', { ...at(1), body: { state: 'present', substances: [{ substance: 'ペニシリン', reaction: '発疹' }], source: '本人' } }),
      anEntry('medicine-given', { ...at(1), body: given }),
      anEntry('medicine-given', { ...at(4), body: given }),
      anEntry('last-dose-confirmed', { ...at(1), body: plainCare['last-dose-confirmed'] }),
      anEntry('care-needs-stated', { ...at(1), body: { mobility: 'stretcher', isolation: ['contact'], note: '' } }),
    )
    expect(typed['course']).toMatch(/^2026-11-20 10:00 .+\n悪寒あり。\n2026-11-20 11:00 .+\nS 寒い\nP 保温$/)
    expect(typed['vitalSigns']).toBe('体温 37.4 ℃（2026-11-20 12:00）\n脈拍 96 回/分（2026-11-20 10:00）')
    expect(typed['allergy']).toContain('ペニシリン（発疹）')
    expect(typed['lastDoses']).toBe('2026-11-20 13:00 アセトアミノフェン錠500mg 1 錠 内服\n入院前 アムロジピン5mg 今朝')
    expect(typed['infection']).toContain('接触')
    expect(typed['mobility']).toBe('stretcher')
  })

  test('[FORM-15] what runs and what is in place is what nobody said was ended or taken out', () => {
    const [one, two] = [anEntry('medicine-given', { ...at(1), body: drip }), anEntry('medicine-given', { ...at(1), body: { ...drip, drug: '昇圧薬' } })]
    const device = (values: Record<string, string>, hour: number) => anEntry('form', { ...at(hour), body: { definition: 'device', version: 1, values } })
    const typed = first(
      one, two,
      anEntry('infusion-changed', { ...at(2), body: { ...plainCare['infusion-changed'], infusion: one.id } }),
      anEntry('infusion-changed', { ...at(2), body: { ...plainCare['infusion-changed'], infusion: two.id, change: 'rate', rate: { value: 40, unit: 'mL/h' } } }),
      device({ kind: 'urinary-catheter', size: '14 Fr', event: 'inserted', on: '2026-11-18' }, 1), device({ kind: 'peripheral-line', site: '左前腕', event: 'inserted' }, 1),
      device({ kind: 'peripheral-line', site: '左前腕', event: 'removed' }, 3),
    )
    expect(typed['infusions']).toBe('昇圧薬 500 mL 点滴（末梢） 40 mL/時（開始 2026-11-20 10:00）')
    expect(typed['devices']).toBe('尿道カテーテル 14 Fr （挿入 2026-11-18）')
  })

  test('[FORM-16] struck records say nothing, and a long note says that it goes on', () => {
    const wrong = anEntry('note', { ...at(1), body: { text: '別の患者の記録' } })
    const dose = anEntry('medicine-given', { ...at(1), body: given })
    const typed = first(wrong, anEntry('entry-struck', { ...at(2), body: { struck: wrong.id, reason: '別の患者' } }), dose, anEntry('entry-struck', { ...at(2), body: { struck: dose.id, reason: '別の患者' } }), anEntry('note', { ...at(3), body: { text: '𠮷'.repeat(600) } }))
    expect(typed['course']).not.toContain('別の患者')
    expect(typed['course']).toMatch(/𠮷…（続きはカルテ）$/)
    expect(typed['course']?.isWellFormed()).toBe(true)
    expect(typed['lastDoses']).toBe(notWritten)
  })
})
