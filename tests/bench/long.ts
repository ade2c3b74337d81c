import { EntryId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import { hand } from '#renderer/host.ts'
import { seeded } from '#tests/builders.ts'
import type { Job } from './job.ts'
import { opening, pause, say, settleMs } from './ward-acts.ts'

/** Every chart of a ward opened once, as somebody who looks through all of them would, then saves at random beds. */
export async function long(job: Job): Promise<void> {
  const { run, news } = await opening(job)
  const ward = await run()
  await ward.compared
  for (const patient of job.patients) {
    const from = performance.now()
    const chart = await ward.openChart(patient, job.standing, 'board')
    const ms = performance.now() - from
    if (!chart.ok || chart.value.from !== 'copy') throw new Error('The chart did not come from the working copy')
    say('long-chart', { ms, rows: chart.value.chart.rows.length })
    await pause(50)
  }
  const chance = seeded(17)
  for (let round = 0; round < job.rounds; round += 1) {
    const patient = job.patients[chance() % job.patients.length] ?? null
    const draft: Draft = { id: EntryId.parse(hand.newId()), kind: 'note', patient, at: null, body: { text: `訪室 ${round}。入眠中、呼吸平静、苦痛表情なし。` } }
    const from = performance.now()
    const saved = await ward.commit(draft, job.standing)
    if (!saved.ok) throw new Error(saved.error.code)
    say('long-save', { ms: performance.now() - from })
    await pause(12)
  }
  if (news.length > 0) throw new Error(JSON.stringify(news))
  await ward.settle(settleMs) // as a window does before it goes
  window.bench.end()
}
