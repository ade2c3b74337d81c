import { openAsBlob } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Zip, ZipDeflate } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guessMapping } from '#domain/reference/csv-mapping.ts'
import { readCsv, sniffCsv } from '#renderer/reference/read-csv.ts'
import { faultsOf, gathered, idsOf, today, utf8 } from './bytes.ts'

/** Files as somebody could really put in front of the machine, on a real disk. */
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tomoshibi-hostile-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const how = { encoding: 'utf-8', delimiter: ',', mapping: guessMapping(['患者ID', '氏名', '生年月日']) } as const

/** What was read of it, and how much more memory the process held meanwhile than before, at most. */
async function readWatched(path: string): Promise<{ readonly found: Awaited<ReturnType<typeof gathered>>; readonly grewBytes: number }> {
  const file = await openAsBlob(path)
  const began = process.memoryUsage().rss
  let most = began
  const batches = (async function* () {
    for await (const batch of readCsv(file, how, { today })) {
      most = Math.max(most, process.memoryUsage().rss)
      yield batch
    }
  })()
  return { found: await gathered(batches), grewBytes: most - began }
}

test('[REF-4] a single line of 1 GB is one fault within 200 MB of memory, and the lines around it are patients', async () => {
  const path = join(folder, 'line.csv')
  const file = await open(path, 'w')
  await file.write(utf8('患者ID,氏名,生年月日\n1,架空,\n'))
  const piece = new Uint8Array(16 * 1024 * 1024).fill(0x78)
  for (let written = 0; written < 1024 ** 3; written += piece.length) await file.write(piece)
  await file.write(utf8('\n3,仮谷,\n'))
  await file.close()
  const { found, grewBytes } = await readWatched(path)
  console.log(`1 GB in one line: ${Math.round(grewBytes / 1024 ** 2)} MB more memory at most`)
  expect(faultsOf(found)).toEqual(['3 row-too-long'])
  expect(idsOf(found)).toEqual(['1', '3'])
  expect(grewBytes).toBeLessThan(200 * 1024 ** 2)
})

test('[REF-3] a ZIP of 2 GB of nothing that calls itself a CSV is refused by its first bytes, and never unpacked', async () => {
  const path = join(folder, 'patients.csv')
  const file = await open(path, 'w')
  const pieces: Uint8Array[] = []
  const zip = new Zip((failed, piece) => {
    if (failed) throw failed
    pieces.push(piece)
  })
  const entry = new ZipDeflate('patients.csv', { level: 6 })
  zip.add(entry)
  const zeros = new Uint8Array(64 * 1024 * 1024)
  for (let made = 0; made < 2 * 1024 ** 3; made += zeros.length) entry.push(zeros, false)
  entry.push(new Uint8Array(), true)
  zip.end()
  for (const piece of pieces) await file.write(piece)
  await file.close()
  const { size } = await stat(path)
  expect(size).toBeLessThan(10 * 1024 ** 2)
  const began = process.memoryUsage().rss
  expect(await sniffCsv(await openAsBlob(path), [])).toEqual({ ok: false, error: 'is-archive' })
  expect(process.memoryUsage().rss - began).toBeLessThan(50 * 1024 ** 2)
})
