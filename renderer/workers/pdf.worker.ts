import { err, type Result } from '#domain/result.ts'
import { boundMemory } from './pdf-bounds.ts'
import { openPdf, type PdfFile, type PdfOpened, type PdfPicture, type PdfRefusal } from './pdf-file.ts'
import { drawInsteadWith, standInsOf, type WorkerFonts } from './pdf-fonts.ts'

/** One PDF a worker: it is opened once, then its pages are asked for one at a time. */
export type PdfAsk = { readonly do: 'open'; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly do: 'draw'; readonly page: number; readonly width: number }

export type PdfPageDrawn = PdfPicture & { readonly text: string }

/** What the library tells of itself has none of these words and is passed over. */
export type PdfTell =
  | { readonly tell: 'opened'; readonly opened: Result<PdfOpened, { readonly code: PdfRefusal }> }
  | { readonly tell: 'drawn'; readonly drawn: PdfPageDrawn | null }

const standIns = standInsOf((globalThis as unknown as { readonly fonts: WorkerFonts }).fonts) // of a worker; TypeScript knows it of a page only
let file: PdfFile | null = null

boundMemory()
drawInsteadWith(standIns.fontOf)

async function answer(asked: PdfAsk): Promise<PdfTell> {
  if (asked.do === 'open') {
    const opened = await openPdf(asked.bytes, standIns.load).catch(() => err({ code: 'damaged' } as const))
    file = opened.ok ? opened.value : null
    return { tell: 'opened', opened: opened.ok ? { ok: true, value: opened.value.opened } : opened }
  }
  const picture = (await file?.draw(asked.page, asked.width)) ?? null
  if (picture === null) return { tell: 'drawn', drawn: null }
  const words = await file?.read(asked.page)
  return { tell: 'drawn', drawn: { ...picture, text: words?.text ?? '', isPartial: picture.isPartial || (words?.isPartial ?? true) } }
}

addEventListener('message', ({ data }: MessageEvent<PdfAsk>) => {
  void answer(data)
    .catch((): PdfTell => ({ tell: 'drawn', drawn: null }))
    .then((told) => postMessage(told, { transfer: told.tell === 'drawn' && told.drawn !== null ? [told.drawn.picture] : [] }))
})
