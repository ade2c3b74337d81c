import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyRound, readPressureBox, roundEntry, temperatureTyped, vitalFormOf } from '#domain/record/vital-round.ts'

const typedInOrder = (digits: string): string => [...digits].reduce((box, digit) => temperatureTyped(box + digit), '')

describe('a round of vital signs', () => {
  test('[OBS-17] the box of the temperature has its point printed in it, and shows what will be saved', () => {
    expect(typedInOrder('368')).toBe('36.8')
    expect(typedInOrder('36.8')).toBe('36.8')
    expect(typedInOrder('３６８')).toBe('36.8')
    expect(typedInOrder('37')).toBe('37')
    expect(temperatureTyped('36.')).toBe('36') // Backspace at 36.8
    expect(typedInOrder('3685')).toBe('36.85')
    expect(roundEntry({ ...emptyRound, temperature: '36.85' })).toEqual({ ok: false, error: ['temperature'] })
  })

  test('[OBS-18] digits of a pressure are read in the one way in which the diastolic is not above the systolic', () => {
    const read = (typed: string) => {
      const found = readPressureBox(typed)
      return found === null ? null : `${found.systolic}/${found.diastolic}`
    }
    expect(['12476', '8050', '180110', '124/76', '124 76', '１２４７６', '90', ''].map(read)).toEqual(['124/76', '80/50', '180/110', '124/76', '124/76', '124/76', '90/', '/'])
    expect(['1247', '12/6x', '1234567'].map(read)).toEqual(['12/47', null, null])
    expect(roundEntry({ ...emptyRound, pressure: '1247' })).toEqual({ ok: false, error: ['pressure'] }) // a diastolic above the systolic is refused
    fc.assert(fc.property(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 10, max: 200 }), (systolic, diastolic) => {
      fc.pre(diastolic <= systolic)
      expect(readPressureBox(`${systolic}${diastolic}`)).toEqual({ systolic: String(systolic), diastolic: String(diastolic) })
    }))
  })

  test('[OBS-19] a row says what it asks about before it is left, and saves what the chart would have saved', () => {
    const form = { temperature: '36.8', pulse: '72', respirations: '18', pressure: '12476', spo2: '48' }
    expect(roundEntry(form)).toMatchObject({ ok: true, value: { signs: { temperatureC: 36.8, pulsePerMin: 72, respirationsPerMin: 18, systolicMmHg: 124, diastolicMmHg: 76, spo2Percent: 48, oxygenLPerMin: null, jcs: null, remark: '' }, askedAt: ['spo2'] } })
    expect(roundEntry(emptyRound)).toEqual({ ok: false, error: ['temperature'] })
    expect(vitalFormOf({ ...emptyRound, pressure: '9x' }).systolicMmHg).toBe('9x')
    expect(roundEntry({ ...emptyRound, pulse: '0x', pressure: '9x' })).toEqual({ ok: false, error: ['pulse', 'pressure'] })
  })
})
