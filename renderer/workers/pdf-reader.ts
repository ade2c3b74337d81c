import { err, ok, type Result } from '#domain/result.ts'
import type { PdfAsk, PdfPageDrawn, PdfTell } from './pdf.worker.ts'
import type { PdfOpened, PdfRefusal } from './pdf-file.ts'

/** Longer than any page of a drug list takes on an old PC; a document made to hold the reader up is ended then. */
export const mostOpenMs = 20_000
export const mostPageMs = 20_000

/**
 * Opens one PDF and draws its pages, one after the other, in a worker that is ended when it takes too long or breaks, and begun
 * anew for the next page: one bad page costs the others nothing.
 */
export type PdfReader = {
  readonly open: () => Promise<Result<PdfOpened, { readonly code: PdfRefusal | 'too-slow' }>>
  /** `isWanted` is asked when its turn has come: what was scrolled past is not drawn. */
  readonly draw: (page: number, width: number, isWanted: () => boolean) => Promise<Result<PdfPageDrawn, { readonly code: 'not-wanted' | 'not-drawn' | 'too-slow' }>>
  /** Lets go of the worker and of all that it holds. What is asked afterwards begins it anew. */
  readonly stop: () => void
}

/** A thread that answers once to each ask; here so that a test can have one that never answers. */
export type PdfThread = { readonly ask: (asked: PdfAsk, answer: (told: PdfTell | null) => void) => void; readonly end: () => void }

type Opened = Result<PdfOpened, { readonly code: PdfRefusal | 'too-slow' }>

export function pdfReader(bytes: Uint8Array<ArrayBuffer>, start: () => PdfThread = startThread, limits = { openMs: mostOpenMs, pageMs: mostPageMs }): PdfReader {
  let thread: PdfThread | null = null
  let opened: Opened | null = null
  let last: Promise<unknown> = Promise.resolve()
  let stopAsked: (() => void) | null = null

  const end = (): void => {
    thread?.end()
    thread = null
  }
  /** Null: it broke, or was stopped. */
  const ask = (asked: PdfAsk, ms: number): Promise<PdfTell | 'too-slow' | null> => {
    const asking = (thread ??= start())
    return new Promise<PdfTell | 'too-slow' | null>((resolve) => {
      const timer = setTimeout(() => resolve('too-slow'), ms)
      const answered = (told: PdfTell | null): void => {
        clearTimeout(timer)
        resolve(told)
      }
      stopAsked = () => answered(null)
      asking.ask(asked, answered)
    }).then((told) => {
      // A thread that was ended meanwhile is not this one's to end.
      if ((told === null || told === 'too-slow') && thread === asking) end()
      return told
    })
  }
  const opening = async (): Promise<Opened> => {
    if (thread !== null && opened !== null) return opened
    const told = await ask({ do: 'open', bytes }, limits.openMs)
    opened = told === 'too-slow' ? err({ code: 'too-slow' }) : told?.tell === 'opened' ? told.opened : err({ code: 'damaged' })
    return opened
  }
  /** One at a time: the worker answers in order, and each page has the whole of its time. */
  const inTurn = <Made>(work: () => Promise<Made>): Promise<Made> => {
    const done = last.then(work)
    last = done
    return done
  }
  return {
    open: () => inTurn(opening),
    draw: (page, width, isWanted) => inTurn(async () => {
      if (!isWanted()) return err({ code: 'not-wanted' })
      const file = await opening()
      if (!file.ok) return err({ code: file.error.code === 'too-slow' ? 'too-slow' : 'not-drawn' })
      const told = await ask({ do: 'draw', page, width }, limits.pageMs)
      if (told === 'too-slow') return err({ code: 'too-slow' })
      return told?.tell === 'drawn' && told.drawn !== null ? ok(told.drawn) : err({ code: 'not-drawn' })
    }),
    stop: () => {
      end()
      stopAsked?.()
    },
  }
}

function startThread(): PdfThread {
  const worker = new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module' })
  return {
    ask: (asked, answer) => {
      worker.onerror = () => answer(null)
      worker.onmessage = ({ data }: MessageEvent<Partial<PdfTell>>) => {
        if (data.tell !== undefined) answer(data as PdfTell) // our own script's
      }
      worker.postMessage(asked)
    },
    end: () => worker.terminate(),
  }
}
