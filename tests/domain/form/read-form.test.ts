import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { date, fieldsOf, moment, number, words, yesNo, type FormField } from '#domain/form/definition.ts'
import { formOf, forms } from '#domain/form/forms.ts'
import type { FormExtended } from '#domain/form/hospital-field.ts'
import { formEntry, readField, typedOf, type FormTyped } from '#domain/form/read-form.ts'
import { sayForm } from '#domain/form/say-form.ts'
import { shapeNow, type FormShape } from '#domain/form/shape.ts'
import { decide } from '#domain/log/entry.ts'
import { whenOf } from '#domain/record/when-text.ts'
import { aHand, aHash, anInstant, aStanding, entryId, patientId } from '#tests/builders.ts'

/** 2026-11-20 16:24 in Japan. */
const now = anInstant('2026-11-20T07:24:00.000Z')
const desk = { patient: patientId(1), entry: entryId(1), now, at: null }
const shape = (id: string, versions: readonly FormExtended[] = []): FormShape => {
  const form = formOf(id)
  if (form === null) throw new Error(id)
  return shapeNow(form, versions)
}
const weight = number('weightKg', '体重', 'Weight', words('kg', 'kg'), 1, [0.2, 500], [2, 150])

describe('a field', () => {
  test.each([['52.5', 52.5], ['５２．５', 52.5], ['52。5', 52.5], [' 52 ', 52], ['052', 52]])('[FORM-2] a number is read from plain and full-width figures: %s', (typed, value) => {
    expect(readField(weight, typed, now)).toEqual({ verdict: 'fine', value })
  })

  test.each([['52.55', 'too-fine'], ['525', 'out-of-range'], ['0', 'out-of-range'], ['-1', 'out-of-range'], ['9999999', 'out-of-range'], ['重い', 'not-a-number'], ['5 2', 'not-a-number'], ['52kg', 'not-a-number'], ['1e2', 'not-a-number']])('[FORM-2] what cannot be meant is refused and never mended: %s', (typed, code) => {
    expect(readField(weight, typed, now)).toEqual({ verdict: 'bad', fault: { code } })
  })

  test('[FORM-2] an unlikely number is asked about and can be saved', () => {
    expect(readField(weight, '180', now)).toEqual({ verdict: 'ask', value: 180 })
    expect(formEntry(shape('observations'), { weightKg: '180' }, desk)).toMatchObject({ ok: true, value: { asks: ['weightKg'], draft: { body: { values: { weightKg: 180 } } } } })
  })

  test('[FORM-3] a field left empty is absent from the record, and a no that was not said is not written', () => {
    const entry = formEntry(shape('observations'), { weightKg: '52', heightCm: '', stoolBlood: '', remark: '  \n' }, desk)
    expect(entry).toMatchObject({ ok: true, value: { asks: [], draft: { body: { definition: 'observations', version: 1, values: { weightKg: 52 } } } } })
    expect(entry.ok && Object.keys(entry.value.draft.body.values)).toEqual(['weightKg'])
    expect(readField(yesNo('restraint', '', ''), 'no', now)).toEqual({ verdict: 'fine', value: false })
  })

  test('[FORM-3] a form in which nothing was written, or nothing of what it is for, is refused', () => {
    expect(formEntry(shape('observations'), {}, desk)).toEqual({ ok: false, error: [{ field: 'painNrs', fault: { code: 'nothing-written' } }] })
    expect(formEntry(shape('soap'), { problem: '#1 発熱' }, desk)).toEqual({ ok: false, error: [{ field: 'subjective', fault: { code: 'nothing-written' } }] })
    expect(formEntry(shape('soap'), { plan: '解熱後に再検' }, desk).ok).toBe(true)
  })

  test('[FORM-4] a day and a time are read as elsewhere, never later than now, and a day with its year in either calendar', () => {
    const at = (typed: string) => readField(moment('toldAt', '', ''), typed, now)
    expect(at('1410')).toEqual({ verdict: 'fine', value: '2026-11-20T05:10:00.000Z' })
    expect(at('11/19 23:50')).toEqual({ verdict: 'fine', value: '2026-11-19T14:50:00.000Z' })
    expect(at('23:50')).toEqual({ verdict: 'bad', fault: { code: 'not-yet' } })
    expect(at('夕方')).toEqual({ verdict: 'bad', fault: { code: 'time-not-understood' } })
    const on = (typed: string) => readField(date('on', '', ''), typed, now)
    for (const typed of ['2026-11-18', 'r8.11.18', '令和8年11月18日', '11/18', '１１月１８日']) expect(on(typed)).toEqual({ verdict: 'fine', value: '2026-11-18' })
    expect(on('12/3')).toEqual({ verdict: 'fine', value: '2026-12-03' })
    expect(on('1/5')).toEqual({ verdict: 'fine', value: '2027-01-05' })
    for (const typed of ['2/30', 's64.1.9', '18日', '2026']) expect(on(typed)).toEqual({ verdict: 'bad', fault: { code: 'date-not-understood' } })
  })

  test('[FORM-2] text is kept as typed or refused: a line has no line breaks', () => {
    const [line] = fieldsOf(shape('soap')) as readonly [FormField] // its first field is the number of the problem
    expect(readField(line, '  #1 髙熱', now)).toEqual({ verdict: 'fine', value: '  #1 髙熱' })
    expect(readField(line, 'a\nb', now)).toEqual({ verdict: 'bad', fault: { code: 'text-has-line-breaks' } })
    expect(readField(line, '\u0007', now)).toEqual({ verdict: 'bad', fault: { code: 'text-has-control-characters' } })
  })
})

