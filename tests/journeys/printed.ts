import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
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

/** The pages of the last print as a PDF in `file`, and their words without spaces and line ends; the document is as before. */
export async function printedWords({ app, page }: Shown, file: string): Promise<string> {
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
  return wordsOf(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }))
}

/** Lines break where the paper ends, not where the words do. */
export const wordsOf = (text: string): string => text.replaceAll(/\s/g, '')
