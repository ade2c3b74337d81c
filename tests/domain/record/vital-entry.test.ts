import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyVitalForm, readJcs, readNumberVital, readVitalForm, vitalEntry, type VitalForm } from '#domain/record/vital-entry.ts'
import { shownPressure, shownVital, vitalFields, vitalNames, type NumberVital } from '#domain/record/vital-fields.ts'
import { jcsGrades, VitalSigns } from '#domain/record/vital-signs.ts'

const numberVitals = vitalNames.filter((name): name is NumberVital => name !== 'jcs')
const form = (over: Partial<VitalForm>): VitalForm => ({ ...emptyVitalForm, ...over })

describe('typed vital signs', () => {
  test.each<[NumberVital, string, number]>([
    ['temperatureC', '36.5', 36.5], ['temperatureC', '３６．５', 36.5], ['temperatureC', '36。5', 36.5], ['temperatureC', ' 36.5 ', 36.5], ['temperatureC', '37', 37], ['temperatureC', '37.0', 37],
    ['pulsePerMin', '080', 80], ['pulsePerMin', '８０', 80], ['spo2Percent', '98', 98], ['oxygenLPerMin', '0.5', 0.5], ['oxygenLPerMin', '0.25', 0.25], ['oxygenLPerMin', '3', 3],
  ])('[OBS-1] plain and full-width figures read as the same number: %s %s', (name, typed, value) => {
    expect(readNumberVital(name, typed)).toEqual({ verdict: 'fine', value })
  })

  test('[OBS-1] an empty field is "not taken", which is not a value and not a fault', () => {
    for (const typed of ['', ' ', '　']) expect(readNumberVital('pulsePerMin', typed)).toEqual({ verdict: 'fine', value: null })
  })

  test.each<[NumberVital, string]>([
    ['temperatureC', '365'], ['temperatureC', '3650'], ['temperatureC', '9.9'], ['temperatureC', '50.1'], ['temperatureC', '3.65'], ['pulsePerMin', '351'], ['pulsePerMin', '1205'], ['spo2Percent', '101'],
    ['respirationsPerMin', '121'], ['systolicMmHg', '351'], ['diastolicMmHg', '301'], ['oxygenLPerMin', '81'],
  ])('[OBS-2] a number that cannot be meant is not saved and not mended: %s %s', (name, typed) => {
    expect(readNumberVital(name, typed).verdict).toBe('bad')
    const saved = vitalEntry(form({ pulsePerMin: '80', [name]: typed }))
    expect(saved.ok ? [] : saved.error.map(({ field }) => field)).toEqual([name])
  })

  test.each(['abc', '36.5℃', '36,5', '36.', '.5', '-36.5', '+36.5', '1e2', '0x24', '３６・５', '36 5', '三六', 'NaN', 'Infinity', '\ud800', '__proto__', '1'.repeat(10_000_000)])(
    '[OBS-2] text that is not a plain number is not saved (%#)',
    (typed) => {
      expect(readNumberVital('temperatureC', typed).verdict).toBe('bad')
    },
  )

  test.each<[NumberVital, readonly string[], readonly string[]]>([
    ['temperatureC', ['29.9', '42.1'], ['30', '42']], ['pulsePerMin', ['0', '29', '221'], ['30', '220']], ['systolicMmHg', ['0', '49', '261'], ['50', '260']], ['diastolicMmHg', ['0', '19', '161'], ['20', '160']],
    ['respirationsPerMin', ['0', '3', '61'], ['4', '60']], ['spo2Percent', ['0', '49'], ['50', '100']], ['oxygenLPerMin', ['15.01', '60'], ['0', '15']],
  ])('[OBS-3] an unlikely value is asked about and can be saved: %s', (name, unlikely, likely) => {
    for (const typed of unlikely) {
      expect(readNumberVital(name, typed)).toEqual({ verdict: 'ask', value: Number(typed), code: 'unlikely' })
      expect(vitalEntry(form({ [name]: typed }))).toMatchObject({ ok: true, value: { signs: { [name]: Number(typed) }, asks: [name] } })
    }
    for (const typed of likely) expect(vitalEntry(form({ [name]: typed }))).toMatchObject({ ok: true, value: { asks: [] } })
  })

  test('[OBS-3] what is asked about lies inside what can be meant', () => {
    for (const name of numberVitals) {
      const { possible, likely } = vitalFields[name]
      expect([possible[0] <= likely[0], likely[0] < likely[1], likely[1] <= possible[1]]).toEqual([true, true, true])
    }
  })

  test.each<[NumberVital, string]>([['temperatureC', '36.55'], ['pulsePerMin', '80.5'], ['pulsePerMin', '80.0'], ['spo2Percent', '97.5'], ['oxygenLPerMin', '0.125']])(
    '[OBS-4] a value finer than the instrument is refused, not rounded: %s %s',
    (name, typed) => {
      expect(readNumberVital(name, typed)).toEqual({ verdict: 'bad', code: 'too-fine' })
    },
  )

  test('[OBS-5] a value is shown with its unit in full and without a trailing zero', () => {
    expect(shownVital('temperatureC', 37)).toEqual({ ja: '37 ℃', en: '37 °C' })
    expect(shownVital('temperatureC', 36.5).ja).toBe('36.5 ℃')
    expect(shownVital('pulsePerMin', 80)).toEqual({ ja: '80 回/分', en: '80 /min' })
    expect(shownVital('spo2Percent', 98).ja).toBe('98 %')
    expect(shownVital('oxygenLPerMin', 0.5).ja).toBe('0.5 L/分')
    expect(shownVital('jcs', 'II-10').ja).toBe('JCS II-10')
    expect(shownPressure({ systolicMmHg: 120, diastolicMmHg: 80 })).toBe('120/80 mmHg')
    expect(shownPressure({ systolicMmHg: null, diastolicMmHg: 80 })).toBe('—/80 mmHg')
    expect(shownPressure({ systolicMmHg: 120, diastolicMmHg: null })).toBe('120/— mmHg')
    expect(shownPressure({ systolicMmHg: null, diastolicMmHg: null })).toBeNull()
  })

  test('[OBS-5] every value that can be typed is shown so that typing it again gives the same', () => {
    const aVital = fc.constantFrom(...numberVitals).chain((name) => {
      const { possible, decimals } = vitalFields[name]
      const scale = 10 ** decimals
      return fc.tuple(fc.constant(name), fc.integer({ min: possible[0] * scale, max: possible[1] * scale }).map((n) => (n / scale).toFixed(decimals)))
    })
    fc.assert(
      fc.property(aVital, ([name, typed]) => {
        const shown = shownVital(name, Number(typed)).ja.split(' ')[0] ?? ''
        expect(shown).toMatch(/^\d+(\.\d*[1-9])?$/)
        if (!typed.endsWith('.0') || decimalsOf(name) > 0) expect(readNumberVital(name, shown)).toMatchObject({ value: Number(typed) })
      }),
    )
  })

  test('[OBS-6] a diastolic above the systolic is refused; equal pressures are asked about', () => {
    expect(vitalEntry(form({ systolicMmHg: '80', diastolicMmHg: '120' }))).toEqual({ ok: false, error: [{ field: 'diastolicMmHg', code: 'diastolic-above-systolic' }] })
    expect(vitalEntry(form({ systolicMmHg: '80', diastolicMmHg: '80' }))).toMatchObject({ ok: true, value: { asks: ['diastolicMmHg'] } })
    expect(vitalEntry(form({ systolicMmHg: '120', diastolicMmHg: '80' }))).toMatchObject({ ok: true, value: { asks: [] } })
    expect(vitalEntry(form({ diastolicMmHg: '80' })).ok).toBe(true)
  })

  test.each<[string, string]>([['0', '0'], ['I-1', 'I-1'], ['Ⅰ－1', 'I-1'], ['ｉｉ－１０', 'II-10'], ['Ⅱー20', 'II-20'], ['Ⅲ-300', 'III-300'], ['3', 'I-3'], ['１０', 'II-10'], ['200', 'III-200']])(
    '[OBS-7] a coma grade is read in full or by its number: %s',
    (typed, grade) => {
      expect(readJcs(typed)).toEqual({ verdict: 'fine', value: grade })
    },
  )

  test.each(['4', 'I-10', 'III-1', '1000', 'I', '-', 'I-', '１－２', 'R', '1'.repeat(10_000_000)])('[OBS-7] what is not one of the ten grades is refused (%#)', (typed) => {
    expect(readJcs(typed)).toEqual({ verdict: 'bad', code: 'not-a-grade' })
  })

  test('[OBS-7] each grade has one number, so the number alone says it', () => {
    for (const grade of jcsGrades) expect(readJcs(grade.split('-').at(-1) ?? '')).toEqual({ verdict: 'fine', value: grade })
  })

  test('[OBS-8] one value is enough, and a remark alone is not a set of vital signs', () => {
    for (const name of numberVitals) expect(vitalEntry(form({ [name]: String(vitalFields[name].likely[1]) })).ok).toBe(true)
    expect(vitalEntry(form({ remark: '拒否' }))).toEqual({ ok: false, error: [{ field: 'temperatureC', code: 'nothing-taken' }] })
  })

  test('[OBS-9] a set that is saved reads as a set of vital signs, whatever was typed', () => {
    const typed = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.stringMatching(/^[0-9０-９.．。]{0,5}$/), fc.constantFrom('', '36.5', '120', '80', 'II-10', '98'))
    const aForm = fc.record(Object.fromEntries([...vitalNames, 'remark'].map((name) => [name, typed]))).map((typedForm) => form(typedForm))
    fc.assert(
      fc.property(aForm, (filled) => {
        const saved = vitalEntry(filled)
        if (saved.ok) expect(VitalSigns.safeParse(saved.value.signs)).toEqual({ success: true, data: saved.value.signs })
        else expect(saved.error.length).toBeGreaterThan(0)
        const bad = readVitalForm(filled).issues.map(({ field }) => field)
        expect(saved.ok && bad.length > 0).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })

  test('[OBS-9] the widest values of every field read as a set of vital signs', () => {
    for (const name of numberVitals) for (const limit of vitalFields[name].possible) expect(VitalSigns.safeParse({ ...noSigns, [name]: limit }).success).toBe(true)
  })

  test('[OBS-9] a remark that cannot be kept is refused by field', () => {
    expect(vitalEntry(form({ pulsePerMin: '80', remark: 'a\u0000' }))).toEqual({ ok: false, error: [{ field: 'remark', code: 'text-has-control-characters' }] })
    expect(vitalEntry(form({ pulsePerMin: '80', remark: '__proto__ 神\uFA19' }))).toMatchObject({ ok: true, value: { signs: { remark: '__proto__ 神\uFA19' } } })
  })
})

const noSigns = { temperatureC: null, pulsePerMin: null, systolicMmHg: null, diastolicMmHg: null, respirationsPerMin: null, spo2Percent: null, oxygenLPerMin: null, jcs: null, remark: '' }
const decimalsOf = (name: NumberVital): number => vitalFields[name].decimals
