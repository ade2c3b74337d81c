import '#renderer/before-all.ts'
import { firstJob } from './first-job.ts'
import type { Job } from './job.ts'
import { searchEngines, searchMillion } from './search-engines.ts'
import { searchScreen } from './search-screen.tsx'
import { say } from './ward-acts.ts'

/** A window that only searches: invented patients, the index, its peers, and the screen people type into. */
addEventListener('unhandledrejection', ({ reason }) => say('trouble', { what: reason instanceof Error ? reason.stack : String(reason) }))
const job = JSON.parse(await firstJob) as Job // written by app.ts
if (job.act === 'search') await searchEngines(job.rounds)
if (job.act === 'search-screen') await searchScreen(job.rounds)
if (job.act === 'search-million') searchMillion(job.rounds)
window.bench.end()
