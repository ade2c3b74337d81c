import type { Page } from '@playwright/test'
import { openChart } from './enter.ts'

/** What a person reads of the ward: the counts, the list, and whole charts. Two wards with the same records give the same. */
export type Shown = { readonly board: string; readonly charts: readonly string[] }

/** Charts by their place in the list: few, for each costs a second. */
const looked = [0, 1, 2, 3] as const

export async function shownOf(page: Page): Promise<Shown> {
  // The list draws only what fits on the screen, and a banner takes of that: its first lines are always there. They are compared
  // some paints later, a few at a time on a busy machine, and all are called alike here.
  await page.waitForFunction(() => [...document.querySelectorAll('main [data-patient]')].slice(0, 8).every((row) => row.textContent?.includes('似た名前')))
  const board = await page.evaluate(() => [document.querySelector('main dl'), ...[...document.querySelectorAll('main [data-patient]')].slice(0, 8)].map((one) => one?.textContent ?? '').join('\n'))
  const texts: string[] = []
  for (const chart of looked) {
    await openChart(page, chart)
    texts.push(await chartText(page))
    await page.keyboard.press('Escape')
    await page.getByRole('grid', { name: '患者一覧' }).waitFor()
  }
  return { board, charts: texts }
}

/** The table of values and the timeline, once the chart agrees with what the board knows. */
async function chartText(page: Page): Promise<string> {
  const text = (): Promise<string> => page.evaluate(() => ['[role="region"] table', 'ol', 'h2'].map((name) => [...document.querySelectorAll(`main ${name}`)].map((one) => one.textContent).join('|')).join('\n'))
  await page.locator('main ol > li').first().waitFor()
  let before = await text()
  // On a busy machine a chart stands still for a moment before it is whole.
  for (let still = 0; still < 3; ) {
    await page.waitForTimeout(120)
    const now = await text()
    still = now === before && !now.includes('照合しています') ? still + 1 : 0
    before = now
  }
  return before
}

/** The first place where two differ, with some of what stands around it: of an invented ward, so it may be printed. */
export function differenceOf(one: Shown, two: Shown): string | null {
  const [a, b] = [JSON.stringify(one), JSON.stringify(two)]
  if (a === b) return null
  const at = [...a].findIndex((_, place) => a[place] !== b[place])
  return `…${a.slice(Math.max(0, at - 40), at + 60)}… and …${b.slice(Math.max(0, at - 40), at + 60)}…`
}
