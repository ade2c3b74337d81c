import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from '#domain/log/entry.ts'
import { newSeries, nextNumber } from '#domain/number/series.ts'
import { wardNumber } from '#domain/number/ward-number.ts'
import { vitalNames, type VitalName } from '#domain/record/vital-fields.ts'
import { takesHold } from '#domain/record/strike.ts'
import { latestVital } from '#domain/view/latest-vitals.ts'
import { markOf } from '#domain/view/chart-mark.ts'
import { aliasesTaken, bedKey, freeBeds, numberClashes, occupiedBeds, registeredPatients, seriesAfter } from '#domain/view/ward-lists.ts'
import { allergyOf, bedOf, emptyWard, wardBoard, wardOf, type PatientRow, type WardView } from '#domain/view/ward.ts'
import { aNumber, anEntry, anInstant, aNurse, aPatient, entryId, letters, noVitalSigns, patientId } from '#tests/builders.ts'
import { aNight, inJournal, type Record } from './records.ts'

const at = (hhmm: string): ReturnType<typeof anInstant> => anInstant(`2026-11-20T${hhmm}:00.000Z`)
const rowOf = (view: WardView, n = 1): PatientRow => {
  const row = view.patients.get(patientId(n))
  if (row === undefined) throw new Error('No such patient on the board')
  return row
}
const ward = (...entries: readonly Entry[]): WardView => wardOf(inJournal(entries))
const temperature = (value: number, when: string, over: Partial<Entry<'vital-signs'>> = {}): Entry =>
  anEntry('vital-signs', { at: at(when), body: noVitalSigns({ temperatureC: value }), ...over })
const strike = (n: number, over: Partial<Entry<'entry-struck'>> = {}): Entry => anEntry('entry-struck', { body: { struck: entryId(n), reason: '理由' }, ...over })

