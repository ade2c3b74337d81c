import '../before-all.ts'
import { vaultJobs, type VaultJob } from './vault-jobs.ts'

type Asked = { readonly number: number; readonly job: VaultJob; readonly given: never }

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const run = vaultJobs[data.job] as (given: never) => Promise<unknown> // the asker's types pair job and input
  run(data.given).then(
    (made) => postMessage({ number: data.number, made }),
    () => postMessage({ number: data.number, failed: true }),
  )
})
