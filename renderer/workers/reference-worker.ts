import type { CsvMapping } from '#domain/reference/csv-mapping.ts'
import type { FileFaultCode } from '#domain/reference/reference-fact.ts'
import type { Result } from '#domain/result.ts'
import type { CsvSniff } from '../reference/read-csv.ts'
import type { Imported, ImportAsked, ImportFault, ImportHost, OpenAsked, OpenedList, OpenFault } from './reference-jobs.ts'
import type { ReferenceAsk, ReferenceTell } from './reference.worker.ts'

/** Reads, seals and opens lists in a worker of its own. One thing at a time; `stop` ends it in the middle, with all it held. */
export type ReferenceWorker = {
  readonly sniff: (file: Blob, kept: readonly CsvMapping[]) => Promise<Result<CsvSniff, FileFaultCode>>
  readonly importSet: (asked: ImportAsked, host: ImportHost) => Promise<Result<Imported, ImportFault>>
  readonly openList: (asked: OpenAsked, partOf: (number: number) => Promise<Uint8Array<ArrayBuffer> | null>) => Promise<Result<OpenedList, OpenFault>>
  readonly stop: () => void
}

type Answerer = (told: Exclude<ReferenceTell, { tell: 'done' | 'failed' }>) => Promise<ReferenceAsk | null>

export function startReferenceWorker(): ReferenceWorker {
  const worker = new Worker(new URL('./reference.worker.ts', import.meta.url), { type: 'module' })
  const say = (asked: ReferenceAsk): void => worker.postMessage(asked, asked.do === 'part' && asked.bytes !== null ? [asked.bytes.buffer] : [])
  const ask = <Made>(asked: ReferenceAsk, answer: Answerer = () => Promise.resolve(null)): Promise<Made> =>
    new Promise((resolve, reject) => {
      worker.onerror = () => reject(new Error('The list could not be worked on'))
      worker.onmessage = ({ data }: MessageEvent<ReferenceTell>) => {
        if (data.tell === 'done') resolve(data.made as Made) // the worker answers with this ask's own result
        else if (data.tell === 'failed') reject(new Error('The list could not be worked on'))
        else void answer(data).then((said) => said !== null && say(said))
      }
      say(asked)
    })
  return {
    sniff: (file, kept) => ask({ do: 'sniff', file, kept }),
    importSet: (asked, host) => ask({ do: 'import', asked }, async (told) => {
      if (told.tell === 'progress') host.progress(told.progress)
      return told.tell === 'keep' ? { do: 'kept', kept: await host.keepPart(told.bytes) } : null
    }),
    openList: (asked, partOf) => ask({ do: 'open', asked }, async (told) => (told.tell === 'want' ? { do: 'part', bytes: await partOf(told.number) } : null)),
    stop: () => worker.terminate(),
  }
}
