import { useEffect, useRef } from 'react'
import { isComposing } from './keys.ts'

/**
 * A badge reader is a keyboard that types a code and Enter in a few hundredths of a second, into whatever has the focus.
 * It is told from hands by its speed, from one key to the next, Enter included; and what it read counts only when the
 * station knows it. What hands typed is never taken away from them.
 */
export type ScanPress = { readonly key: string; readonly atMs: number }
export type Burst = { readonly text: string; readonly lastMs: number }

export const noBurst: Burst = { text: '', lastMs: Number.NEGATIVE_INFINITY }

/** Readers send a key every 1 to 20 ms; two keys of the fastest hands may fall this close together, four in a row do not. */
const mostGapMs = 35
const leastLength = 4
const mostLength = 64

/** The burst after a key; `scanned` when Enter ended one that only a machine could have typed. */
export function afterPress(burst: Burst, { key, atMs }: ScanPress): { readonly burst: Burst; readonly scanned: string | null } {
  const goesOn = atMs - burst.lastMs <= mostGapMs
  if (key === 'Enter') return { burst: noBurst, scanned: goesOn && burst.text.length >= leastLength && burst.text.length <= mostLength ? burst.text : null }
  if (key === 'Shift') return { burst: goesOn ? { ...burst, lastMs: atMs } : noBurst, scanned: null } // how a reader sends capitals
  if (key.length !== 1) return { burst: noBurst, scanned: null }
  return { burst: { text: goesOn ? burst.text + key : key, lastMs: atMs }, scanned: null }
}

/**
 * Reads badges from anywhere on the screen. `whose` says whom a text names, null for nobody; only then was it a badge, and
 * the box it fell into gets back what stood there before.
 */
export function useBadgeScan<Whom>(whose: (text: string) => Whom | null, onScan: (whom: Whom) => void): void {
  const latest = useRef({ whose, onScan })
  useEffect(() => {
    latest.current = { whose, onScan }
  })
  useEffect(() => {
    let burst = noBurst
    let before: BoxBefore | null = null
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) {
        burst = noBurst
        return
      }
      const next = afterPress(burst, { key: event.key, atMs: event.timeStamp })
      if (next.burst.text.length === 1) before = boxBefore(event.target)
      burst = next.burst
      const whom = next.scanned === null ? null : latest.current.whose(next.scanned)
      if (whom === null) return
      event.preventDefault()
      event.stopImmediatePropagation()
      putBack(before)
      latest.current.onScan(whom)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}

type BoxBefore = { readonly box: HTMLInputElement | HTMLTextAreaElement; readonly value: string }

function boxBefore(target: EventTarget | null): BoxBefore | null {
  if (target instanceof HTMLTextAreaElement) return { box: target, value: target.value }
  return target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox' ? { box: target, value: target.value } : null
}

/** As if it had been typed back: through the browser's own setter, so that the form hears of it. */
function putBack(before: BoxBefore | null): void {
  if (before === null || before.box.value === before.value) return
  const kind = before.box instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(before.box, before.value)
  before.box.dispatchEvent(new Event('input', { bubbles: true }))
}
