import type { Bridge } from '#domain/bridge.ts'

/**
 * Puts a text on the clipboard, and asks the machine to empty it after a minute. By the window's own copy command: the
 * clipboard of the web platform is a permission that this window is never given. False when nothing was copied.
 */
export function copyText(bridge: Bridge, text: string): boolean {
  let isTaken = false
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    isTaken = true
  }
  document.addEventListener('copy', put, { once: true })
  const isCopied = document.execCommand('copy') && isTaken // oxlint-disable-line typescript/no-deprecated -- the other way needs a permission
  document.removeEventListener('copy', put)
  if (isCopied) void bridge.call('clipboard:empty-soon')
  return isCopied
}