describe('the ward from entries', () => {
  test('[VIEW-1] a registered patient stands on the board with number, name, sex, birth, bed, and who registered when', () => {
    const view = ward(aPatient({ number: aNumber(5), sex: 'male', bed: '301', birth: { kind: 'year', year: 1950 } }, { at: at('07:00'), recordedAt: at('07:10'), by: aNurse({ name: '試験 夜勤' }) }))
    expect(rowOf(view).registered).toEqual({
      number: aNumber(5), naming: { kind: 'known', family: '灯', given: '花子', familyKana: 'トモシビ', givenKana: 'ハナコ' }, sex: 'male', birth: { kind: 'year', year: 1950 },
      bed: '301', features: '', way: 'form', mother: null, arrival: null, from: null, at: at('07:00'), recordedAt: at('07:10'), by: aNurse({ name: '試験 夜勤' }),
    })
    expect(view).toMatchObject({ upToSeq: 1, entries: 1 })
  })

  test('[VIEW-2] the allergy of a patient nobody asked is 未確認, and of one who was asked it says who, when and from whom', () => {
    expect(allergyOf(rowOf(ward(aPatient())))).toEqual({ state: 'unconfirmed', said: null, presentBefore: false })
    const asked = anEntry('allergy-stated', { at: at('08:00'), by: aNurse(), body: { state: 'none', source: '妻' } })
    expect(allergyOf(rowOf(ward(aPatient(), asked)))).toMatchObject({ state: 'none', said: { at: at('08:00'), by: aNurse(), statement: { source: '妻' } } })
    expect(allergyOf(rowOf(ward(aPatient(), asked, anEntry('allergy-stated', { at: at('09:00'), body: { state: 'unconfirmed' } }))))).toMatchObject({ state: 'unconfirmed', said: { at: at('09:00') } })
  })

  test('[VIEW-2] a later "none" does not hide an allergy named before', () => {
    const present = anEntry('allergy-stated', { id: entryId(1), at: at('08:00'), body: { state: 'present', substances: [{ substance: 'そば', reaction: '' }], source: '' } })
    const none = anEntry('allergy-stated', { at: at('09:00'), body: { state: 'none', source: '本人' } })
    expect(allergyOf(rowOf(ward(aPatient(), present, none)))).toMatchObject({ state: 'none', presentBefore: true })
    expect(allergyOf(rowOf(ward(aPatient(), present, none, strike(1))))).toMatchObject({ state: 'none', presentBefore: false })
    expect(allergyOf(rowOf(ward(aPatient(), none, present)))).toMatchObject({ state: 'none', presentBefore: true })
  })

  test('[VIEW-3] the latest value goes by when it was taken: a late entry does not overtake', () => {
    const view = ward(aPatient(), temperature(37, '09:00', { id: entryId(1) }), temperature(39, '08:00', { recordedAt: at('10:00') }))
    expect(latestVital(rowOf(view).vitals, 'temperatureC')).toEqual({ state: 'taken', value: 37, at: at('09:00'), entry: entryId(1) })
    expect(latestVital(rowOf(view).vitals, 'pulsePerMin')).toEqual({ state: 'not-taken' })
  })

  test('[VIEW-3] each sign has its own latest, from whichever set it was last taken in', () => {
    const view = ward(aPatient(), anEntry('vital-signs', { at: at('08:00'), body: noVitalSigns({ temperatureC: 36.5, jcs: '0' }) }), anEntry('vital-signs', { at: at('09:00'), body: noVitalSigns({ temperatureC: 38 }) }))
    expect(latestVital(rowOf(view).vitals, 'temperatureC')).toMatchObject({ value: 38, at: at('09:00') })
    expect(latestVital(rowOf(view).vitals, 'jcs')).toMatchObject({ value: '0', at: at('08:00') })
  })

  test('[VIEW-4] a struck value, allergy or move no longer counts; the one before it does', () => {
    const view = ward(
      aPatient({ bed: '301' }),
      temperature(36, '08:00'), temperature(41, '09:00', { id: entryId(1) }), strike(1),
      anEntry('patient-moved', { id: entryId(2), at: at('09:00'), body: { bed: '302' } }), strike(2),
      anEntry('allergy-stated', { id: entryId(3), at: at('09:00') }), strike(3),
    )
    expect(latestVital(rowOf(view).vitals, 'temperatureC')).toMatchObject({ value: 36, at: at('08:00') })
    expect(bedOf(rowOf(view))).toBe('301')
    expect(allergyOf(rowOf(view)).state).toBe('unconfirmed')
    expect(rowOf(view).mark.entries).toBe(8)
  })

  test('[VIEW-4] a strike counts also when it stands before what it strikes, and never for another patient', () => {
    expect(latestVital(rowOf(ward(aPatient(), strike(1), temperature(41, '09:00', { id: entryId(1) }))).vitals, 'temperatureC')).toEqual({ state: 'not-taken' })
    const other = ward(aPatient(), temperature(41, '09:00', { id: entryId(1) }), strike(1, { patient: patientId(2) }))
    expect(latestVital(rowOf(other).vitals, 'temperatureC')).toMatchObject({ value: 41 })
  })

  test('[VIEW-4] a strike of the registration changes nothing on the board', () => {
    expect(rowOf(ward(aPatient({}, { id: entryId(1) }), strike(1))).registered).not.toBeNull()
  })

  test('[VIEW-5] when so many were struck that the board no longer knows, it says "in the chart", not "not taken" and not an older value', () => {
    const values = Array.from({ length: 6 }, (_, n) => temperature(36 + n / 10, `0${n + 1}:00`, { id: entryId(n + 1) }))
    const latest = (...struck: readonly number[]): unknown => latestVital(rowOf(ward(aPatient(), ...values, ...struck.map((n) => strike(n)))).vitals, 'temperatureC')
    expect(latest(6, 5, 4)).toMatchObject({ value: 36.2 })
    expect(latest(6, 5, 4, 3)).toEqual({ state: 'in-chart' })
    const older = temperature(40, '00:30', { recordedAt: at('08:00') })
    expect(latestVital(rowOf(ward(aPatient(), ...values, strike(6), strike(5), strike(4), strike(3), older)).vitals, 'temperatureC')).toEqual({ state: 'in-chart' })
    expect(latestVital(rowOf(ward(aPatient(), ...values, strike(6), strike(5), strike(4), strike(3), temperature(37, '07:00'))).vitals, 'temperatureC')).toMatchObject({ value: 37 })
  })

  test('[VIEW-3] for any night, the latest value is that of the newest record not struck, or is left to the chart', () => {
    let taken = 0
    let inChart = 0
    fc.assert(
      fc.property(aNight(), (records) => {
        for (const row of wardOf(records).patients.values()) {
          for (const name of vitalNames) {
            const right = newestOf(records, row, name)
            const shown = latestVital(row.vitals, name)
            if (shown.state === 'in-chart') inChart += 1
            else if (shown.state === 'not-taken') expect(right).toBeNull()
            else {
              taken += 1
              expect([shown.entry, shown.value]).toEqual([right?.id, right?.body[name]])
            }
          }
        }
      }),
      { numRuns: 200 },
    )
    expect(taken).toBeGreaterThan(500)
    expect(inChart).toBeLessThan(taken / 10)
  })

  test('[VIEW-6] the bed is that of the newest move, else of the registration; several may share one', () => {
    const moved = anEntry('patient-moved', { at: at('09:00'), body: { bed: '３０２' } })
    const view = ward(aPatient({ bed: '301' }, { at: at('07:00') }), moved, aPatient({ bed: '302 ' }, { patient: patientId(2) }), aPatient({ bed: null }, { patient: patientId(3) }), aPatient({ bed: '__proto__' }, { patient: patientId(4) }))
    expect([1, 2, 3, 4].map((n) => bedOf(rowOf(view, n)))).toEqual(['３０２', '302 ', null, '__proto__'])
    expect(occupiedBeds(view).get(bedKey('302'))?.map(({ id }) => id)).toEqual([patientId(1), patientId(2)])
    expect(freeBeds(view, ['301', '302', '303', '__proto__', 'constructor'])).toEqual(['301', '303', 'constructor'])
    expect(bedOf(rowOf(ward(aPatient({ bed: '301' }), anEntry('patient-moved', { at: at('09:00'), body: { bed: null } }))))).toBeNull()
  })

  test('[VIEW-7] aliases and numbers given in this incident are known to the next registration', () => {
    const naming = { kind: 'unknown', alias: ['ラジオ', 'テガミ'] } as const
    const view = ward(aPatient({ number: aNumber(3), naming: { kind: 'unknown', alias: [...naming.alias] } }), aPatient({ number: aNumber(9) }, { patient: patientId(2) }))
    expect([...aliasesTaken(view).everGiven]).toEqual([['ラジオ', 'テガミ']])
    const next = nextNumber(seriesAfter(view, newSeries('real', letters('AF'))))
    expect(next).toMatchObject({ ok: true, value: { number: wardNumber('real', letters('AF'), 10) } })
    expect(numberClashes(view)).toEqual([])
  })

  test('[VIEW-7] a number that two patients carry is found', () => {
    const view = ward(aPatient({ number: aNumber(3) }), aPatient({ number: aNumber(3) }, { patient: patientId(2) }))
    expect(numberClashes(view).map(({ number, rows }) => [number, rows.map(({ id }) => id)])).toEqual([[aNumber(3), [patientId(1), patientId(2)]]])
  })

  test('[VIEW-8] records that come before the registration are kept, and the registration completes the row', () => {
    const early = ward(temperature(38, '08:00'))
    expect(registeredPatients(early)).toEqual([])
    expect(latestVital(rowOf(early).vitals, 'temperatureC')).toMatchObject({ value: 38 })
    const view = ward(temperature(38, '08:00'), aPatient())
    expect(registeredPatients(view)).toHaveLength(1)
    expect(rowOf(view).mark.entries).toBe(2)
  })

  test('[VIEW-9] told twice, an entry counts once; views handed out before do not change', () => {
    const board = wardBoard()
    expect(board.apply(3, aPatient())).toBe(true)
    const before = board.view()
    expect(board.view()).toBe(before)
    expect(board.apply(3, aPatient())).toBe(false)
    expect(board.view()).toBe(before)
    board.apply(4, aPatient({}, { patient: patientId(2) }))
    expect([before.patients.size, board.view().patients.size]).toEqual([1, 2])
    expect(board.view().patients.get(patientId(1))).toBe(before.patients.get(patientId(1)))
    expect(emptyWard.patients.size).toBe(0)
  })

  test('[VIEW-9] entries are counted by patient, views apart, and those about the ward apart', () => {
    const records = inJournal([aPatient(), anEntry('chart-opened'), anEntry('note'), anEntry('person-identified'), aPatient({}, { patient: patientId(2) })])
    const view = wardOf(records)
    expect(rowOf(view).mark).toMatchObject({ entries: 3, opened: 1, lastSeq: 5 })
    expect(view.ward).toMatchObject({ entries: 1, lastSeq: 7 })
    expect(view).toMatchObject({ entries: 5, upToSeq: 9 })
    expect(rowOf(view).mark).toEqual(markOf(records.filter(({ entry }) => entry.patient === patientId(1))))
  })

  test('[VIEW-9] the window counter follows the last window', () => {
    const written = (n: number): Entry => anEntry('note', { after: { head: anEntry('note').after.head, n } })
    expect(ward(written(1), written(3), written(2)).lastN).toBe(3)
    expect(ward(written(1), written(9), written(1), written(2)).lastN).toBe(2)
  })
})

function newestOf(records: readonly Record[], row: PatientRow, name: VitalName): Entry<'vital-signs'> | null {
  const strikes = records.flatMap(({ entry }) => (entry.kind === 'entry-struck' ? [entry] : []))
  const own = records.flatMap(({ seq, entry }) =>
    entry.kind === 'vital-signs' && entry.patient === row.id && entry.body[name] !== null && !strikes.some((one) => takesHold(one, entry)) ? [{ seq, entry }] : [],
  )
  return own.toSorted((a, b) => (a.entry.at === b.entry.at ? b.seq - a.seq : a.entry.at < b.entry.at ? 1 : -1))[0]?.entry ?? null
}
