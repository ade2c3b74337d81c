import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { err, type Result } from '#domain/result.ts'
import type { Fault, Handlers } from '#domain/bridge.ts'
import { answer, channelOf, type OnRefused } from './answer.ts'
import { isOurs } from './harden.ts'

/** One channel for every call. The sender, the name and the input are checked before anything is done. */
export const channelName = 'tomoshibi'

/** Calls in one second beyond which a window is not a nurse: a burst of 500 saves passes, a flood does not. */
const mostCallsPerSecond = 3000

export function routeCalls(handlers: Handlers, current: () => WebContents | null, onRefused: OnRefused): void {
  let second = 0
  let calls = 0
  ipcMain.handle(channelName, async (event, name: unknown, input: unknown): Promise<Result<unknown, Fault>> => {
    const now = Math.floor(performance.now() / 1000)
    calls = now === second ? calls + 1 : 1
    second = now
    const isKnown = isOurWindow(event, current())
    if (calls > mostCallsPerSecond || !isKnown) {
      onRefused(channelOf(name) ?? 'unknown', isKnown ? 'too-many' : 'foreign-sender')
      return err({ code: 'refused' })
    }
    return answer(handlers, name, input, onRefused)
  })
}

function isOurWindow(event: IpcMainInvokeEvent, current: WebContents | null): boolean {
  const frame = event.senderFrame
  return current !== null && !current.isDestroyed() && event.sender === current && frame !== null && frame === current.mainFrame && isOurs(frame.url)
}
