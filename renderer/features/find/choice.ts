import { isComposing, type KeyPress } from '#renderer/ui/keys.ts'

export type FindKey = { readonly act: 'choose'; readonly at: number } | { readonly act: 'open'; readonly at: number } | { readonly act: 'none' }

const page = 8

/**
 * What a key means in the search box, with `count` people below and one of them, or nobody, chosen. The focus never leaves the
 * box, so one can always type on. Enter first chooses, then opens: nobody is opened whose row was not seen marked.
 * Home, End and the arrows to the sides stay with the text.
 */
export function findKey(press: KeyPress, count: number, chosen: number | null): FindKey {
  if (isComposing(press) || press.ctrlKey || press.altKey || press.metaKey || press.shiftKey || count === 0) return { act: 'none' }
  const to = (at: number): FindKey => ({ act: 'choose', at: Math.max(0, Math.min(count - 1, at)) })
  switch (press.key) {
    case 'ArrowDown':
      return to(chosen === null ? 0 : chosen + 1)
    case 'ArrowUp':
      return to(chosen === null ? count - 1 : chosen - 1)
    case 'PageDown':
      return to((chosen ?? -1) + page)
    case 'PageUp':
      return to((chosen ?? 0) - page)
    case 'Enter':
      return chosen === null ? to(0) : { act: 'open', at: chosen }
    default:
      return { act: 'none' }
  }
}
