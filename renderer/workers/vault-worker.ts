import type { Given, Made, VaultJob } from './vault-jobs.ts'

type Answer = { readonly number: number; readonly made?: unknown; readonly failed?: true }

/** Asks the vault's worker. It lives and dies with this window, so a lock leaves nothing of it. */
export type Vault = { readonly ask: <Job extends VaultJob>(job: Job, given: Given<Job>) => Promise<Made<Job>> }

export function startVault(): Vault {
  const worker = new Worker(new URL('./vault.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { readonly resolve: (made: unknown) => void; readonly reject: (reason: Error) => void }>()
  let asked = 0
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const asker = waiting.get(data.number)
    waiting.delete(data.number)
    if (data.failed === true) asker?.reject(new Error('The vault could not do its work'))
    else asker?.resolve(data.made)
  })
  return {
    ask: <Job extends VaultJob>(job: Job, given: Given<Job>) =>
      new Promise<Made<Job>>((resolve, reject) => {
        asked += 1
        waiting.set(asked, { resolve: (made) => resolve(made as Made<Job>), reject }) // the worker answers with this job's own result
        worker.postMessage({ number: asked, job, given })
      }),
  }
}
