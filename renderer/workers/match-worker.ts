import type { Compared } from '#domain/reconcile/candidates.ts'
import type { MatchAsk, MatchTell } from './match.worker.ts'

/** Compares the ward with the hospital's list beside the screen. `stop` ends it in the middle; then nothing is answered. */
export type MatchWorker = { readonly compare: (asked: MatchAsk, onRows: (read: number, of: number) => void) => Promise<Compared>; readonly stop: () => void }

export function startMatchWorker(): MatchWorker {
  const worker = new Worker(new URL('./match.worker.ts', import.meta.url), { type: 'module' })
  return {
    compare: (asked, onRows) => new Promise((resolve, reject) => {
      const failed = (): void => reject(new Error('The lists could not be compared'))
      worker.onerror = failed
      worker.onmessage = ({ data }: MessageEvent<MatchTell>) => {
        if (data.tell === 'progress') onRows(data.read, data.of)
        else if (data.made === null) failed()
        else resolve(data.made)
      }
      worker.postMessage(asked)
    }),
    stop: () => worker.terminate(),
  }
}
