import { memo } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { loadFonts } from '../fonts.ts'
import { classNames } from '../ui/class-names.ts'
import type { Sheet } from './sheet.ts'
import { signsOfStyles } from './signs-of-styles.ts'
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
    const draw = (upTo: number, signs: string): void => flushSync(() => root.render(<>{sheets.slice(0, upTo).map((sheet, at) => <div key={at} className={css['sheet']}><Pages sheet={sheet} /></div>)}{signs !== '' && <Signs signs={signs} />}</>))
    const signs = new Set(signsOfStyles)
    for (let upTo = 1; upTo <= sheets.length; upTo += 1) {
      if (isStopped()) return null
      drawn(upTo - 1)
      draw(upTo, '')
      for (const sign of place.lastElementChild?.textContent ?? '') signs.add(sign)
      await new Promise((later) => setTimeout(later))
    }
    drawn(sheets.length)
    draw(sheets.length, [...signs].join(''))
    await facesAreHere()
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

/**
 * Every sign of the sheets once in each face that paper is set in. The sheets themselves are laid out by the printer's side
 * alone: two thousand pages of a ward took fifty seconds to be laid out here as well, only to learn which parts of the faces they need.
 */
function Signs({ signs }: { readonly signs: string }) {
  return <div className={css['signs']}>{(['proportional', 'even', 'noto'] as const).map((face) => <p key={face} className={css[face]}>{signs}<b>{signs}</b></p>)}</div>
}

/** A sign that its face lacks asks for another face when the first is there; printed before that, it would stand in whatever face the system has (spike §7). */
async function facesAreHere(): Promise<void> {
  do {
    await new Promise((later) => requestAnimationFrame(() => requestAnimationFrame(later)))
    await document.fonts.ready
  } while (document.fonts.status === 'loading')
}
