import '#renderer/before-all.ts'
import { firstJob } from './first-job.ts'
import type { Job } from './job.ts'
import { long } from './long.ts'
import { pack } from './pack.ts'
import { build, start, unlock } from './ward-acts.ts'
import { work } from './work.ts'

/** A window without screens: what is measured is the store, on the real bridge, in the real window. */
const trouble = (reason: unknown): void => window.bench.say(JSON.stringify({ said: 'trouble', what: reason instanceof Error ? reason.stack : String(reason) }))
addEventListener('unhandledrejection', ({ reason }) => trouble(reason))
const acts: Readonly<Record<string, (job: Job) => Promise<void>>> = { unlock, build, start, work, long, pack }
const job = JSON.parse(await firstJob) as Job // written by app.ts
await acts[job.act]?.(job).catch(trouble) // a module that throws while it loads is told nobody
