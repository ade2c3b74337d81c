/** How long a copied text stays on the clipboard: long enough to paste it, and said on the screen beside it. */
export const copiedForMs = 60_000

/** A text that the window put on the clipboard, and its end. Emptied only while something of ours may lie there. */
export function copiedText(clear: () => void): { readonly emptySoon: () => void; readonly empty: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null
  const empty = (): void => {
    if (timer === null) return
    clearTimeout(timer)
    timer = null
    clear()
  }
  return {
    emptySoon: () => {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(empty, copiedForMs)
    },
    empty,
  }
}
