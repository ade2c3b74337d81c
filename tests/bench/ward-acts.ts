import { bridgeOver, hand, idle } from '#renderer/host.ts'
import type { StoreNews } from '#renderer/store/ports.ts'
import { startWard, type Ward } from '#renderer/store/start.ts'
import { openKeys, type IncidentKeys } from '#renderer/vault/seal.ts'
import type { IncidentId } from '#domain/ids.ts'
import type { Job } from './job.ts'

const bridge = bridgeOver(window.tomoshibi)

export type Opening = { readonly run: () => Promise<Ward>; readonly news: readonly StoreNews[]; readonly keys: IncidentKeys; readonly incident: IncidentId }

/** The ward as session/open-ward.ts opens it once a code was accepted; the keys are derived before the clock runs. */
export async function opening({ dek }: Job): Promise<Opening> {
  const status = await bridge.call('station:status')
  if (!status.ok || status.value.incident === null) throw new Error('No incident is open')
  const { realm, lastExit } = status.value
  const { incident, beginning } = status.value.incident
  const keys = await openKeys(bytesOf(dek), { realm, incident })
  const news: StoreNews[] = []
  return {
    news, keys, incident,
    run: async () => {
      const ward = await startWard({ bridge, keys, hand, incident, beginning, lastExit, isFrozen: () => false, tell: (one) => news.push(one), idle })
      if (!ward.ok) throw new Error(ward.error.code)
      return ward.value
    },
  }
}

/** One unlock in a window that has just come up, then its floor; then the window is locked, and the next one goes on. */
export async function unlock(job: Job): Promise<void> {
  const { run, news } = await opening(job)
  await pause(100)
  const { ward, ms } = await timed(run)
  ward.stop()
  await pause(30)
  const floors = await floorsOf(job)
  const { entries, patients } = ward.view()
  say('unlocked', { ms, floors, entries, patients: patients.size, news: news.map(({ code }) => code) })
  if (job.round >= job.rounds) window.bench.end()
  else await bridge.call('window:lock', { why: 'asked' })
}

async function floorsOf({ floors }: Job): Promise<readonly number[]> {
  const took: number[] = []
  for (const floor of floors) took.push(await window.bench.call('readFile', floor))
  return took
}

/** The working copy is made, once; nothing is measured. */
export async function build(job: Job): Promise<void> {
  const { run } = await opening(job)
  const ward = await run()
  const state = await ward.compared
  if (state.stage !== 'ready') throw new Error(`The working copy is ${state.stage}`)
  await ward.settle(settleMs)
  say('built')
  window.bench.end()
}

/** The first opening of a process. Behind it the working copy is compared or made anew, as it will be: then the bench ends it, or cuts it off. */
export async function start(job: Job): Promise<void> {
  const { run, news } = await opening(job)
  const { ward, ms } = await timed(run)
  const { entries } = ward.view()
  await pause(1500)
  say('started', { ms, entries, news: news.map(({ code }) => code), copy: ward.copy().stage })
  window.bench.end()
}

async function timed(run: () => Promise<Ward>): Promise<{ readonly ward: Ward; readonly ms: number }> {
  const from = performance.now()
  const ward = await run()
  return { ward, ms: performance.now() - from }
}

export function say(said: string, more: Readonly<Record<string, unknown>> = {}): void {
  window.bench.say(JSON.stringify({ said, ...more }))
}

/** Longer than any window needs to keep what it has: only what is behind it is measured. */
export const settleMs = 20_000

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16))
}
