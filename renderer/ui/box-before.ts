/** What keys land in: a text box, or a list of the machine's own that letters choose in. */
export type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export function boxOf(target: EventTarget | null): Box | null {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return target
  return target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox' ? target : null
}

/** A box as it stood before the first key of a scan. */
export type BoxBefore = { readonly box: Box; readonly value: string; readonly from: number | null; readonly to: number | null }

export function boxBefore(box: Box): BoxBefore {
  const [from, to] = box instanceof HTMLSelectElement ? [null, null] : [box.selectionStart, box.selectionEnd]
  return { box, value: box.value, from, to }
}

/**
 * Puts a box back as it was, cursor and all, so that whoever owns it hears of it. What an input method has made of the
 * keys can only be ended, by taking the focus away for a moment: what was being composed stays as plain text.
 */
export function putBack({ box, value, from, to }: BoxBefore, isComposing: boolean): void {
  if (box.value === value) return
  if (isComposing) {
    box.blur()
    box.focus({ preventScroll: true })
  }
  write(box, value)
  if (!(box instanceof HTMLSelectElement) && from !== null) box.setSelectionRange(from, to)
}

/** Types a text into a box where its cursor stands. */
export function typeInto(box: Box, text: string): void {
  if (box instanceof HTMLSelectElement) return
  const [from, to] = [box.selectionStart ?? box.value.length, box.selectionEnd ?? box.value.length]
  write(box, box.value.slice(0, from) + text + box.value.slice(to))
  if (box.selectionStart !== null) box.setSelectionRange(from + text.length, from + text.length)
}

/** Through the browser's own setter: React keeps one of its own in front of it. */
function write(box: Box, value: string): void {
  const kind = box instanceof HTMLInputElement ? HTMLInputElement : box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLSelectElement
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(box, value)
  box.dispatchEvent(new Event('input', { bubbles: true }))
  if (box instanceof HTMLSelectElement) box.dispatchEvent(new Event('change', { bubbles: true }))
}
