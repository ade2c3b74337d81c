import { useEffect, useRef, type KeyboardEvent as ReactKeyboardEvent } from 'react'

/** What a key press means on a form. `none` leaves it to the control. */
export type FormKey = 'save' | 'next' | 'back' | 'none'

/** As much of a keyboard event as the rules look at; the rules are tested without a browser. */
export type KeyPress = {
  readonly key: string
  readonly keyCode: number
  readonly isComposing: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** Where the press happened: in a text area Enter is a new line; on a button it is that button. */
export type KeyPlace = 'line' | 'paragraph' | 'button' | 'choice' | 'elsewhere'

/**
 * Enter that confirms a Japanese conversion never submits, and Esc that cancels one never goes back: Chromium reports
 * those presses with `isComposing`, some input methods only with key code 229. Both are left to the input method.
 */
export function isComposing(press: KeyPress): boolean {
  return press.isComposing || press.keyCode === 229
}

export function formKey(press: KeyPress, place: KeyPlace): FormKey {
  if (isComposing(press) || press.altKey || press.metaKey) return 'none'
  if (press.key === 'Enter' && press.ctrlKey) return press.shiftKey ? 'none' : 'save'
  if (press.ctrlKey) return 'none'
  if (press.key === 'Escape') return 'back'
  if (press.key === 'Enter' && !press.shiftKey && (place === 'line' || place === 'choice')) return 'next'
  return 'none'
}

/**
 * The figure that chooses each of these: its place, or itself where most of the choice are figures: 5 must not choose the fifth,
 * which in a score is 1. A single letter among them is its own key as well (T of a tube); what is longer is reached with the arrows.
 */
export function choiceDigits(values: readonly string[]): readonly string[] {
  const figures = values.filter((value) => /^\d$/.test(value)).length
  if (figures > 1 && figures * 2 >= values.length) return values.map((value) => (/^[\dA-Z]$/.test(value) ? value : ''))
  return values.map((_, index) => (index < 9 ? String(index + 1) : ''))
}

export type SubmitKeys = {
  /** Ctrl+Enter from anywhere in the container, and Enter in its last field. */
  readonly onSave?: () => void
  /** Esc. The draft is kept by whoever owns it. */
  readonly onBack?: () => void
}

type Handlers = {
  /** Marks who takes Ctrl+Enter: the innermost container around the focus that can save. */
  readonly 'data-saves': '' | undefined
  readonly onKeyDown: (event: ReactKeyboardEvent<HTMLElement>) => void
  readonly onKeyDownCapture: (event: ReactKeyboardEvent<HTMLElement>) => void
}

/** Spread on the element around a form's fields: `<div {...useSubmitKeys({ onSave, onBack })}>`. */
export function useSubmitKeys({ onSave, onBack }: SubmitKeys): Handlers {
  return {
    'data-saves': onSave === undefined ? undefined : '',
    // Taken on the way down: with the focus on "cancel", Ctrl+Enter would otherwise press "cancel", and a radio button
    // of React Aria keeps Enter to itself.
    onKeyDownCapture: (event) => {
      if (onSave === undefined || !isInnermost(event.currentTarget, event.target)) return
      const place = placeOf(event.target)
      const meant = formKey(pressOf(event), place)
      if (meant !== 'save' && !(meant === 'next' && place === 'choice')) return
      event.preventDefault()
      event.stopPropagation()
      if (event.repeat) return
      if (meant === 'save' || !focusNextField(event.currentTarget, event.target)) onSave()
    },
    onKeyDown: (event) => {
      if (event.defaultPrevented) return
      const meant = formKey(pressOf(event), placeOf(event.target))
      if (meant === 'back' && onBack !== undefined) {
        event.preventDefault()
        event.stopPropagation()
        onBack()
      }
      if (meant === 'next') {
        event.preventDefault() // a native form would submit
        if (!focusNextField(event.currentTarget, event.target) && !event.repeat) onSave?.()
      }
    },
  }
}

/**
 * Ctrl+Enter and Esc with the focus nowhere: a control that had it may just have gone from the screen, and a
 * person with gloves on does not look for it.
 */
export function useKeysFromNowhere(keys: SubmitKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.target !== document.body || event.repeat || document.querySelector('[aria-modal="true"], [role="alertdialog"], [role="dialog"]') !== null) return
      const meant = formKey(event, 'elsewhere')
      const act = meant === 'save' ? latest.current.onSave : meant === 'back' ? latest.current.onBack : undefined
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

const places: readonly string[] = ['F1', 'F2', 'F3', 'F4', 'F5', 'F11', 'F12']

/**
 * Keys that work wherever the focus is: 'F1' … 'F5', 'F11', 'F12', 'Ctrl+B', 'Alt+1'. F6–F10 and Esc belong to the
 * Japanese input method and are refused here; nothing fires while it composes, and while a dialog is open only the
 * key that locks: somebody who is called away does not close dialogs first.
 */
export function useWindowKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isComposing(event) || event.repeat) return
      const key = keyName(event)
      const act = latest.current[key]
      if (act === undefined || (key !== 'F12' && document.querySelector('[aria-modal="true"], [role="alertdialog"]') !== null)) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** `Ctrl+B`, `Alt+1`, `F2`; empty for every key that must never be global. */
export function keyName(press: KeyPress): string {
  if (press.metaKey || press.shiftKey) return ''
  if (!press.ctrlKey && !press.altKey) return places.includes(press.key) ? press.key : ''
  if (press.ctrlKey === press.altKey) return '' // AltGr arrives as both
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key
  return `${press.ctrlKey ? 'Ctrl' : 'Alt'}+${key}`
}

function isInnermost(container: HTMLElement, target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-saves]') === container
}

/** What the rules look at, of a press as React tells it. */
export function pressOf(event: ReactKeyboardEvent<HTMLElement>): KeyPress {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = event
  const { keyCode } = event // oxlint-disable-line typescript/no-deprecated -- nothing else tells 229, which some input methods only send
  return { key, keyCode, ctrlKey, altKey, metaKey, shiftKey, isComposing: event.nativeEvent.isComposing }
}

function placeOf(target: EventTarget): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'elsewhere'
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return 'paragraph'
  if (target instanceof HTMLInputElement) return target.type === 'radio' || target.type === 'checkbox' ? 'choice' : 'line'
  return target.closest('button, a, [role="button"]') === null ? 'elsewhere' : 'button'
}

/** Moves to the field after `from`; radios of one group, and keys of which several may be down, count as one field. False at the last field. */
function focusNextField(container: HTMLElement, from: EventTarget): boolean {
  const fields = [...container.querySelectorAll<HTMLElement>('input:not([type="hidden"]), textarea, select')].filter(
    (field) => !field.matches(':disabled') && field.closest('[inert]') === null,
  )
  const here = fields.findIndex((field) => field === from)
  const group = groupOf(fields[here])
  const next = fields.slice(here + 1).find((field) => group === null || groupOf(field) !== group)
  if (here === -1 || next === undefined) return false
  const nextGroup = groupOf(next)
  const chosen = fields.find((field) => nextGroup !== null && groupOf(field) === nextGroup && field.matches('[type="radio"]:checked'))
  const goal = chosen ?? next
  goal.focus()
  if (goal instanceof HTMLInputElement && goal.type !== 'radio' && goal.type !== 'checkbox') goal.select()
  return true
}

function groupOf(field: HTMLElement | undefined): string | null {
  if (!(field instanceof HTMLInputElement)) return null
  return field.type === 'radio' ? field.name : (field.closest<HTMLElement>('[data-one-field]')?.dataset['oneField'] ?? null)
}
