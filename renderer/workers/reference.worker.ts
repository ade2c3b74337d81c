import '../before-all.ts'
import type { CsvMapping } from '#domain/reference/csv-mapping.ts'
import type { Sha256 } from '#domain/ids.ts'
import type { Result } from '#domain/result.ts'
import { buffersOf } from '#domain/search/search-index.ts'
import { sniffCsv } from '../reference/read-csv.ts'
import { importSet } from './import-set.ts'
import { openList, type ImportAsked, type ImportProgress, type OpenAsked } from './reference-jobs.ts'

/** What the window asks, one thing at a time, and its answers to what a job asks in between. */
export type ReferenceAsk =
  | { readonly do: 'sniff'; readonly file: Blob; readonly kept: readonly CsvMapping[] }
  | { readonly do: 'import'; readonly asked: ImportAsked }
  | { readonly do: 'open'; readonly asked: OpenAsked }
  | { readonly do: 'kept'; readonly kept: Result<Sha256, { readonly code: string }> }
  | { readonly do: 'part'; readonly bytes: Uint8Array<ArrayBuffer> | null }

export type ReferenceTell =
  | { readonly tell: 'progress'; readonly progress: ImportProgress }
  | { readonly tell: 'keep'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly tell: 'want'; readonly number: number }
  | { readonly tell: 'done'; readonly made: unknown }
  | { readonly tell: 'failed' }

/** More often nobody can read it, and the window would be drawing all the time. */
const progressMs = 100

const tell = (what: ReferenceTell, handed: readonly ArrayBufferLike[] = []): void => postMessage(what, { transfer: handed as ArrayBuffer[] }) // never shared memory: there is none in this window
let answer: ((asked: ReferenceAsk) => void) | null = null
let toldAt = 0

/** Tells the window and waits for what it says to it: one part at a time is on its way, however slow the disk is. */
function answered(what: ReferenceTell, handed: readonly ArrayBufferLike[]): Promise<ReferenceAsk> {
  return new Promise((resolve) => {
    answer = resolve
    tell(what, handed)
  })
}

const host = {
  keepPart: async (bytes: Uint8Array<ArrayBuffer>) => {
    const said = await answered({ tell: 'keep', bytes }, [bytes.buffer])
    if (said.do !== 'kept') throw new Error('The window answers what it was asked')
    return said.kept
  },
  progress: (progress: ImportProgress): void => {
    const now = performance.now()
    if (now - toldAt < progressMs) return
    toldAt = now
    tell({ tell: 'progress', progress })
  },
}

async function partOf(number: number): Promise<Uint8Array | null> {
  const said = await answered({ tell: 'want', number }, [])
  if (said.do !== 'part') throw new Error('The window answers what it was asked')
  return said.bytes
}

async function run(asked: ReferenceAsk): Promise<void> {
  if (asked.do === 'sniff') tell({ tell: 'done', made: await sniffCsv(asked.file, asked.kept) })
  else if (asked.do === 'import') tell({ tell: 'done', made: await importSet(asked.asked, host) })
  else if (asked.do === 'open') {
    const made = await openList(asked.asked, partOf)
    tell({ tell: 'done', made }, made.ok ? [...made.value.parts.flatMap(({ ends, bytes }) => [ends.buffer, bytes.buffer]), ...buffersOf(made.value.index)] : [])
  } else {
    answer?.(asked)
    answer = null
  }
}

addEventListener('message', ({ data }: MessageEvent<ReferenceAsk>) => {
  run(data).catch(() => tell({ tell: 'failed' }))
})
