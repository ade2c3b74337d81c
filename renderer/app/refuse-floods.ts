import { notice } from '../session/session.ts'

/** Three times the longest text that is kept, and as much as a draft holds. Beyond it a box stops the window for a minute. */
export const mostInBox = 60_000

/** Refuses what would make a box unusable, whole and with a sentence, before it is in: nothing is ever cut to fit. */
export function refuseFloods(): void {
  addEventListener('beforeinput', (event) => {
    const box = event.target
    if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) return
    const more = event.data?.length ?? 0
    const replaced = (box.selectionEnd ?? 0) - (box.selectionStart ?? 0)
    if (more === 0 || box.value.length - replaced + more <= mostInBox) return
    event.preventDefault()
    notice('too-much-text')
  }, { capture: true })
}
