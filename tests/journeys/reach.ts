import type { Page } from '@playwright/test'

/**
 * What a person without a mouse does not get to, or gets to without seeing it: Tab from the first to the last and round
 * again, then the arrow keys wherever Tab stops only once for many. The focus is given back.
 */
export async function unreached(page: Page): Promise<readonly string[]> {
  const { all, groups, faults } = await stops(page)
  const reached = new Set<number>()
  const unseen = new Set<string>()
  /** The stop that was reached just now, if nobody was there before. */
  const look = async (): Promise<number | null> => {
    const here = await whereFocusIs(page)
    if (here === null) return null
    if (!here.isDrawn) unseen.add(`focus not drawn: ${here.what}`)
    if (reached.has(here.index)) return null
    reached.add(here.index)
    return here.index
  }
  const inGroups = new Set(groups.flat())
  const tabbed = all.length - inGroups.size + groups.length
  for (let presses = 0; presses < tabbed + 4; presses += 1) {
    await page.keyboard.press('Tab')
    await look()
  }
  for (const group of groups) {
    const from = group.filter((index) => reached.has(index))
    for (let index = from.shift(); index !== undefined; index = from.shift()) {
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'] as const) {
        await page.evaluate((at) => document.querySelector<HTMLElement>(`[data-reach="${at}"]`)?.focus(), index)
        await page.keyboard.press(key)
        const next = await look()
        if (next !== null && group.includes(next)) from.push(next)
      }
    }
  }
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-was-here]')?.focus())
  return [...faults, ...all.flatMap((what, index) => (reached.has(index) ? [] : [`not reached: ${what}`])), ...unseen]
}

/** Everything that can be operated, and which of it shares one stop of Tab: then the arrows lead from one to the next. */
function stops(page: Page): Promise<{ readonly all: readonly string[]; readonly groups: readonly (readonly number[])[]; readonly faults: readonly string[] }> {
  return page.evaluate(() => {
    for (const old of document.querySelectorAll<HTMLElement>('[data-reach], [data-was-here]')) {
      delete old.dataset['reach']
      delete old.dataset['wasHere']
    }
    const root = document.querySelector('[role="alertdialog"]') ?? document.body
    const short = (one: HTMLElement): string => one.outerHTML.replace(/\s(?:class|id|data-[a-z-]+|aria-(?:labelledby|describedby))="[^"]*"/g, '').slice(0, 140)
    const found = [...root.querySelectorAll<HTMLElement>('button, input, textarea, select, a[href], [tabindex]')].filter((one) => {
      if (one.matches(':disabled') || one.closest('[inert], [aria-hidden="true"]') !== null || one.offsetParent === null) return false
      if (one.tabIndex < 0) return one.matches('button') && one.getAttribute('role') !== 'tab' // panels that take the focus from the program are no stops
      // Of radio buttons Tab reaches the chosen one, or the first; the browser's own arrow keys reach the others.
      if (!(one instanceof HTMLInputElement && one.type === 'radio')) return true
      const group = [...root.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(({ name }) => name === one.name)
      return one === (group.find(({ checked }) => checked) ?? group[0])
    })
    for (const [index, one] of found.entries()) one.dataset['reach'] = String(index)
    // A tab that is not chosen shares the stop of the chosen one; choosing it changes the screen, so it is not tried here.
    const sharing = new Map<Element, number[]>()
    const faults: string[] = []
    for (const one of found.filter(({ tabIndex }) => tabIndex < 0)) {
      let around = one.parentElement
      while (around !== null && around.querySelector('button[tabindex="0"]') === null) around = around.parentElement
      if (around === null || around === document.body) faults.push(`outside every group: ${short(one)}`)
      else sharing.set(around, [])
    }
    for (const [around, members] of [...sharing].filter(([around]) => ![...sharing.keys()].some((other) => other !== around && other.contains(around)))) {
      members.push(...[...around.querySelectorAll<HTMLElement>('button[tabindex][data-reach]')].map((one) => Number(one.dataset['reach'])))
    }
    for (const one of root.querySelectorAll<HTMLElement>('*')) {
      if (getComputedStyle(one).cursor !== 'pointer' || one.offsetParent === null) continue
      if (one.closest('button, a, input, textarea, select, label, [tabindex="0"], :disabled') === null && one.querySelector('button, input, [tabindex="0"]') === null) faults.push(`for a mouse alone: ${short(one)}`)
    }
    if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body) {
      document.activeElement.dataset['wasHere'] = ''
      document.activeElement.blur()
    }
    return { all: found.map(short), groups: [...sharing.values()].filter(({ length }) => length > 0), faults }
  })
}

function whereFocusIs(page: Page): Promise<{ readonly index: number; readonly isDrawn: boolean; readonly what: string } | null> {
  return page.evaluate(() => {
    const one = document.activeElement
    if (!(one instanceof HTMLElement) || one === document.body) return null
    const active = document.getElementById(one.getAttribute('aria-activedescendant') ?? '')
    const isDrawn = [one, active, one.parentElement, one.parentElement?.parentElement, one.nextElementSibling].some((box) => {
      if (!(box instanceof Element)) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || (boxShadow !== 'none' && boxShadow.includes('0px 0px 0px'))
    })
    return { index: Number(one.dataset['reach'] ?? -1), isDrawn, what: one.outerHTML.slice(0, 140) }
  })
}
