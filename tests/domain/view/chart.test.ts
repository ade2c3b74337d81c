import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auditRows, countByPerson } from '#domain/view/audit.ts'
import { chartHash, emptyMark, markAfter, markOf, sameMark } from '#domain/view/chart-mark.ts'
import { chartOf, isLate } from '#domain/view/chart.ts'
import { wardOf } from '#domain/view/ward.ts'
import { aDoctor, anEntry, anInstant, aNurse, aPatient, entryId, patientId } from '#tests/builders.ts'
import { aNight, inJournal } from './records.ts'

const at = (hhmm: string): ReturnType<typeof anInstant> => anInstant(`2026-11-20T${hhmm}:00.000Z`)

describe('the chart of a patient', () => {
  test('[VIEW-11] rows stand in the order things happened, then in journal order', () => {
    const chart = chartOf(patientId(1), inJournal([aPatient({}, { at: at('08:00') }), anEntry('note', { at: at('09:00'), id: entryId(1) }), anEntry('note', { at: at('07:00'), recordedAt: at('09:00') }), anEntry('note', { at: at('09:00'), id: entryId(2) })]))
    expect(chart.rows.map(({ seq }) => seq)).toEqual([5, 1, 3, 7])
  })

  test('[VIEW-11] nothing of the patient is left out and nothing of another is in, for any night', () => {
    fc.assert(
      fc.property(aNight(), fc.integer({ min: 1, max: 4 }), (records, n) => {
        const chart = chartOf(patientId(n), records)
        const own = records.filter(({ entry }) => entry.patient === patientId(n))
        expect(new Set(chart.rows.map(({ entry }) => entry))).toEqual(new Set(own.map(({ entry }) => entry).filter(({ kind }) => kind !== 'chart-opened')))
        expect(chart.rows.length + chart.opened).toBe(own.length)
        expect(chartOf(patientId(n), records.toReversed())).toEqual(chart)
      }),
      { numRuns: 50 },
    )
  })

  test.each([['08:00', '08:14', false], ['08:00', '08:15', true], ['08:00', '08:00', false], ['07:00', '23:00', true]])('[VIEW-12] written down a quarter of an hour or more after it happened is late: %s, %s', (happened, recorded, late) => {
    expect(isLate({ at: at(happened), recordedAt: at(recorded) })).toBe(late)
    expect(chartOf(patientId(1), inJournal([anEntry('note', { at: at(happened), recordedAt: at(recorded) })])).rows[0]?.late).toBe(late)
  })

  test('[VIEW-13] a struck record stays in its place, with who drew the line, when and why', () => {
    const strike = anEntry('entry-struck', { id: entryId(2), at: at('09:00'), by: aDoctor(), onBehalfOf: aNurse(), body: { struck: entryId(1), reason: '別の患者' } })
    const again = anEntry('entry-struck', { at: at('09:05'), body: { struck: entryId(1), reason: '二度目' } })
    const chart = chartOf(patientId(1), inJournal([aPatient({}, { at: at('07:00') }), anEntry('note', { id: entryId(1), at: at('08:00') }), strike, again]))
    expect(chart.rows.map(({ struck }) => struck)).toEqual([null, { strike: entryId(2), reason: '別の患者', by: aDoctor(), onBehalfOf: aNurse(), at: at('09:00'), replacement: null }, null, null])
  })

  test('[VIEW-13] a line drawn for another patient or through a registration strikes nothing', () => {
    const records = inJournal([aPatient({}, { id: entryId(1) }), anEntry('note', { id: entryId(2) }), anEntry('entry-struck', { body: { struck: entryId(1), reason: 'x' } }), anEntry('entry-struck', { patient: patientId(2), body: { struck: entryId(2), reason: 'x' } })])
    expect(chartOf(patientId(1), records).rows.every(({ struck }) => struck === null)).toBe(true)
  })

  test('[VIEW-14] opening a chart is counted and is no line of the record', () => {
    const chart = chartOf(patientId(1), inJournal([aPatient(), anEntry('chart-opened'), anEntry('chart-opened')]))
    expect([chart.rows.length, chart.opened, chart.mark.entries]).toEqual([1, 2, 3])
  })
})

