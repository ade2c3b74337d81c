import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { SheetForm, shownForm } from '#domain/print/form.ts'
import { instantOf, tokyoParts } from '#domain/time.ts'
import type { Shown } from './station.ts'

/**
 * What a printer would get, as text. The system's own window of printing waits for a hand: instead of opening it, the pages are
 * kept in the document and turned into a PDF by the same engine.
 */
export async function keepPrints(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => {
      const place = document.querySelector('body > [aria-hidden="true"]:last-of-type')
      const kept = place?.cloneNode(true)
      if (!(kept instanceof HTMLElement)) return
      kept.dataset['kept'] = document.documentElement.className
      document.body.append(kept)
    }
  })
}

/** The pages of the last print as a PDF in `file`, and their words without spaces and line ends. */
export async function printedWords(shown: Shown, file: string): Promise<string> {
  return wordsOf((await printedPages(shown, file)).join(''))
}

/** The words of the last print, without spaces and line ends, sheet by sheet: of all pages whose foot names this form. */
export async function printedSheets(shown: Shown, file: string): Promise<ReadonlyMap<SheetForm, string>> {
  const pages = (await printedPages(shown, file)).map(wordsOf)
  return new Map(SheetForm.options.flatMap((form) => {
    const own = pages.filter((page) => page.includes(wordsOf(shownForm(form))))
    return own.length === 0 ? [] : [[form, own.join('')] as const]
  }))
}

/** Every page as `pdftotext` reads it; the document is as before. */
async function printedPages({ app, page }: Shown, file: string): Promise<readonly string[]> {
  await page.locator('[data-kept]').waitFor({ state: 'attached', timeout: 60_000 })
  await page.evaluate(() => {
    const html = document.documentElement
    const kept = document.querySelector<HTMLElement>('[data-kept]')
    html.dataset['before'] = html.className
    html.className = kept?.dataset['kept'] ?? ''
  })
  const pdf = await app.evaluate(async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }))?.toString('base64') ?? '')
  await page.evaluate(() => {
    const html = document.documentElement
    html.className = html.dataset['before'] ?? ''
    delete html.dataset['before']
    document.querySelector('[data-kept]')?.remove()
  })
  writeFileSync(file, Buffer.from(pdf, 'base64'))
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).split('\f').filter((text) => text.trim() !== '')
}

/** Lines break where the paper ends, not where the words do. */
export const wordsOf = (text: string): string => text.replaceAll(/\s/g, '')

/** A minute of the ward's clock as paper says it. */
type Minute = { readonly day: string; readonly hhmm: string }
export type Minutes = readonly Minute[]

export function minuteOf(ms: number): Minute {
  const { date, hhmm } = tokyoParts(instantOf(ms))
  return { day: `${Number(date.slice(5, 7))}/${date.slice(8)}`, hhmm }
}

/** The minutes from then until now: one, or two if the first just ended. */
export const minutesFrom = (before: number): Minutes => [minuteOf(before), minuteOf(Date.now())]

/** Of what must stand on this sheet, what does not; each may be said in several ways. */
export function missing(paper: ReadonlyMap<SheetForm, string>, form: SheetForm, expected: readonly (readonly string[])[]): readonly string[] {
  const words = paper.get(form) ?? ''
  return expected.filter((ways) => !ways.some((way) => words.includes(wordsOf(way)))).map((ways) => ways.join(' | '))
}
