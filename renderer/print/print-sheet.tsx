import { memo } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { loadFonts } from '../fonts.ts'
import { classNames } from '../ui/class-names.ts'
import type { Sheet } from './sheet.ts'
import css from './place.module.css'

/**
 * Prints a sheet with the system's own dialog. Never a PDF, never a file of ours: the code goes from this window's
 * memory to the printer, and out of the document again whether it was printed or cancelled.
 */
export function printSheet(sheet: Sheet): void {
  void printSheets([sheet])
}

/** The same of several sheets in one print, in their order. */
export async function printSheets(sheets: readonly Sheet[]): Promise<void> {
  // Returns when the dialog is closed and the pages are handed over, after `afterprint` (seen on Electron 33).
  await onPaper(sheets, () => Promise.resolve(window.print()))
}

export type DrawHooks = { readonly drawn: (sheets: number) => void; readonly isStopped: () => boolean }

/** What draws sheets and has them made into a PDF: pdfOfSheets, or a test's stand-in for the window. */
export type DrawPdf = <Pdf>(sheets: readonly Sheet[], toPdf: () => Promise<Pdf>, hooks: DrawHooks) => Promise<Pdf | null>

/** The same pages as a PDF, for a copy that is read elsewhere: made by the machine in memory (design, law 4). Null: stopped. */
export function pdfOfSheets<Pdf>(sheets: readonly Sheet[], toPdf: () => Promise<Pdf>, hooks: DrawHooks): Promise<Pdf | null> {
  return onPaper(sheets, toPdf, hooks)
}

/** Lays sheets out beside the window, one after the other so that the window goes on, and hands over the whole. */
async function onPaper<Handed>(sheets: readonly Sheet[], hand: () => Promise<Handed>, { drawn, isStopped }: DrawHooks = { drawn: () => undefined, isStopped: () => false }): Promise<Handed | null> {
  const place = document.createElement('div')
  place.className = classNames(css['place'])
  place.inert = true
  place.ariaHidden = 'true'
  document.body.append(place)
  const root = createRoot(place)
  const page = document.documentElement
  const printing = classNames(css['printing'])
  try {
    // The drawing of QRs is a quarter of a megabyte that only paper needs.
    const [{ SheetPages }] = await Promise.all([import('./sheet-pages.tsx'), loadFonts()])
    const Pages = memo(SheetPages)
    for (let upTo = 1; upTo <= sheets.length; upTo += 1) {
      if (isStopped()) return null
      drawn(upTo - 1)
      // Only the newest stands on the screen: with all of them, each frame would cost more the longer the print grows.
      flushSync(() => root.render(<>{sheets.slice(0, upTo).map((sheet, at) => <div key={at} className={css[at === upTo - 1 ? 'drawing' : 'drawn']}><Pages sheet={sheet} /></div>)}</>))
      await new Promise((later) => setTimeout(later))
    }
    drawn(sheets.length)
    // Laid out once, so that the browser knows which faces it needs; printed before they are there, the code would
    // stand in whatever face the system has (spike §7).
    await new Promise((later) => requestAnimationFrame(later))
    await document.fonts.ready
    // One at a time: a sheet asked for while a PDF is being made must not stand in it, nor the PDF's pages on the sheet.
    while (page.classList.contains(printing)) await new Promise((later) => setTimeout(later, 20))
    place.className = classNames(css['place'], css['now'])
    page.classList.add(printing)
    try {
      return await hand()
    } finally {
      page.classList.remove(printing)
    }
  } finally {
    root.unmount()
    place.remove()
  }
}
