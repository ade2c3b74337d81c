import type { Page } from '@playwright/test'

/** What a person without a mouse does not get to, or gets to without seeing it: Tab from the first to the last and round again. */
export async function unreached(page: Page): Promise<readonly string[]> {
  const all = await page.evaluate(() => {
    const root = document.querySelector('[role="alertdialog"]') ?? document.body
    const found = [...root.querySelectorAll<HTMLElement>('button, input, textarea, select, a[href], [tabindex="0"]')].filter((one) => {
      if (one.matches(':disabled, [tabindex="-1"]') || one.closest('[inert], [aria-hidden="true"]') !== null || one.offsetParent === null) return false
      // Of radio buttons and tabs Tab reaches the chosen one, or the first; the arrow keys reach the others.
      if (!(one instanceof HTMLInputElement && one.type === 'radio')) return true
      const group = [...root.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(({ name }) => name === one.name)
      return one === (group.find(({ checked }) => checked) ?? group[0])
    })
    for (const [index, one] of found.entries()) one.dataset['reach'] = String(index)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    return found.map((one) => one.outerHTML.replace(/\s(?:class|id|data-[a-z-]+|aria-(?:labelledby|describedby))="[^"]*"/g, '').slice(0, 140))
  })
  const reached = new Set<number>()
  const unseen: string[] = []
  for (let presses = 0; presses < all.length + 12; presses += 1) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const one = document.activeElement
      if (!(one instanceof HTMLElement) || one === document.body) return null
      const drawn = [one, one.parentElement, one.parentElement?.parentElement, one.nextElementSibling].some((box) => {
        if (!(box instanceof Element)) return false
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box)
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || (boxShadow !== 'none' && boxShadow.includes('0px 0px 0px'))
      })
      return { index: Number(one.dataset['reach'] ?? -1), drawn, what: one.outerHTML.slice(0, 140) }
    })
    if (here === null) continue
    reached.add(here.index)
    if (!here.drawn) unseen.push(`focus not drawn: ${here.what}`)
  }
  return [...all.flatMap((what, index) => (reached.has(index) ? [] : [`not reached with Tab: ${what}`])), ...new Set(unseen)]
}