const own: FormExtended = {
  definition: 'observations', version: 2, fields: [
    { name: 'own1', label: '下腿周囲', type: 'number', unit: 'cm', least: 5, most: 80, options: [] },
    { name: 'own2', label: '体位', type: 'choice', unit: '', least: null, most: null, options: ['右 側臥', '左 側臥'] },
  ],
}

/** Texts of which most can be saved, for every field of a form. */
const typedFor = (field: FormField): fc.Arbitrary<string> => {
  switch (field.type) {
    case 'line':
      return fc.string({ maxLength: 30, unit: 'grapheme' })
    case 'text':
      return fc.array(fc.string({ maxLength: 20, unit: 'grapheme' }), { maxLength: 3 }).map((lines) => lines.join('\n'))
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 500 }).map(String), fc.double({ min: 0, max: 100, noNaN: true }).map((value) => value.toFixed(field.decimals)), fc.constantFrom('', '３', 'x'))
    case 'choice':
      return fc.constantFrom('', ...field.options.map(({ code }) => code))
    case 'choices':
      return fc.subarray(field.options.map(({ code }) => code)).map((codes) => codes.join(' '))
    case 'yes-no':
      return fc.constantFrom('', 'yes', 'no')
    case 'moment':
      return fc.constantFrom('', '1410', '11/19 8:05')
    case 'date':
      return fc.constantFrom('', '11/18', 's25.3.4', '2026-12-24')
  }
}

const aForm: fc.Arbitrary<{ readonly shape: FormShape; readonly typed: FormTyped }> = fc.constantFrom(...forms).chain((form) => {
  const whole = shapeNow(form, [own])
  return fc.record(Object.fromEntries(fieldsOf(whole).map((field) => [field.name, typedFor(field)]))).map((typed) => ({ shape: whole, typed }))
})

test('[FORM-5] whatever a form saves is an entry, says every value in both languages, and typed again gives the same', () => {
  let saved = 0
  fc.assert(fc.property(aForm, ({ shape: whole, typed }) => {
    const read = formEntry(whole, typed, desk)
    if (!read.ok) return
    saved += 1
    const { draft } = read.value
    const entry = decide(draft, aStanding(), { head: aHash(), n: 1 }, aHand())
    expect(entry).toMatchObject({ ok: true, value: { body: draft.body } })
    const { lines } = sayForm(draft.body, [own])
    expect(lines.map(({ name }) => name).toSorted()).toEqual(Object.keys(draft.body.values).toSorted())
    for (const { name, label, text } of lines) {
      expect([label.ja, label.en, text.ja, text.en].every((words) => words !== ''), name).toBe(true)
      const value = draft.body.values[name]
      if (typeof value === 'string' && fieldsOf(whole).some((field) => field.name === name && (field.type === 'line' || field.type === 'text'))) expect(text.ja).toBe(value)
      if (typeof value === 'number') expect(text.ja).toContain(String(value))
    }
    const again = formEntry(whole, typedOf(whole, draft.body.values, (at) => whenOf(at).typed), desk)
    expect(again).toMatchObject({ ok: true, value: { draft: { body: draft.body } } })
  }), { numRuns: 300 })
  expect(saved).toBeGreaterThan(50)
})
