import { describe, expect, it } from 'vitest'
import { alikeOnWard } from '#renderer/features/board/alike.ts'
import { bedGroups, inBedOrder } from '#renderer/features/board/beds.ts'
import { latestRow } from '#renderer/features/board/latest.ts'
import { wardPeople, type WardPerson } from '#domain/view/ward-people.ts'
import { wardOf, type PatientRow } from '#domain/view/ward.ts'
import type { Entry } from '#domain/log/entry.ts'
import type { Naming } from '#domain/patient/naming.ts'
import { anEntry, anInstant, aPatient, noVitalSigns, patientId } from '#tests/builders.ts'

const rowsOf = (entries: readonly Entry[]): readonly PatientRow[] => [...wardOf(entries.map((entry, index) => ({ seq: index + 1, entry }))).patients.values()]
const peopleOf = (entries: readonly Entry[]): readonly WardPerson[] => wardPeople(wardOf(entries.map((entry, index) => ({ seq: index + 1, entry })))).here
const inBed = (n: number, bed: string | null): Entry => aPatient({ bed }, { patient: patientId(n) })

describe('the bed map', () => {
  it('rooms stand in the order of the hospital’s list, and nobody is left out', () => {
    const rows = peopleOf([inBed(1, '505-2'), inBed(2, null), inBed(3, '廊下A'), inBed(4, '501')])
    const groups = bedGroups(['501', '505-1', '505-2', '臨1'], rows)
    expect(groups.map((group) => (group.kind === 'room' ? group.name : group.kind))).toEqual(['no-bed', 'single', '505', '臨', 'unlisted'])
    expect(inBedOrder(groups).map(({ row }) => row.id)).toEqual([2, 4, 1, 3].map(patientId))
  })

  it('two patients in one bed are both shown, however the bed was typed', () => {
    const groups = bedGroups(['505-1'], peopleOf([inBed(1, '505-1'), inBed(2, '５０５−１')]))
    expect(groups.flatMap(({ tiles }) => tiles.map(({ lying }) => lying.length))).toEqual([2])
  })
})

describe('the latest values on the board', () => {
  const set = (time: string, over: Parameters<typeof noVitalSigns>[0]): Entry => anEntry('vital-signs', { at: anInstant(time), recordedAt: anInstant(time), body: noVitalSigns(over) })
  const latestOf = (...sets: readonly Entry[]) => latestRow(rowsOf([aPatient(), ...sets])[0]?.vitals ?? { sets: [], floors: {} })

  it('a value of an earlier set says its own time, and the newest time stands once', () => {
    const latest = latestOf(set('2026-11-20T01:00:00.000Z', { temperatureC: 38.2, pulsePerMin: 90 }), set('2026-11-20T05:00:00.000Z', { pulsePerMin: 94 }))
    expect(latest.at).toBe('2026-11-20T05:00:00.000Z')
    expect(latest.pulsePerMin).toMatchObject({ text: '94', isOlder: false })
    expect(latest.temperatureC).toMatchObject({ text: '38.2', isOlder: true, at: '2026-11-20T01:00:00.000Z' })
    expect(latest.spo2Percent).toEqual({ kind: 'not-taken' })
  })

  it('a lower pressure is never paired with the upper one of another set', () => {
    const latest = latestOf(set('2026-11-20T01:00:00.000Z', { systolicMmHg: 120, diastolicMmHg: 70 }), set('2026-11-20T05:00:00.000Z', { systolicMmHg: 46 }))
    expect(latest.pressure).toMatchObject({ text: '46/—', outside: 'low' })
  })
})

describe('similar names', () => {
  const named = (n: number, naming: Naming): Entry => aPatient({ naming }, { patient: patientId(n) })
  const known = (family: string, given: string, familyKana: string, givenKana: string): Naming => ({ kind: 'known', family, given, familyKana, givenKana })

  it('both of two similar names are marked; one family name alone is not', () => {
    const rows = peopleOf([
      named(1, known('髙橋', '和子', 'タカハシ', 'カズコ')),
      named(2, known('高橋', '和代', 'タカハシ', 'カズヨ')),
      named(3, known('高橋', '隆之介', 'タカハシ', 'リュウノスケ')),
    ])
    expect(alikeOnWard(rows)).toEqual(new Set([patientId(1), patientId(2)]))
  })
})
