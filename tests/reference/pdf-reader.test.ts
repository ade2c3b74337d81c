import { expect, test } from 'vitest'
import { pdfReader, type PdfThread } from '#renderer/workers/pdf-reader.ts'
import type { PdfAsk, PdfPageDrawn, PdfTell } from '#renderer/workers/pdf.worker.ts'

const limits = { openMs: 30, pageMs: 30 }
const drawn = { text: '薬', isPartial: false, isSubstituted: false, picture: {} as ImageBitmap } satisfies PdfPageDrawn // only handed on
const told = (asked: PdfAsk): PdfTell => (asked.do === 'open' ? { tell: 'opened', opened: { ok: true, value: { pages: [{ width: 1, height: 1 }], of: 1, isWhole: true } } } : { tell: 'drawn', drawn })

/** A reader whose thread answers as it is told, and a tally of the threads. */
function reader(answerOf: (asked: PdfAsk, thread: number) => PdfTell | 'never' | 'breaks') {
  const tally = { begun: 0, ended: 0, asked: [] as string[] }
  const start = (): PdfThread => {
    const thread = (tally.begun += 1)
    return {
      ask: (asked, answer) => {
        tally.asked.push(asked.do === 'draw' ? `draw ${asked.page}` : 'open')
        const said = answerOf(asked, thread)
        if (said !== 'never') setTimeout(() => answer(said === 'breaks' ? null : said))
      },
      end: () => void (tally.ended += 1),
    }
  }
  return { ...pdfReader(new Uint8Array(), start, limits), tally }
}
const codeOf = (made: { readonly ok: boolean; readonly error?: { readonly code: string } }): string => (made.ok ? 'ok' : (made.error?.code ?? ''))
const wanted = (): boolean => true

test('[REF-55] a PDF that takes too long to open is stopped and said to', async () => {
  const { open, tally } = reader(() => 'never')
  expect([codeOf(await open()), tally.begun, tally.ended]).toEqual(['too-slow', 1, 1])
})

test('[REF-55] a page that never ends is stopped, and the others are drawn by a reader that is begun anew', async () => {
  const { open, draw, tally } = reader((asked) => (asked.do === 'draw' && asked.page === 2 ? 'never' : told(asked)))
  await open()
  const pages = await Promise.all([1, 2, 3].map((page) => draw(page, 100, wanted)))
  expect(pages.map(codeOf)).toEqual(['ok', 'too-slow', 'ok'])
  expect(tally).toEqual({ begun: 2, ended: 1, asked: ['open', 'draw 1', 'draw 2', 'open', 'draw 3'] })
})

test('[REF-55] a reader that breaks costs the one page, and one that breaks while it opens the document', async () => {
  const page = reader((asked) => (asked.do === 'draw' && asked.page === 1 ? 'breaks' : told(asked)))
  await page.open()
  expect([codeOf(await page.draw(1, 100, wanted)), codeOf(await page.draw(2, 100, wanted))]).toEqual(['not-drawn', 'ok'])
  expect(codeOf(await reader(() => 'breaks').open())).toBe('damaged')
})

test('[REF-56] what was scrolled past is not drawn, and leaving ends the reader with whatever it is doing', async () => {
  const { open, draw, stop, tally } = reader((asked) => (asked.do === 'draw' && asked.page === 2 ? 'never' : told(asked)))
  await open()
  expect(codeOf(await draw(1, 100, () => false))).toBe('not-wanted')
  const endless = draw(2, 100, wanted)
  await new Promise((resolve) => setTimeout(resolve, 5))
  stop()
  expect(codeOf(await endless)).toBe('not-drawn')
  expect(tally).toEqual({ begun: 1, ended: 1, asked: ['open', 'draw 2'] })
})
