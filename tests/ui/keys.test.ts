import { describe, expect, it } from 'vitest'
import { choiceDigits, formKey, keyName, type KeyPlace, type KeyPress } from '#renderer/ui/keys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key, keyCode: 0, isComposing: false, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...more,
})
const places: readonly KeyPlace[] = ['line', 'paragraph', 'button', 'choice', 'elsewhere']

describe('keys of a form', () => {
  it('[SCR-11] the digit beside a choice chooses it, and a choice among numbers takes the number itself', () => {
    expect(choiceDigits(['male', 'female'])).toEqual(['1', '2'])
    expect(choiceDigits(['2', '3', '4', '5'])).toEqual(['2', '3', '4', '5'])
    expect(choiceDigits(['5', '4', '3', '2', '1', 'T'])).toEqual(['5', '4', '3', '2', '1', 'T'])
    expect(choiceDigits(['I', 'II', 'III', '0'])).toEqual(['1', '2', '3', '4'])
    expect(choiceDigits(['6', '12', '24'])).toEqual(['1', '2', '3'])
    expect(choiceDigits(['0', '1', '10', 'unknown'])).toEqual(['0', '1', '', ''])
    expect(choiceDigits(Array.from({ length: 10 }, (_, index) => `bed ${index}`)).at(-1)).toBe('')
  })

  it('[SCR-1] Enter that confirms a conversion never submits and Esc that cancels one never goes back, whichever way the input method says so', () => {
    for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
      for (const place of places) {
        for (const key of ['Enter', 'Escape', 'Process']) {
          expect(formKey(press(key, composing), place)).toBe('none')
          expect(formKey(press(key, { ...composing, ctrlKey: true }), place)).toBe('none')
        }
      }
    }
  })

  it('[SCR-2] Ctrl+Enter saves from anywhere, also from a text area and with the focus on a button', () => {
    for (const place of places) expect(formKey(press('Enter', { ctrlKey: true }), place)).toBe('save')
  })

  it('[SCR-2] Enter goes to the next field from a line or a choice, is a new line in a text area, and is the button on a button', () => {
    expect(places.map((place) => formKey(press('Enter'), place))).toEqual(['next', 'none', 'none', 'next', 'none'])
  })

  it('[SCR-2] Shift, Alt and the system key make Enter something else, which is left alone', () => {
    for (const modifier of ['altKey', 'metaKey', 'shiftKey'] as const) expect(formKey(press('Enter', { [modifier]: true }), 'line')).toBe('none')
  })

  it('[SCR-2] Esc goes back from anywhere', () => {
    for (const place of places) expect(formKey(press('Escape'), place)).toBe('back')
  })
})

describe('keys of the window', () => {
  it('[SCR-3] F6 to F10, Esc and single letters are never keys of the window', () => {
    for (const key of ['F6', 'F7', 'F8', 'F9', 'F10', 'Escape', 'a', 'A', '1', 'Enter', 'Tab']) expect(keyName(press(key))).toBe('')
  })

  it('[SCR-3] F1 to F5, F11 and F12 are, and so are Ctrl or Alt with another key', () => {
    expect(['F1', 'F2', 'F3', 'F4', 'F5', 'F11', 'F12'].map((key) => keyName(press(key)))).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F11', 'F12'])
    expect(keyName(press('b', { ctrlKey: true }))).toBe('Ctrl+B')
    expect(keyName(press('1', { altKey: true }))).toBe('Alt+1')
  })

  it('[SCR-3] AltGr, which types letters on many keyboards, is none', () => {
    expect(keyName(press('e', { ctrlKey: true, altKey: true }))).toBe('')
  })
})
