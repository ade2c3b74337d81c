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

/** The same of several sheets in one print, in their order. They are drawn one after the other, so that the window goes on. */
export async function printSheets(sheets: readonly Sheet[]): Promise<void> {
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
    for (let drawn = 1; drawn <= sheets.length; drawn += 1) {
      flushSync(() => root.render(<>{sheets.slice(0, drawn).map((sheet, at) => <Pages key={at} sheet={sheet} />)}</>))
      await new Promise((later) => setTimeout(later))
    }
    // Laid out once, so that the browser knows which faces it needs; printed before they are there, the code would
    // stand in whatever face the system has (spike §7).
    await new Promise((drawn) => requestAnimationFrame(drawn))
    await document.fonts.ready
    // From here to the end in one go: two sheets asked for at once follow each other and never share a print.
    place.className = classNames(css['place'], css['now'])
    page.classList.add(printing)
    // Returns when the dialog is closed and the pages are handed over, after `afterprint` (seen on Electron 33).
    window.print()
  } finally {
    page.classList.remove(printing)
    root.unmount()
    place.remove()
  }
}
