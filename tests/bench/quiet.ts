import { cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'

/** Waits for a moment in which the machine has little else to do, so that a short measurement meets no neighbour; not for ever. */
export async function quiet(mostMs = 4000): Promise<void> {
  for (let waited = 0; waited < mostMs; waited += sampleMs) {
    const before = busyAndAll()
    await pause(sampleMs)
    const after = busyAndAll()
    if ((after.busy - before.busy) / Math.max(1, after.all - before.all) < mostBusy) return
  }
}

const sampleMs = 150
const mostBusy = 0.25

function busyAndAll(): { readonly busy: number; readonly all: number } {
  let [busy, all] = [0, 0]
  for (const { times } of cpus()) {
    const sum = times.user + times.nice + times.sys + times.irq
    busy += sum
    all += sum + times.idle
  }
  return { busy, all }
}
