import { expect, test } from 'vitest'
import { fieldsOf } from '#domain/form/definition.ts'
import { formOf, forms } from '#domain/form/forms.ts'
import { FieldName, FormId } from '#domain/form/value.ts'

test('[FORM-1] every form has an id, fields of unlike names that are not the hospital’s, and words in both languages', () => {
  expect(new Set(forms.map(({ id }) => id)).size).toBe(forms.length)
  for (const form of forms) {
    expect(FormId.safeParse(form.id).success).toBe(true)
    expect(formOf(form.id)).toBe(form)
    const fields = fieldsOf(form)
    expect(new Set(fields.map(({ name }) => name)).size, form.id).toBe(fields.length)
    expect(form.atLeast.filter((name) => !fields.some((field) => field.name === name)), form.id).toEqual([])
    for (const field of fields) {
      expect(FieldName.safeParse(field.name).success, field.name).toBe(true)
      expect(field.name.startsWith('own'), field.name).toBe(false)
      expect(field.label.ja !== '' && field.label.en !== '', field.name).toBe(true)
    }
  }
})

test('[FORM-1] a choice has codes without spaces, each once; a number asks within what is possible', () => {
  for (const field of forms.flatMap(fieldsOf)) {
    if (field.type === 'choice' || field.type === 'choices') {
      const codes = field.options.map(({ code }) => code)
      expect(codes.every((code) => /^[A-Za-z0-9-]+$/.test(code)), field.name).toBe(true)
      expect(new Set(codes).size, field.name).toBe(codes.length)
      expect(codes.length, field.name).toBeLessThanOrEqual(7) // all of them stand on the screen
    }
    if (field.type === 'number') {
      expect(field.possible[0] <= field.likely[0] && field.likely[0] < field.likely[1] && field.likely[1] <= field.possible[1], field.name).toBe(true)
    }
  }
})
