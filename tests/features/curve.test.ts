import { describe, expect, it } from 'vitest'
import { shiftSpan } from '#domain/fluid/shifts.ts'
import { CalendarDate, instantOf, tokyoDateOf, type Instant } from '#domain/time.ts'
import { chartOf } from '#domain/view/chart.ts'
import { dayLabel, gridOf, levelOf, pointsOf, ticksOf } from '#renderer/features/chart/curve.ts'
import { anEntry, noVitalSigns, patientId } from '#tests/builders.ts'

const at = (day: number, hour: number, minute = 0): Instant => instantOf(Date.UTC(2026, 10, day, hour - 9, minute))
const now = at(20, 16, 24)

describe('the temperature chart', () => {
  it('37 ℃, 80 beats and 20 breaths lie on one line', () => {
    expect([levelOf('temperatureC', 37), levelOf('pulsePerMin', 80), levelOf('respirationsPerMin', 20)]).toEqual([2, 2, 2])
  })

  it('the grid reaches 35–40 ℃ at least, grows with the values, and holds an extreme at its edge with the value beside it', () => {
    const grid = (temperatureC: number) => gridOf([{ at: at(20, 10), signs: noVitalSigns({ temperatureC }) }], 72, now, at(20, 10))
    expect(grid(36.5)).toMatchObject({ low: 0, high: 5 })
    expect(grid(41.3)).toMatchObject({ low: 0, high: 7 })
    const entry = anEntry('vital-signs', { at: at(20, 10), recordedAt: at(20, 10), body: noVitalSigns({ temperatureC: 28 }) })
    const { rows } = chartOf(patientId(1), [{ seq: 1, entry }])
    expect(pointsOf('temperatureC', rows, grid(28))).toEqual([{ at: at(20, 10), value: 28, level: -2, beyond: true }])
  })

  it('a struck set and a set outside the period are not drawn', () => {
    const [kept, struck, old] = [20, 20, 10].map((day, index) => anEntry('vital-signs', { at: at(day, 10 + index), recordedAt: at(day, 10 + index), body: noVitalSigns({ temperatureC: 37 + index }) }))
    if (kept === undefined || struck === undefined || old === undefined) throw new Error('three sets were made')
    const strike = anEntry('entry-struck', { body: { struck: struck.id, reason: '打ち間違い' }, at: now, recordedAt: now })
    const { rows } = chartOf(patientId(1), [kept, struck, old, strike].map((entry, index) => ({ seq: index + 1, entry })))
    expect(pointsOf('temperatureC', rows, gridOf([], 72, now, at(10, 10))).map(({ value }) => value)).toEqual([37])
  })

  it('a chart that began within the hours begins at the left, and an older one ends at the right', () => {
    expect(gridOf([], 24, now, at(20, 9, 30))).toMatchObject({ from: at(20, 9), to: at(21, 9) })
    expect(gridOf([], 72, now, at(10, 9))).toMatchObject({ from: at(17, 17), to: at(20, 17) })
    expect(gridOf([], 24, now, at(21, 9))).toMatchObject({ from: at(20, 16), to: at(21, 16) })
  })

  it('[CURVE-1] a shift is drawn from its beginning to its end, where the fluids are summed by it', () => {
    for (const [moment, from] of [[at(20, 16, 24), at(20, 16)], [at(20, 15, 59), at(20, 8)], [at(20, 8), at(20, 8)], [at(20, 0), at(20, 0)], [at(20, 23, 59), at(20, 16)]] as const) {
      const grid = gridOf([], 8, moment, at(20, 9))
      expect(grid).toMatchObject({ from, to: instantOf(Date.parse(from) + 8 * 3_600_000) })
      expect((['night', 'day', 'evening'] as const).map((shift) => shiftSpan(tokyoDateOf(from), shift)).filter((span) => span.from === grid.from && span.to === grid.to)).toHaveLength(1)
    }
    expect(ticksOf(gridOf([], 8, now, now), 8).map(({ hour }) => hour)).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 0])
  })

  it('[CURVE-2] each earlier period ends where the one after it begins, and what lies outside it does not stretch its grid', () => {
    for (const hours of [8, 24, 72, 168] as const) {
      for (const back of [0, 1, 2, 5]) expect(gridOf([], hours, now, at(1, 10), back + 1).to).toBe(gridOf([], hours, now, at(1, 10), back).from)
    }
    const fever = [{ at: at(20, 10), signs: noVitalSigns({ temperatureC: 41.3 }) }]
    expect(gridOf(fever, 24, now, at(10, 10)).high).toBe(7)
    expect(gridOf(fever, 24, now, at(10, 10), 1).high).toBe(5)
    expect(gridOf([], 24, now, at(20, 9, 30), 1)).toMatchObject({ to: at(20, 9) })
  })

  it('[CURVE-3] a day is named with month and day, or not at all: a number alone reads as an hour', () => {
    for (const language of ['ja', 'en'] as const) {
      const labels = Array.from({ length: 200 }, (_, room) => dayLabel(room, CalendarDate.parse('2026-11-18'), language))
      expect([...new Set(labels)]).toEqual(language === 'ja' ? ['', '11/18', '11/18（水）'] : ['', '11/18', 'Wed 18', 'Wed 18 Nov'])
    }
  })

  it('the newest point is inside the grid, and the hours are those of Japan', () => {
    const grid = gridOf([], 24, now, at(10, 10))
    expect([grid.from, grid.to]).toEqual([at(19, 17), at(20, 17)])
    expect(ticksOf(grid, 24).filter(({ isMidnight }) => isMidnight)).toMatchObject([{ at: at(20, 0), date: '2026-11-20', hour: 0 }])
  })
})
