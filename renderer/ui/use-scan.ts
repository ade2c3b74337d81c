import { useEffect, useRef } from 'react'
import { betweenKeysMs, lateKeyMs, noRun, scanEnd, scanKey, type ScanStep } from './scan.ts'

type TextBox = HTMLInputElement | HTMLTextAreaElement

/**
 * Listens for an envelope's code from a scanner, in front of every box. `swallow`: this is no place for one. Boxes that ask
 * for a code are left alone then: they judge it themselves. `off`: somebody else listens.
 */
export function useSealedScan(onCode: ((code: string) => void) | 'swallow' | 'off'): void {
  const latest = useRef(onCode)
  useEffect(() => {
    latest.current = onCode
  })
  useEffect(() => {
    let run = noRun
    let timer: ReturnType<typeof setTimeout> | undefined
    /** What the box held before the run put the first keys into it. */
    let before: { readonly box: TextBox; readonly value: string } | null = null

    const act = (told: ScanStep['act']): void => {
      if (told.what === 'begin' && before !== null) put(before.box, before.value)
      if (told.what === 'give-back') giveBack(told.text)
      if (told.what === 'code' && typeof latest.current === 'function') latest.current(told.code)
    }
    const settle = (): void => {
      const held = run
      run = noRun
      clearTimeout(timer)
      act(scanEnd(held))
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing) return
      if (event.ctrlKey || event.altKey || event.metaKey) return settle() // no scanner's key: what is held back must be there before it acts
      if (latest.current === 'off') return
      if (latest.current === 'swallow' && event.target instanceof Element && event.target.closest('[data-code-field]') !== null) return
      const box = textBoxOf(event.target)
      if (!run.isHeld && event.timeStamp - run.lastMs > betweenKeysMs) before = box === null ? null : { box, value: box.value }
      const step = scanKey(run, event.key, event.timeStamp)
      run = step.run
      if (step.isSwallowed) {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      act(step.act)
      clearTimeout(timer)
      if (run.isHeld) timer = setTimeout(settle, lateKeyMs)
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', onKeyDown, true)
    }
  }, [])
}

function textBoxOf(target: EventTarget | null): TextBox | null {
  if (target instanceof HTMLTextAreaElement) return target
  return target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox' ? target : null
}

/** Puts a text into a box as typing does, so that whoever owns the box hears of it. */
function put(box: TextBox, text: string): void {
  box.setRangeText(text, 0, box.value.length, 'end')
  box.dispatchEvent(new Event('input', { bubbles: true }))
}

function giveBack(text: string): void {
  const box = textBoxOf(document.activeElement)
  if (box === null) return
  box.setRangeText(text, box.selectionStart ?? box.value.length, box.selectionEnd ?? box.value.length, 'end')
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
