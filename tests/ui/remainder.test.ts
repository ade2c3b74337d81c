import fc from 'fast-check'
import { expect, it } from 'vitest'
import { remainder } from '#renderer/app/remainder.ts'

const empty = { form: { temperatureC: '', pulsePerMin: '' }, when: { typed: '', day: null as 'today' | null } }
const saved = { form: { temperatureC: '36.8', pulsePerMin: '92' }, when: { typed: '1405', day: 'today' as const } }

it('[UI-15] nothing typed meanwhile leaves an empty form', () => {
  expect(remainder(saved, saved, empty)).toBe(empty)
  expect(remainder(saved, structuredClone(saved), empty)).toEqual(empty)
})

it('[UI-15] what was typed before or behind the saved text is left, in its own box', () => {
  expect(remainder(saved, { ...saved, form: { ...saved.form, temperatureC: '36.837' } }, empty)).toEqual({ ...empty, form: { temperatureC: '37', pulsePerMin: '' } })
  expect(remainder(saved, { ...saved, form: { ...saved.form, pulsePerMin: '1192' } }, empty)).toEqual({ ...empty, form: { temperatureC: '', pulsePerMin: '11' } })
})

it('[UI-15] a box that was emptied or rewritten meanwhile stays as it reads now', () => {
  expect(remainder(saved, { ...saved, form: { temperatureC: '', pulsePerMin: '80' } }, empty).form).toEqual({ temperatureC: '', pulsePerMin: '80' })
})

it('[UI-15] of a text that went on, exactly what came after is left', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (text, more) => {
    expect(remainder({ text }, { text: text + more }, { text: '' })).toEqual({ text: more })
  }))
})