describe('the mark of a chart', () => {
  test('[VIEW-15] the board and the chart agree on count, last place and hash, for any night and any reading order', () => {
    fc.assert(
      fc.property(aNight(), (records) => {
        const view = wardOf(records)
        for (const [id, row] of view.patients) expect(sameMark(chartOf(id, records.toReversed()).mark, row.mark)).toBe(true)
        expect(markOf(records.filter(({ entry }) => entry.patient === null))).toEqual(view.ward)
      }),
      { numRuns: 50 },
    )
  })

  test('[VIEW-15] a row missing, doubled, foreign or at another place changes the mark', () => {
    const records = inJournal(Array.from({ length: 20 }, (_, n) => anEntry('note', { id: entryId(n) })))
    const right = markOf(records)
    for (const [index, record] of records.entries()) {
      expect(markOf(records.toSpliced(index, 1)).hash).not.toBe(right.hash)
      expect(markOf([...records, record]).hash).not.toBe(right.hash)
      expect(markOf(records.with(index, { ...record, seq: record.seq + 1 })).hash).not.toBe(right.hash)
      expect(markOf(records.with(index, { ...record, entry: { ...record.entry, id: entryId(99) } })).hash).not.toBe(right.hash)
    }
    expect(markOf([])).toEqual(emptyMark)
    expect(sameMark(markAfter(emptyMark, 1, anEntry('chart-opened')), emptyMark)).toBe(false)
  })

  test('[VIEW-15] 100,000 single rows have 100,000 different hashes, whose bits are even', () => {
    const hashes = Array.from({ length: 100_000 }, (_, n) => chartHash(emptyMark.hash, entryId(n % 1_000), n))
    expect(new Set(hashes).size).toBe(100_000)
    for (let lane = 0; lane < 4; lane += 1) {
      for (let bit = 0; bit < 32; bit += 1) {
        const ones = hashes.filter((hash) => (Number.parseInt(hash.slice(lane * 8, lane * 8 + 8), 16) >>> bit) & 1).length
        expect(Math.abs(ones - 50_000)).toBeLessThan(1_500)
      }
    }
    expect(hashes.every((hash) => /^[0-9a-f]{32}$/.test(hash))).toBe(true)
  })
})

describe('who opened whose chart', () => {
  const opened = (patient: number, staff: 'nurse' | 'doctor', hhmm: string): ReturnType<typeof anEntry<'chart-opened'>> =>
    anEntry('chart-opened', { patient: patientId(patient), at: at(hhmm), by: staff === 'nurse' ? aNurse() : aDoctor() })

  test('[VIEW-16] every opening is one row with who, when, whose chart and under which envelope, in journal order', () => {
    const rows = auditRows(inJournal([aPatient(), opened(1, 'nurse', '09:00'), anEntry('note'), opened(2, 'doctor', '08:00')]))
    expect(rows).toMatchObject([
      { seq: 3, at: at('09:00'), by: aNurse(), patient: patientId(1), account: 3 },
      { seq: 7, at: at('08:00'), by: aDoctor(), patient: patientId(2), account: 3 },
    ])
  })

  test('[TRACE-9] prints, exports, strikes and newcomers are rows, too, with whom they are about', () => {
    const printed = anEntry('sheet-printed', { patient: null, body: { form: 'hand-over', serials: [], sheets: 2, patient: patientId(7) }, onBehalfOf: aDoctor() })
    const rows = auditRows(inJournal([anEntry('note'), printed, anEntry('export-made'), anEntry('entry-struck'), anEntry('person-identified'), opened(2, 'nurse', '09:00')]))
    expect(rows.map(({ act, patient }) => [act, patient])).toEqual([['sheet-printed', patientId(7)], ['export-made', null], ['entry-struck', patientId(1)], ['person-identified', null], ['chart-opened', patientId(2)]])
    expect(rows[0]).toMatchObject({ onBehalfOf: aDoctor(), via: null })
    expect(countByPerson(rows).map(({ openings }) => openings)).toEqual([1])
  })

  test('[VIEW-16] openings are counted by person, most first', () => {
    const rows = auditRows(inJournal([opened(1, 'doctor', '08:00'), opened(1, 'nurse', '08:00'), opened(2, 'nurse', '09:00'), opened(2, 'nurse', '10:00')]))
    expect(countByPerson(rows).map(({ person, openings, patients, first, last }) => [person.staffNumber, openings, patients, first.seq, last.seq])).toEqual([
      [aNurse().staffNumber, 3, 2, 3, 7],
      [aDoctor().staffNumber, 1, 1, 1, 1],
    ])
  })
})
