import { readInBoth, type ReaderKey, type ReadInBoth } from '#domain/scan/key-text.ts'
import { boxBefore, boxOf, putBack, typeInto, type BoxBefore } from './box-before.ts'
import { afterPress, betweenKeysMs, lateKeyMs, noRun, type Run } from './wedge.ts'

/** A whole scan, as each layout reads it. `over`: what had the focus when it began. */
export type WedgeScan = { readonly read: ReadInBoth; readonly over: Element | null }

/** A key that was kept from the screen, to be given to it if it was no scan. */
type Held = { readonly key: string; readonly code: string; readonly shiftKey: boolean; readonly target: EventTarget }

/**
 * The one ear of the window for wedge readers. Over a text box the first three keys land as typing does and are taken out
 * again; anywhere else they are held back for as long as a next one could still come, so that no scan chooses, presses or
 * opens anything. `take` answers whether the scan meant something here; what nobody takes is given back to the box it was
 * read over, as if it had been typed, and to nothing else. Returns the way to stop listening.
 */
export function listenForScans(take: (scan: WedgeScan) => boolean): () => void {
  let run: Run = noRun
  let before: BoxBefore | null = null
  let over: Element | null = null
  let held: readonly Held[] = []
  let isComposing = false
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Answers whether the line end of it is the reader's alone. */
  const end = (keys: readonly ReaderKey[], isReader: boolean): boolean => {
    const due = held
    held = []
    clearTimeout(timer)
    if (!isReader) {
      due.forEach(giveTo)
      return false
    }
    const read = readInBoth(keys)
    const taken = take({ read, over })
    const was = before
    if (taken && was !== null) {
      putBack(was, isComposing)
      // An input method may hand over what it made of the last key a moment later.
      if (isComposing) setTimeout(() => run.keys.length === 0 && putBack(was, false), betweenKeysMs)
    }
    const box = boxOf(document.activeElement)
    if (!taken && box !== null && was !== null && !isComposing) typeInto(box, due.map(({ key }) => key).join(''))
    return taken || box === null
  }
  /** Nothing came any more. A window that was busy hears its keys late: it looks once more before it is sure. */
  const wait = (ms: number): void => {
    const dueMs = performance.now() + ms
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (performance.now() - dueMs > 20) return wait(betweenKeysMs)
      const { keys, isReader } = run
      run = noRun
      if (end(keys, isReader)) run = { ...noRun, isOver: true, lastMs: performance.now() }
    }, ms)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.isTrusted) return // what was given back
    const { code, key, shiftKey, ctrlKey } = event
    const step = afterPress(run, { code, key, shift: shiftKey, ctrl: ctrlKey, atMs: event.timeStamp, isRepeat: event.repeat, isOther: event.altKey || event.metaKey })
    run = step.run
    const isReaders = step.ended !== null && end(step.ended.keys, step.ended.isReader)
    if (step.key === 'none') return
    if (step.key === 'end' || step.key === 'stray') {
      if (isReaders || step.key === 'stray') swallow(event)
      else run = noRun
      return
    }
    const box = boxOf(event.target)
    if (step.key === 'first') {
      before = box === null ? null : boxBefore(box)
      over = event.target instanceof Element ? event.target : null
    }
    if (step.key === 'reader' && before !== null && !isComposing) {
      const landed = before.box.value
      putBack(before, false)
      // What the first keys left is due with the rest, should nobody take it.
      if (landed !== before.box.value) held = run.keys.slice(0, -1).map((early) => ({ key: early.key, code: early.code, shiftKey: early.shift, target: event.target ?? window }))
    }
    const isHeld = step.key === 'reader' || step.key === 'more' || box === null
    if (isHeld) {
      swallow(event)
      held = [...held, { key, code, shiftKey, target: event.target ?? window }]
    }
    if (run.isReader) wait(lateKeyMs)
    else if (held.length > 0) wait(betweenKeysMs)
  }
  const composes = ({ type }: Event): void => {
    isComposing = type !== 'compositionend'
  }
  window.addEventListener('keydown', onKeyDown, true)
  for (const type of ['compositionstart', 'compositionend']) window.addEventListener(type, composes, true)
  return () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', onKeyDown, true)
    for (const type of ['compositionstart', 'compositionend']) window.removeEventListener(type, composes, true)
  }
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/**
 * A held key goes where the focus is now: the one before it may have chosen something and moved on, and a hand that types
 * `1` `4` into two groups must not change the first with the second.
 */
function giveTo({ target, key, code, shiftKey }: Held): void {
  const to = boxOf(target) === null && document.activeElement instanceof HTMLElement ? document.activeElement : target
  to.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }))
}
