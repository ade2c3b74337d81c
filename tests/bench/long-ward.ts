import { pssOfTree } from '#tests/pss.ts'
import { runApp } from './app.ts'
import { bigStart } from './big-start.ts'
import type { Filled } from './data.ts'
import type { Said } from './job.ts'
import { median, quantile, rounded, type Row } from './measure.ts'

const saveRounds = 300
const chartMs = 300
const packMs = 30_000
const mostPssBytes = 700 * 1024 ** 2

/**
 * Ninety days of forty beds, half a million records, against the figures the chart is held to: a start within the seconds of the
 * design, a chart of more than ten thousand records within 0.3 s, a save that costs what it costs on an empty ward, and memory.
 */
export async function longWard(long: Filled, empty: Filled, add: (rows: Readonly<Record<string, Row>>) => void): Promise<void> {
  const starts = await bigStart(long)
  add({ longWardStart: starts['startClean500k'] ?? missing(), longWardStartUnclean: starts['startUnclean500k'] ?? missing() })

  const [inLong, inEmpty] = [await workIn(long), await workIn(empty)]
  const opened = figures(inLong.said, 'long-chart', 'ms')
  const rows = Math.min(...figures(inLong.said, 'long-chart', 'rows'))
  const [saves, emptySaves] = [figures(inLong.said, 'long-save', 'ms'), figures(inEmpty.said, 'long-save', 'ms')]
  add({
    longWardCopy: { ratio: null, target: null, measured: Math.round(inLong.copyMs), repeats: 1, note: 'The whole working copy made anew from the journal: application started, copy made. It happens behind a ward that can be worked in.' },
    longWardChart: { ratio: rounded(quantile(opened, 0.95) / chartMs), target: 1, measured: rounded(median(opened)), p95: rounded(quantile(opened, 0.95)), allowed: chartMs, fewestRows: rows, repeats: opened.length, note: 'openChart() of every patient of a ward of half a million records: the opening recorded, then everything read, decrypted, checked and put in order. Ratio of the p95 to 300 ms.' },
    longWardSave: { ratio: rounded(median(saves) / median(emptySaves)), target: 1.2, measured: rounded(median(saves)), empty: rounded(median(emptySaves)), p95: rounded(quantile(saves, 0.95)), emptyP95: rounded(quantile(emptySaves, 0.95)), repeats: saves.length, note: 'commit() in the full ward against the same in a ward of forty registrations.' },
    longWardMemory: { ratio: rounded(inLong.pss / mostPssBytes), target: 1, megabytes: Math.round(inLong.pss / 1024 ** 2), repeats: 1, note: 'PSS of the process tree, the most that was seen, with every chart opened one after the other. Ratio to 700 MB.' },
  })

  const [pack] = await runApp({ page: 'ward', data: long.folder, job: { dek: long.dek, incident: long.incident, standing: long.standing, patients: long.patients, rounds: 1, act: 'pack' }, limitMs: 300_000 })
  add({
    longWardPack: { ratio: rounded(Number(pack?.['ms']) / packMs), target: 1, measured: Math.round(Number(pack?.['ms'])), read: Math.round(Number(pack?.['readMs'])), longestHeldUp: Math.round(Number(pack?.['longestMs'])), patients: Number(pack?.['patients']), documents: Number(pack?.['sheets']), pages: Number(pack?.['pages']), repeats: 1, allowed: packMs, note: 'The ward pack of everybody: charts read, prints recorded, pages drawn, up to the dialog of the printer. longestHeldUp: how long the window did nothing else.' },
  })
}

async function workIn({ folder, dek, incident, standing, patients }: Filled): Promise<{ readonly said: readonly Said[]; readonly copyMs: number; readonly pss: number }> {
  const job = { dek, incident, standing, patients, rounds: saveRounds }
  const from = performance.now()
  await runApp({ page: 'ward', data: folder, job: { ...job, act: 'build' }, limitMs: 600_000 })
  const copyMs = performance.now() - from
  let pss = 0
  const said = await runApp({ page: 'ward', data: folder, job: { ...job, act: 'long' }, limitMs: 300_000, watch: async (pid) => void (pss = Math.max(pss, await pssOfTree(pid))) })
  return { said, copyMs, pss }
}

function figures(said: readonly Said[], what: string, name: string): readonly number[] {
  return said.flatMap((one) => (one.said === what && typeof one[name] === 'number' ? [one[name]] : []))
}

function missing(): never {
  throw new Error('The start was measured under another name')
}
