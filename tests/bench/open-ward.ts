import { runApp } from './app.ts'
import type { Filled } from './data.ts'
import type { Said } from './job.ts'
import { against, median, quantile, rounded, type Row } from './measure.ts'

/** Charts and saves of each kind that count. */
const rounds = 400

/** An open ward: charts against one read of the same row, saves against one append of the same bytes. */
export async function chartAndSave({ folder, dek, incident, standing, patients }: Filled): Promise<Readonly<Record<string, Row>>> {
  const job = { dek, incident, standing, patients, rounds }
  await runApp({ page: 'ward', data: folder, job: { ...job, act: 'build' }, limitMs: 240_000 })
  const said = await runApp({ page: 'ward', data: folder, job: { ...job, act: 'work' }, limitMs: 180_000 })
  const [charts, saves] = [said.filter((one) => one.said === 'chart'), said.filter((one) => one.said === 'save')]
  const p95 = (all: readonly Said[], name: string): number => rounded(quantile(figures(all, name), 0.95))
  return {
    chart: against(figures(charts, 'read'), figures(charts, 'floor'), 1.5, {
      p95: p95(charts, 'read'), floorP95: p95(charts, 'floor'), entriesOfAChart: rounded(median(figures(charts, 'rows'))),
      note: 'Reading, decrypting and checking one chart of 10,000, without the entry that says it was opened. Floor: one raw IndexedDB get of another patient\'s row and nothing else; both after thousands of other rows were read.',
    }),
    chartRecorded: against(figures(charts, 'whole'), figures(charts, 'wholeFloor'), null, {
      p95: p95(charts, 'whole'),
      note: 'The product as it is: the opening is saved in the journal (append, fsync) before anything is decrypted. Held against a raw get, which saves nothing.',
    }),
    save: against(figures(saves, 'ms'), figures(saves, 'floor'), 1.6, {
      p95: p95(saves, 'ms'), floorP95: p95(saves, 'floor'), callAlone: rounded(median(figures(saves, 'call'))), floorInOneGo: rounded(median(figures(saves, 'sync'))),
      workingCopyComplete: rounded(median(figures(saves, 'copied'))), bytes: rounded(median(figures(saves, 'bytes'))),
      note: 'commit() until the journal has acknowledged it, against append and fdatasync of the same bytes over one call. Floor in one go: the same while the process waits. workingCopyComplete: until IndexedDB has it too, which nobody waits for.',
    }),
  }
}

function figures(said: readonly Said[], name: string): readonly number[] {
  return said.flatMap((one) => (typeof one[name] === 'number' ? [one[name]] : []))
}
