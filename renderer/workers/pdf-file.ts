import { AnnotationMode, getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.min.mjs'
// Puts itself where the library looks for it: all of it runs in this one worker, and one stop ends it all.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { TextContent } from 'pdfjs-dist/types/src/display/api.js'
import { err, ok, type Result } from '#domain/result.ts'
import { isWholePdf } from '../reference/whole-pdf.ts'
import { mostImagePixels } from './pdf-bounds.ts'
import type { LoadStandIns, MissingFont } from './pdf-fonts.ts'
import { PdfCanvases, PdfFilters } from './pdf-canvases.ts'
import { decoderFolder, PdfParts } from './pdf-parts.ts'

/** In the PDF's own unit, turned as it is to be read; null: this page cannot be found in the file. */
export type PdfPageSize = { readonly width: number; readonly height: number } | null

/** `pages`: those that are shown, `of`: how many the file says it has. `isWhole` false: it was cut off or damaged, and pages may be missing that nobody counts. */
export type PdfOpened = { readonly pages: readonly PdfPageSize[]; readonly of: number; readonly isWhole: boolean }
export type PdfRefusal = 'locked' | 'damaged'

/** `isPartial`: something that belongs to it could not be read or drawn. */
type Partly = { readonly isPartial: boolean }
/** `isSubstituted`: the page names fonts that it does not carry, and the app's own stand in for them. */
export type PdfPicture = Partly & { readonly picture: ImageBitmap; readonly isSubstituted: boolean }

export type PdfFile = {
  readonly opened: PdfOpened
  /** A page's words; null: they cannot be read. */
  readonly read: (page: number) => Promise<(Partly & { readonly text: string }) | null>
  /** As wide as asked, unless that would be a picture of more than `mostPagePixels`. */
  readonly draw: (page: number, width: number) => Promise<PdfPicture | null>
}

/** Nobody reads further on a ward's screen, and each page is a place in the list of them. */
export const mostPages = 200
const mostPagePixels = 16_000_000
const mostSide = 8192
const mostText = 50_000

/** Opens a PDF with everything off that could act: no script, no form, no link, no network, no WebAssembly, none of the system's decoders of fonts and pictures. */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>, loadStandIns: LoadStandIns = () => Promise.resolve(false)): Promise<Result<PdfFile, { readonly code: PdfRefusal }>> {
  // The library takes the bytes it is given away with it; twice, if need be.
  const open = (stopAtErrors: boolean): Promise<PDFDocumentProxy> => openedBy(bytes.slice(), stopAtErrors)
  let forgiving: Promise<PDFDocumentProxy> | null = null
  const forgive = (): Promise<PDFDocumentProxy> => (forgiving ??= open(false))
  try {
    let isWhole = isWholePdf(bytes)
    const strict = await open(true).catch((fault: unknown) => {
      if (isLocked(fault)) throw fault
      isWhole = false
      return forgive()
    })
    const pages: PdfPageSize[] = []
    for (let page = 1; page <= Math.min(mostPages, strict.numPages); page += 1) pages.push(await strict.getPage(page).then(sizeOf, () => null))
    if (pages.every((size) => size === null)) return err({ code: 'damaged' })
    /** What fails is done again with every error passed over, and is then told to be partial. */
    const each = async <Made extends Partly>(page: number, make: (proxy: PDFPageProxy) => Promise<Made>): Promise<Made | null> => {
      if ((pages[page - 1] ?? null) === null) return null
      try {
        return await make(await strict.getPage(page))
      } catch {
        return forgive().then(async (document) => ({ ...(await make(await document.getPage(page))), isPartial: true })).catch(() => null)
      }
    }
    return ok({
      opened: { pages, of: strict.numPages, isWhole },
      read: (page) => each(page, async (proxy) => ({ text: textOf((await proxy.getTextContent()).items), isPartial: false })),
      draw: (page, width) => each(page, async (proxy) => {
        const first = await pictureOf(proxy, width)
        const missing = await missingFonts(proxy)
        const isDrawnAgain = missing.length > 0 && (await loadStandIns(missing))
        if (isDrawnAgain) first.close()
        return { picture: isDrawnAgain ? await pictureOf(proxy, width) : first, isSubstituted: missing.length > 0, isPartial: hasUnreadableFont(proxy) }
      }),
    })
  } catch (fault) {
    return err({ code: isLocked(fault) ? 'locked' : 'damaged' })
  }
}

function openedBy(data: Uint8Array, stopAtErrors: boolean): Promise<PDFDocumentProxy> {
  return getDocument({
    data, stopAtErrors,
    maxImageSize: mostImagePixels,
    verbosity: VerbosityLevel.ERRORS,
    // Glyphs as lines that our own canvas draws, pictures unpacked in JavaScript: no byte of a stranger reaches the system's parsers.
    disableFontFace: true, isImageDecoderSupported: false,
    useSystemFonts: false, useWasm: false, useWorkerFetch: false, enableXfa: false,
    wasmUrl: decoderFolder,
    BinaryDataFactory: PdfParts, CanvasFactory: PdfCanvases, FilterFactory: PdfFilters,
    ownerDocument: {} as HTMLDocument, // a worker has none, and what draws no element of a page asks nothing of it
  }).promise
}

const isLocked = (fault: unknown): boolean => fault instanceof Error && fault.name === 'PasswordException'

function sizeOf(proxy: PDFPageProxy): PdfPageSize {
  const { width, height } = proxy.getViewport({ scale: 1 })
  return width > 0 && height > 0 && Number.isFinite(width + height) ? { width, height } : null
}

function textOf(items: TextContent['items']): string {
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('').slice(0, mostText)
}

type DrawnFont = { readonly missingFile?: boolean; readonly bold?: boolean }

/** What the document's pages have drawn with until now; a text where a font could not be made out. Untyped in the library. */
const fontsOf = (proxy: PDFPageProxy): ReadonlyMap<string, string | DrawnFont> => new Map(proxy.commonObjs as Iterable<[string, string | DrawnFont]>)

/** Known once the page was drawn. */
async function missingFonts(proxy: PDFPageProxy): Promise<readonly MissingFont[]> {
  const fonts = fontsOf(proxy)
  const { items, styles } = await proxy.getTextContent({ disableNormalization: true }) // letters as they are drawn
  return Object.entries(styles).flatMap(([name, { fontFamily }]) => {
    const font = fonts.get(name)
    if (typeof font !== 'object' || font.missingFile !== true) return []
    const text = items.map((item) => ('str' in item && item.fontName === name ? item.str : '')).join('')
    return [{ like: fontFamily, isBold: font.bold === true, text }]
  })
}

/** The library draws nothing in its letters and calls that no error; which pages use it, it does not say, and so each is told that may. */
function hasUnreadableFont(proxy: PDFPageProxy): boolean {
  return [...fontsOf(proxy).values()].some((font) => typeof font === 'string')
}

async function pictureOf(proxy: PDFPageProxy, width: number): Promise<ImageBitmap> {
  const whole = proxy.getViewport({ scale: 1 })
  const scale = Math.min(width / whole.width, Math.sqrt(mostPagePixels / (whole.width * whole.height)), mostSide / Math.max(whole.width, whole.height))
  const viewport = proxy.getViewport({ scale })
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)))
  // What a form holds and what was stamped on the page belong to what it says, and are drawn; nothing of it can be pressed.
  await proxy.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, annotationMode: AnnotationMode.ENABLE }).promise
  return canvas.transferToImageBitmap()
}
